"""Subtitles (SubRip ``.srt``, WebVTT ``.vtt``): the text of each cue, and the sentences that run through them.

No library: those there are (``srt``, ``webvtt-py``; the tests hold this against them) do not tell where in the file
a cue's text stands, which a translation that is to leave every other byte alone has to know.
SubRip has no standard; WebVTT is https://www.w3.org/TR/webvtt1/, chapter 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from glossary.documents import roles
from glossary.documents.blocks import Block, Reading, compose
from glossary.documents.decode import decode
from glossary.expressions import expression

_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?"
_TIMING = expression(rf"\s*{_TIME}\s*-->\s*{_TIME}(?!\d)")
_NUMBER = expression(r"\s*\d+\s*")
_MARKUP = expression(r"</?[a-zA-Z][^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,100}\}")
"""Tags of both formats, times inside of a WebVTT cue, and the override tags that players know from SSA."""
_SENTENCE_END = expression(r"[.!?…][\"'”’)\]]*$|[\])♪]$")
_TURN = expression(r"\s*(?:[-–—]\s?\S|>>|<v[ .])")
"""A change of speaker."""
MOST_JOINED = 12
"""Cues in one block: half a minute of speech without the end of a sentence has no punctuation at all."""


def read(data: bytes, name: str) -> Reading:
    """Sentences as blocks, whatever cues they run through.  Raises ``DocumentError`` as ``decode`` does."""
    text = decode(data, name)
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    blocks: list[Block] = []
    pieces: list[tuple[str, int]] = []
    for first, end in cues(lines):
        written = text[starts[first] : starts[end] - 1]
        shown = _MARKUP.sub("", written)
        turn = _TURN.match(written) or "\n-" in shown
        if pieces and (turn or len(pieces) >= MOST_JOINED):
            blocks += _block(pieces)
            pieces = []
        if turn and "\n" in shown:
            blocks += [block for at, line in enumerate(shown.split("\n"), first + 1) for block in _block([(line, at)])]
            continue
        pieces.append((f"{shown} ", first + 1))
        if _SENTENCE_END.search(shown.rstrip()):
            blocks += _block(pieces)
            pieces = []
    return Reading("", (*blocks, *_block(pieces)))


def _block(pieces: Sequence[tuple[str, int]]) -> list[Block]:
    block = compose(pieces)
    return [roles.settle(block)] if block else []


def cues(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The texts of the cues of a file, each as its lines [first, end); none of them is blank.

    A blank line ends a WebVTT cue.  In SubRip, where only the next time line does, what follows is a text of its own.
    """
    whole = lines[0].lstrip("\ufeff").startswith("WEBVTT") if lines else False
    inside, first = False, -1
    for number, line in enumerate((*lines, "")):
        timing = bool(_TIMING.match(line))
        if timing or not line.strip():
            numbered = timing and not whole and number > first >= 0 and _NUMBER.fullmatch(lines[number - 1])
            end = number - bool(numbered)
            if 0 <= first < end:
                yield first, end
            inside, first = timing or (inside and not whole), -1
        elif inside and first < 0 and not _numbers_the_next(lines, number, whole):
            first = number


def _numbers_the_next(lines: Sequence[str], number: int, whole: bool) -> bool:
    """Is this line the number (WebVTT: the identifier) of the cue whose times follow?"""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return bool(_TIMING.match(following)) and (whole or _NUMBER.fullmatch(lines[number]) is not None)
