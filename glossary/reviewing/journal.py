"""What was decided on the page since it was opened: to undo it, and to notice when it gets lost."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.catalogs import Entry
from glossary.concepts.decisions_text import Change, Item

KEPT = 200
"""Decisions that can be undone, the last ones; each keeps the bytes that ``decisions.toml`` had."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A change of ``decisions.toml``."""

    changes: tuple[Change, ...]
    """What really changed."""
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Rendered:
    """A change of one message of a catalog."""

    language: str
    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class Made:
    """A decision as it was carried out."""

    number: int
    told: str
    """What was done, for people."""
    concept: str
    what: Decided | Rendered


class Journal:
    """The decisions of this session, the oldest first, without those that were undone."""

    def __init__(self) -> None:
        self._made: dict[int, Made] = {}
        self._numbers = itertools.count(1)

    def add(self, told: str, concept: str, what: Decided | Rendered) -> Made:
        """Note a decision."""
        made = Made(next(self._numbers), told, concept, what)
        self._made[made.number] = made
        if len(self._made) > KEPT:
            del self._made[min(self._made)]
        return made

    def get(self, number: int) -> Made | None:
        """A decision that can be undone."""
        return self._made.get(number)

    def remove(self, number: int) -> None:
        """It was undone."""
        self._made.pop(number, None)

    def expected(self) -> Mapping[tuple[str, ...], tuple[Made, object]]:
        """What these decisions together should have left in ``decisions.toml``.

        Table, key and form → the decision, whether the form is listed; table and key → the decision, the value.
        """
        found: dict[tuple[str, ...], tuple[Made, object]] = {}
        for made, change in self._changes():
            if isinstance(change, Item):
                found[change.table, change.key, change.form] = made, change.present
            else:
                found[change.table, change.key] = made, change.new
        return found

    def _changes(self) -> Iterator[tuple[Made, Change]]:
        for made in self._made.values():
            if isinstance(made.what, Decided):
                yield from ((made, change) for change in made.what.changes)

    def rendered(self, language: str) -> Sequence[Made]:
        """The last decision on each message of a language's catalog."""
        last: dict[tuple[str | None, str], Made] = {}
        for made in self._made.values():
            if isinstance(made.what, Rendered) and made.what.language == language:
                last[made.what.after.key] = made
        return tuple(last.values())
