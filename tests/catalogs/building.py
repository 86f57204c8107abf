"""Concepts, projects and catalogs in one line each, for the tests of this folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from glossary.catalogs import FilePlan, catalog_path, plan, write
from glossary.model import ConceptEntry, Glossary, Kind, LanguageSection, Location, Occurrence, Term
from glossary.settings import Settings

DAY = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
NEXT_DAY = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)

HEADER = r"""# Korean glossary.
msgid ""
msgstr ""
"Project-Id-Version: glossary 1.0\n"
"Report-Msgid-Bugs-To: terms@glossary.dev\n"
"POT-Creation-Date: 2026-10-01 12:00+0000\n"
"PO-Revision-Date: 2026-10-02 12:00+0000\n"
"Last-Translator: Kim <kim@glossary.dev>\n"
"Language-Team: Korean\n"
"Language: ko\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"""


def concept(name: str, *forms: str | Term, kind: Kind = "term", **fields) -> ConceptEntry:
    """A concept with the id ``name``; its only form is its name where none is given."""
    terms = tuple(Term(form) if isinstance(form, str) else form for form in forms or (name,))
    return ConceptEntry(name, kind, (LanguageSection("en", terms),), **fields)


def use(form: str, path: str = "seeds/a.txt", line: int = 1, sentence: str = "") -> Occurrence:
    """An occurrence of ``form``."""
    return Occurrence(Location(path, line), form, sentence or f"There is {form} here.")


def korean(folder: Path) -> Settings:
    """Settings of a project in ``folder`` with one language."""
    return Settings(root=folder, languages=("ko",), contact="terms@glossary.dev")


def planned(settings: Settings, *concepts: ConceptEntry, date: datetime = DAY) -> FilePlan:
    """The plan for the first language's catalog."""
    return plan(Glossary(concepts), settings, date)[1]


def put(settings: Settings, text: str | bytes) -> Path:
    """Make ``text`` the catalog of the first language."""
    path = catalog_path(settings, settings.languages[0])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def built(settings: Settings, *concepts: ConceptEntry, date: datetime = DAY) -> str:
    """The first language's catalog after a build."""
    write(plan(Glossary(concepts), settings, date))
    return catalog_path(settings, settings.languages[0]).read_bytes().decode()


def body(text: str) -> str:
    """A catalog without its header."""
    return text.partition("\n\n")[2]
