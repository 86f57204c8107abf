"""A file's text as people see it, of which every character knows where it stands in the file.

Reading cleans a text (line ends, invisible characters, Unicode form); rendering has to give back every byte that
no translation replaces.  So both texts are kept, and ``Offsets`` leads from the clean one to the exact one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from glossary.documents.decode import LINE_END, UNSEEN, decode, encoding_of, seen
from glossary.expressions import expression

_ESCAPED = expression("[\udc80-\udcff]")
"""A byte that its file's encoding does not know, as Python's handler ``surrogateescape`` (PEP 383) keeps it."""


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where the characters of a text came from: a piecewise shift."""

    new: Sequence[int] = ()
    """Ascending offsets in the text at which another shift begins."""
    old: Sequence[int] = ()
    """For each of them the offset that it had before."""

    def __call__(self, offset: int) -> int:
        """The offset before the change of what is now at ``offset``; of the end of a text, its end."""
        index = bisect_right(self.new, offset) - 1
        if index < 0:
            return offset
        moved = self.old[index] + offset - self.new[index]
        return min(moved, self.old[index + 1]) if index + 1 < len(self.old) else moved


@dataclass(frozen=True, slots=True)
class Exact:
    """A decoded file."""

    text: str
    """With everything that is in the file; bytes of no meaning as lone surrogates."""
    encoding: str
    """In which ``text`` gives the bytes of the file (``surrogateescape``)."""
    clean: str
    """What readers see: ``decode.clean`` of it."""
    stages: tuple[Offsets, ...]
    """From ``clean`` back to ``text``, to be applied in this order."""

    def at(self, offset: int) -> int:
        """Where in ``text`` the character at ``offset`` of ``clean`` stands."""
        for stage in self.stages:
            offset = stage(offset)
        return offset


def exact(data: bytes, name: str, *, markup: bool = False) -> Exact:
    """The file ``data``; the arguments and errors are those of ``decode``.

    A file that its encoding does not give back byte by byte (ISO 2022 with needless escapes, half a UTF-16
    character at the end) counts as if it were the UTF-8 of its clean text.
    """
    readable = decode(data, name, markup=markup)
    encoding = encoding_of(data, name, markup=markup)
    if encoding == "utf-8" and not data.isascii() and _no_utf_8(data):
        encoding = "cp1252"
    try:
        text = data.decode(encoding, "surrogateescape")
        faithful = text.encode(encoding, "surrogateescape") == data
    except UnicodeError:
        faithful = False
    if faithful:
        cleaned, stages = _cleaned(_shown(text, encoding))
        if cleaned == readable:
            return Exact(text, encoding, cleaned, stages)
    return Exact(readable, "utf-8", readable, ())


def shown_text(text: str) -> Exact:
    """A text that was taken out of some other file."""
    cleaned, stages = _cleaned(text)
    return Exact(text, "utf-8", cleaned, stages)


def _no_utf_8(data: bytes) -> bool:
    """Is nothing in ``data`` but ASCII and bytes that are no UTF-8?"""
    return data.decode("utf-8", "ignore").isascii()


def _shown(text: str, encoding: str) -> str:
    """``text`` with its escaped bytes read as ``decode`` reads them, one character for each."""
    if not _ESCAPED.search(text):
        return text
    other = "cp1252" if encoding == "utf-8" else "ascii"
    return _ESCAPED.sub(lambda match: bytes([ord(match[0]) - 0xDC00]).decode(other, "replace"), text)


def _cleaned(text: str) -> tuple[str, tuple[Offsets, ...]]:
    """``decode.clean`` of ``text`` (a byte order mark gone as well), and the way back, last change first."""
    stages: list[Offsets] = []
    if text.startswith("\ufeff"):
        text, stages = text[1:], [Offsets((0,), (1,))]
    changes: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (LINE_END, lambda _: "\n"),
        (UNSEEN, lambda match: seen(match, match.string)),
    )
    for pattern, replacement in changes:
        text, offsets = _substituted(pattern, replacement, text)
        stages.insert(0, offsets)
    if not unicodedata.is_normalized("NFC", text):
        text, offsets = _composed(text)
        stages.insert(0, offsets)
    return text, tuple(stage for stage in stages if stage.new)


def _substituted(
    pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], text: str
) -> tuple[str, Offsets]:
    """``pattern.sub(replacement, text)`` with the way back."""
    pieces: list[str] = []
    new: list[int] = []
    old: list[int] = []
    done = length = 0
    for match in pattern.finditer(text):
        found = replacement(match)
        pieces += (text[done : match.start()], found)
        length += match.start() - done + len(found)
        done = match.end()
        if len(found) != len(match[0]):
            new.append(length)
            old.append(done)
    return ("".join((*pieces, text[done:])), Offsets(new, old)) if pieces else (text, Offsets())


def _composed(text: str) -> tuple[str, Offsets]:
    """``text`` in NFC with the way back; characters that change together map to the first of them."""
    pieces: list[str] = []
    new: list[int] = []
    old: list[int] = []
    length = start = 0
    for end in (*_starts(text), len(text)):
        written = text[start:end]
        normal = unicodedata.normalize("NFC", written)
        pieces.append(normal)
        length += len(normal)
        start = end
        if len(normal) != len(written):
            new.append(length)
            old.append(end)
    return "".join(pieces), Offsets(new, old)


def _starts(text: str) -> Sequence[int]:
    """Offsets at which ``text`` may be cut without changing its NFC (Unicode Standard Annex 15).

    Before every character that is ASCII, and before every letter and digit but the conjoining jamo: none of
    these composes with what precedes it, or moves before it.
    """
    return [
        index
        for index, char in enumerate(text)
        if index and (char.isascii() or (char.isalnum() and not "\u1100" <= char <= "\u11ff"))
    ]


def fitting(text: str, encoding: str) -> str:
    """The encoding for an ``Exact.text`` that has changed: its own, else UTF-8."""
    try:
        text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return "utf-8"
    return encoding


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of an ``Exact.text`` that has changed, in its ``fitting`` encoding."""
    if fitting(text, encoding) == encoding:
        return text.encode(encoding, "surrogateescape")
    return _shown(text, encoding).encode("utf-8", "replace")
