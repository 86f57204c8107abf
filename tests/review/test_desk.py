"""Decisions at the desk: what they change in the files, with others at work on the same files."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glossary.catalogs import parse, plan, write
from glossary.errors import GlossaryError
from glossary.model import Glossary
from glossary.reviewing import ConflictError, Desk
from glossary.reviewing.edits import Edit
from glossary.settings import Settings
from tests.reports.building import concept

from .building import DAY, build, concepts, decisions, desk, korean, project


@pytest.fixture
def settings(tmp_path) -> Settings:
    return project(tmp_path)


@pytest.fixture
def at(settings) -> Desk:
    return desk(settings)


def decided(settings: Settings) -> dict[str, Any]:
    path = decisions(settings)
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def message(settings: Settings, msgid: str) -> tuple[str, bool]:
    """Translation of a Korean message, and whether it is fuzzy."""
    entry = next(e for e in parse(korean(settings).read_bytes(), "ko.po").messages if e.msgid == msgid)
    return entry.msgstr, entry.fuzzy


def statuses(at: Desk) -> dict[str, str]:
    return {line["id"]: line["status"] for line in at.queue()["lines"]}


KIM = "kim-jong-un"
ROOT = Path(__file__).parents[2]
CASES: dict[str, tuple[list[Edit], dict[str, Any], dict[str, str]]] = {
    "accept": ([Edit("accept", KIM)], {"accept": ["Kim Jong Un"]}, {KIM: "accepted"}),
    "reject": ([Edit("reject", "drill")], {"reject": ["drill"]}, {"drill": "rejected"}),
    "reject what was accepted": (
        [Edit("accept", "drill"), Edit("reject", "drill")],
        {"reject": ["drill"]},
        {"drill": "rejected"},
    ),
    "accept what was rejected": (
        [Edit("reject", "drill"), Edit("accept", "drill")],
        {"accept": ["drill"]},
        {"drill": "accepted"},
    ),
    "merge": (
        [Edit("merge", "supreme-leader", KIM)],
        {"concept": {"Kim Jong Un": {"merge": ["Supreme Leader"]}}},
        {"supreme-leader": "merged", KIM: "accepted"},
    ),
    "merge what has decisions of its own": (
        [Edit("note", "supreme-leader", "a title"), Edit("merge", "supreme-leader", KIM)],
        {"concept": {"Supreme Leader": {"note": "a title", "merge": ["Kim Jong Un"], "prefer": "Kim Jong Un"}}},
        {"supreme-leader": "accepted", KIM: "merged"},
    ),
    "accept what was merged": (
        [Edit("merge", "supreme-leader", KIM), Edit("accept", "supreme-leader")],
        {"accept": ["Supreme Leader"]},
        {"supreme-leader": "accepted", KIM: "undecided"},
    ),
    "split": ([Edit("split", KIM, "Kim")], {"concept": {"Kim Jong Un": {"split": ["Kim"]}}}, {KIM: "accepted"}),
    "kind": (
        [Edit("kind", "dprk", "abbreviation")],
        {"concept": {"DPRK": {"kind": "abbreviation"}}},
        {"dprk": "accepted"},
    ),
    "prefer": (
        [Edit("forbid", KIM, "Kim Jong-un"), Edit("prefer", KIM, "Kim Jong-un")],
        {"concept": {"Kim Jong Un": {"prefer": "Kim Jong-un"}}},
        {KIM: "accepted"},
    ),
    "forbid": (
        [Edit("forbid", "drill", "manoeuvre")],
        {"concept": {"drill": {"deprecated": ["manoeuvre"]}}},
        {"drill": "accepted"},
    ),
    "allow again": (
        [Edit("forbid", "drill", "manoeuvre"), Edit("allow", "drill", "manoeuvre")],
        {},
        {"drill": "undecided"},
    ),
    "forbid a rendering": (
        [Edit("forbid", KIM, "김종은", "ko")],
        {"concept": {"Kim Jong Un": {"forbidden": {"ko": ["김종은"]}}}},
        {KIM: "accepted"},
    ),
    "allow a rendering again": (
        [Edit("forbid", KIM, "김종은", "ko"), Edit("allow", KIM, "김종은", "ko")],
        {},
        {KIM: "undecided"},
    ),
    "note": (
        [Edit("note", KIM, 'of "Juche"')],
        {"concept": {"Kim Jong Un": {"note": 'of "Juche"'}}},
        {KIM: "accepted"},
    ),
    "note taken away": ([Edit("note", KIM, "x"), Edit("note", KIM, "")], {}, {KIM: "undecided"}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_decisions_are_written_and_never_asked_again(name, settings, at):
    edits, expected, standing = CASES[name]
    for edit in edits:
        at.edit(edit)
    assert decided(settings) == expected
    for again in (at, desk(settings)):
        assert statuses(again) == dict.fromkeys(statuses(again), "undecided") | standing


@pytest.mark.parametrize("name", CASES)
def test_undoing_gives_back_the_very_file(name, settings, at):
    edits, _, _ = CASES[name]
    path = decisions(settings)
    path.write_text("# ours\n\n[concept.Pyongyang]  # the capital\nkind = 'place'\n", encoding="utf-8")
    before = path.read_bytes()
    made = [at.edit(edit)["made"] for edit in edits]
    for done in reversed([item for item in made if item]):
        at.undo(done["number"])
    assert path.read_bytes() == before


def test_undoing_leaves_what_others_wrote_meanwhile(settings, at):
    made = at.edit(Edit("reject", "drill"))["made"]
    path = decisions(settings)
    path.write_text(path.read_text(encoding="utf-8") + "\n# mine\n[concept.DPRK]\nnote = 'x'\n", encoding="utf-8")
    at.undo(made["number"])
    assert path.read_text(encoding="utf-8") == "\n# mine\n[concept.DPRK]\nnote = 'x'\n"


def test_a_decision_is_undone_once(at):
    made = at.edit(Edit("reject", "drill"))["made"]
    at.undo(made["number"])
    with pytest.raises(GlossaryError, match="can no longer be undone"):
        at.undo(made["number"])


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit("accept", "nobody"), "no such concept"),
        (Edit("merge", KIM, KIM), "name another concept"),
        (Edit("merge", KIM, "nobody"), "name another concept"),
        (Edit("kind", KIM, "planet"), "'planet' is no kind"),
        (Edit("split", KIM, "Kim Jong Un"), "this form names the concept"),
        (Edit("forbid", KIM, "Kim Jong Un"), "this is the preferred form"),
        (Edit("render", KIM, "x", "fr"), "'fr' is no language"),
        (Edit("forbid", KIM, "x", "fr"), "'fr' is no language"),
        (Edit("render", KIM, "x", "../../etc"), "is no language"),
    ],
)
def test_what_makes_no_sense_is_refused(edit, told, settings, at, snapshot):
    before = snapshot(settings.root)
    with pytest.raises(GlossaryError, match=told):
        at.edit(edit)
    assert snapshot(settings.root) == before


def test_two_concepts_with_decisions_of_their_own_are_not_merged(settings, at):
    at.edit(Edit("note", KIM, "one"))
    at.edit(Edit("note", "dprk", "two"))
    before = decisions(settings).read_bytes()
    with pytest.raises(GlossaryError, match="both have decisions of their own"):
        at.edit(Edit("merge", "dprk", KIM))
    assert decisions(settings).read_bytes() == before


def test_a_decision_that_is_there_already_writes_nothing(settings, at):
    at.edit(Edit("accept", "drill"))
    stamp = decisions(settings).stat().st_mtime_ns
    assert at.edit(Edit("accept", "drill"))["made"] is None
    assert decisions(settings).stat().st_mtime_ns == stamp


def test_renderings_are_confirmed_edited_discarded_and_undone(settings, at):
    before = korean(settings).read_bytes()
    assert message(settings, "Pyongyang") == ("평양", True)
    first = at.edit(Edit("render", "pyongyang", "평양", "ko"))["made"]
    assert message(settings, "Pyongyang") == ("평양", False)
    second = at.edit(Edit("render", "pyongyang", "평양시", "ko"))["made"]
    assert message(settings, "Pyongyang") == ("평양시", False)
    third = at.edit(Edit("render", "pyongyang", "", "ko"))["made"]
    assert message(settings, "Pyongyang") == ("", False)
    for made in (third, second, first):
        at.undo(made["number"])
    undated = [line for line in korean(settings).read_bytes().splitlines() if b"PO-Revision-Date" not in line]
    assert undated == [line for line in before.splitlines() if b"PO-Revision-Date" not in line]
    assert b"2026-11-20 09:30+0000" in korean(settings).read_bytes()


def test_a_discarded_suggestion_is_not_asked_again_and_not_made_again(settings, at):
    at.edit(Edit("render", "pyongyang", "", "ko"))
    build(settings)
    assert message(settings, "Pyongyang") == ("", False)
    lines = {line["id"]: line for line in desk(settings).queue()["lines"]}
    assert lines["pyongyang"]["renderings"][0] == ["", "open"]


def test_a_card_tells_everything(at):
    card = at.card(KIM)
    assert card["terms"] == [
        ["Kim Jong Un", "preferred", "fullForm", 0],
        ["Kim", "admitted", "fullForm", 0],
        ["Kim Jong-un", "admitted", "fullForm", 0],
    ]
    assert card["sentences"] == [
        ["seeds/a.txt", 1, "Kim Jong Un inspected a live-fire drill near Pyongyang.", "Kim Jong Un"],
        ["seeds/a.txt", 2, "Kim, the Supreme Leader, spoke of the DPRK and of drills.", "Kim"],
    ]
    assert card["why"] == ["names: capitalized run"]
    assert card["status"] == "undecided"


def test_names_that_two_concepts_share_are_told(settings):
    build(settings, concept("Washington", kind="place"), concept("Washington", kind="organization", identifier="w-2"))
    at = desk(settings)
    assert at.card("washington")["namesakes"] == ["Washington (organization)"]
    at.edit(Edit("reject", "washington"))
    assert statuses(at) == {"washington": "rejected", "w-2": "rejected"}


def test_what_an_editor_writes_in_between_is_kept_and_told(settings, at):
    at.edit(Edit("accept", "drill"))
    path = decisions(settings)
    path.write_text("# from the editor\n" + path.read_text(encoding="utf-8").replace("drill", "DPRK"), encoding="utf-8")
    at.edit(Edit("accept", "pyongyang"))
    assert path.read_text(encoding="utf-8") == '# from the editor\naccept = ["DPRK", "Pyongyang"]\n'
    (notice,) = at.news(0)["notices"]
    assert notice["text"] == (
        "locales/decisions.toml was changed by another program. Its changes are shown and kept. "
        "These decisions made here are no longer in it: Accepted “drill”."
    )
    at.put_back(notice["lost"])
    assert decided(settings)["accept"] == ["DPRK", "Pyongyang", "drill"]


def test_a_rendering_that_another_program_overwrote_is_told_and_put_back(settings, at):
    old = korean(settings).read_bytes()
    at.edit(Edit("render", "drill", "훈련", "ko"))
    korean(settings).write_bytes(old)
    (notice,) = at.news(0)["notices"]
    assert notice["text"].endswith("no longer in it: Korean rendering of “drill”: 훈련.")
    at.put_back(notice["lost"])
    assert message(settings, "drill") == ("훈련", False)


def test_what_is_undone_or_overruled_here_is_not_missed(settings, at):
    first = at.edit(Edit("accept", "drill"))["made"]
    at.edit(Edit("reject", "drill"))
    at.edit(Edit("accept", "dprk"))
    at.undo(first["number"] + 2)
    path = decisions(settings)
    path.write_text(path.read_text(encoding="utf-8") + "# touched\n", encoding="utf-8")
    (notice,) = at.news(0)["notices"]
    assert notice["lost"] == []


def test_a_decision_for_what_is_no_longer_so_asks_first(settings, at):
    seen = at.card("drill")["mark"]
    other = desk(settings)
    other.edit(Edit("reject", "drill"))
    with pytest.raises(ConflictError, match="decided differently meanwhile") as caught:
        at.edit(Edit("accept", "drill", seen=seen))
    assert caught.value.card["status"] == "rejected"
    assert decided(settings) == {"reject": ["drill"]}
    at.edit(Edit("accept", "drill", seen=caught.value.card["mark"]))
    assert decided(settings) == {"accept": ["drill"]}


def test_a_rendering_for_what_is_no_longer_so_asks_first(settings, at):
    desk(settings).edit(Edit("render", "pyongyang", "평양시", "ko"))
    with pytest.raises(ConflictError, match="was changed meanwhile") as caught:
        at.edit(Edit("render", "pyongyang", "평양", "ko", seen="suggested:평양"))
    assert caught.value.card["renderings"][0] == ["평양시", "approved"]
    assert message(settings, "Pyongyang") == ("평양시", False)


def test_two_desks_decide_about_different_things(settings, at):
    other = desk(settings)
    at.edit(Edit("accept", "drill"))
    other.edit(Edit("accept", "dprk"))
    at.edit(Edit("render", "drill", "훈련", "ko"))
    other.edit(Edit("render", "dprk", "북한", "ko"))
    assert decided(settings) == {"accept": ["drill", "DPRK"]}
    assert (message(settings, "drill"), message(settings, "DPRK")) == (("훈련", False), ("북한", False))
    assert statuses(at) == statuses(other)


def test_a_broken_file_is_told_and_never_written(settings, at):
    path = decisions(settings)
    path.write_text("accept = [\n", encoding="utf-8")
    with pytest.raises(
        GlossaryError, match=r"locales/decisions\.toml:\d: not valid TOML.*your decision was not written"
    ):
        at.edit(Edit("accept", "drill"))
    assert path.read_text(encoding="utf-8") == "accept = [\n"
    assert len(at.queue()["problems"]) == 1
    path.write_text("accept = []\n", encoding="utf-8")
    at.edit(Edit("accept", "drill"))
    assert decided(settings) == {"accept": ["drill"]}
    assert at.queue()["problems"] == []


def test_a_file_that_breaks_is_news(settings, at):
    version = at.queue()["version"]
    decisions(settings).write_text("accept = [\n", encoding="utf-8")
    news = at.news(version)
    assert (news["version"] > version, len(news["problems"])) == (True, 1)


def test_a_broken_catalog_is_told_and_never_written(settings, at):
    whole = korean(settings).read_bytes()
    korean(settings).write_bytes(b"<<<<<<< HEAD\n" + whole)
    with pytest.raises(GlossaryError, match=r"unresolved merge conflict.*your rendering was not written"):
        at.edit(Edit("render", "drill", "훈련", "ko"))
    assert korean(settings).read_bytes() == b"<<<<<<< HEAD\n" + whole
    korean(settings).write_bytes(whole)
    at.edit(Edit("render", "drill", "훈련", "ko"))
    assert message(settings, "drill") == ("훈련", False)


def test_a_build_meanwhile_is_taken_over(settings, at):
    at.edit(Edit("render", "drill", "훈련", "ko"))
    build(settings, *concepts()[:-1], concept("exercise", "drill"))
    queue = at.queue()
    assert [line["name"] for line in queue["lines"]][-1] == "exercise"
    assert queue["lines"][-1]["renderings"][0] == ["훈련", "fuzzy"]
    assert "locales/glossary.json was built anew." in [notice["text"] for notice in queue["notices"]]
    with pytest.raises(GlossaryError, match="no such concept any longer"):
        at.card("drill")


def test_a_message_that_is_not_built_yet_has_to_be_built(settings, at):
    write(plan(Glossary(concepts()[1:]), replace(settings), DAY))
    with pytest.raises(GlossaryError, match="has no message for this concept yet; run: glossary build"):
        at.edit(Edit("render", KIM, "김정은", "ko"))


def test_decisions_newer_than_the_build_wait_for_one(settings, at):
    assert not at.queue()["waiting"]
    assert at.edit(Edit("accept", "drill"))["waiting"]


def test_nothing_built_yet_is_one_line_that_says_what_to_do(tmp_path):
    with pytest.raises(GlossaryError, match=r"locales/glossary\.json: there is no such file; run: glossary build"):
        Desk(Settings(root=tmp_path, languages=("ko",)))


def test_without_the_extra_one_line_says_what_to_install(settings):
    code = "import sys; sys.modules['uvicorn'] = None; from glossary.cli import main; main(['review', '--no-browser'])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=settings.root, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = "glossary: error: the review page needs the package uvicorn; run: pip install 'glossary[review]'\n"
    assert (done.returncode, done.stderr) == (2, told)
