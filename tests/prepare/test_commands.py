"""``glossary prepare`` and ``glossary render`` as people run them."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import zipfile

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


def test_pack_and_unpack(project):
    run("prepare")
    assert run("pack", "ko", "-o", "a.zip") == (
        0, "written a.zip: 2 catalogs; words: 16 open, 0 prefilled, 1 translated\n",
    )  # fmt: skip
    with zipfile.ZipFile("a.zip") as archive:
        archive.extractall()
    project.translate("po/seeds.a.md.po", {"The Port Amity Agreement": "협정 [둘]"})
    assert run("unpack", "po/seeds.a.md.po", "--check")[0] == 1
    assert run("unpack", "po/seeds.a.md.po") == (
        0,
        f"{KO}: 1 taken, 0 the same\n  The Port Amity Agreement → 협정 [둘]\nwritten (1): {KO}\n",
    )
    project.translate("po/seeds.a.md.po", {"The Port Amity Agreement": "조약"})
    assert run("unpack", "po/seeds.a.md.po") == (
        1,
        f"{KO}: 0 taken, 0 the same, 1 conflict\n"
        f"  {KO}:19: changed on both sides\n"
        "    en      The Port Amity Agreement\n"
        "    ours    협정 [둘]\n"
        "    theirs  조약\n"
        "Nothing changed.\n"
        "1 conflict: what is here stays; --theirs takes what came back\n",
    )
    assert run("unpack", "po/seeds.a.md.po", "--theirs", "-q") == (0, "")
    assert "조약" in project.get(KO)


def test_stats(project):
    run("prepare")
    project.translate(KO, {"The Port Amity Agreement": "아미티 항 협정"})
    assert [line.rstrip() for line in run("stats")[1].splitlines()] == [
        "              Segments                    Words                        Terms",
        "ko          translated  fuzzy  open  translated  fuzzy  open    %  confirmed",
        "glossary             1      0     0           1      0     0  100     1 of 1",
        "seeds/a.md           1      0     2           4      0    12   25     1 of 1",
        "all                  2      0     2           5      0    12   29",
    ]
    found = json.loads(run("stats", "ko", "--json")[1])
    assert found["ko"][1] == {
        "document": "seeds/a.md",
        "catalog": KO,
        "segments": {"translated": 1, "fuzzy": 0, "open": 2},
        "words": {"translated": 4, "fuzzy": 0, "open": 12},
        "percent": 25.0,
        "terms": {"all": 1, "confirmed": 1, "open": []},
    }


def test_a_broken_catalog_stops_pack_and_stats(project, request):
    run("prepare")
    project.put(KO, project.get(KO) + 'msgid "lost\n')
    number = project.get(KO).count("\n")
    run_whole = request.getfixturevalue("run")
    for command in (["pack", "ko", "-o", "a.zip"], ["stats"]):
        done = run_whole(project.settings.root, *command)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"glossary: error: {KO}:{number}: ")
    assert not (project.settings.root / "a.zip").exists()


@pytest.mark.parametrize("value", ["2026-12-15", '"2026-12-15"'])
def test_the_brief_has_the_deadline_of_the_settings(project, value):
    project.put("glossary.toml", f'languages = ["ko"]\ndeadline = {value}\n')
    run("prepare")
    run("pack", "ko", "-o", "a.zip")
    with zipfile.ZipFile("a.zip") as archive:
        assert "\nDeadline  2026-12-15\n" in archive.read("README.txt").decode()
