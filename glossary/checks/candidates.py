"""Which terms the English texts of a catalog may use, by their words alone: all that they do use, and some more.

One search for all words of all terms in all texts costs a twentieth of finding the uses themselves, and settles most
messages: those that have no term, and those whose translation plainly has the rendering of every candidate.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from os.path import commonprefix
from typing import NamedTuple

import ahocorasick_rs

from glossary.expressions import expression
from glossary.languages.english import forms_of_word, singular
from glossary.languages.masking import PERCENT, PERCENTS
from glossary.units import Column

_WORD = expression(r"[^\W_]+")
_POSSESSIVE = expression(r"(?<=[^\W_])['’ʼ‘]s(?![^\W_])")
"""What a text may leave out of a term: "St James" is "St James's"."""
_MARKS = frozenset("._&")
"""Characters that a word may have inside: U.S., the accelerators Ta_x and Ta&x."""
_INSIDE = str.maketrans("", "", "._&'’ʼ‘")
"""The same with those of President's."""
_ACCELERATORS = str.maketrans("", "", "_&")
"""Those of them that are in no word when a dot before it ends another: ``Save.Ta_x``."""
_ODD = (
    expression(r"_(?<=[^\W_]_)"),
    expression(r"&(?<=[^\W_]&)"),
    expression(r"\.(?<=(?<![^\W_])[A-Za-z]\.)[A-Za-z]"),
    expression(rf"(?:{PERCENTS})(?<=[A-Za-z@])(?=[^\W_])", re.VERBOSE),
)
"""Where such a word may be, or a placeholder and a word without a space between: ``%sTerms``."""
_NAMED = expression(r"(?<![A-Za-z0-9_.])%\([\w.]{1,80}\)[-#0+ ]{0,5}\d{0,4}(?:\.\d{1,4})?[a-zA-Z]|\{[^{}\n]{0,200}\}")
"""A placeholder with a name, of which no word is used: ``%(user)s``, ``{user}``; not at the end of ``%user%(s)s``."""
_MARKUP = expression(r"[`<\[]|://|www\.")
"""What may begin markup, code or an address, and end inside of what looks like a placeholder."""
_BLANK = "\1"
"""In the place of each of its characters: no part of a word, nor of what stands between two."""
_REST_OF_WORD = expression(r"[^\s*\-‐‑]*[\s*\-‐‑]*")
"""What may stand between the beginning of a word and the next one …"""
_END_OF_WORD = expression(r"(?:['’ʼ‘]s?)*[\s*\-‐‑]*")
"""… and between a word and the next one."""

WORDS_KEPT = 10_000
"""Words whose beginning is remembered: those of a large glossary."""
APART = 16
"""Characters, at most, that a word of a term may have in a text beside those in the glossary (ending, possessive), with
what stands between it and the next one (an apostrophe and eight spaces, or a hyphen)."""


class Possible(NamedTuple):
    """What a text may use."""

    words: Mapping[int, AbstractSet[str]]
    """Where words start that may be terms of one word → ids of these, in the order of the text."""
    phrases: frozenset[str]
    """Ids of terms that may be used elsewhere; empty where there is no other use than of those words."""

    @property
    def concepts(self) -> AbstractSet[str]:
        """The ids of all of them."""
        if len(self.words) == 1 and not self.phrases:  # as most have
            return next(iter(self.words.values()))
        return self.phrases.union(*self.words.values())


class _Phrase(NamedTuple):
    """A term of several words, to be found by one of them; the others by what all their forms start with."""

    others: tuple[str, ...]
    before: str
    """The one right before that word; empty where that word is the first."""
    after: str
    concept_id: str


class Candidates:
    """The terms of a glossary, each by one of its words: a long one that few of them have."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        """``terms``: concept id and English form."""
        split = [
            (identifier, _WORD.findall(_POSSESSIVE.sub("", text)))
            for identifier, form in terms
            for text in dict.fromkeys((form.casefold(), form.casefold().translate(_INSIDE)))
        ]
        times = Counter(chain.from_iterable(words for _, words in split))
        by_word: dict[str, tuple[set[str], list[tuple[str, _Phrase]]]] = {}
        for identifier, words in split:
            place = min(range(len(words)), key=lambda place: times[words[place]] / len(words[place]) ** 2, default=0)
            one = {identifier} if len(words) == 1 else ()
            several = [_phrase(identifier, words, place)] if len(words) > 1 else ()
            for word in _alike(words[place]) if words else ():
                alone, phrases = by_word.setdefault(word, (set(), []))
                alone.update(one)
                phrases.extend(several)
        self._terms = tuple(by_word.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_word))

    def of(self, texts: Iterable[str]) -> Mapping[str, Possible]:
        """Text → what it may use; a text that uses nothing may be missing."""
        distinct = list(dict.fromkeys(texts))
        read = [_without_names(text) if "{" in text or "%(" in text else text for text in distinct]
        odd = frozenset().union(*map(Column(read).matching, _ODD))
        found: dict[str, Possible] = {}
        for row, (text, plain) in enumerate(zip(distinct, read, strict=True)):
            is_odd = row in odd
            low = plain.casefold()
            searched = _otherwise(text) if is_odd else low
            matches = self._automaton.find_matches_as_indexes(searched, overlapping=True)
            if matches:
                words, phrases = self._whole(matches, f"{searched}\0", is_odd)
                if is_odd or len(low) != len(text):  # places are not those in the text
                    phrases = phrases.union(*words.values())
                if words or phrases:
                    found[text] = Possible(words, phrases)
        return found

    def _whole(
        self, matches: Iterable[tuple[int, int, int]], text: str, is_odd: bool
    ) -> tuple[dict[int, AbstractSet[str]], frozenset[str]]:
        """The terms of one word and of several that a text may use, of those of which it has a word.

        It ends in a NUL, which stands before its first word, too: ``text[-1]``.
        """
        words: dict[int, AbstractSet[str]] = {}
        several: list[str] = []
        for index, start, end in matches:
            if text[end].isalnum() or text[start - 1].isalnum():
                continue
            alone, phrases = self._terms[index]
            if alone:
                words[start] = alone
            for near, phrase in phrases:
                if (
                    near in text  # most lack it, and no call is needed to see it
                    and all(map(text.__contains__, phrase.others))
                    and (is_odd or _beside(phrase, text, start, end))
                ):
                    several.append(phrase.concept_id)
        return words, frozenset(several)


def _phrase(identifier: str, words: Sequence[str], place: int) -> tuple[str, _Phrase]:
    """A term of some words, to be found by the one at a place, and the longer of the two beside that."""
    others = tuple(map(_shared, (*words[:place], *words[place + 1 :])))
    before, after = ("", *others)[place], (*others, "")[place]
    return max(before, after, key=len), _Phrase(others, before, after, identifier)


def _beside(phrase: _Phrase, text: str, start: int, end: int) -> bool:
    """Whether the words beside ``text[start:end]`` may be those of a phrase that is found by that word."""
    at = text.rfind(phrase.before, max(start - len(phrase.before) - APART, 0), start)
    next_at = text.find(phrase.after, end, end + APART + len(phrase.after))
    if at < 0 or next_at < 0:
        return False
    rest = _REST_OF_WORD.fullmatch(text, at + len(phrase.before), start)
    return bool(rest and _END_OF_WORD.fullmatch(text, end, next_at))


def _without_names(text: str) -> str:
    """A text with the names of placeholders blanked out, as far as they are plain ones."""
    return text if _MARKUP.search(text) else _NAMED.sub(lambda match: _BLANK * len(match[0]), text)


def _otherwise(text: str) -> str:
    """A text, and its words as they may be read too: without a placeholder glued to them, without marks inside them."""
    text = f"{text} {PERCENT.sub(' ', text)}" if "%" in text else text
    words = " ".join([word for word in text.split() if not _MARKS.isdisjoint(word)])
    return f"{text} {words.translate(_INSIDE)} {words.translate(_ACCELERATORS)}".casefold()


def _alike(word: str) -> Sequence[str]:
    """All words that may be a form of the same word."""
    short = 1 < len(word) <= 3 and word[-1] == "s"  # MPs, which ``singular`` leaves alone
    return forms_of_word(word[:-1] if short else singular(word))


@lru_cache(maxsize=WORDS_KEPT)
def _shared(word: str) -> str:
    """What all forms of a word start with."""
    return commonprefix(_alike(word))  # noqa: RUF071  (these are no paths)
