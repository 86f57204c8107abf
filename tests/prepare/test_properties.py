"""What holds for every document: its bytes come back, its translations come through, its translators lose nothing."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.errors import DocumentError

from .making import Project, opened, rendered, texts

WORDS = st.sampled_from(
    "Kim the minister agreed on U.S. troops 2,600 (right) “no” talks. It ended! Café R&D a_b * _ ` | [x] # - 1. > \\ é "
    "e\u0301 \u200b\ufeff \xad \xa0 한국 &amp; &lt; &copy; < > </p> <b> </b> **b** *i* [a](b) ![c](d) ``` ~~~ --- === "
    "<!-- --> <br> <p> <div> <li> <pre> </pre> <img alt='x y'> <svg> </svg> <script> </script> title: \t".split(" ")
)
LINES = st.lists(WORDS, max_size=8).map(" ".join)
DOCUMENTS = st.lists(
    st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "  \n", "\\\n", "\n> ", "\n  "]))
)
SOURCES = DOCUMENTS.map(lambda lines: "".join(line + end for line, end in lines))
NAMES = st.sampled_from(["a.txt", "a.md", "a.html"])
EXAMPLES = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@EXAMPLES
@given(SOURCES, NAMES, st.sampled_from(["utf-8", "utf-16", "cp1252"]), st.sampled_from(["paragraph", "sentence"]))
def test_bytes_come_back(source, name, encoding, segmentation):
    data = source.encode(encoding, "ignore")
    with tempfile.TemporaryDirectory() as folder:
        try:
            new = rendered(Path(folder), name, data, lambda text: text, segmentation=segmentation)
        except DocumentError:
            return
    assert new.data == data
    assert new.flaws == ()


MARKS = st.sampled_from(
    "Kim the minister agreed. 2,600 R&D é e\u0301 \u200b \ue000 한국 **b** *i* ``x`` `a <b>`_ :ref:`x` |s| [1]_ .. "
    "note:: :: ---- ==== +---+---+ | :Author: - 1. term : 00:00:01,000 00:01.000 --> 00:00:02,500 WEBVTT NOTE <i> </i> "
    "{\\an8} Subject: Content-Type: text/html; charset=utf-8 Content-Transfer-Encoding: base64 =?utf-8?q?a?= --b > --"
    .split(" ")
)  # fmt: skip
STARTS = {
    "a.rst": [""],
    "a.srt": ["", "1\n00:00:01,000 --> 00:00:02,000\n"],
    "a.vtt": ["WEBVTT\n\n00:01.000 --> 00:02.000\n"],
    "a.eml": ["Subject: A\n\n", "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b\r\n"],
}


@settings(EXAMPLES, max_examples=60)
@given(
    st.sampled_from([(name, start) for name, starts in STARTS.items() for start in starts]),
    st.lists(st.tuples(st.lists(MARKS, max_size=6).map(" ".join), st.sampled_from(["\n", "\n\n", "\r\n", "\n  "]))),
    st.sampled_from(["paragraph", "sentence"]),
)
def test_bytes_come_back_where_others_say_what_is_a_text(begun, lines, segmentation):
    name, start = begun
    data = (start + "".join(line + end for line, end in lines)).encode()
    with tempfile.TemporaryDirectory() as folder:
        try:
            new = rendered(Path(folder), name, data, lambda text: text, segmentation=segmentation)
            rendered(Path(folder), name, data, lambda text: f"Ж {text}", segmentation=segmentation)
        except DocumentError:
            return
    assert new.data == data


@EXAMPLES
@given(SOURCES, NAMES)
def test_translations_replace_just_their_texts(source, name):
    """Every passage is longer by a mark; without the marks the file is what it was but for space and references."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            passages = texts(Path(folder), name, source)
            new = rendered(Path(folder), name, source, lambda text: f"{text} Ж")
        except DocumentError:
            return
    marked = new.data.decode().count("Ж")
    assert marked == len(passages) - len(new.flaws)


@EXAMPLES
@given(SOURCES, NAMES)
def test_passages_do_not_overlap(source, name):
    from glossary import documents

    with tempfile.TemporaryDirectory() as folder:
        try:
            document = opened(Path(folder), name, source)
        except DocumentError:
            return
    for segmentation in ("paragraph", "sentence"):
        passages = documents.cut(document, segmentation)
        spans = [(passage.start, passage.end) for passage in passages]
        assert spans == sorted(spans)
        assert all(start < end for start, end in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
        assert all(passage.text == passage.text.strip(" \n") != "" for passage in passages)


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "The ministers met in the old town on Monday.",
            "The ministers met in the new town on Tuesday.",
            "Patrols take place. They last two hundred days.",
            "Patrols take place. They last 300 days.",
            "Kim spoke.",
            "Nobody knows why the customs house burned down.",
            "Share this article",
        ]
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("language", ["ko"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(PARAGRAPHS, st.booleans(), st.sampled_from([None, "paragraph", "sentence"])), max_size=5))
def test_no_translation_is_ever_lost(language, versions):
    """Whatever becomes of a document, each translation stays in its catalog; only confirmed texts count as done."""
    del language
    name = "locales/ko/LC_MESSAGES/seeds.a.txt.po"
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        made: dict[str, str] = {}
        for number, (paragraphs, translating, segmentation) in enumerate(versions):
            project.put("seeds/a.txt", "".join(f"{paragraph}\n\n" for paragraph in paragraphs))
            project.prepare(segmentation=segmentation, boilerplate=number % 2 == 0)
            assert project.prepare(segmentation=segmentation, boilerplate=number % 2 == 0).changed == ()
            messages = project.messages(name)
            assert set(made.values()) <= {msgstr for _, _, msgstr in messages}
            for state, msgid, msgstr in messages:
                if state == "done":
                    assert made[msgid] == msgstr
            if translating:
                todo = {msgid: f"{msgid} {number}" for state, msgid, _ in messages if state == "open"}
                project.translate(name, todo)
                made |= todo


MANY = 3000
LONG = {
    "a.html": [
        "<b><i>" * MANY + "x" + "</b>" * MANY,
        "<p>" + "<b>" * MANY + "</i>" * MANY + " x y.",
        "<p><b>" + "A b. " * MANY,
        "<p>" + "a <x1/> " * MANY,
        "<pre>" + "a\n" * MANY,
        "<p>a" + "<" * MANY,
        "<p>" + "a<br>" * MANY,
    ],
    "a.md": [
        "[ A b. " * MANY,
        "a  \n" * MANY,
        "a\\\n" * MANY,
        "**a. B " * MANY,
        "| a " * 500 + "|\n" + "|-" * 500 + "|\n",
    ],
    "a.txt": [
        "word " * MANY,
        ("word " * 12 + "\n") * MANY,
        "nego-\n" * MANY,
        "A b. " * MANY,
        "e\u0301 " * MANY,
        "a\r\n" * MANY,
    ],
}


@pytest.mark.parametrize("segmentation", ["paragraph", "sentence"])
@pytest.mark.parametrize(("name", "source"), [(name, source) for name, sources in LONG.items() for source in sources])
def test_long_odd_files(name, source, segmentation, tmp_path):
    """What would take minutes if its cost grew with the square of its length."""
    same = rendered(tmp_path, name, source, lambda text: text, segmentation=segmentation)
    assert same.data.decode() == source
    new = rendered(tmp_path, name, source, lambda text: f"{text} Ж", segmentation=segmentation)
    assert new.data.decode().count("Ж") + len(new.flaws) == len(texts(tmp_path, name, source, segmentation))
