"""``glossary prepare`` and ``glossary render`` as people run them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from glossary.cli import cli
from glossary.errors import GlossaryError

from .making import Project, concept

KO = "locales/ko/LC_MESSAGES/seeds.a.md.po"
DOCUMENT = "# The Port Amity Agreement\n\nThe ministers signed the agreement.\n\nIt holds for ten years, they said.\n"


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    project = Project(tmp_path)
    project.put("glossary.toml", 'languages = ["ko"]\n')
    project.put("seeds/a.md", DOCUMENT)
    project.glossary(concept("agreement"))
    project.put("locales/ko/LC_MESSAGES/glossary.po", 'msgctxt "term"\nmsgid "agreement"\nmsgstr "합의"\n')
    monkeypatch.chdir(tmp_path)
    return project


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    return result.exit_code, result.output


def test_prepare(project):
    assert run("prepare") == (
        0,
        "3 segments in 1 document\n"
        "Language  Translated  Fuzzy  Empty  Obsolete\n"
        "ko                 0      0      3         0\n"
        f"written (2): {KO}, locales/seeds.a.md.pot\n",
    )
    assert run("prepare")[1].endswith("Nothing changed.\n")
    assert run("prepare", "-q") == (0, "")


def test_prepare_tells_what_changed(project):
    run("prepare")
    project.translate(KO, {"The ministers signed the agreement.": "장관들이 합의에 서명했다."})
    project.put("seeds/a.md", DOCUMENT.replace("ten", "20").replace("Port", "New") + "\nA new end was told.\n")
    project.put("locales/ko/LC_MESSAGES/glossary.po", 'msgctxt "term"\nmsgid "agreement"\nmsgstr "협정"\n')
    assert run("prepare") == (
        0,
        "4 segments in 1 document\n"
        "Language  Translated  Fuzzy  Empty  Obsolete\n"
        "ko                 1      0      3         0\n"
        "seeds/a.md: 1 new, 2 edited\n"
        "agreement: 합의 is now 협정; 1 segment in 1 document uses the old rendering\n"
        f"  {KO}:25\n"
        f"written (2): {KO}, locales/seeds.a.md.pot\n",
    )
    assert project.get(KO).splitlines()[24] == 'msgid "The ministers signed the agreement."'


def test_prepare_check_writes_nothing(project):
    code, output = run("prepare", "--check")
    assert (code, output.splitlines()[-1]) == (1, f"would change (2): {KO}, locales/seeds.a.md.pot")
    assert not (project.settings.root / KO).exists()
    run("prepare")
    assert run("prepare", "--check")[0] == 0


def test_prepare_without_a_glossary(project):
    (project.settings.root / "locales/glossary.json").unlink()
    assert "There is no glossary yet, so no terms are shown; run: glossary build\n" in run("prepare")[1]


def test_documents_in_other_languages_are_skipped(project):
    project.put(
        "seeds/b.txt", "Die Minister haben das Abkommen am Montag in der alten Stadt unterzeichnet, sagten sie.\n"
    )
    assert "seeds/b.txt:1: F101 not English (looks like de): skipped" in run("prepare")[1]


def test_render(project):
    run("prepare")
    project.translate(KO, {"The Port Amity Agreement": "아미티 항 협정"})
    assert run("render", "ko", "-o", "out") == (
        0,
        "Document    Translated  Fuzzy  Open   %\n"
        "seeds/a.md           1      0     2  33\n"
        "written (1): out/seeds/a.md\n",
    )
    assert project.get("out/seeds/a.md") == DOCUMENT.replace("The Port Amity Agreement", "아미티 항 협정")
    code, output = run("render", "ko", "seeds/a.md", "-o", "other", "--require", "100")
    assert code == 1
    assert "glossary: error: seeds/a.md: 33 % translated, 100 % required; nothing was written\n" in output
    assert not (project.settings.root / "other").exists()


def test_a_full_disk_leaves_whole_files(project, monkeypatch):
    run("prepare")
    before = project.get(KO)
    project.put("seeds/a.md", DOCUMENT + "\nA new end was told.\n")
    calls = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 3:  # the template: the catalog's file and folder were synced before
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(GlossaryError, match="No space left on device"):
            run("prepare")
    assert project.get(KO) != before
    assert "A new end" not in project.get("locales/seeds.a.md.pot")
    assert sorted(path.name for path in (project.settings.root / "locales").iterdir()) == [
        "glossary.json", "ko", "seeds.a.md.pot",
    ]  # fmt: skip
    assert run("prepare")[0] == 0
    assert "A new end" in project.get("locales/seeds.a.md.pot")


@pytest.mark.parametrize("module", ["glossary.preparing", "glossary.rendering", "glossary.cli.prepare"])
def test_neither_command_loads_the_model(module):
    heavy = {"spacy", "numpy", "trafilatura", "docx", "wordfreq"}
    code = f"import sys, {module}; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
