"""Where the glossary's terms stand in its documents, to be highlighted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from glossary.languages.source import SourceTerms
from glossary.model import ConceptEntry, Document, Glossary, Segment

_ANY_CASE = frozenset({"title", "term"})
"""Kinds whose forms may begin a sentence, unless they have a capital themselves."""


class Mark(NamedTuple):
    """One highlighted use."""

    start: int
    end: int
    """Offsets in the segment's text."""
    concepts: tuple[str, ...]
    """Ids; more than one where the glossary does not tell which concept is meant."""


class Marker:
    """All terms of a glossary, ready to be looked for in documents."""

    def __init__(self, glossary: Glossary) -> None:
        self._terms = SourceTerms(
            (concept.id, form, _case_sensitive(concept, form)) for concept in glossary for form in concept.forms
        )
        self._known: Mapping[str, ConceptEntry] = glossary.by_id
        self._places: dict[tuple[str, str], set[int]] = defaultdict(set)
        for concept in glossary:
            for occurrence in concept.occurrences:
                self._places[concept.id, occurrence.location.path].add(occurrence.location.line)

    def marks(self, document: Document) -> Iterator[tuple[Segment, tuple[Mark, ...]]]:
        """Every segment of a document with its marks in the order of the text, none overlapping another."""
        for segment in document.segments:
            if segment.role == "boilerplate":
                yield segment, ()
                continue
            spans: dict[tuple[int, int], list[str]] = {}
            for use in self._terms.uses(segment.text):
                spans.setdefault((use.start, use.end), []).append(use.concept_id)
            found = []
            for (start, end), concepts in sorted(spans.items()):
                meant = self._meant(dict.fromkeys(concepts), document.path, segment.line_at(start))
                if meant:
                    found.append(Mark(start, end, meant))
            yield segment, tuple(found)

    def _meant(self, concepts: Mapping[str, None], path: str, line: int) -> tuple[str, ...]:
        """Those of the concepts that the glossary knows on this line; else those that it may have left out.

        The glossary keeps a sample of the uses: a concept whose uses it has all kept is none elsewhere.
        """
        here = tuple(concept for concept in concepts if line in self._places.get((concept, path), ()))
        return here or tuple(concept for concept in concepts if self._sampled(concept))

    def _sampled(self, concept: str) -> bool:
        entry = self._known[concept]
        return entry.count > len(entry.occurrences)


def _case_sensitive(concept: ConceptEntry, form: str) -> bool:
    return concept.kind not in _ANY_CASE or any(letter.isupper() for letter in form)
