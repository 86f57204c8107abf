"""Documents that are zip archives of XML (Word's, OpenDocument's): their paragraphs, and the same archive again.

They have no lines: where others say the line, these say the number of the paragraph.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from glossary.archives import BROKEN, excessive
from glossary.documents import roles
from glossary.documents.blocks import Block, Reading, compose
from glossary.documents.decode import clean
from glossary.errors import DocumentError
from glossary.model import Role

DAMAGED = (*BROKEN, SyntaxError)
"""What a damaged or forged document raises; lxml's errors are syntax errors."""


class Paragraph(NamedTuple):
    """A paragraph of a document."""

    element: Any
    """Its element (lxml): ``w:p``, ``text:p`` or ``text:h``."""
    part: str
    """Name of the file in the package that it stands in."""
    role: Role


def reading(paragraphs: Iterable[Paragraph], text_of: Callable[[Any], str]) -> Reading:
    """The paragraphs as blocks; ``text_of`` gives what a reader sees of an element."""
    blocks = []
    for number, paragraph in enumerate(paragraphs, 1):
        block = compose([(clean(text_of(paragraph.element)), number)], paragraph.role)
        if block:
            blocks.append(roles.settle(Block(block.text, number, block.role)))
    heading = next((block.text for block in blocks if block.role == "heading"), "")
    return Reading(heading, tuple(blocks))


def bounded(archive: zipfile.ZipFile, name: str) -> None:
    """Raise ``DocumentError`` for an archive with more in it than any document has."""
    if excessive(archive.infolist()):
        raise DocumentError("unpacks to more than any document has", path=name, hint="have a look at it")


def rewritten(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive ``data`` with other bytes for the files ``changed``, all else as it is."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for info in old.infolist():
            new.writestr(info, changed.get(info.filename, old.read(info)), compress_type=info.compress_type)
    return result.getvalue()
