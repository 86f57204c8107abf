"""Countries and peoples as newsrooms write them (``glossary/data/peoples.tsv``), with the Ukrainian forms that
phrases are built from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from glossary import data
from glossary.languages.countries import people_code
from glossary.suggestions import confidence
from glossary.suggestions.cldr import short_country
from glossary.suggestions.query import Query, Rendering, Resources

SOURCE = "table of peoples"


class People(NamedTuple):
    """A country and its people; a field without settled form is empty."""

    code: str
    """ISO 3166-1 alpha-2, or a name in capitals of what is no country of today: SU, EU, ASIA, WEST, KOREA."""
    en: str
    """English demonyms, ``|`` between."""
    ko: str
    ja: str
    ja_short: str
    """The one character that headlines put before an office (米)."""
    uk: str
    uk_genitive: str
    uk_locative: str
    uk_adjective: str
    """Masculine nominative."""
    uk_person: str
    uk_people: str
    ko_person: str
    ja_person: str


class Peoples(NamedTuple):
    """The table under its keys."""

    by_code: Mapping[str, People]
    by_demonym: Mapping[str, People]
    """Singular and plural."""


@lru_cache(maxsize=1)
def peoples() -> Peoples:
    """The table, read once per process."""
    rows = [People(*cells) for cells in data.rows("peoples.tsv")]
    demonyms: dict[str, People] = {}
    for row in rows:
        for form in filter(None, row.en.split("|")):
            demonyms.setdefault(form, row)
            demonyms.setdefault(plural(form), row)
    return Peoples({row.code: row for row in rows}, demonyms)


def plural(demonym: str) -> str:
    """The plural of a demonym: "Russians", "Japanese", "Britons", "Chinese".

    >>> plural("Kazakh"), plural("Japanese"), plural("Scotsman")
    ('Kazakhs', 'Japanese', 'Scotsmen')
    """
    if demonym.endswith("man"):
        return demonym[:-3] + "men"
    return demonym if demonym.endswith(("ese", "ish", "ch", "ss")) else f"{demonym}s"


_UNIONS = {"EU": "EU", "European Union": "EU", "Soviet Union": "SU", "USSR": "SU", "Asia": "ASIA", "Africa": "AFRICA",
           "Europe": "EUROPE", "West": "WEST", "the West": "WEST",
           "Korea": "KOREA", "Scotland": "SCOTLAND", "Wales": "WALES", "Czechoslovakia": "CS",
           "Yugoslavia": "YU"}  # fmt: skip
"""Names of the rows that are no country of ISO 3166-1 today."""


@lru_cache(maxsize=50_000)
def country(name: str) -> People | None:
    """The row of a country's short name as written: "Russia", "US", "North Korea"."""
    code = _UNIONS.get(name) or short_country(name)
    return peoples().by_code.get(code) if code else None


@lru_cache(maxsize=50_000)
def people(name: str) -> People | None:
    """The row of a demonym as written: "Russian", "North Koreans"."""
    return peoples().by_demonym.get(name) or peoples().by_code.get(people_code(name))


def from_peoples(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """The name of a country; the word for its people ("Russians"); or the adjective first ("Russian").

    In running text a demonym in the singular is an adjective three times as often as a noun.
    """
    if language not in ("ko", "ja", "uk") or not query.named:
        return
    found = country(query.form)
    if found and query.kind != "people":
        form = getattr(found, language)
        if form:
            yield Rendering(form, confidence.PEOPLES, f"{SOURCE}: {found.code}", kind="place")
        return
    found = people(query.form)
    if found is None:
        return
    source = f"{SOURCE}: {found.code}"
    if language == "uk":
        many = query.form.endswith("s") and query.form not in found.en.split("|")
        forms = [found.uk_people if many else found.uk_person, found.uk_adjective]
    else:
        suffix = "의" if language == "ko" else "の"
        name = getattr(found, language)
        forms = [getattr(found, f"{language}_person"), name + suffix if name else ""]
    if query.form == found.en.split("|")[0]:
        forms.reverse()
    for position, form in enumerate(filter(None, forms)):
        yield Rendering(form, confidence.PEOPLES * confidence.SECOND**position, source, kind="people")
