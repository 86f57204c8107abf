"""HTML: the blocks of a page with their lines and roles; what is main content, trafilatura decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from glossary.documents import maincontent, roles
from glossary.documents.blocks import Block, Reading, compose
from glossary.documents.decode import decode
from glossary.documents.tags import Tag, Text, decoded, tokens
from glossary.expressions import expression
from glossary.model import Role


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SKIPPED = _names(
    """
    script style noscript template svg math head iframe object embed canvas audio video select option datalist
    textarea map applet noembed noframes xmp title
    """
)
_PAGE = _names("nav header footer aside button label legend dialog menu")
"""Elements that hold the page's own talk (``header`` only outside of ``article`` and ``main``). Not ``form``: old pages
are one form."""
_PAGE_ROLES = _names("navigation banner contentinfo search complementary dialog alertdialog menu toolbar button")
_ARTICLE = frozenset({"article", "main"})
_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dt", "dd"), "list item"),
    **dict.fromkeys(("td", "th"), "table cell"),
}
_KEEPS_ROLE: frozenset[Role] = frozenset({"caption", "list item", "table cell"})
"""Roles that a ``p`` or ``div`` inside keeps; a paragraph that a broken heading swallows is none."""
_BLOCKS = _names(
    """
    address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary
    table tbody td tfoot th thead tr ul caption button option label title
    """
)
VOID = _names("area base br col embed hr img input link meta param source track wbr")
_CLOSED_BY: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "title": frozenset(),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p"})),
}
"""Start tag → open elements that it closes, as the standard lets authors omit end tags; others close these two:"""
_USUALLY_CLOSED = frozenset({"p", "head"})
_CAPTION_CLASS = expression(r"(?:^|[\s_-])(?:\w*caption|credit|cutline)s?(?:$|[\s_-])", re.IGNORECASE)
_HIDDEN_STYLE = expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SCREEN_READER = expression(r"(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|skip-link)(?:$|\s)", re.IGNORECASE)
_NOISE = expression(
    r"(?:^|\s)(?:reference|mw-editsection|headerlink|anchor(?:js)?-link|footnote-(?:ref|back\w*))(?:$|\s)"
)
"""Footnote marks, "[edit]" and "¶", which stand inside a text's own words."""
_CODE_CLASS = expression(r"(?:^|\s)(?:highlight|code|codehilite|prettyprint|lang(?:uage)?-\S+|sourceCode)(?:$|\s)")


@dataclass(frozen=True, slots=True)
class Context:
    """What an open element means for the text in it; derived from its parent's, so depth costs nothing."""

    role: Role = "paragraph"
    skipped: bool = False
    page: bool = False
    """Inside navigation, a form, a footer …"""
    article: bool = False
    prose: bool = False
    """Directly in a ``p``."""
    preformatted: bool = False
    """Inside ``pre``, where blank lines divide paragraphs."""
    code: bool = False


@dataclass(slots=True)
class _State:
    stack: list[tuple[str, Context]] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)
    pieces: list[tuple[str, int]] = field(default_factory=list)
    strong: list[bool] = field(default_factory=list)
    """For each piece with text: did it stand in ``b`` or ``strong``?"""
    breaks: int = 0
    """``br`` elements since the last text."""
    begin: int = 0
    """Offset in the source behind the block before."""

    @property
    def context(self) -> Context:
        return self.stack[-1][1] if self.stack else Context()


def read(data: bytes, name: str) -> Reading:
    """The blocks of a page.  Raises ``DocumentError`` as ``decode`` does; ``name`` is for its messages."""
    return parse(decode(data, name, markup=True))


def parse(source: str) -> Reading:
    """The blocks of a page, as ``decode.clean`` returns it.

    What trafilatura does not count as main content is boilerplate, except captions and headings
    beside main content; where it finds nothing, navigation, buttons and the like are.
    The title is the first heading of the main content, else ``<title>``.
    """
    blocks = tuple(roles.settle(block) for block in maincontent.mark(source, list(walk(source))))
    heading = next((block.text for block in blocks if block.role == "heading"), "")
    return Reading(heading or _title(source), blocks)


def _title(source: str) -> str:
    for tag, text in pairwise(tokens(source)):
        if isinstance(tag, Tag) and isinstance(text, Text) and tag.name == "title" and not tag.closing:
            return " ".join(text.text.split())
    return ""


def walk(source: str, line: int = 1) -> Iterator[Block]:
    """All blocks that a reader of the page could see; ``page`` regions as boilerplate.  ``line``: of its start."""
    state = _State()
    for token in tokens(source, line):
        if isinstance(token, Text):
            yield from _text(state, token, source)
        elif token.name == "br":
            state.breaks += 1
            state.pieces.append((" ", token.line))
            if state.breaks == 2:
                yield from _flush(state, token.start, token.end)
        else:
            if token.name in _BLOCKS:
                yield from _flush(state, token.start, token.end)
            _close(state, token.name) if token.closing else _open(state, token)
    yield from _flush(state, len(source), len(source))


def _text(state: _State, token: Text, source: str) -> Iterator[Block]:
    context = state.context
    if context.skipped or context.code:
        return
    if context.preformatted:
        line, offset = token.line, token.start
        for part in re.split(r"(\n\s*\n)", source[token.start : token.end]):
            if part.isspace():
                yield from _flush(state, offset, offset)
            state.pieces.append((decoded(part), line))
            line += part.count("\n")
            offset += len(part)
    else:
        state.pieces.append((token.text, token.line))
    if not token.text.isspace():
        state.breaks = 0
        state.strong.append(bool(state.open["b"] or state.open["strong"]))


def _flush(state: _State, end: int, after: int) -> Iterator[Block]:
    """The block that ends at offset ``end``, if there is text in it; the next one begins at ``after``."""
    context = state.context
    block = compose(state.pieces, "boilerplate" if context.page else context.role)
    if block and block.role == "paragraph" and all(state.strong) and roles.is_heading(block.text):
        block = replace(block, role="heading")
    elif block and block.role == "table cell" and context.prose and roles.ends_sentence(block.text):
        block = replace(block, role="paragraph")  # a table that only lays out the page
    span = (state.begin, end)
    state.pieces, state.strong, state.breaks, state.begin = [], [], 0, after
    if block:
        yield replace(block, span=span)


def _open(state: _State, tag: Tag) -> None:
    if tag.name in VOID or (tag.name in _SKIPPED and tag.source.endswith("/")):
        return
    if tag.name in _BLOCKS:
        closed = _CLOSED_BY.get(tag.name, _USUALLY_CLOSED)
        while state.stack and state.stack[-1][0] in closed:
            _pop(state)
    state.stack.append((tag.name, context_of(state.context, tag)))
    state.open[tag.name] += 1


def _close(state: _State, name: str) -> None:
    """Close the innermost such element with all that is open in it; a stray end tag does nothing."""
    if state.open[name]:
        while _pop(state) != name:
            pass


def _pop(state: _State) -> str:
    name, _ = state.stack.pop()
    state.open[name] -= 1
    return name


def context_of(parent: Context, tag: Tag) -> Context:
    """What ``tag`` means for the text in its element, inside ``parent``."""
    attributes = tag.attributes() if tag.source else {}
    name, css = tag.name, attributes.get("class", "")[:500]
    role = _ROLES.get(name, parent.role)
    if name in _BLOCKS and name not in _ROLES:
        if name in ("p", "div", "section") and _CAPTION_CLASS.search(css):
            role = "caption"
        elif parent.role not in _KEEPS_ROLE:
            role = "paragraph"
    hidden = "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
    noise = name in ("a", "span", "sup") and bool(_NOISE.search(css))
    talk = name in _PAGE and not (name == "header" and parent.article)
    return Context(
        role=role,
        skipped=parent.skipped or name in _SKIPPED or hidden or noise,
        page=parent.page or talk or attributes.get("role", "") in _PAGE_ROLES or bool(_SCREEN_READER.search(css)),
        article=parent.article or name in _ARTICLE,
        prose=name == "p" or (parent.prose and name not in _BLOCKS),
        preformatted=parent.preformatted or name == "pre",
        code=parent.code
        or (name == "code" and parent.preformatted)
        or (name in ("pre", "div") and bool(_CODE_CLASS.search(css))),
    )
