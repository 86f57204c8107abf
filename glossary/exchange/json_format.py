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
``status`` of a translation is *approved*, *fuzzy*, *admitted* or *forbidden*; ``source`` is where it stands, of a
suggestion where it comes from.  What the catalog has comes first, then further suggestions, the best first.
``glossary.json`` is the same without translations, and with ``version``, ``model`` and ``sources`` before the
concepts.  Keys are only ever added; a change that breaks readers raises ``version``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from glossary.errors import GlossaryError
from glossary.exchange.entries import Reading, TermEntry, kind_of, ranked, stated
from glossary.exchange.scope import Scope
from glossary.exchange.text import clean, decoded
from glossary.expressions import expression
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Occurrence, Relation, Term, TermStatus
from glossary.standing import SIZE, Splice

VERSION = 1
"""Of the format; a reader refuses a higher one."""
STATUSES: Mapping[TermStatus, str] = {
    "preferred": "approved", "proposed": "fuzzy", "admitted": "admitted", "deprecated": "forbidden",
}  # fmt: skip
"""Status of a rendering → the word that people read."""


def dump(glossary: Glossary) -> bytes:
    """``glossary.json``: UTF-8, indented, final newline; the same glossary, the same bytes."""
    return b"".join(pieces(glossary))


def pieces(glossary: Glossary, stamps: bytes = b"", splice: Splice | None = None) -> Iterator[bytes]:
    """What ``dump`` gives, a few concepts at a time: the whole need never be in memory.

    ``stamps`` are hashes of all that there is in each concept, one behind the other, by which ``splice`` (of
    ``BETWEEN``) knows those that stand in another such file.  The first piece is what comes before the concepts.
    """
    head = _laid_out({"version": VERSION, "model": glossary.model, "sources": list(glossary.sources)}, LEVELS, "")
    before, end = _frame(head.removesuffix("\n}"), some=len(glossary) > 0)
    yield before
    concepts = glossary.concepts
    rows = splice or Splice(None, None, BETWEEN)
    yield from rows.pieces(stamps or bytes(SIZE * len(concepts)), lambda number: _bytes(_concept(concepts[number])))
    yield end


def export(glossary: Glossary, scope: Scope) -> bytes:
    """The documented JSON with translations, for people's scripts."""
    before, end = _frame("{", some=len(glossary) > 0)
    rows = (_bytes(_concept(concept, _translations(concept, scope))) for concept in glossary)
    return before + BETWEEN.join(rows) + end


def _translations(concept: ConceptEntry, scope: Scope) -> str:
    """The further line, or lines, of a concept that is exported."""
    found = {
        language.replace("-", "_"): [
            {"form": term.form, "status": STATUSES[term.status], "source": term.source} for term in terms
        ]
        for language in scope.languages
        if (terms := concept.section(language))
    }
    return f',\n      "translations": {_laid_out(found, 1, "      ")}'


def read(data: bytes, path: str) -> Reading:
    """The entries of an ``export json``.  Raises ``GlossaryError`` that names ``path`` for anything else."""
    try:
        table = json.loads(decoded(data, path))
        return Reading(tuple(_term_entries(table["concepts"], Location(path, 1))))
    except json.JSONDecodeError as error:
        raise GlossaryError(f"not JSON: {error.msg}", path=path, line=error.lineno) from None
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "give what glossary export json writes"
        raise GlossaryError(f"is no glossary ({type(error).__name__}: {error})", path=path, hint=hint) from None


def _only_suggested(found: Mapping[str, str]) -> bool:
    """A rendering that stands in no catalog: a suggestion, which an import must not take for somebody's work."""
    return found.get("status") == "fuzzy" and bool(found.get("source")) and not _IN_CATALOG.search(found["source"])


_IN_CATALOG = expression(r"\.po:\d+$")
"""Where a translation stands, as ``export`` writes it."""


def _term_entries(concepts: Sequence[Mapping[str, Any]], place: Location) -> Iterator[TermEntry]:
    words = {word: status for status, word in STATUSES.items()}
    for item in concepts:
        terms = [
            Term(clean(term["form"]), term.get("type", "fullForm"), term.get("status", "admitted"), source=str(place))
            for term in item.get("terms", ())
        ]
        if not terms:
            terms = [Term(clean(item["preferred"]), status="preferred", source=str(place))]
        renderings = {
            language: stated(
                ((found["form"], words.get(found.get("status", ""))) for found in texts if not _only_suggested(found)),
                place,
            )
            for language, texts in item.get("translations", {}).items()
        }
        yield TermEntry(
            place, ranked(terms), renderings, item.get("id", ""), kind_of(item.get("kind", ""))[0],
            item.get("subkind", ""), clean(item.get("definition", "")), clean(item.get("note", "")),
            item.get("translate"),
        )  # fmt: skip


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
"""Levels that are laid out over lines: file, concepts, concept, its lists. Deeper ones stand on one line each, which
reads well in a diff."""
BETWEEN = b",\n"
"""What stands between two concepts."""


def _frame(head: str, *, some: bool) -> tuple[bytes, bytes]:
    """What stands before and behind the concepts of a file that begins with ``head``, an object that is still open."""
    before = f'{head}{"," if head[1:] else ""}\n  "concepts": ['
    return (_bytes(before + "\n"), b"\n  ]\n}\n") if some else (_bytes(before), b"]\n}\n")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _laid_out(value: Any, levels: int, margin: str) -> str:
    """``value`` as JSON, its first ``levels`` levels indented by two spaces each."""
    inner = margin + "  "
    if levels and value and isinstance(value, dict):
        rows = [f"{inner}{_compact(key)}: {_laid_out(item, levels - 1, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
    if levels and value and isinstance(value, list):
        return _list([_laid_out(item, levels - 1, inner) for item in value], margin)
    return _compact(value)


def _list(rows: Sequence[str], margin: str) -> str:
    separator = f",\n{margin}  "
    return f"[\n{margin}  {separator.join(rows)}\n{margin}]" if rows else "[]"


_compact = json.JSONEncoder(ensure_ascii=False).encode


def _concept(concept: ConceptEntry, more: str = "") -> str:
    """A concept as it stands in the file, with ``more`` lines at its end.

    Put together by hand: in a quarter of the time that it takes by way of dictionaries, and in no memory.
    """
    terms = [
        f'{{"form": {_text(t.form)}, "type": {_text(t.type)}, "status": {_text(t.status)}, "count": {t.count}}}'
        for t in concept.english.terms
    ]
    occurrences = [
        f'{{"path": {_text(item.location.path)}, "line": {item.location.line}, "form": {_text(item.form)}}}'
        for item in concept.occurrences
    ]
    examples = [
        f'{{"path": {_text(item.location.path)}, "line": {item.location.line}, "form": {_text(item.form)},'
        f' "sentence": {_text(item.sentence)}}}'
        for item in concept.examples
    ]
    related = [f'{{"type": {_text(item.type)}, "id": {_text(item.target)}}}' for item in concept.related]
    return f"""\
    {{
      "id": {_text(concept.id)},
      "kind": {_text(concept.kind)},
      "subkind": {_text(concept.subkind)},
      "preferred": {_text(concept.preferred)},
      "definition": {_text(concept.definition)},
      "note": {_text(concept.note)},
      "translate": {"true" if concept.translate else "false"},
      "terms": {_list(terms, _MARGIN)},
      "count": {concept.count},
      "documents": {concept.documents},
      "occurrences": {_list(occurrences, _MARGIN)},
      "examples": {_list(examples, _MARGIN)},
      "related": {_list(related, _MARGIN)},
      "score": {_compact(concept.score)},
      "why": {_list([_text(reason) for reason in concept.why], _MARGIN)}{more}
    }}"""


_MARGIN = " " * 6
_text = json.encoder.encode_basestring
"""A text as JSON has it, characters outside of ASCII as they are."""


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
