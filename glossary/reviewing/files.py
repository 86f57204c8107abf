"""A file as it was when it was last looked at."""

from __future__ import annotations

import time
from pathlib import Path

from glossary import catalogs
from glossary.errors import GlossaryError

TRIES = 20
"""Times a change is made again because the file was changed in between. Another program that rewrites it without
pause wins each time with a probability of a few percent only, since looking and writing take a millisecond."""


SETTLED = 0.05
"""Seconds that a file must stay as it is before what someone else wrote into it is believed: many programs empty a
file first and fill it then, and whoever reads in between sees it empty. They need less than a millisecond for it."""
PATIENCE = 40
"""Times that is waited for, at most: two seconds."""


class Watched:
    """One file: ``raw`` is what it held; None: there was none."""

    def __init__(self, path: Path, shown: str) -> None:
        """``shown`` is its path for people."""
        self.path, self.shown = path, shown
        self.raw: bytes | None = None
        self._stamp: tuple[int, ...] | None = None

    def look(self) -> bool:
        """Read it if it may have changed; say whether it did.  Raises ``GlossaryError`` when it cannot be read."""
        stamp = self._stamped()
        if stamp == self._stamp:
            return False
        raw = catalogs.read_file(self.path, self.shown)
        if raw == self.raw:
            self._stamp = stamp
            return False
        for _ in range(PATIENCE):
            if time.time() - stamp[0] / 1e9 >= SETTLED if stamp else True:
                break
            time.sleep(SETTLED)
            stamp, raw = self._stamped(), catalogs.read_file(self.path, self.shown)
        self._stamp, self.raw = stamp, raw
        return True

    def swap(self, new: bytes) -> bool:
        """Write ``new`` if the file still holds ``raw``; say whether it was."""
        done = catalogs.replace_bytes(self.path, self.raw, new)
        if done:
            self.raw = new
        self._stamp = None  # look again: someone may have come in right behind
        return done

    def _stamped(self) -> tuple[int, ...]:
        """What changes whenever a program writes or replaces the file, on a clock of a few milliseconds."""
        try:
            status = self.path.stat()
        except OSError:
            return ()
        return status.st_mtime_ns, status.st_size, status.st_ino

    def restless(self) -> GlossaryError:
        """To be raised after ``TRIES``."""
        return GlossaryError(
            "is being changed by another program all the time", path=self.shown, hint="stop it and try again"
        )
