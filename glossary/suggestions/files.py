"""Users' termbases: a file in one of several formats → ``Termbase``.

TSV and CSV have a header row that names the columns: ``en`` (or ``source``, ``term``, ``English``), languages by
code or English name, and ``kind``, ``note``, ``reference`` if there are any; ``|`` separates several forms.  A
file without header has source, target and an optional comment, and its name says the language: ``terms.ko.tsv``.
PO files are read by the room of catalogs; TBX, XLSX and JSON by that of formats.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from babel.core import Locale

from glossary.errors import GlossaryError
from glossary.suggestions.edict import read_edict
from glossary.suggestions.termbase import Row, Termbase

_ENGLISH = frozenset({"en", "source", "term", "english", "en_us", "en_gb"})
_NOTES = {"kind": "kind", "type": "kind", "note": "note", "comment": "note", "reference": "reference"}


def load(path: Path, shown: str) -> Termbase:
    """The termbase in a file; ``shown`` is its path as messages name it.

    Raises ``GlossaryError`` with file and line for a file that is missing, of an unknown kind, not UTF-8, without
    English column, or has no row.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None and path.name not in EDICT_NAMES:
        names = ", ".join(sorted(EDICT_NAMES))
        hint = f"the kinds are {', '.join(READERS)}, .tbx, .xlsx, .json, .po, a folder of .po files, and {names}"
        raise GlossaryError(f"no termbase that can be read: {path.suffix or path.name!r}", path=shown, hint=hint)
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "correct the setting termbases"
        raise GlossaryError(f"cannot be read: {error.strerror}", path=shown, hint=hint) from None
    rows = tuple((reader or read_edict)(data, path, shown))
    if not rows:
        raise GlossaryError("no row with an English form and a rendering", path=shown, hint="see the documentation")
    return Termbase(shown, rows)


def decoded(data: bytes, shown: str) -> str:
    """UTF-8 or UTF-16 text, as spreadsheets save it.  Raises ``GlossaryError`` with the line for other bytes."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GlossaryError("not UTF-8", path=shown, line=line, hint="save it as UTF-8") from None


def _table(delimiter: str) -> Callable[[bytes, Path, str], Iterator[Row]]:
    """A reader of lines with cells; quotation marks count in CSV only."""

    def read(data: bytes, path: Path, shown: str) -> Iterator[Row]:
        text = decoded(data, shown)
        first = text.partition("\n")[0]
        if delimiter == "\t":
            cells = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
        else:
            cells = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
        try:
            rows = [row for row in cells if row and not row[0].startswith("#") and any(cell.strip() for cell in row)]
        except csv.Error as error:
            raise GlossaryError(f"no table: {error}", path=shown, line=cells.line_num, hint="correct it") from None
        yield from _rows(rows, path, shown)

    return read


def _rows(rows: Sequence[Sequence[str]], path: Path, shown: str) -> Iterator[Row]:
    """Rows of a table, by its header or, without one, by the language in its name."""
    if not rows:
        return
    header = [cell.strip().casefold().replace("-", "_") for cell in rows[0]]
    if not _ENGLISH & set(header):
        language = path.stem.rpartition(".")[2].replace("-", "_")
        if not _languages().get(language.casefold()):
            hint = 'name the columns in the first line ("en", "ko" …) or the language in the file\'s name: terms.ko.tsv'
            raise GlossaryError("no column en", path=shown, line=1, hint=hint)
        header, rows = ["en", language.casefold(), "note"], [(), *rows]
    english = next(index for index, name in enumerate(header) if name in _ENGLISH)
    languages = [(i, _languages()[name]) for i, name in enumerate(header) if name in _languages() and i != english]
    if "target" in header:
        languages.append((header.index("target"), path.stem.rpartition(".")[2]))
    notes = {_NOTES[name]: index for index, name in enumerate(header) if name in _NOTES}
    for cells in rows[1:]:
        row = _row(cells, english, languages, notes)
        if row.forms and row.renderings:
            yield row


def _row(cells: Sequence[str], english: int, languages: Sequence[tuple[int, str]], notes: Mapping[str, int]) -> Row:
    def cell(index: int | None) -> str:
        return " ".join(cells[index].split()) if index is not None and index < len(cells) else ""

    def parts(index: int) -> tuple[str, ...]:
        return tuple(part for text in cell(index).split("|") if (part := text.strip()))

    renderings = {language: forms for index, language in languages if (forms := parts(index))}
    return Row(parts(english), renderings, *(cell(notes.get(name)) for name in ("kind", "note", "reference")))


def _languages() -> Mapping[str, str]:
    """Lower-case code or English name → code: "ko", "korean", "pt_br"."""
    if not _KNOWN:
        for code, name in Locale("en").languages.items():
            _KNOWN[code.casefold()] = code
            _KNOWN.setdefault(name.casefold(), code)
        _KNOWN.update({"uk_ua": "uk", "ko_kr": "ko", "ja_jp": "ja", "pt_br": "pt_BR"})
        del _KNOWN["en"]
    return _KNOWN


_KNOWN: dict[str, str] = {}

READERS: Mapping[str, Callable[[bytes, Path, str], Iterator[Row]]] = {
    ".tsv": _table("\t"),
    ".utf8": _table("\t"),
    ".txt": _table("\t"),
    ".csv": _table(","),
}
"""Suffix → reader of bytes, path and shown path."""

EDICT_NAMES = frozenset({"edict", "edict2", "enamdict"})
"""File names of the EDICT family of Japanese dictionaries, which have no suffix."""
