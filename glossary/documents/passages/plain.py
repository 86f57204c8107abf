"""Plain text: which characters of the file are a block's, and how a translation takes their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from glossary.documents import plain
from glossary.documents.blocks import Block
from glossary.documents.passages.words import Piece, Place, Word, split
from glossary.documents.passages.wrapping import one_line, refilled, shape


def pieces(text: str) -> Iterator[Piece]:
    """The blocks of ``text``, as ``decode.clean`` returns it; bullets and numbers of lists stay outside."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for block in plain.parse(text).blocks:
        yield Piece(tuple(_words(text, starts, block)), block.role, "plain")


def _words(text: str, starts: Sequence[int], block: Block) -> Iterator[Word]:
    """The block's words; the two halves of one divided at a line's end ("negotia-/tions") are one."""
    first, last = block.line - 1, block.line + len(block.breaks)
    written = list(split(text, starts[first], starts[last] - 1))
    opening = len(block.text[: block.breaks[0] if block.breaks else None].split())  # words on the first line
    bullet = max(0, sum(1 for word in written if word.start < starts[first + 1]) - opening)
    position, index = 0, bullet
    found = []
    for word in block.text.split(" "):
        end = position + len(word)
        parts = 1 + bisect_left(block.breaks, end) - bisect_right(block.breaks, position)
        found.append((word, index, index + parts))
        position = end + 1
        index += parts
    if index != len(written):  # a line that is a lone soft hyphen
        yield from written[bullet:]
        return
    for word, start, end in found:
        yield Word(word, written[start].start, written[end - 1].end)


def write(translation: str, place: Place) -> str:
    """What takes the place of the original: one line, or lines as wide as the original's widest."""
    return refilled(one_line(translation), shape(place))
