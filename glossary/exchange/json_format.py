"""JSON: ``locales/glossary.json`` (the English side, what other commands read) and ``glossary export json``.

``export json`` writes, for each concept, in this order and with these keys only::

    {"concepts": [{"id", "kind", "subkind", "preferred", "definition", "note", "translate",
                   "terms": [{"form", "type", "status", "count"}],
                   "count", "documents",
                   "occurrences": [{"path", "line", "form"}],
                   "examples": [{"path", "line", "form", "sentence"}],
                   "related": [{"type", "id"}],
                   "score", "why": [...],
                   "translations": {"ko": [{"form", "status", "source"}]}}]}

``kind`` is one of person, title, place, organization, people, event, document, abbreviation, term;
``subkind`` is finer and may be empty.  ``type`` and ``status`` of terms are those of TBX (ISO 30042:2019).
``status`` of a translation is *approved* or *fuzzy*; ``source`` is where it stands, of a suggestion where it comes
from.  What the catalog has comes first, then further suggestions, the best first, whether or not the catalog
tells them.  ``glossary.json`` is the
same without translations, and with ``version``, ``model`` and ``sources`` before the concepts.  Keys are only
ever added; a change that breaks readers raises ``version``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from glossary.errors import GlossaryError
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Occurrence, Relation, Suggestion, Term

VERSION = 1
"""Of the format; a reader refuses a higher one."""


class Translation(Protocol):
    """A rendering of a concept in one language, as the catalogs give it."""

    @property
    def form(self) -> str:  # noqa: D102  (documented where it is implemented)
        ...
    @property
    def status(self) -> str:  # noqa: D102
        ...
    @property
    def source(self) -> Location:  # noqa: D102
        ...


Translations = Mapping[str, Mapping[str, Translation]]
"""Language → concept id → translation."""


def dump(glossary: Glossary) -> bytes:
    """``glossary.json``: UTF-8, indented, final newline; the same glossary, the same bytes."""
    return _bytes({
        "version": VERSION,
        "model": glossary.model,
        "sources": list(glossary.sources),
        "concepts": [_concept(concept) for concept in glossary],
    })  # fmt: skip


Suggestions = Mapping[str, Mapping[str, Sequence[Suggestion]]]
"""Language → concept id → suggestions, the best first."""


def export(glossary: Glossary, translations: Translations, suggestions: Suggestions | None = None) -> bytes:
    """The documented JSON with translations and suggestions, for people's scripts."""
    suggestions = suggestions or {}
    concepts = []
    for concept in glossary:
        item = _concept(concept)
        item["translations"] = {
            language: found
            for language in dict.fromkeys((*translations, *suggestions))
            if (found := _renderings(concept.id, translations.get(language, {}), suggestions.get(language, {})))
        }
        concepts.append(item)
    return _bytes({"concepts": concepts})


def _renderings(
    concept: str, translations: Mapping[str, Translation], suggestions: Mapping[str, Sequence[Suggestion]]
) -> list[dict[str, str]]:
    """The catalog's translation, then suggestions; a suggestion that stands in the catalog is still one."""
    offered = {suggestion.form: suggestion.source for suggestion in suggestions.get(concept, ())}
    found = []
    translation = translations.get(concept)
    if translation is not None:
        source = offered.pop(translation.form, "")
        place = source if source and translation.status == "fuzzy" else str(translation.source)
        found.append({"form": translation.form, "status": translation.status, "source": place})
    return found + [{"form": form, "status": "fuzzy", "source": source} for form, source in offered.items()]


def load(data: bytes, path: str) -> Glossary:
    """The glossary in the bytes of a ``glossary.json``; sentences are kept for the examples only.

    Raises ``GlossaryError`` that names ``path`` when it is no such file.
    """
    hint = "run: glossary build"
    try:
        table = json.loads(data)
        if table.get("version", 0) > VERSION:
            raise GlossaryError("was written by a newer glossary", path=path, hint="upgrade this program")
        concepts = tuple(_entry(item) for item in table["concepts"])
        return Glossary(concepts, table["model"], tuple(table["sources"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GlossaryError(f"is no glossary file ({type(error).__name__}: {error})", path=path, hint=hint) from None


LEVELS = 4
"""Levels that are laid out over lines: file, concepts, concept, its lists. Deeper ones stand on one line each,
which reads well in a diff and lets ``json`` use its compiled encoder, six times as fast."""


def _bytes(value: Any) -> bytes:
    return (_laid_out(value, LEVELS, "") + "\n").encode("utf-8", "surrogatepass")


def _laid_out(value: Any, levels: int, margin: str) -> str:
    """``value`` as JSON, its first ``levels`` levels indented by two spaces each."""
    inner = margin + "  "
    if levels and value and isinstance(value, dict):
        rows = [f"{inner}{_compact(key)}: {_laid_out(item, levels - 1, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
    if levels and value and isinstance(value, list):
        rows = [f"{inner}{_laid_out(item, levels - 1, inner)}" for item in value]
        return "[\n" + ",\n".join(rows) + f"\n{margin}]"
    return _compact(value)


_compact = json.JSONEncoder(ensure_ascii=False).encode


def _concept(concept: ConceptEntry) -> dict[str, Any]:
    return {
        "id": concept.id,
        "kind": concept.kind,
        "subkind": concept.subkind,
        "preferred": concept.preferred,
        "definition": concept.definition,
        "note": concept.note,
        "translate": concept.translate,
        "terms": [
            {"form": term.form, "type": term.type, "status": term.status, "count": term.count}
            for term in concept.english.terms
        ],
        "count": concept.count,
        "documents": concept.documents,
        "occurrences": [
            {"path": item.location.path, "line": item.location.line, "form": item.form} for item in concept.occurrences
        ],
        "examples": [
            {"path": item.location.path, "line": item.location.line, "form": item.form, "sentence": item.sentence}
            for item in concept.examples
        ],
        "related": [{"type": relation.type, "id": relation.target} for relation in concept.related],
        "score": concept.score,
        "why": list(concept.why),
    }


def _entry(item: Mapping[str, Any]) -> ConceptEntry:
    terms = tuple(Term(t["form"], t["type"], t["status"], count=t["count"]) for t in item["terms"])
    return ConceptEntry(
        id=item["id"],
        kind=item["kind"],
        sections=(LanguageSection("en", terms),),
        subkind=item["subkind"],
        definition=item["definition"],
        note=item["note"],
        translate=item["translate"],
        occurrences=_occurrences(item["occurrences"]),
        count=item["count"],
        documents=item["documents"],
        examples=_occurrences(item["examples"]),
        related=tuple(Relation(r["type"], r["id"]) for r in item["related"]),
        score=item["score"],
        why=tuple(item["why"]),
    )


def _occurrences(items: Sequence[Mapping[str, Any]]) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(Location(item["path"], item["line"]), item["form"], item.get("sentence", "")) for item in items
    )
