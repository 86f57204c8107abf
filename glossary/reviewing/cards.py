"""What the page shows of a concept, as plain values: a line of the queue, and the card with everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from glossary import documents
from glossary.errors import GlossaryError
from glossary.model import ConceptEntry, Document, Glossary, Occurrence, Suggestion
from glossary.reviewing.renderings import State
from glossary.reviewing.standings import Standing
from glossary.settings import Settings

SENTENCES = 6
"""Places shown with their text; more are counted."""
AROUND = 240
"""Characters shown before and behind a form: three lines."""


def line(concept: ConceptEntry, standing: Standing, states: Sequence[State]) -> dict[str, Any]:
    """A line of the queue; ``states`` has one for each language."""
    kind = standing.values.get("kind", concept.kind)
    return {
        "id": concept.id,
        "name": standing.values.get("prefer") or concept.preferred,
        "kind": kind,
        "subkind": concept.subkind if kind == concept.kind else "",
        "uses": concept.count,
        "documents": concept.documents,
        "status": standing.status,
        "into": standing.merged[0][0] if standing.merged else "",
        "mark": standing.mark,
        "renderings": [[state.form, state.status] for state in states],
        "forms": list(concept.forms[1:]),
    }


def card(
    concept: ConceptEntry, standing: Standing, glossary: Glossary, suggestions: Mapping[str, Sequence[Suggestion]]
) -> dict[str, Any]:
    """What the card shows beside the line; ``suggestions`` by language."""
    split, deprecated = (standing.values.get(key, []) for key in ("split", "deprecated"))
    return {
        "terms": [
            [term.form, "deprecated" if term.form in deprecated else term.status, term.type, term.count]
            for term in concept.english.terms
        ]
        + [[form, "deprecated", "variant", 0] for form in deprecated if form not in concept.forms],
        "split": split,
        "forbidden": {
            language.replace("_", "-"): forms for language, forms in standing.values.get("forbidden", {}).items()
        },
        "merge": standing.values.get("merge", []),
        "definition": concept.definition,
        "note": standing.values.get("note", ""),
        "translate": concept.translate,
        "why": list(concept.why),
        "related": [
            [relation.type, glossary.by_id[relation.target].preferred, relation.target]
            for relation in concept.related
            if relation.target in glossary.by_id
        ],
        "suggestions": {
            language: [[s.form, f"by rule: {s.source}" if s.by_rule else s.source, s.confidence] for s in found]
            for language, found in suggestions.items()
        },
    }


def sentences(concept: ConceptEntry, settings: Settings) -> list[list[Any]]:
    """Path, line, text and form of the most telling places, with the text around them where the document is there."""
    found: dict[str, list[Any]] = {}
    for occurrence in (*concept.examples, *concept.occurrences):
        text = _around(occurrence, settings) or occurrence.sentence
        if text and len(found) < SENTENCES:
            found.setdefault(text, [occurrence.location.path, occurrence.location.line, text, occurrence.form])
    return list(found.values())


def _around(occurrence: Occurrence, settings: Settings) -> str:
    """The text of the document around a use, cut at words; empty when it is not there any longer."""
    place = occurrence.location
    document = _read(place.path, settings.root, settings.max_file_size)
    for text in _texts(document, place.line) if document else ():
        at = text.find(occurrence.form)
        if at >= 0:
            low, high = max(0, at - AROUND), at + len(occurrence.form) + AROUND
            start = text.find(" ", low, at) + 1 if low else 0
            end = text.rfind(" ", at, high) if high < len(text) else len(text)
            return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
    return ""


def _texts(document: Document, line_number: int) -> Iterator[str]:
    """Texts of the segments that stand on a line, the last that begins before it first."""
    for segment in reversed(document.segments):
        if segment.location.line <= line_number <= segment.line_at(len(segment.text)):
            yield segment.text


@lru_cache(maxsize=32)
def _read(path: str, root: Path, max_size: int) -> Document | None:
    """A document of the glossary; its path comes from ``glossary.json``, never from a request."""
    try:
        return documents.read(root / path, root, max_size)
    except GlossaryError:
        return None
