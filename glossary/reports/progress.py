"""How much of each catalog is translated: for people as a table, for programs as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from glossary.counting import Progress

_STATES = ("translated", "fuzzy", "open")


def print_progress(found: Sequence[Progress]) -> None:
    """A table for each language: a row a catalog, then their sum."""
    console = Console(highlight=False, soft_wrap=True)
    console.width = max(console.width, 140)  # of a file or a pipe nobody knows the width
    for number, (language, group) in enumerate(groupby(found, lambda item: item.language)):
        if number:
            console.print()
        console.print(_table(language, list(group)))


def _table(language: str, items: Sequence[Progress]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(language, min_width=min(60, max(len(item.document) for item in items)))
    for name in (
        "Segments\ntranslated", "\nfuzzy", "\nopen", "Words\ntranslated", "\nfuzzy", "\nopen", "\n%", "Terms\nconfirmed"
    ):  # fmt: skip
        table.add_column(name, justify="right")
    for item in items:
        numbers = (*item.segments, *item.words)
        terms = f"{item.approved:,} of {item.terms:,}"
        table.add_row(escape(item.document), *(f"{number:,}" for number in numbers), f"{item.percent:.0f}", terms)
    if len(items) > 1:
        sums = (*_sums(item.segments for item in items), *(words := _sums(item.words for item in items)))
        percent = 100 * words[0] / sum(words) if sum(words) else 100
        table.add_row("all", *(f"{number:,}" for number in sums), f"{percent:.0f}", "")
    return table


def _sums(rows: Iterable[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def as_json(found: Sequence[Progress]) -> str:
    """Language → its catalogs, each with the figures of the table and the terms that are open."""
    table: dict[str, list[dict[str, Any]]] = {}
    for item in found:
        table.setdefault(item.language, []).append(
            {
                "document": item.document,
                "catalog": item.catalog,
                "segments": dict(zip(_STATES, item.segments, strict=True)),
                "words": dict(zip(_STATES, item.words, strict=True)),
                "percent": round(item.percent, 1),
                "terms": {"all": item.terms, "confirmed": item.approved, "open": list(item.open_terms)},
            }
        )
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"
