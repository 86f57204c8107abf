"""Word documents: a paragraph as text with simple tags, and a translation as its runs.

Most of a paragraph has one format; what differs stands in tags that say how (``<b>``, ``<i>``, ``<u>``, ``<sup>``,
``<sub>``) or only that (``<f>``), links in ``<a>``, other wrappers in ``<c>``, further ones numbered; what is no
text is ``<x1/>``.  A document of such lines is the exact text that passages are cut from.  A paragraph whose line
changed gets new runs; all others, and all other files of the package, stay as they are.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from glossary.documents import docx, roles
from glossary.documents.blocks import Block
from glossary.documents.passages import html
from glossary.documents.passages.docx_markup import mark
from glossary.documents.passages.docx_runs import rebuild
from glossary.documents.passages.exact import Exact
from glossary.documents.passages.words import Piece, Place
from glossary.documents.passages.wrapping import one_line


def read(data: bytes, name: str) -> tuple[Exact, tuple[Piece, ...]]:
    """A line for each paragraph, and what can be translated.  Raises ``DocumentError`` as ``docx.package`` does."""
    found = list(docx.paragraphs(docx.package(data, name)))
    lines = [mark(paragraph.element).line for paragraph in found]
    text = "\n".join(lines)
    return Exact(text, "utf-8", text, ()), tuple(_pieces(text, lines, found))


def _pieces(text: str, lines: list[str], found: list[docx.Paragraph]) -> Iterator[Piece]:
    start = 0
    for number, (line, paragraph) in enumerate(zip(lines, found, strict=True), 1):
        shown = " ".join(docx.text_of(paragraph.element).split())
        role = roles.settle(Block(shown, number, paragraph.role)).role if shown else paragraph.role
        block = Block(line, number, role, span=(start, start + len(line)))
        for piece in html.block_pieces(text, block, numbered=True):
            yield replace(piece, form="rich text")
        start += len(line) + 1


def write(translation: str, place: Place) -> str:
    """The translation as (part of) a line."""
    del place  # says nothing here
    return one_line(translation)


def packed(data: bytes, name: str, text: str) -> bytes:
    """The document ``data`` with the lines of ``text`` for its paragraphs; the same input, the same bytes."""
    opened = docx.package(data, name)
    parts: dict[str, None] = {}
    found = list(docx.paragraphs(opened))
    marked = [mark(paragraph.element) for paragraph in found]
    for paragraph, was, line in zip(found, marked, text.split("\n"), strict=True):
        if line != was.line:
            rebuild(paragraph.element, was, line)
            parts[paragraph.part] = None
    changed = {part.removeprefix("/"): docx.xml_of(opened, part) for part in parts}
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for info in old.infolist():
            new.writestr(info, changed.get(info.filename, old.read(info)), compress_type=info.compress_type)
    return result.getvalue()
