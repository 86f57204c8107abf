"""Each test is skipped where its program is not installed; with it, what we wrote is what it loads."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from glossary import catalogs, exchange, exchanging
from glossary.exchange import Scope, json_format
from glossary.exchange.text import unguarded
from glossary.model import ConceptEntry, Glossary, LanguageSection, Term
from glossary.settings import Settings
from tests.catalogs.building import DAY
from tests.exchange.building import LANGUAGES, ODD, SAMPLE

pytestmark = pytest.mark.clients

GLOSSARY = Glossary((
    *SAMPLE.concepts,
    *(
        ConceptEntry(f"odd-{number}", "term", (
            LanguageSection("en", (Term(form, status="preferred"),)),
            LanguageSection("ko", (Term(f"한 {form}", status="preferred"),)),
        ), definition=form)
        for number, form in enumerate([*ODD, "TRUE", "0012", "2026-01-02", "שלום", "😀"])
    ),
))  # fmt: skip
"""The sample, and whatever a spreadsheet might take for a formula, a number or a date."""
KOREAN = {concept.preferred: terms[0].form for concept in GLOSSARY
          if (terms := concept.section("ko")) and terms[0].status == "preferred"}  # fmt: skip


def exported(name: str, folder: Path, suffix: str, glossary: Glossary = GLOSSARY) -> Path:
    """The file in a format."""
    scope = Scope(("ko",) if exchange.FORMATS[name].pair else LANGUAGES)
    path = folder / f"glossary{suffix}"
    path.write_bytes(exchange.write(name, glossary, scope))
    return path


def program(name: str) -> str:
    """The path of a program; skips the test where there is none."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_gettext(tmp_path: Path) -> None:
    path = exported("weblate", tmp_path, ".po")
    done = subprocess.run(
        [program("msgfmt"), "-c", "--statistics", "-o", os.devnull, path],
        check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] == (
        f"{len(KOREAN)} translated messages, 1 fuzzy translation, 1 untranslated message."
    )


CATALOGED = Glossary(tuple(concept for concept in GLOSSARY if not concept.definition.endswith("\\")))


def catalog(folder: Path, language: str = "ko") -> Path:
    """The catalog of a language, as a build writes it and a translator hands it back.

    Without the concept whose definition is a backslash: Poedit 3.2 joins a comment that ends in one with the next line.
    """
    settings = Settings(root=folder, contact="Korea Desk <desk@korea-desk.net>", version="2")
    catalogs.write(catalogs.plan(CATALOGED, settings, DAY))
    forms = {concept.id: concept.section(language)[0].form for concept in CATALOGED if concept.section(language)}
    adoptions = {concept: catalogs.Adoption(form) for concept, form in forms.items()}
    catalogs.write(catalogs.adopt(CATALOGED, settings, {language: adoptions}, (), DAY))
    return catalogs.catalog_path(settings, language)


def test_i18nspector_has_nothing_to_say(tmp_path: Path) -> None:
    ours = catalog(tmp_path)
    (tmp_path / "locales" / "glossary.json").write_bytes(json_format.dump(GLOSSARY))
    settings = Settings(root=tmp_path)
    (weblate,) = exchanging.export(settings, "weblate", ["ko"])
    (tmp_path / "weblate.po").write_bytes(weblate.data)
    done = subprocess.run(
        [program("i18nspector"), ours, tmp_path / "weblate.po"], check=True, capture_output=True, text=True
    )
    assert [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))] == []


EDITING = """
openbox &
poedit "$1" & editor=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --name ' Poedit$' | tail -n 1)
sleep 2
eval "$(xdotool getwindowgeometry --shell "$window")"
xdotool windowactivate --sync "$window" mousemove --window "$window" 200 $((HEIGHT - 110)) click 1
xdotool key ctrl+End type --delay 50 ' zz'
xdotool key ctrl+s
for _ in $(seq 40); do grep -q 'X-Generator: Poedit' "$1" && break; sleep 0.25; done
kill $editor
"""
"""Opens a catalog, types behind a translation, saves: as a person does, for Poedit has no other way."""


def test_poedit_changes_what_is_typed_and_nothing_else(tmp_path: Path) -> None:
    for name in ("poedit", "openbox", "xdotool"):
        program(name)
    path = catalog(tmp_path)
    before = catalogs.parse(path.read_bytes(), "before")
    subprocess.run(
        [program("dbus-run-session"), "--", program("xvfb-run"), "-a", "bash", "-c", EDITING, "poedit", path],
        check=False, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    after = catalogs.parse(path.read_bytes(), "after")

    def told(entry: catalogs.Entry) -> tuple[object, ...]:
        return entry.context, entry.msgid, entry.msgstr, entry.flags, entry.extracted, entry.references

    changed = [(old, new) for old, new in zip(before.messages, after.messages, strict=True) if told(old) != told(new)]
    assert [new.msgstr for _, new in changed] == [f"{old.msgstr} zz" for old, _ in changed]
    assert len(changed) == 1


@pytest.mark.parametrize("name", ["tbx", "weblate-tbx"])
def test_translate_toolkit_reads_tbx(tmp_path: Path, name: str) -> None:
    tbx = pytest.importorskip("translate.storage.tbx")
    store = tbx.tbxfile.parsefile(str(exported(name, tmp_path, ".tbx")))
    store.settargetlanguage("ko")
    assert {unit.source: unit.target for unit in store.units if unit.target} == KOREAN
    assert len(store.units) == len(GLOSSARY)


def test_translate_toolkit_reads_po(tmp_path: Path) -> None:
    po = pytest.importorskip("translate.storage.po")
    store = po.pofile.parsefile(str(exported("weblate", tmp_path, ".po")))
    assert {unit.source: unit.target for unit in store.units if unit.istranslated()} == KOREAN
    (unit,) = [unit for unit in store.units if unit.source == "38 North"]
    assert unit.hastypecomment("read-only")


def test_translate_toolkit_reads_csv(tmp_path: Path) -> None:
    csvl10n = pytest.importorskip("translate.storage.csvl10n")
    store = csvl10n.csvfile.parsefile(str(exported("weblate-csv", tmp_path, ".csv", SAMPLE)))
    assert [(unit.source, unit.target or "", unit.isfuzzy()) for unit in store.units if not unit.isheader()] == [
        ("Kim Jong Un", "김정은", False),
        ("Supreme Leader", "최고령도자", True),
        ("38 North", "38 North", False),
        ("hybrid threat", "", False),
    ]


def test_deepl_reads_its_glossary(tmp_path: Path) -> None:
    util = pytest.importorskip("deepl.util")
    text = exported("deepl", tmp_path, ".csv").read_text(encoding="utf-8")
    assert util.convert_csv_to_dict(text) == KOREAN


def test_libreoffice_opens_the_workbook(tmp_path: Path) -> None:
    workbook = exported("xlsx", tmp_path, ".xlsx")
    # separator, quotation mark, UTF-8, first line, …, text as shown off, formulas off, all sheets off
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    subprocess.run(
        [program("soffice"), "--headless", "--convert-to", options, "--outdir", tmp_path / "out", workbook],
        check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    (found,) = (tmp_path / "out").glob("*.csv")
    ours = list(csv.reader(exported("csv", tmp_path, ".csv").read_text(encoding="utf-8").splitlines()))
    theirs = list(csv.reader(found.read_text(encoding="utf-8").splitlines()))
    assert theirs == [[unguarded(cell) for cell in row] for row in ours]


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN</source_lang><target_lang>KO</target_lang>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""


def test_omegat_loads_every_entry(tmp_path: Path) -> None:
    """OmegaT loads glossaries with its window only; its log says how many entries it added."""
    command = [
        program("xvfb-run"),
        "-a",
        program("omegat"),
        tmp_path / "project",
        f"--config-dir={tmp_path / 'config'}",
    ]
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (tmp_path / "project" / name).mkdir(parents=True)
    (tmp_path / "project" / "omegat.project").write_text(PROJECT)
    (tmp_path / "project" / "source" / "a.txt").write_text("Kim Jong Un spoke.\n")
    exported("omegat", tmp_path / "project" / "glossary", ".utf8")
    exported("tbx", tmp_path / "project" / "glossary", ".tbx")
    lines = len(exchange.write("omegat", GLOSSARY, Scope(("ko",))).splitlines())
    english = sum(len(concept.forms) for concept in GLOSSARY)  # each with the one rendering or none
    log = tmp_path / "config" / "logs" / "OmegaT.log"
    process = subprocess.Popen(command, env={**os.environ, "HOME": str(tmp_path)}, start_new_session=True)
    try:
        found: dict[str, int] = {}
        for _ in range(180):
            text = log.read_text(errors="replace") if log.is_file() else ""
            found = {name: int(count) for count, name in re.findall(r"Added (\d+) glossary entries from (\S+)", text)}
            if len(found) == 2:
                break
            time.sleep(0.5)
    finally:
        os.killpg(process.pid, 15)
        process.wait(timeout=30)
    assert found == {"glossary.utf8": lines, "glossary.tbx": english}


def test_hunspell_knows_the_words(tmp_path: Path) -> None:
    glossary = Glossary((
        ConceptEntry("k", "person", (LanguageSection("en", (
            Term("Kuninori Matsuda", status="preferred"), Term("Kuninory", status="deprecated"),
        )),)),
    ))  # fmt: skip
    path = exported("hunspell", tmp_path, ".dic", glossary)
    done = subprocess.run(
        [program("hunspell"), "-d", "en_US", "-p", path, "-l"],
        check=True, capture_output=True, text=True, input="Kuninori Matsuda, Kuninory Matsudo",
    )  # fmt: skip
    assert done.stdout.split() == ["Kuninory", "Matsudo"]


def test_cspell_knows_the_words(tmp_path: Path) -> None:
    glossary = Glossary((
        ConceptEntry("k", "place", (LanguageSection("en", (
            Term("Khabarovskyj", status="preferred"), Term("gulagish", status="deprecated"),
        )),)),
    ))  # fmt: skip
    exported("cspell", tmp_path, ".json", glossary).rename(tmp_path / "cspell.json")
    (tmp_path / "a.txt").write_text("Khabarovskyj gulagish misspelingx\n")
    done = subprocess.run(
        [program("cspell"), "--no-progress", "--no-color", "--words-only", "a.txt"],
        check=False, capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert sorted(done.stdout.split()) == ["gulagish", "misspelingx"]
