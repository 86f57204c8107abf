"""Where each concept stands in a file that a build wrote, so that the next one takes over what has not changed.

A stamp is a hash of all that decides what is written of a concept.  A file that still is, byte by byte, as a build left
it has for a concept of the same stamp what would be written again: it is copied, and only the rest is made.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import file_digest
from io import FileIO
from itertools import accumulate
from pathlib import Path
from typing import Any

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

    def places(self) -> dict[bytes, Place]:
        """Where the concept of each stamp stands, in the order of the file."""
        gap, stamps = self.gap, self.stamps
        starts = accumulate([length + gap for length in self.lengths], initial=self.start)
        places = [(start, start + length) for start, length in zip(starts, self.lengths, strict=False)]
        return dict(zip([stamps[at : at + SIZE] for at in range(0, len(stamps), SIZE)], places, strict=True))

    @property
    def end(self) -> int:
        """Where the last concept ends."""
        return self.start + sum(self.lengths) + self.gap * max(0, len(self.lengths) - 1)


class Lying:
    """A file that is copied from: the same from beginning to end, also when somebody replaces it meanwhile."""

    def __init__(self, file: FileIO) -> None:
        self._file = file

    def digest(self) -> str:
        """The hash of all of it."""
        self._file.seek(0)
        return file_digest(self._file, "sha256").hexdigest()

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

    def __init__(self, known: Mapping[bytes, Place], old: Lying | None, separator: bytes = b"") -> None:
        self.lengths = array("I")
        """Bytes of each part that came until now."""
        self._known, self._old, self._separator = known, old, separator

    def pieces(self, stamps: Sequence[bytes], make: Callable[[int], bytes]) -> Iterator[bytes]:
        """The parts with these stamps, in this order; ``make`` gives the one of a number that is not known."""
        gap = len(self._separator)
        run: Place | None = None
        before = b""
        for number, stamp in enumerate(stamps):
            place = self._known.get(stamp) if self._old else None
            if place and run and place[0] == run[1] + gap:
                run = run[0], place[1]
                self.lengths.append(place[1] - place[0])
                continue
            if run and self._old:
                yield before
                yield from self._old.pieces(run)
                before = self._separator
            run = place
            if place:
                self.lengths.append(place[1] - place[0])
                continue
            made = make(number)
            self.lengths.append(len(made))
            yield before + made
            before = self._separator
        if run and self._old:
            yield before
            yield from self._old.pieces(run)
