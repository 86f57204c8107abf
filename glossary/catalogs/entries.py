"""A catalog as values: its messages, each with the lines of the file that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from glossary.catalogs.syntax import Line, Part
from glossary.expressions import expression

_REFERENCE = expression(r"(?:\u2068[^\u2069]*\u2069|\S)+")


@dataclass(frozen=True)
class Entry:
    """One message of a catalog with the comments above it."""

    lines: tuple[Line, ...]
    """All its lines; the lines that continue a string carry the part of the line they continue."""
    number: int = 0
    """1-based line of the file on which its keyword ``msgctxt`` or ``msgid`` stands; 0: not from a file."""
    lead: int = 1
    """Empty lines above it in the file."""

    @property
    def text(self) -> str:
        """Its lines as they stand in the file, without the carriage returns."""
        return "".join(f"{line.text}\n" for line in self.lines)

    @cached_property
    def _parts(self) -> Mapping[Part | None, Sequence[Line]]:
        parts: dict[Part | None, list[Line]] = {}
        for line in self.lines:
            parts.setdefault(line.part, []).append(line)
        return parts

    def part(self, part: Part) -> tuple[Line, ...]:
        """Its lines of one part, in file order."""
        return tuple(self._parts.get(part, ()))

    def written(self, part: Part) -> str:
        """Its lines of one part as they stand in the file."""
        return "".join(f"{line.text}\n" for line in self.part(part))

    def _texts(self, part: Part) -> dict[str, str]:
        """Keyword → the text behind it, of all lines of one part."""
        texts: dict[str, list[str]] = {}
        found: list[str] = []
        for line in self.part(part):
            if line.keyword:
                found = texts.setdefault(line.keyword, [])
            found.append(line.body)
        return {keyword: "".join(found) for keyword, found in texts.items()}

    @cached_property
    def context(self) -> str | None:
        """The msgctxt; None when there is none, which differs from an empty one."""
        return self._texts(Part.CONTEXT).get("msgctxt")

    @cached_property
    def msgid(self) -> str:
        """The English text; empty for the header."""
        return self._texts(Part.MSGID).get("msgid", "")

    @cached_property
    def msgstrs(self) -> tuple[str, ...]:
        """The translation: one text, or one for each plural form."""
        return tuple(self._texts(Part.MSGSTR).values())

    @property
    def msgstr(self) -> str:
        """The translation; its first form where there are plural forms; empty when not translated."""
        return next((text for text in self.msgstrs if text), "")

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """The words behind ``#,`` and ``#=``, in file order."""
        words = ",".join(line.body for line in self.part(Part.FLAG)).split(",")
        return tuple(word.strip() for word in words if word.strip())

    @property
    def fuzzy(self) -> bool:
        """A translator has yet to look at it."""
        return "fuzzy" in self.flags

    @cached_property
    def obsolete(self) -> bool:
        """Commented out with ``#~``: kept, but not in use."""
        return any(line.obsolete for line in self.part(Part.MSGID))

    @property
    def comments(self) -> tuple[str, ...]:
        """What translators wrote behind ``#``, without empty lines."""
        return tuple(line.body for line in self.part(Part.COMMENT) if line.body)

    @cached_property
    def extracted(self) -> tuple[str, ...]:
        """What the program wrote behind ``#.``."""
        return tuple(line.body for line in self.part(Part.EXTRACTED))

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The places behind ``#:``; a path with spaces is wrapped in U+2068 … U+2069."""
        return references_in(line.body for line in self.part(Part.REFERENCE))

    @property
    def previous(self) -> str | None:
        """The msgid that a fuzzy translation was made for, where ``#|`` gives one."""
        return self._texts(Part.PREVIOUS).get("msgid")

    @cached_property
    def key(self) -> tuple[str | None, str]:
        """What is unique in a catalog: context and msgid."""
        return self.context, self.msgid

    @property
    def is_header(self) -> bool:
        """Is this the entry that holds the catalog's header?"""
        return self.msgid == "" and self.context is None and not self.obsolete


def references_in(bodies: Iterable[str]) -> tuple[str, ...]:
    """The places that lines of references name."""
    text = " ".join(bodies)
    return tuple(_REFERENCE.findall(text) if "\u2068" in text else text.split())


@dataclass(frozen=True)
class Catalog:
    """A .po or .pot file."""

    entries: tuple[Entry, ...] = ()
    """In file order, header and obsolete entries included."""
    tail: tuple[Line, ...] = ()
    """Comments behind the last message."""
    crlf: bool = False
    """Its lines end in CR LF."""
    bom: bool = False
    """It starts with a byte order mark."""

    @cached_property
    def header(self) -> Entry | None:
        """The entry with the empty msgid."""
        return next((entry for entry in self.entries if entry.is_header), None)

    @property
    def messages(self) -> tuple[Entry, ...]:
        """All entries but the header."""
        return tuple(entry for entry in self.entries if entry is not self.header)
