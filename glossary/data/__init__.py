"""The tables and word lists that ship with the program, each with source and licence in NOTICE.md, and how to read
them: ``rows`` of a small table, ``find`` in a large one that is sorted by its first column.

Files are read by their place beside this one: ``importlib.resources`` would load ``zipfile`` and ``tempfile``, a
tenth of the time in which ``glossary suggest`` answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
BLOCK = 4_096
"""Bytes that are searched from end to end: 2 µs, as long as finding them takes."""


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the table ``glossary/data/<name>``: cells separated by tabs, ``#`` begins a comment line, the first
    other line names the columns.
    """
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(cells, None)
    yield from cells


@lru_cache(maxsize=32)
def read(name: str) -> bytes:
    """The bytes of ``glossary/data/<name>``, read once per process."""
    return (HERE / name).read_bytes()


def find(name: str, key: str) -> list[list[str]]:
    """The cells of all lines of the table ``name`` whose first cell is ``key``, in the order of the file.

    The file must be sorted by its first column (code points, which is the order of UTF-8).  Nothing of it is decoded
    but these lines, so that a megabyte costs no more than a page.
    """
    data, starts, keys = blocks(name)
    wanted = f"\n{key}\t".encode()
    block = max(bisect_left(keys, wanted[:-1]) - 1, 0)  # the last one that begins before the key
    at = data.find(wanted, starts[block], starts[block + 2] if block + 2 < len(starts) else len(data))
    found = []
    while at >= 0:
        end = data.find(b"\n", at + 1)
        found.append(data[at + 1 : end].decode().split("\t"))
        at = end if data.startswith(wanted, end) else -1
    return found


@lru_cache(maxsize=32)
def blocks(name: str) -> tuple[bytes, list[int], list[bytes]]:
    """For ``find``: a table between line ends, where its blocks of whole lines begin, and the first key of each, both
    with the line end before it.
    """
    data = b"\n" + read(name).rstrip(b"\n") + b"\n"
    starts = [0]
    while 0 < (at := data.find(b"\n", starts[-1] + BLOCK)) < len(data) - 1:
        starts.append(at)
    return data, starts, [data[at : data.find(b"\t", at)] for at in starts]
