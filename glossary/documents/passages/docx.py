"""Word documents: a paragraph as text with simple tags, and a translation as its runs.

Most of a paragraph has one format; what differs stands in tags that say how (``<b>``, ``<i>``, ``<u>``, ``<sup>``,
``<sub>``) or only that (``<f>``), links in ``<a>``, other wrappers in ``<c>``, further ones numbered; what is no
text is ``<x1/>``.  A document of such lines is the exact text that passages are cut from.  A paragraph whose line
changed gets new runs; all others, and all other files of the package, stay as they are.
"""

from __future__ import annotations

from glossary.documents import docx
from glossary.documents.packages import rewritten
from glossary.documents.passages import marked_lines
from glossary.documents.passages.docx_markup import mark
from glossary.documents.passages.docx_runs import rebuild
from glossary.documents.passages.exact import Exact
from glossary.documents.passages.words import Piece, Place
from glossary.documents.passages.wrapping import one_line


def read(data: bytes, name: str) -> tuple[Exact, tuple[Piece, ...]]:
    """A line for each paragraph, and what can be translated.  Raises ``DocumentError`` as ``docx.package`` does."""
    found = list(docx.paragraphs(docx.package(data, name)))
    return marked_lines.exact(found, lambda element: mark(element).line, docx.text_of)


def write(translation: str, place: Place) -> str:
    """The translation as (part of) a line."""
    del place  # says nothing here
    return one_line(translation)


def packed(data: bytes, name: str, text: str) -> bytes:
    """The document ``data`` with the lines of ``text`` for its paragraphs; the same input, the same bytes."""
    opened = docx.package(data, name)
    parts: dict[str, None] = {}
    found = list(docx.paragraphs(opened))
    marked = [mark(paragraph.element) for paragraph in found]
    for paragraph, was, line in zip(found, marked, text.split("\n"), strict=True):
        if line != was.line:
            rebuild(paragraph.element, was, line)
            parts[paragraph.part] = None
    changed = {part.removeprefix("/"): docx.xml_of(opened, part) for part in parts}
    return rewritten(data, changed)
