"""Files that somebody made to hurt: refused in one line, without network, memory or patience."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import exchange
from glossary.errors import GlossaryError
from glossary.exchange import xml_reading

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
