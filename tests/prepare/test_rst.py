"""reStructuredText: what docutils calls a text is a message, and what is written back it reads again."""

from __future__ import annotations

import sys

import pytest

from glossary import documents
from glossary.errors import DocumentError

from .making import opened, rendered, roles, texts

docutils = pytest.importorskip("docutils")

SOURCE = """\
==========================
The *Port Amity* Agreement
==========================

Background
----------

.. note:: The ministers met
   in the old town.

The |kim| side has ``code`` and `a link`_ that
goes on::

    left alone

- One item
  of many
- Another

term : classifier
    What it means.

.. figure:: map.png

   A map of the town.

.. versionadded:: 3.2
   The second treaty.

.. toctree::
   other

+--------+-----------+
| Where  | What they |
|        | did       |
+--------+-----------+

:ref:`Annex <annex>` says no more. [1]_

.. [1] A footnote
   of two lines.

.. |kim| replace:: Kim
.. _a link: https://example.org/
"""
MESSAGES = [
    ("heading", "The *Port Amity* Agreement"),
    ("heading", "Background"),
    ("paragraph", "The ministers met in the old town."),
    ("paragraph", "The |kim| side has ``code`` and `a link`_ that goes on"),
    ("list item", "One item of many"),
    ("list item", "Another"),
    ("paragraph", "term : classifier"),
    ("paragraph", "What it means."),
    ("caption", "A map of the town."),
    ("paragraph", "The second treaty."),
    ("table cell", "Where"),
    ("table cell", "What they did"),
    ("paragraph", ":ref:`Annex <annex>` says no more. [1]_"),
    ("paragraph", "A footnote of two lines."),
]


def test_messages(tmp_path):
    assert roles(documents.cut(opened(tmp_path, "a.rst", SOURCE), "paragraph")) == MESSAGES


def test_readers_see_no_markup(tmp_path):
    opened(tmp_path, "a.rst", SOURCE)
    found = documents.read(tmp_path / "a.rst", tmp_path, 10_000)
    assert found.title == "The Port Amity Agreement"
    assert [(segment.location.line, segment.text) for segment in found.segments][:4] == [
        (2, "The Port Amity Agreement"),
        (5, "Background"),
        (8, "The ministers met in the old town."),
        (11, "The kim side has code and a link that goes on::"),
    ]
    assert found.segments[-2].text == "Annex says no more."
    assert found.segments[3].line_at(found.segments[3].text.index("goes")) == 12


@pytest.mark.parametrize("segmentation", ["paragraph", "sentence"])
def test_bytes_come_back(tmp_path, segmentation):
    for data in (SOURCE, SOURCE.replace("\n", "\r\n"), SOURCE.replace("    ", "\t")):
        assert rendered(tmp_path, "a.rst", data, lambda text: text, segmentation=segmentation).data == data.encode()


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("Title\n=====\n", "한국의 협정", "한국의 협정\n===========\n"),
        (
            "=======\n Title\n=======\n\nText.\n",
            "긴 한국어 제목",
            "================\n 긴 한국어 제목\n================\n\nText.\n",
        ),
        ("Title\n==========\n", "제목", "제목\n==========\n"),
        ("It is *old*.\n", "*오래된*것이다.", "*오래된*\\ 것이다.\n"),
        ("It is ``x``.\n", "값은``x``이다.", "값은\\ ``x``\\ 이다.\n"),
        ("It is 2*3*4.\n", "2*3*4이다.", "2*3*4이다.\n"),
        ("See this::\n\n  code\n", "보라", "보라::\n\n  code\n"),
        ("It was said.\n", "- 말했다.", "\\- 말했다.\n"),
        ("It was said.\n", "1. 말했다.", "\\1. 말했다.\n"),
        (
            "- The ministers met in the old\n  town.\n",
            "The men met in the old town of Port Amity.",
            "- The men met in the old town\n  of Port Amity.\n",
        ),
    ],
)
def test_translations(tmp_path, source, translation, expected):
    first = texts(tmp_path, "a.rst", source)[0]
    new = rendered(tmp_path, "a.rst", source, {first: translation}.get)
    assert new.data.decode() == expected
    assert len(texts(tmp_path, "a.rst", new.data)) == len(texts(tmp_path, "a.rst", source))


def test_no_file_is_read_for_a_document(tmp_path):
    (tmp_path / "other.rst").write_text("Text of another file.\n")
    source = "One text.\n\n.. include:: other.rst\n\n.. raw:: html\n   :file: other.rst\n"
    assert texts(tmp_path, "a.rst", source) == ["One text."]


def test_without_docutils(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docutils", None)
    with pytest.raises(DocumentError, match=r'a.rst: .*not installed; run: pip install "glossary\[rst\]"'):
        opened(tmp_path, "a.rst", SOURCE)
