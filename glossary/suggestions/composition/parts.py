"""What fills a slot: a known part with the forms that templates ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from glossary.languages.english import fold_spelling
from glossary.suggestions import confidence
from glossary.suggestions.composition import ukrainian
from glossary.suggestions.composition.patterns import Stem, branches, is_number, modifiers, ordinal, portfolios
from glossary.suggestions.composition.ukrainian_names import genitive as ukrainian_surname
from glossary.suggestions.composition.ukrainian_numbers import ordinal as ukrainian_ordinal
from glossary.suggestions.composition.ukrainian_places import place
from glossary.suggestions.nouns import is_noun, noun
from glossary.suggestions.peoples import People, country, people
from glossary.suggestions.query import Query, Rendering

_SHORT = {"ko": {"US": "미"}, "ja": {"US": "米", "EU": "EU"}}
"""What newsrooms write before 군 and bodies: 미군, 米軍. Other one-character forms are for headlines."""
_OFFICE = {"ko": {}, "ja": {"US": "米", "GB": "英", "EU": "EU"}}
"""What they write before an office: 英首相."""
_MISSION = {
    "ko": {"US": "미", "JP": "일", "CN": "중", "GB": "영", "KR": "한", "RU": "러"},
    "ja": {"US": "米", "JP": "日", "CN": "中国", "GB": "英", "KR": "韓", "FR": "仏", "DE": "独"},
}
"""Receiving countries after 주 and 駐: 주미대사, 駐日大使."""

Lookup = Callable[[Query], tuple[Rendering, ...]]
"""Asks the sources, and composition for what they do not know."""


class Part(NamedTuple):
    """A filled slot."""

    form: str
    """Nominative, as it stands alone."""
    confidence: float
    forms: Mapping[str, str] = MappingProxyType({})
    """Name that templates use → form; what is missing or empty cannot be had."""
    adjective: str = ""
    """Ukrainian, masculine nominative."""
    gender: ukrainian.Gender = ""
    code: str = ""
    """Of a country."""


def slot_country(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """A country by name, demonym or possessive: "Russia", "Russian", "Russia's"."""
    row = _nation(text)
    if row:
        yield from _country(row, language)


def _nation(text: str) -> People | None:
    name = text.replace("’", "'").removesuffix("'s").removesuffix("'").removeprefix("the ")
    return country(name) or people(name)


def slot_demonym(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """A demonym only."""
    row = people(text)
    if row:
        yield from _country(row, language)


def _country(row: People, language: str) -> Iterator[Part]:
    form = getattr(row, language)
    if not form:
        return
    if language != "uk":
        tables = {"short": _SHORT, "office": _OFFICE, "mission": _MISSION}
        forms = {name: table[language].get(row.code, form) for name, table in tables.items()}
        yield Part(form, confidence.PEOPLES, forms, code=row.code)
        return
    forms = {
        "gen": row.uk_genitive,
        "loc": row.uk_locative,
        "acc": ukrainian.accusative(form),
        "ins": ukrainian.instrumental(form),
        "dat": ukrainian.dative(form, row.uk_locative),
    }
    yield Part(form, confidence.PEOPLES, forms, row.uk_adjective, ukrainian.gender(form), row.code)


def slot_place(text: str, language: str, lookup: Lookup) -> Iterator[Part]:
    """A city or region that some source knows; countries too."""
    if people(text):
        return
    for rendering in lookup(Query(text.removesuffix("'s"), "place"))[:1]:
        if rendering.confidence < confidence.PREFILL or rendering.kind not in ("", "place"):
            continue
        known = country(text)
        if language == "uk" and known and known.uk == rendering.form:
            yield from _country(known, language)
        elif language == "uk":
            genitive, locative = place(rendering.form)
            forms = {"gen": genitive, "loc": locative, "acc": ukrainian.accusative(rendering.form)}
            yield Part(rendering.form, rendering.confidence, forms, gender=ukrainian.gender(rendering.form))
        else:
            form = rendering.form
            yield Part(form, rendering.confidence, dict.fromkeys(("short", "office", "mission"), form))


def slot_portfolio(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """What a ministry is for."""
    yield from _stem(portfolios().get(fold_spelling(text)), language)


def slot_modifier(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """A word before a noun."""
    yield from _stem(modifiers().get(fold_spelling(text)), language)


def slot_noun(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """An everyday noun."""
    form = noun(text, language)
    if form and language == "uk":
        yield Part(form, confidence.CLDR, {"gen": ukrainian.genitive(form)}, gender=ukrainian.gender(form))
    elif form:
        yield Part(form, confidence.CLDR)


def slot_number(text: str, _language: str, _lookup: Lookup) -> Iterator[Part]:
    """A number in digits: "Article 5", "Rule 37"."""
    if is_number(text):
        yield Part(text, 1.0)


def slot_ordinal(text: str, _language: str, _lookup: Lookup) -> Iterator[Part]:
    """An ordinal number in digits: "25th"; templates take the Ukrainian one by gender."""
    number = ordinal(text)
    if number:
        yield Part(number, 1.0, {sex: ukrainian_ordinal(number, sex) for sex in ("m", "f", "n")})


def slot_leader(text: str, language: str, lookup: Lookup) -> Iterator[Part]:
    """A surname that is known for one person: "Biden administration"."""
    for rendering in lookup(Query(text, "person"))[:1]:
        if rendering.kind == "person" and rendering.confidence > confidence.PEOPLES and " " not in text:
            forms = {"gen": ukrainian_surname(rendering.form)} if language == "uk" else {}
            yield Part(rendering.form, rendering.confidence, forms)


def slot_branch(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """What a military unit is of: infantry, air assault."""
    yield from _stem(branches().get(fold_spelling(text)), language)


def _stem(stem: Stem | None, language: str) -> Iterator[Part]:
    if stem:
        form = getattr(stem, language)
        yield Part(form, 1.0, {"minister": stem.minister}, adjective=stem.uk)


def _known(kinds: frozenset[str]) -> Callable[[str, str, Lookup], Iterator[Part]]:
    """A slot for what the sources know as one of ``kinds``."""

    def slot(text: str, language: str, lookup: Lookup) -> Iterator[Part]:
        for rendering in lookup(Query(text)):
            if rendering.confidence >= confidence.PREFILL and rendering.kind in kinds:
                form = rendering.form
                forms = {"gen": ukrainian.genitive(form)} if language == "uk" else {"short": form, "office": form}
                yield Part(form, rendering.confidence, forms, gender=ukrainian.gender(form) if language == "uk" else "")
                return

    return slot


_TABLES: Mapping[str, Callable[[str], bool]] = {
    "{country}": lambda text: _nation(text) is not None,
    "{demonym}": lambda text: people(text) is not None,
    "{portfolio}": lambda text: fold_spelling(text) in portfolios(),
    "{modifier}": lambda text: fold_spelling(text) in modifiers(),
    "{noun}": is_noun,
    "{number}": is_number,
    "{ordinal}": lambda text: bool(ordinal(text)),
    "{branch}": lambda text: fold_spelling(text) in branches(),
}
"""Slot that one table fills → whether it has a text."""
_TAKES = {
    "{place}": frozenset({"", "place"}),
    "{leader}": frozenset({"person"}),
    "{title}": frozenset({"title"}),
    "{body}": frozenset({"organization"}),
    "{event}": frozenset({"event"}),
    "{thing}": frozenset({"term", "document", "event"}),
}
"""Any other slot → kinds that it takes."""

SLOTS: Mapping[str, Callable[[str, str, Lookup], Iterator[Part]]] = {
    "{country}": slot_country,
    "{demonym}": slot_demonym,
    "{place}": slot_place,
    "{portfolio}": slot_portfolio,
    "{modifier}": slot_modifier,
    "{noun}": slot_noun,
    "{number}": slot_number,
    "{ordinal}": slot_ordinal,
    "{leader}": slot_leader,
    "{branch}": slot_branch,
    **{slot: _known(kinds) for slot, kinds in _TAKES.items() if slot not in ("{place}", "{leader}")},
}
"""Slot of the table → what can fill it: at most one part."""


def may_fill(slot: str, text: str, kinds: Callable[[str], frozenset[str]]) -> bool:
    """Whether a text may fill a slot in any language; ``kinds`` tells what the sources may know it as."""
    if slot in _TABLES:
        return _TABLES[slot](text)
    return bool(_TAKES[slot] & kinds(text.removesuffix("'s") if slot == "{place}" else text))
