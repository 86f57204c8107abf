"""HTML: blocks with their inline tags as they are, and a translation in their place.

A message is what stands between block tags, without the tags that only surround it: ``<p><b>Kim</b></p>`` is
``Kim``.  What is neither text nor a plain inline tag (comments, scripts, pictures drawn in SVG) is a placeholder.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from glossary.documents import html, roles
from glossary.documents.blocks import Block
from glossary.documents.passages.exact import encoded, fitting
from glossary.documents.passages.markup import PLACEHOLDER, items, trimmed
from glossary.documents.passages.words import Piece, Place, Word
from glossary.documents.passages.wrapping import INDENT, QUOTED, SPACELESS, one_line, refilled, shape
from glossary.documents.tags import ATTRIBUTE, Tag, Text, decoded, tokens
from glossary.expressions import expression
from glossary.model import Role

_REFERENCE = expression(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ATOM = expression(rf"{_REFERENCE.pattern}|\s+|[^\s&]+|&")
_LINE_BREAK = expression(r"\s*\n\s*")
_FILE_NAME = expression(r"\S+\.\w{3,4}")

Span = tuple[int, int]


def pieces(source: str) -> Iterator[Piece]:
    """The blocks of ``source``, as ``decode.clean`` returns it, its title and its pictures' descriptions."""
    blocks = html.parse(source).blocks
    within = _elements(source, "pre")
    found = [piece for block in blocks for piece in block_pieces(source, block, within)]
    main = [piece for piece in found if piece.role != "boilerplate"]
    edges = (main[0].words[0].start, main[-1].words[-1].end) if main else (0, 0)
    found += [*_title(source), *_descriptions(source, found, edges)]
    yield from sorted(found, key=lambda piece: piece.words[0].start)


def block_pieces(
    source: str, block: Block, preformatted: Sequence[Span] = (), *, numbered: bool = False
) -> Iterator[Piece]:
    """The piece that a block is; none where only its tags could be replaced.

    ``numbered``: the source has placeholders already.
    """
    found = trimmed(source, list(items(source, *block.span)))
    lines = any(start <= block.span[0] < end for start, end in preformatted)
    builder = _Builder(source, lines=lines)
    for item in found:
        if item.kind == "text":
            builder.add_text(item.start, item.end)
        else:
            odd = not numbered and PLACEHOLDER.fullmatch(source, item.start, item.end)
            builder.add_markup(item.start, item.end, keep=item.kind == "kept" or bool(odd))
    if any(item.kind == "text" for item in found):
        yield Piece(tuple(builder.words), block.role, "preformatted" if lines else "html", tuple(builder.kept))


class _Builder:
    """Words, put together from the pieces of a source."""

    def __init__(self, source: str, *, lines: bool = False) -> None:
        """``lines``: words are whole lines, as in ``pre``."""
        self.source, self.lines = source, lines
        self.words: list[Word] = []
        self.kept: list[str] = []
        self._gap, self._indent = " ", ""

    def add_text(self, start: int, end: int) -> None:
        """Text with character references; those that are no markup are resolved, space divides words."""
        for match in _ATOM.finditer(self.source, start, end):
            text = match[0]
            if text[0] == "&" and len(text) > 1:
                text = _resolved(text, self.source[match.end() : match.end() + 34])
            if not text.isspace():
                self._add(text, match.start(), match.end())
            elif not self.lines:
                self._gap = " "
            elif "\n" in text:
                self._gap, self._indent = "\n", text[text.rfind("\n") + 1 :]
            elif self.words:
                self._indent += text

    def add_markup(self, start: int, end: int, *, keep: bool) -> None:
        """A tag as it is, or a placeholder for what is to be ``keep``-ed."""
        written = _LINE_BREAK.sub(" ", self.source[start:end])
        if keep:
            self.kept.append(self.source[start:end])
            written = f"<x{len(self.kept)}/>"
        self._add(written, start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        if self.words:
            text, start = self._indent + text, start - len(self._indent)
        if self._gap or not self.words:
            self.words.append(Word(text, start, end, self._gap or " "))
        else:
            last = self.words[-1]
            self.words[-1] = Word(last.text + text, last.start, end, last.gap)
        self._gap = self._indent = ""


def _resolved(reference: str, following: str) -> str:
    """The character that a reference stands for; itself where the character would be read as markup."""
    text = decoded(reference)
    if text in "<>" or (text == "&" and _REFERENCE.match("&" + following)):
        return reference
    return text


def _title(source: str) -> Iterator[Piece]:
    """What the page's first ``title`` element says."""
    opened = False
    for token in tokens(source):
        if opened and isinstance(token, Text):
            yield from _aside(source, (token.start, token.end), "heading", "html")
        if opened:
            return
        opened = isinstance(token, Tag) and token.name == "title" and not token.closing


def _descriptions(source: str, found: Sequence[Piece], edges: Span) -> Iterator[Piece]:
    """Descriptions (``alt``) of the pictures that stand in no message, outside of main content as boilerplate."""
    spans = sorted((piece.words[0].start, piece.words[-1].end) for piece in found)
    for token in tokens(source):
        if not isinstance(token, Tag) or token.name != "img" or token.closing:
            continue
        index = bisect_right(spans, (token.start, len(source))) - 1
        if index >= 0 and token.start < spans[index][1]:
            continue
        role: Role = "caption" if edges[0] <= token.start < edges[1] else "boilerplate"
        base = token.end - 1 - len(token.source)
        for match in ATTRIBUTE.finditer(token.source):
            group = next((number for number in (2, 3, 4) if match[number]), 0)
            if match[1].lower() == "alt" and group and not _FILE_NAME.fullmatch(match[group]):
                yield from _aside(source, (base + match.start(group), base + match.end(group)), role, "attribute")
                break


def _aside(source: str, span: Span, role: Role, form: str) -> Iterator[Piece]:
    builder = _Builder(source)
    builder.add_text(*span)
    words = tuple(builder.words)
    if words:
        text = " ".join(word.text for word in words)
        settled = roles.settle(Block(text, 1, role)).role
        yield Piece(words, settled, "attribute" if form == "attribute" else "html")


def _elements(source: str, name: str) -> list[Span]:
    """Where the elements of a name begin and end."""
    found: list[Span] = []
    if f"<{name}" not in source.lower():
        return found
    opened = -1
    for token in tokens(source):
        if isinstance(token, Tag) and token.name == name:
            if token.closing and opened >= 0:
                found.append((opened, token.start))
            opened = -1 if token.closing else token.end
    return [*found, (opened, len(source))] if opened >= 0 else found


def write(translation: str, place: Place) -> str:
    """The translation as HTML: placeholders are what they stand for, a bare ``&`` becomes a reference.

    It has lines as wide as the original's, unless its language would show their ends as spaces.
    """
    text = one_line(translation)
    if place.language[:2] not in SPACELESS:
        quoted = place.before.lstrip().startswith(">")  # inside of Markdown
        text = refilled(text, shape(place, QUOTED if quoted else INDENT))
    return _restored(text, place)


def write_lines(translation: str, place: Place) -> str:
    """The same inside of ``pre``, where line breaks and indents stay."""
    return place.line_end.join(_restored(line, place) for line in translation.split("\n"))


def _restored(text: str, place: Place) -> str:
    return PLACEHOLDER.sub(lambda match: place.kept[int(match[1]) - 1], _escaped(text))


def write_attribute(translation: str, place: Place) -> str:
    """The translation as an attribute's value, in quotation marks if it had none."""
    text = _escaped(one_line(translation)).replace("<", "&lt;")
    before = place.text[place.start - 1]
    if before == "'":
        return text.replace("'", "&#39;")
    text = text.replace('"', "&quot;")
    return text if before == '"' else f'"{text}"'


def _escaped(text: str) -> str:
    return re.sub(rf"&(?!{_REFERENCE.pattern[1:]})", "&amp;", text)


_CHARSET = expression(
    r"""(<\?xml[^>]{0,200}?encoding\s*=\s*["']|<meta[^>]{0,400}?charset\s*=\s*["']?\s*)([\w.:-]{1,40})""", re.IGNORECASE
)
_LANG = expression(r"""(<html\b[^>]{0,1000}?\s(?:xml:)?lang\s*=\s*["']?)en\b[\w-]{0,20}""", re.IGNORECASE)
_HEAD = 10_000
"""Characters in which a page says its language and encoding."""


def encoded_page(text: str, encoding: str, language: str) -> bytes:
    """A page that has become ``language``: it says so where it said English, and its encoding is the one it names."""
    head, rest = text[:_HEAD], text[_HEAD:]
    while (changed := _LANG.sub(rf"\g<1>{language}", head)) != head:  # lang and xml:lang
        head = changed
    if fitting(text, encoding) != encoding:
        head = _CHARSET.sub(r"\g<1>utf-8", head)
    return encoded(head + rest, encoding)
