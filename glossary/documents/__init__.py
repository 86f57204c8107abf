"""Source files -> ``Document``: decoded, cut into segments that know their lines and their role.

A reader per format (``READERS``) turns bytes into blocks; what is page rather than text (buttons, forms,
notices) stays in the document, marked ``boilerplate``.  Nothing here knows what a term is.  ``passages`` is the same
for translators: what they get as messages, and the file again with their translations.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from glossary.documents import docx, files, html, mail, markdown, odt, pdf, plain, rst, subtitles
from glossary.documents.blocks import Reading, split
from glossary.documents.decode import load
from glossary.documents.files import absolute, find_files
from glossary.documents.language import is_english, language_of
from glossary.documents.passages import (
    Manuscript,
    Rendering,
    Segmentation,
    cut,
    format_of,
    has_sentences,
    manuscript,
    render,
)
from glossary.documents.remote import File, Remote, find_remote, held, is_url
from glossary.errors import DocumentError
from glossary.model import Document, Location, Segment
from glossary.settings import Settings

__all__ = [
    "READERS",
    "File",
    "Manuscript",
    "Remote",
    "Rendering",
    "Segmentation",
    "absolute",
    "cut",
    "find",
    "format_of",
    "has_sentences",
    "held",
    "is_english",
    "is_url",
    "language_of",
    "manuscript",
    "read",
    "relative",
    "render",
    "sources",
]

Reader = Callable[[bytes, str], Reading]
"""A file's bytes and its name for messages → its title and blocks."""

READERS: Mapping[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".docx": docx.read,
    ".odt": odt.read,
    ".rst": rst.read,
    ".srt": subtitles.read,
    ".vtt": subtitles.read,
    ".eml": mail.read,
    ".pdf": pdf.read,
}
"""Suffix, small → reader."""


def find(paths: Sequence[Path], settings: Settings) -> tuple[Path, ...]:
    """The readable files (``READERS``) that ``paths`` name or contain, sorted by path, each file once.

    Relative paths start at the current folder.  Left out is what ``settings.exclude`` matches; in folders
    also hidden files and folders and the output folder.  Links are followed, each folder is entered once.
    Raises ``DocumentError`` for a path that does not exist, a folder without a readable file, a named
    file of unknown suffix, and when the exclude patterns leave nothing.
    """
    return find_files(paths, settings, READERS)


def sources(paths: Sequence[Path | str], settings: Settings) -> tuple[File, ...]:
    """As ``find``, and the documents at URLs among ``paths``; without any, those that the settings name.

    Raises ``DocumentError`` too for a URL where nothing is, or that cannot be reached.
    """
    named = paths or [source if is_url(source) else settings.root / source for source in settings.sources]
    local = [Path(path) for path in named if not is_url(path)]
    found = find(local, settings) if local else ()
    remote = find_remote([str(path) for path in named if is_url(path)], settings, READERS)
    return tuple(sorted((*found, *remote), key=lambda file: relative(file, settings.root))) if remote else found


def relative(path: File, root: Path) -> str:
    """A document's ``Location.path``: its path relative to ``root``, absolute outside of it; or its URL."""
    return path.shown if isinstance(path, Remote) else files.relative(path, root)


def read(path: File, root: Path, max_size: int) -> Document:
    """The document in ``path``, its ``Location.path`` as ``relative`` says.

    No segment has more than 20,000 characters.  Raises ``DocumentError`` (path, line where there is one, next
    step) for a file that is missing, unreadable, empty, without any text, binary, of unknown encoding or suffix,
    or larger than ``max_size`` bytes.
    """
    name = relative(path, root)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise DocumentError(f"unknown suffix {path.suffix!r}", path=name, hint=f"known are {', '.join(READERS)}")
    reading = reader(path.load(max_size) if isinstance(path, Remote) else load(path, name, max_size), name)
    parts = [part for block in reading.blocks for part in split(block)]
    if not parts:
        raise DocumentError("no text in it", path=name, hint="fill it or leave it out (setting exclude)")
    segments = tuple(Segment(part.text, Location(name, part.line), part.role, part.breaks) for part in parts)
    return Document(name, reading.title or os.fsencode(path.stem).decode("utf-8", "replace"), segments)
