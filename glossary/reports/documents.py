"""What people see of ``prepare`` and ``render`` on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from glossary.reports.summary import finding_line

if TYPE_CHECKING:
    from glossary.catalogs import DocumentPlan, Outdated
    from glossary.catalogs.merging import Action
    from glossary.preparing import Preparation
    from glossary.rendering import RenderedDocument

FILES_SHOWN = 8
"""Documents and files listed; ``-v`` lists all."""
_LABELS: Mapping[Action, str] = {"added": "new", "renamed": "edited", "removed": "gone"}
"""What happened to a segment → in words, in the order of the line."""


def print_preparation(result: Preparation, *, dry: bool, verbose: bool) -> None:
    """The summary: segments by state, what changed in which document, renderings that changed, findings."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(_states(result))
    lines = list(_changes(result.plans))
    limit = len(lines) if verbose else FILES_SHOWN
    for line in lines[:limit]:
        console.print(escape(line))
    if len(lines) > limit:
        console.print(f"and {len(lines) - limit} more documents (-v lists all)")
    for line in _outdated([item for plan in result.plans for item in plan.outdated]):
        console.print(escape(line))
    for finding in result.findings:
        console.print(escape(finding_line(finding)))
    if not result.built:
        console.print("There is no glossary yet, so no terms are shown; run: glossary build")
    changed = result.changed
    if not changed:
        console.print("Nothing changed.")
        return
    shown = changed if verbose or len(changed) <= FILES_SHOWN else (*changed[:FILES_SHOWN], "…")
    console.print(f"{'would change' if dry else 'written'} ({len(changed)}): {escape(', '.join(shown))}")


def _states(result: Preparation) -> Table:
    """Segments of all catalogs by language and state."""
    documents = len(result.plans)
    segments = sum(plan.files[0].counts.empty for plan in result.plans)
    title = f"{_number(segments, 'segment')} in {_number(documents, 'document')}"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("Language")
    for name in ("Translated", "Fuzzy", "Empty", "Obsolete"):
        table.add_column(name, justify="right")
    totals: dict[str, Counter[str]] = {}
    for plan in result.plans:
        for file in plan.files[1:]:
            counts = file.counts
            states = {"t": counts.translated, "f": counts.fuzzy, "e": counts.empty, "o": counts.obsolete}
            totals.setdefault(file.language, Counter()).update(states)
    for language, count in totals.items():
        table.add_row(language, *(str(count[state]) for state in "tfeo"))
    return table


def _changes(plans: Sequence[DocumentPlan]) -> Iterator[str]:
    """One line for each document that had catalogs and whose segments changed."""
    for plan in plans:
        template, *files = plan.files
        counts = Counter(change.action for change in template.changes) if template.old is not None else Counter()
        shown = [f"{counts[action]} {label}" for action, label in _LABELS.items() if counts[action]]
        offers = sum(1 for file in files for change in file.changes if change.action == "copied")
        shown += [f"{_number(offers, 'translation')} offered from memory"] if offers else []
        if shown:
            yield f"{plan.path}: {', '.join(shown)}"


def _outdated(items: Sequence[Outdated]) -> Iterator[str]:
    """For each rendering that changed, how many segments still have the old one, and where."""
    grouped: dict[tuple[str, str, str], list[Outdated]] = {}
    for item in items:
        grouped.setdefault((item.term, item.former, item.rendering), []).append(item)
    for (term, former, rendering), found in grouped.items():
        files = {item.place.path for item in found}
        verb = "uses" if len(found) == 1 else "use"
        count = f"{_number(len(found), 'segment')} in {_number(len(files), 'document')} {verb} the old rendering"
        yield f"{term}: {former} is now {rendering}; {count}"
        yield from (f"  {item.place}" for item in found)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def print_rendering(rendered: Sequence[RenderedDocument], written: Sequence[Path]) -> None:
    """Segments of each document by state, what could not be used, and what was written."""
    console = Console(highlight=False, soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    table.add_column("Document")
    for name in ("Translated", "Fuzzy", "Open", "%"):
        table.add_column(name, justify="right")
    for document in rendered:
        numbers = (document.translated, document.fuzzy, document.open)
        table.add_row(escape(document.path), *map(str, numbers), f"{document.percent:.0f}")
    console.print(table)
    for document in rendered:
        for finding in document.findings:
            console.print(escape(finding_line(finding)))
    for document in rendered:
        if document.target.name != PurePosixPath(document.path).name:
            console.print(f"{escape(document.path)}: cannot be written in its format; what is written is its text")
    if written:
        console.print(f"written ({len(written)}): {escape(', '.join(map(str, written)))}")
