"""Correct single characters of translations in a catalog's bytes, and change nothing else in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polib

from glossary.catalogs.scanning import scan
from glossary.catalogs.syntax import Part, read_line
from glossary.errors import CatalogError
from glossary.expressions import expression

Change = tuple[int, int, str]
"""Start, end and replacement, in characters of the translation."""
_STRING = expression(r'^([^"]*)"')


def fixed(data: bytes, changes: Mapping[tuple[int, int], Sequence[Change]], path: str) -> bytes:
    """The bytes of a catalog with changed translations.

    ``changes``: line of the message and plural form → changes, which must not overlap.  Wrapping, comments, line
    ends and all other messages stay.  Raises ``CatalogError`` for a file that is not UTF-8, and when what comes out
    would not read as intended; then nothing may be written.
    """
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise CatalogError("cannot be corrected: not UTF-8", path=path, hint="save it as UTF-8") from None
    before = {unit.line: unit for unit in scan(data, path).units}
    wanted = []
    for (number, form), parts in changes.items():
        text = before[number].targets[form]
        for start, end, new in sorted(parts, reverse=True):
            text = text[:start] + new + text[end:]
        wanted.append((number, form, text))
        _change(lines, number - 1, form, sorted(parts, reverse=True))
    result = "\n".join(lines).encode("utf-8")
    after = {unit.line: unit for unit in scan(result, path).units}
    if after.keys() != before.keys() or any(after[number].targets[form] != text for number, form, text in wanted):
        raise CatalogError("cannot be corrected safely", path=path, hint="correct it in your editor")
    return result


def _change(lines: list[str], first: int, form: int, changes: Sequence[Change]) -> None:
    """Change one translation in place; ``first`` is the 0-based line of the message, changes the last one first."""
    rows = _rows(lines, first, form)
    bodies = [read_line(lines[row].rstrip("\r"), "", 0).body for row in rows]
    for start, end, new in changes:
        target = _line_for(bodies, start, end)
        place = 0
        for index, body in enumerate(bodies):
            low, high = max(start - place, 0), min(end - place, len(body))
            kept = body[:low] + body[high:] if low < high else body
            bodies[index] = kept[:low] + new + kept[low:] if index == target else kept
            place += len(body)
    for row, body in zip(rows, bodies, strict=True):
        old = read_line(lines[row].rstrip("\r"), "", 0).body
        if old != body:
            match = _STRING.match(lines[row])
            tail = "\r" if lines[row].endswith("\r") else ""
            lines[row] = f'{match[1] if match else ""}"{polib.escape(body)}"{tail}'


def _line_for(bodies: Sequence[str], start: int, end: int) -> int:
    """Which line takes the new characters: the first one that loses some, else the one that ``start`` is in."""
    place = 0
    for index, body in enumerate(bodies):
        if start < place + len(body) or (start == end == place + len(body) and body):
            return index
        place += len(body)
    return len(bodies) - 1


def _rows(lines: Sequence[str], first: int, form: int) -> list[int]:
    """The 0-based lines that hold the strings of one translation."""
    rows: list[int] = []
    keyword = ""
    for row in range(first, len(lines)):
        line = read_line(lines[row].rstrip("\r"), "", 0)
        if line.keyword:
            if rows:
                break
            keyword = line.keyword
        elif line.part is not None and line.part is not Part.BLANK:
            break
        if keyword in ("msgstr", f"msgstr[{form}]") and line.part is not Part.BLANK:
            rows.append(row)
    return rows
