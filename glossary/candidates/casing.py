"""What capital letters tell in one document: names from words that only open a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from glossary.candidates.lexicon import Lexicon, wordnet_flags, zipf
from glossary.candidates.words import Sentence, Word
from glossary.languages.english import singular


@dataclass(frozen=True, slots=True)
class Truecase:
    """How often each word of a document stands with and without a capital where that tells something."""

    capital: Counter[str]
    small: Counter[str]

    def proper(self, word: Word) -> bool:
        """The word is a name elsewhere in the document, or no common English word at all."""
        if self.capital[word.lower]:
            return self.capital[word.lower] >= self.small[word.lower]
        return not self.small[word.lower] and zipf(word.lower) < RARE


RARE = 2.6
"""Zipf value below which a capitalized first word of a sentence is taken for a name: 1 use in 2.5 million words."""

COMMON_WORD = 4.5
"""Zipf value from which a sentence's first word that the tagger calls a function word is one: 30 in a million."""

EVERYDAY = 3.5
"""Zipf value from which a lone capitalized word without other evidence is an ordinary word: 3 in a million."""


def truecase(sentences: Iterable[Sentence]) -> Truecase:
    """Counts over all places where a capital is a choice: not in headings, not after a full stop."""
    capital: Counter[str] = Counter()
    written: list[str] = []
    for sentence in sentences:
        if sentence.titled:
            continue
        for index, word in enumerate(sentence.words):
            if word.capital and not sentence.opens(index):
                capital[word.lower] += 1
            elif word.text[0].islower():
                written.append(word.lower)
    small = Counter(written)
    for lower, count in tuple(small.items()):
        base = singular(lower)
        if base != lower:
            small[base] += count
    return Truecase(capital, small)


def everyday(word: Word, known: Lexicon) -> bool:
    """One capitalized word that is common English and that no voice calls a name: "Courtesy of"."""
    return (
        not word.label
        and not word.shouted
        and word.text not in known.names
        and word.text not in known.demonyms
        and word.text not in known.countries
        and zipf(word.lower) >= EVERYDAY
        and word.lower not in known.heads
    )


def common(word: Word, cases: Truecase, known: Lexicon) -> bool:
    """One capitalized word that the document also writes small, or a mere adjective: "Embassy", "Congressional"."""
    if word.shouted or word.text in known.demonyms or word.text in known.countries:
        return False
    adjective = "r" in wordnet_flags(word.lower) and word.text not in known.names and word.label != "PERSON"
    return adjective or (cases.small[word.base] > 0 and zipf(word.lower) >= EVERYDAY and word.label != "PERSON")
