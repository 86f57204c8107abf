"""Compile the index of the curated termbase: ``termbase_index.tsv``, where each English form stands.

Run after a row of ``termbase/*.tsv`` was added, removed or got other English forms; renderings and notes are read
from the termbase itself::

    python -m glossary.data.compile_termbase

Columns: key (``fold`` of an English form; the file is sorted by it), file without suffix, first English form of the
row.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from glossary.languages.english import fold

HERE = Path(__file__).parent
INDEX = HERE / "termbase_index.tsv"
HEADER = "kind\ten\tko\tja\tuk\tnote\treference"
"""Of every file of the termbase."""


def index() -> str:
    """The text of the index."""
    found = {
        (fold(form), path.stem, forms[0]): None
        for path in sorted((HERE / "termbase").glob("*.tsv"))
        for forms in _forms(path)
        for form in forms
    }
    return "".join("\t".join(cells) + "\n" for cells in sorted(found, key=lambda cells: cells[0]))


def _forms(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and line != HEADER:
            yield line.split("\t", 2)[1].split("|")


if __name__ == "__main__":
    INDEX.write_text(index(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{INDEX.name}: {len(INDEX.read_bytes())} bytes\n")
