"""Waivers, W101, and baselines."""

from __future__ import annotations

import json

import pytest

from glossary.checks import baseline, waivers
from glossary.errors import GlossaryError
from glossary.model import Finding, Location
from glossary.rules import RULES
from glossary.units import CatalogFile, Unit

ALL = frozenset(RULES)


def finding(code: str, line: int = 10, concept: str = "", translation: str = "b") -> Finding:
    return Finding(code, "error", "message", Location("a.po", line), "ko", concept, "a", translation)


def given(note: str, line: int = 10) -> list[waivers.Waiver]:
    return list(waivers.in_file(CatalogFile("a.po", "ko", units=(Unit(line, None, "a", "", ("b",), (), (note,)),))))


@pytest.mark.parametrize(
    ("note", "kept", "unused"),
    [
        ("glossary: ignore T301", [], []),
        ("glossary:ignore t301, reviewed by Kim", [], []),
        ("Glossary: ignore T3", [], []),
        ("glossary: ignore T301 P101", [], ["P101"]),
        ("glossary: ignore T302", ["T301"], ["T302"]),
        ("glossary: ignore X9", ["T301"], ["X9"]),
        ("ignore T301", ["T301"], []),
    ],
)
def test_a_comment_waives_for_its_message(note, kept, unused):
    left, told = waivers.apply([finding("T301")], given(note), ALL)
    assert [item.code for item in left] == kept
    assert [(item.code, item.location.line) for item in told] == [("W101", 10)] * len(unused)
    assert all(code in item.message for code, item in zip(unused, told, strict=True))


def test_a_comment_elsewhere_waives_nothing():
    left, told = waivers.apply([finding("T301", 20)], given("glossary: ignore T301"), ALL)
    assert ([item.code for item in left], [item.code for item in told]) == (["T301"], ["W101"])


def test_a_decision_waives_for_its_concept():
    decided = waivers.of_concepts({"kyiv": (("T301",), Location("locales/decisions.toml", 3))})
    left, told = waivers.apply([finding("T301", concept="kyiv"), finding("T301", concept="lviv")], decided, ALL)
    assert ([item.concept_id for item in left], told) == (["lviv"], [])


def test_rules_that_were_not_selected_are_not_judged():
    assert waivers.apply([], given("glossary: ignore T301"), frozenset({"T302", "W101"})) == ([], [])
    assert waivers.apply([], given("glossary: ignore T301"), frozenset({"T301"})) == ([], [])


def test_a_baseline_knows_findings_whatever_their_line_but_not_more_of_them():
    old = [finding("T301"), finding("T301"), finding("T201", translation="c")]
    known = baseline.load(baseline.dump(old), "b.json")
    again = [finding("T301", 99), finding("T301", 5), finding("T301", 7), finding("T201", translation="d")]
    assert baseline.new(old, known) == []
    assert baseline.new(again, known) == again[2:]


def test_a_baseline_is_readable_and_stable():
    data = baseline.dump([finding("T301"), finding("P101", 1)])
    assert data == baseline.dump([finding("P101", 1), finding("T301")])
    table = json.loads(data)
    assert [(row["path"], row["code"], row["count"]) for row in table["findings"]] == [
        ("a.po", "P101", 1), ("a.po", "T301", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"[]", b'{"version": 1}', b'{"version": 2, "findings": []}', b"\xff"])
def test_what_is_no_baseline_is_refused_by_name(data):
    with pytest.raises(GlossaryError, match=r"b\.json"):
        baseline.load(data, "b.json")
