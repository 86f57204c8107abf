"""Catalogs, glossaries and what checks say about them, in a line each."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.checks import CHECKS, Termbase, check_file, check_language
from glossary.model import ConceptEntry, Finding, Glossary, Kind, LanguageSection, Term, TermStatus
from glossary.units import CatalogFile, Unit

UKRAINIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


def concept(
    english: str,
    language: str,
    approved: str = "",
    *,
    admitted: Iterable[str] = (),
    forbidden: Iterable[str] = (),
    kind: Kind = "term",
    variants: Iterable[str] = (),
) -> ConceptEntry:
    """A concept with its renderings in one language; its id is its English form."""
    statuses: tuple[tuple[Iterable[str], TermStatus], ...] = (
        ((approved,) if approved else (), "preferred"), (admitted, "admitted"), (forbidden, "deprecated"),
    )  # fmt: skip
    terms = tuple(Term(form, status=status) for forms, status in statuses for form in forms)
    forms = (Term(english, status="preferred"), *(Term(form) for form in variants))
    return ConceptEntry(english, kind, (LanguageSection("en", forms), LanguageSection(language, terms)))


def catalog(language: str, *rows: tuple[str, ...] | Unit, header: dict[str, str] | None = None) -> CatalogFile:
    """A catalog of messages, each (source, translation) or a unit; the first stands on line 10, the next on 20 …"""
    units = tuple(
        row._replace(line=10 * number) if isinstance(row, Unit) else Unit(10 * number, None, row[0], "", tuple(row[1:]))
        for number, row in enumerate(rows, 1)
    )
    fields = {"Language": language, "Plural-Forms": UKRAINIAN} if header is None else header
    return CatalogFile("a.po", language, fields, 1, units)


def found(file: CatalogFile, *concepts: ConceptEntry) -> list[Finding]:
    """All findings about one catalog."""
    selected = frozenset(CHECKS)
    return [*check_file(file, Termbase(Glossary(concepts), file.language), None, selected),
            *check_language([file], selected)]  # fmt: skip


def told(language: str, source: str, translation: str, *concepts: ConceptEntry, flags: str = "") -> list[str]:
    """The codes of all findings about one message, sorted."""
    unit = Unit(0, None, source, "", (translation,), tuple(flags.split()))
    return sorted(finding.code for finding in found(catalog(language, unit), *concepts))
