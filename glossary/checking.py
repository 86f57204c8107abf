"""The order of a check: what ``glossary check`` does, from paths to findings.

The part of the pipeline that needs neither a model nor numpy, so that a check starts at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from glossary import checks
from glossary.catalogs.languages import language_of
from glossary.catalogs.scanning import scan
from glossary.catalogs.translations import translations
from glossary.errors import GlossaryError
from glossary.exchange import json_format, termbase_files
from glossary.model import Finding, Glossary, LanguageSection, Term
from glossary.rules import RULES
from glossary.settings import Settings
from glossary.units import CatalogFile

_SUFFIXES = (".po", ".pot")


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked to check."""

    paths: tuple[Path, ...] = ()
    """Catalogs and folders of catalogs; none: the whole project."""
    glossary: Path | None = None
    """A glossary file instead of the project's glossary."""
    selected: AbstractSet[str] = frozenset(RULES)
    """Codes of the rules that count."""
    languages: tuple[str, ...] = ()
    """Only catalogs of these languages; none: all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    findings: tuple[Finding, ...]
    """By path, then line."""
    files: int
    messages: int

    @property
    def failed(self) -> bool:
        """Whether anything but information was found."""
        return any(finding.severity != "info" for finding in self.findings)


def check(settings: Settings, request: Request) -> Checked:
    """Check files and give findings; nothing is written.

    Raises ``GlossaryError`` for a path that does not exist and a glossary that cannot be read.
    """
    glossary = _glossary(settings, request.glossary)
    by_language: dict[str, list[CatalogFile]] = {}
    for file in _files(settings, request):
        by_language.setdefault(file.language, []).append(file)
    findings: list[Finding] = []
    for language, files in by_language.items():
        termbase = checks.Termbase(glossary, language)
        for file in files:
            findings += checks.check_file(file, termbase, request.selected)
        findings += checks.check_language(files, request.selected)
    findings.sort(key=_place)
    every = [file for files in by_language.values() for file in files]
    return Checked(tuple(findings), len(every), sum(len(file.units) for file in every))


def _place(finding: Finding) -> tuple[str, int, str]:
    place = finding.location
    return (place.path, place.line, finding.code) if place else ("", 0, finding.code)


def _files(settings: Settings, request: Request) -> Iterator[CatalogFile]:
    for path in _paths(settings, request.paths):
        shown = _shown(path, settings)
        try:
            file = scan(path.read_bytes(), shown)
        except OSError as error:
            raise GlossaryError(f"cannot be read: {error.strerror}", path=shown) from None
        only = request.languages[0] if len(request.languages) == 1 else ""
        file = replace(file, language=language_of(file, only))
        if not request.languages or file.language in request.languages or file.refused:
            yield file


def _paths(settings: Settings, paths: Sequence[Path]) -> Iterable[Path]:
    if not paths:
        folder = settings.root / settings.output
        found = sorted(folder.rglob("*.po"))
        if not found:
            raise GlossaryError("no catalog to check", path=settings.output, hint="run: glossary build")
        return found
    found = []
    for path in paths:
        if path.is_dir():
            inside = sorted(child for child in path.rglob("*") if child.suffix in _SUFFIXES and child.is_file())
            if not inside:
                raise GlossaryError("no .po file in this folder", path=str(path))
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise GlossaryError("no such file or folder", path=str(path))
    return list(dict.fromkeys(found))


def _shown(path: Path, settings: Settings) -> str:
    whole = path.resolve()
    root = settings.root.resolve()
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()


def _glossary(settings: Settings, path: Path | None) -> Glossary:
    """The glossary to check against, with its renderings; an empty one without project and without file."""
    if path is not None:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise GlossaryError(f"cannot be read: {error.strerror}", path=str(path)) from None
        if path.suffix in _SUFFIXES:
            return termbase_files.from_catalog(_catalog(data, path))
        return termbase_files.read(data, str(path))
    whole = settings.root / settings.output / "glossary.json"
    if not whole.is_file():
        return Glossary(())
    glossary = json_format.load(whole.read_bytes(), f"{settings.output}/glossary.json")
    found = translations(glossary, settings)
    concepts = []
    for concept in glossary:
        sections = [
            LanguageSection(language, (Term(by_id[concept.id].form, status="preferred"),))
            for language, by_id in found.items()
            if concept.id in by_id and by_id[concept.id].status == "approved"
        ]
        concepts.append(replace(concept, sections=(*concept.sections, *sections)))
    return replace(glossary, concepts=tuple(concepts))


def _catalog(data: bytes, path: Path) -> CatalogFile:
    file = scan(data, str(path))
    if file.refused:
        slip = file.slips[-1]
        raise GlossaryError(slip.message, path=str(path), line=slip.line)
    return replace(file, language=language_of(file, ""))
