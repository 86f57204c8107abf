"""Documents recognized in several processes: the same as in one, and told when one dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from glossary import candidates, crew, documents, gathering, making, pipeline, processes, settings, suggested
from glossary.cli import cli
from glossary.errors import DocumentError, GlossaryError, GlossaryErrors, SettingsError
from glossary.settings import DEFAULT_MODEL

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there is one process where forking is unsafe"
)

TEXTS = [
    "President Vladimir Putin met Kim Jong Un in Vladivostok.\n",
    "The Ministry of Defense of Ukraine said that the ceasefire had been broken.\n",
    "NATO Secretary General Mark Rutte visited Kyiv. Rutte spoke of air defense.\n",
    "Kim Yo Jong, the deputy director, condemned the live-fire drill.\n",
    "The United Nations Security Council (UNSC) adopted Resolution 2270.\n",
]


@pytest.fixture
def files(tmp_path, monkeypatch) -> list[Path]:
    """A project of small documents, each of which is a chunk of its own."""
    monkeypatch.setattr(processes, "CHUNK", 1)
    monkeypatch.chdir(tmp_path)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number, text in enumerate(TEXTS):
        (seeds / f"{number}.txt").write_text(text, encoding="utf-8")
    return sorted(seeds.iterdir())


@pytest.mark.parametrize("jobs", [0, 2, 3, 8])
def test_the_glossary_does_not_depend_on_the_number_of_processes(files, jobs, tmp_path):
    project = settings.load(tmp_path)
    one = list(processes.recognized(files, project, ("drill",), 1))
    assert [item.path for item in one] == [f"seeds/{number}.txt" for number in range(len(TEXTS))]
    assert [item.size for item in one] == [len(text) for text in TEXTS]
    assert all(item.candidates for item in one)
    assert list(processes.recognized(files, project, ("drill",), jobs)) == one
    whole, parts = pipeline.build(project, jobs=1), pipeline.build(project, jobs=jobs)
    assert [plan.new for plan in parts.plans] == [plan.new for plan in whole.plans]
    assert parts.json_new == whole.json_new


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_cannot_be_read_is_named(files, jobs, tmp_path):
    files[3].write_bytes(b"\x00\x01\x02" * 100)
    with pytest.raises(DocumentError) as caught:
        list(processes.recognized(files, settings.load(tmp_path), (), jobs))
    assert caught.value.path == "seeds/3.txt"


def test_a_process_that_dies_is_told(files, tmp_path, monkeypatch):
    monkeypatch.setattr(candidates, "recognize", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(GlossaryError) as caught:
        list(processes.recognized(files, settings.load(tmp_path), (), 2))
    assert str(caught.value) == (
        "a process was ended from outside, for want of memory perhaps; run again with --jobs 1"
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_languages_told_in_several_processes_while_others_load_are_the_same(files, jobs, tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "CHUNK", 100)
    monkeypatch.setattr(gathering, "FEW", 1)
    (tmp_path / "seeds" / "uk.txt").write_text("Міністерство оборони України повідомило про обстріли.\n" * 9, "utf-8")
    project = settings.load(tmp_path)
    whole, parts = (pipeline.build(project, jobs=number, remember=False) for number in (1, jobs))
    assert "seeds/uk.txt" in [finding.location.path for finding in whole.findings]
    assert parts.findings == whole.findings
    assert parts.json_new == whole.json_new


@pytest.mark.parametrize(("jobs", "model"), [(1, DEFAULT_MODEL), (2, DEFAULT_MODEL), (2, "xx_no_such")])
def test_bad_documents_are_all_told_before_a_model_is_asked_for(files, jobs, model, tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "CHUNK", 100)
    monkeypatch.setattr(gathering, "FEW", 1)
    files[1].write_bytes(b"\x00\x01\x02" * 100)
    files[3].write_bytes(b"")
    with pytest.raises(GlossaryErrors) as caught:
        pipeline.build(replace(settings.load(tmp_path), model=model), jobs=jobs, remember=False)
    assert [error.path for error in caught.value.errors] == ["seeds/1.txt", "seeds/3.txt"]


@pytest.mark.parametrize(("kept", "again"), [(10**6, []), (len(TEXTS[0]) - 1, [1, 2, 3, 4]), (0, [0, 1, 2, 3, 4])])
def test_documents_are_read_once_as_far_as_they_can_be_kept(kept, again, files, tmp_path, monkeypatch):
    project, read, real = settings.load(tmp_path), [], documents.read
    expected = pipeline.build(project, jobs=2, remember=False).json_new
    monkeypatch.setattr(gathering, "KEPT", kept)
    monkeypatch.setattr(documents, "read", lambda path, *more: read.append(int(path.stem)) or real(path, *more))
    assert pipeline.build(project, jobs=1, remember=False).json_new == expected
    assert read == [*range(len(TEXTS)), *again]


@pytest.mark.parametrize("jobs", [0, 1, 2, 5])
def test_tasks_are_done_in_order_whoever_does_them(jobs):
    here: list[int] = []

    def task(number: int) -> int:
        here.append(number)
        return number * number

    assert processes.together([partial(task, number) for number in range(7)], jobs) == [n * n for n in range(7)]
    assert here == ([*range(7)] if processes.number(jobs, 7) == 1 else [])
    assert processes.together([], jobs) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_task_raises_is_raised(jobs):
    def fail() -> None:
        raise DocumentError("cannot be read", path="a.txt", hint="try")

    with pytest.raises(DocumentError, match=r"a\.txt: cannot be read; try"):
        processes.together([list, fail, list], jobs)


def test_a_task_that_is_killed_is_told():
    with pytest.raises(GlossaryError, match="a process was ended from outside"):
        processes.together([list, lambda: os.kill(os.getpid(), signal.SIGKILL)], 2)


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_and_suggestions_do_not_depend_on_the_number_of_processes(jobs, files, tmp_path, monkeypatch):
    project = settings.load(tmp_path)
    expected = pipeline.build(project, jobs=1, remember=False)
    monkeypatch.setattr(making, "MANY", 1)
    monkeypatch.setattr(suggested, "SMALLEST", 1)
    found = pipeline.build(project, jobs=jobs, remember=False)
    assert found == expected
    assert all(plan.counts.fuzzy for plan in found.plans if plan.language)


def test_what_little_changed_is_written_by_this_process(files, tmp_path, monkeypatch):
    asked: list[int] = []

    def together(work, jobs):
        asked.append(jobs)
        return [task() for task in work]

    monkeypatch.setattr(making, "processes", SimpleNamespace(together=together))
    monkeypatch.setattr(making, "MANY", 4)
    project = settings.load(tmp_path)
    for _ in range(2):
        pipeline.write(pipeline.build(project, jobs=2))
        with files[1].open("a", encoding="utf-8") as file:
            file.write("\n\nThey spoke of Zembla.\n")
    assert asked == [2, 1]


def test_the_model_is_asked_for_before_processes_are(files, tmp_path):
    project = replace(settings.load(tmp_path), model="en_no_such_model")
    with pytest.raises(GlossaryError, match="not installed"):
        list(processes.recognized(files, project, (), 2))


@pytest.mark.parametrize("size", [0, 10**9])
def test_one_document_more_of_many_is_analyzed_apart(size, files, tmp_path, monkeypatch):
    project = settings.load(tmp_path)
    expected = list(processes.recognized(files[:1], project, (), 1))
    pipeline.build(project)  # which remembers what documents name
    monkeypatch.setattr(processes, "LARGE", size)
    asked = []
    monkeypatch.setattr(processes.crew, "hired", lambda *args, hired=crew.hired: asked.append(1) or hired(*args))
    assert list(processes.recognized(files[:1], project, (), 0)) == expected
    assert len(asked) == (processes.number(0, 2) > 1 and size == 0)
    assert list(processes.recognized(files[:1], project, (), 1)) == expected
    assert list(processes.recognized([], project, (), 0)) == []


def test_in_a_first_build_the_model_is_loaded_before_all_else(files, tmp_path, monkeypatch):
    project = settings.load(tmp_path)
    expected = pipeline.build(project, jobs=1, remember=False)
    begun: list[bool] = []
    first = processes.hiring_first

    @contextmanager
    def noted(*arguments):
        with first(*arguments) as hired:
            begun.append(hired is not None)
            yield hired

    monkeypatch.setattr(processes, "hiring_first", noted)
    for text, number, there in (("", 2, True), ("It fired on Odesa.", 2, False), ("They agreed.", 1, False)):
        with files[1].open("a", encoding="utf-8") as file:
            file.write(text)
        done = CliRunner().invoke(cli, ["build", "--quiet", "--jobs", str(number)], catch_exceptions=False)
        assert (done.exit_code, done.output) == (0, "")
        assert begun.pop() == there
        if there:
            assert (tmp_path / "locales" / "glossary.json").read_bytes() == expected.json_new
    assert b"Odesa" in (tmp_path / "locales" / "glossary.json").read_bytes()
    assert multiprocessing.active_children() == []


def test_processes_that_load_already_end_with_a_build_that_cannot_be(files, tmp_path):
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "decisions.toml").write_text("accept = [", encoding="utf-8")
    with pytest.raises(SettingsError, match="not valid TOML"):
        CliRunner().invoke(cli, ["build", "--jobs", "2"], catch_exceptions=False)
    assert multiprocessing.active_children() == []


def test_results_may_be_asked_for_later():
    asked = processes.begun([partial(pow, 2, number) for number in range(5)], 2)
    others = processes.begun([partial(pow, 3, number) for number in range(5)], 2)
    assert others() == [1, 3, 9, 27, 81]
    assert asked() == [1, 2, 4, 8, 16]
    assert processes.begun([], 2)() == []


def test_what_is_done_apart_leaves_nothing_behind():
    held = []

    def task() -> int:
        held.append("word lists")
        return os.getpid()

    assert processes.apart([task], 1)() == [os.getpid()]
    assert held == ["word lists"]
    held.clear()
    forked = processes.number(2, 2) > 1
    assert (processes.apart([task], 2)() != [os.getpid()]) == forked
    assert held == ([] if forked else ["word lists"])
