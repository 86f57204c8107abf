"""With the programs that translators use: they accept our files, and what they do to them is no change to us."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from glossary.catalogs import plan, write
from glossary.model import Glossary, Relation, Term
from glossary.settings import Settings

from .building import DAY, NEXT_DAY, concept, use

LONG = "A treaty on the limitation of strategic offensive arms and on confidence-building measures of all kinds"
CONCEPTS = (
    concept("kim", "Kim Jong Un", "Kim", kind="person", subkind="leader", related=(Relation("title", "chair"),)),
    concept("chair", "chairman", kind="title"),
    concept("un", Term("UN", "acronym"), kind="abbreviation"),
    concept("dprk", "DPRK", kind="place", translate=False),
    concept("odd", 'the "100%" \\ rule', definition="a\nb\u2028c"),
    concept("long", LONG, kind="document", occurrences=(use("x", "seeds/a b.txt", 3, LONG + " " + LONG),), count=1),
    concept(
        "sanctions",
        occurrences=tuple(use("sanctions", f"seeds/{'d' * 30}.txt", line) for line in range(1, 30)),
        examples=(use("sanctions", sentence="They said that sanctions-busting " * 9),),
        count=40,
    ),
)
GLOSSARY = Glossary(CONCEPTS)


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def project(tmp_path):
    settings = Settings(root=tmp_path, languages=("ko", "ja", "uk", "pt_BR", "sr-Latn", "mn"))
    write(plan(GLOSSARY, settings, DAY))
    return settings


@pytest.fixture
def ukrainian(project) -> Path:
    """A translated catalog: some approved, some fuzzy, one obsolete."""
    path = project.root / "locales/uk/LC_MESSAGES/glossary.po"
    text = path.read_text("utf-8")
    text = text.replace('msgid "chairman"\nmsgstr ""', 'msgid "chairman"\nmsgstr "голова"')
    text = text.replace('msgctxt "person"', '#, fuzzy\n#| msgid "Kim"\nmsgctxt "person"')
    text = text.replace('msgid "Kim Jong Un"\nmsgstr ""', 'msgid "Kim Jong Un"\nmsgstr "Кім Чен Ин"')
    text += '\n# kept\n#~ msgctxt "term"\n#~ msgid "pact"\n#~ msgstr "пакт"\n'
    path.write_text(text, "utf-8")
    return path


@needs("msgfmt")
@pytest.mark.parametrize("contact", ["", "terms@glossary.dev", "https://glossary.dev/issues"])
def test_msgfmt(project, contact, tmp_path):
    settings = Settings(root=tmp_path / "other", languages=project.languages, contact=contact)
    for file in write(plan(GLOSSARY, settings, DAY)):
        shown = run("msgfmt", "-c", "-o", os.devnull, file.path)
        assert shown == "" or (file.language == "" and "header field 'Language' still has the initial" in shown)


@needs("i18nspector")
@pytest.mark.parametrize("contact", ["", "terms@glossary.dev", "https://glossary.dev/issues"])
def test_i18nspector(contact, tmp_path):
    settings = Settings(root=tmp_path, languages=("ko", "ja", "uk", "pt_BR", "sr-Latn"), contact=contact)
    for file in write(plan(GLOSSARY, settings, DAY)):
        assert re.findall(r"^[EW]: .*", run("i18nspector", file.path), re.MULTILINE) == []


@needs("i18nspector")
def test_i18nspector_after_updates(project, ukrainian):
    renamed = (concept("chair", "chairmen", kind="title"), concept("kim", "Kim Jong-un", "Kim Jong Un", kind="person"))
    write(plan(Glossary(renamed), project, NEXT_DAY))
    assert re.findall(r"^[EW]: .*", run("i18nspector", ukrainian), re.MULTILINE) == []
    assert run("msgfmt", "-c", "-o", os.devnull, ukrainian) == ""


@needs("msgcat")
def test_msgcat_changes_nothing(project, tmp_path):
    for file in plan(GLOSSARY, project, DAY):
        run("msgcat", "--no-wrap", "-o", tmp_path / "out.po", file.path)
        assert (tmp_path / "out.po").read_bytes() == file.new


TOOLS = {
    "msgcat": lambda path, out: run("msgcat", "-o", out, path),
    "msgcat --no-wrap": lambda path, out: run("msgcat", "--no-wrap", "-o", out, path),
    "msgcat --width=40": lambda path, out: run("msgcat", "--width=40", "-o", out, path),
    "msgattrib": lambda path, out: run("msgattrib", "-o", out, path),
    "msgmerge": lambda path, out: run(
        "msgmerge", "-q", "--previous", "-o", out, path, path.parents[2] / "glossary.pot"
    ),
}


@needs("msgcat")
@pytest.mark.parametrize("tool", TOOLS)
def test_rewritten_by_gettext(tool, project, ukrainian, tmp_path):
    TOOLS[tool](ukrainian, tmp_path / "out.po")
    shutil.copyfile(tmp_path / "out.po", ukrainian)
    assert [file.changed for file in plan(GLOSSARY, project, NEXT_DAY)] == [False] * 7


@pytest.mark.parametrize("width", [0, 40, 78])
def test_rewritten_by_polib(width, project, ukrainian):
    file = polib.pofile(str(ukrainian), wrapwidth=width)
    file.save()
    assert [file.changed for file in plan(GLOSSARY, project, NEXT_DAY)] == [False] * 7


@needs("msgcat")
def test_only_what_must_change_changes_in_a_rewrapped_file(project, ukrainian):
    run("msgcat", "--width=40", "-o", ukrainian, ukrainian)
    before = ukrainian.read_text("utf-8")
    write(plan(Glossary((*CONCEPTS, concept("zebra"))), project, NEXT_DAY))
    new = '#. kind: term\nmsgctxt "term"\nmsgid "zebra"\nmsgstr ""\n\n'
    before = before.replace("# kept\n#~", f"{new}# kept\n#~")
    before = before.replace('Creation-Date: 2026-11-01 "\n"12:00', "Creation-Date: 2026-11-02 12:00", 1)
    assert ukrainian.read_text("utf-8") == before


def test_the_same_bytes_in_any_zone_and_with_any_hash_seed(tmp_path):
    code = (
        "import hashlib, sys; from pathlib import Path; from catalogs import test_gettext as t;"
        "from glossary.catalogs import plan; from glossary.settings import Settings;"
        "files = plan(t.GLOSSARY, Settings(root=Path(sys.argv[1])), t.DAY);"
        "print(hashlib.sha256(b''.join(file.new for file in files)).hexdigest())"
    )
    tests = Path(__file__).parents[1]
    shown = {
        subprocess.run(
            [sys.executable, "-c", code, tmp_path],
            env={
                **os.environ,
                "TZ": zone,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join([str(tests), *sys.path]),
            },
            capture_output=True,
            check=True,
        ).stdout
        for zone, seed in (("UTC", "0"), ("Asia/Seoul", "1"), ("America/St_Johns", "2"))
    }
    assert len(shown) == 1
