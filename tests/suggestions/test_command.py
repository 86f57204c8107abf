"""``glossary suggest`` and what the export says about suggestions."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from glossary import suggesting
from glossary.catalogs import plan, write
from glossary.cli.suggest import command
from glossary.concepts import load_decisions
from glossary.exchange import Scope, joined, json_format
from glossary.model import ConceptEntry, Glossary, LanguageSection, Term
from glossary.settings import Settings


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project that asks CLDR and its own termbase only."""
    (tmp_path / "glossary.toml").write_text('languages = ["ko", "uk"]\nsuggest = ["project", "termbases", "cldr"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str = "") -> list[dict]:
    result = CliRunner().invoke(command, [*arguments, "--json"], input=stdin, catch_exceptions=False)
    assert result.exit_code == 0
    return json.loads(result.output)


def test_json(project):
    found = run("Kenya", "no such thing")
    assert [item["term"] for item in found] == ["Kenya", "no such thing"]
    (korean,) = found[0]["ko"]
    assert korean["source"].startswith("CLDR ")
    assert (korean["form"], korean["confidence"]) == ("케냐", 0.9)
    assert [list(item) for item in found] == [["term", "ko", "uk"]] * 2
    assert found[1] == {"term": "no such thing", "ko": [], "uk": []}


@pytest.mark.parametrize("arguments", [(), ("--from", "-"), ("--from", "names.txt")])
def test_many_terms(project, arguments):
    (project / "names.txt").write_text("Kenya\n\n  Ghana \n", encoding="utf-8")
    found = run(*arguments, "--lang", "ko", stdin="Kenya\n\n  Ghana \n")
    assert [(item["term"], [s["form"] for s in item["ko"]]) for item in found] == [
        ("Kenya", ["케냐"]),
        ("Ghana", ["가나"]),
    ]


@pytest.mark.parametrize("arguments", [("--lang", "uk,ko"), ("-l", "uk", "-l", "ko"), ("--lang", "uk, ko")])
def test_languages(project, arguments):
    assert [list(item) for item in run("Kenya", *arguments)] == [["term", "uk", "ko"]]


def test_text(project):
    result = CliRunner().invoke(command, ["Kenya", "nothing", "--lang", "ko"], catch_exceptions=False)
    version = result.output.partition("CLDR ")[2].partition(" ")[0]
    assert result.output == f"Kenya\n  ko  0.90  케냐  [CLDR {version} KE]\nnothing\n  ko  -\n"


def test_termbase_of_the_project(project):
    (project / "glossary.toml").write_text('termbases = ["terms.tsv"]\nlanguages = ["ko"]\nsuggest = ["termbases"]\n')
    (project / "terms.tsv").write_text("en\tko\nNorth Korea\t북측\n", encoding="utf-8")
    assert run("North Korea") == [
        {"term": "North Korea", "ko": [{"form": "북측", "source": "terms.tsv", "confidence": 0.97}]}
    ]


def test_never_loads_the_model():
    code = (
        "import sys; from glossary.cli import main; sys.argv = ['glossary', 'suggest', 'Kenya']; main();"
        "sys.exit(bool({'spacy', 'wordfreq', 'trafilatura', 'urllib.request'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, cwd=root).returncode == 0


def concept(identifier: str, form: str, kind: str = "place") -> ConceptEntry:
    return ConceptEntry(identifier, kind, (LanguageSection("en", (Term(form),)),))


def test_decided_and_approved_renderings_serve_other_concepts(tmp_path):
    (tmp_path / "locales/ko/LC_MESSAGES").mkdir(parents=True)
    catalog = tmp_path / "locales/ko/LC_MESSAGES/glossary.po"
    catalog.write_text('msgctxt "place"\nmsgid "Kursk"\nmsgstr "꾸르스끄"\n', encoding="utf-8")
    (tmp_path / "locales/ko/LC_MESSAGES/app.po").write_text(
        'msgid "Sudzha"\nmsgstr "수자"\n\n#, fuzzy\nmsgid "Ghana"\nmsgstr "아직"\n', encoding="utf-8"
    )
    decided = tmp_path / "locales/decisions.toml"
    decided.write_text('[concept."Kenya"]\nko = ["께냐", "케냐"]\nuk = "Кенія!"\n', encoding="utf-8")
    settings = Settings(root=tmp_path, languages=("ko",), suggest=("project",))
    decisions = load_decisions(decided, "locales/decisions.toml")
    glossary = Glossary(tuple(concept(name.lower(), name) for name in ("Kenya", "Kursk", "Sudzha", "Ghana")))
    prefill = suggesting.prefill(glossary, settings, decisions)
    forms = {name: [(s.form, s.source) for s in found] for name, found in prefill.suggestions["ko"].items()}
    assert forms == {
        "kenya": [("께냐", "locales/decisions.toml"), ("케냐", "locales/decisions.toml")],
        "sudzha": [("수자", "locales/ko/LC_MESSAGES/app.po")],
    }
    same_name = Glossary((*glossary, concept("kursk-organization", "Kursk", "organization")))
    prefill = suggesting.prefill(same_name, settings, decisions)
    assert [s.form for s in prefill.suggestions["ko"]["kursk-organization"]] == ["꾸르스끄"]
    assert "kursk" not in prefill.suggestions["ko"], "a concept's own translation is no suggestion for it"


def test_export_lists_the_translation_first_then_suggestions(tmp_path):
    settings = Settings(root=tmp_path, languages=("ja",), suggest=("peoples", "cldr"))
    glossary = Glossary((concept("us", "US"), concept("kenya", "Kenya")))
    decisions = load_decisions(tmp_path / "none.toml")
    prefill = suggesting.prefill(glossary, settings, decisions)
    write(plan(glossary, settings, datetime.fromisoformat("2026-11-01T12:00+00:00"), prefill))
    from glossary.catalogs import translations

    whole = joined(glossary, translations(glossary, settings), prefill.suggestions)
    found = json.loads(json_format.export(whole, Scope(("ko", "ja", "uk"))))
    by_id = {item["id"]: item["translations"] for item in found["concepts"]}
    (kenya,) = by_id["kenya"]["ja"]
    assert (kenya["form"], kenya["status"]) == ("ケニア", "fuzzy")
    assert kenya["source"].split()[0] in ("CLDR", "table")
    assert {"アメリカ合衆国"} <= {item["form"] for item in by_id["us"]["ja"]}
    assert all(list(item) == ["form", "status", "source"] for item in by_id["us"]["ja"])


PO = """msgid ""
msgstr "Language: ko"

{flag}msgctxt "place"
msgid "Kenya"
msgstr "{form}"
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PO.format(flag="#, fuzzy\n", form="께냐"), False),
        (PO.format(flag="", form=""), False),
        (PO.format(flag="", form="께냐"), True),
        (PO.format(flag="#, c-format\n", form='"\n"께냐'), True),
        (PO.format(flag="#, fuzzy\n", form="께냐").replace("\n\n", "\n"), True),  # in doubt
        (PO.format(flag="", form="께냐").replace("\n", "\r\n"), True),
        (PO.format(flag="#, fuzzy\n", form="께냐").replace("\n", "\r\n"), False),
        ("", False),
    ],
)
def test_catalogs_without_approved_translations_need_not_be_read(tmp_path, text, expected):
    path = tmp_path / "glossary.po"
    path.write_text(text, encoding="utf-8", newline="")
    assert suggesting.may_approve(path) is expected
