"""Every data type of the street, frozen: what one room hands to the next.

The words are those of the standards: concept entry, language section and term are ISO 30042:2019
(TBX) and ISO 704; segment, document and occurrence are this project's own.  Rooms meet only here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, get_args

Kind = Literal["person", "title", "place", "organization", "people", "event", "document", "abbreviation", "term"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The nine kinds, in the order of every table and page; finer ones live in ``subkind``."""

Role = Literal["heading", "paragraph", "caption", "list item", "table cell", "boilerplate"]
Form = Literal["plain", "mail", "markdown", "table cell", "front matter", "html", "preformatted", "attribute",
               "rich text", "restructured text", "section title", "cue"]  # fmt: skip
"""How a passage is written in its document: what has to be escaped, and what becomes of line breaks."""
TermType = Literal["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"]
TermStatus = Literal["preferred", "admitted", "deprecated", "proposed"]
"""Those of ISO 30042:2019, and *proposed* for a rendering that no translator has confirmed yet (fuzzy, in gettext)."""
RelationType = Literal["expansion", "abbreviation", "holder", "title", "broader", "narrower", "similar"]


class Location(NamedTuple):
    """A place in a file."""

    path: str
    """Relative to the project folder, with ``/`` on every system; absolute only for files outside it."""
    line: int
    """1-based line of the file as it lies on the disk."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Segment(NamedTuple):
    """One block of a document: a paragraph, a heading, a list item."""

    text: str
    """NFC text of the block in one line: inner line breaks and runs of space are one space. Never empty."""
    location: Location
    """Where the text's first character stands."""
    role: Role = "paragraph"
    breaks: tuple[int, ...] = ()
    """Offsets in ``text``, ascending: at each, one further line of the file begins (twice: two lines)."""

    def line_at(self, offset: int) -> int:
        """The 1-based line of the file on which ``text[offset]`` stands; 0 ≤ offset ≤ len(text)."""
        return self.location.line + bisect_right(self.breaks, offset)


class Document(NamedTuple):
    """A source file, read."""

    path: str
    """As in ``Location.path``."""
    title: str
    """The first heading or the HTML title; the file's name without suffix where there is neither."""
    segments: tuple[Segment, ...]
    """In reading order, boilerplate included (marked by its role)."""


class Passage(NamedTuple):
    """What a translator gets of a document as one message: a paragraph, a heading, a sentence."""

    text: str
    """With the document's inline markup, otherwise as ``Segment.text``; a line break only where readers see one."""
    location: Location
    role: Role
    start: int
    end: int
    """Offsets that mean something to the room ``documents`` alone: what a translation replaces."""
    form: Form = "plain"
    part: int = 0
    """Which sentence of its paragraph it is, 0-based; 0 for a whole paragraph."""
    kept: tuple[str, ...] = ()
    """What its placeholders ``<x1/>``, ``<x2/>`` … stand for."""


class Occurrence(NamedTuple):
    """One use of a form in a document."""

    location: Location
    form: str
    """As written, without possessive ending, leading article, quotation marks or line break."""
    sentence: str
    """The whole sentence around it, in one line."""
    role: Role = "paragraph"
    """Of the segment it stands in: a caption or heading says less than a sentence of the text."""


class Relation(NamedTuple):
    """A directed link: *this concept* has the target as its expansion, holder, title …"""

    type: RelationType
    target: str
    """In a ``Candidate`` a form of the other candidate; in a ``ConceptEntry`` the id of the other concept."""


class Candidate(NamedTuple):
    """One thing that a document names, as the recognizers of that document agree on it."""

    form: str
    """The form that names it best in this document (the full name rather than the surname)."""
    kind: Kind
    occurrences: tuple[Occurrence, ...]
    """Every use in the document, in reading order; their forms are this candidate's variants."""
    recognizer: str
    """The key in ``RECOGNIZERS`` of the voice that decided."""
    score: float = 1.0
    """Confidence, 0–1. Terms are scored later, over all documents, from ``features``."""
    why: tuple[str, ...] = ()
    """Which rules made it from what evidence, one short sentence each."""
    subkind: str = ""
    """Finer kind (country, city, demonym, treaty, work …); empty when unknown."""
    relations: tuple[Relation, ...] = ()
    """Links to other candidates of the same document, by form."""
    features: Mapping[str, float] = {}
    """Termhood evidence as counts that add up over documents; empty for names, titles and abbreviations."""


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language."""

    form: str
    type: TermType = "fullForm"
    status: TermStatus = "admitted"
    part_of_speech: str = "noun"
    """noun, verb, adjective, adverb or other (TBX values)."""
    count: int = 0
    """Exact number of uses in the documents; 0 when it comes from a decision alone."""
    source: str = ""
    """Of a rendering: where it stands, as ``path:line``; empty for English."""


class LanguageSection(NamedTuple):
    """All designations of a concept in one language."""

    language: str
    """BCP 47."""
    terms: tuple[Term, ...]
    """The preferred one first, then by falling count, then by form."""

    @property
    def preferred(self) -> Term:
        """The term to use; every section has one."""
        return self.terms[0]


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """One concept of the glossary: what the translator sees as one message."""

    id: str
    """Stable slug, ASCII, unique in the glossary, e.g. ``workers-party-of-north-korea``."""
    kind: Kind
    sections: tuple[LanguageSection, ...]
    """The English section first. Those of other languages are there only where somebody joined the catalogs'
    renderings to the glossary, for an export, an import or a check."""
    subkind: str = ""
    definition: str = ""
    note: str = ""
    """Like the definition from ``decisions.toml`` only; empty otherwise."""
    translate: bool = True
    """False: the form stays as it is in every language."""
    occurrences: Sequence[Occurrence] = ()
    """A deterministic sample in order of path and line; ``count`` is exact."""
    count: int = 0
    """Exact number of uses in the documents."""
    documents: int = 0
    """Exact number of documents that use it."""
    examples: Sequence[Occurrence] = ()
    """The one or two most telling sentences; stable across rebuilds."""
    related: tuple[Relation, ...] = ()
    """Sorted; targets are ids of concepts in the same glossary."""
    score: float = 1.0
    """Confidence, 0–1."""
    why: tuple[str, ...] = ()
    """Who recognized it, what merged into it and by which rule, which decisions apply."""

    @property
    def english(self) -> LanguageSection:
        """The English section; every entry has one."""
        return self.sections[0]

    def section(self, language: str) -> tuple[Term, ...]:
        """The terms in one language, the one to use first; none when it has no section."""
        return next((section.terms for section in self.sections if section.language == language), ())

    @property
    def preferred(self) -> str:
        """The preferred English form."""
        return self.english.preferred.form

    @property
    def forms(self) -> tuple[str, ...]:
        """All English forms, the preferred one first."""
        return tuple(term.form for term in self.english.terms)


@dataclass(frozen=True)
class Glossary:
    """All concepts, sorted by kind (in the order of ``KINDS``) and preferred form."""

    concepts: Sequence[ConceptEntry]
    model: str = ""
    """Name and version of the spaCy model that analyzed the documents, e.g. ``en_core_web_sm 3.8.0``."""
    sources: tuple[str, ...] = ()
    """Paths of the documents read, sorted."""

    @cached_property
    def by_id(self) -> Mapping[str, ConceptEntry]:
        """Concept by id."""
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def _by_form(self) -> Mapping[str, tuple[ConceptEntry, ...]]:
        found: dict[str, list[ConceptEntry]] = {}
        for concept in self.concepts:
            for form in dict.fromkeys(form.casefold() for form in concept.forms):
                found.setdefault(form, []).append(concept)
        return {form: tuple(concepts) for form, concepts in found.items()}

    def find(self, form: str) -> tuple[ConceptEntry, ...]:
        """Concepts that have ``form`` (ignoring case) among their English forms, in glossary order."""
        return self._by_form.get(form.casefold(), ())

    def __iter__(self) -> Iterator[ConceptEntry]:
        return iter(self.concepts)

    def __len__(self) -> int:
        return len(self.concepts)


Severity = Literal["error", "warning", "info"]
Span = tuple[int, int]
"""Start and end offset of a part of a text, in characters."""


class Suggestion(NamedTuple):
    """A rendering that a translator may accept: never a fact, always with where it comes from."""

    concept_id: str
    language: str
    """As its catalog's folder is named."""
    form: str
    source: str
    """Name, version and key of the source ("GeoNames 2022890", "CLDR 47 KR"); of a rule, what it put together."""
    confidence: float
    """How often such a suggestion is right, 0–1: see ``glossary.suggestions.confidence``."""
    by_rule: bool = False
    """Made by a rule (composition, transcription), found in no source."""


class Finding(NamedTuple):
    """Something that a person should look at; never raised, always returned.

    A tuple, as a check of large catalogs makes hundreds of thousands: a third of the time of a data class.
    """

    code: str
    """Stable rule code, e.g. ``D101``; ``glossary explain CODE`` documents it."""
    severity: Severity
    message: str
    """One line: what, and what to do next."""
    location: Location | None = None
    """None when it concerns no single place."""
    language: str = ""
    concept_id: str = ""
    source: str = ""
    """The whole English text that it is about; empty when it is about none."""
    translation: str = ""
    """The whole translation that it is about; empty when it is about none."""
    expected: str = ""
    """What should stand there, where that is known: the approved rendering, the agreeing particle …"""
    source_mark: Span | None = None
    """The offending part of ``source``."""
    translation_mark: Span | None = None
    """The offending part of ``translation``."""
    fix: str | None = None
    """Replacement for ``translation[slice(*translation_mark)]`` where there is one that cannot change meaning."""
    form: int = 0
    """Which of a message's plural forms ``translation`` is, 0-based."""
