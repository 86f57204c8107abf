"""A line of text with simple tags as the runs of a paragraph; the way there is ``docx_markup``."""

from __future__ import annotations

import copy
import html
from typing import Any

from glossary.documents.docx import W
from glossary.documents.passages.docx_markup import PROPERTIES, SHOWN, SILENT, Atom, Marked
from glossary.documents.passages.markup import PLACEHOLDER, items

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def rebuild(paragraph: Any, marked: Marked, line: str) -> None:
    """Give the paragraph, of which ``marked`` was made, the runs that ``line`` says; unknown tags are ignored."""
    for child in list(paragraph):
        paragraph.remove(child)
    for wrapper in marked.wrappers.values():
        _emptied(wrapper)
    paragraph.extend(marked.before)
    _add_line(paragraph, marked, line)
    paragraph.extend(marked.after)


def _add_line(paragraph: Any, marked: Marked, line: str) -> None:
    used: set[str] = set()
    stack: list[tuple[str, Any]] = [("", paragraph)]
    for item in items(line):
        written = line[item.start : item.end]
        if item.kind == "text":
            _add_text(stack, marked, html.unescape(written))
        elif item.kind == "open":
            stack.append((item.name, _opened(stack[-1][1], marked, item.name, used)))
        elif item.kind == "close" and any(name == item.name for name, _ in stack[1:]):
            while stack.pop()[0] != item.name:
                pass
        elif match := PLACEHOLDER.fullmatch(written):
            _add_object(stack[-1][1], marked.objects[int(match[1]) - 1])
        elif item.name in SHOWN.values():
            _new_run(stack, marked).append(paragraph.makeelement(W + item.name))


def _emptied(wrapper: Any) -> Any:
    """Where the runs of a wrapper stand, without them."""
    inner = wrapper.find(W + "sdtContent") if wrapper.tag == W + "sdt" else None
    content = wrapper if inner is None else inner
    for child in list(content):
        if child.tag not in PROPERTIES:
            content.remove(child)
    return content


def _opened(parent: Any, marked: Marked, name: str, used: set[str]) -> Any:
    """Where the runs inside of a tag go: into its wrapper (a copy, the second time), else where they went before."""
    if name not in marked.wrappers:
        return parent
    wrapper = marked.wrappers[name]
    if name in used:
        wrapper = copy.deepcopy(wrapper)
    used.add(name)
    parent.append(wrapper)
    return _emptied(wrapper)


def _new_run(stack: list[tuple[str, Any]], marked: Marked) -> Any:
    """An empty run of the innermost format, appended where the innermost tag says."""
    parent = stack[-1][1]
    run = parent.makeelement(W + "r")
    parent.append(run)
    known = next(index for index in range(len(stack) - 1, -1, -1) if stack[index][0] in marked.formats or not index)
    properties = marked.formats.get(stack[known][0])
    properties = run.makeelement(W + "rPr") if properties is None else copy.deepcopy(properties)
    for child in list(properties):
        if child.tag in SILENT:
            properties.remove(child)
    for name, _ in stack[known + 1 :]:
        _emphasized(properties, name)
    if len(properties):
        run.append(properties)
    return run


def _emphasized(properties: Any, name: str) -> None:
    """Add what a simple tag says that the original paragraph does not have."""
    value = {"b": ("b", ""), "strong": ("b", ""), "i": ("i", ""), "em": ("i", ""), "u": ("u", "single"),
             "sup": ("vertAlign", "superscript"), "sub": ("vertAlign", "subscript")}.get(name)  # fmt: skip
    if value and properties.find(W + value[0]) is None:
        element = properties.makeelement(W + value[0])
        if value[1]:
            element.set(W + "val", value[1])
        order = [W + other for other in ("rStyle", "rFonts", "b", "bCs", "i", "iCs")]
        place = sum(1 for child in properties if child.tag in order) if value[0] in ("b", "i") else len(properties)
        properties.insert(place, element)


def _add_text(stack: list[tuple[str, Any]], marked: Marked, text: str) -> None:
    run = _new_run(stack, marked)
    element = run.makeelement(W + "t")
    element.text = text
    element.set(_XML_SPACE, "preserve")
    run.append(element)


def _add_object(parent: Any, atom: Atom) -> None:
    """Put an element back, in a run of its own format if it was in a run."""
    if not atom.in_run:
        parent.append(atom.element)
        return
    run = parent.makeelement(W + "r")
    if atom.format is not None:
        run.append(copy.deepcopy(atom.format))
    run.append(atom.element)
    parent.append(run)
