"""Every code has a check, a document, and an example of wrong and right; and the check does find the wrong one."""

from __future__ import annotations

import re

import pytest

from glossary import rules, settings
from glossary.checks import CHECKS, TERM_RULES
from glossary.errors import GlossaryError, SettingsError

FROM_A_BUILD = {"D101", "F101"}
FROM_WAIVERS = {"W101"}


def test_each_rule_has_its_check():
    assert set(rules.RULES) - FROM_A_BUILD - FROM_WAIVERS == set(CHECKS)
    assert set(CHECKS) >= TERM_RULES


@pytest.mark.parametrize("code", rules.RULES)
def test_each_rule_is_explained(code):
    rule = rules.RULES[code]
    assert re.fullmatch(r"[A-Z]\d{3}", code)
    assert rule.title.strip(".") == rule.title != ""
    assert rule.text.strip().endswith((".", ")"))
    assert rule.wrong
    assert rule.right
    text = rules.describe(code)
    assert text.startswith(f"{code}: {rule.title} ({rule.severity}")
    assert max(map(len, text.splitlines())) <= 120


def test_selection_by_code_or_beginning():
    assert rules.codes(["T301"], "--select") == {"T301"}
    assert rules.codes(["t30", "W"], "--select") == {"T301", "T302", "T303", "T304", "T305", "T306", "W101"}
    with pytest.raises(GlossaryError, match="--select: no rule 'X'"):
        rules.codes(["X"], "--select")


@pytest.mark.parametrize(
    ("text", "severity"),
    [('severity = {T301 = "warning", S = "off"}', {"T301": "warning", "S": "off"}), ("", {})],
)
def test_severities_in_the_settings(tmp_path, text, severity):
    (tmp_path / "glossary.toml").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path).severity == severity


@pytest.mark.parametrize("text", ['severity = {T301 = "fatal"}', 'severity = {X = "off"}', 'severity = "off"'])
def test_wrong_severities_are_refused(tmp_path, text):
    (tmp_path / "glossary.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"severity = .* is not allowed"):
        settings.load(tmp_path)
