"""Text in lines of a given width, also in languages without spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from glossary.documents.passages.words import Place
from glossary.expressions import expression

_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
"""Han and kana: between two of them a line may end."""
_CLOSING = (
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】｠〙〗»%‰℃.,:;?!)]}"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_OPENING = "‘“（〔［｛〈《「『【｟〘〖«([{"
"""What never begins, and never ends a line (JIS X 4051; W3C, Requirements for Japanese Text Layout, 3.1.7–3.1.8)."""
_PART = expression(
    rf"[{re.escape(_OPENING)}]*(?:[{_UNSPACED}]|[^{_UNSPACED}{re.escape(_OPENING)}]+|[{re.escape(_OPENING)}]+)"
    rf"[{re.escape(_CLOSING)}]*"
)
"""The least that stays together."""


_WORD = expression(r"(?:<[^<>]*>|[^ ])+")
"""What stands between spaces that are not inside of a tag."""
INDENT = expression(r"[ \t]*")
QUOTED = expression(r"[ \t>]*")
"""What a line begins with before its text: space; in quotations of Markdown also ``>``."""
SPACELESS = frozenset({"ja", "zh", "th", "lo", "my", "km", "bo"})
"""Languages that put no space between words, nor between sentences (CLDR: scripts Jpan, Hans, Hant, Thai, Laoo …):
where HTML and Markdown read a line break as a space, it must not stand in their texts."""
_BREAKS = expression("[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t]*")


def one_line(text: str) -> str:
    """``text`` with a space for each line break; other spaces (no-break, ideographic) stay."""
    return _BREAKS.sub(" ", text).strip(" \t")


def columns(text: str) -> int:
    """The width of ``text`` in a terminal: two for wide and full-width characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


class Shape(NamedTuple):
    """How the lines of an original lie."""

    width: int
    """Columns of its widest line; 0 when it has but one."""
    first: int = 0
    """Column at which its first line begins."""
    indent: str = ""
    """What the others begin with."""
    line_end: str = "\n"


def shape(place: Place, prefix: re.Pattern[str] = INDENT) -> Shape:
    """The shape of the original; its second line begins with what ``prefix`` matches."""
    lines = place.original.splitlines()
    if len(lines) < 2:
        return Shape(0)
    begin = prefix.match(lines[1])
    width = max(columns(place.before + lines[0]), *map(columns, lines[1:]))
    return Shape(width, columns(place.before), begin[0] if begin else "", place.line_end)


def refilled(text: str, form: Shape, *, stuck: re.Pattern[str] | None = None) -> str:
    """``text`` in lines of that shape, none of which begins with a word that ``stuck`` matches."""
    if not form.width:
        return text
    lines = wrapped(text, form.width, form.first, columns(form.indent), stuck=stuck)
    return f"{form.line_end}{form.indent}".join(lines)


def wrapped(
    text: str, width: int, first: int = 0, others: int = 0, *, stuck: re.Pattern[str] | None = None
) -> Iterator[str]:
    """``text``, which has no line break, in lines of at most ``width`` columns where its words allow it.

    The first line begins at column ``first``, the others at ``others``; a tag is never divided.  Joining the lines
    by a space gives the text again, except where a line ends between characters that have no space between them.
    """
    line, room = "", width - first
    for word in _WORD.findall(text):
        for index, part in enumerate(_PART.findall(word) if not word.isascii() and "<" not in word else [word]):
            gap = " " if line and index == 0 else ""
            if line and columns(line + gap + part) > room and not (stuck and stuck.match(part)):
                yield line
                line, room = part, width - others
            else:
                line += gap + part
    yield line
