"""A table of terms and renderings, CSV or TSV, whoever made it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.errors import GlossaryError
from glossary.exchange.termbase_entries import UNDETERMINED, Entry, Ids, Wanted
from glossary.expressions import expression
from glossary.model import TermStatus

_SOURCE_COLUMNS = ("en", "english", "source", "term", "preferred", "term_en", "english_term", "source_term")
_TARGET_COLUMNS = ("target", "translation", "rendering")
_LANGUAGE_COLUMN = expression(r"(?:(?:term|translation|target|rendering)_)?([a-z]{2,3}(?:_[a-z]{2,4})?)\Z")
_LANGUAGE_CODES = frozenset(
    "af am ar az be bg bn bs ca cs cy da de el eo es et eu fa fi fil fr ga gl gu he hi hr hu hy is it ja ka kk km "
    "kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi "
    "zh".split()
)
"""Column names that are languages: those with localized software, but ``id`` and ``no``, which mean other things."""
_ADMITTED: TermStatus = "admitted"
_OTHER_STATUSES = ("admitted", "forbidden")
_BETWEEN = expression(r"[;；\n]")


def rows(text: str, path: str, wanted: Wanted | None) -> Iterator[Entry]:
    """The concepts of a table: one a row, or several rows with the same term (and id) one concept.

    Columns: the term (``en``, ``source`` …); renderings (``ko``, ``target`` …), several in a cell between
    semicolons; and, where they are there, ``id``, ``kind``, ``variants`` (further English forms), and
    ``status``, ``admitted`` and ``forbidden``, also for one language (``ko_status``).  Raises ``GlossaryError``.
    """
    delimiter = max("\t;,", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        first = next((row for row in reader if any(cell.strip() for cell in row)), None)
        if first is None:
            raise GlossaryError("is empty", path=path, hint="give a row for each term")
        names = [re.sub(r"[^a-z0-9]+", "_", name.strip().casefold()).strip("_") for name in first]
        source = next((names.index(name) for name in _SOURCE_COLUMNS if name in names), -1)
        targets = _targets(names) if source >= 0 else {}
        if targets:
            yield from _entries(((reader.line_num, row) for row in reader), names, source, targets, wanted)
            return
        if len(names) != 2 or source >= 0:
            hint = "name the columns en and ko, or source and target"
            raise GlossaryError(f"no columns of terms and renderings in {first}", path=path, line=1, hint=hint)
        numbered = _pairs(_with_first(reader, first), path)
        yield from _entries(numbered, ["source", "target"], 0, {1: UNDETERMINED}, wanted)
    except csv.Error as error:
        raise GlossaryError(f"not CSV: {error}", path=path, line=reader.line_num) from None


def _with_first(reader: Iterator[list[str]], first: list[str]) -> Iterator[tuple[int, list[str]]]:
    yield 1, first
    yield from enumerate(reader, 2)


def _pairs(numbered: Iterable[tuple[int, list[str]]], path: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table without header.  Raises ``GlossaryError`` for one that is no pair: a text is no table."""
    for line, row in numbered:
        if len(row) not in (0, 2) and any(cell.strip() for cell in row):
            hint = "give a term and its rendering, or a header row"
            raise GlossaryError(f"no pair of term and rendering, but {len(row)} cells", path=path, line=line, hint=hint)
        yield line, row


def _targets(names: Sequence[str]) -> Mapping[int, str]:
    """Column → language of the renderings in it."""
    found = {}
    for index, name in enumerate(names):
        match = _LANGUAGE_COLUMN.match(name)
        if name in _TARGET_COLUMNS:
            found[index] = UNDETERMINED
        elif match and match[1].partition("_")[0] in _LANGUAGE_CODES and name not in _SOURCE_COLUMNS:
            found[index] = match[1]
    return found


def _entries(
    table: Iterator[tuple[int, list[str]]],
    names: Sequence[str],
    source: int,
    targets: Mapping[int, str],
    wanted: Wanted | None,
) -> Iterator[Entry]:
    found: dict[tuple[str, str] | str, Entry] = {}
    ids = Ids()
    skipped: set[tuple[str, str] | str] = set()
    identifiers, kinds, variant = (_column(names, name) for name in ("id", "kind", "variants"))
    marked = {index: _marked(names, language) for index, language in targets.items()}
    for line, row in table:
        form, own = _cell(row, source), _cell(row, identifiers)
        key = (own, form) if own else form
        if not form or key in skipped:
            continue
        variants = _parts(_cell(row, variant))
        entry = found.get(key)
        if entry is None:
            identifier = ids.next(form, own)
            if wanted and not wanted(form) and not any(map(wanted, variants)):
                skipped.add(key)
                continue
            entry = found[key] = Entry(identifier, {form: "preferred"}, _cell(row, kinds), line=line)
        entry.forms |= dict.fromkeys(variants, _ADMITTED)
        for index, language in targets.items():
            statuses, others = marked[index]
            status = _cell(row, statuses)
            for rendering in _parts(_cell(row, index)):
                entry.add(language, rendering, status)
            for word, column in others:
                for rendering in _parts(_cell(row, column)):
                    entry.add(language, rendering, word)
    yield from found.values()


def _column(names: Sequence[str], *wanted: str) -> int:
    """The column of the first name that there is, of several with it the last; -1 when there is none."""
    columns = {name: index for index, name in enumerate(names)}
    return next((columns[name] for name in wanted if name in columns), -1)


def _marked(names: Sequence[str], language: str) -> tuple[int, Sequence[tuple[str, int]]]:
    """The column with the status of a language's renderings, and those of its renderings of other status."""
    others = {word: _column(names, f"{language}_{word}", f"{word}_{language}", word) for word in _OTHER_STATUSES}
    status = _column(names, f"{language}_status", f"status_{language}", "status")
    return status, [(word, column) for word, column in others.items() if column >= 0]


def _cell(row: Sequence[str], column: int) -> str:
    """What stands in a column; empty where a row ends before it, and for a column that there is not (-1)."""
    return row[column].strip() if 0 <= column < len(row) else ""


def _parts(cell: str) -> list[str]:
    """The renderings in one cell: between semicolons or line breaks, the preferred one first."""
    return [part.strip() for part in _BETWEEN.split(cell) if part.strip()] if cell else []
