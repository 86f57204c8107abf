"""Names of countries, world regions, languages and currencies from CLDR: Korean, Japanese and Ukrainian from the table
``cldr_names.tsv``, every other language by way of Babel, which takes longer to start than all else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from glossary import data
from glossary.expressions import expression
from glossary.languages.countries import countries, country_code
from glossary.suggestions import confidence
from glossary.suggestions.query import Query, Rendering, Resources

VERSION = "47"
"""Of CLDR, in the table."""
_COLUMNS = ("ko", "ja", "uk")
_FOOTNOTE = expression("[\u00b9\u00b2\u00b3\u2070-\u2079]+$")
"""A superscript digit that some values end in ("Велика Британія²")."""
OFFICIAL = expression(
    r"\b(?:Republic|Kingdom|Federation|States? of|Commonwealth|Emirates?|Union of|Principality|Sultanate|Duchy|"
    r"Confederation|Realm)\b"
)
"""Words of a state's official name: its rendering must be official too, which CLDR's short name is not."""
_OFFICIAL_SHORT = frozenset({"DPRK", "ROK", "PRC", "ROC", "USSR", "FRG", "GDR", "NK", "SK"})
"""Abbreviations of official names."""
_NOT_A_COUNTRY = frozenset({"Man"})
"""Names in the table of countries that mean something else far more often."""
_PARTS = (("territories", confidence.CLDR), ("languages", 0.5), ("currencies", confidence.CLDR))
"""A language's name alone ("Korean") more often means the people or is an adjective."""


def from_cldr(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """CLDR's name where the English form is CLDR's own or another short name of the same country."""
    if not query.named:
        return
    name = query.form.replace("’", "'")
    found = _table().get(name, {})
    for part, trust in _PARTS if found else ():
        if (part, query.kind) != ("languages", "people"):
            yield from _named(part, found.get(part, ""), language, trust)
    code = short_country(name)
    if code and code not in ("HK", "MO") and "territories" not in found:
        yield from _named("territories", code, language, 0.95 * confidence.CLDR)


def cldr_knows(text: str) -> bool:
    """Whether a text names anything in CLDR."""
    name = text.replace("’", "'")
    return name in _table() or bool(short_country(name))


def _named(part: str, key: str, language: str, trust: float) -> Iterator[Rendering]:
    """The name under a key of CLDR, if the language has one."""
    if not key:
        return
    if language in _COLUMNS:
        form, version = _names().get((part, key), {}).get(language, ""), VERSION
    else:
        form, version = _from_babel(part, key, language)
    if form:
        yield Rendering(form, trust, f"CLDR {version} {key}")


def short_country(name: str) -> str:
    """ISO code of a country that ``name`` is a short name of; empty for official names and their abbreviations."""
    code = country_code(name) if name not in _NOT_A_COUNTRY else ""
    official = name in _OFFICIAL_SHORT or (OFFICIAL.search(name) and countries().cldr.get(code) != name)
    return "" if official else code


@lru_cache(maxsize=1)
def _rows() -> tuple[list[str], ...]:
    return tuple(data.rows("cldr_names.tsv"))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, str]]:
    """English name → part of CLDR → key, the first of several."""
    found: dict[str, dict[str, str]] = {}
    for english, part, key, *_ in _rows():
        found.setdefault(english, {}).setdefault(part, key)
    return found


@lru_cache(maxsize=1)
def _names() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Part and key → language → name."""
    return {(part, key): dict(zip(_COLUMNS, forms, strict=True)) for _, part, key, *forms in _rows()}


@lru_cache(maxsize=5_000)
def _from_babel(part: str, key: str, language: str) -> tuple[str, str]:
    """The name in any language and the version of CLDR; empty without either."""
    from babel.core import Locale, UnknownLocaleError, get_cldr_version  # noqa: PLC0415  (see above)

    try:
        locale = Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return "", ""
    form = getattr(locale, part).get(key, "")
    return _FOOTNOTE.sub("", form).replace("\u00a0", " ").strip(), get_cldr_version()
