"""OpenDocument text (``.odt``; ODF 1.3, ISO/IEC 26300): paragraphs in the order of the file, with their roles.

Read by lxml.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from glossary.documents.blocks import Reading
from glossary.documents.packages import DAMAGED, Paragraph, bounded, reading
from glossary.errors import DocumentError
from glossary.model import Role

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, STYLE, OFFICE, TABLE = (_NS % name for name in ("text", "style", "office", "table"))
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
CHARACTERS: Mapping[str, str] = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": " "}
"""Elements that are characters."""
_UNSEEN = frozenset({f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end"})
"""Elements whose paragraphs are no text: what was deleted, and comments."""
_HEADINGS = ("title", "subtitle", "heading")
_CAPTIONS = ("caption", "illustration", "figure", "drawing", "photo")
_TYPE = b"application/vnd.oasis.opendocument.text"
_PARTS = ("content.xml", "styles.xml")
"""Files with text: that of the document, and that of its headers and footers."""


def read(data: bytes, name: str) -> Reading:
    """The paragraphs of a document.  ``name`` is for messages; raises ``DocumentError`` as ``parts`` does."""
    return reading(paragraphs(parts(data, name)), text_of)


def parts(data: bytes, name: str) -> Mapping[str, Any]:
    """The files of the package that hold text, by name, as trees.

    Raises ``DocumentError`` for what is no OpenDocument text, and for one that unpacks to more than any has.
    """
    from lxml import etree  # noqa: PLC0415 - costs 0.02 s, for these documents only

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False)
    hint = "save it again as .odt, or as .docx, .txt or .html"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            bounded(archive, name)
            if not archive.read("mimetype").strip().startswith(_TYPE):
                raise DocumentError("no OpenDocument text", path=name, hint=hint)
            known = set(archive.namelist())
            return {part: etree.fromstring(archive.read(part), parser) for part in _PARTS if part in known}
    except DAMAGED as error:
        raise DocumentError(f"no OpenDocument text ({error})", path=name, hint=hint) from None


def paragraphs(trees: Mapping[str, Any]) -> Iterator[Paragraph]:
    """All paragraphs: of the text, each before its notes and text boxes, then of headers and footers."""
    names = _style_names(trees)
    for part, tree in trees.items():
        root = tree.find(f"{OFFICE}body" if part == _PARTS[0] else f"{OFFICE}master-styles")
        for element in root.iter(*PARAGRAPHS) if root is not None else ():
            if not any(parent.tag in _UNSEEN for parent in element.iterancestors()):
                yield Paragraph(element, part, _role(element, names))


def _style_names(trees: Mapping[str, Any]) -> Mapping[str, str]:
    """Style → its name for people, small; of an automatic one that of the style it was made from."""
    found: dict[str, str] = {}
    for tree in reversed(tuple(trees.values())):  # the automatic styles of the content are made from named ones
        for style in tree.iter(f"{STYLE}style"):
            name, parent = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}parent-style-name", "")
            automatic = style.getparent().tag == f"{OFFICE}automatic-styles"
            shown = found.get(parent, parent) if automatic else style.get(f"{STYLE}display-name") or name
            found[name] = shown.replace("_20_", " ").casefold()
    return found


def _role(element: Any, names: Mapping[str, str]) -> Role:
    style = element.get(f"{TEXT}style-name", "")
    name = names.get(style, style.replace("_20_", " ").casefold())
    around = {parent.tag for parent in element.iterancestors()}
    if f"{TEXT}index-body" in around:
        return "boilerplate"  # made again from the headings
    if element.tag == f"{TEXT}h" or name.startswith(_HEADINGS):
        return "heading"
    if name.startswith(_CAPTIONS):
        return "caption"
    if f"{TABLE}table-cell" in around:
        return "table cell"
    return "list item" if f"{TEXT}list-item" in around else "paragraph"


def text_of(element: Any) -> str:
    """What a reader of the paragraph sees, without its notes, text boxes and comments."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in CHARACTERS:
            parts.append(CHARACTERS[child.tag])
        elif isinstance(child.tag, str) and inline(child):
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def inline(element: Any) -> bool:
    """Is an element part of its paragraph's text (a span, a link, a field), with no paragraph in it?"""
    holds = element.tag not in _UNSEEN and element.tag.startswith(TEXT)
    return holds and next(element.iter(*PARAGRAPHS), None) is None
