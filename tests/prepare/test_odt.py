"""OpenDocument text: messages with simple tags, and translations with the original's formats, notes and pictures."""

from __future__ import annotations

import io
import zipfile

import pytest

from glossary import documents
from glossary.errors import DocumentError

from .making import opened, rendered, roles

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style", "table")
)
CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Illustration"/>
</office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted words</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">The Port Amity Agreement</text:p>
<text:p>The <text:span text:style-name="T1">ministers</text:span> of R&amp;D &lt;met<text:note text:id="n1"
text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note on it.</text:p>
</text:note-body></text:note>.<text:line-break/>See<text:tab/>the <text:a xlink:href="https://example.org/">old
<text:span text:style-name="T2">page</text:span></text:a>.</text:p>
<text:list><text:list-item><text:p>One<text:s text:c="2"/>item of many</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>African states</text:p></table:table-cell>
<table:table-cell><text:p>13</text:p></table:table-cell></table:table-row></table:table>
<text:p text:style-name="P2">The old customs house</text:p>
</office:text></office:body></office:document-content>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {NAMES}><office:master-styles><style:master-page style:name="Standard"><style:footer>
<text:p>Page footer here</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"""


def package(
    content: str = CONTENT, styles: str = STYLES, mimetype: str = "application/vnd.oasis.opendocument.text"
) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
        archive.writestr("Pictures/a.png", b"\x89PNG")
    return stream.getvalue()


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


MESSAGES = [
    ("heading", "The Port Amity Agreement"),
    ("paragraph", "The <f1>ministers</f1> of R&D &lt;met<x1/>.<br/>See<tab/>the <a2>old <f3>page</f3></a2>."),
    ("paragraph", "A note on it."),
    ("list item", "One item of many"),
    ("table cell", "African states"),
    ("caption", "The old customs house"),
    ("paragraph", "Page footer here"),
]


def test_messages(tmp_path):
    assert roles(documents.cut(opened(tmp_path, "a.odt", package()), "paragraph")) == MESSAGES
    found = documents.read(tmp_path / "a.odt", tmp_path, 10_000)
    assert found.title == "The Port Amity Agreement"
    assert [segment.text for segment in found.segments][1:3] == [
        "The ministers of R&D <met. See the old page.", "A note on it.",
    ]  # fmt: skip


def test_without_a_translation_it_is_the_file(tmp_path):
    assert rendered(tmp_path, "a.odt", package(), lambda text: text).data == package()


def test_translations_have_formats_links_and_notes(tmp_path):
    translations = {
        MESSAGES[1][1]: "<a2>옛 <f3>쪽</f3></a2>을 보라.<br/>R&D &lt;의 <f1>장관</f1>들<x1/>",
        "A note on it.": "그에 대한 주",
        "Page footer here": "바닥글",
    }
    new = files(rendered(tmp_path, "a.odt", package(), translations.get).data)
    content = new["content.xml"].decode()
    start = content.index("<text:p>", content.index("</text:p>\n<text:p>"))
    assert content[start : content.index("<text:list>")].strip() == (
        '<text:p><text:a xlink:href="https://example.org/">옛 <text:span text:style-name="T2">쪽</text:span></text:a>'
        '을 보라.<text:line-break/>R&amp;D &lt;의 <text:span text:style-name="T1">장관</text:span>들<text:note '
        'text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>그에 대한 주</text:p>\n</text:note-body></text:note></text:p>"
    )
    assert "바닥글" in new["styles.xml"].decode()
    assert new["Pictures/a.png"] == b"\x89PNG"
    assert list(new) == list(files(package()))


def test_what_would_break_it_is_left_in_english(tmp_path):
    new = rendered(tmp_path, "a.odt", package(), lambda text: "장관들" if "<x1/>" in text else None)
    assert [flaw.reason for flaw in new.flaws] == ["<x1/> must stand in it 1 times"]
    assert new.data == package()


BOMB = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no zip", "no OpenDocument text"),
        (package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "no OpenDocument text"),
        (package("<a"), "no OpenDocument text"),
        (package("<a/>", styles=f"{BOMB}<a>&c;</a>"), "no text in it"),
        (package("<a/>")[:-30], "no OpenDocument text"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path, data, message):
    with pytest.raises(DocumentError, match=message):
        opened(tmp_path, "a.odt", data)


def test_entities_of_files_stay_closed(tmp_path):
    (tmp_path / "secret").write_text("secret words")
    outside = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    content = CONTENT.replace("?>\n", f"?>\n{outside}", 1).replace("A note on it.", "A note &x; on it.")
    found = documents.cut(opened(tmp_path, "a.odt", package(content)), "paragraph")
    assert not any("secret" in passage.text for passage in found)
