"""The words of a title around its head: rank and portfolio to the left, complement to the right."""

from __future__ import annotations

from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import Lexicon, in_field, wordnet_flags
from glossary.candidates.words import Sentence, Word

PASSING = frozenset(
    "former ex ex- then current incoming outgoing late new newly newly-appointed newly-elected longtime long-time "
    "next previous retired exiled ousted deposed jailed embattled so-called self-proclaimed veteran then-".split()
)
"""Words before a title that tell of the time or the news, not of the office."""

PORTFOLIO = frozenset(
    "state staff mission delegation government office cabinet police parliament affairs court station bureau party "
    "operations intelligence personnel information programs communications section research protocol".split()
)
"""Nouns that complete a lower-case title after "of": "chief of staff", "head of state"."""

_PORTFOLIO_BODIES = frozenset(
    "cabinet press staff party army navy police force forces group service company board".split()
)
"""Bodies that are portfolios in titles: "Cabinet Secretary", "Police Commissioner"."""

LINKS = frozenset(("of", "to", "for", "on", "at", "in"))
WIDEST = 20
"""Words that a title may have to the left of its head, its country among them; the longest in news have about 12."""


def left_of(sentence: Sentence, head: int, known: Lexicon) -> tuple[int, set[int]]:
    """First word of the title and the words of a country inside or before it."""
    words = sentence.words
    countries: set[int] = set()
    start = head
    capital = words[head].capital and not sentence.opens(head)
    while start and head - start < WIDEST:
        for length in (4, 3, 2, 1):
            if start - length >= 0 and _country(words, start - length, length, known):
                countries |= set(range(start - length, start))
                start -= length
                break
        else:
            word = words[start - 1]
            if (
                word.text in ("'s", "’s")
                or _ends_name(words, start - 1, known)
                or not _modifies(sentence, start - 1, known, capital=capital)
            ):
                break
            if word.shouted and word.lower not in known.office_modifiers:
                countries.add(start - 1)  # "FDP chairman": the body belongs to the use, as a country does
            start -= 1
    return start, countries


def _country(words: tuple[Word, ...], index: int, length: int, known: Lexicon) -> bool:
    """Whether so many words are the country of a title: no rank that the recognizer takes for one ("Special"), and no
    end of another name.
    """
    if country_at(words, index, known) != length or _ends_name(words, index, known):
        return False
    return length > 1 or words[index].lower not in known.office_modifiers


def _ends_name(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    """Whether the word belongs to what stands before it: "Council of Europe | Secretary-General", not "Council of |
    Foreign Ministers".
    """
    of = index > 1 and words[index - 1].lower == "of" and words[index - 2].capital
    return of and words[index].capital and words[index].lower not in known.office_modifiers


def _modifies(sentence: Sentence, index: int, known: Lexicon, *, capital: bool) -> bool:
    """Whether a word left of a title belongs to it."""
    word = sentence.words[index]
    if not word.text[0].isalpha() or word.tag in ("DT", "IN", "PRP$", "VBZ", "VBD", "MD", "WDT"):
        return False
    body = known.heads.get(word.lower) == "organization"
    if word.capital and body and _names_body(sentence, index, known):
        return False  # "UK Independence Party Leader", "Democratic Party leader"
    if word.lower in known.office_modifiers or word.lower in PASSING:
        return True
    if word.honorific or word.calendar:
        return False
    if capital and body and word.lower not in _PORTFOLIO_BODIES:
        return False  # "European Commission President"
    if capital:
        return word.capital and _portfolio(word, known) and (not sentence.opens(index) or in_field(word.lower) > 0)
    if word.capital and not sentence.opens(index):
        return word.shouted and word.noun
    return _portfolio(word, known)


def _names_body(sentence: Sentence, index: int, known: Lexicon) -> bool:
    """Whether the noun for a body ends a name of its own: a capitalized word that is no country stands before it."""
    if not index or sentence.opens(index):
        return False
    before = sentence.words[index - 1]
    return before.capital and before.lower not in known.office_modifiers and not country_at(
        sentence.words, index - 1, known
    )  # fmt: skip


def _portfolio(word: Word, known: Lexicon) -> bool:
    if word.base in known.offices and word.tag == "NNS":
        return False  # "ministers and presidents"
    if word.tag in ("NN", "NNP", "NNPS", "JJ", "NNS", "VBN", "VBG"):
        special = in_field(word.lower) > 0 or "r" in wordnet_flags(word.lower)
        everyday = word.lower in known.general_adjectives and not word.capital
        return (special or word.noun or word.capital) and not everyday and word.label != "PERSON"
    return False


def right_of(sentence: Sentence, head: int, known: Lexicon) -> tuple[int, int]:
    """End of the title proper ("Minister of Defense|") and of its complement ("Ambassador to Ukraine|")."""
    words = sentence.words
    end = head + 1
    if end < len(words) and words[end].lower in ("general", "emeritus", "designate", "extraordinary", "in-chief"):
        end += 1
    while end + 1 < len(words) and words[end].lower in LINKS:
        after = end + 1 + (words[end + 1].tag == "DT")
        if after >= len(words) or words[end + 1].lower in ("a", "an"):
            break  # "head of a relief group"
        country = country_at(words, after, known)
        if country and not _goes_on(words, after + country, known):
            return end, after + country
        last = _portfolio_end(sentence, after, known)
        own = words[end].lower == "of" or (words[end].lower == "for" and words[head].base in ("minister", "secretary"))
        if last == after or (not own and not words[head].capital) or words[end].lower in ("in", "at"):
            return end, after + 1 if words[after].shouted and words[end].lower != "in" else end
        end = last
    return end, end


def _goes_on(words: tuple[Word, ...], end: int, known: Lexicon) -> bool:
    """Whether the country that ends there belongs to what follows: "on North Korea's launch", "of the Asian and …"."""
    if end >= len(words):
        return False
    if words[end].tag == "POS":
        return True
    joined = end + 1 < len(words) and words[end].lower == "and" and words[end + 1].capital
    return joined and words[end - 1].text in known.demonyms and words[end - 1].text not in known.countries


def _affairs(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    """Whether capitals from here on end with a noun of portfolios: "Political and | Peacebuilding Affairs"."""
    last = index
    while last + 1 < len(words) and words[last + 1].capital and not words[last + 1].label:
        last += 1
    return not words[index].label and words[last].lower in PORTFOLIO and words[last].lower not in known.heads


def _portfolio_end(sentence: Sentence, index: int, known: Lexicon) -> int:
    words = sentence.words
    end = index
    capital = words[index].capital
    while end < len(words):
        word = words[end]
        body = (
            known.heads.get(word.lower) in ("organization", "place") and word.lower != "state"
        )  # "Secretary of State"
        named = body or (word.shouted and capital)
        if capital:
            belongs = word.capital and not word.calendar and not named and word.label not in ("PERSON", "GPE")
        else:
            belongs = not word.capital and (word.lower in PORTFOLIO or (word.noun and in_field(word.lower) > 0))
        if belongs:
            end += 1
        elif word.lower in ("and", "&") and index < end < len(words) - 1 and words[end + 1].capital == capital:
            follows = words[end + 1]
            shared = capital and _affairs(words, end + 1, known)
            if not ((shared or in_field(follows.lower)) and follows.base not in known.offices and follows.noun):
                break
            end += 1
        else:
            break
    if capital and end < len(words) and words[end].lower in known.heads and words[end].capital:
        return index  # "Director of the Asia Society": the complement is a body, not a portfolio
    return end
