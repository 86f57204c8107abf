"""What a writer needs to know beside the glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from glossary.exchange.text import clean, language_tag
from glossary.model import ConceptEntry, Glossary, LanguageSection, Suggestion, Term, TermStatus
from glossary.renderings import Translation


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the glossary a file is to hold."""

    languages: tuple[str, ...]
    """Target languages, BCP 47; formats of one language pair get one."""
    title: str = "glossary"
    """The project's name."""
    header: Mapping[str, str] = field(default_factory=dict)
    """Fields of the header of the language's catalog, for formats that are catalogs; empty when there is none."""

    @property
    def language(self) -> str:
        """The one target language of a format of one language pair."""
        return self.languages[0]


Translations = Mapping[str, Mapping[str, Translation]]
"""Language → concept id → translation."""
Suggestions = Mapping[str, Mapping[str, Sequence[Suggestion]]]
"""Language → concept id → suggestions, the best first."""
Decided = Mapping[str, Mapping[str, Sequence[Term]]]
"""Concept id → language → admitted and deprecated renderings."""


def joined(
    glossary: Glossary,
    translations: Translations,
    suggestions: Suggestions | None = None,
    decided: Decided | None = None,
) -> Glossary:
    """The glossary with what is known in other languages as further sections, the catalogs' rendering first.

    ``translations`` are the catalogs': language → concept id → translation; an approved one is a preferred term, a
    fuzzy one a proposed term.  Suggestions are proposed terms too, with their own source.
    """
    joiner = _Joiner(translations, decided or {}, suggestions or {})
    return replace(glossary, concepts=tuple(map(joiner.joined, glossary)))


@dataclass(frozen=True, slots=True)
class _Joiner:
    translations: Translations
    decided: Decided
    suggestions: Suggestions

    def joined(self, concept: ConceptEntry) -> ConceptEntry:
        decided = self.decided.get(concept.id, {})
        sections = [concept.english]
        for language in dict.fromkeys((*self.translations, *decided, *self.suggestions)):
            terms = (*self.proposed(concept.id, language), *decided.get(language, ()))
            if terms:
                sections.append(LanguageSection(language_tag(language), terms))
        return replace(concept, sections=tuple(sections))

    def proposed(self, concept: str, language: str) -> list[Term]:
        """What the catalog has, then suggestions; one that stands in the catalog is still a suggestion."""
        offered = {item.form: item.source for item in self.suggestions.get(language, {}).get(concept, ())}
        terms = []
        found = self.translations.get(language, {}).get(concept)
        if found is not None:
            status: TermStatus = "preferred" if found.status == "approved" else "proposed"
            source = offered.pop(found.form, "")
            place = source if source and status == "proposed" else str(found.source)
            terms.append(Term(found.form, status=status, source=place))
        return terms + [Term(form, status="proposed", source=source) for form, source in offered.items()]


def rendering(concept: ConceptEntry, language: str) -> str:
    """The confirmed rendering of a concept in a language; empty when there is none."""
    terms = concept.section(language)
    return terms[0].form if terms and terms[0].status == "preferred" else ""


def subject(concept: ConceptEntry) -> str:
    """Kind and subkind as one text: ``place (city)``; see ``entries.kind_of``."""
    return f"{concept.kind} ({clean(concept.subkind)})" if concept.subkind else concept.kind
