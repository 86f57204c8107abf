"""What people see on the terminal: the summary of a build, a concept explained, a diff."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from glossary.model import KINDS, ConceptEntry, Finding

if TYPE_CHECKING:
    from glossary.catalogs import FilePlan
    from glossary.concepts import LeftOut
    from glossary.pipeline import Build

UNCUT = 10_000
"""Columns of what is no terminal."""
NAMES_SHOWN = 8
"""Names listed per kind of change; ``-v`` lists all."""


def _console(*, stderr: bool = False) -> Console:
    """As wide as the terminal; in a file or pipe as wide as needed, so that nothing is cut."""
    console = Console(highlight=False, soft_wrap=True, stderr=stderr)
    if not console.is_terminal:
        console.width = UNCUT
    return console


def print_build(result: Build, *, dry: bool, verbose: bool, stderr: bool = False) -> None:
    """The summary: concepts by kind, catalogs by state, what changed, findings."""
    console = _console(stderr=stderr)
    console.print(_kinds(result), soft_wrap=False)
    console.print(_catalogs(result.plans), soft_wrap=False)
    for line in _changes(result.plans[0], None if verbose else NAMES_SHOWN):
        console.print(line)
    for finding in result.findings:
        console.print(finding_line(finding))
    if verbose:
        for source in result.glossary.sources:
            console.print(f"read  {escape(source)}")
    verb = "would change" if dry else "written"
    changed = result.changed
    console.print(f"{verb}: {', '.join(map(escape, changed))}" if changed else "Nothing changed.")


def _kinds(result: Build) -> Table:
    counts = Counter(concept.kind for concept in result.glossary)
    title = f"{_counted(len(result.glossary), 'concept')} in {_counted(len(result.glossary.sources), 'document')}"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("Kind", no_wrap=True, min_width=len("organization"))
    table.add_column("Concepts", justify="right", no_wrap=True, min_width=len("Concepts"))
    table.add_column("For example")
    for kind in KINDS:
        if counts[kind]:
            best = sorted((c for c in result.glossary if c.kind == kind), key=lambda c: (-c.count, c.preferred))[:3]
            examples = Text(", ".join(concept.preferred for concept in best), no_wrap=True, overflow="ellipsis")
            table.add_row(kind, str(counts[kind]), examples)
    return table


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _catalogs(plans: Iterable[FilePlan]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("Catalog")
    for name in ("Translated", "Fuzzy", "Empty", "Obsolete"):
        table.add_column(name, justify="right")
    for plan in plans:
        if plan.language:
            counts = plan.counts
            numbers = (counts.translated, counts.fuzzy, counts.empty, counts.obsolete)
            table.add_row(escape(plan.shown), *(str(number) for number in numbers))
    return table


def _changes(template: FilePlan, limit: int | None) -> Iterable[str]:
    """What changed since the last build, by name; nothing on the first build."""
    if template.old is None:
        return
    for action, label in (("added", "new"), ("revived", "back"), ("renamed", "renamed"), ("removed", "gone"),
                          ("obsoleted", "gone")):  # fmt: skip
        names = [
            f"{change.former} → {change.msgid}" if change.former and action == "renamed" else change.msgid
            for change in template.changes
            if change.action == action
        ]
        if names:
            shown = names[:limit]
            more = f" and {len(names) - len(shown)} more (-v lists all)" if len(names) > len(shown) else ""
            yield f"{label} ({len(names)}): {escape(', '.join(shown))}{more}"


def finding_line(finding: Finding) -> str:
    """One finding as one line: place, code, message."""
    place = f"{finding.location}: " if finding.location else ""
    return escape(f"{place}{finding.code} {finding.message}")


def diff(result: Build) -> str:
    """Unified diff of every file that would change, in the order of writing."""
    files = [(plan.shown, plan.old, plan.new) for plan in result.plans]
    files.append((result.json_shown, result.json_old, result.json_new))
    parts: list[str] = []
    for name, old, new in files:
        if old != new:
            before, after = (_lines(data) for data in (old or b"", new))
            parts += difflib.unified_diff(before, after, f"a/{name}" if old else "/dev/null", f"b/{name}")
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in parts)


def _lines(data: bytes) -> Sequence[str]:
    return data.decode("utf-8", "replace").splitlines(keepends=True)


def print_concept(concept: ConceptEntry) -> None:
    """Everything known of a concept and why."""
    console = _console()
    kind = f"{concept.kind} ({concept.subkind})" if concept.subkind else concept.kind
    console.print(f"[bold]{escape(concept.preferred)}[/bold]  {kind}, id {concept.id}, score {concept.score:.2f}")
    console.print(f"{_counted(concept.count, 'use')} in {_counted(concept.documents, 'document')}")
    for term in concept.english.terms:
        console.print(escape(f"  {term.status:<10} {term.type:<12} {term.form}  ({term.count})"))
    for relation in concept.related:
        console.print(escape(f"  {relation.type}: {relation.target}"))
    console.print("Why:")
    for reason in concept.why:
        console.print(escape(f"  {reason}"))
    console.print("Where:")
    for occurrence in concept.occurrences:
        console.print(escape(f"  {occurrence.location}: {occurrence.form}"))
    for example in concept.examples:
        console.print(escape(f"  “{example.sentence}”"))


def print_left_out(item: LeftOut) -> None:
    """Why a candidate is not in the glossary."""
    console = _console()
    console.print(f"[bold]{escape(item.form)}[/bold]  left out ({item.kind}, {_counted(item.count, 'use')})")
    for reason in item.why:
        console.print(escape(f"  {reason}"))
