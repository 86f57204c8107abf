"""PDF: paragraphs from the space between lines, pages for lines, clear words where there is no text."""

from __future__ import annotations

import sys

import pytest

from glossary import documents
from glossary.errors import DocumentError

from .making import Project, opened

pypdfium2 = pytest.importorskip("pypdfium2")

Lines = list[tuple[int, int, int, str]]
"""Left, baseline and size in points, and the text."""


def pdf(*pages: Lines) -> bytes:
    """A file with these lines in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F {size} Tf {left} {base} Td ({text}) Tj ET\n" for left, base, size, text in lines)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


REPORT = pdf(
    [
        (72, 800, 8, "Port Amity Review 1"),
        (72, 760, 18, "The Port Amity Agreement"),
        (72, 730, 11, "The ministers met in the old town on Monday, and those who had"),
        (72, 717, 11, "come from far away signed the agreement that they had nego-"),
        (72, 704, 11, "tiated for two years."),
        (72, 680, 11, "Nobody knows why the customs house burned down. The men who"),
        (72, 667, 11, "had been there before it happened say that they saw nothing, and"),
    ],
    [
        (72, 800, 8, "Port Amity Review 2"),
        (72, 780, 11, "that nobody else did."),
        (72, 756, 11, "\\225 One item of the list that is so long that it goes on in the next"),
        (84, 743, 11, "line"),
        (72, 730, 11, "\\225 Another item"),
        (72, 700, 11, "Contents . . . . . . . . . . 12"),
    ],
    [(72, 800, 8, "Port Amity Review 3"), (72, 780, 11, "It ended there."), (290, 40, 8, "- 3 -")],
)
SEGMENTS = [
    (1, "heading", "The Port Amity Agreement"),
    (
        1,
        "paragraph",
        "The ministers met in the old town on Monday, and those who had come from far away signed the agreement that "
        "they had negotiated for two years.",
    ),
    (
        1,
        "paragraph",
        "Nobody knows why the customs house burned down. The men who had been there before it happened say that they "
        "saw nothing, and that nobody else did.",
    ),
    (2, "list item", "One item of the list that is so long that it goes on in the next line"),
    (2, "list item", "Another item"),
    (2, "boilerplate", "Contents . . . . . . . . . . 12"),
    (3, "paragraph", "It ended there."),
]


def test_paragraphs(tmp_path):
    opened(tmp_path, "a.pdf", REPORT)
    found = documents.read(tmp_path / "a.pdf", tmp_path, 100_000)
    assert found.title == "The Port Amity Agreement"
    assert [(part.location.line, part.role, part.text) for part in found.segments] == SEGMENTS
    assert found.segments[2].line_at(found.segments[2].text.index("that nobody")) == 2


def test_passages_are_the_same(tmp_path):
    passages = documents.cut(opened(tmp_path, "a.pdf", REPORT), "paragraph")
    assert [(passage.location.line, passage.role, passage.text) for passage in passages] == SEGMENTS


def test_what_is_rendered_is_its_text(tmp_path):
    project = Project(tmp_path)
    project.put("seeds/a.pdf", REPORT)
    project.prepare()
    project.translate(
        "locales/ko/LC_MESSAGES/seeds.a.pdf.po", {"It ended there.": "끝났다.", "Another item": "다른 것"}
    )
    (document,) = project.render()
    assert document.target == tmp_path / "out/seeds/a.pdf.txt"
    assert (
        document.data.decode()
        == "\n\n".join(
            {"It ended there.": "끝났다.", "Another item": "다른 것"}.get(text, text) for _, _, text in SEGMENTS
        )
        + "\n"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([]), "no text in it: a scan or pictures of pages; make its text readable first, e.g. with OCRmyPDF"),
        (pdf([(72, 700, 11, "1")], [(72, 700, 11, "2")]), "no text in it: a scan"),
        (b"%PDF-1.4 and no more", "no PDF that can be read"),
        (b"words", "no PDF that can be read"),
    ],
)
def test_what_has_no_text_is_refused(tmp_path, data, message):
    with pytest.raises(DocumentError, match=message):
        opened(tmp_path, "a.pdf", data)


def test_without_pypdfium2(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError, match=r'a.pdf: .*not installed; run: pip install "glossary\[pdf\]"'):
        opened(tmp_path, "a.pdf", REPORT)
