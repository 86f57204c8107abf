"""Scores that are remembered are what scoring anew gives, and never trusted further."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary import candidates, crew, kept, processes, scored
from glossary.candidates import Usage
from glossary.settings import Settings

from .candidates.scoring import score_terms

USAGES = {
    "uranium enrichment": Usage("uranium enrichment", 7, 3, 9, maximal=5),
    "enrichment": Usage("enrichment", 8, 3, 9),
    "long table": Usage("long table", 2, 1, 9, maximal=2, quoted=1.0, described=2.0),
    "“naïve” drill": Usage("“naïve” drill", 2, 1, 9),
}
CHANGES = {
    "nothing": {},
    "one more use": {"long table": USAGES["long table"]._replace(uses=3)},
    "use in a longer one": {"uranium enrichment": USAGES["uranium enrichment"]._replace(uses=9)},
    "another corpus": {key: usage._replace(corpus=10) for key, usage in USAGES.items()},
    "a new one": {"drone": Usage("drone", 2, 2, 9)},
}
ASKED = {
    "nothing": [],
    "one more use": ["long table"],
    "use in a longer one": ["uranium enrichment", "enrichment"],
    "another corpus": list(USAGES),
    "a new one": ["drone"],
}
"""Which of them are scored again: those with another use, or another C-value."""


@pytest.fixture
def project(tmp_path) -> Settings:
    return Settings(root=tmp_path)


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Forms that are scored from now on."""
    forms: list[str] = []
    one = candidates.scored

    def noted(usage, value):
        forms.append(usage.form)
        return one(usage, value)

    monkeypatch.setattr(candidates, "scored", noted)
    return forms


def file(project: Settings) -> Path:
    return project.root / kept.FOLDER / "terms"


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_is_used_otherwise_is_scored(change, project, asked):
    assert scored.scores(USAGES, project, remember=True)() == score_terms(USAGES)
    assert asked == list(USAGES)
    asked.clear()
    now = USAGES | CHANGES[change]
    assert list(scored.scores(now, project, remember=False)().items()) == list(score_terms(now).items())
    assert asked == ASKED[change]
    assert scored.scores(USAGES, project, remember=True)() == score_terms(USAGES)


def test_what_is_gone_is_forgotten(project):
    scored.scores(USAGES, project, remember=True)()
    size = file(project).stat().st_size
    few = {"enrichment": USAGES["enrichment"]}
    assert scored.scores(few, project, remember=True)() == score_terms(few)
    assert file(project).stat().st_size < size


@pytest.mark.parametrize("damage", [b"", b"no scores", None, b"half"])
def test_a_broken_file_does_no_harm(damage, project, asked):
    scored.scores(USAGES, project, remember=True)()
    whole = file(project).read_bytes()
    if damage is None:
        file(project).unlink()
    else:
        file(project).write_bytes(whole[: len(whole) // 2] if damage == b"half" else damage)
    asked.clear()
    assert scored.scores(USAGES, project, remember=False)() == score_terms(USAGES)
    assert asked == list(USAGES)


def test_another_program_scores_again(project, asked, monkeypatch):
    scored.scores(USAGES, project, remember=True)()
    asked.clear()
    monkeypatch.setattr(scored, "code_of", lambda parts: "another")
    assert scored.scores(USAGES, project, remember=False)() == score_terms(USAGES)
    assert asked == list(USAGES)


def test_nothing_is_remembered_unasked(project):
    scored.scores(USAGES, project, remember=False)()
    assert not file(project).exists()


@pytest.mark.skipif(processes.number(2, 2) == 1, reason="there is one process where forking is unsafe")
def test_a_crew_scores_as_this_process_does(project, monkeypatch, asked):
    monkeypatch.setattr(scored, "MANY", 1)
    with crew.hired(2, candidates.load) as hired:
        assert list(hired.each(["", "a"], len)) == [0, 1]
        found = scored.scores(USAGES, project, remember=True, crew=hired)()
    assert asked == []
    assert list(found.items()) == list(score_terms(USAGES).items())
    asked.clear()
    assert scored.scores(USAGES, project, remember=False)() == found
    assert asked == []
