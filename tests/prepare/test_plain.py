"""Plain text: what becomes a message, and what a translation does to the file."""

from __future__ import annotations

import pytest

from glossary.documents.passages.wrapping import columns, wrapped

from .making import rendered, texts

WRAPPED = """\
TALKS IN PORT AMITY

The ministers of the two island states met on Monday to negoti-
ate an end of the dispute of eleven years over who may inspect
fishing vessels in the strait.

  * Patrols take place on at least
    200 days of the year.
  * Either side may ask.
"""


def test_messages(tmp_path):
    assert texts(tmp_path, "a.txt", WRAPPED) == [
        "TALKS IN PORT AMITY",
        "The ministers of the two island states met on Monday to negotiate an end of the dispute of eleven years "
        "over who may inspect fishing vessels in the strait.",
        "Patrols take place on at least 200 days of the year.",
        "Either side may ask.",
    ]


def test_wrapped_lines_stay_as_wide(tmp_path):
    translations = {
        "TALKS IN PORT AMITY": "ПЕРЕГОВОРИ",
        "Patrols take place on at least 200 days of the year.": "Патрулі виходять щонайменше двісті днів на рік.",
        "Either side may ask.": "Кожна сторона може запитати.",
    }
    text = rendered(tmp_path, "a.txt", WRAPPED, translations.get, language="uk").data.decode()
    assert (
        text
        == """\
ПЕРЕГОВОРИ

The ministers of the two island states met on Monday to negoti-
ate an end of the dispute of eleven years over who may inspect
fishing vessels in the strait.

  * Патрулі виходять щонайменше
    двісті днів на рік.
  * Кожна сторона може запитати.
"""
    )


def test_line_ends_and_byte_order_mark_stay(tmp_path):
    data = "\ufeffThe first\r\nparagraph here.\r\n\r\nThe second one.\r\n".encode()
    assert rendered(tmp_path, "a.txt", data, {"The second one.": "둘째."}.get).data == (
        "\ufeffThe first\r\nparagraph here.\r\n\r\n둘째.\r\n".encode()
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_encoding_stays(tmp_path, encoding):
    data = "The minister said “no” on Monday.\n\nNothing else happened in the capital.\n".encode(encoding)
    new = rendered(tmp_path, "a.txt", data, {"Nothing else happened in the capital.": "Rien."}.get).data
    assert new.decode(encoding) == "The minister said “no” on Monday.\n\nRien.\n"


def test_what_an_encoding_cannot_hold_makes_the_file_utf_8(tmp_path):
    data = "The minister said “no” on Monday.\n\nNothing else happened.\n".encode("cp1252")
    new = rendered(tmp_path, "a.txt", data, {"Nothing else happened.": "끝."}.get).data
    assert new.decode() == "The minister said “no” on Monday.\n\n끝.\n"


def test_stray_bytes_stay(tmp_path):
    data = "Seoul – 서울.\n\n".encode() + b"It was \x93over\x94.\n\nThe end came.\n"
    assert texts(tmp_path, "a.txt", data) == ["Seoul – 서울.", "It was “over”.", "The end came."]
    new = rendered(tmp_path, "a.txt", data, {"The end came.": "끝."}.get).data
    assert new == "Seoul – 서울.\n\n".encode() + b"It was \x93over\x94.\n\n" + "끝.\n".encode()


def test_sentences_of_a_language_without_spaces_touch(tmp_path):
    data = "It began. It went on. It ended there.\n"
    translations = {"It began.": "始まった。", "It went on.": "続いた。"}
    new = rendered(tmp_path, "a.txt", data, translations.get, language="ja", segmentation="sentence")
    assert new.data.decode() == "始まった。続いた。 It ended there.\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("averylongwordindeed it", ["averylongwordindeed", "it"]),
        ("金正恩総書記は、語った。", ["金正恩総", "書記は、", "語った。"]),
        ("「特別軍事」作戦", ["「特別軍", "事」作戦"]),
        ("김정은 위원장은", ["김정은", "위원장은"]),
    ],
)
def test_wrapping(text, lines):
    found = list(wrapped(text, 8))
    assert found == lines
    assert all(columns(line) <= 8 for line in found if " " in line)
