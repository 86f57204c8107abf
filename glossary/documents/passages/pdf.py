"""PDF: its paragraphs as messages.  A PDF cannot be written back: what is rendered is its text."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.documents import pdf
from glossary.documents.blocks import Block
from glossary.documents.passages.exact import Exact
from glossary.documents.passages.words import Piece, split

_APART = "\u2029"
"""Between two paragraphs; the line breaks of the text are the ends of the pages, so that lines count pages."""


def read(data: bytes, name: str) -> tuple[Exact, tuple[Piece, ...]]:
    """The text, and what can be translated.  Raises ``DocumentError`` as ``pdf.blocks`` does."""
    found = tuple(pdf.blocks(data, name))
    parts: list[str] = []
    page = 1
    for block in found:
        parts.append("\n" * (block.line - page) + block.text)
        page = max(page, block.line)
    text = _APART.join(parts)
    return Exact(text, "utf-8", text, ()), tuple(_pieces(text, found, parts))


def _pieces(text: str, found: tuple[Block, ...], parts: list[str]) -> Iterator[Piece]:
    start = 0
    for block, part in zip(found, parts, strict=True):
        yield Piece(tuple(split(text, start, start + len(part))), block.role, "plain")
        start += len(part) + 1


def written(text: str) -> bytes:
    """The text as a file of its own, with an empty line between paragraphs."""
    return ("\n\n".join(part.strip("\n") for part in text.split(_APART)) + "\n").encode()
