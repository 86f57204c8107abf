"""The entries of a glossary in one language, as the rules G see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from glossary.checks.termbase import Termbase
from glossary.model import ConceptEntry, Glossary
from glossary.units import CatalogFile, Translation, Unit


class Entry(NamedTuple):
    """A concept with its approved rendering."""

    concept: ConceptEntry
    translation: Translation

    @property
    def rendering(self) -> str:
        """Without spaces at its ends."""
        return self.translation.text.strip()


@dataclass(frozen=True)
class TermCatalog:
    """A catalog whose messages are the terms of a glossary."""

    file: CatalogFile
    glossary: Glossary
    concepts: Mapping[int, ConceptEntry]
    """Line of a message → its concept; a message that is no concept's is missing here."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The approved renderings, in file order."""
        return tuple(
            Entry(self.concepts[translation.unit.line], translation)
            for translation in self.file.translations
            if translation.form == 0 and translation.text.strip() and translation.unit.line in self.concepts
        )

    @cached_property
    def termbase(self) -> Termbase:
        """What the glossary approves, admits and forbids in the catalog's language."""
        return Termbase(self.glossary, self.file.language)

    @property
    def unapproved(self) -> Iterator[Unit]:
        """Messages without translation, and fuzzy ones."""
        return (unit for unit in self.file.units if unit.fuzzy or not unit.targets[0].strip())
