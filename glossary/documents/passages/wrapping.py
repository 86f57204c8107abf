"""Text in lines of a given width, also in languages without spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
"""Han and kana: between two of them a line may end."""
_CLOSING = (
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】｠〙〗»%‰℃.,:;?!)]}"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_OPENING = "‘“（〔［｛〈《「『【｟〘〖«([{"
"""What never begins, and never ends a line (JIS X 4051; W3C, Requirements for Japanese Text Layout, 3.1.7–3.1.8)."""
_PART = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[{_UNSPACED}]|[^{_UNSPACED}{re.escape(_OPENING)}]+|[{re.escape(_OPENING)}]+)"
    rf"[{re.escape(_CLOSING)}]*"
)
"""The least that stays together."""


_BREAKS = re.compile("[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t]*")


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


def wrapped(text: str, width: int, first: int = 0, others: int = 0) -> Iterator[str]:
    """``text``, which has no line break, in lines of at most ``width`` columns where its words allow it.

    The first line begins at column ``first``, the others at ``others``.  Joining the lines by a space gives the
    text again, except where a line ends between characters that have no space between them.
    """
    line, room = "", width - first
    for word in text.split(" "):
        for index, part in enumerate(_PART.findall(word) if not word.isascii() else [word]):
            gap = " " if line and index == 0 else ""
            if line and columns(line + gap + part) > room:
                yield line
                line, room = part, width - others
            else:
                line += gap + part
    yield line
