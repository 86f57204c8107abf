"""The termbase that ships: ``glossary/data/termbase/*.tsv``, found by way of ``termbase_index.tsv``.

The tables are the truth and say everything; the index only tells which rows have a form under which key, because
folding twelve thousand forms at every start would take longer than all else that ``glossary suggest`` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from glossary import data
from glossary.languages.english import fold
from glossary.suggestions import confidence
from glossary.suggestions.query import Query, Rendering, Resources
from glossary.suggestions.termbase import Found, Row, Termbase


def from_curated(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """Renderings of the termbase that ships."""
    yield from CURATED.renderings(query, language)


def _lookup(form: str) -> Found:
    return _found(fold(form))


@lru_cache(maxsize=50_000)
def _found(key: str) -> Found:
    """Rows of all tables that have a form with this key."""
    if not key:
        return ()
    rows = (row for _, file, first in data.find("termbase_index.tsv", key) for row in _rows(file, first))
    return tuple((form, row) for row in rows for form in row.forms if fold(form) == key)


def _rows(file: str, first: str) -> Iterator[Row]:
    """Rows of one table whose first English form is ``first``."""
    table, wanted = data.read(f"termbase/{file}.tsv"), f"\t{first}".encode()
    at = table.find(wanted)
    while at >= 0:
        start, end = table.rfind(b"\n", 0, at) + 1, table.find(b"\n", at)
        behind = at + len(wanted)
        if table[behind : behind + 1] in (b"|", b"\t") and b"\t" not in table[start:at]:
            yield _row(table[start : end if end >= 0 else None].decode())
        at = table.find(wanted, behind)


def _row(line: str) -> Row:
    kind, english, ko, ja, uk, note, reference = line.split("\t")
    cells = {"ko": ko, "ja": ja, "uk": uk}
    renderings = {language: tuple(cell.split("|")) for language, cell in cells.items() if cell}
    return Row(tuple(english.split("|")), renderings, kind, note, reference)


CURATED = Termbase("termbase", (), confidence.CURATED, _lookup)
