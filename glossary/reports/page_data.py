"""The data behind the report's page: plain lists and dictionaries, for its scripts.

Offsets count UTF-16 code units, as JavaScript does.  What is empty is left out, and documents, concepts, kinds
and roles are named by their position, because five thousand concepts have a hundred thousand places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from glossary.model import KINDS, ConceptEntry, Document, Finding, Occurrence, Role, Span
from glossary.reports.content import Content, told_source
from glossary.reports.marks import Mark, Marker

ROLES: tuple[Role, ...] = get_args(Role)
PLACES = 30
"""Places listed for a concept; the rest are counted. More than a screen of them is no help."""
TEXT_BUDGET = 6_000_000
"""Characters of all documents shown together; 500 articles of ten pages have fewer. Beyond it a document has its
title only, so that the report can still be mailed."""


def page_data(content: Content) -> dict[str, Any]:
    """Everything that the page's scripts need."""
    numbers = {concept.id: number for number, concept in enumerate(content.glossary)}
    paths = dict.fromkeys((*content.glossary.sources, *(document.path for document in content.documents)))
    positions = {path: number for number, path in enumerate(paths)}
    return {
        "languages": [[language.replace("_", "-"), name] for language, name in content.languages.items()],
        "kinds": KINDS,
        "roles": ROLES,
        "documents": _documents(content, positions, numbers),
        "concepts": [_concept(concept, content, positions, numbers) for concept in content.glossary],
        "findings": [_finding(finding, numbers) for finding in content.findings],
        "rules": {code: list(content.rules[code]) for code in _codes(content) if code in content.rules},
    }


def _codes(content: Content) -> list[str]:
    return sorted({finding.code for finding in content.findings})


def _filled(**values: Any) -> dict[str, Any]:
    """The values that are not empty; zero is not empty."""
    return {key: value for key, value in values.items() if value not in ("", [], None)}


def _documents(content: Content, positions: Mapping[str, int], numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """All documents by position; one that is gone, or beyond the budget, has no segments."""
    found = [{"path": path} for path in positions]
    marker = Marker(content.glossary)
    room = TEXT_BUDGET
    for document in content.documents:
        room -= sum(len(segment.text) for segment in document.segments)
        found[positions[document.path]] = _document(document, marker, numbers, whole=room >= 0)
    return found


def _document(document: Document, marker: Marker, numbers: Mapping[str, int], *, whole: bool) -> dict[str, Any]:
    if not whole:
        return {"path": document.path, "title": document.title}
    segments = [
        [segment.location.line, ROLES.index(segment.role), segment.text, _marks(marks, segment.text, numbers)]
        for segment, marks in marker.marks(document)
    ]
    return {"path": document.path, "title": document.title, "segments": segments}


def _marks(marks: Sequence[Mark], text: str, numbers: Mapping[str, int]) -> list[list[int]]:
    """Start, end and concepts of each mark."""
    offset = _utf16(text)
    return [[offset(mark.start), offset(mark.end), *(numbers[concept] for concept in mark.concepts)] for mark in marks]


def _utf16(text: str) -> Callable[[int], int]:
    """Function from offsets in characters to offsets in UTF-16 code units."""
    astral = (
        [index for index, character in enumerate(text) if character > "\uffff"]
        if max(text, default="") > "\uffff"
        else []
    )
    return lambda offset: offset + bisect_left(astral, offset)


def _span(text: str, span: Span | None) -> list[int] | None:
    return [_utf16(text)(offset) for offset in span] if span else None


def _concept(
    concept: ConceptEntry, content: Content, positions: Mapping[str, int], numbers: Mapping[str, int]
) -> dict[str, Any]:
    places: dict[int, list[int]] = {}
    listed = sorted({occurrence.location for occurrence in concept.occurrences})[:PLACES]
    for location in listed:
        places.setdefault(positions.get(location.path, -1), []).append(location.line)
    return _filled(
        id=concept.id,
        kind=KINDS.index(concept.kind),
        subkind=concept.subkind,
        forms=[[term.form, term.status, term.type, term.count] for term in concept.english.terms],
        definition=concept.definition,
        note=concept.note,
        same=None if concept.translate else 1,
        uses=concept.count,
        documents=concept.documents,
        places=[[document, *lines] for document, lines in places.items() if document >= 0],
        examples=[_example(example, positions) for example in concept.examples],
        related=[[r.type, numbers[r.target]] for r in concept.related if r.target in numbers],
        score=round(concept.score, 2),
        why=list(concept.why),
        renderings=[_rendering(concept, language, content) for language in content.languages],
    )


def _example(example: Occurrence, positions: Mapping[str, int]) -> list[Any]:
    return [positions.get(example.location.path, -1), example.location.line, example.form, example.sentence]


def _rendering(concept: ConceptEntry, language: str, content: Content) -> list[Any]:
    """Form, status, source, and the other suggestions, each with its source; a bare 0 when there is nothing."""
    rendering = content.rendering(language, concept)
    others = [
        [suggestion.form, told_source(suggestion)]
        for suggestion in content.suggested(language, concept)
        if suggestion.form != rendering.form
    ]
    return [rendering.form, rendering.status, rendering.source, *([others] if others else [])]


def _finding(finding: Finding, numbers: Mapping[str, int]) -> dict[str, Any]:
    place = finding.location
    return _filled(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        place=[place.path, place.line] if place else None,
        language=finding.language.replace("_", "-"),
        concept=numbers.get(finding.concept_id),
        source=finding.source,
        translation=finding.translation,
        expected=finding.expected,
        sourceMark=_span(finding.source, finding.source_mark),
        translationMark=_span(finding.translation, finding.translation_mark),
        fix=finding.fix if finding.fix is not None and finding.translation_mark else None,
    )
