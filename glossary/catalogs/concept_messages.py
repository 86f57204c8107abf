"""What the catalogs say about each concept: one message, the same in every language.

Context is the kind, msgid the preferred English form; the ``#.`` lines, each one line that starts with its
key, are all that most editors show a translator about a term.  Nothing here is ever read back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

from glossary.errors import GlossaryError
from glossary.model import KINDS, ConceptEntry, Glossary, Occurrence, RelationType
from glossary.outlined import outlines
from glossary.settings import Settings

CONTEXT_LENGTH = 200
"""Characters of an example sentence, at most: two lines of a usual editor window."""

_REFERENCE_WIDTH = 79
"""Columns, counted in bytes as GNU gettext counts them, that a line of references must stay below."""
_SHORT_TYPES = frozenset({"acronym", "abbreviation"})
_RELATIONS: tuple[tuple[str, tuple[RelationType, ...]], ...] = (
    ("expansion", ("expansion",)),
    ("abbreviation", ("abbreviation",)),
    ("holder", ("holder",)),
    ("title", ("title",)),
    ("see also", ("broader", "narrower", "similar")),
)
"""Key of the ``#.`` line → relations that it lists, in the order of the lines."""
_KEYS = {relation: key for key, types in _RELATIONS for relation in types}


@dataclass(frozen=True, slots=True)
class Message:
    """One concept as gettext sees it."""

    concept: str
    """The concept's id."""
    kind: str
    subkind: str
    context: str
    """The msgctxt: the kind, with the subkind where two concepts of one kind have the same name."""
    forms: tuple[str, ...]
    """Its msgid first, then the concept's other forms, each in one line of printable characters."""
    comments: str = ""
    """The ``#.`` lines, as they stand in a catalog."""
    references: str = ""
    """The ``#:`` lines, as they stand in a catalog: references sorted and capped."""
    translate: bool = True
    """False: the msgid is its own translation."""

    @property
    def contexts(self) -> tuple[str, ...]:
        """Its msgctxt first; then other contexts under which a catalog may still have it."""
        finer = (self.subkind, self.concept) if self.subkind else (self.concept,)
        return tuple(dict.fromkeys((self.context, self.kind, *(f"{self.kind} ({name})" for name in finer))))

    @property
    def msgid(self) -> str:
        """The preferred English form."""
        return self.forms[0]

    @property
    def key(self) -> tuple[str | None, str]:
        """What is unique in a catalog."""
        return self.context, self.forms[0]


def clean(text: str) -> str:
    """``text`` in one line of printable characters, safe in a PO file.

    Control characters, line and paragraph separators (Unicode categories Cc, Zl, Zp) count as spaces, runs
    of space become one, and lone surrogates, which UTF-8 cannot hold, become U+FFFD.
    """
    if not text.isprintable():
        text = text.translate(_REPLACED)
    return " ".join(text.split())


_REPLACED = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " "),  # all of Cc, Zl and Zp
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}


def messages(glossary: Glossary, settings: Settings, *, told: bool = True) -> tuple[Message, ...]:
    """The messages of all concepts, by kind in the order of ``KINDS``, then by msgid ignoring case.

    Not ``told``: without comments and references, for which most of the time goes.

    (context, msgid) is unique: concepts of one kind that share their name are told apart by subkind, or id.
    Raises ``GlossaryError`` for a concept whose preferred form has no printable character.
    """
    limits = (settings.max_references, settings.max_examples) if told else None
    names = {outline.id: outline.preferred for outline in outlines(glossary.concepts)}
    return tuple([message(glossary.concepts[number], key, names, limits) for number, key in ordered(glossary)])


def ordered(glossary: Glossary) -> list[tuple[int, tuple[str, str]]]:
    """The concepts' numbers in the order of their messages, each with its context and msgid; raises as ``messages``
    does.
    """
    place = {kind: number for number, kind in enumerate(KINDS)}
    rows = []
    for number, concept in enumerate(outlines(glossary.concepts)):
        name = clean(concept.preferred)
        if not name:
            raise GlossaryError(f"concept {concept.id!r} has no printable form", hint="correct it in decisions.toml")
        rows.append((place[concept.kind], name.casefold(), name, concept.id, number, concept.kind))
    rows.sort()
    if all(one[2] != other[2] or one[0] != other[0] for one, other in pairwise(rows)):  # as nearly always
        return [(number, (kind, name)) for _, _, name, _, number, kind in rows]
    found: list[tuple[int, tuple[str, str]]] = []
    for (_, name), same in groupby(rows, key=itemgetter(0, 2)):  # nothing else lies between them
        numbers = [(number, kind, identifier) for _, _, _, identifier, number, kind in same]
        if len(numbers) == 1:
            found.append((numbers[0][0], (numbers[0][1], name)))
            continue
        subkinds = Counter([glossary.concepts[number].subkind for number, _, _ in numbers])
        for number, kind, identifier in numbers:
            subkind = glossary.concepts[number].subkind
            unique = subkind and subkinds[subkind] == 1
            found.append((number, (f"{kind} ({clean(subkind) if unique else identifier})", name)))
    return found


def message(
    concept: ConceptEntry, key: tuple[str, str], names: Mapping[str, str], limits: tuple[int, int] | None
) -> Message:
    """One message; ``names``: concept id → preferred form; ``limits`` are the most references and examples, None when
    nothing is to be told.
    """
    context, name = key
    terms = concept.english.terms
    forms: tuple[str, ...] = (name,)
    if len(terms) > 1:
        forms = tuple(dict.fromkeys([name, *[form for term in terms[1:] if (form := clean(term.form))]]))
    comments = references = ""
    if limits is not None:
        shown, more = _references(concept, limits[0])
        lines = [*_comments(concept, names), *[f"context: {_quoted(use)}" for use in concept.examples[: limits[1]]]]
        if more:
            lines.append(f"more references: {more}")
        comments, references = told(lines), "".join([f"{line}\n" for line in packed(shown)])
    subkind = clean(concept.subkind) if concept.subkind else ""
    return Message(concept.id, concept.kind, subkind, context, forms, comments, references, concept.translate)


def told(lines: Iterable[str]) -> str:
    """``#.`` lines as they stand in a catalog."""
    return "".join([f"#. {line}\n" for line in lines])


def packed(references: Sequence[str]) -> list[str]:
    """``#:`` lines, broken where ``msgcat`` breaks them (``write-po.c``), so that it changes nothing."""
    if len(references) == 1:
        return [f"#: {references[0]}"]
    lines: list[str] = []
    width = _REFERENCE_WIDTH
    for reference in references:
        size = len(reference.encode()) + 1
        if width + size >= _REFERENCE_WIDTH:
            lines.append("#:")
            width = 2
        lines[-1] += f" {reference}"
        width += size
    return lines


def _comments(concept: ConceptEntry, names: Mapping[str, str]) -> list[str]:
    """The lines about the concept itself, in the order in which a translator wants them."""
    first, *others = concept.english.terms
    lines = [f"kind: {concept.kind}" + (f" ({clean(concept.subkind)})" if concept.subkind else "")]
    if concept.definition:
        lines.append(f"definition: {clean(concept.definition)}")
    if concept.note:
        lines.append(f"note: {clean(concept.note)}")
    if not concept.translate:
        lines.append("do not translate: the same in every language")
    related = _related(concept, names) if others or concept.related else {}
    lines += [f"{key}: {'; '.join(related[key])}" for key, _ in _RELATIONS if related.get(key)]
    short = concept.kind == "abbreviation" or first.type in _SHORT_TYPES
    if short and not related.get("expansion"):
        lines.append("never expanded in the documents")
    if others:
        mentioned = {first.form, *related["expansion"], *related["abbreviation"]}
        for status, key in (("admitted", "other forms"), ("deprecated", "forms to avoid")):
            forms = [clean(t.form) for t in (first, *others) if t.status == status and t.form not in mentioned]
            if forms:
                lines.append(f"{key}: {'; '.join(dict.fromkeys(forms))}")
    return lines


def _related(concept: ConceptEntry, names: Mapping[str, str]) -> dict[str, list[str]]:
    """Key of the ``#.`` line → names of the related concepts, and expansions among the concept's own forms."""
    found: dict[str, list[str]] = {key: [] for key, _ in _RELATIONS}
    for relation in concept.related:
        target = names.get(relation.target)
        if target is not None and relation.type in _KEYS:
            found[_KEYS[relation.type]].append(clean(target))
    preferred, *others = concept.english.terms
    if preferred.type in _SHORT_TYPES:
        found["expansion"] += [clean(term.form) for term in others if term.type == "fullForm"]
    else:
        found["abbreviation"] += [clean(term.form) for term in others if term.type in _SHORT_TYPES]
    return {key: list(dict.fromkeys(told)) if told else told for key, told in found.items()}


def _references(concept: ConceptEntry, limit: int) -> tuple[tuple[str, ...], int]:
    """At most ``limit`` references, and the number of further ones.

    A path with spaces is wrapped in U+2068 … U+2069 as GNU gettext does (manual, "PO File Format").
    """
    places = [(use.location.path, use.location.line) for use in concept.occurrences]
    if len(places) > 1:
        places = sorted(set(places))
    shown = tuple([f"{_shown(path)}:{line}" for path, line in places[:limit]])
    unsampled = max(0, concept.count - len(concept.occurrences))
    return shown, len(places) - len(shown) + unsampled


@lru_cache(maxsize=20_000)
def _shown(path: str) -> str:
    path = clean(path)
    return f"\u2068{path}\u2069" if re.search(r"\s", path) else path


def _quoted(example: Occurrence) -> str:
    """The sentence in quotation marks, shortened around the form at word boundaries."""
    sentence, form = clean(example.sentence), clean(example.form)
    if len(sentence) <= CONTEXT_LENGTH:
        return f"“{sentence}”"
    start = max(0, sentence.casefold().find(form.casefold()))
    end = min(len(sentence), start + len(form))
    room = max(0, CONTEXT_LENGTH - (end - start))
    low = max(0, min(start - room // 2, len(sentence) - CONTEXT_LENGTH))
    high = max(end, min(len(sentence), low + CONTEXT_LENGTH))
    if 0 < low < start:
        low = sentence.find(" ", low - 1, start) + 1 or start
    if end < high < len(sentence):
        high = max(end, sentence.rfind(" ", end, high + 1))
    return "“" + ("…" if low else "") + sentence[low:high].strip() + ("…" if high < len(sentence) else "") + "”"
