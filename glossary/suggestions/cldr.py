"""Names of countries, world regions, languages and currencies from CLDR, by way of Babel, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError, get_cldr_version

from glossary.languages.countries import countries, country_code
from glossary.suggestions import confidence
from glossary.suggestions.query import Query, Rendering, Resources

_FOOTNOTE = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+$")
"""A superscript digit that some values end in ("Велика Британія²")."""
OFFICIAL = re.compile(
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
    locale = _locale(language)
    if locale is None or not query.named:
        return
    name = query.form.replace("’", "'")
    for part, trust in _PARTS:
        key = _english(part).get(name) if (part, query.kind) != ("languages", "people") else None
        form = getattr(locale, part).get(key, "") if key else ""
        if form:
            yield Rendering(_clean(form), trust, f"CLDR {get_cldr_version()} {key}")
    code = short_country(name)
    if code and code not in ("HK", "MO") and name not in _english("territories"):
        form = locale.territories.get(code, "")
        if form:
            yield Rendering(_clean(form), 0.95 * confidence.CLDR, f"CLDR {get_cldr_version()} {code}")


def short_country(name: str) -> str:
    """ISO code of a country that ``name`` is a short name of; empty for official names and their abbreviations."""
    code = country_code(name) if name not in _NOT_A_COUNTRY else ""
    official = name in _OFFICIAL_SHORT or (OFFICIAL.search(name) and countries().cldr.get(code) != name)
    return "" if official else code


def _clean(form: str) -> str:
    return _FOOTNOTE.sub("", form).replace("\u00a0", " ").strip()


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=8)
def _english(part: str) -> Mapping[str, str]:
    """CLDR's English name → key."""
    names = getattr(Locale("en"), part)
    return {_clean(name).replace("’", "'"): key for key, name in reversed(list(names.items()))}
