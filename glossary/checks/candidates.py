"""Which terms an English text may use, by its words alone: all that it does use, and some more.

Costs a tenth of finding the uses themselves, and settles most messages: those whose translation plainly has the
rendering of every candidate.
"""

from __future__ import annotations

from collections.abc import Iterable

from glossary.expressions import expression
from glossary.languages.english import singular

_WORD = expression(r"[^\W_]+")
_INSIDE = str.maketrans("", "", "._&'’ʼ‘")
"""Characters that a word may have inside: U.S., the accelerators Ta_x and Ta&x, President's."""
_PLACEHOLDER = expression(r"%(?:\(\w*\))?[^\sa-z]{0,6}[a-z]")
"""May be glued to a word: ``%sterms``."""
_DOTTED = expression(r"\.[^\W_]")


class _Keys(dict[str, str]):
    """Word in lower case → what its forms have in common, worked out when first asked for."""

    def __missing__(self, word: str) -> str:
        short = len(word) <= 3 and word[-1] == "s"  # MPs, which ``singular`` leaves alone
        key = self[word] = word[:-1] if short else singular(word)
        return key


class Candidates:
    """The terms of a glossary, by their first words."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        """``terms``: concept id and English form."""
        self._keys = _Keys()
        self._by_first: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for identifier, form in terms:
            for text in dict.fromkeys((form.casefold(), form.casefold().translate(_INSIDE))):
                words = [self._keys[word] for word in _WORD.findall(text)]
                if words:
                    self._by_first.setdefault(words[0], []).append((identifier, frozenset(words[1:])))
        self._firsts = frozenset(self._by_first)

    def of(self, text: str) -> list[str]:
        """Ids of the concepts that a text may use, some more than once."""
        low = text.casefold()
        words = _WORD.findall(low)
        if "%" in low or "_" in low or "&" in low or _DOTTED.search(low):
            words += _WORD.findall(low.translate(_INSIDE))
            words += _WORD.findall(_PLACEHOLDER.sub(" ", low))
        keys = set(map(self._keys.__getitem__, words))
        if self._firsts.isdisjoint(keys):
            return []
        return [
            identifier
            for first in self._firsts & keys
            for identifier, others in self._by_first[first]
            if others <= keys
        ]
