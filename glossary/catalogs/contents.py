"""What a file holds or is to hold, kept out of memory where it is large.

A build plans every file before it writes the first; those of a large glossary take as much room as the glossary.  So
what a file held stays where it lies, and what it is to hold waits in a file without a name, of which nothing is left
however the run ends.  Both are told apart by their hash.
"""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from io import FileIO
from itertools import count
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.hashed import hash_of

AT_ONCE = 1_000_000
"""Bytes that are read or written at once; smaller files are held in memory."""
_numbers = count()
_drafts: weakref.WeakValueDictionary[int, Draft] = weakref.WeakValueDictionary()


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one file; equal when they are."""

    digest: str
    """SHA-256, in hexadecimal digits."""
    _at: bytes | Path | Draft = field(compare=False, repr=False)

    def read(self) -> bytes:
        """All of it.  Raises ``GlossaryError`` when it lies in a file that somebody has changed since."""
        return b"".join(self.pieces())

    def is_in(self, path: Path) -> bool:
        """Whether a file holds it now.  Raises ``OSError`` for one that cannot be read."""
        return digest_of(path) == self.digest

    def pieces(self) -> Iterator[bytes]:
        """The same, about a megabyte at a time; what is changed is told at the end."""
        match self._at:
            case bytes():
                yield self._at
            case Draft():
                yield from self._at.pieces()
            case path:
                found = sha256()
                for piece in _pieces(path):
                    found.update(piece)
                    yield piece
                if found.hexdigest() != self.digest:
                    raise changed(str(path))


def changed(shown: str) -> GlossaryError:
    """What is raised for a file that is no longer as it was when something was planned for it."""
    return GlossaryError("was changed by someone else just now", path=shown, hint="run again")


def held(data: bytes) -> Content:
    """A content that is in memory."""
    return Content(sha256(data).hexdigest(), data)


def lying(path: Path, data: bytes) -> Content:
    """The content ``data`` of a file, which is read again when it is asked for."""
    return Content(sha256(data).hexdigest(), data if len(data) < AT_ONCE else path)


def lying_there(path: Path, digest: str) -> Content:
    """The content of a file of which the hash is known."""
    return Content(digest, path) if path.stat().st_size >= AT_ONCE else lying(path, path.read_bytes())


def digest_of(path: Path) -> str | None:
    """The hash of what a file holds now; None when there is none.  Raises ``OSError`` for what cannot be read."""
    try:
        return hash_of(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links
    except FileNotFoundError:
        return None


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(AT_ONCE):
            yield piece


class Draft:
    """A file without a name, for one content.

    It is filled in the process that made it or in one forked from that, which hands back nothing of it but its number.
    """

    def __init__(self) -> None:
        self._number = next(_numbers)
        self._size = 0
        self._file: FileIO | None = None
        with suppress(OSError):  # where there is no place for such files, contents are held in memory
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  (as long as anybody has it)
            weakref.finalize(self, self._file.close)
        _drafts[self._number] = self

    def __reduce__(self) -> tuple[Callable[[int], Draft], tuple[int]]:
        return _made_here, (self._number,)

    def filled(self, pieces: Iterable[bytes]) -> Content:
        """The content that these pieces make up; in memory when it is small, or when the disk is full."""
        digest, rest = sha256(), bytearray()
        if self._file is not None and self._size:  # somebody gave up half-way
            self._file.truncate(0)
            self._size = 0
        for piece in pieces:
            digest.update(piece)
            rest += piece
            if len(rest) >= AT_ONCE and self._wrote(rest):
                rest.clear()
        if self._size and self._wrote(rest):
            return Content(digest.hexdigest(), self)
        return Content(digest.hexdigest(), b"".join((*self.pieces(), rest)))

    def _wrote(self, data: bytearray) -> bool:
        """Append ``data`` if there is room for all of it."""
        if self._file is None:
            return False
        try:
            self._file.seek(self._size)
            with memoryview(data) as whole:
                done = 0
                while done < len(whole):
                    done += self._file.write(whole[done:])
        except OSError:
            with suppress(OSError):
                self._file.truncate(self._size)
            return False
        self._size += len(data)
        return True

    def pieces(self) -> Iterator[bytes]:
        """What is in it, from its beginning."""
        at = 0
        while self._file is not None:
            self._file.seek(at)
            piece = self._file.read(AT_ONCE)
            if not piece:
                return
            at += len(piece)
            yield piece


def _made_here(number: int) -> Draft:
    return _drafts[number]
