"""What fills a slot: a known part with the forms that templates ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from glossary.languages.english import fold_spelling, singular
from glossary.suggestions import confidence
from glossary.suggestions.composition import ukrainian
from glossary.suggestions.composition.patterns import Stem, modifiers, nouns, portfolios
from glossary.suggestions.composition.ukrainian_places import place
from glossary.suggestions.composition.ukrainian_plural import plural
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


@dataclass(frozen=True, slots=True)
class Part:
    """A filled slot."""

    form: str
    """Nominative, as it stands alone."""
    confidence: float
    forms: Mapping[str, str] = field(default_factory=dict)
    """Name that templates use → form; what is missing or empty cannot be had."""
    adjective: str = ""
    """Ukrainian, masculine nominative."""
    gender: ukrainian.Gender = ""
    code: str = ""
    """Of a country."""


def slot_country(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """A country by name, demonym or possessive: "Russia", "Russian", "Russia's"."""
    name = text.replace("’", "'").removesuffix("'s").removesuffix("'").removeprefix("the ")
    row = country(name) or people(name)
    if row:
        yield from _country(row, language)


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
    yield from _stem(portfolios().get(_folded(text)), language)


def slot_modifier(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """A word before a noun."""
    yield from _stem(modifiers().get(_folded(text)), language)


def slot_noun(text: str, language: str, _lookup: Lookup) -> Iterator[Part]:
    """An everyday noun."""
    folded = _folded(text)
    stem = nouns().get(folded) or nouns().get(singular(folded))
    form = getattr(stem, language) if stem else ""
    if form and language == "uk":
        form = form if folded in nouns() else plural(form)
        yield Part(form, confidence.CLDR, {"gen": ukrainian.genitive(form)}, gender=ukrainian.gender(form))
    elif form:
        yield Part(form, confidence.CLDR)


def _folded(text: str) -> str:
    return fold_spelling(text)


def _stem(stem: Stem | None, language: str) -> Iterator[Part]:
    if stem:
        form = getattr(stem, language)
        yield Part(form, 1.0, {"minister": stem.minister}, adjective=stem.uk)


def _known(*kinds: str) -> Callable[[str, str, Lookup], Iterator[Part]]:
    """A slot for what the sources know as one of ``kinds``."""

    def slot(text: str, language: str, lookup: Lookup) -> Iterator[Part]:
        for rendering in lookup(Query(text)):
            if rendering.confidence >= confidence.PREFILL and rendering.kind in kinds:
                form = rendering.form
                forms = {"gen": ukrainian.genitive(form)} if language == "uk" else {"short": form, "office": form}
                yield Part(form, rendering.confidence, forms, gender=ukrainian.gender(form) if language == "uk" else "")
                return

    return slot


SLOTS: Mapping[str, Callable[[str, str, Lookup], Iterator[Part]]] = {
    "{country}": slot_country,
    "{demonym}": slot_demonym,
    "{place}": slot_place,
    "{portfolio}": slot_portfolio,
    "{modifier}": slot_modifier,
    "{noun}": slot_noun,
    "{title}": _known("title"),
    "{body}": _known("organization"),
    "{event}": _known("event"),
    "{thing}": _known("term", "document", "event"),
}
"""Slot of the table → what can fill it."""
