"""A table of what is remembered beside a project, in parts, of which only those are read and made anew that it takes.

The file is a hash of its bytes, a line that says what stands where, the keys of each part, and the parts: compressed.
A row is in the part that the checksum of its key names, so that the same rows make the same file.  Whatever is
wrong with it, it is as if there were none.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from glossary import binary, kept

TOGETHER = 150
"""Rows in a part, at most: 10 kB, which take 0.1 ms to read."""


class Shelf(Mapping[str, Any]):
    """Key → what is remembered under it."""

    def __init__(self, keys: Sequence[bytes] = (), parts: Sequence[bytes] = ()) -> None:
        """``keys`` of each of the ``parts``, sorted, one a line."""
        self._lines, self._parts = keys, parts
        self._keys = frozenset(b"\n".join([lines for lines in keys if lines]).decode().split("\n")) - {""}
        self._read: dict[int, Mapping[str, Any]] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._keys:
            raise KeyError(key)
        number = _part_of(key, len(self._parts))
        if number not in self._read:
            self._read[number] = binary.expanded(self._parts[number])
        return self._read[number][key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def with_keys(self, lines: Sequence[bytes]) -> Mapping[int, bytes]:
        """Those of as many parts by their numbers that have these keys."""
        same = enumerate(zip(lines, self._lines, strict=True)) if len(lines) == len(self._lines) else ()
        return {number: self._parts[number] for number, (own, there) in same if own == there}


def recall(file: Path, basis: str) -> Shelf:
    """What ``remember`` left, if that was on the same basis; whatever is wrong with the file, it is empty."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        head, _, body = kept.sealed(file)[1].partition(b"\n")
        table = json.loads(head)
        if table["basis"] == basis:
            ends = accumulate((*table["keys"], *table["parts"]), initial=0)
            pieces = [body[start:end] for start, end in pairwise(ends)]
            return Shelf(pieces[: len(table["keys"])], pieces[len(table["keys"]) :])
    return Shelf()


def remember(file: Path, basis: str, keys: Collection[str], known: Shelf, make: Callable[[str], Any]) -> None:
    """Put what is ``known`` under the keys into the file, and what ``make`` gives for those that are not known.

    It holds on one ``basis`` only: a hash of all that it depends on.  Without permission or room nothing is remembered.
    """
    number = 1 << (len(keys) // TOGETHER).bit_length()  # seldom another
    own: list[list[str]] = [[] for _ in range(number)]
    for key in sorted(keys):
        own[_part_of(key, number)].append(key)
    lines = ["\n".join(some).encode() for some in own]
    same = known.with_keys(lines)
    parts = [
        same[at] if at in same else binary.compressed({key: known[key] if key in known else make(key) for key in some})
        for at, some in enumerate(own)
    ]
    head = {"basis": basis, "keys": [*map(len, lines)], "parts": [*map(len, parts)]}
    kept.keep_sealed(file, json.dumps(head).encode(), b"\n", *lines, *parts)


def _part_of(key: str, number: int) -> int:
    return zlib.crc32(key.encode()) % number
