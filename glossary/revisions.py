"""The state of a file before it was last changed, as version control has it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

GIT_SECONDS = 20
"""Longest wait for git; a repository of a million files answers in about 5."""


class Revision(NamedTuple):
    """A committed state of a file."""

    data: bytes
    name: str
    """For people: the commit's short name and day."""


def previous(path: Path) -> Revision | None:
    """The last committed state of ``path`` that differs from the file as it is; None where git knows none.

    Only the two last commits of the file can tell: the last one differs unless the file was committed as it is,
    and then the one before it does.
    """
    history = _git(path.parent, "log", "-2", "--format=%h %cs", "--", path.name)
    if history is None or not path.is_file():
        return None
    current = path.read_bytes()
    for line in history.decode().splitlines():
        commit, _, day = line.partition(" ")
        data = _git(path.parent, "show", f"{commit}:./{path.name}")
        if data is not None and data != current:
            return Revision(data, f"{commit} of {day}")
    return None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it fails or is not there."""
    try:
        done = subprocess.run(  # noqa: S603  (fixed program; names of files are arguments after --, or behind a commit)
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            timeout=GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
