"""The glossary that a check compares with: the project's own, with its catalogs' renderings, or a file's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from glossary.catalogs.languages import is_in, language_of
from glossary.catalogs.paths import catalog_path, shown_path, template_path
from glossary.catalogs.scanning import scan
from glossary.checks.termbase import UNDETERMINED
from glossary.errors import GlossaryError
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Term, TermStatus
from glossary.settings import Settings
from glossary.units import CatalogFile, Unit

CATALOGS = (".po", ".pot")


class Reference(NamedTuple):
    """A glossary with renderings, and where they stand."""

    glossary: Glossary
    """Its concepts have a section for each language with approved, admitted or forbidden renderings."""
    built: bool = False
    """It is the project's own, from its last build."""
    waivers: Mapping[str, tuple[tuple[str, ...], Location]] = {}
    """Concept id → codes to ignore for it, and where decisions.toml says so."""
    by_message: Mapping[tuple[str | None, str], ConceptEntry] = {}
    """Context and msgid of a catalog of terms → concept."""
    catalogs: tuple[CatalogFile, ...] = ()
    """Of a glossary file: its renderings as catalogs, one a language, to be checked like the project's."""


def of_project(settings: Settings) -> Reference:
    """The project's glossary; an empty one before the first build.  Raises ``GlossaryError`` for broken files."""
    path = settings.root / settings.output / "glossary.json"
    if not path.is_file():
        return Reference(Glossary(()))
    from glossary.catalogs.concept_messages import messages  # noqa: PLC0415  (load what writes catalogs)
    from glossary.catalogs.concept_translations import translations  # noqa: PLC0415
    from glossary.exchange import json_format  # noqa: PLC0415

    glossary = json_format.load(path.read_bytes(), f"{settings.output}/glossary.json")
    found = translations(glossary, settings)
    extra, waivers = _decided(settings, glossary)
    concepts = []
    for concept in glossary:
        sections = list(concept.sections)
        for language in dict.fromkeys((*found, *extra.get(concept.id, {}))):
            approved = found.get(language, {}).get(concept.id)
            terms = (
                [Term(approved.form.strip(), status="preferred")] if approved and approved.status == "approved" else []
            )
            sections.append(LanguageSection(language, (*terms, *extra.get(concept.id, {}).get(language, ()))))
        concepts.append(replace(concept, sections=tuple(section for section in sections if section.terms)))
    whole = replace(glossary, concepts=tuple(concepts))
    by_message: dict[tuple[str | None, str], ConceptEntry] = {
        (context, form): whole.by_id[message.concept]
        for message in reversed(messages(glossary, settings))
        for context in reversed(message.contexts)
        for form in reversed(message.forms)
    }
    return Reference(whole, True, waivers, by_message)


def _decided(
    settings: Settings, glossary: Glossary
) -> tuple[dict[str, dict[str, list[Term]]], dict[str, tuple[tuple[str, ...], Location]]]:
    """What decisions.toml adds: concept id → language → admitted and forbidden renderings, and waivers by concept."""
    path = settings.root / settings.output / "decisions.toml"
    extra: dict[str, dict[str, list[Term]]] = {}
    waivers: dict[str, tuple[tuple[str, ...], Location]] = {}
    if not path.is_file():
        return extra, waivers
    from glossary.concepts.decisions import load_decisions  # noqa: PLC0415  (loads the word lists of a build)

    decisions = load_decisions(path, f"{settings.output}/decisions.toml")
    for decision in decisions.concepts:
        for concept in glossary.find(decision.form):
            by_language = extra.setdefault(concept.id, {})
            kinds: tuple[tuple[Mapping[str, Sequence[str]], TermStatus], ...] = (
                (decision.admitted, "admitted"), (decision.forbidden, "deprecated"),
            )  # fmt: skip
            for forms, status in kinds:
                for language, renderings in forms.items():
                    by_language.setdefault(language, []).extend(Term(form, status=status) for form in renderings)
            if decision.ignore:
                waivers[concept.id] = (decision.ignore, Location(decisions.path, decision.line))
    return extra, waivers


def of_file(path: Path, wanted: Callable[[str], bool] | None = None) -> Reference:
    """The glossary in a JSON, CSV, TBX, XLSX or PO file.  Raises ``GlossaryError`` for one that cannot be read.

    Concepts none of whose forms are ``wanted`` are left out, which makes a large glossary cheap; None: all are kept,
    and ready to be checked themselves.
    """
    from glossary.exchange import termbase_files  # noqa: PLC0415  (a check without glossary file needs none)

    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=str(path)) from None
    if path.suffix.lower() not in CATALOGS:
        if path.suffix.lower() in (".tbx", ".xlsx"):
            glossary, lines = _exchanged(data, str(path))
        else:
            glossary, lines = termbase_files.read(data, str(path), wanted)
        if wanted:  # it is not to be checked itself
            return Reference(glossary)
        return Reference(glossary, catalogs=_as_catalogs(glossary, lines, str(path)), by_message=_names(glossary))
    file = scan(data, str(path))
    if file.refused:
        raise GlossaryError(file.slips[-1].message, path=str(path), line=file.slips[-1].line)
    file = replace(file, language=language_of(file, ""))
    glossary = termbase_files.from_catalog(file, wanted)
    return Reference(glossary, catalogs=(file,), by_message=_names(glossary))


def _exchanged(data: bytes, path: str) -> tuple[Glossary, Mapping[str, int]]:
    """The glossary in a termbase of another tool, and concept id → its line."""
    from glossary.exchange import as_glossary  # noqa: PLC0415  (loads all formats)
    from glossary.exchanging import read_entries  # noqa: PLC0415

    entries = [entry for entry in read_entries(data, path)[1].entries if entry.terms]
    glossary = as_glossary(entries)
    return glossary, {concept.id: entry.place.line for concept, entry in zip(glossary, entries, strict=True)}


def _names(glossary: Glossary) -> Mapping[tuple[str | None, str], ConceptEntry]:
    found: dict[tuple[str | None, str], ConceptEntry] = {}
    for concept in glossary:
        found.setdefault((concept.kind, concept.preferred), concept)
        found.setdefault((None, concept.preferred), concept)
    return found


def _as_catalogs(glossary: Glossary, lines: Mapping[str, int], path: str) -> tuple[CatalogFile, ...]:
    """The renderings of a glossary without catalogs as the checks of catalogs see them."""
    units: dict[str, list[Unit]] = {}
    for concept in glossary:
        for section in concept.sections[1:]:
            approved = next((term.form for term in section.terms if term.status == "preferred"), "")
            unit = Unit(lines.get(concept.id, 1), concept.kind, concept.preferred, "", (approved,))
            units.setdefault(section.language, []).append(unit)
    return tuple(CatalogFile(path, language, {}, 0, tuple(found)) for language, found in units.items())


def require(glossary: Glossary, path: Path, files: Iterable[CatalogFile], *, read: int) -> None:
    """Raise ``GlossaryError`` for a glossary that no catalog can be checked against; ``read``: forms in its file."""
    languages = {section.language for concept in glossary for section in concept.sections[1:]}
    if not (len(glossary) or read):
        hint = "give English terms with renderings (CSV, TSV, TBX, XLSX, PO, or JSON of: glossary export json)"
        raise GlossaryError("has no terms with renderings", path=str(path), hint=hint)
    wanted = dict.fromkeys(file.language for file in files if file.translated)
    suit = any(code == UNDETERMINED or is_in(language, code) for code in languages for language in wanted)
    if wanted and len(glossary) and not suit:
        have = f"it has {', '.join(sorted(languages))}" if languages else "it has no renderings"
        raise GlossaryError(f"has no renderings in {', '.join(wanted)}", path=str(path), hint=have)


def concepts_of(file: CatalogFile, reference: Reference) -> Mapping[int, ConceptEntry]:
    """Line of a message → the concept that it is about."""
    found = {}
    for unit in file.units:
        concept = reference.by_message.get((unit.context, unit.source)) or reference.by_message.get((None, unit.source))
        if concept:
            found[unit.line] = concept
    return found


def is_term_catalog(path: Path, settings: Settings) -> bool:
    """Whether a path is one of the project's own catalogs of terms."""
    language = path.resolve().parent.parent.name
    return path.resolve() == catalog_path(settings, language).resolve()


def template_of(path: Path, settings: Settings) -> Path | None:
    """The template of one of the project's catalogs; None for any other file."""
    output = (settings.root / settings.output).resolve()
    if not path.resolve().is_relative_to(output) or path.suffix != ".po":
        return None
    template = template_path(settings).with_name(f"{path.stem}.pot")
    return template if template.is_file() else None


__all__ = ["CATALOGS", "Reference", "concepts_of", "is_term_catalog", "of_file", "of_project", "require", "shown_path",
           "template_of"]  # fmt: skip
