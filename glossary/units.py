"""A catalog as the checks see it: its messages as values, and what is wrong with it as a file.

The line-by-line view that an update needs, so that it loses nothing, is ``glossary.catalogs.entries``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import accumulate, compress, count, repeat
from operator import attrgetter, contains, itemgetter, ne, or_
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


_LINE, _SAID = itemgetter(0), itemgetter(2, 3, 4, 5)
"""Of a unit its line, and everything but line, context and notes."""
_PLURAL = attrgetter("unit.plural")
"""Of a translation its msgid_plural."""


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


class Column:
    """One side of a file's translations as a single text.

    Most rules are about few translations, and which they may be about is told by a character or a short pattern that
    those have: one search of the whole costs a tenth of asking each translation.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts: Sequence[str] = texts
        self.whole = "\0".join((*texts, ""))
        """Each text with a NUL behind it: no file that has it is read."""
        self._starts = [*accumulate([len(text) + 1 for text in texts], initial=0)]

    def having(self, *signs: str) -> set[int]:
        """The rows with one of the signs, each a character or more; rows count from 0."""
        rows = set()
        find, starts = self.whole.find, self._starts
        for sign in signs:
            at = find(sign)
            while at >= 0:
                after = bisect_right(starts, at)  # the next row
                rows.add(after - 1)
                at = find(sign, starts[after])
        return rows

    def with_common(self, sign: str) -> Iterator[int]:
        """As ``having``, row by row: quicker for a sign that more than one of ten texts has."""
        return compress(count(), map(contains, self.texts, repeat(sign)))

    def matching(self, pattern: re.Pattern[str]) -> set[int]:
        """The rows where a pattern is found that matches no NUL; quick if it starts with a letter or a set of few."""
        rows = set()
        search, whole, starts = pattern.search, self.whole, self._starts
        match = search(whole)
        while match:
            after = bisect_right(starts, match.start())
            rows.add(after - 1)
            match = search(whole, starts[after])
        return rows

    def row(self, offset: int) -> int:
        """The row that a character of the whole belongs to."""
        return bisect_right(self._starts, offset) - 1

    def start(self, row: int) -> int:
        """Where a row starts in the whole."""
        return self._starts[row]


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
    repeated: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """Line of a message → lines of those like it that were left out of ``units``; empty for a file as it was read."""

    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """All translations but empty and fuzzy ones, and those of a message without text, in file order.

        A message whose English is nowhere, because its msgid is a key, cannot be compared with its translation.
        """
        return tuple(translations(self.units))

    @property
    def translated(self) -> bool:
        """Whether it has any translation."""
        return next(translations(self.units), None) is not None

    @cached_property
    def distinct(self) -> CatalogFile:
        """The file with the first alone of messages that differ in nothing but context, line and notes.

        Projects repeat many messages ("Save", boilerplate), and what is told of one is told of all.
        """
        told = [*map(_SAID, self.units)]
        if len(set(told)) == len(told):
            return self
        first: dict[object, int] = {}
        repeated: dict[int, list[int]] = {}
        units = []
        for unit, line, said in zip(self.units, map(_LINE, self.units), told, strict=True):
            known = first.setdefault(said, line)
            if known == line:
                units.append(unit)
            else:
                repeated.setdefault(known, []).append(line)
        if len(set(map(_LINE, self.units))) < len(self.units):  # two on a line, as in a table
            return self
        return replace(self, units=tuple(units), repeated=repeated)

    def times(self, unit: Unit) -> int:
        """How many messages like a unit the file has."""
        return 1 + len(self.repeated.get(unit.line, ()))

    @cached_property
    def sources(self) -> Column:
        """The English texts of the translations; row by row with them."""
        return Column([translation.source for translation in self.translations])

    @cached_property
    def texts(self) -> Column:
        """The texts of the translations; row by row with them."""
        return Column([translation.text for translation in self.translations])

    @cached_property
    def edged(self) -> frozenset[int]:
        """The rows where a text starts or ends in other spaces and line breaks than its English."""
        sources, texts = self.sources.texts, self.texts.texts
        bare = (map(ne, side, map(str.strip, side, _BLANKS)) for side in (sources, texts))
        rows = compress(count(), map(or_, *bare))
        return frozenset(row for row in rows if _edges(sources[row]) != _edges(texts[row]))

    @cached_property
    def plural(self) -> frozenset[int]:
        """The rows of messages with plural forms."""
        return frozenset(compress(count(), map(_PLURAL, self.translations)))

    def at(self, rows: Iterable[int]) -> list[Translation]:
        """The translations of some rows, in file order."""
        return [self.translations[row] for row in sorted(rows)]


_BLANKS = repeat("".join(map(chr, range(33))))
"""Spaces and control characters, for each of any number of texts."""


def _edges(text: str) -> str:
    """The spaces at both ends of a text, with a NUL for what stands between them."""
    inner = text.strip()
    return text.replace(inner, "\0", 1) if inner else text


_translation: Callable[[tuple[Unit, int, str, str]], Translation] = partial(tuple.__new__, Translation)
"""A translation of all its fields, without a call of ``Translation.__new__``, which is Python."""


def translations(units: Iterable[Unit]) -> Iterator[Translation]:
    """The translations of some messages, as ``CatalogFile.translations`` has those of all."""
    for unit in units:
        _, _, source, plural, targets, flags, _ = unit
        if "fuzzy" in flags or not source or (" " not in source and _KEY.fullmatch(source)):
            continue
        for form, text in enumerate(targets):
            if text:
                of_plural = plural and (form or len(targets) == 1)
                yield _translation((unit, form, plural if of_plural else source, text))
