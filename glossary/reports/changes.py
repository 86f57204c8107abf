"""What changed between two builds of a glossary, by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.languages.english import fold_case
from glossary.model import ConceptEntry, Glossary


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences; every tuple sorted as its glossary is."""

    since: str
    """Which earlier build this is compared with, for people."""
    added: tuple[ConceptEntry, ...] = ()
    gone: tuple[ConceptEntry, ...] = ()
    """As they were."""
    renamed: tuple[tuple[ConceptEntry, ConceptEntry], ...] = ()
    """As it was and as it is: another preferred form."""
    merged: tuple[tuple[ConceptEntry, ConceptEntry], ...] = ()
    """A concept that is no more, and the one that has its preferred form now."""
    moved: tuple[tuple[ConceptEntry, ConceptEntry], ...] = ()
    """As it was and as it is: another kind."""

    def __bool__(self) -> bool:
        return any((self.added, self.gone, self.renamed, self.merged, self.moved))


def compare(old: Glossary, new: Glossary, since: str) -> Changes:
    """What became of each concept of ``old``, and which of ``new`` it did not have.

    A concept goes on under the same id; else as the new concept that has its preferred form, or whose preferred
    form it had: the concept was renamed when nobody else goes on as that one, and merged into it otherwise.
    """
    kept = [(old.by_id[concept.id], concept) for concept in new if concept.id in old.by_id]
    lost = [concept for concept in old if concept.id not in new.by_id]
    came = {concept.id: concept for concept in new if concept.id not in old.by_id}
    renamed = [(before, after) for before, after in kept if fold_case(before.preferred) != fold_case(after.preferred)]
    merged: list[tuple[ConceptEntry, ConceptEntry]] = []
    gone: list[ConceptEntry] = []
    for before in lost:
        after = _heir(before, came.values(), new)
        if after is None:
            gone.append(before)
        elif came.pop(after.id, None):
            renamed.append((before, after))
        else:
            merged.append((before, after))
    moved = [(before, after) for before, after in (*kept, *renamed) if before.kind != after.kind]
    return Changes(since, tuple(came.values()), tuple(gone), tuple(renamed), tuple(merged), tuple(moved))


def _heir(before: ConceptEntry, came: Iterable[ConceptEntry], new: Glossary) -> ConceptEntry | None:
    """The concept that ``before`` goes on as; of several, a new one of its kind first."""
    fresh = {concept.id for concept in came}
    forms = {fold_case(form) for form in before.forms}
    found = list(new.find(before.preferred))
    found += [concept for form in before.forms for concept in new.find(form) if fold_case(concept.preferred) in forms]
    found.sort(key=lambda concept: (concept.id not in fresh, concept.kind != before.kind))
    return found[0] if found else None
