"""What people decided in decisions.toml rules over everything that was recognized."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.concepts import Decisions, load_decisions
from glossary.model import Relation

from .building import merged, named

PEOPLE = [
    named("Kim Jong Un", "person", 3, "Chairman Kim"),
    named("Kim Jong-Eun", "person"),
    named("Rocket Man", "person"),
    named("Kim Yo Jong", "person"),
]
SCORES = {"passenger seat": (0.1, "everyday"), "hybrid threat": (0.2, "rare")}
TERMS = [named("passenger seat", "term", 2), named("hybrid threats"), named("sanctions", "term", 2)]


def decided(text: str, folder: Path) -> Decisions:
    path = folder / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    return load_decisions(path, "locales/decisions.toml")


@pytest.fixture
def after(tmp_path):
    """The glossary under these decisions: preferred form → concept, and everything told beside it."""

    def after(text: str):
        result = merged([*PEOPLE, *TERMS], decisions=decided(text, tmp_path), scores=SCORES)
        return {concept.preferred: concept for concept in result.glossary}, result

    return after


def test_without_decisions(after, tmp_path):
    concepts, result = after("")
    assert set(concepts) == {"Kim Jong Un", "Kim Jong-Eun", "Rocket Man", "Kim Yo Jong", "sanction"}
    assert sorted(item.form for item in result.left_out) == ["hybrid threat", "passenger seat"]
    assert result.findings == ()
    assert load_decisions(tmp_path / "none.toml", "x") == Decisions(path="x")


@pytest.mark.parametrize("form", ["Rocket Man", "rocket man", "ROCKET  MAN"])
def test_reject(form, after):
    concepts, result = after(f'reject = ["{form}"]\n')
    assert "Rocket Man" not in concepts
    (left,) = [item for item in result.left_out if item.form == "Rocket Man"]
    assert left.why[-1] == f"decision: reject {' '.join(form.split())!r} in locales/decisions.toml"
    assert result.findings == ()


def test_accept(after):
    concepts, result = after('accept = ["hybrid threats"]\n')
    assert "decision: accept 'hybrid threats' in locales/decisions.toml" in concepts["hybrid threat"].why
    assert [item.form for item in result.left_out] == ["passenger seat"]
    assert result.findings == ()


def test_reject_goes_before_accept(after):
    concepts, _ = after('reject = ["sanctions"]\naccept = ["sanctions"]\n')
    assert "sanction" not in concepts


def test_prefer(after):
    concepts, result = after('[concept."Kim Jong Un"]\nprefer = "Kim Jong-un"\n')
    kim = concepts["Kim Jong-un"]
    assert kim.forms[0] == "Kim Jong-un"
    assert "Kim Jong Un" in kim.forms
    assert kim.why[-1] == "decision: [concept.'Kim Jong Un'] in locales/decisions.toml:1"
    assert result.findings == ()


def test_merge(after):
    concepts, result = after('[concept."Kim Jong Un"]\nmerge = ["Kim Jong-Eun", "Rocket Man"]\n')
    assert set(concepts) == {"Kim Jong Un", "Kim Yo Jong", "sanction"}
    assert set(concepts["Kim Jong Un"].forms) == {"Kim Jong Un", "Chairman Kim", "Kim Jong-Eun", "Rocket Man"}
    assert "decision: merged under 'Kim Jong Un'" in concepts["Kim Jong Un"].why
    assert result.findings == ()


def test_split(after):
    concepts, result = after('[concept."Kim Jong Un"]\nsplit = ["Chairman Kim"]\n')
    assert concepts["Chairman Kim"].count == 3
    assert concepts["Kim Jong Un"].count == 3
    assert "Chairman Kim" not in concepts["Kim Jong Un"].forms
    assert "decision: split 'Chairman Kim' from 'Kim Jong Un'" in concepts["Chairman Kim"].why
    assert result.findings == ()


def test_kind_definition_note_and_translate(after):
    concepts, _ = after(
        '[concept."Kim Jong Un"]\nkind = "title"\n'
        'definition = "Leader of\\n North Korea"\nnote = "n"\ntranslate = false\n'
    )
    kim = concepts["Kim Jong Un"]
    assert (kim.kind, kim.definition, kim.note, kim.translate) == ("title", "Leader of North Korea", "n", False)
    assert concepts["Kim Yo Jong"].translate


def test_deprecated(after):
    concepts, _ = after(
        '[concept."Kim Jong Un"]\nmerge = ["Kim Jong-Eun"]\ndeprecated = ["Kim Jong-Eun", "Kim Jung Un"]\n'
    )
    statuses = {term.form: term.status for term in concepts["Kim Jong Un"].english.terms}
    assert statuses == {
        "Kim Jong Un": "preferred",
        "Chairman Kim": "admitted",
        "Kim Jong-Eun": "deprecated",
        "Kim Jung Un": "deprecated",
    }


def test_a_table_alone_keeps_a_term_that_scored_too_low(after):
    concepts, _ = after('[concept."hybrid threat"]\nnote = "n"\n')
    assert concepts["hybrid threat"].note == "n"


UNMATCHED = {
    'reject = ["nobody"]': (1, "reject 'nobody' matches nothing in the documents; correct its spelling or delete it"),
    '\naccept = [\n  "nothing",\n]': (
        3,
        "accept 'nothing' matches nothing in the documents; correct its spelling or delete it",
    ),
    '\n\n[concept."Nobody"]\nprefer = "Anybody"': (
        3,
        "[concept.'Nobody'] matches nothing in the documents; correct its spelling or delete it",
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNMATCHED.items(), ids=UNMATCHED)
def test_an_entry_that_matches_nothing_is_reported(text, expected, after):
    _, result = after(text)
    (finding,) = result.findings
    assert (finding.code, finding.severity, finding.location.path) == ("D101", "warning", "locales/decisions.toml")
    assert (finding.location.line, finding.message) == expected


def test_links_follow_a_decision(tmp_path):
    title = named("Supreme Leader", "title", relations=[Relation("holder", "Kim Jong-Eun")])
    decisions = decided('[concept."Kim Jong Un"]\nmerge = ["Kim Jong-Eun"]\n', tmp_path)
    found = {c.preferred: c for c in merged([title, *PEOPLE[:2]], decisions=decisions).glossary}
    assert found["Supreme Leader"].related == (Relation("holder", found["Kim Jong Un"].id),)


def test_wanted_are_the_forms_that_must_be_looked_for(tmp_path):
    decisions = decided(
        'accept = ["b"]\nreject = ["r"]\n[concept."a"]\nprefer = "p"\nmerge = ["m"]\nsplit = ["s"]\n', tmp_path
    )
    assert set(decisions.wanted) >= {"a", "b", "m", "p"}
    assert "r" not in decisions.wanted
