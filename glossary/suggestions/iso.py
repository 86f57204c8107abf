"""Official names of states ("Republic of Poland") from Debian's iso-codes, by way of pycountry.

Short names come from better sources; here a rendering that is only the short name again is no answer.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from functools import lru_cache

from glossary.suggestions import confidence
from glossary.suggestions.cldr import OFFICIAL, short_country
from glossary.suggestions.peoples import peoples
from glossary.suggestions.query import Query, Rendering, Resources

_WRONG = frozenset({"대영제국"})
"""The British Empire is not the United Kingdom."""


def from_iso(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """The official name where the English form is one."""
    if not iso_knows(query.form):
        return
    code, english = _official().get(query.form.replace("’", "'").removeprefix("the "), ("", ""))
    if not code:
        return
    form = _translation(language).gettext(english)
    row = peoples().by_code.get(code)
    short = getattr(row, language, "") if row else ""
    if form not in (english, short) and form not in _WRONG:
        yield Rendering(form.replace("'", "’") if language == "uk" else form, confidence.ISO, f"iso-codes {code}")


def iso_knows(text: str) -> bool:
    """Whether a text may be the official name of a state."""
    return " " in text and bool(OFFICIAL.search(text))


@lru_cache(maxsize=1)
def _official() -> Mapping[str, tuple[str, str]]:
    """English official name → ISO 3166-1 code and the key of its translation."""
    import pycountry  # noqa: PLC0415  (50 ms that most runs do not need)

    found = {}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "official_name", "")):
            first, comma, last = name.partition(", ")
            spoken = f"{last} {first}" if comma and last.endswith(" of") else name
            if name and not short_country(spoken):
                found[spoken.removeprefix("the ").replace("’", "'")] = (country.alpha_2, name)
    return found


@lru_cache(maxsize=8)
def _translation(language: str) -> gettext.NullTranslations:
    import pycountry  # noqa: PLC0415

    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
