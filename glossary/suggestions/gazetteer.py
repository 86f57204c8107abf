"""Cities and subdivisions of countries, from GeoNames and CLDR (``glossary/data/gazetteer.tsv``).

A name is no place by itself: what else it may be decides.  A subdivision answers to its name with a word for what
it is ("Khabarovsk Krai"), a city to its name alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from glossary import data
from glossary.expressions import expression
from glossary.languages.english import fold_spelling
from glossary.suggestions import confidence
from glossary.suggestions.query import Query, Rendering, Resources

_LANGUAGES = ("ko", "ja", "uk")
_WORD = (
    r"(?:[Oo]blast|[Kk]rai|[Kk]ray|[Oo]krug|[Pp]rovince|[Rr]egion|[Pp]refecture|[Ss]tate|[Cc]ounty|[Tt]erritory|"
    r"[Rr]epublic|[Gg]overnorate|[Vv]oivodeship|[Cc]anton|[Ee]mirate)"
)
_AFTER = expression(rf"^(?P<base>.+?)[ -](?:(?:[Aa]utonomous )?{_WORD}|do)$")
_BEFORE = expression(rf"^(?:(?:[Aa]utonomous )?{_WORD}) of (?P<base>.+)$")
_NO_PLACE = frozenset({"person", "people", "title", "document"})
_KEPT_WHOLE = frozenset({"KR", "KP", "JP", "CN"})
"""Countries whose subdivisions Korean and Japanese never write without the word for what they are."""
_TYPE = {
    "ko": expression(r"(?: (?:지방|공화국|자치구|자치주|연방관구)|주|현|성)$"),
    "ja": expression(r"(?:自治管区|自治州|自由州|共和国|地方|県|州|省)$"),
    "uk": expression(r"^(?:[Пп]рефектура|[Пп]ровінція|Республіка) | (?:область|край|провінція|регіон|район|округ)$"),
}
"""The word for what it is, in a rendering."""
_ADJECTIVE = expression(r"(?:ий|ій|ка|ська|цька)$")


class Place(NamedTuple):
    """One line of the table."""

    name: str
    renderings: Sequence[str]
    """ko, ja, uk; empty where unknown, ``~`` before one that is less sure."""
    id: str
    country: str
    """ISO 3166-1 code."""
    flags: str
    """s subdivision, c capital, d others of like size have the name, p also a person's name, w an everyday word."""

    @property
    def subdivision(self) -> bool:
        """A part of a country rather than a city."""
        return "s" in self.flags

    def rendering(self, language: str) -> str:
        """Its name in ko, ja or uk, as in the table."""
        return self.renderings[_LANGUAGES.index(language)]

    def source(self) -> str:
        """For people who want to look it up."""
        return f"CLDR 41 {self.id}" if self.subdivision else f"GeoNames {self.id}"


@lru_cache(maxsize=50_000)
def places(name: str) -> tuple[Place, ...]:
    """All places of that English name, under spelling (``fold_spelling``)."""
    found = data.find("gazetteer.tsv", fold_spelling(name))
    return tuple(Place(own, (ko, ja, uk), key, country, flags) for _, own, ko, ja, uk, key, country, flags in found)


def gazetteer_knows(text: str) -> bool:
    """Whether a text, with or without the word for what it is, is in the table."""
    match = _AFTER.match(text) or _BEFORE.match(text)
    return bool(text[:1].isupper() and places(match["base"] if match else text))


def from_gazetteer(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """Places of the name, unless it is known to be none."""
    if language not in _LANGUAGES or query.kind in _NO_PLACE or not query.form[:1].isupper():
        return
    match = _AFTER.match(query.form) or _BEFORE.match(query.form)
    if match:
        county = query.form.casefold().endswith("county")
        divisions = _sorted((place for place in places(match["base"]) if place.subdivision), query)
        if county:  # there are thousands of counties, and hardly one is in the table
            divisions = [place for place in divisions if place.country in query.countries]
        for place in divisions[:1]:
            trust = confidence.SUBDIVISION * (0.7 if _rivals(divisions, query) else 1.0)
            yield from _named(place, place.rendering(language), trust)
        return
    found = _sorted(places(query.form), query)
    cities = [place for place in found if not place.subdivision]
    divisions = [place for place in found if place.subdivision]
    for place in cities[:1]:
        yield from _named(place, place.rendering(language), confidence.CITY * _doubt(place, query))
    named = any(place.rendering(language) for place in cities[:1])
    trust = 0.4 if named else confidence.BARE_SUBDIVISION
    for place in [place for place in divisions if place.rendering(language)][:1]:
        yield from _bare(place, language, trust * _doubt(place, query))


def _sorted(found: Iterable[Place], query: Query) -> list[Place]:
    """Places in the countries that the text is about first, then the undoubted ones."""
    return sorted(found, key=lambda place: (place.country not in query.countries, "d" in place.flags))


def _rivals(found: Sequence[Place], query: Query) -> bool:
    return len(found) > 1 and found[0].country not in query.countries and found[0].renderings != found[1].renderings


def _doubt(place: Place, query: Query) -> float:
    """Factor for what else the name may be."""
    other = "p" in place.flags or "w" in place.flags
    if place.subdivision and "w" in place.flags:
        return 0.4
    if query.kind == "place":
        return 0.8 if "d" in place.flags and place.country not in query.countries else 1.0
    if query.kind is None:
        return 0.55 if other else 0.9 if "d" in place.flags else 1.0
    return 0.3 if other or "d" in place.flags else 0.8


def _named(place: Place, form: str, trust: float) -> Iterator[Rendering]:
    if form:
        sure = not form.startswith("~")
        yield Rendering(form.removeprefix("~"), trust * (1.0 if sure else confidence.ALTERNATE), place.source())


def _bare(place: Place, language: str, trust: float) -> Iterator[Rendering]:
    """A subdivision called by its name alone: without the word for what it is where the language drops it."""
    form = place.rendering(language)
    if language != "uk" and place.country in _KEPT_WHOLE:
        yield from _named(place, form, trust)
        return
    short = _TYPE[language].sub("", form)
    if language == "uk" and short != form and _ADJECTIVE.search(short):
        yield from _named(place, form, trust * 0.8)
        return
    yield from _named(place, short, trust)
    if short != form:
        yield from _named(place, form, trust * confidence.SECOND)
