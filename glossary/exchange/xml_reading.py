"""Read XML that strangers wrote: a stream of elements, nothing fetched, nothing expanded, depth and size bounded.

Expat (through ``xml.parsers.expat``) opens no file and no connection by itself.  What a document type could still
do, fill the memory with nested entities ("billion laughs", CWE-776) or with attribute defaults, is refused with
the document type that declares them: termbases need none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from glossary.errors import GlossaryError

MAX_BYTES = 268_435_456
"""Bytes of a file (256 MiB): a termbase of 500,000 concepts in five languages has about 200 MB."""
MAX_DEPTH = 64
"""Elements inside one another: the deepest TBX structure (ntig/termCompGrp) has 14."""
MAX_ELEMENTS = 100_000
"""Elements of one entry: an IATE entry in all 24 languages of the EU has a few thousand."""
MAX_TEXT = 10_000_000
"""Characters of one entry, 10 million, as of a cell of a table: a thousand times a long note."""
_CHUNK = 65_536
_XML = "http://www.w3.org/XML/1998/namespace "


@dataclass(slots=True)
class Element:
    """An element of a document, without its namespace."""

    name: str
    line: int
    """1-based."""
    attributes: dict[str, str]
    """Without namespaces, but for ``xml:lang`` and ``xml:id``."""
    content: list[str | Element] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Element]:
        """The elements directly inside."""
        return (part for part in self.content if isinstance(part, Element))

    def descendants(self) -> Iterator[Element]:
        """All elements inside, in document order."""
        for child in self.children:
            yield child
            yield from child.descendants()

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)


def entries(data: bytes, path: str, names: Collection[str]) -> Iterator[Element]:
    """The document's root, still empty, then each outermost element with one of ``names``, whole.

    Raises ``GlossaryError`` with path and line for text that is no XML, for document types with declarations and
    for what is larger or deeper than the limits above.
    """
    if len(data) > MAX_BYTES:
        raise GlossaryError(f"has more than {MAX_BYTES:,} bytes", path=path, hint="split it")
    reader = _Reader(path, frozenset(names))
    for start in range(0, max(len(data), 1), _CHUNK):
        chunk = data[start : start + _CHUNK]
        try:
            reader.parser.Parse(chunk, start + _CHUNK >= len(data))
        except expat.ExpatError as error:
            message = f"not XML: {expat.ErrorString(error.code)}"
            raise GlossaryError(message, path=path, line=error.lineno, hint="export it again") from None
        except (LookupError, ValueError):  # Expat knows the encodings of one byte a character beside UTF-8 and UTF-16
            raise GlossaryError("its encoding cannot be read", path=path, line=1, hint="save it as UTF-8") from None
        yield from reader.done
        reader.done.clear()


class _Reader:
    """The handlers of one parse."""

    def __init__(self, path: str, names: frozenset[str]) -> None:
        self.path, self.names = path, names
        self.done: list[Element] = []
        self.stack: list[Element] = []
        self.count = 0
        self.size = 0
        self.depth = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.entity

    def refuse(self, what: str, hint: str) -> NoReturn:
        raise GlossaryError(what, path=self.path, line=self.parser.CurrentLineNumber, hint=hint)

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
        if has_internal_subset:
            self.refuse("its document type has declarations of its own", "export it again without a DTD")

    def entity(self, *_declaration: object) -> None:
        self.refuse("uses XML entities of its own", "export it again without a DTD")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > MAX_DEPTH:
            self.refuse(f"elements are nested more than {MAX_DEPTH} deep", "export it again")
        if self.count > MAX_ELEMENTS:
            self.refuse(f"an entry has more than {MAX_ELEMENTS:,} elements", "split it")
        plain = {f"xml:{key[len(_XML) :]}" if key.startswith(_XML) else key: value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], self.parser.CurrentLineNumber, plain)
        if self.stack:
            self.stack[-1].content.append(element)
            self.stack.append(element)
        elif element.name in self.names:
            self.stack.append(element)
        else:
            self.count = self.size = 0
            if self.depth == 1:
                self.done.append(element)

    def end(self, _name: str) -> None:
        self.depth -= 1
        if self.stack:
            element = self.stack.pop()
            if not self.stack:
                self.done.append(element)
                self.count = self.size = 0

    def characters(self, text: str) -> None:
        self.size += len(text)
        if self.size > MAX_TEXT:
            self.refuse(f"an entry has more than {MAX_TEXT:,} characters", "split it")
        if self.stack:
            self.stack[-1].content.append(text)
