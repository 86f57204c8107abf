"""English terms in source texts: all of them in one pass, whatever their number.

An Aho-Corasick automaton over whole words (Aho and Corasick 1975, CACM 18:6) finds every form of every term in
time linear in the text; the longest at each place wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

import ahocorasick_rs

from glossary.expressions import expression
from glossary.languages.english import singular
from glossary.languages.masking import mask

_WORDS = expression(
    r"([^\W_](?:"
    r"\.(?<=(?<![^\W_])[A-Za-z]\.)[A-Za-z](?:\.[A-Za-z])*(?![^\W_])\.?"  # U.S., e.g.
    r"|\w*+(?:['’ʼ‘&](?=[^\W_])\w*+)*"  # president's, R&D, and the accelerators Ta_x and Ta&x
    r"))"
)
"""A word; what both kinds start with stands in front, so that a search passes quickly over what starts none."""
_POSSESSIVE = expression(r"['’ʼ‘][sS]$")
_NOT_LETTERS = {**{ord(mark): "'" for mark in "’ʼ‘"}, **{ord(mark): "" for mark in "._&"}}
_GAP = expression(r"['’ʼ‘]?(?:[\s*]{1,8}|\s?[-‐‑]\s?)")
"""What may stand between two words of one term: a possessive's apostrophe; space, a line break, emphasis, a hyphen."""
_APOSTROPHES = tuple("'’ʼ‘")
_STOP = "\x01 "
"""Stands in the searched text where two words cannot belong to one term."""
WORDS_KEPT = 200_000
"""Words whose reading is remembered: those of a large project; some 50 MB at most."""


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


class _Term(NamedTuple):
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
            parts = _WORDS.split(form)
            if words := [*map(_read, parts[1::2])]:
                key = f" {' '.join(word.key for word in words)} "
                written = tuple(word.plain for word in words)
                term = _Term(concept_id, form, written, _hyphens(form, _starts(parts)), case_sensitive)
                by_key.setdefault(key, []).append(term)
        self._place = {key: index for index, key in enumerate(by_key)}
        self._terms = tuple(by_key.values())
        self._lengths = [len(terms[0].words) for terms in self._terms]
        self._cased = [any(term.case_sensitive for term in terms) for terms in self._terms]
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_key))

    def uses(self, text: str, among: AbstractSet[str] | None = None) -> tuple[TermUse, ...]:
        """All uses, in the order of the text; of two that overlap the longer, or the first of equal ones.

        Terms that share one form are all given.  A use inside code, an address, a placeholder or markup is none.
        ``among``: ids of the concepts that are asked for; a text that uses none of them may be told to use no term at
        all, which is quicker.
        """
        parts = _WORDS.split(mask(text))  # what stands before the first word, the word, what stands behind it, …
        searched = "".join(map(_SEARCHED.__getitem__, parts))
        matches = self._automaton.find_matches_as_indexes(searched, overlapping=True)
        if not matches or (
            among is not None
            and among.isdisjoint([term.concept_id for index, _, _ in matches for term in self._terms[index]])
        ):
            return ()
        starts = _starts(parts)
        hits: list[tuple[int, int, int, Sequence[_Term]]] = []
        for index, begin, _ in matches:
            # words before it: a space ends each of them, and each stop
            first = searched.count(" ", 0, begin) - searched.count(_STOP, 0, begin + 1)
            last = first + self._lengths[index] - 1
            terms: Sequence[_Term] = self._terms[index]
            if self._cased[index]:
                words = [_read(word) for word in parts[2 * first + 1 : 2 * last + 2 : 2]]
                terms = _of_same_case(terms, words, text, starts[first : last + 1])
            if terms:
                end = starts[last] + _read(parts[2 * last + 1]).length
                hits.append((starts[first] - end, first, last, terms))
        taken: set[int] = set()
        found: list[TermUse] = []
        for shorter, first, last, terms in sorted(hits, key=_LONGEST_FIRST) if len(hits) > 1 else hits:
            places = range(first, last + 1)
            if taken.isdisjoint(places):
                taken.update(places)
                start = starts[first]
                found += [TermUse(term.concept_id, term.form, start, start - shorter) for term in terms]
        found.sort(key=_START)
        return tuple(found)

    def uses_of_words(self, text: str, starts: Iterable[int]) -> tuple[TermUse, ...]:
        """As ``uses``, which takes three times as long, of a text that has no other uses than of single words.

        ``starts``: where the words start that may be terms, in order.
        """
        found: list[TermUse] = []
        masked = mask(text)
        for start in starts:
            match = _WORDS.match(masked, start)
            if match is None:  # in code or an address
                continue
            if masked[start - 1 : start] in _APOSTROPHES:  # the end of a word perhaps
                return self.uses(text)
            word = _read(match[1])
            index = self._place.get(f" {word.key} ")
            if index is None:
                continue
            terms: Sequence[_Term] = self._terms[index]
            if self._cased[index]:
                terms = _of_same_case(terms, [word], text, [start])
            found += [TermUse(term.concept_id, term.form, start, start + word.length) for term in terms]
        return tuple(found)


_LONGEST_FIRST, _START = itemgetter(0, 1, 2), itemgetter(2)


@lru_cache(maxsize=WORDS_KEPT)
def _read(written: str) -> _Word:
    if written.isalnum():
        word = plain = written
    else:
        word = _POSSESSIVE.sub("", written)
        plain = word.translate(_NOT_LETTERS)
    if len(plain) > 2 and plain[-1] == "s" and plain[:-1].isupper():  # MPs
        return _Word(plain, plain[:-1].casefold(), len(word))
    return _Word(plain, singular(plain.casefold()), len(word))


class _Searched(dict[str, str]):
    """A word, or what stands between two words → how it stands in the searched text.

    That is each word's key with a space around it, and a stop where the text has more between two than one term may.
    """

    def __missing__(self, part: str) -> str:
        if len(self) >= WORDS_KEPT:
            self.clear()
        found = _read(part).key if part[:1].isalnum() else " " if _GAP.fullmatch(part) else f" {_STOP}"
        self[part] = found
        return found


_SEARCHED = _Searched()


def _starts(parts: Sequence[str]) -> list[int]:
    """Where each word of a text that is cut into ``parts`` starts."""
    return [*accumulate(map(len, parts))][:-1:2]


def _of_same_case(terms: Sequence[_Term], words: Sequence[_Word], text: str, starts: Sequence[int]) -> Sequence[_Term]:
    """Those of the terms with the same keys that some words of a text are, by case; ``starts``: where they start."""
    written = tuple([word.plain for word in words])
    if all(not term.case_sensitive or term.words == written for term in terms):
        return terms
    hyphens = _hyphens(text, starts)
    return [term for term in terms if not term.case_sensitive or _same_case(term, words, term.hyphens | hyphens)]


def _hyphens(text: str, starts: Sequence[int]) -> frozenset[int]:
    return frozenset([index for index, start in enumerate(starts) if start and text[start - 1] in "-‐‑"])


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
