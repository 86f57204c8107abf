"""Bodies of state without capitals: "the Ukrainian government", "South Korea's foreign ministry".

A noun for an organ of state, with the country it belongs to, names one body of the world and not a kind of
thing.  The country stays part of the name where the noun alone tells nothing ("government").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import in_field, lexicon, wordnet_flags
from glossary.candidates.mentions import Mention
from glossary.candidates.words import Sentence, Word

ORGANS = frozenset("government parliament military army navy police embassy cabinet judiciary congress senate".split())
"""With its country, a name: "German parliament"."""
GOVERNMENTS = frozenset(("administration", "government", "presidency", "cabinet"))
"""With the person who leads it, a name: "Trump administration"."""
DEPARTMENTS = frozenset(("ministry",))
"""With its field, a name: "foreign ministry"; the country is left out, as with titles."""


COUNCILS = frozenset("court committee council commission parliament assembly senate agency bureau".split())
"""With its field behind "the" or a possessive, one body of the world: "the supreme court"."""


def _portfolio(word: Word) -> bool:
    return word.lower == "supreme" or in_field(word.lower) > 0 or "r" in wordnet_flags(word.lower)


def find_bodies(sentences: tuple[Sentence, ...], names: Iterable[Mention]) -> Iterator[Mention]:
    """Every body of state in lower case; ``names`` are the names already found."""
    leaders = {(m.sentence.number, m.end): m for m in names if m.kind == "person"}
    for sentence in sentences:
        if sentence.titled:
            continue
        for index, word in enumerate(sentence.words):
            if word.tag != "NN" or word.capital or not index:
                continue
            start, why = _body(sentence, index, leaders)
            if why:
                form = sentence.slice(start, index + 1)
                subkind = "" if word.lower in DEPARTMENTS else "government"
                yield Mention(sentence, start, index + 1, "organization", "bodies", f"{why}: {form}", form, subkind)


def _body(sentence: Sentence, index: int, leaders: Mapping[tuple[int, int], Mention]) -> tuple[int, str]:
    """Where the name of the body that ends with the word ``index`` begins, and why; no reason when it is none."""
    words = sentence.words
    noun = words[index].lower
    if noun in DEPARTMENTS:
        start = index
        while start and words[start - 1].text[0].islower() and in_field(words[start - 1].lower):
            start -= 1
        return start, "department" if start < index else ""
    if noun in ORGANS and words[index - 1].tag != "POS":
        for length in (4, 3, 2, 1):
            if index >= length and country_at(words, index - length, lexicon()) == length:
                return index - length, "organ of state with its country"
    if noun in COUNCILS:
        start = index
        while start and words[start - 1].text[0].islower() and _portfolio(words[start - 1]):
            start -= 1
        if start < index and start and words[start - 1].lower in ("the", "'s", "’s"):
            return start, "the one such body"
    leader = leaders.get((sentence.number, index))
    if noun in GOVERNMENTS and leader is not None:
        return leader.start, "government with its leader"
    return index, ""
