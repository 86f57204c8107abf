"""The same documents, decisions, catalogs and model give the same bytes; dates alone change nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import glossary
from glossary.dates import sources_date
from glossary.errors import GlossaryError

CHECKOUT = str(Path(glossary.__file__).parents[1])
OTHER = (
    "# Talks in Vienna\n\nThe International Atomic Energy Agency (IAEA) met envoys of Iran and the US. "
    "IAEA inspectors asked about uranium enrichment.\n\n- Kim Jong Un wrote to Vladimir Putin.\n"
)


@pytest.fixture
def two(project) -> Path:
    """A project with two documents."""
    (project / "seeds" / "b.md").write_text(OTHER, encoding="utf-8")
    return project


def output(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("locales/**/*.*")}


def build(folder: Path, *arguments: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "glossary", "build", "-q", *arguments],
        cwd=folder, env={**os.environ, "PYTHONPATH": CHECKOUT, **environment}, check=True, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "seed", "locale", "arguments"),
    [("UTC", "0", "C", ["seeds/a.txt", "seeds/b.md"]), ("Asia/Kathmandu", "4", "ko_KR.UTF-8", ["seeds/b.md", "seeds"])],
)
def test_the_same_bytes_in_any_zone_order_and_process(zone, seed, locale, arguments, two, run):
    os.utime(two / "seeds" / "a.txt", (1_700_000_000, 1_700_000_000))
    os.utime(two / "seeds" / "b.md", (1_600_000_000, 1_600_000_000))
    run(two, "build", "-q")
    here = output(two)
    shutil.rmtree(two / "locales")
    build(two, *arguments, TZ=zone, PYTHONHASHSEED=seed, LC_ALL=locale)
    assert output(two) == here


def test_the_same_bytes_from_any_folder(two, run, tmp_path_factory):
    run(two, "build", "-q")
    here = output(two)
    (two / "glossary.toml").write_text("", encoding="utf-8")
    run(two / "seeds", "build", "-q", "../seeds", "a.txt")
    assert output(two) == here
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "copy"
    shutil.copytree(two, elsewhere, copy_function=shutil.copy2)
    shutil.rmtree(elsewhere / "locales")
    run(elsewhere, "build", "-q")
    assert output(elsewhere) == here


def test_documents_do_not_influence_each_other(two, run):
    """What is found in a document does not depend on what is analyzed beside it."""
    run(two, "build", "-q", "seeds/a.txt")
    alone = (two / "locales" / "glossary.json").read_text("utf-8")
    run(two, "build", "-q")
    run(two, "build", "-q", "seeds/a.txt")
    assert (two / "locales" / "glossary.json").read_text("utf-8") == alone


def test_what_is_kept_as_it_is_serves_other_concepts_at_once(project, run):
    """Not from the second build on, when the catalogs have it."""
    (project / "seeds" / "a.txt").write_text(
        "The Black Sea Grain Council met in Odesa on Monday.\n\nHokkaido and Seoul signed an accord with the Black Sea "
        "Grain Council of Russia. The Black Sea Grain Council of Norway agreed.\n"
    )
    (project / "locales").mkdir()
    (project / "locales" / "decisions.toml").write_text('[concept."Black Sea Grain Council"]\ntranslate = false\n')
    run(project, "build", "-q")
    first = output(project)
    assert 'msgstr "Black Sea Grain Council Норвегії"' in first["locales/uk/LC_MESSAGES/glossary.po"].decode()
    shutil.rmtree(project / ".glossary-cache")
    run(project, "build", "-q")
    assert output(project) == first


def creation_dates(folder: Path) -> set[str]:
    return {
        match for data in output(folder).values() for match in re.findall(r"POT-Creation-Date: (.*?)\\n", data.decode())
    }


def test_dates_follow_the_environment_else_the_files(project, run, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    run(project, "build", "-q")
    assert creation_dates(project) == {"2001-09-09 01:46+0000"}
    shutil.rmtree(project / "locales")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    os.utime(project / "seeds" / "a.txt", (1_700_000_000, 1_700_000_000))
    run(project, "build", "-q")
    assert creation_dates(project) == {"2023-11-14 22:13+0000"}


def test_a_date_alone_is_no_reason_to_write(project, run, monkeypatch):
    run(project, "build", "-q")
    first = output(project)
    os.utime(project / "seeds" / "a.txt", (1_900_000_000, 1_900_000_000))
    assert run(project, "build", "--check").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert run(project, "build", "--check").code == 0
    run(project, "build", "-q")
    assert output(project) == first


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_dates_follow_the_last_commit_of_the_sources(project, monkeypatch):
    def git(*arguments: str, **environment: str) -> None:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *arguments]
        subprocess.run(command, cwd=project, env={**os.environ, **environment}, check=True, capture_output=True)

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name in ("GIT_DIR", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    files = [project / "seeds" / "a.txt"]
    git("init", "-q")
    os.utime(files[0], (1_700_000_000, 1_700_000_000))
    assert sources_date(files, project) == datetime.fromtimestamp(1_700_000_000, UTC)  # nothing committed yet
    git("add", "seeds")
    git("commit", "-qm", "sources", GIT_COMMITTER_DATE="2024-05-06T07:08:09+0900")
    (project / "other.txt").write_text("x")
    git("add", "other.txt")
    git("commit", "-qm", "something else", GIT_COMMITTER_DATE="2025-05-06T07:08:09Z")
    os.utime(files[0], (1_800_000_000, 1_800_000_000))
    assert sources_date(files, project) == datetime(2024, 5, 5, 22, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize("value", ["", "tomorrow", "1e9", "9" * 30])
def test_a_source_date_that_is_none(value, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(GlossaryError) as caught:
        sources_date([], Path())
    assert str(caught.value) == f"SOURCE_DATE_EPOCH={value!r} is no time; give seconds since 1970-01-01, or unset it"


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_msgfmt_accepts_what_is_built(two, run):
    run(two, "build", "-q")
    for path in two.glob("locales/*/LC_MESSAGES/*.po"):
        done = subprocess.run(["msgfmt", "-c", "-o", os.devnull, path], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("i18nspector") is None, reason="i18nspector is not installed")
def test_i18nspector_finds_nothing_in_what_is_built(two, run):
    run(two, "build", "-q")
    for path in sorted(two.glob("locales/**/glossary.po*")):
        done = subprocess.run(["i18nspector", path], capture_output=True, text=True, check=True)
        assert [line for line in done.stdout.splitlines() if line[:2] in ("E:", "W:")] == []
