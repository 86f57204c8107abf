"""How findings are reported: text for people, and the four formats for programs, to the letter."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from glossary.model import Finding, Location
from glossary.reports import findings as reports
from glossary.rules import RULES

SOURCE = "Enter a\n100 % new password"
FINDINGS = [
    Finding(
        "T301", "error", "“password” is not rendered as 비밀번호", Location("po/ko.po", 12), "ko", "password",
        SOURCE, "새로운 암호를 입력", "비밀번호", (18, 26), (4, 6),
    ),
    Finding("P105", "error", "starts with a byte order mark", Location("po/ko.po", 1)),
    Finding("T303", "info", "admitted", Location("/x y/uk.po", 7), "uk", "us", "US", "Штати", "США"),
    Finding("S201", "warning", "never expanded", None, "en"),
]  # fmt: skip


def test_text():
    assert (
        reports.report(FINDINGS, "text")
        == """\
po/ko.po
po/ko.po:12: error T301 “password” is not rendered as 비밀번호
      en  Enter a⏎100 % new password
                            ^^^^^^^^
      ko  새로운 암호를 입력
                 ^^^^
      expected: 비밀번호
po/ko.po:1: error P105 starts with a byte order mark

/x y/uk.po
/x y/uk.po:7: info T303 admitted
      en  US
      uk  Штати
      expected: США

warning S201 never expanded
"""
    )


def test_a_long_text_is_cut_around_the_mark():
    finding = Finding(
        "T502", "warning", "m", Location("a.po", 1), "uk", "", "x", "а" * 300 + "  " + "б" * 300, "", None, (300, 302)
    )
    line, carets = reports.report([finding], "text").splitlines()[3:5]
    assert line.startswith("      uk  …ааа")
    assert line.endswith("ббб…")
    assert len(line) <= 100
    assert line[carets.index("^") : carets.rindex("^") + 1] == "  "


def test_json():
    assert json.loads(reports.report(FINDINGS, "json")) == {
        "findings": [
            {
                "code": "T301", "severity": "error", "message": "“password” is not rendered as 비밀번호",
                "location": {"path": "po/ko.po", "line": 12}, "language": "ko", "concept": "password",
                "source": SOURCE, "translation": "새로운 암호를 입력", "expected": "비밀번호",
            },
            {
                "code": "P105", "severity": "error", "message": "starts with a byte order mark",
                "location": {"path": "po/ko.po", "line": 1}, "language": "", "concept": "",
                "source": "", "translation": "", "expected": "",
            },
            {
                "code": "T303", "severity": "info", "message": "admitted",
                "location": {"path": "/x y/uk.po", "line": 7},
                "language": "uk", "concept": "us", "source": "US", "translation": "Штати", "expected": "США",
            },
            {
                "code": "S201", "severity": "warning", "message": "never expanded", "location": None, "language": "en",
                "concept": "", "source": "", "translation": "", "expected": "",
            },
        ]
    }  # fmt: skip


def test_sarif():
    log = json.loads(reports.report(FINDINGS, "sarif"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["P105", "S201", "T301", "T303"]
    assert [(item["ruleId"], item["level"], item["ruleIndex"]) for item in run["results"]] == [
        ("T301", "error", 2), ("P105", "error", 0), ("T303", "note", 3), ("S201", "warning", 1),
    ]  # fmt: skip
    assert run["results"][0]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "po/ko.po", "uriBaseId": "%SRCROOT%"},
                              "region": {"startLine": 12}}}
    ]  # fmt: skip
    assert run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///x%20y/uk.po"}
    assert "locations" not in run["results"][3]


@pytest.mark.skipif("GLOSSARY_SARIF_SCHEMA" not in os.environ, reason="GLOSSARY_SARIF_SCHEMA names no schema file")
def test_sarif_is_valid_by_its_schema():
    """The schema is OASIS's and not ours to ship: sarif-schema-2.1.0.json from the standard's page."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(Path(os.environ["GLOSSARY_SARIF_SCHEMA"]).read_text(encoding="utf-8-sig"))
    every = [Finding(code, rule.severity, rule.title, Location("a.po", 1)) for code, rule in RULES.items()]
    for findings in ([], FINDINGS, every):
        jsonschema.validate(json.loads(reports.report(findings, "sarif")), schema)


def test_github_annotations_escape_what_the_runner_would_read():
    lines = reports.report(FINDINGS, "github").splitlines()
    assert lines[0] == (
        "::error file=po/ko.po,line=12,title=T301::“password” is not rendered as 비밀번호"
        "%0AEnter a%0A100 %25 new password%0A새로운 암호를 입력%0Aexpected: 비밀번호"
    )
    assert lines[1] == "::error file=po/ko.po,line=1,title=P105::starts with a byte order mark"
    assert lines[3] == "::warning title=S201::never expanded"
    odd = Finding("T301", "info", "a\r\nb", Location("a,b:c%.po", 1))
    assert reports.report([odd], "github") == "::notice file=a%2Cb%3Ac%25.po,line=1,title=T301::a%0D%0Ab\n"


def test_junit_loads_and_counts():
    root = ET.fromstring(reports.report(FINDINGS, "junit"))
    suites = root.findall("testsuite")
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in suites] == [
        ("po/ko.po", "2", "2"), ("/x y/uk.po", "1", "0"), ("glossary", "1", "1"),
    ]  # fmt: skip
    failure = suites[0].find("testcase/failure")
    assert (failure.get("message"), failure.get("type")) == (FINDINGS[0].message, "error")
    assert failure.text.splitlines() == ["Enter a", "100 % new password", "새로운 암호를 입력", "expected: 비밀번호"]


def test_junit_has_no_character_that_xml_lacks():
    odd = Finding("T301", "error", "a\x00b\ud800<&", Location("a.po", 1), "uk", "", "\x1b[0m", "\ufffe")
    root = ET.fromstring(reports.report([odd], "junit"))
    assert root.find("testsuite/testcase/failure").get("message") == "a\ufffdb\ufffd<&"


@pytest.mark.parametrize("name", reports.FORMATS)
def test_no_findings(name):
    assert reports.report([], name) == {
        "text": "", "github": "", "json": '{\n  "findings": []\n}\n',
    }.get(name, reports.report([], name))  # fmt: skip
    assert ET.fromstring(reports.report([], "junit")).find("testsuite").get("tests") == "1"


def test_statistics_and_summary():
    assert reports.statistics([*FINDINGS, FINDINGS[0]]) == (
        "     2  T301  approved rendering missing\n     1  P105  byte order mark\n"
        "     1  S201  abbreviation never expanded\n     1  T303  admitted variant used\n"
    )
    assert reports.summary(FINDINGS, 1, 5, waived=1, known=2, hidden=True) == (
        "1 catalog, 5 messages: 2 errors, 1 warning, 1 info (-v shows them); 1 waived; 2 in the baseline\n"
    )
    assert reports.summary([], 2, 5, waived=0, known=0, hidden=True) == "2 catalogs, 5 messages: no findings\n"
