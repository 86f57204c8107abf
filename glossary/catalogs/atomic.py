"""Write a file whole or not at all.

The bytes go to a temporary file in the same folder, are forced to the disk, and take the target's
name in one step (``rename(2)`` of POSIX.1-2017; ``MoveFileEx`` on Windows).  Whoever reads the target
at any moment, also after a crash, reads the old file or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from glossary.settings import relative_here

if TYPE_CHECKING:
    from glossary.catalogs.contents import Content

if sys.platform != "win32":
    import fcntl

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
    existing file are kept; a symbolic link stays, and the file it points to is replaced; a pipe or a device
    (``/dev/stdout``) stays too, and gets the bytes.  Temporary files that a killed run left beside the target are
    removed.  Raises ``GlossaryError`` naming the path when the disk is full, the folder is read-only, or the target
    is a folder; the old file is then whole.
    """
    return _write(path, (data,), lambda target: _bytes(target) == data)


def write_content(path: Path, new: Content) -> bool:
    """As ``write_bytes``, with a content that may not be in memory."""
    return _write(path, new.pieces(), new.is_in)


def put(path: Path, pieces: Iterable[bytes]) -> None:
    """As ``write_bytes``, without a look at what the file holds: for those that are never the same twice."""
    _write(path, pieces, lambda _: False)


def _write(path: Path, pieces: Iterable[bytes], holds: Callable[[Path], bool]) -> bool:
    """Make ``pieces`` the content of a file that does not hold it yet; say whether that changed anything."""
    with _told(path):
        if _is_stream(path):
            return _pour(path, pieces)
        target = _target(path)
        with _alone(target.parent):
            return not holds(target) and _replace(target, pieces)


def replace_bytes(path: Path, old: bytes | None, new: bytes) -> bool:
    """As ``replace_content``, with what is in memory."""
    with _told(path):
        return _exchange(path, lambda target: _bytes(target) == old, None if old == new else (new,))


def replace_content(path: Path, old: Content | None, new: Content) -> bool:
    """Make ``new`` the content of ``path`` if it still is ``old`` (None: no such file); say whether it is now ``new``.

    For changes that are made from what a file said: when it says something else by now, nothing is written.  Writers
    of this program wait for each other, so that between the last look and the new name nobody of them comes in; of
    other programs only one that writes within the same microseconds does.  Raises as ``write_bytes`` does.
    """
    with _told(path):
        return _exchange(
            path,
            lambda target: old.is_in(target) if old else not target.exists(),
            None if old == new else new.pieces(),
        )


def _exchange(path: Path, still: Callable[[Path], bool], pieces: Iterable[bytes] | None) -> bool:
    """Make ``pieces`` (None: what it has) the content of a file that ``still`` is as it was; say whether it was."""
    if _is_stream(path):
        message = "cannot be written: it is a pipe or a device, and would be replaced"
        raise GlossaryError(message, path=relative_here(path), hint="move it away")
    target = _target(path)
    with _alone(target.parent):
        if not still(target):
            return False
        return pieces is None or _replace(target, pieces, lambda: still(target))


def _is_stream(path: Path) -> bool:
    """Whether something is there that is neither file nor folder: to replace ``/dev/null`` would harm everybody."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _pour(path: Path, pieces: Iterable[bytes]) -> bool:
    with path.open("wb") as file:
        file.writelines(pieces)
    return True


def _bytes(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """An error of the system as one line for people."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise GlossaryError(
            f"cannot be written: {reason}", path=relative_here(path), hint=HINTS.get(error.errno or 0, "")
        ) from error


def _target(path: Path) -> Path:
    """The file to replace, its folder made."""
    target = path.resolve()
    if target.is_dir():
        raise GlossaryError("cannot be written: it is a folder", path=relative_here(path), hint="move it away")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process or thread of this program writes in ``folder``.

    By an advisory lock on the folder itself, ``flock(2)``, which leaves no file behind and ends with the process.  A
    system or file system without it goes without.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _replace(target: Path, pieces: Iterable[bytes], still: Callable[[], bool] = lambda: True) -> bool:
    """Write beside ``target``, then rename, if it is ``still`` so; say whether it was."""
    for left in target.parent.glob(f".{_escaped(target.name)}.*.tmp"):
        left.unlink(missing_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _write_through(temporary, pieces, _mode(target))
        if not still():
            temporary.unlink()
            return False
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return True


def _write_through(temporary: Path, pieces: Iterable[bytes], mode: int | None) -> None:
    """Create ``temporary``, which must not exist, with its content on the disk rather than in a cache."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        if mode is not None:
            temporary.chmod(mode)
        file.writelines(pieces)
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
