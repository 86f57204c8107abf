"""Which terms a set of catalogs can use at all: of a large glossary most have a word that no message has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from glossary.expressions import expression
from glossary.languages.english import singular
from glossary.units import CatalogFile

_WORD = expression(r"[^\W_]+")
_INSIDE = str.maketrans("", "", "._&'’ʼ‘")
"""Characters that a word may have inside: U.S., the accelerators Ta_x and Ta&x, President's."""
_HAS_INSIDE = expression("[._&'’ʼ‘]")

SMALL = 1_000
"""Forms up to which it costs more to read the catalogs' words than to keep all terms: reading those of 20,000 messages
takes some 60 ms, a term that is kept some 60 µs."""


class Vocabulary:
    """The words of catalogs, read when the first ``SMALL`` forms have been asked for."""

    def __init__(self, files: Iterable[CatalogFile]) -> None:
        self._files = tuple(files)
        self.asked = 0
        """Forms asked for so far."""

    def may_hold(self, form: str) -> bool:
        """Whether a form may occur in the catalogs: true for all that do, and for few others."""
        self.asked += 1
        if self.asked <= SMALL:
            return True
        low = form.lower()
        if low.replace(" ", "").isalnum():
            return _known(low.split(), self._words)
        if _known(_WORD.findall(low), self._words):
            return True
        return bool(_HAS_INSIDE.search(low)) and _known(_WORD.findall(low.translate(_INSIDE)), self._words)

    @cached_property
    def _words(self) -> set[str]:
        """All words of the English texts, in lower case, and their singulars."""
        texts = [text for file in self._files for unit in file.units for text in (unit.source, unit.plural)]
        whole = "\n".join(set("\n".join(texts).lower().split()))  # each word once, with the marks around it
        words = {*_WORD.findall(whole), *_WORD.findall(whole.translate(_INSIDE))}
        return {key for word in words for key in (word, singular(word), *((word[:-1],) if word[-1] == "s" else ()))}


def _known(words: Sequence[str], known: set[str]) -> bool:
    """Whether all words, in some number, are among the known ones."""
    for word in words:
        if word not in known:
            plural = word[-1] == "s" or word[-3:] == "men" or word in _PLURALS
            if not plural or (word[:-1] not in known and singular(word) not in known):
                return False
    return True


_PLURALS = frozenset("children people feet teeth geese mice criteria phenomena".split())
"""Plurals that end neither in -s nor in -men, as ``singular`` knows them."""
