"""``glossary report``: from a project's files to the page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from glossary import reporting
from glossary.catalogs import catalog_path, plan, write
from glossary.cli.report import command
from glossary.errors import GlossaryError
from glossary.exchange import json_format
from glossary.model import Glossary
from glossary.settings import Settings
from tests.catalogs.building import DAY

from .building import concept, use


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """A project with one document, one term and its catalogs."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(
        "A live-fire drill began in the north of the country.\n", encoding="utf-8"
    )
    (tmp_path / "glossary.toml").write_text('project = "Korea desk"\nlanguages = ["ko", "uk"]\n', encoding="utf-8")
    settings = Settings(root=tmp_path, languages=("ko", "uk"), project="Korea desk")
    build(settings, concept("live-fire drill", count=1, documents=1, occurrences=(use("live-fire drill"),)))
    return settings


def build(settings: Settings, *concepts: Any) -> Path:
    glossary = Glossary(tuple(concepts), "model 1.0", ("seeds/a.txt",))
    write(plan(glossary, settings, DAY))
    path = settings.root / settings.output / "glossary.json"
    path.write_bytes(json_format.dump(glossary))
    return path


def translate(settings: Settings, language: str, msgid: str, msgstr: str) -> None:
    path = catalog_path(settings, language)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"'), encoding="utf-8"
    )


def data_of(page: bytes) -> dict[str, Any]:
    match = re.search(r'id="data">(.*?)</script>', page.decode(), re.DOTALL)
    assert match
    found: dict[str, Any] = json.loads(match[1])
    return found


def test_the_page_shows_the_build_and_the_catalogs_as_they_are(project: Settings) -> None:
    translate(project, "ko", "live-fire drill", "실사격 훈련")
    data = data_of(reporting.report(project))
    assert data["languages"] == [["ko", "Korean"], ["uk", "Ukrainian"]]
    assert [rendering[:2] for rendering in data["concepts"][0]["renderings"]] == [
        ["실사격 훈련", "approved"],
        ["", "open"],
    ]
    assert data["documents"][0]["segments"] == [
        [1, 1, "A live-fire drill began in the north of the country.", [[2, 17, 0]]]
    ]


def test_the_command_writes_the_file_and_a_second_run_changes_nothing(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    assert (
        CliRunner().invoke(command, ["-o", "out/report.html"], catch_exceptions=False).output
        == "written: out/report.html\n"
    )
    first = (project.root / "out" / "report.html").read_bytes()
    stamp = (project.root / "out" / "report.html").stat().st_mtime_ns
    CliRunner().invoke(command, ["-o", "out/report.html"], catch_exceptions=False)
    assert (project.root / "out" / "report.html").read_bytes() == first
    assert (project.root / "out" / "report.html").stat().st_mtime_ns == stamp


def test_nothing_built_yet_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"locales/glossary\.json: there is no such file; run: glossary build"):
        reporting.report(Settings(root=tmp_path))


def test_a_document_that_is_gone_does_not_matter(project: Settings) -> None:
    (project.root / "seeds" / "a.txt").unlink()
    assert data_of(reporting.report(project))["documents"] == [{"path": "seeds/a.txt"}]


def test_an_older_glossary_tells_what_changed(project: Settings, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_bytes((project.root / "locales" / "glossary.json").read_bytes())
    build(project, concept("drill"))
    page = reporting.report(project, since=old).decode()
    assert "<del>live-fire drill</del>" in page
    with pytest.raises(GlossaryError, match=r"name an older glossary\.json"):
        reporting.report(project, since=tmp_path / "missing.json")


def test_version_control_tells_what_changed(project: Settings) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.name=T", "-c", "user.email=t@glossary.dev", "-C", str(project.root), *arguments]
        subprocess.run(command, check=True, capture_output=True)

    assert "No earlier build is known" in reporting.report(project).decode()
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    assert "No earlier build is known" in reporting.report(project).decode()
    build(project, concept("live-fire drill", kind="event"), concept("sanction"))
    before = reporting.report(project).decode()
    assert '<a href="#terms?term=sanction">sanction</a>' in before
    git("commit", "-qam", "two")
    after = reporting.report(project).decode()
    assert after == before, "what changed since the last build does not depend on its being committed"


def test_languages_have_their_english_names() -> None:
    names = reporting.language_names(replace(Settings(), languages=("pt-BR", "uk")))
    assert names == {"pt_BR": "Portuguese (Brazil)", "uk": "Ukrainian"}


def test_the_model_is_not_loaded(project: Settings) -> None:
    code = "import sys; from glossary import reporting; sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
