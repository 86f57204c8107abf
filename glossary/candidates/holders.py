"""The person who holds a title: the name after it, or the name it stands in apposition to."""

from __future__ import annotations

from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import Lexicon
from glossary.candidates.words import Sentence


def name_follows(sentence: Sentence, end: int, known: Lexicon) -> str:
    """The personal name directly after the title; empty when there is none."""
    words = sentence.words
    stop = end
    while stop < len(words) and stop - end < 4:
        word = words[stop]
        if (
            not word.capital
            or word.calendar
            or word.base in known.offices
            or (word.lower in known.heads and word.label != "PERSON")
        ):
            break
        if word.label in ("GPE", "NORP", "LOC", "ORG", "DATE", "FAC") and stop == end and word.shouted:
            break
        if stop > end and word.entity != words[stop - 1].entity and word.label not in ("PERSON", ""):
            break
        stop += 1
    if stop == end or country_at(words, end, known) or not words[end].noun:
        return ""
    return sentence.slice(end, stop)


def apposed_to(sentence: Sentence, start: int, end: int, complement: int) -> str:
    """The person to whom the title stands in apposition, between commas or brackets."""
    words = sentence.words
    before = start - 1
    while before >= 0 and (words[before].tag in ("DT", "PRP$", "POS", "JJ", "CC") or words[before].capital):
        if words[before].label == "PERSON":
            break
        before -= 1
    if before > 0 and words[before].text == "," and words[before - 1].label == "PERSON":
        first = before - 1
        while first and words[first - 1].entity == words[before - 1].entity:
            first -= 1
        return sentence.slice(first, before)
    after = max(end, complement)
    if after + 1 < len(words) and words[after].text == "," and words[after + 1].label == "PERSON":
        stop = after + 2
        while stop < len(words) and words[stop].entity == words[after + 1].entity:
            stop += 1
        return sentence.slice(after + 1, stop)
    return ""
