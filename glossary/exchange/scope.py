"""What a writer needs to know beside the glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from glossary.exchange.text import clean, language_tag
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Suggestion, Term, TermStatus


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


Translations = Mapping[str, Mapping[str, Translation]]
"""Language → concept id → translation."""
Suggestions = Mapping[str, Mapping[str, Sequence[Suggestion]]]
"""Language → concept id → suggestions, the best first."""


def joined(glossary: Glossary, translations: Translations, suggestions: Suggestions | None = None) -> Glossary:
    """The glossary with the catalogs' renderings as further sections, and suggestions behind them.

    An approved rendering is a preferred term; a fuzzy one, and every suggestion, a proposed term.
    """
    offered = suggestions or {}
    return replace(glossary, concepts=tuple(_joined(concept, translations, offered) for concept in glossary))


def _joined(concept: ConceptEntry, translations: Translations, suggestions: Suggestions) -> ConceptEntry:
    sections = [concept.english]
    for language in dict.fromkeys((*translations, *suggestions)):
        offered = {s.form: s.source for s in suggestions.get(language, {}).get(concept.id, ())}
        found = translations.get(language, {}).get(concept.id)
        terms = []
        if found is not None:
            status: TermStatus = "preferred" if found.status == "approved" else "proposed"
            source = offered.pop(found.form, "")  # a suggestion that stands in the catalog is still one
            place = source if source and found.status == "fuzzy" else str(found.source)
            terms.append(Term(found.form, status=status, source=place))
        terms += [Term(form, status="proposed", source=source) for form, source in offered.items()]
        if terms:
            sections.append(LanguageSection(language_tag(language), tuple(terms)))
    return replace(concept, sections=tuple(sections))


def rendering(concept: ConceptEntry, language: str) -> str:
    """The confirmed rendering of a concept in a language; empty when there is none."""
    terms = concept.section(language)
    return terms[0].form if terms and terms[0].status == "preferred" else ""


def subject(concept: ConceptEntry) -> str:
    """Kind and subkind as one text: ``place (city)``; see ``entries.kind_of``."""
    return f"{concept.kind} ({clean(concept.subkind)})" if concept.subkind else concept.kind
