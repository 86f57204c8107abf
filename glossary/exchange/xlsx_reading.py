"""Read XLSX (ECMA-376, SpreadsheetML) without any library: cells as text, whoever wrote the workbook.

Parts are read as the stream of ``xml_reading``, so that hostile ones are refused; what a sheet says of its own size
is not believed, and empty rows cost nothing.  Phonetic guides of Japanese cells (``rPh``) are no text.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection, Iterator

from glossary.archives import BROKEN
from glossary.errors import GlossaryError
from glossary.exchange import table, xml_reading
from glossary.exchange.entries import Reading
from glossary.exchange.table import Row
from glossary.exchange.xml_reading import Element
from glossary.expressions import expression

MAX_UNPACKED = 268_435_456
"""Bytes of all parts of a workbook (256 MiB): a sheet of 500,000 rows has about 200 MB."""
MAX_COLUMNS = 500
"""Columns read: a concept with ten columns in each of fifty languages."""
_REFERENCE = expression(r"([A-Z]{1,3})\d+")


def read(data: bytes, path: str) -> Reading:
    """The entries of the first sheet that has a row of names of columns, else of the first sheet.

    Raises ``GlossaryError`` for what is no workbook and for one that would fill the memory.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise GlossaryError(f"unpacks to more than {MAX_UNPACKED:,} bytes", path=path, hint="split it")
            sheets = _Workbook(archive, path).sheets()
    except BROKEN as error:
        message = f"no workbook that can be read ({type(error).__name__}: {error})"
        raise GlossaryError(message, path=path, hint="save it again as .xlsx") from None
    named = [rows for rows in sheets if rows and table.is_header(rows[0][1])]
    return table.read((named or sheets or [[]])[0], path)


class _Workbook:
    """The parts of a workbook."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self.archive, self.path = archive, path
        self.strings: list[str] = []

    def elements(self, part: str, names: Collection[str]) -> Iterator[Element]:
        """The elements of a part with these names; its root is left out."""
        elements = xml_reading.entries(self.archive.read(part), f"{self.path}/{part}", names)
        next(elements, None)
        return elements

    def sheets(self) -> list[list[Row]]:
        """The rows of every sheet, in the order of the workbook."""
        targets = {
            relation.attributes.get("Id", ""): relation.attributes.get("Target", "")
            for relation in self.elements("xl/_rels/workbook.xml.rels", {"Relationship"})
        }
        for target in targets.values():
            if target.endswith("sharedStrings.xml"):
                self.strings = [_text(item) for item in self.elements(_part(target), {"si"})]
        parts = []
        for sheet in self.elements("xl/workbook.xml", {"sheet"}):
            identifier = next((value for name, value in sheet.attributes.items() if name.endswith(" id")), "")
            parts.append(_part(targets[identifier]))
        return [list(self.rows(part)) for part in parts]

    def rows(self, part: str) -> Iterator[Row]:
        """The rows that hold something."""
        number = 0
        for row in self.elements(part, {"row"}):
            number = int(row.attributes.get("r", number + 1))
            cells: dict[int, str] = {}
            column = -1
            for cell in row.children:
                match = _REFERENCE.fullmatch(cell.attributes.get("r", ""))
                column = _column(match[1]) if match else column + 1
                if column < MAX_COLUMNS and (text := self.text(cell)):
                    cells[column] = text
            if cells:
                yield number, [cells.get(index, "") for index in range(max(cells) + 1)]

    def text(self, cell: Element) -> str:
        """What a cell holds: a shared string, a string of its own, a truth value, or a number as written."""
        kind = cell.attributes.get("t", "n")
        if kind == "inlineStr":
            return _text(cell)
        value = next((child.text for child in cell.children if child.name == "v"), "")
        if kind == "s" and value:
            index = int(value)
            if not 0 <= index < len(self.strings):
                raise ValueError(f"no shared string {index}")
            return self.strings[index]
        return ("FALSE", "TRUE")[value == "1"] if kind == "b" else value


def _text(element: Element) -> str:
    """The text of all ``t`` inside, phonetic guides left out."""
    parts = []
    for child in element.children:
        if child.name == "t":
            parts.append(child.text)
        elif child.name != "rPh":
            parts.append(_text(child))
    return "".join(parts)


def _part(target: str) -> str:
    """The name of a part that ``workbook.xml`` points to, within the archive."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _column(letters: str) -> int:
    """0-based index of a column: A → 0, AA → 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
