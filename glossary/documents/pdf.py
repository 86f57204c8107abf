"""PDF: the text of a file with a text layer, in paragraphs; needs the extra ``pdf`` (pypdfium2, Chrome's engine).

A PDF knows characters and where they stand.  pdfium makes lines of them; what is a paragraph the space between the
lines tells.  Where others say the line, this says the page.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from glossary.documents import plain
from glossary.documents.blocks import Block, Reading, compose
from glossary.documents.decode import clean
from glossary.errors import DocumentError
from glossary.expressions import expression
from glossary.model import Role

_APART = 1.25
"""Distance of two lines, over the usual one of the page, from which another paragraph begins (typesetters add half a
line or more; lines of one paragraph differ by rounding and by raised characters only)."""
_LARGER = 1.15
"""Size of a line over that of its neighbor from which one of them is a heading."""
_EDGE = 2
"""Lines at the top and at the bottom of a page that may be its header and footer."""
_OFTEN = 0.4
"""Share of the pages on which such a line stands: left and right pages may differ."""
_DIGITS = expression(r"\d+|\b[ivxl]+\b")
_PAGE_NUMBER = expression(r"[\s\W]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?[\s\W]*", re.IGNORECASE)
_NUMBERED = expression(r"(\d{1,4})\s.{1,90}|.{1,90}\s(\d{1,4})")
"""A header or footer with the number of the page."""
_DIVIDED = expression("([^\\W\\d_]+)[\ufffe\u0002]([^\\W\\d_]+)")
"""A word with what pdfium writes for a hyphen and the end of a line behind it."""
_LEADERS = expression(r"(?:\s?\.){5,}\s*\w{0,6}$|^(?:\s?\.){5,}")
"""Dots to a page number: a line of a table of contents, which is made again from the headings."""
_WORD = expression(r"\w")
_COLUMN = 72
"""Points (an inch) within which lines begin that belong to one column."""
_SHORT = 0.85
"""Share of a column's right edge before which the last line of a paragraph ends."""


class _Line(NamedTuple):
    """A line of a page; measures in points, from the lower left corner of the page."""

    text: str
    page: int
    """1-based."""
    left: float = 0
    right: float = 0
    bottom: float = 0
    """Baseline of its first word; ``end`` of its last: pdfium makes one line of two where a word is divided."""
    end: float = 0
    size: float = 0
    """Of its font; 0 when pdfium does not know."""


def read(data: bytes, name: str) -> Reading:
    """The blocks of a file.  Raises ``DocumentError`` as ``blocks`` does; ``name`` is for its messages."""
    found = tuple(blocks(data, name))
    return Reading(next((block.text for block in found[:3] if block.role == "heading"), ""), found)


def blocks(data: bytes, name: str) -> Iterator[Block]:
    """Paragraphs and headings, with pages for lines; headers, footers and page numbers are left out.

    Raises ``DocumentError`` without pypdfium2, for what is no PDF, one with a password, and one without text: a scan.
    """
    pages = _pages(data, name)
    lines = [line for page in _without_edges(pages) for line in page]
    if not any(map(str.isalpha, "".join(line.text for line in lines))):
        hint = "make its text readable first, e.g. with OCRmyPDF: ocrmypdf in.pdf out.pdf"
        raise DocumentError("no text in it: a scan or pictures of pages", path=name, hint=hint)
    composed = (compose([(f"{line.text} ", line.page) for line in part]) for part in _paragraphs(lines))
    written = [block for block in composed if block and any(map(str.isalnum, block.text))]
    shaped = plain.parse("\n\n".join(block.text for block in written)).blocks
    for block, shape in zip(written, shaped, strict=True):
        cut = block.text.rfind(shape.text)  # the bullet of a list item is gone
        breaks = tuple(max(0, offset - max(cut, 0)) for offset in block.breaks)
        role: Role = "boilerplate" if _LEADERS.search(block.text) else shape.role
        yield Block(shape.text, block.line, role, breaks)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines that belong together."""
    usual = _usual(lines)
    widest: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, round(line.left / _COLUMN))
        widest[key] = max(widest.get(key, 0), line.right)
    part: list[_Line] = []
    for line in lines:
        if part and _parted(part[-1], line, usual, widest[part[-1].page, round(part[-1].left / _COLUMN)]):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _pages(data: bytes, name: str) -> list[list[_Line]]:
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ImportError:
        hint = 'run: pip install "glossary[pdf]"'
        raise DocumentError("PDF files need pypdfium2, which is not installed", path=name, hint=hint) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = "locked with a password" if locked else f"no PDF that can be read ({error})"
        hint = "save it without one" if locked else "save it again as PDF, or its text as .txt"
        raise DocumentError(message, path=name, hint=hint) from None
    try:
        return [list(_lines(document[index], index + 1)) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise DocumentError(f"a page cannot be read ({error})", path=name, hint="save it again as PDF") from None
    finally:
        document.close()


def _lines(page: Any, number: int) -> Iterator[_Line]:
    """The lines of a page as pdfium finds them."""
    import pypdfium2  # noqa: PLC0415 - an extra

    text_page = page.get_textpage()
    count = text_page.count_chars()
    offset = 0
    for raw in re.split(r"(\r\n|\r|\n)", text_page.get_text_range()):
        shown = clean(_DIVIDED.sub(_rejoined, raw)).strip()
        start, last = offset + len(raw) - len(raw.lstrip()), offset + len(raw.rstrip()) - 1
        word = _WORD.search(raw)  # a bullet may be of another font and size
        first = offset + word.start() if word else start
        offset += len(raw)
        if shown and last < count:
            left, bottom = _origin(text_page, start)[0], _origin(text_page, first)[1]
            right, end = _origin(text_page, last)
            yield _Line(shown, number, left, right, bottom, end, pypdfium2.raw.FPDFText_GetFontSize(text_page, first))
        elif shown:
            yield _Line(shown, number)


def _origin(text_page: Any, index: int) -> tuple[float, float]:
    """Where a character begins on its baseline."""
    import pypdfium2  # noqa: PLC0415 - an extra

    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return x.value, y.value


def _rejoined(match: re.Match[str]) -> str:
    """A word that was divided at a line's end, or a compound that was broken at its hyphen."""
    return f"{match[1]}{'' if plain.divided(match[1], match[2]) else '-'}{match[2]}"


def _without_edges(pages: Sequence[list[_Line]]) -> Iterator[Sequence[_Line]]:
    """The pages without what stands at the edge of many of them, and without the lines of their numbers."""
    edges = [{*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))} for page in pages]
    many = max(3, _OFTEN * len(pages))
    seen = Counter(
        key
        for page, places in zip(pages, edges, strict=True)
        for key in {_DIGITS.sub("#", page[index].text) for index in places}
    )
    ahead = Counter(number for page in pages for number in {*map(_ahead, (*page[:1], *page[-1:]))})
    del ahead[None]
    for page, places in zip(pages, edges, strict=True):
        yield [
            line
            for index, line in enumerate(page)
            if index not in places
            or not (
                _PAGE_NUMBER.fullmatch(line.text)
                or seen[_DIGITS.sub("#", line.text)] >= many
                or ahead.get(_ahead(line), 0) >= many
            )
        ]


def _ahead(line: _Line) -> int | None:
    """By how much the number at the beginning or end of a short line exceeds that of its page; None without one."""
    match = _NUMBERED.fullmatch(line.text)
    return int(match[1] or match[2]) - line.page if match else None


def _usual(lines: Sequence[_Line]) -> float:
    """The usual distance of two lines, in points."""
    steps = [
        before.end - after.bottom
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < before.end - after.bottom < 4 * max(before.size, 1)
    ]
    return median(steps) if steps else 0.0


def _parted(before: _Line, after: _Line, usual: float, widest: float) -> bool:
    """Does another paragraph begin with the second of two lines?  ``widest``: where the lines of the column end."""
    if plain.BULLET.match(after.text) or _LEADERS.search(before.text) or _LEADERS.search(after.text):
        return True
    sizes = sorted((before.size, after.size))
    if sizes[0] and sizes[1] > _LARGER * sizes[0]:
        return True
    ended = before.text[-1] in '.!?:;”"’)'
    if before.page != after.page or after.bottom > before.end:  # another page or column
        return ended or not after.text[0].islower()
    short = before.right < _SHORT * widest or after.left > before.left + before.size / 2
    return before.end - after.bottom > _APART * usual or (ended and short)
