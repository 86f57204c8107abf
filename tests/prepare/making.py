"""Documents and projects in one line each, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib

from glossary import documents, preparing, rendering
from glossary.catalogs import write_bytes
from glossary.exchange import json_format
from glossary.model import ConceptEntry, Glossary, Kind, LanguageSection, Passage, Term
from glossary.settings import Settings


def opened(folder: Path, name: str, data: str | bytes) -> documents.Manuscript:
    """A document that holds ``data``."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return documents.manuscript(path, folder, 10_000_000)


def texts(folder: Path, name: str, data: str | bytes, segmentation: documents.Segmentation = "paragraph") -> list[str]:
    """The messages of a document, boilerplate included."""
    return [passage.text for passage in documents.cut(opened(folder, name, data), segmentation)]


def rendered(
    folder: Path,
    name: str,
    data: str | bytes,
    translate: Callable[[str], str | None],
    *,
    language: str = "ko",
    segmentation: documents.Segmentation = "paragraph",
) -> documents.Rendering:
    """The document with each of its passages translated."""
    document = opened(folder, name, data)
    passages = documents.cut(document, segmentation)
    return documents.render(document, passages, [translate(passage.text) for passage in passages], language)


def concept(name: str, *forms: str, kind: Kind = "term", **fields) -> ConceptEntry:
    """A concept with the id ``name``; its only form is its name where none is given."""
    return ConceptEntry(name, kind, (LanguageSection("en", tuple(Term(form) for form in forms or (name,))),), **fields)


class Project:
    """A project folder with Korean catalogs."""

    def __init__(self, folder: Path, *languages: str) -> None:
        self.settings = Settings(root=folder, languages=languages or ("ko",), contact="terms@glossary.dev")

    def put(self, name: str, data: str | bytes) -> None:
        """Make ``data`` the content of a file."""
        path = self.settings.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def get(self, name: str) -> str:
        """The content of a file."""
        return (self.settings.root / name).read_bytes().decode()

    def glossary(self, *concepts: ConceptEntry) -> None:
        """Make these the concepts of the last build."""
        write_bytes(self.settings.root / "locales/glossary.json", json_format.dump(Glossary(concepts)))

    def prepare(self, **options) -> preparing.Preparation:
        """Prepare all sources, and write."""
        result = preparing.prepare(self.settings, **options)
        preparing.write(result)
        return result

    def render(self, language: str = "ko", *paths: str) -> tuple[rendering.RenderedDocument, ...]:
        """Render documents below ``out``; nothing is written."""
        folder = self.settings.root
        return rendering.render(self.settings, language, [folder / path for path in paths], folder / "out")

    def translate(self, name: str, translations: dict[str, str] | Callable[[str], str]) -> None:
        """Fill a catalog's live messages, and confirm those."""
        path = self.settings.root / name
        catalog = polib.pofile(str(path), wrapwidth=0)
        for entry in catalog:
            new = translations.get(entry.msgid, "") if isinstance(translations, dict) else translations(entry.msgid)
            if new and not entry.obsolete:
                entry.msgstr = new
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
                entry.previous_msgid = None
        catalog.save(str(path))

    def messages(self, name: str) -> list[tuple[str, str, str]]:
        """Of each message state, msgid and msgstr, in file order."""
        found = []
        for entry in polib.pofile(str(self.settings.root / name), wrapwidth=0):
            state = "obsolete" if entry.obsolete else "fuzzy" if entry.fuzzy else "done" if entry.msgstr else "open"
            found.append((state, entry.msgid, entry.msgstr))
        return found


def roles(passages: tuple[Passage, ...]) -> list[tuple[str, str]]:
    """Role and text of each passage."""
    return [(passage.role, passage.text) for passage in passages]
