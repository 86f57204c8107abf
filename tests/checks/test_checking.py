"""``glossary check`` from end to end: projects, foreign catalogs, glossary files, exit codes, corrections."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glossary import catalogs
from glossary.exchange import json_format
from glossary.model import ConceptEntry, Glossary, Kind, LanguageSection, Location, Occurrence, Term
from glossary.settings import Settings

DAY = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
ARTICLE = """msgid ""
msgstr ""
"Language: ko\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Talks in Kyiv"
msgstr "키예프 회담"

# glossary: ignore T301
msgid "Kyiv fell silent"
msgstr "수도가 조용해졌다"
"""


def concept(form: str, kind: Kind = "term") -> ConceptEntry:
    use = Occurrence(Location("seeds/a.txt", 1), form, form)
    section = LanguageSection("en", (Term(form, status="preferred", count=1),))
    return ConceptEntry(form.lower().replace(" ", "-"), kind, (section,), occurrences=(use,), count=1, documents=1)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project after a build: two concepts, two languages, nothing translated."""
    glossary = Glossary((concept("Kyiv", "place"), concept("supreme leader")), "", ("seeds/a.txt",))
    settings = Settings(root=tmp_path, languages=("ko", "uk"), contact="terms@glossary.dev")
    catalogs.write(catalogs.plan(glossary, settings, DAY))
    (tmp_path / "locales" / "glossary.json").write_bytes(json_format.dump(glossary))
    (tmp_path / "glossary.toml").write_text('languages = ["ko", "uk"]\n', encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The supreme leader went to Kyiv.\n", encoding="utf-8")
    return tmp_path


def translate(folder: Path, language: str, source: str, text: str) -> None:
    path = folder / "locales" / language / "LC_MESSAGES" / "glossary.po"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{text}"'), "utf-8")


def findings(run, folder: Path, *arguments: str) -> list[tuple[str, str, str]]:
    """Code, place and concept of each finding."""
    done = run(folder, "check", "--output-format", "json", *arguments)
    found = json.loads(done.out)["findings"]
    assert done.code == int(any(item["severity"] != "info" for item in found))
    return [(item["code"], f"{item['location']['path']}:{item['location']['line']}", item["concept"]) for item in found]


def test_a_fresh_project_has_only_information(built, run):
    assert [code for code, *_ in findings(run, built)] == ["G101"] * 4
    done = run(built, "check")
    assert (done.code, done.out) == (0, "")
    assert done.err == "2 catalogs, 4 messages: 4 info (-v shows them)\n"


def test_the_glossary_its_catalogs_and_the_articles(built, run):
    translate(built, "ko", "Kyiv", "키이우")
    translate(built, "uk", "supreme leader", "верховний лідер.")
    article = built / "locales" / "ko" / "LC_MESSAGES" / "seeds-a.po"
    article.write_text(ARTICLE, encoding="utf-8")
    assert findings(run, built, "--ignore", "G101") == [
        ("T301", "locales/ko/LC_MESSAGES/seeds-a.po:6", "kyiv"),
        ("G404", "locales/uk/LC_MESSAGES/glossary.po:24", "supreme-leader"),
    ]
    assert findings(run, built, "--language", "uk", "--ignore", "G101") == [
        ("G404", "locales/uk/LC_MESSAGES/glossary.po:24", "supreme-leader")
    ]
    assert findings(run, built, str(article)) == [("T301", "locales/ko/LC_MESSAGES/seeds-a.po:6", "kyiv")]


def test_decisions_forbid_admit_and_waive(built, run):
    translate(built, "ko", "Kyiv", "키이우")
    (built / "a.po").write_text(ARTICLE, encoding="utf-8")
    decisions = built / "locales" / "decisions.toml"
    decisions.write_text('[concept."Kyiv"]\nforbidden.ko = ["키예프"]\n', encoding="utf-8")
    assert findings(run, built, "a.po") == [("T302", "a.po:6", "kyiv")]
    decisions.write_text('[concept."Kyiv"]\nadmitted.ko = ["키예프"]\n', encoding="utf-8")
    assert findings(run, built, "a.po") == [("T303", "a.po:6", "kyiv")]
    decisions.write_text('[concept."Kyiv"]\nignore = ["T301", "S101"]\n', encoding="utf-8")
    assert findings(run, built, "a.po") == []
    assert ("W101", "locales/decisions.toml:1", "kyiv") in findings(run, built)
    decisions.write_text('[concept."Kyiv"]\nforbidden = ["키예프"]\n', encoding="utf-8")
    assert run(built, "check", "a.po").code == 2


def test_severities_of_the_settings(built, run):
    translate(built, "ko", "Kyiv", "키이우")
    (built / "a.po").write_text(ARTICLE, encoding="utf-8")
    settings = built / "glossary.toml"
    settings.write_text('severity = {T3 = "info", T306 = "off"}\n', encoding="utf-8")
    done = run(built, "check", "a.po", "-v")
    assert (done.code, done.out.splitlines()[1]) == (0, "a.po:6: info T301 “Kyiv” is not rendered as 키이우")
    settings.write_text('severity = {T = "off"}\n', encoding="utf-8")
    assert findings(run, built, "a.po") == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("g.csv", "en,fr\nKyiv,Kyiv\n", "g.csv: has no renderings in ko; it has fr"),
        ("g.csv", "en,ko\n", "g.csv: has no terms with renderings; give English terms"),
        ("g.json", '{"concepts": [{"id": "c1", "preferred": "Kyiv", "terms": [{"form": "Kyiv"}]}]}',
         "g.json: has no renderings in ko; it has no renderings"),
        ("g.txt", "On Monday, troops moved.\nNobody, it seems, knew.\n",
         "g.txt:2: no pair of term and rendering, but 3 cells"),
    ],
)  # fmt: skip
def test_a_glossary_that_nothing_can_be_checked_against_is_refused(tmp_path, run, name, text, message):
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.po").write_text(ARTICLE, encoding="utf-8")
    done = run(tmp_path, "check", "a.po", "--glossary", name)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"glossary: error: {message}")
    assert done.err.count("\n") == 1


def test_a_language_with_its_region_and_a_language_that_no_catalog_has(tmp_path, run):
    (tmp_path / "a.po").write_text(ARTICLE.replace("Language: ko", "Language: ko_KR"), encoding="utf-8")
    (tmp_path / "g.csv").write_text("en,ko\nKyiv,키이우\n", encoding="utf-8")
    done = run(tmp_path, "check", "a.po", "--glossary", "g.csv", "--language", "ko")
    assert (done.code, done.err.splitlines()[-1][:21]) == (1, "1 catalog, 2 messages")
    done = run(tmp_path, "check", "a.po", "--language", "ja")
    assert done.err == "glossary: error: --language: no catalog in ja; there are catalogs in ko_KR\n"
    assert done.code == 2


def test_a_glossary_file_alone_and_no_rule_at_all(tmp_path, run):
    (tmp_path / "g.csv").write_text("en,ko,uk\nKyiv,키이우,Київ\n", encoding="utf-8")
    assert run(tmp_path, "check", "--glossary", "g.csv").err == "2 glossary entries: no findings\n"
    done = run(tmp_path, "check", "--glossary", "g.csv", "--select", "T3", "--ignore", "T")
    assert (done.code, "leaves no rule" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "text", "identifier"),
    [
        ("g.csv", "en,ko\nKyiv,키이우\n", "kyiv"),
        ("g.po", 'msgid ""\nmsgstr "Language: ko\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
                 'msgid "Kyiv"\nmsgstr "키이우"\n', "kyiv"),
        ("g.json", '{"concepts": [{"id": "c1", "preferred": "Kyiv", "terms": [{"form": "Kyiv"}], '
                   '"translations": {"ko": [{"form": "키이우", "status": "approved"}]}}]}', "c1"),
    ],
)  # fmt: skip
def test_any_catalog_against_any_glossary_without_a_project(tmp_path, run, name, text, identifier):
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.po").write_text(ARTICLE, encoding="utf-8")
    assert findings(run, tmp_path, "a.po", "--glossary", name) == [("T301", "a.po:6", identifier)]


def test_a_glossary_file_by_itself(tmp_path, run):
    (tmp_path / "g.csv").write_text("en,ko,uk\nKyiv,키예프,Київ.\nLviv,리비우,\n", encoding="utf-8")
    assert findings(run, tmp_path, "--glossary", "g.csv") == [("G205", "g.csv:2", "kyiv"), ("G404", "g.csv:2", "kyiv")]


def test_corrections(tmp_path, run):
    text = ARTICLE.replace("키예프 회담", "가을  군인를 .")
    path = tmp_path / "a.po"
    path.write_text(text, encoding="utf-8")
    shown = run(tmp_path, "check", "a.po", "--fix", "--diff")
    assert (shown.code, path.read_text(encoding="utf-8")) == (0, text)
    assert '-msgstr "가을  군인를 ."\n+msgstr "가을 군인을."\n' in shown.out
    only = run(tmp_path, "check", "a.po", "--fix", "--diff", "--select", "T401")
    assert '+msgstr "가을  군인을 ."\n' in only.out
    done = run(tmp_path, "check", "a.po", "--fix")
    assert done.err.splitlines()[0] == "3 corrections in 1 file"
    assert path.read_text(encoding="utf-8") == ARTICLE.replace("키예프 회담", "가을 군인을.")
    assert run(tmp_path, "check", "a.po", "--fix").err.splitlines()[0] == "0 corrections in 0 files"


def test_baselines(tmp_path, run):
    (tmp_path / "g.csv").write_text("en,ko\nKyiv,키이우\n", encoding="utf-8")
    path = tmp_path / "a.po"
    path.write_text(ARTICLE, encoding="utf-8")
    arguments = ("a.po", "--glossary", "g.csv")
    assert run(tmp_path, "check", *arguments, "--write-baseline", "b.json").code == 0
    assert findings(run, tmp_path, *arguments, "--baseline", "b.json") == []
    path.write_text("# a new line\n" + ARTICLE.replace("키예프 회담", "수도 회담"), encoding="utf-8")
    assert findings(run, tmp_path, *arguments, "--baseline", "b.json") == [("T301", "a.po:7", "kyiv")]


def test_output_exit_and_statistics(tmp_path, run):
    (tmp_path / "a.po").write_text(ARTICLE.replace("키예프", "키이우 "), encoding="utf-8")
    assert run(tmp_path, "check", "a.po", "-o", "out.txt").code == 1
    assert (
        (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("a.po\na.po:6: warning T502 more than one space")
    )
    done = run(tmp_path, "check", "a.po", "--exit-zero", "--statistics", "--select", "T")
    assert (done.code, done.out) == (0, "     1  T502  stray space\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no.po"], "no.po: no such file or folder"),
        ([], "locales: no catalog to check; run: glossary build"),
        (["empty"], "empty: no .po file in this folder"),
        (["a.po", "--glossary", "no.csv"], "no.csv: cannot be read: No such file or directory"),
        (["a.po", "--select", "Q"], "--select: no rule 'Q'"),
        (["a.po", "--baseline", "no.json"], "no.json: cannot be read"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_two(tmp_path, run, arguments, message):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.po").write_text(ARTICLE, encoding="utf-8")
    done = run(tmp_path, "check", *arguments)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert done.err.startswith(f"glossary: error: {message}")


def test_diff_needs_fix(tmp_path, run):
    assert run(tmp_path, "check", "--diff").code == 2


def test_no_file_is_changed_by_looking(built, run, snapshot):
    (built / "bad.po").write_bytes(b'msgid "a\nmsgstr \xff')
    before = snapshot(built)
    assert run(built, "check", "bad.po").code == 1
    run(built, "check")
    assert snapshot(built) == before


def test_no_model_is_loaded(built):
    code = (
        "import os, sys\nfrom glossary.cli import main\n"
        "try:\n    main(['check', '-o', os.devnull])\nexcept SystemExit as end:\n    assert not end.code\n"
        "assert not {'spacy', 'numpy', 'wordfreq'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], cwd=built, check=True)


def test_explain_documents_a_rule(tmp_path, run):
    done = run(tmp_path, "explain", "t301")
    assert done.code == 0
    assert done.out.startswith("T301: approved rendering missing (error)\n")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")
def test_what_is_corrected_msgfmt_reads(tmp_path, run):
    path = tmp_path / "a.po"
    path.write_text(ARTICLE.replace("키예프 회담", "“군인를”  \\\\ ."), encoding="utf-8")
    run(tmp_path, "check", "a.po", "--fix")
    assert subprocess.run(["msgfmt", "-o", "/dev/null", str(path)], check=False, capture_output=True).returncode == 0
