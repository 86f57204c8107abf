"""The order of a check: what ``glossary check`` does, from paths to findings.

The part of the pipeline that needs neither a model nor numpy, so that a check starts at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from glossary import checks, reference
from glossary.catalogs.languages import is_in, language_of
from glossary.catalogs.scanning import scan
from glossary.checks import baseline, vocabulary, waivers
from glossary.errors import GlossaryError
from glossary.model import Document, Finding, Glossary, Severity
from glossary.reference import Reference
from glossary.rules import RULES
from glossary.settings import Settings
from glossary.units import CatalogFile


class Request(NamedTuple):
    """What the user asked to check."""

    paths: tuple[Path, ...] = ()
    """Catalogs and folders of catalogs; none: the whole project, or the glossary file when one is given."""
    glossary: Path | None = None
    """A glossary file instead of the project's glossary."""
    selected: AbstractSet[str] = frozenset(RULES)
    """Codes of the rules that count."""
    languages: tuple[str, ...] = ()
    """Only catalogs of these languages; none: all."""
    baseline: Path | None = None
    """Findings that are known already; none: all are new."""
    sources: bool = False
    """Read and analyze the documents again instead of trusting the last build; loads the model."""


class Checked(NamedTuple):
    """What a check found."""

    findings: tuple[Finding, ...]
    """By path, then line, then code; without those that are waived or in the baseline."""
    every: tuple[Finding, ...]
    """The same with those in the baseline: what a new baseline holds."""
    files: Mapping[str, Path]
    """Path as findings name it → where it lies, of all catalogs that were read."""
    messages: int
    entries: int
    """Entries of a glossary file, where it was checked itself."""
    waived: int

    @property
    def failed(self) -> bool:
        """Whether anything but information was found."""
        return any(finding.severity != "info" for finding in self.findings)


def check(settings: Settings, request: Request) -> Checked:
    """Check files and give findings; nothing is written.

    Raises ``GlossaryError`` for a path that does not exist and a glossary that cannot be read.
    """
    selected = _without_off(request.selected, settings.severity)
    files = dict(_files(settings, request))
    if request.glossary is None:
        known = reference.of_project(settings)
    else:
        words = vocabulary.Vocabulary(files.values())
        known = reference.of_file(request.glossary, words.may_hold if files else None)
        reference.require(known.glossary, request.glossary, files.values(), read=words.asked)
    if not (request.paths or request.glossary or files or known.built):
        raise GlossaryError("no catalog to check", path=settings.output, hint="run: glossary build")
    findings: list[Finding] = []
    for group in _by_language(files.values()):
        findings += _language(group, files, known, settings, selected)
    if not request.paths:
        findings += _project(settings, request, known, selected)
    if settings.severity:
        findings = [_graded(finding, settings.severity) for finding in findings]
    given = [waiver for file in files.values() for waiver in waivers.in_file(file)]
    kept, unused = waivers.apply(findings, [*given, *waivers.of_concepts(known.waivers)], selected)
    if request.paths or request.languages:  # a part of the project cannot tell whether a concept's waiver is needed
        unused = [finding for finding in unused if not finding.concept_id]
    every = sorted((*kept, *unused), key=_place)
    new = baseline.new(every, _baseline(request.baseline)) if request.baseline else every
    messages = sum(len(file.units) for file in files.values())
    paths = {file.path: path for path, file in files.items()}
    entries = sum(len(file.units) for file in known.catalogs) if not request.paths else 0
    return Checked(tuple(new), tuple(every), paths, messages, entries, len(findings) - len(kept))


def _language(
    group: Sequence[CatalogFile],
    files: Mapping[Path, CatalogFile],
    known: Reference,
    settings: Settings,
    selected: AbstractSet[str],
) -> list[Finding]:
    """The findings about all catalogs of one language."""
    findings: list[Finding] = []
    termbase = checks.Termbase(known.glossary, group[0].language)
    paths = {file.path: path for path, file in files.items()}
    for file in group:
        path = paths[file.path]
        template = reference.template_of(path, settings)
        pot = scan(template.read_bytes(), reference.shown_path(template, settings)) if template else None
        terms = known.built and reference.is_term_catalog(path, settings)
        rules = selected & checks.TERM_RULES if terms else selected
        findings += checks.check_file(file, termbase, pot, rules)
        if terms:
            findings += _terms(file, known, rules)
    texts = [file for file in group if not (known.built and reference.is_term_catalog(paths[file.path], settings))]
    return findings + checks.check_language(texts, selected)


def _terms(file: CatalogFile, known: Reference, selected: AbstractSet[str]) -> list[Finding]:
    catalog = checks.TermCatalog(file, known.glossary, reference.concepts_of(file, known))
    return checks.check_terms(catalog, selected)


def _project(settings: Settings, request: Request, known: Reference, selected: AbstractSet[str]) -> list[Finding]:
    """The findings about the glossary file, or about the project's sources."""
    if request.glossary:
        return [
            finding
            for file in known.catalogs
            if not request.languages or any(is_in(file.language, code) for code in request.languages)
            for finding in _glossary_file(file, known, selected - {"G103"})
        ]
    if not any(code.startswith("S") for code in selected) or request.languages:
        return []
    glossary, texts = known.glossary, list(_documents(settings, known.glossary))
    if request.sources:
        from glossary import pipeline  # noqa: PLC0415  (loads the model's libraries)

        glossary = pipeline.reread(settings)
    return checks.check_sources(glossary, texts, selected)


def _glossary_file(file: CatalogFile, known: Reference, selected: AbstractSet[str]) -> list[Finding]:
    """The findings about the renderings of a glossary file in one language; the rules P are for catalogs alone."""
    rules = selected & checks.TERM_RULES
    if not file.path.endswith(reference.CATALOGS):
        rules = frozenset(code for code in rules if not code.startswith("P"))
    return checks.check_file(file, checks.Termbase(Glossary(()), ""), None, rules) + _terms(file, known, rules)


def _documents(settings: Settings, glossary: Glossary) -> Iterator[Document]:
    """The documents of the last build that are still there."""
    if glossary.sources:
        from glossary import documents  # noqa: PLC0415  (loads the readers of all formats)

        for source in glossary.sources:
            path = settings.root / source
            if path.is_file():
                yield documents.read(path, settings.root, settings.max_file_size)


def _files(settings: Settings, request: Request) -> Iterator[tuple[Path, CatalogFile]]:
    """The catalogs to check, each with the language that it is in.

    Raises ``GlossaryError`` when there are some, but none in a language that is asked for.
    """
    only = request.languages[0] if len(request.languages) == 1 else ""
    others: dict[str, None] = {}
    kept = False
    for path in _paths(settings, request):
        shown = reference.shown_path(path.resolve(), replace(settings, root=settings.root.resolve()))
        try:
            file = scan(path.read_bytes(), shown)
        except OSError as error:
            raise GlossaryError(f"cannot be read: {error.strerror}", path=shown) from None
        file = replace(file, language=language_of(file, only))
        if not request.languages or file.refused or any(is_in(file.language, code) for code in request.languages):
            kept = True
            yield path, file
        else:
            others[file.language or "an unknown language"] = None
    if others and not kept:
        wanted = ", ".join(request.languages)
        raise GlossaryError(f"--language: no catalog in {wanted}", hint=f"there are catalogs in {', '.join(others)}")


def _paths(settings: Settings, request: Request) -> Iterable[Path]:
    if not request.paths:
        return [] if request.glossary else sorted((settings.root / settings.output).rglob("*.po"))
    found = []
    for path in request.paths:
        if path.is_dir():
            inside = sorted(f for f in path.rglob("*.po*") if f.suffix in reference.CATALOGS and f.is_file())
            if not inside:
                raise GlossaryError("no .po file in this folder", path=str(path), hint="name catalogs, or none for all")
            found += inside
        elif path.exists():
            if path.suffix not in reference.CATALOGS:
                _refuse_document(path)
            found.append(path)
        else:
            raise GlossaryError("no such file or folder", path=str(path), hint="check the path")
    return list(dict.fromkeys(found))


def _refuse_document(path: Path) -> None:
    """Raise ``GlossaryError`` for a file that by its name is a document, of which every line would be a finding."""
    from glossary.documents import READERS  # noqa: PLC0415  (slow to load, and catalogs need none)

    if path.suffix.lower() in READERS:
        hint = "without paths those of the last build are checked too"
        raise GlossaryError("a document, not a catalog", path=str(path), hint=hint)


def _by_language(files: Iterable[CatalogFile]) -> Iterable[Sequence[CatalogFile]]:
    groups: dict[str, list[CatalogFile]] = {}
    for file in files:
        groups.setdefault(file.language, []).append(file)
    return groups.values()


def _baseline(path: Path) -> Mapping[str, int]:
    try:
        return baseline.load(path.read_bytes(), str(path))
    except OSError as error:
        hint = "write one with --write-baseline"
        raise GlossaryError(f"cannot be read: {error.strerror}", path=str(path), hint=hint) from None


def _severity(code: str, settings: Mapping[str, str]) -> str:
    """What the settings say about a rule: the longest beginning of its code decides; empty when none fits."""
    return max(((key, word) for key, word in settings.items() if code.startswith(key)), default=("", ""))[1]


def _without_off(selected: AbstractSet[str], settings: Mapping[str, str]) -> AbstractSet[str]:
    return frozenset(code for code in selected if _severity(code, settings) != "off") if settings else selected


def _graded(finding: Finding, settings: Mapping[str, str]) -> Finding:
    word = _severity(finding.code, settings)
    severity: Severity | None = next((known for known in ("error", "warning", "info") if known == word), None)
    return finding._replace(severity=severity) if severity else finding


def _place(finding: Finding) -> tuple[str, int, str]:
    place = finding.location
    return (place.path, place.line, finding.code) if place else ("", 0, finding.code)
