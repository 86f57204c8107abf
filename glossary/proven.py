"""Which catalogs are whole: those that a build has made or read need not be read by the next one before its long work.

``.glossary-cache/catalogs`` holds the hashes of their bytes; it is safe to delete.  Whatever it says, a build reads
every catalog whole before it writes one: this decides only when a broken one is told.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from glossary import kept
from glossary.settings import Settings


def recall(settings: Settings) -> Collection[str]:
    """The hashes (SHA-256, hexadecimal) of the catalogs of the last build."""
    with suppress(OSError, ValueError):
        return frozenset(_file(settings).read_text(encoding="ascii").split())
    return ()


def remember(settings: Settings, digests: Collection[str]) -> None:
    """Keep the hashes of whole catalogs in place of former ones; without permission or room none are."""
    if recall(settings) != frozenset(digests):
        kept.keep(_file(settings), "".join(f"{digest}\n" for digest in digests).encode("ascii"))


def _file(settings: Settings) -> Path:
    return settings.root / kept.FOLDER / "catalogs"
