"""T101–T104: translations as wholes, and all catalogs of a language together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.checks import check_language
from glossary.units import Unit

from .building import catalog, told

ALL = frozenset({"T102", "T103"})


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("The talks are over.", ["T101"]),
        ("ISO-8859-1 KOI8-U", []),
        ("GnuCash", []),
        ("mapimg define <mapdef>", []),
        ("Unicode (UTF-16BE)", []),
        ("MSCHAPv2 (no EAP)", []),
        ("%d × %d", []),
        ("Gramplet showing a welcome message", ["T101"]),
        ("_se/she, ze/je", []),
        ("Copyright © 1995-%s by the authors", []),
        ("Copyright of the work is ours", ["T101"]),
        ("GNU Lesser General Public License, version 2.1 or later", []),
        ("Released under the GNU General Public License", ["T101"]),
        ("Open Data Commons Attribution License for the Public (ODC-BY)", []),
        ("Move the file to another folder (RAM)", ["T101"]),
        ("?and-list-single:%s", []),
        (">>> if x is not None: return", []),
    ],
)
def test_english_as_its_own_translation(source, codes):
    assert told("uk", source, source) == codes


def messages(*rows, language="ko"):
    """A catalog whose rows are context, source and translation."""
    return catalog(language, *(Unit(0, context, source, "", (text,)) for context, source, text in rows))


def test_one_text_translated_two_ways_in_two_catalogs():
    first = messages((None, "The ceasefire talks", "휴전 회담"), (None, "Other talks here", "다른 회담"))
    second = replace(messages((None, "The ceasefire talks", "정전 협상")), path="b.po")
    third = replace(messages((None, "The ceasefire talks", "휴전 회담.")), path="c.po")
    (finding,) = check_language([first, second, third], ALL)
    assert (str(finding.location), finding.severity, finding.expected) == ("b.po:10", "warning", "휴전 회담")
    assert finding.message == "translated otherwise in a.po:10, 2 times"


@pytest.mark.parametrize(
    ("one", "other", "context", "severities"),
    [
        ("휴전 회담 시작", "정전 협상 시작", "b", ["info"]),
        ("휴전 회담 시작", "휴전 회담 시작。", None, []),
        ("휴전 회담 시작", "휴전 회담 시작", "b", []),
        ("회담 중단", "협상 중단", None, ["warning"]),
    ],
)
def test_contexts_and_marks_make_no_second_way(one, other, context, severities):
    files = [messages((None, "The ceasefire talks", one)), messages((context, "The ceasefire talks", other))]
    assert [finding.severity for finding in check_language(files, ALL)] == severities


def test_placeholders_are_no_words_of_a_text_translated_two_ways():
    files = [messages((None, "%s / %s of it", "%s / %s"), (None, "%s / %s of it", "%s 중 %s"))]
    assert [finding.severity for finding in check_language(files, ALL)] == ["info"]


def test_letters_under_two_contexts_are_two_texts():
    files = [messages(("one letter Tuesday", "T", "화"), ("one letter Thursday", "T", "목"))]
    assert check_language(files, ALL) == []


def test_an_inflected_form_is_no_second_way():
    rows = [("a", "the city council", "міська рада"), ("b", "the city council", "міської ради")]
    assert check_language([messages(*rows, language="uk")], ALL) == []


def test_a_name_left_in_latin_letters_where_others_are_not():
    rows = [(None, f"Then Halkett said {word}", f"Потім Галкетт сказав {word}") for word in "abcdef"]
    slip = (None, "Then Halkett left", "Потім Halkett пішов")
    brand = [(None, f"He used Inrupt {word}", f"Він користувався Inrupt {word}") for word in "abcdef"]
    other_case = [(None, f"He knew Typescript {word}", f"Він знав TypeScript {word}") for word in "abc"]
    key = [(None, f"Press Enter {word}", f"Натисніть клавішу вводу {word}") for word in "abc"]
    kept = [(None, "Hold Shift+Enter now", "Тримайте Shift+Enter"), (None, "Use Typescript", "Пишіть на Typescript")]
    bracket = (None, "Here Halkett is", "Ось Галкетт (Halkett)")
    every = (*rows, slip, *brand, *other_case, *key, *kept, bracket)
    (finding,) = check_language([messages(*every, language="uk")], ALL)
    assert (finding.code, finding.source) == ("T103", "Then Halkett left")
    assert finding.translation[slice(*finding.translation_mark)] == "Halkett"
