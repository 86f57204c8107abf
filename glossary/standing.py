"""Where each concept stands in a file that a build wrote, so that the next one takes over what has not changed.

A stamp is a hash of all that decides what is written of a concept.  A file that still is, byte by byte, as a build left
it has for a concept of the same stamp what would be written again: it is copied, and only the rest is made.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from io import FileIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from glossary.hashed import hash_of_open

SIZE = 16
"""Bytes of a stamp."""
AT_ONCE = 1_000_000
"""Bytes that are copied at once."""
Place = tuple[int, int]
"""Where something begins and ends in a file, in bytes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands where in one file."""

    digest: str
    """SHA-256 of the file, in hexadecimal digits."""
    start: int
    """Bytes before the first concept."""
    stamps: bytes
    """Of the concepts, one behind the other in the order of the file; no two are the same."""
    lengths: array[int]
    """Bytes of what is written of each."""
    gap: int = 0
    """Bytes between two."""
    notes: Mapping[str, Any] = field(default_factory=dict)
    """What else whoever wrote the file wants to know of it: texts and numbers."""

    def starts(self) -> list[int]:
        """Where each concept begins, in the order of the file, and one that came behind them would."""
        sizes = [length + self.gap for length in self.lengths] if self.gap else self.lengths
        return list(accumulate(sizes, initial=self.start))

    def places(self, numbers: Iterable[int]) -> list[Place]:
        """Where some of the concepts stand, by their numbers, from 0."""
        starts = self.starts()
        return [(starts[number], starts[number] + self.lengths[number]) for number in numbers]

    @property
    def end(self) -> int:
        """Where the last concept ends."""
        return self.start + sum(self.lengths) + self.gap * max(0, len(self.lengths) - 1)


def each(stamps: bytes) -> list[bytes]:
    """Stamps that stand one behind the other."""
    return [stamps[at : at + SIZE] for at in range(0, len(stamps), SIZE)]


class Compared(NamedTuple):
    """What became of the concepts of a file, which is said by their numbers, from 0, in its order."""

    gone: Sequence[int]
    """Those that are no longer."""
    new: Sequence[int]
    """Those that are and were not, by their numbers now."""
    runs: Sequence[tuple[int, int, int]]
    """The first one now, the first one then, and how many follow each other now as then; in the order now."""

    @property
    def in_order(self) -> bool:
        """Whether those that are left follow each other as they did."""
        return all(one[1] < other[1] for one, other in pairwise(self.runs))


@lru_cache(maxsize=2)
def compared(before: bytes, now: bytes) -> Compared:
    """What became of the concepts of which there were these stamps ``before``: that of ``glossary.json``, and the same
    for all catalogs.
    """
    old = {stamp: number for number, stamp in enumerate(each(before))}
    places = [old.pop(stamp, None) for stamp in each(now)]
    runs: list[tuple[int, int, int]] = []
    first, follows = 0, None
    for number, place in enumerate((*places, None)):
        if place is not None and place == follows:
            follows += 1
            continue
        if follows is not None:
            runs.append((first, follows - (number - first), number - first))
        first, follows = number, None if place is None else place + 1
    return Compared([*old.values()], [number for number, place in enumerate(places) if place is None], runs)


class Lying:
    """A file that is copied from: the same from beginning to end, also when somebody replaces it meanwhile."""

    def __init__(self, file: FileIO) -> None:
        self._file = file

    def digest(self) -> str:
        """The hash of all of it."""
        return hash_of_open(self._file, os.path.abspath(self._file.name))  # noqa: PTH100 - resolve() follows links

    def pieces(self, place: Place) -> Iterator[bytes]:
        """What stands at a place, about a megabyte at a time.  Raises ``OSError`` when it no longer does."""
        at, end = place
        self._file.seek(at)
        while at < end:
            piece = self._file.read(min(AT_ONCE, end - at))
            if not piece:
                raise OSError("the file has become shorter")
            at += len(piece)
            yield piece

    def read(self, start: int, end: int | None = None) -> bytes:
        """What stands there; without an end, up to that of the file."""
        if end is not None:
            return b"".join(self.pieces((start, end)))
        self._file.seek(start)
        return self._file.readall()


@contextmanager
def lying(path: Path) -> Iterator[Lying]:
    """A file to copy from.  Raises ``OSError`` when it cannot be read."""
    with FileIO(path) as file:
        yield Lying(file)


class Splice:
    """A file put together of what stands in another one and of what is new."""

    def __init__(self, known: Standing | None, old: Lying | None, separator: bytes = b"") -> None:
        self.lengths = array("I")
        """Bytes of each part that came until now."""
        self._known, self._old, self._separator = known, old, separator

    def pieces(self, stamps: bytes, make: Callable[[int], bytes]) -> Iterator[bytes]:
        """The parts with these stamps, in this order; ``make`` gives the one of a number that is not known."""
        known, old, before = self._known, self._old, b""
        runs = compared(known.stamps, stamps).runs if known and old else ()
        starts = known.starts() if runs and known else []
        number = 0
        for first, then, many in (*runs, (len(stamps) // SIZE, 0, 0)):
            for new in range(number, first):
                made = make(new)
                self.lengths.append(len(made))
                yield before + made
                before = self._separator
            number = first + many
            if many and known and old:
                self.lengths += known.lengths[then : then + many]
                yield before
                yield from old.pieces((starts[then], starts[then + many] - known.gap))
                before = self._separator
