"""Word documents: paragraphs in the order of the file, with their roles; needs the extra ``docx`` (python-docx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from glossary.documents.blocks import Reading
from glossary.documents.packages import DAMAGED, Paragraph, bounded, reading
from glossary.errors import DocumentError
from glossary.model import Role

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of WordprocessingML (ISO/IEC 29500-1, transitional)."""
_TEXT_PARTS = ("document", "footnotes", "endnotes", "header", "footer")
"""Parts that hold paragraphs, by the last word of their content type, in the order in which they are read."""
_SPACES: Mapping[str, str] = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
"""Elements of a run that are characters."""


def read(data: bytes, name: str) -> Reading:
    """The paragraphs of a Word document.  ``name`` is for messages; raises ``DocumentError`` as ``package`` does."""
    return reading(paragraphs(package(data, name)), text_of)


def package(data: bytes, name: str) -> OpcPackage:
    """The opened file.  Raises ``DocumentError`` without python-docx, and for what is no Word document."""
    try:
        from docx.opc.package import OpcPackage  # noqa: PLC0415 - an extra
    except ImportError:
        hint = 'run: pip install "glossary[docx]"'
        raise DocumentError("Word documents need python-docx, which is not installed", path=name, hint=hint) from None
    hint = "save it again as .docx, or as .txt, .md or .html"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            bounded(archive, name)
        opened = OpcPackage.open(io.BytesIO(data))
        if not list(_parts(opened)):
            raise DocumentError("no Word document", path=name, hint=hint)
    except DAMAGED as error:
        raise DocumentError(f"no Word document ({error})", path=name, hint=hint) from None
    return opened


def paragraphs(opened: OpcPackage) -> Iterator[Paragraph]:
    """All paragraphs: of the text, then of its notes, headers and footers; those in text boxes after their anchor."""
    names = _style_names(opened)
    for part, element in _parts(opened):
        for paragraph in element.iter(f"{W}p"):
            yield Paragraph(paragraph, part, _role(paragraph, names))


def _parts(opened: OpcPackage) -> Iterator[tuple[str, Any]]:
    """Names and XML of the parts that hold text."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - an extra

    found = []
    for part in opened.iter_parts():
        kind = part.content_type.removesuffix("+xml").removesuffix(".main").rpartition(".")[2]
        if part.content_type.startswith("application/vnd.openxmlformats") and kind in _TEXT_PARTS:
            element = getattr(part, "element", None)
            if element is None:  # python-docx knows no notes: their XML is kept with the part from now on
                element = parse_xml(part.blob)
                part.element = element
            found.append((_TEXT_PARTS.index(kind), str(part.partname), element))
    yield from ((name, element) for _, name, element in sorted(found, key=lambda item: item[:2]))


def _style_names(opened: OpcPackage) -> Mapping[str, str]:
    """Style id → its name, small: ids are translated by Word, names are not."""
    found = {}
    for part in opened.iter_parts():
        if part.content_type.endswith("wordprocessingml.styles+xml"):
            for style in part.element.iter(f"{W}style"):
                name = style.find(f"{W}name")
                if name is not None:
                    found[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "").casefold()
    return found


def _role(paragraph: Any, names: Mapping[str, str]) -> Role:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = names.get(style.get(f"{W}val", ""), "") if style is not None else ""
    if name.startswith(("heading", "title", "subtitle")):
        return "heading"
    if name.startswith("caption"):
        return "caption"
    if name.startswith(("toc ", "table of ", "index ")):
        return "boilerplate"  # made again by Word from the headings
    if next(paragraph.iterancestors(f"{W}tc"), None) is not None:
        return "table cell"
    listed = name.startswith("list") or paragraph.find(f"{W}pPr/{W}numPr") is not None
    return "list item" if listed else "paragraph"


def text_of(paragraph: Any) -> str:
    """What a reader of the paragraph sees, without its text boxes and deleted words."""
    parts = []
    for run in paragraph.iter(f"{W}r"):
        owner = next(run.iterancestors(f"{W}p"), None)
        if owner is paragraph and next(run.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None:
            parts += [(child.text or "") if child.tag == f"{W}t" else _SPACES.get(child.tag, "") for child in run]
    return "".join(parts)


def xml_of(opened: OpcPackage, name: str) -> bytes:
    """The XML of a part as it is now."""
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415 - an extra

    return bytes(serialize_part_xml(dict(_parts(opened))[name]))
