"""Inline markup of HTML inside a text: its tags in pairs, and what a translation must not do to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from glossary.documents.html import VOID, Context, context_of
from glossary.documents.tags import Tag, Text, tokens
from glossary.expressions import expression

PLACEHOLDER = expression(r"<x(\d{1,6})/>")
_EMPTY = expression(r"<(?:x\d{1,6}|tab)/>")
"""Tags that are no HTML and have no content: placeholders, and the tabs of Word documents."""
_INLINE = frozenset(
    """
    a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rb rp rt rtc ruby s samp small span strong sub sup
    time u var wbr
    """.split()
)
"""Elements that a translation may add: phrasing content without effect beyond its text (HTML standard, 4.5)."""
_LONGEST = 1_000
"""Characters of an element without content (a picture in a ``data:`` address) that is shown as it is."""


class Item(NamedTuple):
    """A token of a text."""

    kind: Literal["text", "open", "close", "void", "kept"]
    """*void*: an element without content; *kept*: what no translator has to see (comment, script, SVG)."""
    name: str
    """Of a tag; else empty."""
    start: int
    end: int


def items(source: str, start: int = 0, end: int | None = None) -> Iterator[Item]:
    """The tokens of ``source[start:end]``, which has no block tags, without a gap."""
    part = source[start:end]
    stream = list(tokens(part))
    done = index = 0
    while index < len(stream):
        token = stream[index]
        if token.start > done:
            yield Item("kept", "", start + done, start + token.start)
        index, done, item = _item(stream, index)
        yield item._replace(start=start + item.start, end=start + item.end)
    if done < len(part):
        yield Item("kept", "", start + done, start + len(part))


def _item(stream: Sequence[Text | Tag], index: int) -> tuple[int, int, Item]:
    """The item that begins with token ``index``, the index of the token behind it, and where it ends."""
    token = stream[index]
    if isinstance(token, Text):
        return index + 1, token.end, Item("text", "", token.start, token.end)
    if token.closing:
        return index + 1, token.end, Item("close", token.name, token.start, token.end)
    if token.name in VOID or _EMPTY.fullmatch(f"<{token.name}{token.source}>"):
        kind: Literal["kept", "void"] = "kept" if token.end - token.start > _LONGEST else "void"
        return index + 1, token.end, Item(kind, token.name, token.start, token.end)
    if not context_of(Context(), token).skipped:
        return index + 1, token.end, Item("open", token.name, token.start, token.end)
    depth, last = 0, index
    for last in range(index, len(stream)):
        other = stream[last]
        if isinstance(other, Tag) and other.name == token.name:
            depth += -1 if other.closing else 0 if other.source.endswith("/") else 1
            if depth <= 0:
                break
    return last + 1, stream[last].end, Item("kept", "", token.start, stream[last].end)


def partners(found: Sequence[Item]) -> Mapping[int, int]:
    """Index of each tag that has one → the index of its other tag; an end tag closes what is open in its element."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    names: Counter[str] = Counter()
    for index, item in enumerate(found):
        if item.kind == "open":
            opened.append(index)
            names[item.name] += 1
        elif item.kind == "close" and names[item.name]:
            other = opened.pop()
            names[found[other].name] -= 1
            while found[other].name != item.name:
                other = opened.pop()
                names[found[other].name] -= 1
            pairs[index], pairs[other] = other, index
    return pairs


def trimmed(source: str, found: Sequence[Item]) -> Sequence[Item]:
    """``found`` without what surrounds its text: space, empty elements, lone tags, pairs around the whole."""
    pairs = partners(found)
    low, high = 0, len(found)
    while low < high:
        if _droppable(source, found[low], low, pairs):
            low += 1
        elif _droppable(source, found[high - 1], high - 1, pairs):
            high -= 1
        elif pairs.get(low) == high - 1:
            low, high = low + 1, high - 1
        else:
            break
    return found[low:high]


def _droppable(source: str, item: Item, index: int, pairs: Mapping[int, int]) -> bool:
    if item.kind == "text":
        return source[item.start : item.end].isspace()
    return item.kind in ("kept", "void") or index not in pairs


def flaw(message: str, translation: str) -> str:
    """Why ``translation`` would break the page, in a few words; empty when it would not.

    Its placeholders must be those of the message, its tags such as the message has or as change nothing
    beyond their text, and as well paired as the message's.
    """
    wanted, given = Counter(PLACEHOLDER.findall(message)), Counter(PLACEHOLDER.findall(translation))
    for number in sorted((wanted - given) + (given - wanted)):
        return f"<x{number}/> must stand in it {wanted[number]} times"
    before, after = list(items(message)), list(items(translation))
    known = _INLINE | {"", *(item.name for item in before)}
    for item in after:
        if item.kind == "kept" or item.name not in known:
            return f"{translation[item.start : item.end][:40]} is not in the source"
    lone = _unpaired(after) - _unpaired(before)
    return f"{next(iter(lone.elements()))} has no counterpart" if lone else ""


def _unpaired(found: Sequence[Item]) -> Counter[str]:
    pairs = partners(found)
    lone = (item for index, item in enumerate(found) if item.kind in ("open", "close") and index not in pairs)
    return Counter(f"<{'/' if item.kind == 'close' else ''}{item.name}>" for item in lone)
