r"""reStructuredText: texts with their inline markup as it is, and a translation in their place.

A translated title gets a line of marks as long as itself; inline markup gets the ``\ `` without which it is none
beside a letter, as Korean with its particles and Japanese need it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from glossary.documents import roles, rst
from glossary.documents.blocks import Block
from glossary.documents.passages.exact import Exact, exact
from glossary.documents.passages.words import Piece, Place, Word, split
from glossary.documents.passages.wrapping import SPACELESS, columns, one_line, refilled, shape
from glossary.expressions import expression

_MARKS = expression(r"\s*([!-/:-@\[-`{-~])\1+\s*")
"""The line above or below a title."""
_OPENS_BLOCK = expression(
    r"(?:[-*+•‣⁃]|\(?(?:\d{1,9}|[A-Za-z#]|[ivxlcdmIVXLCDM]+)[.)])(?=\s|$)|\.\.(?=\s|$)|__(?=\s|$)|>>>(?=\s|$)|\|(?=\s|$)|"
    r":[\w -]{1,60}:(?=\s|$)|([!-/:-@\[-`{-~])\1{3,}\s*$"
)
"""What at the start of a text would make another block of it (docutils, reStructuredText Markup Specification)."""
_INLINE = expression(
    r"``(?=\S).{1,1000}?(?<=\S)``|(?::[\w:.+-]{1,60}:)?`(?=[^`\s])[^`]{1,1000}(?<=\S)`(?:__?|:[\w:.+-]{1,60}:)?|"
    r"(?<!\*)\*\*(?=[^\s*]).{1,1000}?(?<=[^\s\\])\*\*(?!\*)|(?<![*\\])\*(?=[^\s*])[^*]{1,1000}(?<=[^\s\\])\*(?!\*)|"
    r"\|(?=\S)[^|]{1,200}(?<=\S)\|(?:__?)?|\[[#*\w]{1,40}\]_",
    re.DOTALL,
)
"""Inline markup with a beginning and an end."""
_LITERAL = "::"


def read(data: bytes, name: str) -> tuple[Exact, tuple[Piece, ...]]:
    """The file, and what can be translated.  Raises ``DocumentError`` as ``decode`` and ``rst.texts`` do."""
    text = exact(data, name)
    return text, tuple(_pieces(text.clean, name))


def _pieces(text: str, name: str) -> Iterator[Piece]:
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for found in rst.texts(text, name):
        words = [word for start, end in found.spans for word in split(text, start, end)]
        role = roles.settle(Block(" ".join(rst.shown(found.raw).split()) or "-", 1, found.role)).role
        if found.section:
            line = found.first
            above = line > 0 and _MARKS.fullmatch(lines[line - 1]) and lines[line - 1].strip()[0] in lines[line + 1]
            first = Word(words[0].text, starts[line - 1] if above else words[0].start, words[0].end)
            words = [first, *words[1:]]
            below = starts[line + 1] + len(lines[line + 1].rstrip())
            yield Piece((*words[:-1], words[-1]._replace(end=below)), role, "section title")
            continue
        if words[-1].text.endswith(_LITERAL):
            last = words.pop()
            if last.text != _LITERAL:
                words.append(Word(last.text[:-2], last.start, last.end - 2))
        if words:
            yield Piece(tuple(words), role, "restructured text")


def write(translation: str, place: Place) -> str:
    """The translation in lines as wide as the original's, unless its language would show their ends as spaces."""
    text = _parted(one_line(translation), place.original)
    match = _OPENS_BLOCK.match(text)
    if match and not _OPENS_BLOCK.match(place.original) and not place.before.strip():
        text = f"\\{text}"
    if place.language[:2] in SPACELESS:
        return text
    return refilled(text, shape(place), stuck=_OPENS_BLOCK)


def write_title(translation: str, place: Place) -> str:
    """The translation with the marks of the original above and below it, as many as it has columns."""
    text = _parted(one_line(translation), place.original)
    *above, title, below = place.original.splitlines()
    indent = title[: len(title) - len(title.lstrip())] if above else ""
    marks = below.strip()[0] * max(len(below.strip()), columns(text) + 2 * len(indent))
    return place.line_end.join((*([marks] if above else []), f"{indent}{text}", marks))


def _parted(text: str, original: str) -> str:
    """``text`` with an escaped space where inline markup such as the original has touches a letter or digit."""
    known = {match[0][0] for match in _INLINE.finditer(original) if not any(map(str.isalnum, _beside(match)))}
    parts: list[str] = []
    done = 0
    for match in _INLINE.finditer(text):
        if match[0][0] not in known:
            continue
        before, after = _beside(match)
        parts.append(text[done : match.start()])
        parts.append(f"{_gap(before)}{match[0]}{_gap(after)}")
        done = match.end()
    return "".join((*parts, text[done:]))


def _beside(match: re.Match[str]) -> tuple[str, str]:
    """The characters before and behind it; empty where the text begins or ends."""
    return match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]


def _gap(neighbor: str) -> str:
    return "\\ " if neighbor.isalnum() else ""
