"""Rule W101 and what it is about: findings that people chose to live with.

A translator's comment above a message (``# glossary: ignore T301``) waives rules for that message, an entry in
decisions.toml for one concept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import NamedTuple

from glossary.expressions import expression
from glossary.model import Finding, Location
from glossary.rules import RULES
from glossary.units import CatalogFile

_NOTE = expression(r"glossary:\s*ignore\s+((?:[A-Za-z]\d{0,3}(?:[\s,]+|\Z|(?=\W)))+)", re.IGNORECASE)


class Waiver(NamedTuple):
    """Codes, or their beginnings, that are ignored somewhere."""

    patterns: tuple[str, ...]
    location: Location
    """Where the waiver itself stands."""
    concept_id: str = ""
    """For a waiver of decisions.toml."""
    language: str = ""


def in_file(file: CatalogFile) -> Iterable[Waiver]:
    """The waivers in a catalog's comments."""
    for unit in filter(attrgetter("notes"), file.units):
        for note in unit.notes:
            match = _NOTE.search(note)
            if match:
                patterns = tuple(re.findall(r"[A-Z]\d{0,3}", match[1].upper()))
                yield Waiver(patterns, Location(file.path, unit.line), language=file.language)


def apply(
    findings: Sequence[Finding], waivers: Sequence[Waiver], selected: AbstractSet[str]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that nobody waived, and a finding W101 for each code of a waiver that waived none.

    A code that was not ``selected`` is not judged.
    """
    if not waivers:
        return list(findings), []
    by_place: dict[Location, list[Waiver]] = {}
    by_concept: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        if waiver.concept_id:
            by_concept.setdefault(waiver.concept_id, []).append(waiver)
        else:
            by_place.setdefault(waiver.location, []).append(waiver)
    used: set[tuple[Waiver, str]] = set()
    kept = []
    for finding in findings:
        near = by_place.get(finding.location, []) if finding.location else []
        hits = [
            (waiver, pattern)
            for waiver in (*near, *by_concept.get(finding.concept_id, []))
            for pattern in waiver.patterns
            if finding.code.startswith(pattern)
        ]
        used.update(hits)
        if not hits:
            kept.append(finding)
    unused = (
        _unused(waiver, pattern)
        for waiver in waivers
        for pattern in waiver.patterns
        if (waiver, pattern) not in used and _judged(pattern, selected)
    )
    return kept, [finding for finding in unused if "W101" in selected]


def _judged(pattern: str, selected: AbstractSet[str]) -> bool:
    return {code for code in RULES if code.startswith(pattern)} <= selected


def _unused(waiver: Waiver, pattern: str) -> Finding:
    known = any(code.startswith(pattern) for code in RULES)
    message = (
        f"the waiver of {pattern} waives nothing; delete it" if known else f"no rule {pattern}; correct the waiver"
    )
    return Finding("W101", RULES["W101"].severity, message, waiver.location, waiver.language, waiver.concept_id)


def of_concepts(decided: Mapping[str, tuple[tuple[str, ...], Location]]) -> list[Waiver]:
    """The waivers of decisions.toml: concept id → codes and place."""
    return [Waiver(codes, place, identifier) for identifier, (codes, place) in decided.items()]
