"""A document of paragraphs as exact text: a line for each, with tags, from which passages are cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from glossary.documents import roles
from glossary.documents.blocks import Block
from glossary.documents.packages import Paragraph
from glossary.documents.passages import html
from glossary.documents.passages.exact import Exact
from glossary.documents.passages.words import Piece


def exact(
    paragraphs: Sequence[Paragraph], line_of: Callable[[Any], str], text_of: Callable[[Any], str]
) -> tuple[Exact, tuple[Piece, ...]]:
    """The exact text, and what can be translated of it.

    ``line_of`` gives the line of an element, ``text_of`` what a reader sees of it.
    """
    lines = [line_of(paragraph.element) for paragraph in paragraphs]
    text = "\n".join(lines)
    return Exact(text, "utf-8", text, ()), tuple(_pieces(text, lines, paragraphs, text_of))


def _pieces(
    text: str, lines: Sequence[str], paragraphs: Sequence[Paragraph], text_of: Callable[[Any], str]
) -> Iterator[Piece]:
    start = 0
    for number, (line, paragraph) in enumerate(zip(lines, paragraphs, strict=True), 1):
        shown = " ".join(text_of(paragraph.element).split())
        role = roles.settle(Block(shown, number, paragraph.role)).role if shown else paragraph.role
        block = Block(line, number, role, span=(start, start + len(line)))
        for piece in html.block_pieces(text, block, numbered=True):
            yield replace(piece, form="rich text")
        start += len(line) + 1
