"""Concepts by their outline: what every stage needs of all of them; whole entries are made when somebody asks.

A build in which little has changed takes over what stands in the files, and asks for few entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, overload

from glossary.model import ConceptEntry, Kind, Relation


class Outline(NamedTuple):
    """What every stage needs of a concept; the fields are those of a ``ConceptEntry``, but for the last two."""

    id: str
    kind: Kind
    preferred: str
    translate: bool
    related: tuple[Relation, ...]
    uses: int
    """Its ``count``."""
    stamp: bytes = b""
    """A hash of all that there is in the entry, 16 bytes; empty when it is not known."""


class Entries(Sequence[ConceptEntry]):
    """Entries that are made when somebody asks, each once; equal to a tuple of the same ones."""

    __slots__ = ("_made", "_make", "outlines")

    def __init__(self, outlines: Sequence[Outline], make: Callable[[int], ConceptEntry]) -> None:
        """``make`` gives the entry of the outline with a number, from 0."""
        self.outlines, self._make = outlines, make
        self._made: list[ConceptEntry | None] = [None] * len(outlines)

    def __len__(self) -> int:
        return len(self.outlines)

    @overload
    def __getitem__(self, index: int) -> ConceptEntry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ConceptEntry, ...]: ...
    def __getitem__(self, index: int | slice) -> Any:
        numbers = range(len(self.outlines))[index]
        return tuple(map(self._get, numbers)) if isinstance(numbers, range) else self._get(numbers)

    def __iter__(self) -> Iterator[ConceptEntry]:
        return map(self._get, range(len(self.outlines)))

    def _get(self, number: int) -> ConceptEntry:
        found = self._made[number]
        if found is None:
            found = self._made[number] = self._make(number)
        return found

    def complete(self) -> None:
        """Make all entries, and let go of what they are made from."""
        made = [*self]
        self._make = made.__getitem__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | Entries) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


def outlines(concepts: Sequence[ConceptEntry]) -> Sequence[Outline]:
    """The outlines of concepts, in their order."""
    return concepts.outlines if isinstance(concepts, Entries) else [*map(outline, concepts)]


def outline(concept: ConceptEntry) -> Outline:
    """The outline of an entry, whose stamp nobody knows."""
    return Outline(
        concept.id, concept.kind, concept.preferred, concept.translate, tuple(concept.related), concept.count
    )
