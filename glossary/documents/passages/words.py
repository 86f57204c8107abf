"""What a format's cutter makes of a document: pieces of text as words, each of which knows where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from glossary.expressions import expression
from glossary.model import Form, Role

_WORD = expression(r"\S+")
_LINE_END = expression(r"\r\n?|\n")


Span = tuple[int, int, tuple[str, ...]]
"""Start, end, and what placeholders stand for."""


class Word(NamedTuple):
    """A run of characters without space, inline markup included (which may have spaces inside a tag)."""

    text: str
    """As the translator sees it."""
    start: int
    end: int
    """Offsets in the clean text of the file."""
    gap: str = " "
    """What stands before it in the message, unless it is the first: a space or a line break."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, cell … that can be translated."""

    words: tuple[Word, ...]
    """In order; never empty."""
    role: Role
    form: Form
    kept: tuple[str, ...] = ()
    """What the placeholders ``<x1/>``, ``<x2/>`` … of its words stand for."""


def joined(words: tuple[Word, ...]) -> str:
    """The message that ``words`` are."""
    return "".join(word.text if index == 0 else word.gap + word.text for index, word in enumerate(words))


def unindented(word: Word) -> Word:
    """The word without space at its beginning, which a line of ``pre`` may have."""
    indent = len(word.text) - len(word.text.lstrip(" \t"))
    return word._replace(text=word.text[indent:], start=word.start + indent) if indent else word


def places(text: str, spans: Iterable[Span], language: str) -> Iterator[Place]:
    """The ``spans`` of ``text``, each with what its placeholders stand for, as places for translations."""
    ends = [(match.end(), match[0]) for match in _LINE_END.finditer(text)]
    starts = [0, *(end for end, _ in ends)]
    for start, end, kept in spans:
        line = bisect_right(starts, start) - 1
        nearest = ends[min(line, len(ends) - 1)][1] if ends else "\n"
        yield Place(text, start, end, starts[line], nearest, kept, language)


def split(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of ``text[start:end]`` as they are written."""
    for match in _WORD.finditer(text, start, end):
        yield Word(match[0], match.start(), match.end())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a translation is to be written: a part of the exact text of a file."""

    text: str
    start: int
    end: int
    line_start: int
    """The offset at which its line begins."""
    line_end: str
    """How lines end there."""
    kept: tuple[str, ...] = ()
    """As in ``Piece.kept``."""
    language: str = ""
    """Of the translation (BCP 47)."""

    @property
    def original(self) -> str:
        """What stands there."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before it in its line."""
        return self.text[self.line_start : self.start]
