"""What people see of ``pack`` and ``unpack`` on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from glossary.settings import relative_here

if TYPE_CHECKING:
    from glossary.catalogs import Pair, Returned
    from glossary.packing import Pack
    from glossary.unpacking import Unpacking

TAKEN_SHOWN = 8
"""Translations listed for each catalog; ``-v`` lists all."""
_LONGEST = 200
"""Characters of a text that are shown."""


def print_pack(made: Pack, output: Path) -> None:
    """What is in the pack, and how much of it is to be done."""
    console = Console(highlight=False, soft_wrap=True)
    translated, fuzzy, open_ = (sum(item.words[state] for item in made.progress) for state in range(3))
    catalogs = sum(1 for name in made.files if name.endswith(".po"))
    console.print(
        f"written {escape(relative_here(output.resolve()))}: {_number(catalogs, 'catalog')}; words: {open_:,} open, "
        f"{fuzzy:,} prefilled, {translated:,} translated"
    )


def print_unpacking(result: Unpacking, *, dry: bool, verbose: bool) -> None:
    """For each catalog what came back, conflicts side by side, then what was written."""
    console = Console(highlight=False, soft_wrap=True)
    for item in result.returned:
        console.print(escape(_summary(item, theirs=result.theirs)))
        limit = len(item.taken) if verbose else TAKEN_SHOWN
        for pair in item.taken[:limit]:
            console.print(escape(f"  {_short(pair.msgid)} → {_short(pair.theirs)}"))
        if len(item.taken) > limit:
            console.print(f"  and {len(item.taken) - limit} more (-v lists all)")
        for line in _conflicts(item.conflicts):
            console.print(escape(line))
    for name in result.strangers:
        console.print(escape(f"{name}: this project has no such catalog; give it its old name, or --language"))
    changed = result.changed
    if changed:
        console.print(escape(f"{'would change' if dry else 'written'} ({len(changed)}): {', '.join(changed)}"))
    else:
        console.print("Nothing changed.")
    left = 0 if result.theirs else sum(len(item.conflicts) for item in result.returned)
    if left:
        console.print(f"{_number(left, 'conflict')}: what is here stays; --theirs takes what came back")


def _summary(item: Returned, *, theirs: bool) -> str:
    parts = [f"{len(item.taken)} taken", f"{item.same} the same"]
    if item.conflicts:
        parts.append(_number(len(item.conflicts), "conflict") + (", theirs taken" if theirs else ""))
    if item.stale:
        parts.append(f"{item.stale} for texts that are gone, kept as obsolete")
    return f"{item.plan.shown}: {', '.join(parts)}"


def _conflicts(pairs: Sequence[Pair]) -> Iterator[str]:
    for pair in pairs:
        yield f"  {pair.place}: changed on both sides"
        yield f"    en      {_short(pair.msgid)}"
        yield f"    ours    {_short(pair.ours)}"
        yield f"    theirs  {_short(pair.theirs)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
