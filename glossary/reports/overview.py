"""The figures on the report's first screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from glossary.model import KINDS, ConceptEntry, Finding, Kind, Severity
from glossary.reports.content import STATUSES, Content, Status

MOST_USED = 8
"""Concepts named as the next ones to settle: about what fits beside the bars."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class KindCount(NamedTuple):
    """One bar of the concepts by kind."""

    kind: Kind
    concepts: int


class Coverage(NamedTuple):
    """One bar of the renderings by status."""

    language: str
    name: str
    counts: tuple[tuple[Status, int], ...]
    """In the order of ``STATUSES``, zeros included."""
    percent: int
    """Of the concepts that are approved, 0–100, rounded down so that 100 means all."""


class RuleCount(NamedTuple):
    """One row of the findings by rule."""

    code: str
    title: str
    severity: Severity
    findings: int


class Overview(NamedTuple):
    """All figures of the first screen."""

    concepts: int
    documents: int
    uses: int
    kinds: tuple[KindCount, ...]
    coverage: tuple[Coverage, ...]
    severities: tuple[tuple[Severity, int], ...]
    rules: tuple[RuleCount, ...]
    next: tuple[tuple[ConceptEntry, tuple[str, ...]], ...]
    """The most used concepts that are not approved in some language, with those languages."""


def overview(content: Content) -> Overview:
    """The figures of a report."""
    glossary = content.glossary
    kinds = Counter(concept.kind for concept in glossary)
    severities = Counter(finding.severity for finding in content.findings)
    return Overview(
        concepts=len(glossary),
        documents=len(glossary.sources),
        uses=sum(concept.count for concept in glossary),
        kinds=tuple(KindCount(kind, kinds[kind]) for kind in KINDS if kinds[kind]),
        coverage=tuple(_coverage(content, language, name) for language, name in content.languages.items()),
        severities=tuple((severity, severities[severity]) for severity in SEVERITIES),
        rules=_rules(content, content.findings),
        next=_next(content),
    )


def _coverage(content: Content, language: str, name: str) -> Coverage:
    counts = Counter(content.rendering(language, concept).status for concept in content.glossary)
    percent = 100 * counts["approved"] // (len(content.glossary) or 1)
    return Coverage(language, name, tuple((status, counts[status]) for status in STATUSES), percent)


def _rules(content: Content, findings: Sequence[Finding]) -> tuple[RuleCount, ...]:
    """Rules with findings, the gravest and most frequent first."""
    counts = Counter((finding.code, finding.severity) for finding in findings)
    rows = [RuleCount(code, title(content, code), severity, n) for (code, severity), n in counts.items()]
    return tuple(sorted(rows, key=lambda row: (SEVERITIES.index(row.severity), -row.findings, row.code)))


def title(content: Content, code: str) -> str:
    """What a rule is about; empty for a code without documentation."""
    return content.rules.get(code, ("", ""))[0]


def _next(content: Content) -> tuple[tuple[ConceptEntry, tuple[str, ...]], ...]:
    found = []
    for concept in sorted(content.glossary, key=lambda concept: (-concept.count, concept.preferred)):
        missing = tuple(
            language for language in content.languages if content.rendering(language, concept).status != "approved"
        )
        if missing:
            found.append((concept, missing))
        if len(found) == MOST_USED:
            break
    return tuple(found)
