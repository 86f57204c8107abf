"""The hashes of files, each worked out once in a run as long as the file shows no sign of a change."""

from __future__ import annotations

import os
import time
from hashlib import sha256

AT_ONCE = 1_000_000
"""Bytes of a file that are in memory at once."""
OLD = 2_000_000_000
"""Nanoseconds since a file's last change from which a further one shows in its times: those of FAT have two seconds."""
Looks = tuple[int, int, int, int, int]
"""Device, inode, size, and when content and inode were last changed."""
_known: dict[str, tuple[str, Looks | None]] = {}
"""File → its hash and its looks then, in this run.  Times can be set back by anybody, but for that of the inode."""


def hash_of(name: str) -> str:
    """SHA-256 of a file, in hexadecimal digits; it is read again only if it may be another than when it last was.

    ``name`` is an absolute path.  Raises ``OSError`` for what cannot be read.
    """
    known, then = _known.get(name, ("", None))
    found = sha256()
    began = time.time_ns()
    if known and _looks(os.stat(name)) == then:  # noqa: PTH116  (for many)
        return known
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123  (a path's own takes as long as all the rest)
        looks = _looks(os.fstat(file.fileno()))
        size = looks[2]
        while piece := file.read(min(size, AT_ONCE) or AT_ONCE):
            found.update(piece)
            if len(piece) == size:  # all of it, as of most: to ask for more would cost as much again
                break
    if began - looks[-1] > OLD and os.name != "nt":  # there the last one is the time of creation
        _known[name] = found.hexdigest(), looks
    return found.hexdigest()


def hash_if_readable(name: str) -> str:
    """As ``hash_of``; empty for what cannot be read."""
    try:
        return hash_of(name)
    except OSError:
        return ""


def _looks(stat: os.stat_result) -> Looks:
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
