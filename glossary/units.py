"""A catalog as the checks see it: its messages as values, and what is wrong with it as a file.

The line-by-line view that an update needs, so that it loses nothing, is ``glossary.catalogs.entries``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from glossary.expressions import expression

COUNTRIES: Mapping[str, str] = {"ua": "uk", "jp": "ja", "kr": "ko", "cz": "cs", "dk": "da", "cn": "zh"}
"""Codes of countries that are often written for languages and are the code of none (ISO 639, ISO 3166)."""

_KEY = expression(r"[a-z0-9]+(?:[_.][a-z0-9]+)+")
"""A message that is a key of a program (``label_title``, ``menu.file``) and no text."""


class Unit(NamedTuple):
    """One message of a catalog as the checks see it (a translation unit, as XLIFF and TMX call it)."""

    line: int
    """1-based line of the file on which its keyword ``msgctxt`` or ``msgid`` stands."""
    context: str | None
    source: str
    """The msgid; where that is a key (``label_title``), the English text that a comment of the file gives for it."""
    plural: str
    """The msgid_plural; empty when there is none."""
    targets: tuple[str, ...]
    """The msgstr, or one for each plural form; empty texts where nothing is translated yet."""
    flags: tuple[str, ...] = ()
    """The words behind ``#,`` and ``#=``."""
    notes: tuple[str, ...] = ()
    """What translators wrote behind ``#``."""

    @property
    def fuzzy(self) -> bool:
        """A translator has yet to look at it."""
        return "fuzzy" in self.flags


class Translation(NamedTuple):
    """One translation of a message, made by people and not in doubt."""

    unit: Unit
    form: int
    """Which of its plural forms, 0-based; 0 when it has none."""
    source: str
    """The English text that it translates: of a message with plural forms the singular for the first of several
    forms, else the plural."""
    text: str
    """Never empty."""


class Slip(NamedTuple):
    """Something wrong with a catalog as a file, noticed while reading it."""

    kind: Literal["syntax", "encoding", "charset", "conflict", "duplicate", "bom"]
    line: int
    """1-based."""
    message: str
    """One line: what, and what to do next."""


@dataclass(frozen=True)
class CatalogFile:
    """A .po or .pot file as the checks see it."""

    path: str
    """As in ``Location.path``."""
    language: str = ""
    """As its header, else its path names it (``uk``, ``pt_BR``); empty when nothing does."""
    header: Mapping[str, str] = field(default_factory=dict)
    """Header field → value, in file order, names as written."""
    header_line: int = 0
    """1-based line of the header's ``msgid``; 0 when there is none."""
    units: tuple[Unit, ...] = ()
    """Its messages in file order, without header and obsolete ones; empty when the file could not be read."""
    slips: tuple[Slip, ...] = ()
    """What is wrong with the file itself, by line."""
    refused: bool = False
    """It could not be read whole, as one of the slips tells."""

    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """All translations but empty and fuzzy ones, and those of a message without text, in file order.

        A message whose English is nowhere, because its msgid is a key, cannot be compared with its translation.
        """
        found = []
        for unit in self.units:
            if "fuzzy" not in unit.flags and unit.source and not _KEY.fullmatch(unit.source):
                for form, text in enumerate(unit.targets):
                    if text:
                        plural = unit.plural and (form or len(unit.targets) == 1)
                        found.append(Translation(unit, form, unit.plural if plural else unit.source, text))
        return tuple(found)
