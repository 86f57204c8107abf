"""Finished catalogs of documents as translated documents: the part of the pipeline behind ``render``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from glossary import catalogs, documents
from glossary.catalogs import Entry, Held
from glossary.errors import GlossaryError, GlossaryErrors
from glossary.model import Finding, Location, Passage
from glossary.preparing import passages_of
from glossary.settings import Settings


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A translated document, before it is written."""

    path: str
    """Of the original."""
    target: Path
    data: bytes
    translated: int
    fuzzy: int
    open: int
    """Segments by state; fuzzy and open ones, and those with a finding, stay English."""
    findings: tuple[Finding, ...]
    """Translations that would break the document (T203)."""

    @property
    def segments(self) -> int:
        """All segments of the document."""
        return self.translated + self.fuzzy + self.open

    @property
    def percent(self) -> float:
        """Share of translated segments, 0–100."""
        return 100 * self.translated / self.segments if self.segments else 100.0


def render(settings: Settings, language: str, paths: Sequence[Path], output: Path) -> tuple[RenderedDocument, ...]:
    """The documents in ``paths`` in ``language``, to be written below ``output``; nothing is written yet.

    Without paths, all of the settings' sources that have a catalog in the language.  Raises ``GlossaryError`` for
    a document that cannot be read or has no catalog, a broken catalog, and targets that are originals.
    """
    (language,) = catalogs.catalog_languages([language])
    files = documents.find(paths or [settings.root / source for source in settings.sources], settings)
    found: list[RenderedDocument] = []
    errors: list[GlossaryError] = []
    for file in files:
        try:
            document = documents.manuscript(file, settings.root, settings.max_file_size)
            lying = catalogs.held(document.path, settings, [language])[language]
            if lying.data is not None:
                found.append(_rendered(document, lying, language, output))
            elif paths and file in paths:
                raise GlossaryError("there is no such catalog yet", path=lying.shown, hint="run: glossary prepare")
        except GlossaryError as error:
            errors.append(error)
    if errors:
        raise GlossaryErrors(errors) if len(errors) > 1 else errors[0]
    if not found:
        hint = f"run: glossary prepare, and translate locales/{language}"
        raise GlossaryError(f"no document has a catalog in {language}", hint=hint)
    _refuse_sources(settings, output)
    _refuse_collisions(found, files)
    return tuple(found)


def write(rendered: Sequence[RenderedDocument]) -> tuple[Path, ...]:
    """Write the documents that change, each whole or not at all, and return their paths."""
    return tuple(document.target for document in rendered if catalogs.write_bytes(document.target, document.data))


def _rendered(document: documents.Manuscript, lying: Held, language: str, output: Path) -> RenderedDocument:
    entries = {entry.key: entry for entry in lying.catalog.messages if not entry.obsolete}
    passages = passages_of(document, {language: lying})
    found = _entries(passages, entries)
    texts = [
        entry.msgstr if entry and entry.msgstr and not entry.fuzzy and entry.msgstr != entry.msgid else None
        for entry in found
    ]
    rendering = documents.render(document, passages, texts, language.replace("_", "-"))
    flawed = {flaw.passage: flaw.reason for flaw in rendering.flaws}
    fuzzy = sum(1 for entry in found if entry and entry.msgstr and entry.fuzzy)
    done = sum(1 for entry in found if entry and entry.msgstr and not entry.fuzzy) - len(rendering.flaws)
    findings = tuple(
        Finding("T203", "error", f"left in English: {flawed[passage]}", Location(lying.shown, entry.number), language)
        for passage, entry in zip(passages, found, strict=True)
        if entry and passage in flawed
    )
    path = PurePosixPath(document.path)
    name = path.with_name(path.name + documents.format_of(document.path).suffix)
    target = output / (name.name if name.is_absolute() else name)
    rest = len(passages) - done - fuzzy
    return RenderedDocument(document.path, target, rendering.data, done, fuzzy, rest, findings)


def _entries(passages: Sequence[Passage], entries: Mapping[tuple[str | None, str], Entry]) -> list[Entry | None]:
    """For each passage the entry that translates it."""
    found: list[Entry | None] = [None] * len(passages)
    for message in catalogs.segment_messages(passages, 1):
        for index in message.passages:
            found[index] = entries.get(message.key) or entries.get((None, message.msgid))
    return found


def _refuse_sources(settings: Settings, output: Path) -> None:
    """Raise ``GlossaryError`` when the next build would read the translations: ``output`` lies in a source folder."""
    real = output.resolve()
    for source in settings.sources:
        folder = (settings.root / source).resolve()
        if folder.is_dir() and folder != settings.root.resolve() and real.is_relative_to(folder):
            message = f"lies in {source}/, so that the next build would read the translations as sources"
            raise GlossaryError(message, path=str(output), hint="give another folder: -o")


def _refuse_collisions(rendered: Sequence[RenderedDocument], files: Sequence[Path]) -> None:
    """Raise ``GlossaryError`` when a document would be written over an original, or over another document."""
    originals = {file.resolve() for file in files}
    targets: dict[Path, str] = {}
    for document in rendered:
        real = document.target.resolve()
        if real in originals:
            raise GlossaryError(
                "would overwrite an original", path=str(document.target), hint="give another folder: -o"
            )
        other = targets.setdefault(real, document.path)
        if other != document.path:
            raise GlossaryError(f"has the same name as {other}", path=document.path, hint="render one at a time")
