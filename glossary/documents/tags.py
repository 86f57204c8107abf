"""HTML source -> tags and text with exact lines, in one pass whatever the input.

Not ``html.parser``: its answers to malformed input differ between patch releases of Python, Python
3.11 raises AssertionError on ``<![x``, and unclosed comments cost it quadratic time (CVE-2025-6069).
This follows the tokenizer of the HTML standard (section 13.2.5) as far as text and lines need it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from glossary.documents.decode import clean
from glossary.expressions import expression

_TAG = expression(
    r"""<(/?)([a-zA-Z][^\s/>]*+)                                   # name
        ((?:[^>=]|=\s*+(?>"[^"]*"|'[^']*'|[^\s"'>]?))*+)>          # attributes; possessive: no backtracking
    """,
    re.VERBOSE,
)
ATTRIBUTE = expression(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++)))?""")
_ENTITY = expression(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")

_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is no markup: it ends at their own end tag only."""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text with entities decoded; what an entity writes as newline is a space."""

    text: str
    line: int
    """1-based, of its first character; every newline in ``text`` is one of the source."""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    """Offsets in the source."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag."""

    name: str
    """Small letters."""
    line: int
    closing: bool = False
    source: str = ""
    """The attributes as written."""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    """Offsets in the source."""

    def attributes(self) -> Mapping[str, str]:
        """Attributes by small name, the first of each; values decoded."""
        found: dict[str, str] = {}
        for name, *values in ATTRIBUTE.findall(self.source):
            found.setdefault(name.lower(), html.unescape("".join(values)))
        return found


def tokens(source: str, line: int = 1) -> Iterator[Text | Tag]:
    """Text and tags in order; comments, declarations and processing instructions are dropped.

    ``line`` is that of the first character.  Never fails: what is no tag is text, and what is not closed
    (a comment, a script) reaches to the end, as in browsers.
    """
    position, counted = 0, 0
    while position < len(source):
        start = source.find("<", position)
        start = len(source) if start < 0 else start
        match = _TAG.match(source, start)
        end = match.end() if match else _skipped(source, start)
        if end is None:  # a lone "<" is text
            start, end = start + 1, start + 1
        if start > position:
            line, counted = line + source.count("\n", counted, position), position
            yield Text(decoded(source[position:start]), line, position, start)
        position = end
        if not match:
            continue
        line, counted = line + source.count("\n", counted, start), start
        name = match[2].lower()
        yield Tag(name, line, match[1] == "/", match[3], start, end)
        if name in _RAW and not match[1] and not match[3].endswith("/"):
            stop = _raw_end(source, name, position)
            line, counted = line + source.count("\n", counted, position), position
            yield Text(decoded(source[position:stop]), line, position, stop)
            position = stop


def _skipped(source: str, start: int) -> int | None:
    """The end of a comment, declaration, instruction, CDATA mark or unclosed tag at ``start``; None for text."""
    if start >= len(source):
        return start
    if source.startswith("<!--", start):
        end = source.find("-->", start + 2)
        return len(source) if end < 0 else end + 3
    if source.startswith("<![CDATA[", start):
        return start + 9
    following = source[start + 1 : start + 2]
    if following in ("!", "?", "/") and following:
        end = source.find(">", start)
        return len(source) if end < 0 else end + 1
    # A letter here means a tag that never ends: the standard drops the rest.
    return len(source) if following.isascii() and following.isalpha() else None


def _raw_end(source: str, name: str, position: int) -> int:
    """Where the end tag of a raw element begins; the end of the file when there is none."""
    match = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(source, position)
    return match.start() if match else len(source)


def decoded(text: str) -> str:
    """``text`` with its character references resolved, in NFC."""
    return normalize("NFC", _ENTITY.sub(_entity, text)) if "&" in text else text


def _entity(match: re.Match[str]) -> str:
    return clean(html.unescape(match[0])).replace("\n", " ")
