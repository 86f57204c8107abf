"""Subtitles: cues as messages, sentences for the glossary, times untouched."""

from __future__ import annotations

import pytest

from glossary import documents

from .making import Project, opened, rendered, texts

SRT = """\
1
00:00:01,000 --> 00:00:02,500
The ministers met
in the <i>old</i> town.

2
00:00:03,000 --> 00:00:04,000
{\\an8}They did not

3
00:00:04,000 --> 00:00:05,000
stay long. ♪

4
00:00:06,000 --> 00:00:07,000
- Did Kim agree?
- Nobody knows.

5
00:00:08,000 --> 00:00:09,000

6
00:00:10,000 --> 00:00:11,000
1984
7
00:00:12,000 --> 00:00:13,000
The end

of a text with a blank line
"""
VTT = """\
WEBVTT - Port Amity

NOTE No text of a cue

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.000 align:start
<v Kim>The agreement holds.</v>

00:02.000 --> 00:03.000
R&amp;D is <00:02.500>not in it.

Lost words without a time
"""


def test_cues_are_messages(tmp_path):
    assert texts(tmp_path, "a.srt", SRT) == [
        "The ministers met\nin the <i>old</i> town.",
        "{\\an8}They did not",
        "stay long. ♪",
        "- Did Kim agree?\n- Nobody knows.",
        "The end",
        "of a text with a blank line",
    ]
    assert texts(tmp_path, "a.vtt", VTT) == [
        "<v Kim>The agreement holds.</v>",
        "R&amp;D is <00:02.500>not in it.",
    ]


def test_sentences_run_through_cues(tmp_path):
    opened(tmp_path, "a.srt", SRT)
    found = documents.read(tmp_path / "a.srt", tmp_path, 10_000).segments
    assert [(segment.location.line, segment.text) for segment in found] == [
        (3, "The ministers met in the old town."),
        (8, "They did not stay long. ♪"),
        (16, "- Did Kim agree?"),
        (17, "- Nobody knows."),
        (24, "1984 The end of a text with a blank line"),
    ]
    assert found[1].line_at(found[1].text.index("stay")) == 12


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("name", "data"), [("a.srt", SRT), ("a.vtt", VTT)])
def test_only_texts_change(tmp_path, name, data, line_end):
    data = data.replace("\n", line_end)
    assert rendered(tmp_path, name, data, lambda text: text).data == data.encode()
    changed = rendered(tmp_path, name, data, lambda text: text.replace("e", "є")).data.decode()
    lines = [(new, old) for new, old in zip(changed.split(line_end), data.split(line_end), strict=True) if new != old]
    assert all("-->" not in old and new == old.replace("e", "є") for new, old in lines)
    assert len(lines) == {"a.srt": 6, "a.vtt": 1}[name]


def test_a_translation_cannot_end_its_cue(tmp_path):
    new = rendered(tmp_path, "a.srt", SRT, lambda text: "하나\n\n --> 둘\n" if "agree" in text else None)
    assert new.data.decode() == SRT.replace("- Did Kim agree?\n- Nobody knows.", "하나\n→ 둘")


def test_a_cue_is_one_message_by_sentence_too(tmp_path):
    assert texts(tmp_path, "a.srt", SRT, "sentence") == texts(tmp_path, "a.srt", SRT)


def test_from_end_to_end(tmp_path):
    project = Project(tmp_path)
    project.put("seeds/a.vtt", VTT)
    project.prepare()
    project.translate("locales/ko/LC_MESSAGES/seeds.a.vtt.po", {"R&amp;D is <00:02.500>not in it.": "없다"})
    (document,) = project.render()
    assert document.data.decode() == VTT.replace("R&amp;D is <00:02.500>not in it.", "없다")


@pytest.mark.parametrize(("library", "name", "data"), [("srt", "a.srt", SRT), ("webvtt", "a.vtt", VTT)])
def test_libraries_find_the_same(tmp_path, library, name, data):
    module = pytest.importorskip(library)
    data = data.replace("\n\nof a text", "\nof a text").replace("1984\n7", "1984\n\n7")
    if library == "srt":
        found = [cue.content for cue in module.parse(data)]
    else:
        found = ["\n".join(cue.lines) for cue in module.from_string(data)]
    assert texts(tmp_path, name, data) == [text for text in found if any(map(str.isalpha, text))]
