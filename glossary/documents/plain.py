"""Plain text: paragraphs, whether blank lines, long lines or hard wrapping make them; lists and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from glossary.documents import roles
from glossary.documents.blocks import GLUE, Block, Reading, compose
from glossary.documents.decode import decode
from glossary.expressions import expression
from glossary.languages.frequencies import zipf_frequency
from glossary.model import Role

BULLET = expression(r"\s*(?:[-*+•‣▪◦●○■–.]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)])\s+(?=\S)")
_NUMBER = expression(r"\s*\(?\d")
_UNDERLINE = expression(r"\s*([=~^\"-])\1{2,}\s*$")
_TERMINAL = expression(r"[.!?:;][\"'”’)\]]*$")
_OPEN_END = expression(
    r"(?:,|\b(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|as|that|is|are|was|were|its|his|their))$"
)
_SUSPENDED = expression(r"(?:and|or|to|und)\b")
_HYPHENATED = expression(r"([^\W\d_]+)-$")
_WORD = expression(r"[^\W\d_]+")

WIDEST_WRAP = 110
"""Characters: a text is hard-wrapped at 60–100; longer lines are paragraphs of their own."""
_LONG_LINE = 25
"""Characters from which a line without end mark goes on in a line that begins small; shorter ones are a list."""
_ENOUGH_SMALL = 0.4
"""Share of lines that begin in mid-sentence from which lines are wrapped: 0.8 in wrapped prose, 0.0 where
every line is a sentence."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Lines that make one block."""

    block: Block
    item: bool = False
    glued: bool = False
    """No blank line before it."""
    underlined: bool = False


def read(data: bytes, name: str) -> Reading:
    """The blocks of a plain text file.  Raises ``DocumentError`` as ``decode`` does; ``name`` is for its messages."""
    return parse(decode(data, name))


def parse(text: str) -> Reading:
    """The blocks of ``text``, as ``decode.clean`` returns it; the title is a heading among the first three."""
    lines = text.split("\n")
    chunks = list(_chunks(lines))
    width = _width(lines, [chunk for chunk in chunks if chunk[1] - chunk[0] > 2])
    units = [unit for start, end in chunks for unit in _units(lines, start, end, width)]
    blocks = tuple(_roled(units))
    title = next((block.text for block in blocks[:3] if block.role == "heading"), "")
    return Reading(title, blocks)


def _chunks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines with a letter or digit, as [start, end)."""
    start = -1
    for number, line in enumerate(lines):
        if any(map(str.isalnum, line)):
            start = number if start < 0 else start
        elif start >= 0:
            yield start, number
            start = -1
    if start >= 0:
        yield start, len(lines)


def _width(lines: Sequence[str], chunks: Sequence[tuple[int, int]]) -> int:
    """The column at which the lines of these chunks are wrapped; 0 when they are not.

    It is the 95th percentile of the lengths of all lines but the last ones, if enough lines after the
    first begin in mid-sentence; list items do not count.
    """
    text = [not BULLET.match(line) for line in lines] if chunks else []
    lengths = sorted(len(lines[at].rstrip()) for start, end in chunks for at in range(start, end - 1) if text[at])
    width = lengths[len(lengths) * 95 // 100] if lengths else 0
    later = [lines[at].lstrip()[:1] for start, end in chunks for at in range(start + 1, end) if text[at]]
    small = sum(1 for char in later if char.islower())
    return width if 30 <= width <= WIDEST_WRAP and small >= _ENOUGH_SMALL * len(later) else 0


def _units(lines: Sequence[str], start: int, end: int, width: int) -> Iterator[_Unit]:
    """The blocks of one chunk of lines, cut where the lines do not run on."""
    if end - start > 3:
        width = _width(lines[start:end], [(0, end - start)]) or width
    first = start
    item = _starts_item(lines, start, start, end)
    for number in range(start + 1, end + 1):
        marker = number < end and BULLET.match(lines[number]) and _may_list(lines, number, item, width)
        if number < end and not marker and _runs_on(lines[number - 1], lines[number], width, item):
            continue
        block = compose([(_unwrapped(lines, first, number, item), first + 1)])
        if block:
            underlined = number == end < len(lines) and number - first == 1 and bool(_UNDERLINE.match(lines[end]))
            yield _Unit(block, item, first > start, underlined)
        first, item = number, bool(marker)


def _starts_item(lines: Sequence[str], number: int, start: int, end: int) -> bool:
    """Is a chunk's first line a list item, not a numbered heading that stands alone?"""
    match = BULLET.match(lines[number])
    if not match:
        return False
    alone = end - start == 1 and _NUMBER.match(lines[number]) is not None
    return not (alone and roles.is_heading(lines[number][match.end() :].strip()))


def _may_list(lines: Sequence[str], number: int, item: bool, width: int) -> bool:
    """May this line begin a list item, or is its dash or number part of a wrapped sentence?"""
    before = lines[number - 1].rstrip()
    return item or bool(_TERMINAL.search(before)) or not width or len(before) < 0.75 * width


def _runs_on(before: str, after: str, width: int, item: bool) -> bool:
    """Does the sentence or paragraph of ``before`` go on in the next line?

    In wrapped text it does when the next word would not have fitted.  Everywhere it does when the line
    breaks off (comma, "of the") or is long and without end mark, and the next begins with a small letter.
    """
    left, right = before.strip(), after.strip()
    if item and after[:1].isspace() and len(after) - len(after.lstrip()) > len(before) - len(before.lstrip()):
        return True
    if width and len(before) <= 1.2 * width:
        word = right.split(" ", 1)[0]
        if len(before.rstrip()) + 1 + len(word) > 0.9 * width:
            return True
    if left.endswith(GLUE) or (width and right[0].isalpha() and _hyphenated(left)):
        return True
    if not right[0].islower() or _TERMINAL.search(left):
        return False
    return len(left) >= _LONG_LINE or bool(_OPEN_END.search(left))


def _unwrapped(lines: Sequence[str], first: int, end: int, item: bool) -> str:
    """The lines, joined by newlines; the bullet gone, words divided at a line's end marked to be joined."""
    taken = list(lines[first:end])
    if item:
        taken[0] = BULLET.sub("", taken[0], count=1)
    for index, (line, after) in enumerate(pairwise(tuple(taken))):
        left, after = _hyphenated(line.rstrip()), after.lstrip()  # noqa: PLW2901
        if left and after[:1].isalpha() and not _SUSPENDED.match(after):
            keep = after[0].isupper() or not divided(left, after)
            taken[index] = line.rstrip()[: None if keep else -1] + GLUE
    return "\n".join(taken)


def _hyphenated(line: str) -> str:
    """The letters before a hyphen at the end of ``line``; empty when it does not end so."""
    match = _HYPHENATED.search(line[-60:]) if line.endswith("-") else None
    return match[1] if match else ""


def divided(left: str, after: str) -> bool:
    """Was one word divided here ("negotia-/tions"), rather than a compound broken at its hyphen ("long-/term")?

    It was when the whole is a word more frequent than the rarer of its halves (wordfreq, Zipf scale).
    """
    match = _WORD.match(after)
    right = match[0] if match else ""
    whole = zipf_frequency(left + right)
    return whole > min(zipf_frequency(left), zipf_frequency(right))


def _roled(units: Sequence[_Unit]) -> Iterator[Block]:
    """Each unit with its role; headings and picture lines show only beside their neighbors."""
    blocks = [roles.settle(_marked(unit)) for unit in units]
    shaped = [block.role == "paragraph" and roles.is_heading(block.text) for block in blocks]
    followers = _followers(blocks, shaped)
    opens = True
    for index, (unit, block) in enumerate(zip(units, blocks, strict=True)):
        heads = shaped[index] or (opens and block.role == "paragraph" and roles.is_heading(block.text, opens=True))
        if heads and followers[index]:
            yield replace(block, role="caption" if unit.glued and followers[index] == "caption" else "heading")
        else:
            yield block
        opens = opens and block.role == "boilerplate"


def _marked(unit: _Unit) -> Block:
    role: Role = "list item" if unit.item else "heading" if unit.underlined else "paragraph"
    return unit.block if role == "paragraph" else replace(unit.block, role=role)


def _followers(blocks: Sequence[Block], shaped: Sequence[bool]) -> list[str]:
    """For each block the role of what it could be the heading of; empty when no text follows soon.

    That is the next block which is not boilerplate, if among it and its two successors one is a
    sentence or a list item: a list of names has no headings, and a last line is none.
    """
    found = [""] * len(blocks)
    following: list[tuple[str, bool]] = []
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if any(text for _, text in following):
            found[index] = following[0][0]
        if block.role != "boilerplate":
            text = block.role == "list item" or (block.role == "paragraph" and not shaped[index])
            following = [(block.role, text), *following[:2]]
    return found
