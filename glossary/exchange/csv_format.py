"""CSV: this program's own table, one row a concept, for programs and for people without a spreadsheet.

Columns: ``id, kind, subkind, en, en_admitted, en_deprecated, definition, note, translate, context``, then for each
language ``ko`` (the rendering) and ``ko_status`` (*approved* or *fuzzy*), with ``ko_admitted`` and ``ko_deprecated``
where some concept has such.  Several forms in a cell are separated by ``|``.  RFC 4180, but for line feeds at the
ends of lines; UTF-8 without byte order mark.  No cell starts like a formula (OWASP, "CSV Injection").
"""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from glossary.errors import GlossaryError
from glossary.exchange import table
from glossary.exchange.entries import Reading
from glossary.exchange.json_format import STATUSES
from glossary.exchange.scope import Scope
from glossary.exchange.table import Row
from glossary.exchange.text import clean, decoded, guarded, listed, unguarded, unquoted
from glossary.model import ConceptEntry, Glossary, TermStatus

MAX_CELL = 10_000_000
"""Characters of a cell, 10 million: Python's own limit of 131,072 is less than a long note may have."""


def export(glossary: Glossary, scope: Scope) -> bytes:
    """The whole glossary as CSV."""
    return written([guarded(cell) for cell in row] for row in rows(glossary, scope.languages))


def written(rows: Iterable[Sequence[str]], delimiter: str = ",", *, quote_all: bool = False) -> bytes:
    """Rows of cells as the bytes of a CSV file."""
    file = io.StringIO()
    writer = csv.writer(
        file, delimiter=delimiter, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL, lineterminator="\n"
    )
    writer.writerows(rows)
    return file.getvalue().encode()


def rows(glossary: Glossary, languages: Sequence[str]) -> Iterator[list[str]]:
    """Header and concepts, cells not yet guarded."""
    extra = {
        language: [status for status in _LISTED if any(_forms(concept, language, status) for concept in glossary)]
        for language in languages
    }
    header = "id kind subkind en en_admitted en_deprecated definition note translate context".split()
    for language in languages:
        name = language.replace("-", "_")
        header += [name, f"{name}_status", *(f"{name}_{status}" for status in extra[language])]
    yield header
    for concept in glossary:
        cells = [
            concept.id, concept.kind, concept.subkind, concept.preferred,
            *(listed(_forms(concept, "en", status)) for status in _LISTED),
            concept.definition, concept.note, "yes" if concept.translate else "no",
            concept.examples[0].sentence if concept.examples else "",
        ]  # fmt: skip
        for language in languages:
            main = next((term for term in concept.section(language) if term.status not in _LISTED), None)
            cells += [main.form, STATUSES[main.status]] if main else ["", ""]
            cells += [listed(_forms(concept, language, status)) for status in extra[language]]
        yield [clean(cell) for cell in cells]


_LISTED: tuple[TermStatus, ...] = ("admitted", "deprecated")


def _forms(concept: ConceptEntry, language: str, status: TermStatus) -> list[str]:
    """The forms of a language with a status, the preferred English one not among them."""
    preferred = concept.english.preferred
    return [clean(term.form) for term in concept.section(language) if term.status == status and term is not preferred]


def read(data: bytes, path: str) -> Reading:
    """The entries of a table between commas, semicolons or tabs.

    Raises ``GlossaryError`` with the line for what is no such table.
    """
    rows_ = _rows(decoded(data, path), path)
    names = rows_[0][1] if rows_ else []
    restored = unquoted if "developer_comments" in names else unguarded if "en_admitted" in names else str
    return table.read([(line, [restored(cell) for cell in cells]) for line, cells in rows_], path)


def _rows(text: str, path: str) -> list[Row]:
    """The rows between whichever delimiter makes a table: one with names of columns, else one as wide everywhere."""
    beginning = text if len(text) < _SAMPLE else text[: text.rfind("\n", 0, _SAMPLE)]
    samples: dict[str, list[Row]] = {}
    for delimiter in _DELIMITERS:
        with contextlib.suppress(GlossaryError):
            samples[delimiter] = [row for row in _split(beginning, delimiter, path) if any(row[1])]
    named = [delimiter for delimiter, rows in samples.items() if rows and table.is_header(rows[0][1])]
    even = [delimiter for delimiter, rows in samples.items() if {len(cells) for _, cells in rows} in ({2}, {3})]
    return list(_split(text, (named or even or [","])[0], path, whole=True))


_SAMPLE = 65_536
"""Characters that decide on the delimiter."""
_DELIMITERS = "\t,;"


def _split(text: str, delimiter: str, path: str, *, whole: bool = False) -> Iterator[Row]:
    """The rows of a table, or of its beginning; of the ``whole`` the last cell must have an end.

    Raises ``GlossaryError`` with the line where a cell begins that swallows the rest of the file.
    """
    if delimiter == "\t":
        yield from ((number, _cells(line)) for number, line in enumerate(text.split("\n"), 1))
        return
    csv.field_size_limit(MAX_CELL)
    record: list[str] = []
    reader = csv.reader(_noted(text, record), delimiter=delimiter)
    line = start = 1
    last = ""
    try:
        for cells in reader:
            yield line, cells
            line, start, last = reader.line_num + 1, line, "".join(record)
            record.clear()
        probe = last.rstrip("\r\n") + f"{delimiter}x"
        if whole and next(csv.reader([probe], delimiter=delimiter))[-1] != "x":
            message, hint = "a cell in quotation marks has no end", 'close it; a mark inside is written ""'
            raise GlossaryError(message, path=path, line=start, hint=hint)
    except csv.Error as error:
        raise GlossaryError(f"not CSV: {error}", path=path, line=line) from None


def _noted(text: str, record: list[str]) -> Iterator[str]:
    """The lines of a text, each also put down in ``record``."""
    for line in io.StringIO(text, newline=""):
        record.append(line)
        yield line


def _cells(line: str) -> list[str]:
    """Cells between tabs; one in quotation marks was quoted by a spreadsheet if the marks inside are doubled."""
    cells = []
    for cell in line.rstrip("\r").split("\t"):
        inner = cell[1:-1]
        quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
        cells.append(inner.replace('""', '"') if quoted else cell)
    return cells
