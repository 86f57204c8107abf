"""Renderings in which a translator marked what may change: ``стандартн|а бібліотек|а``, ``Зеленськ*``.

A bar stands before an ending that any other may replace; a star for any letters, also none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from glossary.expressions import expression
from glossary.languages.folding import Folded
from glossary.languages.uses import Use

_MARKS = expression(r"[|*]")
_MARK_AFTER = expression(r"\w\w")
_MARK_BEFORE = expression(r"\w{3}")
LONGEST_ENDING = 5
"""Letters; the longest endings of Slavic nouns and adjectives (-ового, -ськими) with the vowel before them."""
LONGEST_STAR = 30
"""Letters; a longer word is no word, and the bound keeps matching linear."""


class Pattern(NamedTuple):
    """A matcher of a rendering with marks."""

    pattern: re.Pattern[str]
    plain: str
    """The rendering without marks, folded, lower case."""
    capital: bool
    fold: Callable[[str], Folded]

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses, in the order of the text."""
        folded = self.fold(text)
        return tuple(
            Use(*folded.span(*match.span()), "exact" if match[0] == self.plain else "inflected")
            for match in self.pattern.finditer(folded.text)
            if match[0] and (not self.capital or folded.cased[match.start()].isupper())
        )


def is_pattern(rendering: str) -> bool:
    """Whether ``|`` or ``*`` in a rendering are marks: each after two letters, or a star before three."""
    if "|" not in rendering and "*" not in rendering:
        return False
    marks = list(_MARKS.finditer(rendering))
    return all(
        _MARK_AFTER.fullmatch(rendering[: mark.start()][-2:])
        or (mark[0] == "*" and _MARK_BEFORE.match(rendering, mark.end()))
        for mark in marks
    )


def pattern_matcher(rendering: str, fold: Callable[[str], Folded]) -> Pattern:
    """The matcher of a rendering that has ``|`` or ``*`` in it."""
    folded = fold(rendering.strip())
    words = r"\s{1,8}".join(_word(word) for word in folded.text.split())
    pattern = re.compile(rf"(?<!\w)(?<!\w'){words}(?!\w)")
    plain = _MARKS.sub("", folded.text)
    return Pattern(pattern, plain, _MARKS.sub("", folded.cased)[:1].isupper(), fold)


def _word(word: str) -> str:
    stem, bar, _ = word.partition("|")
    starred = rf"[\w']{{0,{LONGEST_STAR}}}".join(map(re.escape, stem.split("*")))
    return starred + (rf"\w{{0,{LONGEST_ENDING}}}" if bar else "")
