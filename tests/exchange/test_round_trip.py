"""What a format holds survives being written and read, whatever the glossary holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from glossary import exchange
from glossary.exchange import Scope, TermEntry
from glossary.exchange.entries import UNDETERMINED
from glossary.exchange.text import clean
from glossary.model import ConceptEntry, Glossary, Term

from .building import LANGUAGES, SAMPLE, glossaries

Held = dict[str, object]


def _terms(terms: tuple[Term, ...], *statuses: str, types: bool = False) -> list[tuple[str, ...]]:
    kept = [term for term in terms if not statuses or term.status in statuses]
    return sorted((term.form, term.status, *((term.type,) if types else ())) for term in kept)


def _everything(
    entry: ConceptEntry | TermEntry, english: tuple[Term, ...], *statuses: str, types: bool = False
) -> Held:
    def renderings(language: str) -> tuple[Term, ...]:
        return entry.section(language) if isinstance(entry, ConceptEntry) else entry.renderings.get(language, ())

    return {
        "id": entry.id, "kind": entry.kind, "subkind": entry.subkind, "translate": entry.translate is not False,
        "definition": clean(entry.definition), "note": clean(entry.note), "en": _terms(english, types=types),
        **{language: found for language in LANGUAGES if (found := _terms(renderings(language), *statuses))},
    }  # fmt: skip


def _english(entry: ConceptEntry | TermEntry) -> tuple[Term, ...]:
    return entry.english.terms if isinstance(entry, ConceptEntry) else entry.terms


def _all(entry: ConceptEntry | TermEntry) -> Held | None:
    return _everything(entry, _english(entry))


def _tbx(entry: ConceptEntry | TermEntry) -> Held | None:
    return _everything(entry, _english(entry), "preferred", "admitted", "deprecated", types=True)


def _pair(entry: ConceptEntry | TermEntry) -> Held | None:
    """English and one approved rendering, definition and note."""
    if isinstance(entry, ConceptEntry):
        targets = [term.form for term in entry.section("ko")[:1] if term.status == "preferred"]
    else:
        targets = [term.form for term in entry.renderings.get(UNDETERMINED, ())]
    told = clean(entry.definition), clean(entry.note)
    return {"en": _english(entry)[0].form, "ko": targets, "told": told} if targets or any(told) else None


HELD: dict[str, Callable[[ConceptEntry | TermEntry], Held | None]] = {
    "json": _all, "csv": _all, "xlsx": _all, "tbx": _tbx, "tbx3": _tbx, "omegat": _pair, "lokalize": _tbx,
}  # fmt: skip
"""Format → what of a concept it holds; None: nothing."""


def written_and_read(name: str, glossary: Glossary) -> exchange.Reading:
    """Write and read again, the format told by the content alone."""
    scope = Scope(("ko",) if exchange.FORMATS[name].pair else LANGUAGES)
    return exchange.read(exchange.write(name, glossary, scope), f"file.{name}")


@given(glossaries())
@settings(max_examples=60, deadline=None)
def test_what_is_held_survives(glossary: Glossary) -> None:
    for name, held in HELD.items():
        expected = [told for concept in glossary if (told := held(concept)) is not None]
        if expected:
            reading = written_and_read(name, glossary)
            assert [held(entry) for entry in reading.entries] == expected, name
            assert (name, reading.unheld) == (name, ())


@pytest.mark.parametrize("name", exchange.FORMATS)
def test_the_same_glossary_gives_the_same_bytes(name: str) -> None:
    if name == "poedit":
        return
    scope = Scope(("ko",) if exchange.FORMATS[name].pair else LANGUAGES)
    assert exchange.write(name, SAMPLE, scope) == exchange.write(name, SAMPLE, scope)
