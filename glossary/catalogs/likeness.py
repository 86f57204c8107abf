"""Which old message of a document continues as which new one, when its text was edited.

Terms are never matched by likeness (*North Korea* and *South Korea* are alike), and neither are texts of different
documents: there it is chance that decides, and people end up with thousands of wrong fuzzy entries
(python-babel/babel issue 1030).  Inside one document it is different: a paragraph between the same two neighbors
that kept most of its words *is* the old paragraph, edited, and its translation is worth more than an empty field.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from glossary.expressions import expression

NEIGHBORLY = 0.5
"""Likeness from which a text between the same neighbors is the old one edited: as many words stayed as changed,
the lower edge of the lowest band of matches (50–74 %) that translation memories offer."""
ELSEWHERE = 0.75
"""Likeness from which a text that moved as well is the old one edited: the customary threshold of translation
memories."""
_CONTAINED = 0.9
"""Weight of likeness where one text holds the other: a paragraph was divided, joined, or grew."""
_FEWEST = 5
"""Words from which a text that another holds is more than a phrase of it."""
_WORD = expression(r"\w+")
_CANDIDATES = 20
"""Old texts compared in full with a new one that moved: those that share most of its rarer words."""

_COMMON = 50
"""Old texts with a word from which it says little about which of them is meant."""


def likeness(first: str, second: str) -> float:
    """0–1: twice the words that two texts share over all their words (Dice's coefficient of their bags of words).

    Where one holds most of the other, at least 0.9 of the share that it holds.

    >>> likeness("Kim spoke on Monday.", "Kim spoke on Tuesday.")
    0.75
    """
    return _likeness(_bag(first), _bag(second))


def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _likeness(first: Counter[str], second: Counter[str]) -> float:
    shared, sizes = (first & second).total(), sorted((first.total(), second.total()))
    if not sizes[0]:
        return 0.0
    held = _CONTAINED * shared / sizes[0] if sizes[0] >= _FEWEST else 0.0
    return max(2 * shared / sum(sizes), held)


def continued(old: Sequence[str], new: Sequence[str], same: Mapping[int, int]) -> dict[int, int]:
    """Position in ``new`` → position in ``old`` of the text that it was before it was edited.

    Both are the texts of one document in its order; ``same``: new → old position of those that did not change.
    Between the same neighbors a likeness of 0.5 suffices, elsewhere 0.75 is needed; the likest go first, of
    equally like ones the earliest.
    """
    taken = set(same.values())
    free_old = [index for index in range(len(old)) if index not in taken]
    free_new = [index for index in range(len(new)) if index not in same]
    if not free_old or not free_new:
        return {}
    index = _Index({origin: _bag(old[origin]) for origin in free_old})
    wanted = {position: _bag(new[position]) for position in free_new}
    found: dict[int, int] = {}
    for pairs in (_neighbors(index, wanted, same), _moved(index, wanted)):
        used = set(found.values())
        for _, position, origin in sorted(pairs):
            if position not in found and origin not in used:
                found[position] = origin
                used.add(origin)
    return found


class _Index:
    """Bags of words of old texts, found by their words."""

    def __init__(self, bags: Mapping[int, Counter[str]]) -> None:
        self.bags = bags
        self._holders: dict[str, set[int]] = {}
        for origin, bag in bags.items():
            for word in bag:
                self._holders.setdefault(word, set()).add(origin)

    def likest(self, bag: Counter[str], among: Collection[int]) -> Iterator[tuple[float, int]]:
        """Likeness and position of old texts ``among`` these; of many only those that share most rarer words."""
        if len(among) > _CANDIDATES:
            votes: Counter[int] = Counter()
            for word in bag:
                holders = self._holders.get(word, set())
                if len(holders) <= _COMMON:
                    votes.update(holders.intersection(among))
            among = [origin for origin, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]]
        for origin in among:
            yield _likeness(self.bags[origin], bag), origin


def _neighbors(
    index: _Index, wanted: Mapping[int, Counter[str]], same: Mapping[int, int]
) -> Iterator[tuple[float, int, int]]:
    """Pairs that stand between the same unchanged texts and are alike: (-likeness, new, old)."""
    kept = _ascending(sorted(same.items()))
    new_marks, old_marks = [position for position, _ in kept], [origin for _, origin in kept]
    gaps: dict[int, set[int]] = {}
    for origin in index.bags:
        gaps.setdefault(bisect_left(old_marks, origin), set()).add(origin)
    for position, bag in wanted.items():
        among = gaps.get(bisect_left(new_marks, position), set())
        yield from ((-value, position, origin) for value, origin in index.likest(bag, among) if value >= NEIGHBORLY)


def _moved(index: _Index, wanted: Mapping[int, Counter[str]]) -> Iterator[tuple[float, int, int]]:
    """Pairs that are very much alike, wherever they stand: (-likeness, new, old)."""
    for position, bag in wanted.items():
        found = index.likest(bag, index.bags.keys())
        yield from ((-value, position, origin) for value, origin in found if value >= ELSEWHERE)


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``pairs`` whose second numbers ascend, too (patience sorting, Fredman 1975)."""
    ends: list[int] = []  # second numbers that end the best run of each length
    tops: list[int] = []  # the pairs they belong to
    before: list[int] = []
    for position, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(tops[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        tops[length : length + 1] = [position]
    run: list[tuple[int, int]] = []
    position = tops[-1] if tops else -1
    while position >= 0:
        run.append(pairs[position])
        position = before[position]
    return run[::-1]
