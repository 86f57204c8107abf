"""Markdown: paragraphs, headings and cells with their inline markup as it is, and a translation in their place."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from glossary.documents import html as html_reader
from glossary.documents import markdown, roles
from glossary.documents.passages import html
from glossary.documents.passages.words import Piece, Place, Word, split
from glossary.documents.passages.wrapping import QUOTED, SPACELESS, one_line, refilled, shape
from glossary.expressions import expression

_FIELD = expression(
    r"^(?:title|subtitle|description|summary|excerpt)\s*[:=]\s*([\"']?)(?P<value>\S.*?)\1[ \t]*$", re.MULTILINE
)
"""Front matter that readers of the page see."""
_FOOTNOTE = expression(r"\[\^[^\]\s]{1,60}\]:")
_HARD_BREAK = expression(r"(\\| {2,})(?:\r\n?|\n)([ \t>]*)")
_BACKSLASHES = expression(r"(?<!\\)(?:\\\\)*\\$")
"""An odd number of them at a line's end: the last one is a hard break."""
_OPENS_BLOCK = expression(
    r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?P<number>\d{1,9})[.)](?=\s|$)|`{3}|~{3}|([-*_])(?:[ \t]*\2){2,}[ \t]*$|"
    r"=+[ \t]*$|\[[^\]]{1,200}\]:"
)
"""What at the start of a line would make another block of it (CommonMark 0.31, chapter 4)."""
_PREFIX = expression(r"(?:[\s>*+-]|\d{1,9}[.)])*")
"""What may stand before the first word of a block in its line."""
_NEEDS_QUOTES = expression(r"^[^\w(“‘«「『]|: |:$| #|^(?:[-+.\d_]+|true|false|yes|no|on|off|null)$", re.IGNORECASE)
"""A bare value that YAML 1.2 would not read as just this text."""


def pieces(text: str) -> Iterator[Piece]:
    """The blocks of ``text``, as ``decode.clean`` returns it."""
    yield from _fields(text)
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    position = 0
    for token, line, role in markdown.texts(markdown.analyzed(text)[1]):
        first = line - 1
        if token.type == "html_block":
            yield from _from_html(token.content, first, lines, starts)
            continue
        if role == "table cell":
            start, position = _cell(text, token.content, max(position, starts[first]), starts[line])
            words = tuple(split(text, start, position))
        else:
            words = tuple(_words(text, token.content, first, lines, starts))
        block = next(markdown.inline(token, line, role), None)
        if words and block:
            yield Piece(words, roles.settle(block).role, "table cell" if role == "table cell" else "markdown")


def _fields(text: str) -> Iterator[Piece]:
    """Title and description in the front matter."""
    for match in _FIELD.finditer(markdown.front_matter(text)):
        written = {'"': '\\"', "'": "''"}.get(match[1], "")
        words = split(text, *match.span("value"))
        shown = tuple(
            word._replace(text=word.text.replace(written, match[1]) if written else word.text) for word in words
        )
        yield Piece(shown, "heading", "front matter")


def _line_spans(content: str, first: int, lines: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the lines of a block's content, which have lost their indents and quotation marks, stand in the text."""
    for number, part in enumerate(content.split("\n"), first):
        line = lines[number] if number < len(lines) else ""
        inner = part.strip()
        start = starts[min(number, len(lines))] + max(0, line.rfind(inner) if inner else len(line))
        yield start, start + len(inner)


def _words(text: str, content: str, first: int, lines: Sequence[str], starts: Sequence[int]) -> Iterator[Word]:
    """The words of a block; a line break that shows is the gap before a word."""
    parts = content.split("\n")
    gap = " "
    for index, (start, end) in enumerate(_line_spans(content, first, lines, starts)):
        note = _FOOTNOTE.match(text, start, end) if index == 0 else None
        slashed = index < len(parts) - 1 and _BACKSLASHES.search(parts[index])
        for word in split(text, note.end() if note else start, end - bool(slashed)):
            yield word._replace(gap=gap)
            gap = " "
        gap = "\n" if slashed or parts[index].endswith("  ") else " "


def _cell(text: str, content: str, position: int, end: int) -> tuple[int, int]:
    """Where in a table's row, from ``position`` on, the next cell stands that has ``content``."""
    written = re.escape(content).replace(r"\|", r"\\?\|")
    match = re.compile(written).search(text, position, end) if content else None
    return match.span() if match else (position, position)


def _from_html(content: str, first: int, lines: Sequence[str], starts: Sequence[int]) -> Iterator[Piece]:
    """The pieces of an HTML block; its lines may have lost indents and quotation marks."""
    begins = [0, *accumulate(len(line) + 1 for line in content.split("\n"))]
    spans = list(_line_spans(content, first, lines, starts))

    def at(offset: int) -> int:
        line = min(bisect_right(begins, offset) - 1, len(spans) - 1)
        part = content[begins[line] : begins[line + 1]]
        return max(0, spans[line][0] + offset - begins[line] - (len(part) - len(part.lstrip())))

    for block in html_reader.walk(content, first + 1):
        for piece in html.block_pieces(content, roles.settle(block)):
            yield replace(
                piece, words=tuple(word._replace(start=at(word.start), end=at(word.end)) for word in piece.words)
            )


def write(translation: str, place: Place) -> str:
    """The translation, with its line breaks marked as the original's are, and nothing in it that opens a block.

    It has lines as wide as the original's, unless its language would show their ends as spaces.
    """
    broken = _HARD_BREAK.search(place.original)
    first, *others = map(one_line, translation.strip("\n").split("\n")) if broken else [one_line(translation)]
    joint = f"{broken[1]}{place.line_end}{broken[2]}" if broken else ""
    lines = (_guarded(first, place), *map(_escaped, others))
    if place.language[:2] not in SPACELESS:
        form = shape(place, QUOTED)
        lines = tuple(refilled(line, form, stuck=_OPENS_BLOCK) for line in lines)
    return joint.join(lines)


def _guarded(line: str, place: Place) -> str:
    """``line``, its first character escaped where it would open another block than the original."""
    opened = _OPENS_BLOCK.match(place.original)
    if not _PREFIX.fullmatch(place.before) or (opened and line.startswith(opened[0])):
        return line
    return _escaped(line)


def _escaped(line: str) -> str:
    match = _OPENS_BLOCK.match(line)
    if not match:
        return line
    number = match["number"] or ""
    return f"{number}\\{line[len(number) :]}"


def write_cell(translation: str, place: Place) -> str:
    """The translation in a cell of a table, where ``|`` divides cells."""
    del place  # a cell is always one line
    return re.sub(r"(?<!\\)\|", r"\\|", one_line(translation))


def write_field(translation: str, place: Place) -> str:
    """The translation as a value of YAML or TOML, in quotation marks if it needs them."""
    text = one_line(translation)
    before = place.text[place.start - 1]
    if before == "'":
        return text.replace("'", "''" if ":" in place.before else "’")
    if before == '"':
        return json.dumps(text, ensure_ascii=False)[1:-1]
    return json.dumps(text, ensure_ascii=False) if _NEEDS_QUOTES.search(text) else text
