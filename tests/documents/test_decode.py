"""Bytes to text: every encoding and every refusal as a row of a table."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.decode import clean, decode, load
from glossary.errors import DocumentError

TEXT = "“Café” – 5 €\nThe Ministry’s envoy\n" + "The talks went on in the old customs house of Port Amity.\n" * 3

GOOD = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 little endian with mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big endian with mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 little endian": TEXT.encode("utf-16-le"),
    "utf-16 big endian": TEXT.encode("utf-16-be"),
    "utf-32 with mark": TEXT.encode("utf-32"),
    "windows-1252": TEXT.encode("cp1252"),
    "carriage return and line feed": TEXT.replace("\n", "\r\n").encode(),
    "carriage return": TEXT.replace("\n", "\r").encode(),
    "decomposed": TEXT.replace("é", "e\N{COMBINING ACUTE ACCENT}").encode(),
}


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_every_encoding_gives_the_same_text(data):
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Kiel – na\u00efve".encode() + b" caf\xe9", "Kiel – naïve café"),  # one stray byte
        ("Ми й вони: ".encode() + b"\x93a\x94", "Ми й вони: “a”"),
        (b"don\xd5t say \xd2no\xd3", "don’t say “no”"),  # Mac Roman
        ("Sch\u0094n".encode(), "Sch”n"),  # a C1 control that was Windows-1252
        (b"a\x81b caf\xe9 and so on and on and on", "a\N{REPLACEMENT CHARACTER}b café and so on and on and on"),
    ],
)
def test_mixed_encodings(data, text):
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("head", "encoding", "word"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "cp1252", "“café”"),
        ('<meta charset="windows-1251">', "cp1251", "Київ"),
        ('<META http-equiv=Content-Type content="text/html; charset=koi8-r">', "koi8-r", "Москва"),
        ('<meta charset="shift_jis">', "cp932", "東京①"),
        ('<meta charset="euc-kr">', "cp949", "서울"),
        ('<meta charset="iso-2022-jp">', "iso2022_jp", "東京"),
        ('<meta charset="iso-8859-1">', "utf-8", "“Київ”"),  # wrong, as so often: valid UTF-8 is UTF-8
        ('<meta charset="utf-16">', "utf-8", "Київ"),  # cannot be, since it was read
        ('<meta charset="rot13">', "utf-8", "Київ"),
        ('<meta charset="no-such">', "cp1252", "café"),
    ],
)
def test_declared_encoding_of_markup(head, encoding, word):
    page = f"{head}<p>{word}</p>"
    assert decode(page.encode(encoding), "a.html", markup=True) == page


def test_a_foreign_encoding_without_declaration_is_guessed():
    text = "Министр иностранных дел заявил, что переговоры о границе возобновятся в следующем месяце. " * 5
    assert decode(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "a.txt: not text but a PDF file; save its text as .txt, .md or .html"),
        (
            b"PK\x03\x04rest",
            "a.txt: not text but a zip archive (docx, odt, epub …); save its text as .txt, .md or .html",
        ),
        (b"\x89PNG\r\n\x1a\n", "a.txt: not text but a PNG image; save its text as .txt, .md or .html"),
        (b"one\ntwo\0three", "a.txt:2: binary data (a NUL byte); save its text as .txt, .md or .html"),
        (bytes(range(1, 9)) * 9, "a.txt: binary data (control characters); save its text as .txt, .md or .html"),
    ],
)
def test_binary_data_is_refused(data, message):
    with pytest.raises(DocumentError) as caught:
        decode(data, "a.txt")
    assert str(caught.value) == message


def test_load_refuses_by_size_before_reading(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert load(path, "a.txt", 5) == b"12345"
    with pytest.raises(DocumentError, match=r"^a.txt: too large: 5 bytes, at most 4 are read; split it, or raise"):
        load(path, "a.txt", 4)


def test_a_sparse_gigabyte_is_refused_at_once(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(DocumentError, match="too large: 1,000,000,000 bytes"):
        load(path, "a.txt", 20_000_000)


@pytest.mark.parametrize(("content", "message"), [(b"", "a.txt: empty file"), (None, "a.txt: cannot be read: No such")])
def test_load_refuses_what_is_not_there(tmp_path, content, message):
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DocumentError, match=message):
        load(path, "a.txt", 100)


def test_load_refuses_folders(tmp_path):
    with pytest.raises(DocumentError, match="not a regular file"):
        load(tmp_path, "a.txt", 10**6)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("co\u00adoperation", "cooperation"),
        ("co\u00ad\noperation", "co\u00ad\noperation"),  # the reader joins it
        ("a\x0bb\x0cc\u2028d", "a b c d"),
        ("\u200ezero\u200bwidth\ufeff", "zerowidth"),
        ("a\x85b", "a…b"),
        ("one\r\n\rtwo\n", "one\n\ntwo\n"),
    ],
)
def test_clean(text, cleaned):
    assert clean(text) == cleaned


@given(st.text())
def test_clean_keeps_the_number_of_lines_and_is_done_at_once(text):
    cleaned = clean(text)
    assert cleaned.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert clean(cleaned) == cleaned


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode(data, "a.html", markup=True)
    except DocumentError:
        return
    assert "\0" not in text
    assert "\r" not in text
