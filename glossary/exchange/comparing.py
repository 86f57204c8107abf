"""Hold the entries of a file against the glossary: what is new, what would change, where the two contradict.

Entries find their concept by id, else by English form: exactly, else as ``languages.english`` folds spelling; never
by likeness.  Of several concepts that share a form, the kind decides, else the rendering that is already there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.exchange.difference import Difference
from glossary.exchange.differences import differences
from glossary.exchange.entries import UNDETERMINED, Reading, TermEntry, Unheld
from glossary.exchange.text import clean, same_language
from glossary.languages.english import fold_case, fold_spelling
from glossary.model import ConceptEntry, Glossary, Location, Term

__all__ = ["Comparison", "Difference", "Own", "compare"]


@dataclass(frozen=True)
class Own:
    """The project's side."""

    glossary: Glossary
    """With the catalogs' renderings joined, and with whatever decisions a next build will follow."""
    languages: tuple[str, ...]
    """BCP 47."""
    decided_kinds: Collection[str] = frozenset()
    """Ids of the concepts whose kind a person decided."""
    untouched: Collection[tuple[str, str]] = frozenset()
    """Language (BCP 47) and concept id of the fuzzy renderings that are this program's own suggestions."""
    rejected: Mapping[str, Location] = field(default_factory=dict)
    """Folded form (``fold_case``) that is never to be listed → where that was decided."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A file against the glossary."""

    differences: tuple[Difference, ...]
    """In the order of the file."""
    unheld: tuple[Unheld, ...]
    """What the glossary has no place for, by line."""
    same: int
    """Entries that say nothing else than the glossary."""


def compare(own: Own, reading: Reading, language: str = "") -> Comparison:
    """What ``reading`` would change; ``language`` is that of renderings whose language the file does not name."""
    finder = _Finder(own, language)
    groups: dict[str, list[TermEntry]] = {}
    concepts: dict[str, ConceptEntry | None] = {}
    for entry in reading.entries:
        located = finder.locate(entry)
        if located is not None:
            key, concept, known = located
            concepts[key] = concept
            groups.setdefault(key, []).append(known)
    found: list[Difference] = []
    unheld = [*reading.unheld, *finder.unheld]
    same = 0
    for key, entries in groups.items():
        suggested = frozenset(language for language, concept in own.untouched if concept == key)
        different, left = differences(
            own.glossary, concepts[key], key, entries, decided=key in own.decided_kinds, suggested=suggested
        )
        found += different
        unheld += left
        same += 0 if different else len(entries)
    return Comparison(tuple(found), tuple(sorted(unheld, key=lambda item: item.place.line)), same)


class _Finder:
    """Finds the concept of an entry."""

    def __init__(self, own: Own, language: str) -> None:
        self.own, self.language = own, language
        self.unheld: list[Unheld] = []
        self.by_spelling: dict[str, list[ConceptEntry]] = {}
        for concept in own.glossary:
            for key in dict.fromkeys(fold_spelling(form) for form in concept.forms):
                self.by_spelling.setdefault(key, []).append(concept)

    def locate(self, entry: TermEntry) -> tuple[str, ConceptEntry | None, TermEntry] | None:
        """Key of the concept, the concept (None: a new one) and the entry in the project's languages."""
        entry = self.known(entry)
        if not entry.terms:
            text = "; ".join(term.form for terms in entry.renderings.values() for term in terms)
            self.unheld.append(Unheld(entry.place, "no English term", text))
            return None
        found = self.candidates(entry)
        if len(found) > 1:
            names = " or ".join(f"{concept.preferred} ({concept.kind})" for concept in found)
            self.unheld.append(Unheld(entry.place, "could be several concepts", f"{entry.terms[0].form}: {names}"))
            return None
        if found:
            return found[0].id, found[0], entry
        form = entry.terms[0].form
        if entry.terms[0].status == "deprecated":
            self.unheld.append(Unheld(entry.place, "only forms to avoid", form))
            return None
        if place := self.own.rejected.get(fold_case(form)):
            self.unheld.append(Unheld(entry.place, f"rejected in {place}", form))
            return None
        return f"+{entry.kind or ''} {fold_case(form)}", None, entry

    def known(self, entry: TermEntry) -> TermEntry:
        """The entry with the renderings of the project's languages; others are told."""
        renderings: dict[str, tuple[Term, ...]] = {}
        for tag, terms in entry.renderings.items():
            language = self.language if tag == UNDETERMINED else same_language(tag, self.own.languages)
            if language:
                renderings[language] = (*renderings.get(language, ()), *terms)
            else:
                text = "; ".join(term.form for term in terms)
                self.unheld.append(Unheld(entry.place, f"language {tag}, which the project does not have", text))
        cells = {
            self.language if tag == UNDETERMINED else same_language(tag, ("en", *self.own.languages)): cell
            for tag, cell in entry.cells.items()
        }
        return TermEntry(
            entry.place, entry.terms, renderings, entry.id, entry.kind, entry.subkind, entry.definition, entry.note,
            entry.translate, cells,
        )  # fmt: skip

    def candidates(self, entry: TermEntry) -> Sequence[ConceptEntry]:
        """The one concept that the entry is about, several if that cannot be told, or none."""
        known = self.own.glossary.by_id.get(entry.id)
        if known is not None and (not entry.id.isdecimal() or _names(known, entry)):
            return [known]
        usable = [term.form for term in entry.terms if term.status != "deprecated"] or [entry.terms[0].form]
        forms = [*([entry.cells["en"]] if "en" in entry.cells else []), *usable]
        for found in self.searches(forms):
            kin = [concept for concept in found if concept.kind == entry.kind] or list(found)
            if len(kin) > 1:
                kin = [concept for concept in kin if _agrees(concept, entry)][:1] or kin
            if kin:
                return kin
        return ()

    def searches(self, forms: Sequence[str]) -> Iterator[Sequence[ConceptEntry]]:
        """Concepts by preferred form, by any form, by spelling; the preferred term of the entry before others."""
        for form in forms:
            found = self.own.glossary.find(form)
            yield [concept for concept in found if fold_case(concept.preferred) == fold_case(form)]
            yield found
        for form in forms:
            yield self.by_spelling.get(fold_spelling(form), ())


def _names(concept: ConceptEntry, entry: TermEntry) -> bool:
    """Do they have kind and preferred form in common?  A mere number may be another program's id."""
    named = entry.cells.get("en") or entry.terms[0].form
    return entry.kind in (None, concept.kind) and fold_spelling(named) == fold_spelling(concept.preferred)


def _agrees(concept: ConceptEntry, entry: TermEntry) -> bool:
    """Does the concept already have all renderings of the entry?"""
    return all(
        any(clean(own.form) == term.form for own in concept.section(language) for term in terms)
        for language, terms in entry.renderings.items()
    )
