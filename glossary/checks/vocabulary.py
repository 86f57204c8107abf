"""Which terms a set of catalogs can use at all: of a large glossary most have a word that no message has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from glossary.languages.english import singular
from glossary.units import CatalogFile

_WORD = re.compile(r"[^\W_]+")
_INSIDE = str.maketrans("", "", "._&'’ʼ‘")
"""Characters that a word may have inside: U.S., the accelerators Ta_x and Ta&x, President's."""


def wanted(files: Iterable[CatalogFile]) -> Callable[[str], bool]:
    """Whether a form may occur in the catalogs: true for all that do, and for few others."""
    words: set[str] = set()
    for file in files:
        for unit in file.units:
            words.update(_WORD.findall(unit.source.lower()))
            if unit.plural:
                words.update(_WORD.findall(unit.plural.lower()))
            if "_" in unit.source or "&" in unit.source or "." in unit.source:
                words.update(_WORD.findall(unit.source.lower().translate(_INSIDE)))
    known = {key for word in words for key in (word, singular(word), *((word[:-1],) if word[-1] == "s" else ()))}

    def may_occur(form: str) -> bool:
        low = form.lower()
        if _known(_WORD.findall(low), known):
            return True
        return low.translate(_INSIDE) != low and _known(_WORD.findall(low.translate(_INSIDE)), known)

    return may_occur


def _known(words: Sequence[str], known: set[str]) -> bool:
    """Whether all words, in some number, are among the known ones."""
    if known.issuperset(words):
        return True
    for word in words:
        if word not in known:
            plural = word[-1] == "s" or word[-3:] == "men" or word in _PLURALS
            if not plural or (word[:-1] not in known and singular(word) not in known):
                return False
    return True


_PLURALS = frozenset("children people feet teeth geese mice criteria phenomena".split())
"""Plurals that end neither in -s nor in -men, as ``singular`` knows them."""
