"""Occurrences and reasons as numbers, a fifth of what they take as objects, and understood when somebody asks.

Texts that repeat (sentences, paths, forms, reasons) stand once in a table and elsewhere as their number in it.  An
occurrence is five numbers: path, line, form, sentence and role; a reason two: path, and what is said.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args, overload

from glossary.model import Location, Occurrence, Role

OCCURRENCE = 5
"""Numbers of one occurrence."""
REASON = 2
"""Numbers of one reason."""
Order = tuple[str, int, str, str, str]
"""Path, line, form, sentence and role of an occurrence: its place among all."""
Reason = tuple[str, tuple[str, ...]]
"""Path of a document, and why its candidate was recognized."""
_ROLES: Mapping[str, Role] = {role: role for role in get_args(Role)}


def none() -> array[int]:
    """No numbers yet."""
    return array("I")


class Texts:
    """Texts that repeat, each once; none is ever dropped."""

    __slots__ = ("_numbers", "all")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.all: list[str] = list(texts)
        """By their numbers."""
        self._numbers = {text: number for number, text in enumerate(self.all)}

    def number(self, text: str) -> int:
        """The number of a text, a new one when it is new."""
        found = self._numbers.get(text)
        return self._new(text) if found is None else found

    def _new(self, text: str) -> int:
        if len(self._numbers) < len(self.all):
            self._numbers = {known: number for number, known in enumerate(self.all)}
            return self.number(text)
        self._numbers[text] = len(self.all)
        self.all.append(text)
        return len(self.all) - 1

    def rest(self) -> None:
        """Forget which texts have which numbers until somebody asks, which nobody may for long."""
        self._numbers = {}

    def add(self, numbers: array[int], occurrences: Iterable[Occurrence]) -> None:
        """Append occurrences to ``numbers``."""
        number = self.number
        for used in occurrences:
            place = used.location
            numbers.extend(
                (number(place.path), place.line, number(used.form), number(used.sentence), number(used.role))
            )

    def add_reason(self, numbers: array[int], path: str, why: Iterable[str]) -> None:
        """Append a reason to ``numbers``."""
        numbers.extend((self.number(path), self.number("".join([f"{said}\0" for said in why]))))

    def order(self, row: Sequence[int]) -> Order:
        """The place among all of the occurrence of five numbers."""
        texts = self.all
        path, line, form, sentence, role = row
        return texts[path], line, texts[form], texts[sentence], texts[role]

    def reason(self, row: Sequence[int]) -> Reason:
        """The reason of two numbers."""
        return self.all[row[0]], tuple(self.all[row[1]].split("\0")[:-1])


def rows(numbers: array[int], size: int) -> list[tuple[int, ...]]:
    """Numbers, so many at a time."""
    each = [iter(numbers)] * size
    return list(zip(*each, strict=True))


def joined(found: Iterable[Sequence[int]]) -> array[int]:
    """What ``rows`` took apart."""
    numbers = none()
    for row in found:
        numbers.extend(row)
    return numbers


def moved(numbers: array[int], size: int, old: Texts, new: Texts) -> array[int]:
    """Numbers of samples in one table as those in another; of an occurrence the second one is a line."""
    if old is new:
        return numbers
    number, texts = new.number, old.all
    found = array("I", [number(texts[each]) for each in numbers] if size == REASON else numbers)
    if size == OCCURRENCE:
        for place in (0, 2, 3, 4):
            found[place::OCCURRENCE] = array("I", [number(texts[each]) for each in numbers[place::OCCURRENCE]])
    return found


class Sampled(Sequence[Occurrence]):
    """Occurrences that are made of numbers whenever somebody looks; equal to a tuple of the same ones."""

    __slots__ = ("_numbers", "texts")

    def __init__(self, texts: Texts, numbers: array[int]) -> None:
        self.texts, self._numbers = texts, numbers

    @property
    def numbers(self) -> array[int]:
        """Five of each."""
        return self._numbers

    def __len__(self) -> int:
        return len(self.numbers) // OCCURRENCE

    def __iter__(self) -> Iterator[Occurrence]:
        texts = self.texts.all
        each = iter(self.numbers)
        for path, line, form, sentence, role in zip(each, each, each, each, each, strict=True):
            yield Occurrence(Location(texts[path], line), texts[form], texts[sentence], _ROLES[texts[role]])

    @overload
    def __getitem__(self, index: int) -> Occurrence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Occurrence, ...]: ...
    def __getitem__(self, index: int | slice) -> Any:
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | Sampled) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
