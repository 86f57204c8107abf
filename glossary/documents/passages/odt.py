"""OpenDocument text: a paragraph as text with simple tags, and a translation as its content.

What has a format of its own stands in ``<f1>``, ``<f2>`` …, a link in ``<a1>``; a line break is ``<br/>``, a tab is
``<tab/>``, and what is no text (a note, a picture, a field) ``<x1/>``.  A paragraph whose line changed gets new
content; all others, and all other files of the package, stay as they are.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from glossary.documents import odt
from glossary.documents.decode import clean
from glossary.documents.odt import TEXT
from glossary.documents.packages import rewritten
from glossary.documents.passages import marked_lines
from glossary.documents.passages.exact import Exact
from glossary.documents.passages.markup import PLACEHOLDER, items
from glossary.documents.passages.words import Piece
from glossary.expressions import expression

_WRAPPERS: Mapping[str, str] = {f"{TEXT}span": "f", f"{TEXT}a": "a"}
"""Elements that hold text → the first letter of their tag."""
_SHOWN: Mapping[str, str] = {f"{TEXT}line-break": "br", f"{TEXT}tab": "tab"}
_REFERENCE = expression(r"&(?=#?\w{1,31};)")
_TAG_LIKE = expression(r"<(?=[A-Za-z/!?])")


@dataclass(slots=True)
class _Marked:
    """A paragraph as a line, and what its tags stand for."""

    parts: list[str] = field(default_factory=list)
    wrappers: dict[str, Any] = field(default_factory=dict)
    objects: list[Any] = field(default_factory=list)

    @property
    def line(self) -> str:
        """The text with tags."""
        return clean("".join(self.parts)).replace("\n", " ")


def _mark(element: Any) -> _Marked:
    marked = _Marked()
    _add(element, marked)
    return marked


def _add(element: Any, marked: _Marked) -> None:
    marked.parts.append(_escaped(element.text or ""))
    for child in element:
        if child.tag in _SHOWN:
            marked.parts.append(f"<{_SHOWN[child.tag]}/>")
        elif child.tag == f"{TEXT}s":
            marked.parts.append(" ")
        elif child.tag in _WRAPPERS and odt.text_of(child).strip():
            name = f"{_WRAPPERS[child.tag]}{len(marked.wrappers) + 1}"
            marked.wrappers[name] = child
            marked.parts.append(f"<{name}>")
            _add(child, marked)
            marked.parts.append(f"</{name}>")
        else:
            marked.objects.append(child)
            marked.parts.append(f"<x{len(marked.objects)}/>")
        marked.parts.append(_escaped(child.tail or ""))


def _escaped(text: str) -> str:
    return _TAG_LIKE.sub("&lt;", _REFERENCE.sub("&amp;", text))


def read(data: bytes, name: str) -> tuple[Exact, tuple[Piece, ...]]:
    """A line for each paragraph, and what can be translated.  Raises ``DocumentError`` as ``odt.parts`` does."""
    found = list(odt.paragraphs(odt.parts(data, name)))
    return marked_lines.exact(found, lambda element: _mark(element).line, odt.text_of)


def packed(data: bytes, name: str, text: str) -> bytes:
    """The document ``data`` with the lines of ``text`` for its paragraphs; the same input, the same bytes."""
    from lxml import etree  # noqa: PLC0415 - as in ``odt.parts``

    trees = odt.parts(data, name)
    parts: set[str] = set()
    found = list(odt.paragraphs(trees))
    marked = [_mark(paragraph.element) for paragraph in found]
    for paragraph, was, line in zip(found, marked, text.split("\n"), strict=True):
        if line != was.line:
            _rebuild(paragraph.element, was, line)
            parts.add(paragraph.part)
    changed = {part: etree.tostring(trees[part], xml_declaration=True, encoding="UTF-8") for part in parts}
    return rewritten(data, changed)


def _rebuild(paragraph: Any, marked: _Marked, line: str) -> None:
    """Give the paragraph, of which ``marked`` was made, the content that ``line`` says; unknown tags are ignored."""
    for element in (paragraph, *marked.wrappers.values()):
        for child in list(element):
            element.remove(child)
        element.text = None
    used: set[str] = set()
    stack: list[tuple[str, Any]] = [("", paragraph)]
    for item in items(line):
        written = line[item.start : item.end]
        parent = stack[-1][1]
        if item.kind == "text":
            _append_text(parent, unescape(written))
        elif item.kind == "open":
            stack.append((item.name, _opened(parent, marked.wrappers.get(item.name), item.name, used)))
        elif item.kind == "close" and any(name == item.name for name, _ in stack[1:]):
            while stack.pop()[0] != item.name:
                pass
        elif match := PLACEHOLDER.fullmatch(written):
            _append(parent, marked.objects[int(match[1]) - 1])
        elif item.name in _SHOWN.values():
            _append(parent, parent.makeelement(next(tag for tag, name in _SHOWN.items() if name == item.name)))


def _opened(parent: Any, wrapper: Any, name: str, used: set[str]) -> Any:
    """Where what is inside of a tag goes: into its element (a copy, the second time), else where it went before."""
    if wrapper is None:
        return parent
    if name in used:
        wrapper = copy.copy(wrapper)
        for child in list(wrapper):
            wrapper.remove(child)
        wrapper.text = None
    used.add(name)
    _append(parent, wrapper)
    return wrapper


def _append(parent: Any, element: Any) -> None:
    element.tail = None
    parent.append(element)


def _append_text(parent: Any, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
