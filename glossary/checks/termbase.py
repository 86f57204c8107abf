"""The glossary as the checks of one language need it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from glossary.checks.candidates import Candidates
from glossary.languages.source import SourceTerms
from glossary.model import ConceptEntry, Glossary

UNDETERMINED = "und"
"""Language of renderings that a glossary file holds without saying which it is (BCP 47, ISO 639-2)."""
_STATUSES = ("preferred", "admitted", "deprecated")
_NAMES = frozenset({"person", "place", "organization", "people", "event", "document", "abbreviation"})


class Renderings(NamedTuple):
    """What the glossary says about one concept in one language."""

    approved: tuple[str, ...]
    admitted: tuple[str, ...]
    forbidden: tuple[str, ...]

    @property
    def expected(self) -> str:
        """What people are told to write."""
        return " / ".join(self.approved)


@dataclass(frozen=True)
class Termbase:
    """All terms with a rendering in one language."""

    glossary: Glossary
    language: str
    """BCP 47, or as a catalog has it."""

    @cached_property
    def renderings(self) -> Mapping[str, Renderings]:
        """Concept id → its renderings, where there is an approved or a forbidden one."""
        code = _code(self.language)
        wanted = dict.fromkeys((code, code.partition("-")[0], UNDETERMINED))
        found = {}
        for concept in self.glossary:
            section = _section(concept, wanted)
            if section:
                found[concept.id] = section
        return found

    @cached_property
    def forbidding(self) -> frozenset[str]:
        """Ids of the concepts with a forbidden rendering."""
        return frozenset(identifier for identifier, known in self.renderings.items() if known.forbidden)

    @cached_property
    def source(self) -> SourceTerms:
        """The English forms of those concepts, ready to be looked for."""
        return SourceTerms((concept.id, form, case_sensitive(concept, form)) for concept, form in self._forms())

    @cached_property
    def candidates(self) -> Candidates:
        """The same, ready to be asked which of them a text may use."""
        return Candidates((concept.id, form) for concept, form in self._forms())

    def _forms(self) -> Iterator[tuple[ConceptEntry, str]]:
        for concept in self.glossary:
            if concept.id in self.renderings:
                yield from ((concept, term.form) for term in concept.english.terms)


def case_sensitive(concept: ConceptEntry, form: str) -> bool:
    """Whether a form's letters must have the same case in a text: those of names, and what has capitals."""
    return concept.kind in _NAMES or (not form.islower() and any(map(str.isupper, form)))


def _section(concept: ConceptEntry, wanted: Iterable[str]) -> Renderings | None:
    """The renderings for a language: its own (``pt_BR``), else the language's at large (``pt``), else those of none."""
    for code in wanted:
        for section in concept.sections[1:]:
            if _code(section.language) == code:
                approved, admitted, forbidden = (
                    tuple([term.form for term in section.terms if term.status == status]) for status in _STATUSES
                )
                if approved or forbidden:
                    return Renderings(approved, admitted, forbidden)
    return None


@lru_cache(maxsize=1_000)
def _code(language: str) -> str:
    """A language as BCP 47 writes it, in lower case."""
    return language.replace("_", "-").casefold()
