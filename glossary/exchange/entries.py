"""What a file of another tool says, before anybody decides what of it counts.

A reader gives ``TermEntry`` values (one concept each, as the file tells it) and lists as ``Unheld`` what the
model of this program has no place for.  ``as_glossary`` makes a glossary of them, for checks and suggestions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from glossary.exchange.text import clean, slug
from glossary.model import KINDS, ConceptEntry, Glossary, Kind, LanguageSection, Location, Term, TermStatus

UNDETERMINED = "und"
"""BCP 47 for renderings in a language that the file does not name."""


@dataclass(frozen=True, slots=True)
class Unheld:
    """Something in a file that the glossary has no place for."""

    place: Location
    what: str
    """The kind of information, as the file names it: ``grammaticalGender``, ``column "Client"``."""
    text: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One concept as a file tells it.  What the file does not tell is empty."""

    place: Location
    """Where it starts."""
    terms: tuple[Term, ...]
    """English, the preferred one first. Empty only in a file of a single other language."""
    renderings: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    """Language as the file names it (``und``: it does not) → terms, the one to use first."""
    id: str = ""
    kind: Kind | None = None
    subkind: str = ""
    definition: str = ""
    note: str = ""
    translate: bool | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    """Language → the whole cell, where it was taken for several terms: perhaps it is only one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file holds."""

    entries: tuple[TermEntry, ...]
    unheld: tuple[Unheld, ...] = ()


def ranked(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms of one language, each form once: preferred, proposed, admitted and deprecated ones.

    A form that the file gives twice keeps the better status.
    """
    best: dict[str, Term] = {}
    for term in sorted(terms, key=lambda term: _ORDER[term.status]):
        best.setdefault(term.form, term)
    return tuple(best.values())


_ORDER: Mapping[TermStatus, int] = {"preferred": 0, "proposed": 1, "admitted": 2, "deprecated": 3}


def settled(terms: Iterable[tuple[Term, TermStatus | None]]) -> tuple[Term, ...]:
    """Terms of one language with the status that the file states; of those without, the first is preferred unless
    another one is, and the rest are admitted.
    """
    found = list(terms)
    taken = any(status == "preferred" for _, status in found)
    known = []
    for term, status in found:
        known.append(replace(term, status=status or ("admitted" if taken else "preferred")))
        taken = taken or status is None
    return ranked(known)


def stated(terms: Iterable[tuple[str, TermStatus | None]], place: Location) -> tuple[Term, ...]:
    """``settled`` for bare forms, all of one place; empty ones are left out."""
    return settled((Term(form, source=str(place)), status) for text, status in terms if (form := clean(text)))


def kind_of(text: str) -> tuple[Kind | None, str]:
    """Kind and subkind of ``place (city)``; no kind when the text names none of this program's."""
    name, _, rest = clean(text).partition(" (")
    kind = next((kind for kind in KINDS if kind == name.casefold()), None)
    return kind, rest.removesuffix(")") if kind else ""


def as_glossary(entries: Iterable[TermEntry]) -> Glossary:
    """The entries that have an English term, as a glossary with sections in all languages of the file.

    Ids are the file's, made unique; without one they are made from the preferred form.
    """
    taken: Counter[str] = Counter()
    concepts = []
    for entry in entries:
        if not entry.terms:
            continue
        identifier = entry.id or slug(entry.terms[0].form)
        taken[identifier] += 1
        if taken[identifier] > 1:
            identifier += f"-{taken[identifier]}"
        english = (replace(entry.terms[0], status="preferred"), *entry.terms[1:])
        sections = [LanguageSection(language, terms) for language, terms in entry.renderings.items() if terms]
        concept = ConceptEntry(
            identifier, entry.kind or "term", (LanguageSection("en", english), *sections), entry.subkind,
            entry.definition, entry.note, entry.translate is not False,
        )  # fmt: skip
        concepts.append(concept)
    return Glossary(tuple(concepts))
