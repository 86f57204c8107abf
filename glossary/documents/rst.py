"""reStructuredText: its texts as docutils finds them, each with where it stands; needs the extra ``rst``.

docutils says what is a text and of which kind, and gives it as written; where it stands is found again by its words,
near the line that docutils names.  Files that a document includes are not read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.documents import roles
from glossary.documents.blocks import Reading, compose
from glossary.documents.decode import decode
from glossary.errors import DocumentError
from glossary.expressions import expression
from glossary.model import Role

if TYPE_CHECKING:
    from docutils import nodes

_ROLES: dict[str, Role] = {
    "title": "heading", "subtitle": "heading", "rubric": "heading", "caption": "caption", "paragraph": "paragraph",
    "term": "paragraph", "line": "paragraph", "attribution": "paragraph",
}  # fmt: skip
"""Nodes that hold a text → its role where its place does not say another."""
_PLACES: dict[str, Role] = {"entry": "table cell", "list_item": "list item", "legend": "caption"}
"""Node around a paragraph → its role."""
_PROSE = ("seealso", "versionadded", "versionchanged", "versionremoved", "deprecated", "only", "centered")
"""Directives of Sphinx whose content is text."""
_NEAR = 60
"""Lines around the one that docutils names: inside of tables and directives it counts from elsewhere."""
_ABOVE = 4
_MARKUP: Sequence[tuple[re.Pattern[str], str]] = (
    (expression(r"``(?=\S)(.{1,1000}?)(?<=\S)``", re.DOTALL), r"\1"),
    (expression(r"(?::[\w:.+-]{1,60}:)?`(?!`)([^`]{1,1000}?)(?:\s+<[^`>]{0,1000}>)?`(?:__?|:[\w:.+-]{1,60}:)?"), r"\1"),
    (expression(r"\[[#*\w]{0,40}\]_(?!\w)"), ""),
    (expression(r"(?<![\w*\\])\*{1,2}(?=[^\s*])(.{1,1000}?)(?<=[^\s*\\])\*{1,2}(?![\w*])", re.DOTALL), r"\1"),
    (expression(r"\|(?=\S)([^|]{1,200}?)(?<=\S)\|(?:__?)?"), r"\1"),
    (expression(r"\b(\w{1,200}?)__?(?!\w)"), r"\1"),
    (expression(r"\\\s"), ""),
    (expression(r"\\(.)"), r"\1"),
)
"""Inline markup → what a reader sees of it (docutils, reStructuredText Markup Specification)."""


class Text(NamedTuple):
    """A text of a document."""

    role: Role
    raw: str
    """As written, without indent; lines as in the file."""
    first: int
    """0-based line of the file on which it begins."""
    spans: tuple[tuple[int, int], ...]
    """Where each of its lines stands in the file's text."""
    section: bool
    """It is the title of a section, with a line of marks below it."""


def read(data: bytes, name: str) -> Reading:
    """The blocks of a file.  Raises ``DocumentError`` as ``decode`` and ``texts`` do; ``name`` is for its messages."""
    found = [
        roles.settle(block)
        for text in texts(decode(data, name), name)
        if (block := compose([(shown(text.raw), text.first + 1)], text.role))
    ]
    return Reading(next((block.text for block in found if block.role == "heading"), ""), tuple(found))


def shown(raw: str) -> str:
    """What readers see of a text; every line of it stays one."""
    for pattern, replacement in _MARKUP:
        raw = pattern.sub(lambda match, seen=replacement: _on_as_many_lines(match, seen), raw)  # type: ignore[misc]
    return raw


def _on_as_many_lines(match: re.Match[str], replacement: str) -> str:
    found = match.expand(replacement)
    return found + "\n" * (match[0].count("\n") - found.count("\n"))


def texts(text: str, name: str) -> Iterator[Text]:
    """The texts of a file, as ``decode.clean`` returns it, in reading order.

    Left out is the rare one whose words are not found where docutils says.  Raises ``DocumentError`` without
    docutils, and for a file that is nested too deeply for it.
    """
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    taken: dict[int, list[tuple[int, int]]] = {}
    for node in _nodes(text, name):
        raw = node.rawsource
        role = _ROLES[node.tagname]
        if role == "paragraph":
            parents = _around(node)
            role = next((_PLACES[parent] for parent in parents if parent in _PLACES), role)
        spans = _place(raw.split("\n"), (node.line or 1) - 1, lines, taken, cell=role == "table cell")
        if spans:
            for line, start, end in spans:
                taken.setdefault(line, []).append((start, end))
            section = node.tagname == "title" and node.parent.tagname in ("section", "document")
            places = tuple((starts[line] + start, starts[line] + end) for line, start, end in spans)
            yield Text(role, raw, spans[0][0], places, section)


def _around(node: nodes.Node) -> Iterator[str]:
    while node.parent is not None:
        node = node.parent
        yield node.tagname


def _nodes(text: str, name: str) -> Iterator[Any]:
    """The nodes that hold a text."""
    try:
        from docutils import frontend, nodes, utils  # noqa: PLC0415 - an extra
        from docutils.parsers import rst  # noqa: PLC0415
    except ImportError:
        hint = 'run: pip install "glossary[rst]"'
        message = "reStructuredText needs docutils, which is not installed"
        raise DocumentError(message, path=name, hint=hint) from None
    settings = frontend.get_default_settings(rst.Parser)
    settings.report_level, settings.halt_level = 5, 6  # what is wrong with a file is for others to say
    settings.warning_stream = io.StringIO()
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.line_length_limit = len(text) + 1
    _know_prose(rst)
    document = utils.new_document(name, settings)
    try:
        rst.Parser().parse(text, document)
    except RecursionError:
        raise DocumentError("nested too deeply", path=name, hint="save its text as .txt") from None
    for node in document.findall(nodes.TextElement):
        if node.tagname in _ROLES and node.rawsource.strip() and node.parent.tagname != "system_message":
            yield node


def _know_prose(rst: Any) -> None:
    """Tell docutils, which has one table for the process, of Sphinx's directives that hold text."""
    from docutils import nodes  # noqa: PLC0415 - an extra

    class Prose(rst.Directive):  # type: ignore[misc]  # what docutils calls a directive is a class
        has_content = True
        optional_arguments = 2
        final_argument_whitespace = True

        def run(self) -> list[Any]:
            node = nodes.container()
            if len(self.arguments) > 1:
                said = nodes.paragraph(self.arguments[1], self.arguments[1])
                said.line = self.lineno
                node += said
            self.state.nested_parse(self.content, self.content_offset, node)
            return [node]

    for name in _PROSE:
        rst.directives.register_directive(name, Prose)


def _place(
    raw: Sequence[str], near: int, lines: Sequence[str], taken: Mapping[int, Sequence[tuple[int, int]]], *,
    cell: bool,
) -> tuple[tuple[int, int, int], ...]:  # fmt: skip
    """Line, start and end of each line of a text; empty when it is not found near the 0-based line ``near``."""
    edge = "|" if cell else "—-"
    words = (r"\s+".join(map(re.escape, line.split())) for line in raw)
    patterns = [re.compile(rf"(?<![^\s{edge}]){line}(?![^\s|])") for line in words]
    low = max(0, near - _ABOVE)
    for first in (*range(low, min(len(lines), near + _NEAR)), *range(max(0, low - _NEAR), low)):
        found: list[tuple[int, int, int]] = []
        for number, pattern in enumerate(patterns, first):
            column = found[0][1] if cell and found else 0
            match = pattern.search(lines[number], column) if number < len(lines) else None
            while match and any(match.start() < end and start < match.end() for start, end in taken.get(number, ())):
                match = pattern.search(lines[number], match.end())
            if not match:
                break
            found.append((number, match.start(), match.end()))
        else:
            return tuple(found)
    return ()
