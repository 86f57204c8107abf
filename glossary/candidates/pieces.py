"""One run of capitals cut where two names only stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import Lexicon, in_field, wordnet_flags
from glossary.candidates.runs import INNER, LINKS, same_entity
from glossary.candidates.words import Sentence, Word


def pieces(sentence: Sentence, start: int, end: int, known: Lexicon) -> Iterator[tuple[int, int]]:
    """Cut one run where two names only stand side by side."""
    words = sentence.words
    length = country_at(words, start, known)
    if 0 < length < end - start and not _whole(sentence, start, end, length, known):
        yield start, start + length
        yield from pieces(sentence, start + length, end, known)
        return
    for cut in range(start + 1, end):
        if _border(sentence, start, cut, known):
            yield start, cut
            yield from pieces(sentence, cut, end, known)
            return
    yield start, end


def _whole(sentence: Sentence, start: int, end: int, length: int, known: Lexicon) -> bool:
    """Whether a country or people at the front belongs to the name: "Korean War", "US Congress"."""
    words = sentence.words
    text = sentence.slice(start, end)
    if text in known.names or words[start + length].tag == "POS":
        return True
    rest = words[start + length : end]
    if rest[0].label == "PERSON" and rest[0].entity != words[start].entity:
        return False
    if same_entity(words, start, start + length) and words[start].label != "PERSON":
        return True
    heads = {word.lower for word in rest if word.lower in known.heads and known.heads[word.lower] != "people"}
    return bool(heads) or (len(rest) > 0 and not rest[0].label and any(in_field(w.lower) for w in rest))


def _border(sentence: Sentence, start: int, cut: int, known: Lexicon) -> bool:
    words = sentence.words
    left, right = words[cut - 1], words[cut]
    if left.lower in LINKS or left.lower in INNER or left.lower in ("and", "the", "&") or left.tag == "POS":
        return False
    if right.tag == "POS" or not right.capital:
        return False
    if left.shouted and right.label in ("GPE", "LOC") and not right.shouted and left.entity != right.entity:
        return True
    text = sentence.slice(start, cut)
    if (
        cut - start > 1
        and _place(right, known)
        and right.lower not in known.heads
        and (text in known.names or "m" in wordnet_flags(text))
    ):
        return True  # "post-Cold War | Europe"
    two = " ".join(word.text for word in words[cut : cut + 2])
    if left.shouted and cut - start > 2 and known.names.get(two, ("",))[0] == "place":
        return True  # "UK Mission to the UN | New York"
    if left.entity == right.entity or "PERSON" not in (left.label, right.label) or left.label == right.label:
        return False
    if cut - start == 1 and left.label == "GPE" and not left.shouted and not _place(left, known):
        return False  # "Oleksandra Matviichuk": no place of that name is known
    return bool(left.label) and bool(right.label)


def _place(word: Word, known: Lexicon) -> bool:
    """One word that names a country or another place by itself."""
    return word.text in known.countries or known.names.get(word.text, ("",))[0] == "place"
