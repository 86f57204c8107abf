"""With the programs that translators use: they accept our files, and what they do to them is no change to us."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po

from .making import Project, concept

ODD = """\
---
title: "100% \\"quoted\\""
---
# A `%s` and {braces} of %(name)s

A\ttab, a back\\slash, a "quote", an \\*asterisk\\*; it costs 50% of all.\x20\x20
A second line.

A very long paragraph that goes on for much longer than any line of any editor has columns, and on, and then on.

- Same text
- Same text

Same text
=========
"""


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def project(tmp_path) -> Project:
    """Documents of all kinds: some segments translated, some fuzzy, some obsolete, some offered from memory."""
    project = Project(tmp_path, "ko", "ja", "uk", "pt_BR")
    project.glossary(concept("text", "text", "Same text"), concept("paragraph"))
    project.put("seeds/odd.md", ODD)
    project.put("seeds/a b.html", "<p>Same text</p><p>A <b class='x'>bold</b> one of 5 &lt; 6 &amp; more.</p>")
    project.put("seeds/plain.txt", "The ministers met in the old town.\n\nThey left it soon after that.\n")
    project.prepare()
    for path in project.settings.root.glob("locales/*/LC_MESSAGES/*.po"):
        name = path.relative_to(project.settings.root).as_posix()
        project.translate(name, lambda msgid: f"{msgid} !" if "\n" in msgid or "o" in msgid else "")
    project.put("seeds/plain.txt", "The ministers met in the new town.\n\nA second line.\n\nSame text\n")
    project.put("seeds/other.txt", "The ministers met in the old town.\n\nIt ended there.\n")
    project.prepare()
    return project


def catalogs(project: Project) -> list[Path]:
    found = sorted(project.settings.root.glob("locales/*/LC_MESSAGES/*.po"))
    assert len(found) == 16
    return found


@needs("msgfmt")
def test_msgfmt(project):
    for path in catalogs(project):
        assert run("msgfmt", "-c", "-o", os.devnull, path) == ""


@needs("i18nspector")
def test_i18nspector(project):
    for path in [*catalogs(project), *project.settings.root.glob("locales/*.pot")]:
        assert re.findall(r"^[EW]: .*", run("i18nspector", path), re.MULTILINE) == []


@needs("msgcat")
def test_msgcat_changes_nothing(project):
    for path in catalogs(project):
        assert run("msgcat", "--no-wrap", path) == path.read_text("utf-8")


def test_polib_and_babel_read_the_same(project):
    for path in catalogs(project):
        ours = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)) if not entry.obsolete}
        with path.open("rb") as file:
            theirs = {message.id: message.string for message in read_po(file) if message.id}
        assert ours == theirs


@needs("msgcat")
def test_another_wrapping_is_no_change(project):
    for path in catalogs(project):
        path.write_text(run("msgcat", "--width=60", path), "utf-8")
    assert project.prepare().changed == ()
