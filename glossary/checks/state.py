"""Rules G1: which entries of the glossary still need somebody's work."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks.entries import TermCatalog
from glossary.model import Finding, Location
from glossary.rules import RULES
from glossary.units import Unit


def state(catalog: TermCatalog) -> Iterator[Finding]:
    """G101–G103: entries without rendering, with a suggested one, and those that are no concept of the glossary."""
    for unit in catalog.unapproved:
        if not unit.targets[0].strip():
            yield _finding("G101", catalog, unit, f"“{unit.source}” has no rendering yet")
        elif unit.fuzzy:
            message = f"“{unit.source}” has only a suggestion; confirm it by removing the flag fuzzy"
            yield _finding("G102", catalog, unit, message)
    for unit in catalog.file.units:
        if unit.line not in catalog.concepts:
            message = f"“{unit.source}” is no concept of the glossary any longer; run: glossary build"
            yield _finding("G103", catalog, unit, message)
    there = {concept.id for concept in catalog.concepts.values()}
    missing = [concept for concept in catalog.glossary if concept.id not in there]
    if missing and not catalog.file.refused:
        message = f"{len(missing)} concepts are missing, such as “{missing[0].preferred}”; run: glossary build"
        place = Location(catalog.file.path, catalog.file.header_line or 1)
        yield Finding("G103", RULES["G103"].severity, message, place, catalog.file.language)


def _finding(code: str, catalog: TermCatalog, unit: Unit, message: str) -> Finding:
    concept = catalog.concepts.get(unit.line)
    place = Location(catalog.file.path, unit.line)
    return Finding(code, RULES[code].severity, message, place, catalog.file.language, concept.id if concept else "",
                   unit.source, unit.targets[0])  # fmt: skip
