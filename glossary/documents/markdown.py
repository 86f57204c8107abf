"""Markdown (CommonMark with tables): the text a reader sees, on the lines where it stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from glossary.documents import html, roles
from glossary.documents.blocks import Block, Reading, compose
from glossary.documents.decode import clean, decode
from glossary.expressions import expression
from glossary.model import Role

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = expression(r"(---|\+\+\+)[ \t]*\n(.*?\n)?(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)", re.DOTALL)
_FRONT_LINE = expression(r"(?:[\w.-]+\s*[:=].*|[ \t]+\S.*|- .*|#.*|\[.*\]|[\]})].*|)$")
_FRONT_TITLE = expression(r"^title\s*[:=]\s*(\"|'|)(.+?)\1\s*$", re.MULTILINE)
_FOOTNOTE = expression(r"\[\^[^\]\s]{1,60}\]:?")
_ROLES: dict[str, Role] = {
    "heading_open": "heading",
    "list_item_open": "list item",
    "th_open": "table cell",
    "td_open": "table cell",
}
_URL = expression(r"\w+:\S+|www\.\S+")

Pieces = list[tuple[str, int]]


def read(data: bytes, name: str) -> Reading:
    """The blocks of a Markdown file.  Raises ``DocumentError`` as ``decode`` does; ``name`` is for its messages."""
    return parse(decode(data, name))


def parse(text: str) -> Reading:
    """The blocks of ``text``, as ``decode.clean`` returns it.

    The title is the front matter's, else the first heading of the highest level.  Not text: front
    matter, code blocks, comments, addresses that stand for themselves.  Raw HTML is read as HTML, an
    image's description is a caption after its block.
    """
    title, tokens = analyzed(text)
    blocks = tuple(roles.settle(block) for block in _blocks(tokens))
    return Reading(title or _first_title(tokens), blocks)


def analyzed(text: str) -> tuple[str, Sequence[Token]]:
    """The title in the front matter, and the tokens of the rest, whose lines are those of ``text``."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - costs 0.03 s, for Markdown only

    title, body = _without_front_matter(text)
    return title, MarkdownIt("commonmark").enable("table").parse(body)


def front_matter(text: str) -> str:
    """The YAML or TOML at the start of a file, with the lines that enclose it; empty when there is none."""
    match = _FRONT.match(text)
    return match[0] if match and all(_FRONT_LINE.match(line) for line in (match[2] or "").split("\n")) else ""


def _without_front_matter(text: str) -> tuple[str, str]:
    """Its title, and the text with YAML or TOML front matter made blank lines."""
    front = front_matter(text)
    title = _FRONT_TITLE.search(front)
    return title[2] if title else "", "\n" * front.count("\n") + text[len(front) :]


def _first_title(tokens: Sequence[Token]) -> str:
    headings = [(opened.tag, inline) for opened, inline in pairwise(tokens) if opened.type == "heading_open"]
    top = min((tag for tag, _ in headings), default="")
    for tag, inline in headings:
        block = compose(_pieces(inline, 1)[0])
        if tag == top and block:
            return block.text
    return ""


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Blocks in reading order."""
    for token, line, role in texts(tokens):
        yield from html.walk(token.content, line) if token.type == "html_block" else inline(token, line, role)


def texts(tokens: Sequence[Token]) -> Iterator[tuple[Token, int, Role]]:
    """The tokens that hold text (``inline``, ``html_block``), each with its 1-based line and its role.

    The role is that of the innermost heading, list item or cell.
    """
    open_roles: list[Role] = ["paragraph"]
    line = 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type in _ROLES:
            open_roles.append(_ROLES[token.type])
        elif token.type.replace("_close", "_open") in _ROLES:
            open_roles.pop()
        elif token.type in ("inline", "html_block"):
            yield token, line, open_roles[-1]


def inline(token: Token, line: int, role: Role) -> Iterator[Block]:
    """The block of a token ``inline``, then its pictures' descriptions."""
    pieces, images = _pieces(token, line)
    block = compose(pieces, role)
    if block and role == "paragraph" and _all_strong(token) and roles.is_heading(block.text):
        block = compose(pieces, "heading")
    for found in (block, *(compose([image], "caption") for image in images)):
        if found:
            yield found


def _all_strong(token: Token) -> bool:
    """Is the paragraph one strong phrase, as people write who do not know "##"?"""
    kinds = [child.type for child in token.children or () if child.type != "text" or child.content.strip()]
    edges = kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"]
    return edges and kinds.count("strong_open") == 1


def _pieces(token: Token, line: int) -> tuple[Pieces, Pieces]:
    """The text of an inline token and its images' descriptions, each with its line.

    markdown-it gives no place to what stands inside a paragraph; each piece is found again in the
    source from where the piece before it ended.  What was written with escapes or entities is not
    found and counts as standing where the search is.
    """
    source, position = token.content, 0
    pieces: Pieces = []
    images: Pieces = []
    links = addresses = 0
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            position = source.find("\n", position) + 1 or position
            pieces.append(("\n", line + source.count("\n", 0, position) - 1))
            continue
        if child.type in ("link_open", "link_close"):
            step = 1 if child.type == "link_open" else -1
            links += step
            addresses += step if child.info == "auto" else 0
            continue
        content = child.content
        start, end = _find(source, content, position, child.type == "code_inline")
        at = line + source.count("\n", 0, start)
        position = end
        if child.type == "image":
            images += [] if links else [(clean(content), at)]  # a linked image is a badge or a button
        elif child.type == "html_inline":
            pieces.append((" " if content[:3].lower() == "<br" else "", at))
        elif content and not (addresses and _URL.fullmatch(content)):
            written = source[start:end] or content  # a code span may run over lines
            pieces.append((_FOOTNOTE.sub("", clean(written)), at))
    return pieces, images


def _find(source: str, content: str, position: int, code: bool) -> tuple[int, int]:
    """Where ``content`` stands in ``source`` at or soon after ``position``."""
    flat = source if not code else source.replace("\n", " ")
    start = flat.find(content, position)
    if not content or start < 0 or source.count("\n", position, start) > 1:
        return position, position
    return start, start + len(content)
