"""Candidates and glossaries in one line each, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary.concepts import Consolidated, Decisions, Rules, Tally, consolidate, resolve
from glossary.model import Candidate, ConceptEntry, Glossary, Kind, Location, Occurrence, Relation


def named(
    form: str,
    kind: Kind = "term",
    uses: int = 1,
    *forms: str,
    path: str = "a.txt",
    relations: Iterable[Relation] = (),
    **fields,
) -> Candidate:
    """A candidate used ``uses`` times under each of its forms."""
    occurrences = [
        Occurrence(Location(path, line), written, f"Here is {written} again.")
        for written in (form, *forms)
        for line in range(1, uses + 1)
    ]
    return Candidate(form, kind, tuple(sorted(occurrences)), "test", why=(f"test: {form}",),
                     relations=tuple(relations), **fields)  # fmt: skip


def merged(
    *documents: Sequence[Candidate],
    decisions: Decisions | None = None,
    scores: dict[str, tuple[float, str]] | None = None,
    abbreviations: str = "expansion",
) -> Consolidated:
    """What becomes of the candidates of each document."""
    tally = Tally()
    for number, candidates in enumerate(documents, 1):
        tally.add(f"{number}.txt", resolve(candidates))
    return consolidate(tally, Rules(scores or {}, decisions or Decisions(), 0.5, abbreviations), "test 1")


def glossary(*documents: Sequence[Candidate], **options) -> Glossary:
    """The glossary of the candidates of each document."""
    return merged(*documents, **options).glossary


def forms(concepts: Iterable[ConceptEntry]) -> list[set[str]]:
    """The forms of each concept, in glossary order."""
    return [set(concept.forms) for concept in concepts]


def together(one: Candidate, other: Candidate, *, apart: bool = False) -> bool:
    """Are the two one concept: in one document, or, ``apart``, each in a document of its own?"""
    return len(glossary(*([[one], [other]] if apart else [[one, other]]))) == 1
