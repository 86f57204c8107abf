"""Which patterns a phrase fits, and how its words go to their slots."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from glossary.suggestions.composition.parts import SLOTS, may_fill
from glossary.suggestions.composition.patterns import Pattern, fitting, word_keys

LONGEST = 9
"""Words of a phrase that is still taken apart; longer ones are sentences."""
_T = TypeVar("_T")
Memo = dict[tuple[tuple[str, ...], int], tuple[_T, ...] | None]
"""Tokens left and position in the phrase → what fills them: patterns have their ends in common."""


@lru_cache(maxsize=50_000)
def words_spoken(form: str) -> tuple[str, ...]:
    """The words of a phrase that may be taken apart; none of one that is too short or too long."""
    phrase = re.sub(r"(?<=\w)-(?=[A-Za-z])", " ", form.replace("’", "'"))
    spoken = tuple(word for word in phrase.split() if word.lower() != "the")
    return spoken if 1 < len(spoken) <= LONGEST else ()


def matched(
    tokens: tuple[str, ...], start: int, spoken: Sequence[str], fill: Callable[[str, int, int], _T | None],
    memo: Memo[_T],
) -> tuple[_T, ...] | None:  # fmt: skip
    """What fills the slots of ``tokens`` in the words from ``start`` on, the longest first part; None: nothing does."""
    if not tokens:
        return () if start == len(spoken) else None
    key = (tokens, start)
    if key not in memo:
        memo[key] = None
        token, rest = tokens[0], tokens[1:]
        if token not in SLOTS:
            if start < len(spoken) and token in word_keys(spoken[start]):
                memo[key] = matched(rest, start + 1, spoken, fill, memo)
            return memo[key]
        following = rest[0] if rest and rest[0] not in SLOTS else ""
        shortest = start if rest else len(spoken) - 1  # the last part takes all that is left
        ends = range(len(spoken) - len(rest), max(start, shortest), -1)
        for end in ends:
            if following and following not in word_keys(spoken[end]):
                continue
            part = fill(token, start, end)
            others = matched(rest, end, spoken, fill, memo) if part is not None else None
            if part is not None and others is not None:
                memo[key] = (part, *others)
                break
    return memo[key]


class Kinds:
    """What a text may be in any language, as far as that can be told without asking for renderings.

    Most words of most phrases are nothing that a slot takes.  To find that out once, not in each language and at each
    depth, is what makes composition affordable.
    """

    def __init__(self, known: Callable[[str], frozenset[str]]) -> None:
        """``known`` tells the kinds under which the sources have a text; "" for a source that does not say."""
        self._known = known
        self._kinds: dict[str, frozenset[str]] = {}
        self._slots: dict[str, frozenset[str]] = {}
        self._feasible: dict[tuple[str, ...], tuple[Pattern, ...]] = {(): ()}

    def of(self, text: str) -> frozenset[str]:
        """Kinds that the sources or the patterns may find for a text."""
        if text not in self._kinds:
            made = (pattern.kind for pattern in self.feasible(words_spoken(text)))
            self._kinds[text] = self._known(text).union(made)
        return self._kinds[text]

    def slots(self, text: str) -> frozenset[str]:
        """The slots that a text may fill."""
        if text not in self._slots:
            self._slots[text] = frozenset(slot for slot in SLOTS if may_fill(slot, text, self.of))
        return self._slots[text]

    def feasible(self, spoken: tuple[str, ...]) -> tuple[Pattern, ...]:
        """The patterns that fit a phrase if its parts turn out to be what they may be."""
        if spoken not in self._feasible:

            def fill(token: str, start: int, end: int) -> bool | None:
                less = end - start < len(spoken)  # a part is less than the whole
                return (less and token in self.slots(" ".join(spoken[start:end]))) or None

            begins = frozenset[str]().union(*(self.slots(" ".join(spoken[:end])) for end in range(1, len(spoken))))
            memo: Memo[bool] = {}
            likely = (p for p in fitting(spoken) if p.tokens[0] in begins or p.tokens[0] not in SLOTS)
            fit = (pattern for pattern in likely if matched(pattern.tokens, 0, spoken, fill, memo) is not None)
            self._feasible[spoken] = tuple(fit)
        return self._feasible[spoken]
