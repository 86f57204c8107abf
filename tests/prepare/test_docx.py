"""Word documents: messages with simple tags, and translations with the original's styles, links and pictures."""

from __future__ import annotations

import io
import zipfile

import pytest

from glossary import documents
from glossary.errors import DocumentError

from .making import opened, rendered, texts

docx = pytest.importorskip("docx")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@pytest.fixture(scope="module")
def data() -> bytes:
    """A document with everything that must come through."""
    document = docx.Document()
    document.add_heading("The Port Amity Agreement", 1)
    paragraph = document.add_paragraph("The ")
    paragraph.add_run("ministers").bold = True
    paragraph.add_run(" of R&D <met>")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" there.")
    paragraph = document.add_paragraph("See")
    paragraph.add_run("\tthe ")
    relation = document.part.relate_to("https://example.org/", LINK, is_external=True)
    paragraph._p.append(docx.oxml.parse_xml(
        f'<w:hyperlink xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:id="{relation}"><w:r><w:t>old </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>page</w:t></w:r></w:hyperlink>'
    ))  # fmt: skip
    paragraph.add_run(" here.")
    document.add_paragraph("One item of many", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "African states", "13"
    paragraph = document.add_paragraph("Before it ")
    paragraph.add_run().add_picture(io.BytesIO(PNG))
    paragraph.add_run(" after it. And more.")
    document.add_paragraph("The old customs house", style="Caption")
    document.sections[0].footer.paragraphs[0].text = "Page footer here"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


MESSAGES = [
    "The Port Amity Agreement",
    "The <b>ministers</b> of R&D &lt;met><sup>2</sup> there.",
    "See<tab/>the <a>old <i>page</i></a> here.",
    "One item of many",
    "African states",
    "Before it <x1/> after it. And more.",
    "The old customs house",
    "Page footer here",
]


def test_messages(data, tmp_path):
    assert texts(tmp_path, "a.docx", data) == MESSAGES
    passages = documents.cut(opened(tmp_path, "a.docx", data), "sentence")
    assert [(p.role, p.location.line, p.part) for p in passages][5:8] == [
        ("paragraph", 7, 0),
        ("paragraph", 7, 1),
        ("caption", 8, 0),
    ]


def test_the_build_reads_the_same(data, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    document = documents.read(path, tmp_path, 10_000_000)
    assert document.title == "The Port Amity Agreement"
    assert [(segment.role, segment.text) for segment in document.segments] == [
        ("heading", "The Port Amity Agreement"),
        ("paragraph", "The ministers of R&D <met>2 there."),
        ("paragraph", "See the old page here."),
        ("list item", "One item of many"),
        ("table cell", "African states"),
        ("table cell", "13"),
        ("paragraph", "Before it after it. And more."),
        ("caption", "The old customs house"),
        ("paragraph", "Page footer here"),
    ]


def test_the_same_texts_give_the_same_bytes(data, tmp_path):
    assert rendered(tmp_path, "a.docx", data, lambda text: text).data == data


def test_a_translation_keeps_formats_links_and_pictures(data, tmp_path):
    translations = {
        MESSAGES[1]: "Там були <sup>2</sup> <b>міністри</b> R&D &lt;так>.",
        MESSAGES[2]: "<a><i>Стара</i> сторінка</a><tab/>тут.",
        MESSAGES[5]: "Після <x1/> до.",
        MESSAGES[7]: "Низ",
    }
    new = rendered(tmp_path, "a.docx", data, translations.get, language="uk")
    assert new.flaws == ()
    document = docx.Document(io.BytesIO(new.data))
    _, second, third, item, picture, caption = document.paragraphs
    assert [(run.text, run.bold, run.font.superscript) for run in second.runs] == [
        ("Там були ", None, None), ("2", None, True), (" ", None, None), ("міністри", True, None),
        (" R&D <так>.", None, None),
    ]  # fmt: skip
    (link,) = third.hyperlinks
    assert [(run.text, run.italic) for run in link.runs] == [("Стара", True), (" сторінка", None)]
    assert (link.address, third.text) == ("https://example.org/", "Стара сторінка\tтут.")
    assert [item.style.name, item.text, caption.style.name] == ["List Bullet", "One item of many", "Caption"]
    assert picture.text == "Після  до."
    assert len(picture._p.xpath(".//w:drawing")) == 1
    assert document.sections[0].footer.paragraphs[0].text == "Низ"


def test_other_files_of_the_package_keep_every_byte(data, tmp_path):
    new = rendered(tmp_path, "a.docx", data, {"African states": "국가"}.get)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(new.data)) as after:
        assert before.namelist() == after.namelist()
        differing = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert differing == ["word/document.xml"]
    assert rendered(tmp_path, "a.docx", data, {"African states": "국가"}.get).data == new.data


def test_tracked_changes_notes_and_text_boxes(tmp_path):
    body = (
        "<w:p><w:bookmarkStart w:id='1' w:name='x'/><w:r><w:t>He </w:t></w:r>"
        "<w:del><w:r><w:delText>has </w:delText></w:r></w:del><w:ins><w:r><w:t>never</w:t></w:r></w:ins>"
        "<w:r><w:t> came</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>.</w:t></w:r>"
        "<w:bookmarkEnd w:id='1'/></w:p>"
        "<w:p><w:r><w:t>Outside of it</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>Inside of it</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    document = docx.Document()
    section = document.element.body[-1]
    for element in docx.oxml.parse_xml(f'<w:body xmlns:w="{W}">{body}</w:body>'):
        section.addprevious(element)
    stream = io.BytesIO()
    document.save(stream)
    data = stream.getvalue()
    assert texts(tmp_path, "a.docx", data) == ["He <c>never</c> came<x1/>.", "Outside of it", "Inside of it"]
    new = rendered(tmp_path, "a.docx", data, lambda text: text.replace("came", "прийшов").replace("side", "бік"))
    assert texts(tmp_path, "b.docx", new.data) == ["He <c>never</c> прийшов<x1/>.", "Outбік of it", "Inбік of it"]
    again = docx.Document(io.BytesIO(new.data)).element.body
    for name in ("ins", "del", "footnoteReference", "bookmarkStart", "bookmarkEnd", "txbxContent"):
        assert len(list(again.iter(f"{{{W}}}{name}"))) == 1, name


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04 no zip", "a.docx: no Word document"),
        (b"plain text", "a.docx: no Word document"),
        (None, "a.docx: no Word document"),
    ],
)
def test_no_word_document(content, message, tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    with pytest.raises(DocumentError) as error:
        opened(tmp_path, "a.docx", content if content is not None else stream.getvalue())
    assert str(error.value).startswith(message)


def test_a_word_document_with_damaged_bytes(tmp_path):
    """What the compressed stream itself raises is told like the rest."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    data = bytearray(stream.getvalue())
    with zipfile.ZipFile(stream) as archive:
        info = archive.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename)
    data[start : start + 8] = b"\xff" * 8
    with pytest.raises(DocumentError, match=r"a\.docx: no Word document"):
        opened(tmp_path, "a.docx", bytes(data))


def test_without_python_docx_the_message_names_the_command(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "docx.opc.package", None)
    with pytest.raises(DocumentError) as error:
        opened(tmp_path, "a.docx", b"PK\x03\x04")
    assert str(error.value) == (
        'a.docx: Word documents need python-docx, which is not installed; run: pip install "glossary[docx]"'
    )
