"""Read a catalog strictly, and keep it line by line.

Every line stays as the translator's editor wrote it, so that what an update does not concern goes back to
the disk as it came: wrapping, comments, flags, ``#~|``, ``#=``, unknown headers.  polib would lose some of
these and skips malformed lines; it is not used for reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from glossary.catalogs.blocks import Block, cut
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.syntax import Line, Part, read_line
from glossary.errors import CatalogError
from glossary.expressions import expression

BOM = "\N{BYTE ORDER MARK}"
_CHARSET = re.compile(rb"Content-Type:[^\n]*?charset=([\w.:+-]+)", re.IGNORECASE)
_STRAY = expression(r"\0|\r(?!\r*(?:\n|\Z))")
_LINE_ENDS = expression(r"\r+\n")
_SPACES = expression(r"^(?:[ \t\f\v]+|#~[ \t\f\v]*)$", re.MULTILINE)
"""Lines that say nothing, though they are not empty: how they count depends on what is above them."""
_UNICODE = frozenset({b"utf-8", b"utf8", b"charset"})
"""Declared names that are read as UTF-8; ``CHARSET`` is the placeholder of a raw template."""


def read(path: Path, shown: str = "") -> Catalog | None:
    """The catalog at ``path``; None when there is no such file.  ``shown`` names it in messages.

    Raises ``CatalogError`` with path and line for whatever cannot be read whole: see ``parse``.
    """
    shown = shown or str(path)
    try:
        return parse(path.read_bytes(), shown)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CatalogError(f"cannot be read: {error.strerror}", path=shown) from error


def parse(data: bytes, path: str, known: Mapping[str, Block] | None = None) -> Catalog:
    """The catalog that ``data`` holds; ``path`` names it in messages; ``known`` as for ``blocks.cut``.

    Raises ``CatalogError`` with the line for another encoding than UTF-8, NUL bytes, a conflict marker, a
    line that no PO file has, an incomplete message and a message that occurs twice.
    """
    text = _decoded(data, path)
    bom = text.startswith(BOM)
    text = text[len(BOM) if bom else 0 :]
    entries, tail = _quickly(text, known or {}) or parse_text(text, path)
    if len({entry.key for entry in entries}) < len(entries):
        _unique(parse_text(text, path)[0], path)
    return Catalog(entries, tail, crlf=2 * data.count(b"\r\n") > data.count(b"\n"), bom=bom)


def _quickly(text: str, known: Mapping[str, Block]) -> tuple[tuple[Entry, ...], tuple[Line, ...]] | None:
    """What ``parse_text`` gives, mostly as blocks; None for an odd catalog, and for what is none."""
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text).rstrip("\r")
    entries: list[Entry] = []
    tail: tuple[Line, ...] = ()
    for piece in cut(text if text.endswith("\n") else text + "\n", known):
        if isinstance(piece, Block):
            if tail:
                return None
            entries.append(piece)
            continue
        try:
            found, tail = parse_text(piece.text, "")
        except CatalogError:  # the strict reader of the whole knows the line
            return None
        if _SPACES.search(piece.text) or not (found or tail):
            return None
        for index, entry in enumerate(found):
            entries.append(Entry(entry.lines, entry.number + piece.number - 1, entry.lead if index else piece.lead))
    return tuple(entries), tail


def parse_text(text: str, path: str) -> tuple[tuple[Entry, ...], tuple[Line, ...]]:
    """The messages that a catalog's text holds, also those that occur twice, and the comments behind the last one.

    Raises ``CatalogError`` with the line for whatever is no catalog's text.
    """
    lines = [read_line(line.rstrip("\r"), path, number) for number, line in enumerate(text.split("\n"), 1)]
    return _entries(lines, path)


def _decoded(data: bytes, path: str) -> str:
    """The text of the file; raises ``CatalogError`` for what no UTF-8 text file has."""
    declared = _CHARSET.search(data)
    if declared and declared[1].lower() not in _UNICODE:
        name, line = declared[1].decode("ascii"), data.count(b"\n", 0, declared.start()) + 1
        hint = f"msgconv --to-code=UTF-8 -o {path} {path}"
        raise CatalogError(f"its charset is {name}, not UTF-8", path=path, line=line, hint=hint)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError("not UTF-8", path=path, line=line, hint="save it as UTF-8") from None
    stray = _STRAY.search(text) if "\0" in text or "\r" in text else None
    if stray:
        what = "NUL character" if stray[0] == "\0" else "carriage return inside a line"
        line = text.count("\n", 0, stray.start()) + 1
        raise CatalogError(what, path=path, line=line, hint="restore the file from version control")
    return text


def _blocks(lines: Sequence[Line]) -> Iterator[list[tuple[int, Line]]]:
    """Numbered lines, cut behind each translation and the empty lines that follow it."""
    block: list[tuple[int, Line]] = []
    translated = False
    for number, line in enumerate(lines, 1):
        if translated and line.part not in (None, Part.BLANK, Part.PLURAL, Part.MSGSTR):
            yield block
            block, translated = [], False
        translated = translated or line.part is Part.MSGSTR
        block.append((number, line))
    yield block


def _entries(lines: Sequence[Line], path: str) -> tuple[tuple[Entry, ...], tuple[Line, ...]]:
    """The messages, and the comments behind the last one."""
    entries: list[Entry] = []
    lead = 0
    for block in _blocks(lines):
        found = _labelled(block, path)
        end = max((index + 1 for index, line in enumerate(found) if line.part is not Part.BLANK), default=0)
        numbers = [number for (number, _), line in zip(block, found, strict=True) if line.part in _BEFORE]
        if not numbers and not any(line.previous for line in found):
            return tuple(entries), found[:end]
        entry = Entry(found[:end], min(numbers, default=block[0][0]), lead)
        _check(entry, path)
        entries.append(entry)
        lead = len(found) - end
    return tuple(entries), ()


_BEFORE: dict[Part, tuple[Part | None, ...]] = {
    Part.CONTEXT: (None,),
    Part.MSGID: (None, Part.CONTEXT),
    Part.PLURAL: (Part.MSGID,),
    Part.MSGSTR: (Part.MSGID, Part.PLURAL, Part.MSGSTR),
}
"""Which part of a message may stand directly above; None: a comment, or nothing."""


def _labelled(block: Iterable[tuple[int, Line]], path: str) -> tuple[Line, ...]:
    """The lines of one block in legal order, each bare string with the part that it continues."""
    found: list[Line] = []
    above: Line | None = None
    for number, line in block:
        if line.part is Part.BLANK:
            found.append(line)
            continue
        if not _legal(line, above):
            raise CatalogError(f"{_name(line)} is out of place", path=path, line=number, hint="correct it by hand")
        above = line if line.part or not above else line._replace(part=above.part)
        found.append(above)
    return tuple(found)


def _legal(line: Line, above: Line | None) -> bool:
    """May ``line`` stand below ``above``, the line before it that is not empty?"""
    marks = above is not None and (line.obsolete, line.previous) == (above.obsolete, above.previous)
    over = above.part if above and above.part in _BEFORE else None
    if line.part is None:
        return marks and (over is not None or line.previous)
    return over in _BEFORE.get(line.part, (None,)) and (over is None or marks)


def _name(line: Line) -> str:
    return line.keyword or (line.part.value if line.part and line.part not in _BEFORE else "a string")


def _check(entry: Entry, path: str) -> None:
    """Raise ``CatalogError`` when the translation is missing or its plural forms are misnumbered."""
    names = [line.keyword for line in entry.part(Part.MSGSTR) if line.keyword]
    plural = any(line.part is Part.PLURAL for line in entry.lines)
    wanted = [f"msgstr[{index}]" for index in range(len(names))] if plural else ["msgstr"]
    if not names or names != wanted or not entry.part(Part.MSGID):
        have = " ".join(line.keyword for line in entry.lines if line.keyword and line.part in _BEFORE)
        raise CatalogError(
            f"incomplete message: {have or 'nothing'}", path=path, line=entry.number, hint="correct it by hand"
        )
    own = [line for line in entry.lines if line.part in _BEFORE]
    for line, below in zip(own, [*own[1:], None], strict=True):
        if line.keyword and '"' not in line.text and (below is None or below.keyword):
            hint = 'write "" for an empty text'
            raise CatalogError(f"{line.keyword} without a text", path=path, line=entry.number, hint=hint)
    if any(line.obsolete != entry.obsolete for line in entry.part(Part.PREVIOUS)):
        raise CatalogError("#| and #~| are mixed up", path=path, line=entry.number, hint="correct it by hand")


def _unique(entries: Iterable[Entry], path: str) -> None:
    """Raise ``CatalogError`` when a message occurs twice, be it obsolete: gettext reads no such file."""
    seen: dict[tuple[str | None, str], int] = {}
    for entry in entries:
        first = seen.setdefault(entry.key, entry.number)
        if first != entry.number:
            hint = "delete one of the two"
            raise CatalogError(f"the same message as on line {first}", path=path, line=entry.number, hint=hint)
