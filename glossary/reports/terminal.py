"""What people see on the terminal: the summary of a build, a concept explained, a diff."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from glossary.model import ConceptEntry

if TYPE_CHECKING:
    from glossary.concepts import LeftOut
    from glossary.pipeline import Build
    from glossary.reports.summary import Summary

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


def print_build(summary: Summary, *, dry: bool, verbose: bool, stderr: bool = False) -> None:
    """The summary: concepts by kind, catalogs by state, what changed, findings."""
    console = _console(stderr=stderr)
    console.print(_kinds(summary), soft_wrap=False)
    console.print(_catalogs(summary), soft_wrap=False)
    for label, names in summary.changes:
        shown = names if verbose else names[:NAMES_SHOWN]
        more = f" and {len(names) - len(shown)} more (-v lists all)" if len(names) > len(shown) else ""
        console.print(f"{label} ({len(names)}): {escape(', '.join(shown))}{more}")
    for finding in summary.findings:
        console.print(escape(finding))
    if verbose:
        for source in summary.sources:
            console.print(f"read  {escape(source)}")
    verb = "would change" if dry else "written"
    changed = ", ".join(map(escape, summary.changed))
    console.print(f"{verb}: {changed}" if changed else "Nothing changed.")


def _kinds(summary: Summary) -> Table:
    concepts = sum(number for _, number, _ in summary.kinds)
    title = f"{_counted(concepts, 'concept')} in {_counted(len(summary.sources), 'document')}"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("Kind", no_wrap=True, min_width=len("organization"))
    table.add_column("Concepts", justify="right", no_wrap=True, min_width=len("Concepts"))
    table.add_column("For example")
    for kind, number, examples in summary.kinds:
        table.add_row(kind, str(number), Text(", ".join(examples), no_wrap=True, overflow="ellipsis"))
    return table


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _catalogs(summary: Summary) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("Catalog")
    for name in ("Translated", "Fuzzy", "Empty", "Obsolete"):
        table.add_column(name, justify="right")
    for shown, numbers in summary.catalogs:
        table.add_row(escape(shown), *map(str, numbers))
    return table


STAGES = {
    "comparing": "with the last build",
    "loading": "the English model and the word lists",
    "reading": "documents, and telling their language",
    "analyzing": "by spaCy",
    "recognizing": "names, titles, abbreviations and terms",
    "counting": "over all documents",
    "consolidating": "scoring, merging, deciding",
    "suggesting": "renderings",
    "merging": "catalogs",
    "writing": "files",
}
"""Stage of a build, in their order → what is done in it."""


def print_profile(spent: Mapping[str, float], rest: float, wall: float) -> None:
    """Where the time went: CPU seconds by stage, over all processes, and their ``rest``; on standard error."""
    total = sum(spent.values()) + rest
    title = f"{total:.2f} s of processor time in {wall:.2f} s"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("Stage")
    table.add_column("CPU s", justify="right")
    table.add_column("%", justify="right")
    table.add_column("")
    for name, what in STAGES.items():
        if name in spent:
            table.add_row(name, f"{spent[name]:.2f}", f"{100 * spent[name] / total:.0f}", what)
    table.add_row(
        "other", f"{rest:.2f}", f"{100 * rest / total:.0f}", "starting, the cache, handing over between processes"
    )
    _console(stderr=True).print(table, soft_wrap=False)


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
