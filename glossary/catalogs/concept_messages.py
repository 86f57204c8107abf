"""What the catalogs say about each concept: one message, the same in every language.

Context is the kind, msgid the preferred English form; the ``#.`` lines, each one line that starts with its
key, are all that most editors show a translator about a term.  Nothing here is ever read back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from glossary.errors import GlossaryError
from glossary.model import KINDS, ConceptEntry, Glossary, Occurrence, RelationType
from glossary.settings import Settings

CONTEXT_LENGTH = 200
"""Characters of an example sentence, at most: two lines of a usual editor window."""

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
    contexts: tuple[str, ...]
    """Its msgctxt first; then other contexts under which a catalog may still have it."""
    forms: tuple[str, ...]
    """Its msgid first, then the concept's other forms, each in one line of printable characters."""
    comments: tuple[str, ...]
    """The ``#.`` lines, without the mark."""
    references: tuple[str, ...]
    """The ``#:`` references, sorted and capped."""
    translate: bool = True
    """False: the msgid is its own translation."""

    @property
    def context(self) -> str:
        """The msgctxt: the kind, with the subkind where two concepts of one kind have the same name."""
        return self.contexts[0]

    @property
    def msgid(self) -> str:
        """The preferred English form."""
        return self.forms[0]

    @property
    def key(self) -> tuple[str | None, str]:
        """What is unique in a catalog."""
        return self.context, self.msgid


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
    names = {concept.id: clean(concept.preferred) for concept in glossary}
    same = Counter((concept.kind, names[concept.id]) for concept in glossary)
    finer = Counter((concept.kind, concept.subkind, names[concept.id]) for concept in glossary)
    found = []
    limits = (settings.max_references, settings.max_examples) if told else None
    for concept in sorted(glossary, key=lambda c: (KINDS.index(c.kind), names[c.id].casefold(), names[c.id], c.id)):
        if not names[concept.id]:
            raise GlossaryError(f"concept {concept.id!r} has no printable form", hint="correct it in decisions.toml")
        contexts = _contexts(concept)
        if same[concept.kind, names[concept.id]] > 1:
            unique = concept.subkind and finer[concept.kind, concept.subkind, names[concept.id]] == 1
            contexts = (contexts[1] if unique else f"{concept.kind} ({concept.id})", *contexts)
        found.append(_message(concept, tuple(dict.fromkeys(contexts)), glossary, limits))
    return tuple(found)


def _contexts(concept: ConceptEntry) -> tuple[str, ...]:
    finer = (clean(concept.subkind), concept.id) if concept.subkind else (concept.id,)
    return (concept.kind, *(f"{concept.kind} ({name})" for name in finer))


def _message(
    concept: ConceptEntry, contexts: tuple[str, ...], glossary: Glossary, limits: tuple[int, int] | None
) -> Message:
    """One message; ``limits`` are the most references and examples, None when nothing is to be told."""
    forms = tuple(dict.fromkeys([form for form in map(clean, concept.forms) if form]))
    if limits is None:
        return Message(concept.id, contexts, forms, (), (), concept.translate)
    references, more = _references(concept, limits[0])
    comments = list(_comments(concept, glossary))
    comments += [f"context: {_quoted(example)}" for example in concept.examples[: limits[1]]]
    if more:
        comments.append(f"more references: {more}")
    return Message(concept.id, contexts, forms, tuple(comments), references, concept.translate)


def _comments(concept: ConceptEntry, glossary: Glossary) -> Iterator[str]:
    """The lines about the concept itself, in the order in which a translator wants them."""
    yield f"kind: {concept.kind}" + (f" ({clean(concept.subkind)})" if concept.subkind else "")
    if concept.definition:
        yield f"definition: {clean(concept.definition)}"
    if concept.note:
        yield f"note: {clean(concept.note)}"
    if not concept.translate:
        yield "do not translate: the same in every language"
    related = _related(concept, glossary)
    for key, _ in _RELATIONS:
        if related.get(key):
            yield f"{key}: {'; '.join(related[key])}"
    short = concept.kind == "abbreviation" or concept.english.preferred.type in _SHORT_TYPES
    if short and not related["expansion"]:
        yield "never expanded in the documents"
    mentioned = {concept.preferred, *related["expansion"], *related["abbreviation"]}
    for status, key in (("admitted", "other forms"), ("deprecated", "forms to avoid")):
        forms = [clean(t.form) for t in concept.english.terms if t.status == status and t.form not in mentioned]
        if forms:
            yield f"{key}: {'; '.join(dict.fromkeys(forms))}"


def _related(concept: ConceptEntry, glossary: Glossary) -> dict[str, list[str]]:
    """Key of the ``#.`` line → names of the related concepts, and expansions among the concept's own forms."""
    names: dict[str, list[str]] = {key: [] for key, _ in _RELATIONS}
    for relation in concept.related:
        target = glossary.by_id.get(relation.target)
        if target is not None and relation.type in _KEYS:
            names[_KEYS[relation.type]].append(clean(target.preferred))
    preferred, *others = concept.english.terms
    if preferred.type in _SHORT_TYPES:
        names["expansion"] += [clean(term.form) for term in others if term.type == "fullForm"]
    else:
        names["abbreviation"] += [clean(term.form) for term in others if term.type in _SHORT_TYPES]
    return {key: list(dict.fromkeys(found)) if found else found for key, found in names.items()}


def _references(concept: ConceptEntry, limit: int) -> tuple[tuple[str, ...], int]:
    """At most ``limit`` references, and the number of further ones.

    A path with spaces is wrapped in U+2068 … U+2069 as GNU gettext does (manual, "PO File Format").
    """
    places = sorted({(use.location.path, use.location.line) for use in concept.occurrences})
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
