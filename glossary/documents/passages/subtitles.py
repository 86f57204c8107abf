"""Subtitles: each cue is a message with its line breaks and tags, and a translation takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from glossary.documents import subtitles
from glossary.documents.passages.words import Piece, Place, Word, split
from glossary.documents.passages.wrapping import one_line


def pieces(text: str) -> Iterator[Piece]:
    """The cues of ``text``, as ``decode.clean`` returns it."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for first, end in subtitles.cues(lines):
        words: list[Word] = []
        for number in range(first, end):
            found = list(split(text, starts[number], starts[number + 1] - 1))
            words += [found[0]._replace(gap="\n"), *found[1:]]
        yield Piece(tuple(words), "paragraph", "cue")


def write(translation: str, place: Place) -> str:
    """The translation in the lines that the translator gave it; a blank one or an arrow would end the cue."""
    lines = (one_line(line).replace("-->", "→") for line in translation.split("\n"))
    return place.line_end.join(line for line in lines if line)
