"""A paragraph of a Word document as a line of text with simple tags; the way back is ``docx_runs``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from glossary.documents.decode import clean
from glossary.documents.docx import W
from glossary.expressions import expression

WRAPPERS = frozenset(W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "sdt"))
"""Elements that hold runs; ``sdt`` in its ``sdtContent``."""
_MARKERS = expression(
    rf"{re.escape(W)}(?:pPr|proofErr|del|moveFrom|permStart|permEnd|bookmark\w+|comment\w+|move\w+Range\w+|custom\w+Range\w+)"
)
"""Elements without text between runs; in a paragraph with new runs they stand before or behind them all."""
PROPERTIES = frozenset(W + name for name in ("rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData"))
"""Elements that say what their parent is like."""
_CHARACTERS: Mapping[str, str] = {W + "noBreakHyphen": "\u2011", W + "softHyphen": "", W + "lastRenderedPageBreak": ""}
SHOWN: Mapping[str, str] = {W + "tab": "tab", W + "br": "br", W + "cr": "br"}
"""Elements that have a tag of their own."""
_SIMPLE: Mapping[str, str] = {"b": "b", "bCs": "b", "i": "i", "iCs": "i", "u": "u", "vertAlign": "sup"}
"""Property of a run → the tag that says so."""
SILENT = frozenset(W + name for name in ("lang", "noProof", "webHidden", "rPrChange"))
"""Properties that nobody sees; the language is another in a translation."""
_REFERENCE = expression(r"&(?=#?\w{1,31};)")
_TAG_LIKE = expression(r"<(?=[A-Za-z/!?])")


class Atom(NamedTuple):
    """A stretch of text of one format, or an element in its place."""

    text: str
    element: Any
    """None for text."""
    format: Any
    """The ``w:rPr`` of its run; None for none, or outside of a run."""
    wrappers: tuple[Any, ...]
    in_run: bool = True


@dataclass(slots=True)
class Marked:
    """A paragraph as a line, and what its tags stand for."""

    line: str = ""
    formats: dict[str, Any] = field(default_factory=dict)
    """Tag → properties of a run; "" the paragraph's own, and for a wrapper's tag those usual in it."""
    wrappers: dict[str, Any] = field(default_factory=dict)
    objects: list[Atom] = field(default_factory=list)
    before: list[Any] = field(default_factory=list)
    after: list[Any] = field(default_factory=list)


def mark(paragraph: Any) -> Marked:
    """The paragraph ``w:p`` as a line of text with tags."""
    marked = Marked()
    atoms = list(_atoms(paragraph, (), marked))
    names = _Names(marked, atoms)
    parts: list[str] = []
    opened: list[str] = []
    for atom in atoms:
        wanted = names.tags(atom)
        shared = 0
        while shared < min(len(opened), len(wanted)) and opened[shared] == wanted[shared]:
            shared += 1
        parts += [f"</{name}>" for name in reversed(opened[shared:])] + [f"<{name}>" for name in wanted[shared:]]
        opened = wanted
        parts.append(_escaped(atom.text) if atom.element is None else names.shown(atom))
    parts += [f"</{name}>" for name in reversed(opened)]
    marked.line = clean("".join(parts)).replace("\n", " ")
    return marked


def _atoms(parent: Any, wrappers: tuple[Any, ...], marked: Marked) -> Iterator[Atom]:
    seen = False
    for child in parent:
        if child.tag == W + "r":
            seen = True
            yield from _run(child, wrappers)
        elif child.tag in WRAPPERS:
            seen = True
            inner = child.find(W + "sdtContent") if child.tag == W + "sdt" else child
            yield from _atoms(inner if inner is not None else (), (*wrappers, child), marked)
        elif not isinstance(child.tag, str) or _MARKERS.fullmatch(child.tag):
            (marked.after if seen or wrappers else marked.before).append(child)
        elif child.tag not in PROPERTIES:
            seen = True
            yield Atom("", child, None, wrappers, in_run=False)


def _run(run: Any, wrappers: tuple[Any, ...]) -> Iterator[Atom]:
    properties = run.find(W + "rPr")
    for child in run:
        if child.tag == W + "t":
            yield Atom(child.text or "", None, properties, wrappers)
        elif child.tag in _CHARACTERS:
            yield Atom(_CHARACTERS[child.tag], None, properties, wrappers)
        elif child.tag != W + "rPr":
            yield Atom("", child, properties, wrappers)


def _escaped(text: str) -> str:
    return _TAG_LIKE.sub("&lt;", _REFERENCE.sub("&amp;", text))


def _key(properties: Any) -> frozenset[tuple[str, str]]:
    """What of a run's properties people see, comparable."""
    if properties is None:
        return frozenset()
    visible = (child for child in properties if child.tag not in SILENT)
    return frozenset((str(child.tag), str(sorted(child.attrib.items()))) for child in visible)


class _Names:
    """Which tag stands for which format, wrapper and object of one paragraph."""

    def __init__(self, marked: Marked, atoms: list[Atom]) -> None:
        self._marked = marked
        self._taken: dict[object, str] = {}
        sizes: dict[tuple[int, ...], Counter[frozenset[tuple[str, str]]]] = {}
        examples: dict[tuple[tuple[int, ...], frozenset[tuple[str, str]]], Any] = {}
        for atom in atoms:
            if atom.element is None:
                path, key = tuple(map(id, atom.wrappers)), _key(atom.format)
                sizes.setdefault(path, Counter())[key] += len(atom.text)
                examples.setdefault((path, key), atom.format)
        self._usual = {
            path: max(counts, key=lambda key: (counts[key], -len(key), sorted(key))) for path, counts in sizes.items()
        }
        for atom in atoms:
            path = tuple(map(id, atom.wrappers))
            names = [self._wrapper(wrapper) for wrapper in atom.wrappers]
            if path in self._usual:
                marked.formats.setdefault(names[-1] if names else "", examples[path, self._usual[path]])

    def tags(self, atom: Atom) -> list[str]:
        """The tags around an atom, from the outermost."""
        names = [self._wrapper(wrapper) for wrapper in atom.wrappers]
        usual = self._usual.get(tuple(map(id, atom.wrappers)), frozenset())
        key = _key(atom.format)
        if atom.element is None and key != usual and atom.text.strip():
            names.append(self._format(key, usual, atom.format))
        return names

    def shown(self, atom: Atom) -> str:
        """An element's placeholder."""
        name = SHOWN.get(atom.element.tag, "") if not atom.element.attrib else ""
        if name:
            return f"<{name}/>"
        self._marked.objects.append(atom)
        return f"<x{len(self._marked.objects)}/>"

    def _wrapper(self, element: Any) -> str:
        name = self._named(id(element), "a" if element.tag == W + "hyperlink" else "c")
        self._marked.wrappers[name] = element
        return name

    def _format(self, key: frozenset[tuple[str, str]], usual: frozenset[tuple[str, str]], properties: Any) -> str:
        differing = {tag.removeprefix(W) for tag, _ in key ^ usual}
        kinds = {_SIMPLE.get(name, "f") for name in differing}
        added = {tag.removeprefix(W) for tag, _ in key - usual}
        kind = kinds.pop() if len(kinds) == 1 and added == differing else "f"
        if kind == "sup" and any("subscript" in value for _, value in key - usual):
            kind = "sub"
        name = self._named(key, kind)
        self._marked.formats.setdefault(name, properties)
        return name

    def _named(self, what: object, kind: str) -> str:
        if what not in self._taken:
            used = sum(1 for name in self._taken.values() if name.rstrip("0123456789") == kind)
            self._taken[what] = f"{kind}{used + 1}" if used else kind
        return self._taken[what]
