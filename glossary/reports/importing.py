"""What people see of an import: both sides beside each other, and what has no place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from glossary.exchange import Difference, Unheld
    from glossary.importing import Import

ROWS_SHOWN = 20
"""Rows of a table without ``-v``: about what a terminal shows at once. Conflicts are all shown."""
TEXT_SHOWN = 60
"""Characters of a text in a table."""


def print_import(result: Import, *, applied: bool, verbose: bool) -> None:
    """Tables of what is new, changed and contradictory; then what has no place, and what was or would be written."""
    console = Console(highlight=False)
    limit = None if verbose else ROWS_SHOWN
    count = f"{result.entries} entr{'y' if result.entries == 1 else 'ies'}"
    console.print(f"{count} read ({result.form}), {result.comparison.same} as in the glossary")
    for verdict in ("new", "changed"):
        found = [item for item in result.chosen if item.verdict == verdict]
        _print(console, verdict.capitalize(), found, limit)
    _print(console, "Conflicts settled for the file", [i for i in result.chosen if i.verdict == "conflict"], None)
    _print(console, "Conflicts, left as they are", result.open, None)
    _print_unheld(console, result.comparison.unheld, limit)
    if result.open:
        console.print("Conflicts: choose with --prefer file or --prefer catalog, or correct either side.")
    files = ", ".join(map(escape, result.changed))
    if not files:
        console.print("Nothing to write.")
    else:
        console.print(f"Written: {files}" if applied else f"Nothing is written yet; --apply writes {files}.")
    if applied and any(item.what in ("concept", "preferred form", "other form") for item in result.chosen):
        console.print("Run glossary build to look for the new forms in the documents.")


def _print(console: Console, title: str, found: Sequence[Difference], limit: int | None) -> None:
    if not found:
        return
    table = Table(title=f"{title} ({len(found)})", title_justify="left", box=None, pad_edge=False)
    for name in ("Concept", "What", "Here", "File", "Where"):
        table.add_column(name, overflow="fold")
    for item in found[:limit]:
        what = f"{item.what} {item.language}".strip() + (" (fuzzy)" if item.fuzzy else "")
        places = " / ".join(filter(None, (item.here_place, item.place)))
        table.add_row(*(escape(_short(text)) for text in (item.form, what, item.here, item.there)), escape(places))
    console.print(table)
    if limit is not None and len(found) > limit:
        console.print(f"… and {len(found) - limit} more (-v lists all)")


def _print_unheld(console: Console, unheld: Sequence[Unheld], limit: int | None) -> None:
    """What has no place, grouped by kind, each with its first places."""
    if not unheld:
        return
    groups: dict[str, list[Unheld]] = {}
    for item in unheld:
        groups.setdefault(item.what, []).append(item)
    console.print(f"Not taken over, for the glossary has no place for it ({len(unheld)}):")
    for what, items in groups.items():
        shown = items[: 1 if limit else None]
        for item in shown:
            console.print(escape(f"  {what}: {_short(item.text)}  {item.place}"), soft_wrap=True)
        if len(items) > len(shown):
            console.print(escape(f"  {what}: {len(items) - len(shown)} more (-v lists all)"))


def _short(text: str) -> str:
    return text if len(text) <= TEXT_SHOWN else f"{text[: TEXT_SHOWN - 1]}…"
