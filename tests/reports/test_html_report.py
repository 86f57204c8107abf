"""The HTML report as a file."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

from glossary.model import Glossary
from glossary.reports.content import Content
from glossary.reports.html_report import report
from glossary.reports.overview import overview

from .building import HOSTILE, concept, document, hostile, small, use


def page_of(content: Content) -> str:
    return report(content).decode()


def data_of(page: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    found: dict[str, Any] = json.loads(match[1])
    return found


def test_the_same_content_gives_the_same_bytes() -> None:
    assert report(small()) == report(small())


def test_the_file_asks_for_nothing() -> None:
    page = page_of(small())
    assert re.findall(r"""(?:src|href)=["'](?!#|data:)[^"']*""", page) == []
    assert re.findall(r"url\(|@import|\bimport\b[ (]|fetch\(|XMLHttpRequest", page) == []


def test_only_our_own_script_and_style_may_run() -> None:
    page = page_of(hostile())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    allowed = policy[1].replace("&#39;", "'")
    parts = dict(part.strip().split(" ", 1) for part in allowed.split(";"))
    assert parts["default-src"] == "'none'"
    for directive, pattern in (
        ("script-src", r'<script type="module">(.*?)</script>'),
        ("style-src", r"<style>(.*?)</style>"),
    ):
        (text,) = re.findall(pattern, page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert parts[directive] == f"'sha256-{digest}'"


def test_hostile_texts_never_become_markup() -> None:
    page = page_of(hostile())
    outside = re.sub(r"<script.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert "<img" not in outside
    assert "onload=window" not in re.sub(r"&lt;.*?&gt;", "", outside)
    assert re.findall(r"<script\b[^>]*>", page) == [
        '<script type="application/json" id="data">',
        '<script type="module">',
    ]
    names = [item["forms"][0][0] for item in data_of(page)["concepts"]]
    assert names == [*HOSTILE, "war"]


def test_offsets_count_as_javascript_does() -> None:
    entry = concept("war", count=9)
    content = Content("p", Glossary((entry,), sources=("seeds/a.txt",)), {}, documents=(document("😀 war 😀 war"),))
    (text,) = data_of(page_of(content))["documents"]
    units = "😀 war 😀 war".encode("utf-16-le")
    marks = text["segments"][0][3]
    assert [units[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in marks] == ["war", "war"]


def test_status_of_renderings() -> None:
    content = small()
    kim, leader, drill = content.glossary
    assert content.rendering("ko", kim) == ("김정은", "approved", "locales/ko/LC_MESSAGES/glossary.po:20")
    assert content.rendering("ko", leader).status == "fuzzy"
    assert content.rendering("ko", drill) == ("실사격 훈련", "suggested", "termbase 12")
    assert content.rendering("uk", drill) == ("", "open", "")
    assert content.rendering("uk", replace(drill, translate=False)).form == "live-fire drill"


def test_figures() -> None:
    found = overview(small())
    assert (found.concepts, found.documents, found.uses) == (3, 2, 4)
    assert [tuple(row) for row in found.kinds] == [("person", 1), ("title", 1), ("term", 1)]
    korean = found.coverage[0]
    assert korean.counts == (("approved", 1), ("suggested", 1), ("fuzzy", 1), ("open", 0))
    assert korean.percent == 33
    assert found.severities == (("error", 1), ("warning", 1), ("info", 0))
    assert [tuple(row) for row in found.rules] == [
        ("T301", "approved rendering missing", "error", 1),
        ("D101", "", "warning", 1),
    ]
    assert [(entry.id, languages) for entry, languages in found.next] == [
        ("supreme-leader", ("ko", "uk")),
        ("live-fire-drill", ("ko", "uk")),
    ]


def test_an_empty_glossary_has_a_report() -> None:
    page = page_of(Content("p", Glossary(()), {"ko": "Korean"}))
    assert "No concepts yet" in page


def test_a_document_that_is_gone_is_listed_and_places_beyond_the_limit_are_counted() -> None:
    entry = concept("war", count=90, documents=1, occurrences=tuple(use("war", line=n) for n in range(1, 51)))
    content = Content("p", Glossary((entry,), sources=("seeds/a.txt",)), {})
    data = data_of(page_of(content))
    assert data["documents"] == [{"path": "seeds/a.txt"}]
    assert data["concepts"][0]["places"] == [[0, *range(1, 31)]]
    assert data["concepts"][0]["uses"] == 90
