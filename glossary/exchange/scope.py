"""What a writer needs to know beside the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from glossary.exchange.text import clean, language_tag
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Term, TermStatus


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the glossary a file is to hold."""

    languages: tuple[str, ...]
    """Target languages, BCP 47; formats of one language pair get one."""
    title: str = "glossary"
    """The project's name."""

    @property
    def language(self) -> str:
        """The one target language of a format of one language pair."""
        return self.languages[0]


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


def joined(glossary: Glossary, translations: Mapping[str, Mapping[str, Translation]]) -> Glossary:
    """The glossary with the catalogs' renderings (language → concept id → translation) as further sections.

    An approved rendering is a preferred term, a fuzzy one a proposed term.
    """
    return replace(glossary, concepts=tuple(_joined(concept, translations) for concept in glossary))


def _joined(concept: ConceptEntry, translations: Mapping[str, Mapping[str, Translation]]) -> ConceptEntry:
    sections = [concept.english]
    for language, by_id in translations.items():
        found = by_id.get(concept.id)
        if found is not None:
            status: TermStatus = "preferred" if found.status == "approved" else "proposed"
            term = Term(found.form, status=status, source=str(found.source))
            sections.append(LanguageSection(language_tag(language), (term,)))
    return replace(concept, sections=tuple(sections))


def rendering(concept: ConceptEntry, language: str) -> str:
    """The confirmed rendering of a concept in a language; empty when there is none."""
    terms = concept.section(language)
    return terms[0].form if terms and terms[0].status == "preferred" else ""


def subject(concept: ConceptEntry) -> str:
    """Kind and subkind as one text: ``place (city)``; see ``entries.kind_of``."""
    return f"{concept.kind} ({clean(concept.subkind)})" if concept.subkind else concept.kind
