"""The date of a set of sources: what ``POT-Creation-Date`` says.  Never by itself a reason to write a file."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from glossary import hashed
from glossary.errors import GlossaryError


class Dated(Protocol):
    """A source elsewhere: what is asked of it here."""

    def stat(self) -> Times:
        """As of a ``Path``."""


class Times(Protocol):
    """The part of ``os.stat_result`` that counts here."""

    @property
    def st_mtime(self) -> float:
        """POSIX time of the last modification; 0 when it is not known."""


_NEVER = datetime.fromtimestamp(0, UTC)
GIT_SECONDS = 20
"""Longest wait for git; a repository of a million files answers in about 5."""


def sources_date(paths: Sequence[Path | Dated], root: Path) -> datetime:
    """When the sources were last changed, in UTC, so that the same sources give the same date everywhere.

    The environment variable SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) if
    set; else the sources' last commit; else, outside version control, their latest modification time.  Sources at
    URLs count with the time that their store tells; 1970-01-01 when nobody tells any.
    Raises ``GlossaryError`` when SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            hint = "give seconds since 1970-01-01, or unset it"
            raise GlossaryError(f"SOURCE_DATE_EPOCH={epoch!r} is no time", hint=hint) from None
    local = [path for path in paths if isinstance(path, Path)]
    latest = max((path.stat().st_mtime for path in paths if not isinstance(path, Path)), default=0.0)
    committed = _last_commit(local, root) if local else None
    if committed is None:
        latest = max((latest, *map(_modified, local)))
    return max(datetime.fromtimestamp(int(latest), UTC), committed or _NEVER)


def _modified(path: Path) -> float:
    """POSIX time of a file's last modification; 0 for one that is gone by now."""
    known = hashed.modified(str(path))
    if known is not None:
        return known
    try:
        return os.stat(path).st_mtime  # noqa: PTH116  (for many)
    except OSError:
        return 0.0


def _last_commit(paths: Sequence[Path], root: Path) -> datetime | None:
    """Date of the last commit that touched the sources; None where git knows nothing of them."""
    folders = sorted({str(path.parent) for path in paths})
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", *folders]
    try:
        done = subprocess.run(  # noqa: S603  (fixed program, paths as arguments after --)
            command, capture_output=True, text=True, timeout=GIT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    seconds = done.stdout.strip()
    return datetime.fromtimestamp(int(seconds), UTC) if done.returncode == 0 and seconds.isdigit() else None
