"""What a build comes to, in the few figures and names that people are told."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from glossary.model import KINDS
from glossary.outlined import outlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.catalogs import FilePlan
    from glossary.model import Finding, Glossary
    from glossary.outlined import Outline
    from glossary.pipeline import Build

EXAMPLES = 3
"""Concepts named per kind."""
LABELS = {"added": "new", "revived": "back", "renamed": "renamed", "removed": "gone", "obsoleted": "gone"}
"""What becomes of a message → what people are told."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A build in figures and names."""

    kinds: tuple[tuple[str, int, tuple[str, ...]], ...]
    """Kind, number of its concepts, the most frequent of them."""
    catalogs: tuple[tuple[str, tuple[int, ...]], ...]
    """Path as shown; messages translated, fuzzy, empty and obsolete."""
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    """A word of ``LABELS`` and the names that it holds for; none on the first build."""
    findings: tuple[str, ...]
    """One line each."""
    sources: tuple[str, ...]
    """Paths of the documents read."""
    changed: tuple[str, ...] = ()
    """Files that a write changes."""


def summarize(result: Build) -> Summary:
    """A build in figures and names."""
    return Summary(
        kinds=tuple(_kinds(result.glossary)),
        catalogs=tuple(
            (plan.shown, (plan.counts.translated, plan.counts.fuzzy, plan.counts.empty, plan.counts.obsolete))
            for plan in result.plans
            if plan.language
        ),
        changes=tuple(_changes(result.plans[0])),
        findings=tuple(map(finding_line, result.findings)),
        sources=result.glossary.sources,
        changed=result.changed,
    )


def _kinds(glossary: Glossary) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    by_kind: dict[str, list[Outline]] = {}
    for concept in outlines(glossary.concepts):
        by_kind.setdefault(concept.kind, []).append(concept)
    for kind in KINDS:
        if concepts := by_kind.get(kind):
            best = nsmallest(EXAMPLES, concepts, key=lambda concept: (-concept.uses, concept.preferred))
            yield kind, len(concepts), tuple(concept.preferred for concept in best)


def _changes(template: FilePlan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What changed since the last build, by name; nothing on the first build."""
    if template.before is None:
        return
    for action, label in LABELS.items():
        names = tuple(
            f"{change.former} → {change.msgid}" if change.former and action == "renamed" else change.msgid
            for change in template.changes
            if change.action == action
        )
        if names:
            yield label, names


def finding_line(finding: Finding) -> str:
    """One finding as one line: place, code, message."""
    place = f"{finding.location}: " if finding.location else ""
    return f"{place}{finding.code} {finding.message}"


def dump(summary: Summary) -> str:
    """A summary as JSON."""
    return json.dumps(asdict(summary), ensure_ascii=False)


def load(text: str) -> Summary:
    """The summary that ``dump`` wrote; raises ``ValueError``, ``TypeError`` or ``KeyError`` for anything else."""
    return Summary(**{name: _frozen(value) for name, value in dict(json.loads(text)).items()})


def _frozen(value: Any) -> Any:
    """JSON's lists as tuples."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
