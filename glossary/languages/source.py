"""English terms in source texts: all of them in one pass, whatever their number.

An Aho-Corasick automaton over whole words (Aho and Corasick 1975, CACM 18:6) finds every form of every term in
time linear in the text; the longest at each place wins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import NamedTuple

import ahocorasick_rs

from glossary.expressions import expression
from glossary.languages.english import singular
from glossary.languages.masking import mask

_WORD = expression(
    r"(?<![^\W_])(?:[A-Za-z]\.)+[A-Za-z](?![^\W_])\.?"  # U.S., e.g.
    r"|[^\W_]\w*+(?:['’ʼ‘&](?=[^\W_])\w*+)*"  # president's, R&D, and the accelerators Ta_x and Ta&x
)
_WORDS = expression(f"({_WORD.pattern})")
_POSSESSIVE = expression(r"['’ʼ‘][sS]$")
_NOT_LETTERS = {**{ord(mark): "'" for mark in "’ʼ‘"}, **{ord(mark): "" for mark in "._&"}}
_GAP = expression(r"(?:['’ʼ‘][sS]?)?(?:[\s*]{1,8}|\s?[-‐‑]\s?)")
"""What may stand between two words of one term: a possessive ending; space, a line break, emphasis, a hyphen."""
_STOP = "\x01 "
"""Stands in the searched text where two words cannot belong to one term."""


class TermUse(NamedTuple):
    """One use of a term in a source text."""

    concept_id: str
    form: str
    """As the glossary has it."""
    start: int
    end: int
    """Offsets in the text; a possessive ending is not included."""


class _Word(NamedTuple):
    """How a word of a text is read."""

    plain: str
    """Case as written, straight apostrophe, without dots, accelerator marks and possessive ending."""
    key: str
    """In the singular, lower case."""
    length: int
    """Characters of the word as written, without possessive ending."""


@dataclass(frozen=True, slots=True)
class _Term:
    concept_id: str
    form: str
    words: tuple[str, ...]
    """As written, without possessive endings."""
    hyphens: frozenset[int]
    """Indices of the words that follow a hyphen."""
    case_sensitive: bool


class SourceTerms:
    """Every term of a glossary, ready to be looked for; building takes about 20 µs a term."""

    def __init__(self, terms: Iterable[tuple[str, str, bool]]) -> None:
        """``terms``: concept id, form, and whether its letters must have the same case (names, abbreviations)."""
        by_key: dict[str, list[_Term]] = {}
        for concept_id, form, case_sensitive in terms:
            cut = _cut(form)
            if cut.words:
                key = f" {' '.join(word.key for word in cut.words)} "
                written = tuple(word.plain for word in cut.words)
                term = _Term(concept_id, form, written, _hyphens(form, cut.starts), case_sensitive)
                by_key.setdefault(key, []).append(term)
        self._terms = tuple(by_key.values())
        self._cased = [any(term.case_sensitive for term in terms) for terms in self._terms]
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_key))

    def uses(self, text: str) -> tuple[TermUse, ...]:
        """All uses, in the order of the text; of two that overlap the longer, or the first of equal ones.

        Terms that share one form are all given.  A use inside code, an address, a placeholder or markup is none.
        """
        cut = _cut(mask(text))
        hits: list[tuple[int, int, int, Sequence[_Term]]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(cut.searched, overlapping=True):
            first, last = bisect_left(cut.places, start + 1), bisect_left(cut.places, end) - 1
            terms: Sequence[_Term] = self._terms[index]
            if self._cased[index]:
                words, hyphens = cut.words[first : last + 1], _hyphens(text, cut.starts[first : last + 1])
                terms = [
                    term for term in terms if not term.case_sensitive or _same_case(term, words, term.hyphens | hyphens)
                ]
            if terms:
                hits.append((cut.starts[first] - cut.starts[last] - cut.words[last].length, first, last, terms))
        taken: set[int] = set()
        found: list[TermUse] = []
        for _, first, last, terms in sorted(hits, key=itemgetter(0, 1, 2)):
            if taken.isdisjoint(range(first, last + 1)):
                taken.update(range(first, last + 1))
                start, end = cut.starts[first], cut.starts[last] + cut.words[last].length
                found += [TermUse(term.concept_id, term.form, start, end) for term in terms]
        return tuple(sorted(found, key=attrgetter("start")))


@lru_cache(maxsize=200_000)
def _read(written: str) -> _Word:
    word = _POSSESSIVE.sub("", written)
    plain = word.translate(_NOT_LETTERS)
    if len(plain) > 2 and plain[-1] == "s" and plain[:-1].isupper():  # MPs
        return _Word(plain, plain[:-1].casefold(), len(word))
    return _Word(plain, singular(plain.casefold()), len(word))


class _Cut(NamedTuple):
    """A text as words."""

    searched: str
    """The words' keys with a space around each, a stop where the text has more than that between two."""
    places: list[int]
    """Where each key starts in ``searched``."""
    words: list[_Word]
    starts: list[int]
    """Where each word starts in the text."""


def _cut(text: str) -> _Cut:
    parts = _WORDS.split(text)  # what stands before the first word, the word, what stands behind it, the next word …
    written, gaps = parts[1::2], parts[2::2]
    words = list(map(_read, written))
    pieces = list(map(_piece, written, gaps))
    places = list(accumulate(map(len, pieces), initial=1))
    starts = list(accumulate(map(len, parts)))[::2]
    return _Cut(f" {''.join(pieces)}", places[:-1], words, starts[:-1])


@lru_cache(maxsize=200_000)
def _piece(written: str, gap: str) -> str:
    """A word's key, with a stop behind it where the gap to the next word is not one that a term may have."""
    word = _read(written)
    return f"{word.key} " if _GAP.fullmatch(written[word.length :] + gap) else f"{word.key} {_STOP}"


def _hyphens(text: str, starts: Sequence[int]) -> frozenset[int]:
    return frozenset(index for index, start in enumerate(starts) if start and text[start - 1] in "-‐‑")


def _same_case(term: _Term, words: Sequence[_Word], hyphens: frozenset[int]) -> bool:
    """Whether words with the same keys are that name: in case, and in number (a name may gain -s, never lose it).

    A heading may be all capitals; after a hyphen, in the text or the term, either case will do (Yo Jong, Yo-jong).
    """
    shouted = all(word.plain.isupper() for word in words) and not all(map(str.isupper, term.words))
    if shouted:
        return sum(map(len, term.words)) >= 4
    last = len(words) - 1
    for index, (word, own) in enumerate(zip(words, term.words, strict=True)):
        written = word.plain
        if index in hyphens and written[:1].casefold() == own[:1].casefold():
            written = own[:1] + written[1:]
        plural = index == last and word.key == own.casefold() and written.startswith(own[:-1] or own)
        if written != own and not plural:
            return False
    return True
