"""English terms in source texts: all of them in one pass, whatever their number.

An Aho-Corasick automaton over whole words (Aho and Corasick 1975, CACM 18:6) finds every form of every term in
time linear in the text; the longest at each place wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from glossary.languages.english import singular
from glossary.languages.masking import mask

_WORD = re.compile(
    r"(?<![^\W_])(?:[A-Za-z]\.)+[A-Za-z](?![^\W_])\.?"  # U.S., e.g.
    r"|[^\W_](?:\w|['’ʼ‘&](?=[^\W_]))*"  # president's, R&D, and the accelerators Ta_x and Ta&x
)
_POSSESSIVE = re.compile(r"['’ʼ‘][sS]$")
_NOT_LETTERS = str.maketrans("’ʼ‘", "'''", "._&")
_GAP = re.compile(r"[\s*]{1,8}|\s?[-‐‑]\s?")
"""What may stand between two words of one term: space, a line break, emphasis, a hyphen."""
_STOP = "\x01"
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
    written: str
    key: str
    """Singular, lower case, straight apostrophe."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Term:
    concept_id: str
    form: str
    words: tuple[str, ...]
    """As written, without possessive ending."""
    case_sensitive: bool


class SourceTerms:
    """Every term of a glossary, ready to be looked for; building takes about 10 µs a term."""

    def __init__(self, terms: Iterable[tuple[str, str, bool]]) -> None:
        """``terms``: concept id, form, and whether its letters must have the same case (names, abbreviations)."""
        by_key: dict[str, list[_Term]] = {}
        for concept_id, form, case_sensitive in terms:
            words = tuple(_words(form))
            if words:
                key = f" {' '.join(word.key for word in words)} "
                term = _Term(concept_id, form, tuple(word.written for word in words), case_sensitive)
                by_key.setdefault(key, []).append(term)
        self._terms = tuple(by_key.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_key))

    def uses(self, text: str) -> tuple[TermUse, ...]:
        """All uses, in the order of the text; of two that overlap the longer, or the first of equal ones.

        A use inside code, an address, a placeholder or markup is none.
        """
        words = _words(mask(text))
        searched, starts = _searched(words, text)
        hits: list[tuple[int, int, int, list[_Term]]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(searched, overlapping=True):
            first, last = bisect_left(starts, start + 1), bisect_left(starts, end) - 1
            terms = [term for term in self._terms[index] if _fits(term, words[first : last + 1])]
            if terms:
                hits.append((words[first].start - words[last].end, first, last, terms))
        taken: set[int] = set()
        found: list[TermUse] = []
        for _, first, last, terms in sorted(hits, key=lambda hit: hit[:3]):
            if taken.isdisjoint(range(first, last + 1)):
                taken.update(range(first, last + 1))
                found += [TermUse(term.concept_id, term.form, words[first].start, words[last].end) for term in terms]
        return tuple(sorted(found, key=lambda use: use.start))


def _words(text: str) -> list[_Word]:
    """The words of a text, without possessive endings."""
    words = []
    for match in _WORD.finditer(text):
        written = _POSSESSIVE.sub("", match[0])
        plain = written.translate(_NOT_LETTERS)
        words.append(_Word(plain, _key(plain), match.start(), match.start() + len(written)))
    return words


@lru_cache(maxsize=200_000)
def _key(word: str) -> str:
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():  # MPs
        return word[:-1].casefold()
    return singular(word.casefold())


def _searched(words: Sequence[_Word], text: str) -> tuple[str, list[int]]:
    """The keys with a space around each, a stop where the text has more than that; and where each key starts."""
    pieces = [" "]
    starts = []
    length = 1
    for index, word in enumerate(words):
        if index:
            gap = text[words[index - 1].end : word.start]
            if gap != " " and not _GAP.fullmatch(gap.lstrip("'’ʼ‘sS") if gap[:1] in "'’ʼ‘" else gap):
                pieces.append(f"{_STOP} ")
                length += 2
        starts.append(length)
        pieces.append(f"{word.key} ")
        length += len(word.key) + 1
    return "".join(pieces), starts


def _fits(term: _Term, words: Sequence[_Word]) -> bool:
    """Whether words with the same keys are a use: in case, and in number (a name may gain -s, never lose it)."""
    if not term.case_sensitive:
        return True
    shouted = all(word.written.isupper() for word in words) and not all(map(str.isupper, term.words))
    if shouted:
        return sum(map(len, term.words)) >= 4
    last = len(words) - 1
    for index, (word, own) in enumerate(zip(words, term.words, strict=True)):
        if word.written == own:
            continue
        plural = index == last and word.key == own.casefold() and word.written[:1] == own[:1]
        if not (plural and word.written[: len(own) - 1] == own[:-1]):
            return False
    return True
