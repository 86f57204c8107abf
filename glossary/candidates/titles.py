"""Titles, offices and roles: "Supreme Leader", "US Defense Secretary", "first vice foreign minister".

A grammar over words and tags.  The head is a noun of office; to its left stand the words of the portfolio
and the rank; to its right "of Defense", "to Ukraine".  The country belongs to the use, not to the title:
"Russian President" is a use of "President".  Reference for the shape of English official titles: The
Chicago Manual of Style, 8.19-8.33.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.candidates.lexicon import Lexicon, in_field, lexicon, wordnet_flags
from glossary.candidates.mentions import Mention
from glossary.candidates.words import Sentence, Word
from glossary.model import Relation

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
AMBIGUOUS = frozenset(
    "count major general principal fellow chair king queen prince judge captain deputy executive director cardinal "
    "private marshal regent corporal speaker editor provost justice secretary colonel moderator organizer researcher "
    "auditor emir duke pope".split()
)
"""Offices whose bare lower-case noun is mostly an everyday word, or tells a translator nothing."""


def find_titles(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Every title in the sentences of a document."""
    known = lexicon()
    for sentence in sentences:
        taken = -1
        for index, word in enumerate(sentence.words):
            if index <= taken or not _heads(word, known):
                continue
            mention = _title(sentence, index, known)
            if mention is not None:
                taken = mention.end - 1
                yield mention
    yield from _styles(sentences, known)


def _styles(sentences: tuple[Sentence, ...], known: Lexicon) -> Iterator[Mention]:
    for sentence in sentences:
        for index, word in enumerate(sentence.words[:-1]):
            follows = sentence.words[index + 1]
            if word.text in known.styles and follows.capital and not follows.shouted and follows.noun:
                why = f"style before a name: {word.text} {follows.text}"
                yield Mention(sentence, index, index + 1, "title", "titles", why, word.text, "style")


def _heads(word: Word, known: Lexicon) -> bool:
    if not word.noun and word.tag not in ("JJ", "NNP"):
        return False
    base = word.base
    return (base in known.offices or base in known.roles) or base.rpartition("-")[2] in known.offices


def _title(sentence: Sentence, head: int, known: Lexicon) -> Mention | None:
    words = sentence.words
    start, countries = _left(sentence, head, known)
    end, complement = _right(sentence, head, known)
    if words[head].capital and end == head + 1 and words[head].base in AMBIGUOUS and start == head and not (
        end < len(words) and words[end].label == "PERSON"
    ):  # fmt: skip
        return None  # "General License", "the Deputy"
    if words[head].tag == "NNPS" and head > 1 and words[head - 1].lower == "of" and words[head - 2].capital:
        return None  # "Board of Governors"
    if end < len(words) and words[end].capital and words[head].capital and words[end].lower in known.heads:
        return None  # "Defense Minister's Office", "Fellow Institute": part of a proper name
    if words[head].capital and end + 1 < len(words) and words[end].tag == "POS" and words[end + 1].capital:
        return None
    while start < head and (words[start].lower in PASSING or words[start].tag in ("DT", "PRP$", "CC", ",")):
        start += 1
    kept = [index for index in range(start, end) if index not in countries]
    form = _join(sentence, kept)
    before_name = _name_follows(sentence, end, known)
    apposed = _apposed(sentence, start, end, complement)
    completed = end != head + 1 or complement > end
    reason = _accept(
        sentence, head, kept, known,
        country=bool(countries), complement=completed, before_name=bool(before_name), apposed=bool(apposed),
    )  # fmt: skip
    if not reason:
        return None
    holder = before_name or apposed
    relations = (Relation("holder", holder),) if holder else ()
    role = words[head].base in known.roles and words[head].base not in known.offices
    if role and countries and len(kept) == 1:  # "North Korean leader": without its country it is no title
        form = sentence.slice(min(countries), end)
        start = min(countries)
    surface_end = max(complement, end)
    while start in countries and not role and sentence.words[start].tag == "POS":
        start += 1
    return Mention(
        sentence, start, end, "title", "titles", reason, form, "role" if role else "office",
        surface=sentence.slice(start, surface_end), relations=relations,
    )  # fmt: skip


def _join(sentence: Sentence, indexes: list[int]) -> str:
    """Text of the given words, with a space wherever words were left out between them."""
    parts: list[str] = []
    for position, index in enumerate(indexes):
        if position and indexes[position - 1] == index - 1:
            gap = sentence.segment.text[sentence.words[index - 1].end : sentence.words[index].start]
            parts.append(gap)
        elif position:
            parts.append(" ")
        parts.append(sentence.words[index].text)
    return "".join(parts)


def country_at(words: tuple[Word, ...], index: int, known: Lexicon) -> int:
    """How many words from ``index`` on name a country, a people or a body of states (0: none)."""
    for length in (4, 3, 2, 1):
        if index + length > len(words) or not words[index].capital:
            continue
        text = " ".join(word.text.replace("’", "'") for word in words[index : index + length])
        if text in known.demonyms or text in known.countries:
            return length
        if length == 1 and words[index].label in ("GPE", "NORP"):
            return 1
        if length == 1 and known.names.get(text, ("",))[0] == "organization" and words[index].shouted:
            return 1
    return 0


def _left(sentence: Sentence, head: int, known: Lexicon) -> tuple[int, set[int]]:
    """First word of the title and the words of a country inside or before it."""
    words = sentence.words
    countries: set[int] = set()
    start = head
    capital = words[head].capital and not sentence.opens(head)
    while start:
        for length in (4, 3, 2, 1):
            if start - length >= 0 and country_at(words, start - length, known) == length:
                countries |= set(range(start - length, start))
                start -= length
                break
        else:
            word = words[start - 1]
            if word.text in ("'s", "’s") or not _modifies(sentence, start - 1, known, capital=capital):
                break
            if word.shouted and word.lower not in known.office_modifiers:
                countries.add(start - 1)  # "FDP chairman": the body belongs to the use, as a country does
            start -= 1
    return start, countries


def _modifies(sentence: Sentence, index: int, known: Lexicon, *, capital: bool) -> bool:
    """Whether a word left of a title belongs to it."""
    word = sentence.words[index]
    if not word.text[0].isalpha() or word.tag in ("DT", "IN", "PRP$", "VBZ", "VBD", "MD", "WDT"):
        return False
    if word.lower in known.office_modifiers or word.lower in PASSING:
        return True
    if word.honorific or word.calendar:
        return False
    if capital and known.heads.get(word.lower) == "organization" and (
        word.lower not in _PORTFOLIO_BODIES or _names_body(sentence, index, known)
    ):  # fmt: skip
        return False  # "European Commission President", "UK Independence Party Leader"
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


def _right(sentence: Sentence, head: int, known: Lexicon) -> tuple[int, int]:
    """End of the title proper ("Minister of Defense|") and of its complement ("Ambassador to Ukraine|")."""
    words = sentence.words
    end = head + 1
    if end < len(words) and words[end].lower in ("general", "emeritus", "designate", "extraordinary", "in-chief"):
        end += 1
    while end + 1 < len(words) and words[end].lower in LINKS:
        after = end + 1 + (words[end + 1].tag == "DT")
        if after >= len(words):
            break
        country = country_at(words, after, known)
        if country:
            return end, after + country
        last = _portfolio_end(sentence, after, known)
        if last == after or (words[end].lower != "of" and not words[head].capital) or words[end].lower in ("in", "at"):
            return end, after + 1 if words[after].shouted and words[end].lower != "in" else end
        end = last
    return end, end


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
            if not (in_field(follows.lower) and follows.base not in known.offices and follows.noun):
                break
            end += 1
        else:
            break
    if capital and end < len(words) and words[end].lower in known.heads and words[end].capital:
        return index  # "Director of the Asia Society": the complement is a body, not a portfolio
    return end


def _name_follows(sentence: Sentence, end: int, known: Lexicon) -> str:
    """The personal name directly after the title; empty when there is none."""
    words = sentence.words
    stop = end
    while stop < len(words) and stop - end < 4:
        word = words[stop]
        if not word.capital or word.calendar or (word.lower in known.heads and word.label != "PERSON"):
            break
        if word.label in ("GPE", "NORP", "LOC", "ORG", "DATE", "FAC") and stop == end and word.shouted:
            break
        if stop > end and word.entity != words[stop - 1].entity and word.label not in ("PERSON", ""):
            break
        stop += 1
    if stop == end or country_at(words, end, known) or not words[end].noun:
        return ""
    return sentence.slice(end, stop)


def _apposed(sentence: Sentence, start: int, end: int, complement: int) -> str:
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


def _accept(sentence: Sentence, head: int, kept: list[int], known: Lexicon, *,
            country: bool, complement: bool, before_name: bool, apposed: bool) -> str:  # fmt: skip
    """Why the noun phrase is a title; empty when it is none."""
    word = sentence.words[head]
    office = word.base in known.offices or word.base.rpartition("-")[2] in known.offices
    modified = [
        index for index in kept
        if index != head and (sentence.words[index].lower in known.office_modifiers
                              or in_field(sentence.words[index].lower) > 0 or sentence.words[index].capital)
    ]  # fmt: skip
    if before_name and (office or country or modified):
        return "office before a name"
    if (
        word.tag.startswith("NNP")
        and word.capital
        and not sentence.titled
        and not sentence.opens(kept[0])
        and (office or modified)
    ):
        return "office with a capital letter"
    if apposed and (office or modified or country):
        return "office in apposition to a person"
    if office and (modified or complement):
        return "noun of office with its portfolio"
    if office and country and word.base not in AMBIGUOUS:
        return "noun of office with a country"
    if office and word.base not in AMBIGUOUS and word.noun and "p" in wordnet_flags(word.base):
        return "noun of office"
    return ""
