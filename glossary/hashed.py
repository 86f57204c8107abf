"""The hashes of files, each worked out once as long as the file shows no sign of a change.

The signs are those that git's index goes by (https://git-scm.com/docs/racy-git), the times of the inode among them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from hashlib import sha256
from io import FileIO
from types import MappingProxyType

AT_ONCE = 1_000_000
"""Bytes of a file that are in memory at once."""
OLD = 2_000_000_000
"""Nanoseconds since a file's last change from which a further one shows in its times: those of FAT have two seconds."""
Looks = tuple[int, int, int, int, int]
"""Device, inode, size, and when content and inode were last changed."""
_known: dict[str, tuple[str, Looks]] = {}
"""File → its hash and its looks then.  Times can be set back by anybody, but for that of the inode."""
_met: dict[str, tuple[str, Looks]] = {}
"""Those of them that were asked for in this run."""
OPENING = 20_000
"""Bytes whose hash takes as long as to open a file."""
_read = 0
"""Bytes that were read in this run, and ``OPENING`` for each file."""


def known() -> Mapping[str, tuple[str, Looks]]:
    """Hashes and looks of the files that were asked for in this run, as far as a change of theirs will show."""
    return MappingProxyType(_met)


def read() -> int:
    """What it took to know them: the bytes that were read in this run, and 20,000 for each file."""
    return _read


def modified(name: str) -> float | None:
    """POSIX time of the last change of a ``known`` file's content; None for any other."""
    there = _met.get(name)
    return there[1][3] / 1e9 if there else None


def trust(files: Mapping[str, tuple[str, Looks]]) -> None:
    """Take what another run has ``known`` for known."""
    _known.update(files)


def forget() -> None:
    """Know no file any longer, as a new run does."""
    global _read  # noqa: PLW0603  (of the run)
    _known.clear()
    _met.clear()
    _read = 0


def hash_of(name: str) -> str:
    """SHA-256 of a file, in hexadecimal digits; it is read again only if it may be another than when it last was.

    ``name`` is an absolute path.  Raises ``OSError`` for what cannot be read.
    """
    there = _known.get(name)
    if there and _looks(os.stat(name)) == there[1]:  # noqa: PTH116  (for many)
        _met[name] = there
        return there[0]
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123  (a path's own takes as long as all the rest)
        return hash_of_open(file, name)


def hash_of_open(file: FileIO, name: str) -> str:
    """As ``hash_of``, of a file that is open."""
    began, looks = time.time_ns(), _looks(os.fstat(file.fileno()))
    there = _known.get(name)
    if there and looks == there[1]:
        _met[name] = there
        return there[0]
    global _read  # noqa: PLW0603  (of the run)
    found, size = sha256(), looks[2]
    _read += OPENING + size
    file.seek(0)
    while piece := file.read(min(size, AT_ONCE) or AT_ONCE):
        found.update(piece)
        if len(piece) == size:  # all of it, as of most: to ask for more would cost as much again
            break
    if began - looks[-1] > OLD and os.name != "nt":  # there the last one is the time of creation
        _known[name] = _met[name] = found.hexdigest(), looks
    return found.hexdigest()


def hash_if_readable(name: str) -> str:
    """As ``hash_of``; empty for what cannot be read."""
    try:
        return hash_of(name)
    except OSError:
        return ""


def _looks(stat: os.stat_result) -> Looks:
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
