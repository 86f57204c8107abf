"""The commands as people use them: what they print, write and return."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import glossary
from glossary import timing
from glossary.catalogs import planning
from glossary.cli import COMMANDS
from glossary.reports import terminal

CHECKOUT = str(Path(glossary.__file__).parents[1])
FILES = [
    "locales/glossary.pot",
    "locales/ko/LC_MESSAGES/glossary.po",
    "locales/ja/LC_MESSAGES/glossary.po",
    "locales/uk/LC_MESSAGES/glossary.po",
    "locales/glossary.json",
]


def process(folder: Path, *arguments: str, **options) -> subprocess.Popen[str]:
    """``python -m glossary`` in a folder."""
    environment = {**os.environ, "PYTHONPATH": CHECKOUT, **options.pop("env", {})}
    command = [sys.executable, "-m", "glossary", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True, **options)


def test_build_writes_and_tells(project, run, snapshot):
    done = run(project, "build")
    assert (done.code, done.err) == (0, "")
    assert sorted(name for name in snapshot(project) if name.startswith("locales")) == sorted(FILES)
    assert [line.rstrip() for line in done.out.splitlines()] == [
        "6 concepts in 1 document",
        "Kind          Concepts  For example",
        "person               2  Kim Jong Un, Vladimir Putin",
        "place                2  North Korea, Russia",
        "organization         1  Ministry of Defense of Ukraine",
        "term                 1  ceasefire",
        "Catalog                             Translated  Fuzzy  Empty  Obsolete",
        "locales/ko/LC_MESSAGES/glossary.po           0      6      0         0",
        "locales/ja/LC_MESSAGES/glossary.po           0      6      0         0",
        "locales/uk/LC_MESSAGES/glossary.po           0      6      0         0",
        f"written: {', '.join(FILES)}",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_profile_tells_where_the_time_went(jobs, project, run, monkeypatch):
    monkeypatch.setattr(timing, "_spent", {})
    monkeypatch.setattr(timing, "_others", 0.0)
    (project / "seeds" / "b.txt").write_text("Vladimir Putin met Xi Jinping in Beijing.\n" * 1500)  # another process's
    plain = run(project, "build", "--jobs", "1")
    shutil.rmtree(project / "locales")
    shutil.rmtree(project / ".glossary-cache")
    done = run(project, "build", "--jobs", jobs, "--profile")
    assert (done.code, done.out) == (0, plain.out)
    title, head, *rows = done.err.splitlines()
    assert re.fullmatch(r"\d+\.\d\d s of processor time in \d+\.\d\d s", title.rstrip())
    assert head.split() == ["Stage", "CPU", "s", "%"]
    stages = [row.split()[0] for row in rows if not row.startswith("loading")]  # long loaded in this process
    assert stages == [*(stage for stage in terminal.STAGES if stage != "loading"), "other"]
    assert sum(float(row.split()[1]) for row in rows) == pytest.approx(float(title.split()[0]), abs=0.07)


def test_the_second_build_changes_no_byte(project, run, snapshot):
    run(project, "build")
    first = snapshot(project)
    stamps = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    done = run(project, "build")
    assert done.out.splitlines()[-1] == "Nothing changed."
    assert snapshot(project) == first
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == stamps


def test_check_and_diff_write_nothing(project, run, snapshot):
    before = snapshot(project)
    checked = run(project, "build", "--check", "-q")
    assert (checked.code, checked.out, checked.err) == (1, "", "")
    shown = run(project, "build", "--diff")
    assert shown.code == 0
    assert shown.out.startswith("--- /dev/null\n+++ b/locales/glossary.pot\n")
    assert shown.err.splitlines()[-1] == f"would change: {', '.join(FILES)}"
    assert snapshot(project) == before
    run(project, "build")
    assert run(project, "build", "--check", "--diff").code == 0
    assert run(project, "build", "--diff", "-q") == run(project, "build", "--check", "-q")


def test_what_changed_is_told_by_name(project, run):
    run(project, "build")
    seed = project / "seeds" / "a.txt"
    seed.write_text(seed.read_text().replace("Vladimir Putin", "Sergei Shoigu"), encoding="utf-8")
    told = run(project, "build").out.splitlines()
    assert [line for line in told if line.startswith(("new", "gone", "back", "renamed"))] == [
        "new (1): Sergei Shoigu",
        "gone (1): Vladimir Putin",
    ]


def test_many_changes_are_cut_and_verbose_lists_all(project, run):
    run(project, "build")
    names = ["Anders", "Birger", "Carsten", "Dagfinn", "Eirik", "Frode", "Gunnar", "Harald", "Ingvar", "Jostein"]
    text = "".join(f"President {name} Halvorsen{name.lower()} said that the talks would go on.\n" for name in names)
    (project / "seeds" / "b.txt").write_text(text, encoding="utf-8")
    (line,) = [line for line in run(project, "build", "--check").out.splitlines() if line.startswith("new")]
    assert line.endswith(" more (-v lists all)")
    done = run(project, "build", "-v")
    (line,) = [line for line in done.out.splitlines() if line.startswith("new")]
    assert all(name in line for name in names)
    assert "read  seeds/b.txt" in done.out.splitlines()


def test_quiet_prints_nothing(project, run):
    done = run(project, "build", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_translation_survives_through_the_commands(project, run):
    run(project, "build")
    path = project / FILES[3]
    suggested = '#, fuzzy\nmsgctxt "person"\nmsgid "Kim Jong Un"'
    path.write_text(path.read_text("utf-8").replace(suggested, suggested.removeprefix("#, fuzzy\n")), "utf-8")
    exported = json.loads(run(project, "export", "json").out)
    (kim,) = [item for item in exported["concepts"] if item["preferred"] == "Kim Jong Un"]
    assert [(item["form"], item["status"]) for item in kim["translations"]["uk"]] == [("Кім Чен Ин", "approved")]
    assert {item["status"] for item in kim["translations"]["ko"]} == {"fuzzy"}
    told = run(project, "build").out
    assert "locales/uk/LC_MESSAGES/glossary.po           1      5      0         0" in told


def test_export_has_the_documented_keys_and_writes_to_a_file(project, run):
    run(project, "build")
    done = run(project, "export", "json", "-o", "out/glossary.json")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (project / "out" / "glossary.json").read_text("utf-8") == run(project, "export", "json").out
    concepts = json.loads((project / "out" / "glossary.json").read_text("utf-8"))["concepts"]
    keys = {"id", "kind", "preferred", "terms", "occurrences", "related", "translations"}
    assert all(keys <= item.keys() for item in concepts)
    assert all({"form", "type", "status"} <= term.keys() for item in concepts for term in item["terms"])
    assert all({"path", "line", "form"} <= use.keys() for item in concepts for use in item["occurrences"])


EXPLAIN = {
    "kept": ("Kim Jong Un", 0, ["Kim Jong Un  person, id kim-jong-un", "Why:", "seeds/a.txt:1: Kim Jong Un"]),
    "kept, in another spelling": ("kim jong-un", 0, ["Kim Jong Un  person"]),
    "kept, in another number": ("Ceasefires", 0, ["ceasefire  term"]),
    "rejected": ("Vladimir Putin", 1, ["left out (person, 1 use)", "decision: reject 'Vladimir Putin' in locales/"]),
    "too general": ("passenger seat", 1, ["left out (term, 1 use)", "termhood"]),
    "never seen": ("Atlantis", 1, ["was never a candidate", "accept = ['Atlantis']"]),
    "a code": ("D101", 0, ["D101: a decision matches nothing"]),
    "the beginning of codes": ("P20", 0, ["P201  warning  no header\n", "P205  info     header not filled in\n"]),
    "a code in small letters": ("f101", 0, ["F101: a document is not English"]),
}


@pytest.fixture
def decided(project, run) -> Path:
    """A built project with decisions and a phrase that is no term."""
    (project / "locales").mkdir()
    (project / "locales" / "decisions.toml").write_text('reject = ["Vladimir Putin"]\n', encoding="utf-8")
    with (project / "seeds" / "a.txt").open("a", encoding="utf-8") as file:
        file.write("Nobody there sits in the passenger seat.\n")
    run(project, "build", "-q")
    return project


@pytest.mark.parametrize(("term", "code", "parts"), EXPLAIN.values(), ids=EXPLAIN)
def test_explain(term, code, parts, decided, run):
    done = run(decided, "explain", term)
    assert (done.code, done.err) == (code, "")
    assert [part for part in parts if part not in done.out] == []


def test_a_decision_that_matches_nothing_is_told_with_its_line(decided, run):
    decisions = decided / "locales" / "decisions.toml"
    decisions.write_text('reject = ["Vladimir Putin"]\naccept = ["flying saucer"]\n', encoding="utf-8")
    message = "D101 accept 'flying saucer' matches nothing in the documents; correct its spelling or delete it"
    assert f"locales/decisions.toml:2: {message}" in run(decided, "build").out.splitlines()


@pytest.mark.parametrize(("name", "head"), [("glossary.toml", ""), ("pyproject.toml", "[tool.glossary]\n")])
def test_settings_are_found_from_a_folder_below(name, head, project, run, snapshot):
    (project / name).write_text(f'{head}languages = ["ko"]\noutput = "po"\n', encoding="utf-8")
    below = project / "seeds" / "deep"
    below.mkdir()
    assert run(below, "build", "-q").code == 0
    assert sorted(snapshot(project)) == sorted(
        [
            name, "seeds/a.txt", "po/glossary.json", "po/glossary.pot", "po/ko/LC_MESSAGES/glossary.po",
            ".glossary-cache/.gitignore", ".glossary-cache/build.json", ".glossary-cache/catalogs",
            ".glossary-cache/concepts", ".glossary-cache/counts",
            ".glossary-cache/documents.sqlite", ".glossary-cache/suggestions", ".glossary-cache/terms",
            ".glossary-cache/written",
        ]
    )  # fmt: skip
    assert json.loads((project / "po" / "glossary.json").read_text("utf-8"))["sources"] == ["seeds/a.txt"]


def test_glossary_toml_goes_before_pyproject(project, run):
    (project / "pyproject.toml").write_text('[tool.glossary]\noutput = "one"\n', encoding="utf-8")
    (project / "glossary.toml").write_text('output = "two"\n', encoding="utf-8")
    run(project, "build", "-q")
    assert ((project / "one").exists(), (project / "two").exists()) == (False, True)


def test_a_pyproject_without_our_table_is_none_of_ours(project, run):
    (project / "pyproject.toml").write_text('[tool.other]\nlanguages = "x"\n', encoding="utf-8")
    assert run(project, "build", "-q").code == 0
    assert (project / FILES[0]).is_file()


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_help_ends_in_an_example(command, project, run):
    done = run(project, *filter(None, (command, "--help")))
    assert (done.code, done.err) == (0, "")
    lines = done.out.rstrip().splitlines()
    start = max(index for index, line in enumerate(lines) if line.strip() == "Example:")
    assert lines[start + 1 :]
    assert all(line.strip().startswith("glossary") for line in lines[start + 1 :])
    assert run(project, *filter(None, (command, "-h"))).out == done.out


def test_every_command_has_its_module():
    folder = Path(glossary.__file__).parent / "cli"
    assert sorted(COMMANDS) == sorted(path.stem.removesuffix("_") for path in folder.glob("[a-z]*.py"))


def test_python_m_glossary(tmp_path):
    with process(tmp_path, "--version") as running:
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (0, "glossary, version 1.0.0\n", "")


def test_nothing_for_a_terminal_in_a_pipe(project):
    """No progress bar, no color, nothing cut."""
    with process(project, "build", env={"COLUMNS": "40"}) as running:
        out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, "")
    assert "\x1b" not in out
    assert "organization         1  Ministry of Defense of Ukraine" in out


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no SIGPIPE here")
def test_a_closed_pipe_is_no_error(project, run):
    run(project, "build", "-q")
    for command in ("export json", "explain Russia"):
        read, write = os.pipe()
        os.close(read)
        environment = {**os.environ, "PYTHONPATH": CHECKOUT}
        done = subprocess.run(
            [sys.executable, "-m", "glossary", *command.split()],
            cwd=project, env=environment, stdout=write, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
        os.close(write)
        assert (done.returncode, done.stderr) == (-signal.SIGPIPE, "")


def test_an_interrupted_build_leaves_whole_files(project, run, snapshot, monkeypatch):
    """Ctrl-C between two files: what was written is whole, the next build writes the rest."""
    written: list[Path] = []
    whole = planning.replace_content

    def interrupt(path: Path, old: object, new: object) -> bool:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(path)
        return whole(path, old, new)

    monkeypatch.setattr(planning, "replace_content", interrupt)
    done = run(project, "build")
    assert (done.code, done.out) == (130, "")
    assert done.err.splitlines()[-1] == "glossary: interrupted; no file is half-written"
    monkeypatch.undo()
    half = snapshot(project)
    assert sorted(name for name in half if name.startswith("locales")) == sorted(FILES[:2])
    assert run(project, "build", "-q").code == 0
    assert half.items() <= snapshot(project).items()


STOPPED = """
import os, signal, sys
from glossary import cli

renamed = 0

def watch(event, args):
    global renamed
    if event == "os.rename" and ".glossary-cache" not in os.fspath(args[1]):
        renamed += 1
        if renamed == 3:
            os.kill(os.getpid(), getattr(signal, sys.argv[1]))

signal.signal(signal.SIGINT, signal.default_int_handler)  # where tests run in the background, Ctrl-C is ignored
sys.addaudithook(watch)
cli.main(["build", "-q"])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize(("name", "code"), [("SIGKILL", -9), ("SIGINT", 130)])
def test_stopped_while_it_writes_the_third_file(name, code, project, run, snapshot):
    """Every file is the old one or the new one; the next build leaves no trace of it."""
    run(project, "build", "-q")
    old = snapshot(project)
    seed = project / "seeds" / "a.txt"
    seed.write_text(seed.read_text().replace("Vladimir Putin", "Sergei Shoigu"), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": CHECKOUT}
    done = subprocess.run([sys.executable, "-c", STOPPED, name], cwd=project, env=environment, check=False)
    assert done.returncode == code
    between = snapshot(project)
    assert run(project, "build", "-q").code == 0
    new = snapshot(project)
    assert sorted(new) == sorted(old)
    states = ["old" if between[name] == old[name] else "new" if between[name] == new[name] else "?" for name in FILES]
    assert states[:2] == ["new", "new"]
    assert states[3:] == ["old", "old"]
    assert states[2] in ("old", "new")


def test_the_summary_fits_a_terminal_of_80_columns(project, run, monkeypatch, capfd):
    sentence = (
        "The Organization for the Prohibition of Chemical Weapons told the United Nations Office for Disarmament "
        "Affairs that the Office of the High Commissioner for Human Rights had asked for it.\n"
    )
    (project / "seeds" / "b.txt").write_text(sentence, encoding="utf-8")
    console = terminal.Console(width=80, force_terminal=True, color_system=None, highlight=False, soft_wrap=True)
    monkeypatch.setattr(terminal, "_console", lambda **_: console)
    lines = run(project, "build", "--check").out.splitlines()
    tables = lines[: max(index for index, line in enumerate(lines) if line.startswith("locales/")) + 1]
    assert [line for line in tables if len(line) > 80] == []
    assert lines[1].split() == ["Kind", "Concepts", "For", "example"]
    assert any(line.startswith("organization ") for line in lines)
    assert any("…" in line for line in tables)
