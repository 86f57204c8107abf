"""What the catalogs of a document say about its passages: one message for each text, with the glossary's terms.

msgid is the passage with its inline markup; the ``#.`` lines are its role and, for each concept of the glossary in
it, how the target language renders it.  Nothing here is ever read back but to tell which renderings changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.catalogs.concept_messages import clean, packed
from glossary.catalogs.concept_translations import Translation
from glossary.catalogs.editing import quoted
from glossary.catalogs.entries import Entry
from glossary.catalogs.syntax import Line, read_line
from glossary.model import ConceptEntry, Glossary, Passage, Role

_CLASSES: Mapping[Role, str] = {"heading": "heading", "table cell": "table cell"}
"""Roles whose texts may need another wording than the same words elsewhere: labels are no sentences."""
_TEXT = "text"
_ORDER = (_TEXT, "heading", "table cell")
"""Of one text in several classes, the first of these that occurs needs no context."""


@dataclass(frozen=True, slots=True)
class SegmentMessage:
    """One message of a document: a text, wherever it stands in it."""

    context: str | None
    """None unless the same text stands in the document in another class of roles as well."""
    msgid: str
    passages: tuple[int, ...]
    """Positions of its passages in the document, ascending; never empty."""
    role: Role
    """Of the first of them."""
    references: tuple[str, ...]
    more: int = 0
    """Further places, for which ``max_references`` left no room."""
    terms: tuple[tuple[str, str], ...] = ()
    """Concepts in it, in the order of the text: id, and the form it has there."""

    @property
    def key(self) -> tuple[str | None, str]:
        """What is unique in a catalog."""
        return self.context, self.msgid


def segment_messages(passages: Sequence[Passage], max_references: int) -> tuple[SegmentMessage, ...]:
    """The messages of a document, in the order in which their texts first stand in it."""
    grouped: dict[str, dict[str, list[int]]] = {}
    for index, passage in enumerate(passages):
        kind = _CLASSES.get(passage.role, _TEXT)
        grouped.setdefault(passage.text, {}).setdefault(kind, []).append(index)
    found = []
    for msgid, by_class in grouped.items():
        plain = min(by_class, key=_ORDER.index)
        for kind, places in by_class.items():
            references = dict.fromkeys(_reference(passages[index]) for index in places)
            shown = tuple(references)[:max_references]
            found.append(
                SegmentMessage(
                    None if kind == plain else kind,
                    msgid,
                    tuple(places),
                    passages[places[0]].role,
                    shown,
                    len(references) - len(shown),
                )
            )
    return tuple(sorted(found, key=lambda message: message.passages[0]))


def _reference(passage: Passage) -> str:
    path, line = clean(passage.location.path), passage.location.line
    return f"\u2068{path}\u2069:{line}" if re.search(r"\s", path) else f"{path}:{line}"


def comments(
    message: SegmentMessage, glossary: Glossary, translations: Mapping[str, Translation] | None
) -> Iterator[str]:
    """The ``#.`` lines of a message, without the mark; ``translations``: concept id → rendering, None in a template."""
    yield f"role: {message.role}"
    mentioned = {concept for concept, _ in message.terms}
    for identifier, form in message.terms:
        concept = glossary.by_id[identifier]
        yield f"term: {_named(concept, form)}{_rendered(concept, translations)}"
        for relation in concept.related:
            long = glossary.by_id.get(relation.target) if relation.type == "expansion" else None
            if long is not None and long.id not in mentioned:
                yield f"expansion: {clean(form)} = {clean(long.preferred)}{_rendered(long, translations)}"
    if message.more:
        yield f"more references: {message.more}"


def _named(concept: ConceptEntry, form: str) -> str:
    """The form in the text, and the preferred one where that is another."""
    name = clean(concept.preferred)
    return name if form.casefold() == concept.preferred.casefold() else f"{name} ({clean(form)})"


def _rendered(concept: ConceptEntry, translations: Mapping[str, Translation] | None) -> str:
    if translations is None:
        return ""
    if not concept.translate:
        return f" → {clean(concept.preferred)} (the same in every language)"
    found = translations.get(concept.id)
    if found is None:
        return " (open)"
    return f" → {clean(found.form)}" + ("" if found.status == "approved" else " (suggested)")


def segment_entry(message: SegmentMessage, lines: Iterable[str]) -> Entry:
    """The message as a new catalog has it, with these ``#.`` lines; not translated."""
    written = [f"#. {line}" for line in lines]
    written += packed(message.references)
    if message.context is not None:
        written += quoted("msgctxt", message.context)
    written += [*quoted("msgid", message.msgid), 'msgstr ""']
    return Entry(tuple(_labelled(written)))


def _labelled(written: Iterable[str]) -> Iterator[Line]:
    part = None
    for text in written:
        line = read_line(text, "", 0)
        part = line.part or part
        yield line if line.part else line._replace(part=part)
