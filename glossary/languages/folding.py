"""A text in a simpler spelling whose every character still knows where it stood.

Matching compares folded texts (one Unicode form, one case, one kind of apostrophe) and reports offsets in
the text as people wrote it.  Almost every text folds character by character, which needs no table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal, NamedTuple

from glossary.expressions import expression

_MARK = r"[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\uff9e\uff9f]"
_CLUSTER = expression(rf"(?:[\u1100-\u11ff가-힣][\u1160-\u11ff]*|(?s:.)){_MARK}*")
"""A character with all that may compose with it: combining marks, Hangul vowels and finals, (half-width) voicing.

Rarer marks (Indic vowel signs and the like) are caught by ``_clusters``.
"""
TEXTS_KEPT = 256
"""Texts whose folded form is remembered: those of one message in all its checks, with room to spare."""


class Folded(NamedTuple):
    """A folded text."""

    cased: str
    """Folded but for the case of its letters; as long as ``text``."""
    text: str
    """Folded and in lower case."""
    origins: tuple[tuple[int, int], ...] = ()
    """For each character of ``text`` where its origin starts and ends in the text as given; empty: where it is."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as given of ``text[start:end]``; start < end."""
        if not self.origins:
            return start, end
        return self.origins[start][0], self.origins[end - 1][1]


def lower(text: str) -> str:
    """The text in lower case, character by character: never longer or shorter (İ stays İ)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)


def fold(
    text: str,
    form: Literal["NFC", "NFKC"],
    table: Mapping[int, str],
    dropped: re.Pattern[str] | None = None,
    asked: re.Pattern[str] | None = None,
) -> Folded:
    """The text in a Unicode form, without what ``dropped`` matches, its characters replaced by ``table``.

    ``table`` maps one character to one (as for ``str.translate``); a text that is in its Unicode form after that
    takes the fast path.  ``asked`` finds a character that either of the two may touch: most texts have none.
    """
    if asked and not asked.search(text) and unicodedata.is_normalized(form, text):
        low = text.lower()
        return Folded(text, low if len(low) == len(text) else lower(text))
    cased = _translated(text, table, asked)
    if unicodedata.is_normalized(form, cased) and not (dropped and dropped.search(text)):
        return Folded(cased, lower(cased))
    out = {place for match in dropped.finditer(text) for place in range(*match.span())} if dropped else set()
    letters: list[str] = []
    origins: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        kept = "".join(text[place] for place in range(start, end) if place not in out) if out else text[start:end]
        for letter in unicodedata.normalize(form, kept).translate(table):
            letters.append(letter)
            origins.append((start, end))
    cased = "".join(letters)
    return Folded(cased, lower(cased), tuple(origins))


def _translated(text: str, table: Mapping[int, str], asked: re.Pattern[str] | None) -> str:
    """As ``text.translate(table)``, which looks up every letter; quicker where ``asked`` finds the few that change."""
    if asked is None:
        return text.translate(table) if table else text
    for letter in set(asked.findall(text)):
        text = text.replace(letter, table.get(ord(letter), letter))
    return text


def _clusters(text: str) -> list[tuple[int, int]]:
    """Where each base character with its marks starts and ends."""
    clusters: list[tuple[int, int]] = []
    for match in _CLUSTER.finditer(text):
        start, end = match.span()
        if clusters and unicodedata.category(text[start]).startswith("M"):
            clusters[-1] = (clusters[-1][0], end)
        else:
            clusters.append((start, end))
    return clusters
