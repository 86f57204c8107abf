"""Files that somebody made to hurt: refused in one line, without network, memory or patience."""

from __future__ import annotations

import io
import socket
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import exchange
from glossary.errors import GlossaryError
from glossary.exchange import Scope, xlsx_reading, xml_reading

from .building import SAMPLE

BODY = (
    '<martif type="TBX"><text><body><termEntry id="a"><langSet xml:lang="en"><tig><term>{}</term></tig></langSet>'
    "</termEntry></body></text></martif>"
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))

REFUSED = {
    "billion laughs": (
        f'<!DOCTYPE martif [<!ENTITY l0 "ha">{LAUGHS}]>' + BODY.format("&l19;"),
        "f.tbx:1: its document type has declarations of its own; export it again without a DTD",
    ),
    "external entity": (
        '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BODY.format("&x;"),
        "f.tbx:1: its document type has declarations of its own; export it again without a DTD",
    ),
    "external parameter entity": (
        '<!DOCTYPE martif [<!ENTITY % x SYSTEM "http://192.0.2.1/x.dtd"> %x;]>' + BODY.format("a"),
        "f.tbx:1: its document type has declarations of its own; export it again without a DTD",
    ),
    "attribute defaults": (
        f'<!DOCTYPE martif [<!ATTLIST term x CDATA "{"a" * 1000}">]>' + BODY.format("a"),
        "f.tbx:1: its document type has declarations of its own; export it again without a DTD",
    ),
    "entity of the external document type": (
        '<!DOCTYPE martif SYSTEM "http://192.0.2.1/x.dtd">\n' + BODY.format("&x;"),
        "f.tbx:2: uses XML entities of its own; export it again without a DTD",
    ),
    "depth": (
        BODY.format("<hi>" * 500 + "</hi>" * 500),
        "f.tbx:1: elements are nested more than 64 deep; export it again",
    ),
    "breadth": (
        BODY.format("<hi/>" * 100_001),
        "f.tbx:1: an entry has more than 100,000 elements; split it",
    ),
    "a Korean encoding": (
        '<?xml version="1.0" encoding="EUC-KR"?>\n' + BODY.format("a"),
        "f.tbx:1: its encoding cannot be read; save it as UTF-8",
    ),
    "an encoding that is none": (
        '<?xml version="1.0" encoding="x-no-such"?>\n' + BODY.format("a"),
        "f.tbx:1: its encoding cannot be read; save it as UTF-8",
    ),
    "length": (
        BODY.format("a" * 10_000_001),
        "f.tbx:1: an entry has more than 10,000,000 characters; split it",
    ),
    "cut off": ('<martif type="TBX">\n<text><body><termEntry>', "f.tbx:2: not XML: no element found; export it again"),
    "bytes of another encoding": (
        '<martif type="TBX">\n<text>\udcff</text></martif>',
        "f.tbx:2: not XML: not well-formed (invalid token); export it again",
    ),
    "another kind of XML": (
        '<?xml version="1.0"?>\n<html/>',
        "f.tbx:1: XML, but no TBX; the root element of TBX is martif or tbx",
    ),
    "nothing but a declaration": (
        '<?xml version="1.0"?>\n',
        "f.tbx:2: not XML: no element found; export it again",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_hostile_xml_is_refused(text: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)  # whoever opens a connection fails
    with pytest.raises(GlossaryError) as caught:
        exchange.read(text.encode("utf-8", "surrogateescape"), "f.tbx")
    assert str(caught.value) == message


def test_a_document_type_that_only_names_its_file_is_read() -> None:
    text = '<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">' + BODY.format("a &amp; b")
    (entry,) = exchange.read(text.encode(), "f.tbx").entries
    assert entry.terms[0].form == "a & b"


def test_a_huge_file_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_reading, "MAX_BYTES", 100)
    with pytest.raises(GlossaryError, match=r"f\.tbx: has more than 100 bytes; split it"):
        exchange.read(BODY.format("a" * 100).encode(), "f.tbx", "tbx")


@pytest.mark.parametrize("name", ["", *exchange.READERS])
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    message = "file:"
    try:
        exchange.read(data, "file", name)
    except GlossaryError as error:
        message = str(error)
    assert message.startswith("file:")


def workbook(sheet: str, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """Our own workbook with another part in place of one of its own."""
    packed = io.BytesIO(exchange.write("xlsx", SAMPLE, Scope(("ko",))))
    result = io.BytesIO()
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts.namelist():
            archive.writestr(part, sheet if part == name else parts.read(part))
    return result.getvalue()


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


def test_a_sheet_that_says_it_is_huge_is_read_as_it_is() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>en</t></is></c><c r="B1" t="inlineStr"><is><t>ko</t></is></c></row>'
    )
    far = (
        '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>UN</t></is></c>'
        '<c r="B1048576" t="inlineStr"><is><t>유엔</t></is></c><c r="XFD1048576"><v>1</v></c></row>'
    )
    sheet = SHEET.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>').format(rows + far)
    (entry,) = exchange.read(workbook(sheet), "f").entries
    assert (str(entry.place), entry.terms[0].form) == ("f:1048576", "UN")


BROKEN = {
    "document type": (
        workbook('<!DOCTYPE x [<!ENTITY a "aaa">]>' + SHEET.format("")),
        "f/xl/worksheets/sheet1.xml:1: its document type has declarations of its own",
    ),
    "no XML": (workbook("<worksheet"), "f/xl/worksheets/sheet1.xml:1: not XML"),
    "no workbook": (b"PK\x03\x04" + b"\0" * 40, "f: no workbook that can be read"),
    "without list of sheets": (workbook("<x/>", "xl/workbook.xml"), "f: is empty"),
    "without relations": (workbook("<x/>", "xl/_rels/workbook.xml.rels"), "f: no workbook that can be read"),
    "a string that is not there": (
        workbook(SHEET.format('<row r="1"><c r="A1" t="s"><v>999999</v></c></row>')),
        "f: no workbook that can be read (ValueError: no shared string 999999)",
    ),
    "rows without numbers": (
        workbook(SHEET.format('<row r="x"><c r="A1"><v>1</v></c></row>')), "f: no workbook that can be read",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_workbooks_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        exchange.read(data, "f")
    assert str(caught.value).startswith(message)


def test_phonetic_guides_are_no_text() -> None:
    cells = (
        '<row><c t="inlineStr"><is><t>en</t></is></c><c t="inlineStr"><is><t>ja</t></is></c></row>'
        '<row><c t="inlineStr"><is><r><t>Cabinet </t></r><r><t>Office</t></r></is></c>'
        '<c t="inlineStr"><is><t>内閣府</t><rPh sb="0" eb="3"><t>ナイカクフ</t></rPh></is></c></row>'
    )
    (entry,) = exchange.read(workbook(SHEET.format(cells)), "f").entries
    assert (entry.terms[0].form, entry.renderings["ja"][0].form) == ("Cabinet Office", "内閣府")


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_reading, "MAX_UNPACKED", 1_000_000)
    with pytest.raises(GlossaryError, match="f: unpacks to more than 1,000,000 bytes; split it"):
        exchange.read(workbook(SHEET.format(" " * 1_000_000)), "f")
