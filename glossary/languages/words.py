"""A text as words, and a rendering as a run of words: what matching by whole words needs.

A text is cut once and kept, so that a hundred renderings looked for in it cost a hundred dictionary look-ups.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from glossary.expressions import expression
from glossary.languages.folding import TEXTS_KEPT, Folded

_WORD = expression(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
"""Letters, or digits; an apostrophe belongs to a word only between letters, an underscore (accelerator) never."""
_GAP = expression(r"[\s*_`\"«»„“”]+")
"""What may stand between two words of one name: spaces, line breaks, emphasis and quotation marks."""
_HYPHEN = expression(r"\s?[-‐‑–]\s?")
"""A hyphen between two words of one name, in any of its typographic forms."""


class Words(NamedTuple):
    """The words of one text."""

    folded: Folded
    spans: tuple[tuple[int, int], ...]
    """Of each word in the folded text."""
    places: Mapping[str, Sequence[int]]
    """Word in lower case → indices into ``spans``, ascending."""

    def word(self, index: int) -> str:
        """The word in lower case."""
        start, end = self.spans[index]
        return self.folded.text[start:end]

    def cased(self, index: int) -> str:
        """The word as written."""
        start, end = self.spans[index]
        return self.folded.cased[start:end]

    def joint(self, index: int) -> str:
        """What ties the word to the next: " " for space, "-" for a hyphen, else the characters between them."""
        gap = self.folded.text[self.spans[index][1] : self.spans[index + 1][0]]
        if gap in ("", " "):
            return gap
        if _HYPHEN.fullmatch(gap):
            return "-"
        return " " if _GAP.fullmatch(gap) else gap

    def glued(self, first: int, last: int) -> bool:
        """Whether a number makes another name of the words first … last: Ту95, Су-27М; not so in 300людей."""
        text = self.folded.text
        start, end = self.spans[first][0], self.spans[last][1]
        if start and text[start].isdigit() and text[start - 1].isalpha():
            return True
        return end < len(text) and text[end].isalnum()

    def hyphenated(self, first: int, last: int) -> bool:
        """Whether a hyphen ties the words first … last to a word outside (``ex-president``)."""
        text = self.folded.text
        start, end = self.spans[first][0], self.spans[last][1]
        before = start > 1 and text[start - 1] in "-‐‑" and text[start - 2].isalpha()
        return before or (end + 1 < len(text) and text[end] in "-‐‑" and text[end + 1].isalpha())


def cut(folded: Folded) -> Words:
    """The words of a folded text."""
    places: dict[str, list[int]] = {}
    matches = [*_WORD.finditer(folded.text)]
    for index, match in enumerate(matches):
        places.setdefault(match[0], []).append(index)
    return Words(folded, tuple([match.span() for match in matches]), places)


def cutter(fold: Callable[[str], Folded]) -> Callable[[str], Words]:
    """A function from text to words under one language's folding, which remembers the last texts."""
    return lru_cache(maxsize=TEXTS_KEPT)(lambda text: cut(fold(text)))
