"""The two commands as people type them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from glossary import catalogs, exchange
from glossary.cli import cli
from glossary.errors import GlossaryError
from glossary.exchange import FORMATS, Scope, json_format
from glossary.settings import Settings
from tests.catalogs.building import DAY

from .building import LANGUAGES, SAMPLE


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of the sample in the current folder, without renderings."""
    catalogs.write(catalogs.plan(SAMPLE, Settings(root=tmp_path), DAY))
    (tmp_path / "locales" / "glossary.json").write_bytes(json_format.dump(SAMPLE))
    (tmp_path / "glossary.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_list_names_every_format(project: Path) -> None:
    lines = CliRunner().invoke(cli, ["export", "--list"]).output.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(project: Path, name: str) -> None:
    done = CliRunner().invoke(cli, ["export", name, "-l", "ko", "-o", "out"], catch_exceptions=False)
    assert (done.exit_code, Path("out").is_file()) == (0, True)


def test_one_file_a_language(project: Path) -> None:
    CliRunner().invoke(cli, ["export", "weblate", "-o", "out.{language}.po"], catch_exceptions=False)
    assert sorted(path.name for path in project.glob("out.*")) == ["out.ja.po", "out.ko.po", "out.uk.po"]


REFUSED = {
    "format": (["tmx"], f"unknown format 'tmx'; the formats are {', '.join(FORMATS)}"),
    "language": (["csv", "-l", "fr"], "'fr' is not among the languages of the settings; the languages are ko, ja, uk"),
    "several languages": (
        ["omegat", "-o", "out"],
        "omegat holds one language in a file; choose one with --language (ko, ja, uk) "
        "or give -o a name with {language} in it",
    ),
    "a name for each of several files": (
        ["csv", "-o", "out.{language}.csv"],
        "csv holds all languages in one file; leave {language} out of the name",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(project: Path, arguments: list[str], message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        CliRunner().invoke(cli, ["export", *arguments], catch_exceptions=False)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "module", "message"),
    [
        ("xlsx", "openpyxl", "XLSX needs openpyxl; run: pip install 'glossary[xlsx]'"),
        ("phrase", "openpyxl", "XLSX needs openpyxl; run: pip install 'glossary[xlsx]'"),
        ("skos", "rdflib", "SKOS needs rdflib; run: pip install 'glossary[skos]'"),
    ],
)
def test_a_missing_extra_is_one_line(name: str, module: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(GlossaryError) as caught:
        exchange.write(name, SAMPLE, Scope(LANGUAGES))
    assert str(caught.value) == message


def test_import_shows_both_sides_and_writes_when_told(project: Path) -> None:
    Path("back.csv").write_text("en,ko\nSupreme Leader,최고령도자\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", "back.csv"], catch_exceptions=False)
    assert done.output.splitlines()[0] == "1 entry read (csv), 0 as in the glossary"
    assert "Nothing is written yet; --apply writes locales/ko/LC_MESSAGES/glossary.po." in done.output
    done = CliRunner().invoke(cli, ["import", "back.csv", "--apply"], catch_exceptions=False)
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "Written: locales/ko/LC_MESSAGES/glossary.po")
    Path("back.csv").write_text("en,ko\nSupreme Leader,수령\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", "back.csv", "--apply"], catch_exceptions=False)
    row = next(line.split() for line in done.output.splitlines() if line.startswith("Supreme"))
    assert (done.exit_code, row[2:6]) == (1, ["rendering", "ko", "최고령도자", "수령"])
