"""The folder beside a project where builds remember what spares the next one work; safe to delete."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from glossary.errors import GlossaryError

FOLDER = ".glossary-cache"


def begin(folder: Path) -> None:
    """Make the folder, which git does not see.  Raises ``OSError`` where that cannot be."""
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def keep(file: Path, *pieces: bytes) -> None:
    """Replace a file of the folder; without permission or room nothing is remembered."""
    from glossary.catalogs import Draft, write_content  # noqa: PLC0415  (what only recalls does not need it)

    with suppress(OSError, GlossaryError):
        begin(file.parent)
        write_content(file, Draft().filled(pieces))
