"""What every reader returns: blocks of text in one line each, which still know the lines they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from glossary.expressions import expression
from glossary.model import Role

LONGEST = 20_000
"""Characters, the most that one block may have: about 3,500 words, six pages, for which the analysis needs about 60 MB
of working memory; longer ones are split between sentences."""
_UNBROKEN = expression(r"\S{500}")
"""Encoded data or a rule of marks, no word: the block is split behind it, because spaCy's tokenizer needs time by the
square of a run's length (20,000 quotation marks: a minute)."""

GLUE = "\N{SOFT HYPHEN}"
"""At the end of a line: the next line continues the word. (Elsewhere ``decode`` has removed it.)"""

_SENTENCE_END = expression(r"[.!?][\"'”’)\]]*(?= )")


@dataclass(frozen=True, slots=True)
class Block:
    """A ``Segment`` before its file is known."""

    text: str
    """As in ``Segment.text``; never empty."""
    line: int
    """1-based line of its first character."""
    role: Role = "paragraph"
    breaks: tuple[int, ...] = ()
    """As in ``Segment.breaks``."""
    span: tuple[int, int] = field(default=(0, 0), compare=False)
    """Offsets in an HTML source between which it stands, markup and space around it included; else (0, 0)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader finds in a file."""

    title: str
    """Empty when the file names none."""
    blocks: tuple[Block, ...]
    """In reading order, boilerplate included."""


def compose(pieces: Iterable[tuple[str, int]], role: Role = "paragraph") -> Block | None:
    """One block from pieces of text, each with the 1-based line it begins on; None when they hold no text.

    A newline inside a piece begins the next line.  Pieces follow each other without a space between
    them (``<b>co</b>operation`` is one word) unless one of them has space there.  Lines never go back:
    a piece that claims an earlier line than the one before counts as standing on that one.
    """
    parts: list[str] = []
    breaks: list[int] = []
    first = line = offset = 0
    gap = glued = False
    for text, start in pieces:
        for number, raw in enumerate(text.split("\n"), start):
            gap = (gap or number > start or raw[:1].isspace()) and not glued
            words = " ".join(raw.split())
            glue = words.endswith(GLUE) and not words.endswith(" " + GLUE)
            words = words.removesuffix(GLUE).rstrip()
            if not words:
                continue
            glued = glue
            if gap and parts:
                parts.append(" ")
                offset += 1
            if not first:
                first = line = number
            elif number > line:
                breaks += [offset] * (number - line)
                line = number
            parts.append(words)
            offset += len(words)
            gap = raw[-1].isspace()
    joined = "".join(parts)
    return Block(joined, first, role, tuple(breaks)) if joined.strip() else None


def split(block: Block, longest: int = LONGEST) -> Iterator[Block]:
    """The block in parts of at most ``longest`` characters, cut after a sentence, else at a space, else anywhere.

    No part has more than 500 characters without a space.
    """
    for part in _divided(block):
        yield from _shortened(part, longest)


def _divided(block: Block) -> Iterator[Block]:
    start = 0
    for match in _UNBROKEN.finditer(block.text):
        end = match.end()
        if end < len(block.text):
            yield _part(block, start, end)
            start = end + (block.text[end] == " ")
    yield _part(block, start, len(block.text)) if start else block


def _shortened(block: Block, longest: int) -> Iterator[Block]:
    start = 0
    while len(block.text) - start > longest:
        window = block.text[start : start + longest]
        ends = [match.end() for match in _SENTENCE_END.finditer(window, longest // 2)]
        cut = ends[-1] if ends else window.rfind(" ")
        end = start + (cut if cut > 0 else longest)
        yield _part(block, start, end)
        start = end + (block.text[end] == " ")
    yield _part(block, start, len(block.text)) if start else block


def _part(block: Block, start: int, end: int) -> Block:
    before = sum(1 for offset in block.breaks if offset <= start)
    inside = tuple(offset - start for offset in block.breaks[before:] if offset < end)
    return Block(block.text[start:end], block.line + before, block.role, inside)
