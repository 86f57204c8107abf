"""Write a file whole or not at all.

The bytes go to a temporary file in the same folder, are forced to the disk, and take the target's
name in one step (``rename(2)`` of POSIX.1-2017; ``MoveFileEx`` on Windows).  Whoever reads the target
at any moment, also after a crash, reads the old file or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.settings import relative_here

HINTS = {
    errno.ENOSPC: "free some space and run again; the old file is untouched",
    errno.EDQUOT: "free some space and run again; the old file is untouched",
    errno.EFBIG: "the file-size limit is too low; the old file is untouched",
    errno.EROFS: "the folder is read-only",
    errno.EACCES: "check who may write to the folder",
    errno.EPERM: "check who may write to the folder",
    errno.ENOTDIR: "a parent of it is a file, not a folder",
    errno.EEXIST: "a parent of it is a file, not a folder",
    errno.ENOENT: "another run may be writing here; run again",
    errno.EISDIR: "it is a folder; move it away",
}
"""What to do about an error of the system, by its number."""


def write_bytes(path: Path, data: bytes) -> bool:
    """Make ``data`` the content of ``path`` and say whether that changed anything.

    A file that already holds ``data`` is not touched.  Missing folders are made; permissions of an
    existing file are kept; a symbolic link stays, and the file it points to is replaced.  Temporary
    files that a killed run left beside the target are removed.  Raises ``GlossaryError`` naming the path
    when the disk is full, the folder is read-only, or the target is a folder; the old file is then whole.
    """
    target = path.resolve()
    try:
        if target.is_dir():
            raise GlossaryError("cannot be written: it is a folder", path=relative_here(path), hint="move it away")
        if target.is_file() and target.read_bytes() == data:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise GlossaryError(
            f"cannot be written: {reason}", path=relative_here(path), hint=HINTS.get(error.errno or 0, "")
        ) from error
    return True


def _replace(target: Path, data: bytes) -> None:
    """Write beside ``target``, then rename."""
    for left in target.parent.glob(f".{_escaped(target.name)}.*.tmp"):
        left.unlink(missing_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _write_through(temporary, data, _mode(target))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _write_through(temporary: Path, data: bytes, mode: int | None) -> None:
    """Create ``temporary``, which must not exist, with ``data`` on the disk rather than in a cache."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        if mode is not None:
            temporary.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _mode(target: Path) -> int | None:
    """Permission bits of ``target``; None when there is no such file, and the umask decides."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    """Force the new name to the disk where folders can be opened at all (not on Windows)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _escaped(name: str) -> str:
    """``name`` for a glob pattern: its ``*``, ``?`` and ``[`` stand for themselves."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)
