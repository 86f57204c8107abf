"""Titles, offices and roles: "Supreme Leader", "US Defense Secretary", "first vice foreign minister".

A grammar over words and tags.  The head is a noun of office; to its left stand the words of the portfolio
and the rank; to its right "of Defense", "to Ukraine".  The country belongs to the use, not to the title:
"Russian President" is a use of "President".  Reference for the shape of English official titles: The
Chicago Manual of Style, 8.19-8.33.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.candidates.holders import apposed_to, name_follows
from glossary.candidates.lexicon import Lexicon, in_field, lexicon, wordnet_flags
from glossary.candidates.mentions import Mention
from glossary.candidates.portfolios import PASSING, left_of, right_of
from glossary.candidates.runs import same_entity
from glossary.candidates.words import Sentence, Word
from glossary.model import Relation

AMBIGUOUS = frozenset(
    "count major general principal fellow chair king queen prince judge captain deputy executive director cardinal "
    "private marshal regent corporal speaker editor provost justice secretary colonel moderator organizer researcher "
    "auditor emir duke pope".split()
)
"""Offices whose bare lower-case noun is mostly an everyday word, or tells a translator nothing."""

SECOND = frozenset("deputy vice acting interim".split())
"""What makes an office of any role: "deputy chief of the General Staff", "acting head"."""

HEADS = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ"))
"""Tags of a head noun of office; the tagger takes some for adjectives."""


def find_titles(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Every title in the sentences of a document."""
    known = lexicon()
    for sentence in sentences:
        taken = -1
        for index, word in enumerate(sentence.words):
            if index <= taken or word.tag not in HEADS or not _heads(word, known):
                continue
            mention = _title(sentence, index, known)
            if mention is not None:
                taken = mention.end - 1
                yield mention
    yield from _ranks(sentences)
    yield from _styles(sentences, known)


RANKS = frozenset("adm brig capt cmdr col cpl gen lt maj sgt sen rep gov".split())
"""Abbreviated ranks and offices (AP Stylebook, "military titles"), without their full stop."""
BEFORE_RANKS = frozenset("vice rear lead staff".split())
"""Words that stand before an abbreviated rank: "Vice Adm."."""


def _ranks(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Abbreviated ranks before a name: "Lt. Gen.", "Vice Adm."."""
    for sentence in sentences:
        words = sentence.words
        index = 0 if any(word.lower.rstrip(".") in RANKS for word in words) else len(words)
        while index < len(words):
            end = index
            while end < len(words) and words[end].capital and words[end].lower.rstrip(".") in RANKS | BEFORE_RANKS:
                end += 1
                if end < len(words) and words[end].text == ".":
                    end += 1  # the tokenizer's own full stop
            # "Gen Nakatani" is a name; "Gen. Nakatani" and "Lt Gen Nakatani" begin with a rank
            ranked = any(word.lower.rstrip(".") in RANKS for word in words[index:end]) and (
                end > index + 1 or words[index].text.endswith(".")
            )
            if ranked and end < len(words) and words[end].capital and words[end].noun and not words[end].shouted:
                form = sentence.slice(index, end)
                yield Mention(sentence, index, end, "title", "titles", "abbreviated rank before a name", form, "office")
            index = max(end, index + 1)


def _styles(sentences: tuple[Sentence, ...], known: Lexicon) -> Iterator[Mention]:
    for sentence in sentences:
        for index, word in enumerate(sentence.words[:-1]):
            follows = sentence.words[index + 1]
            if word.text in known.styles and follows.capital and not follows.shouted and follows.noun:
                why = f"style before a name: {word.text} {follows.text}"
                yield Mention(sentence, index, index + 1, "title", "titles", why, word.text, "style")


def _heads(word: Word, known: Lexicon) -> bool:
    base = word.base
    return (base in known.offices or base in known.roles) or base.rpartition("-")[2] in known.offices


def _title(sentence: Sentence, head: int, known: Lexicon) -> Mention | None:
    words = sentence.words
    start, countries = left_of(sentence, head, known)
    end, complement = right_of(sentence, head, known)
    if _part_of_more(sentence, start, head, end, known):
        return None
    while start < head and (words[start].lower in PASSING or words[start].tag in ("DT", "PRP$", "CC", ",")):
        start += 1
    kept = [index for index in range(start, end) if index not in countries]
    form = _join(sentence, kept)
    before_name = name_follows(sentence, end, known)
    apposed = apposed_to(sentence, start, end, complement)
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


def _part_of_more(sentence: Sentence, start: int, head: int, end: int, known: Lexicon) -> bool:
    """Whether the head is no title of its own here: a part of another name or of a longer title, or no office."""
    words = sentence.words
    word, follows = words[head], words[end] if end < len(words) else None
    if word.text == "Chiefs" and follows is not None:
        return True  # "Joint Chiefs of Staff"
    if word.tag == "NNPS" and head > 1 and words[head - 1].lower == "of" and words[head - 2].capital:
        return True  # "Board of Governors"
    if word.capital and end == head + 1 and word.base in AMBIGUOUS and start == head:
        return follows is None or follows.label != "PERSON"  # "General License", "the Deputy"
    if follows is None:
        return False
    if (word.lower in known.office_modifiers and follows.base in known.offices) or (
        word.lower in SECOND and follows.base in known.roles
    ):
        return True  # the rank of the office that follows: "U.S. Deputy | Secretary of State"
    if word.capital and follows.capital and (follows.lower in known.heads or _named_on(words, head, known)):
        return follows.label != "PERSON"  # "Defense Minister's Office", "Fellow Institute": part of a proper name
    return word.capital and end + 1 < len(words) and follows.tag == "POS" and words[end + 1].capital


def _named_on(words: tuple[Word, ...], head: int, known: Lexicon) -> bool:
    """Whether the recognizer sees a body of which the head is an inner word: "Transitional Justice Working Group"."""
    last = head
    while last + 1 < len(words) and same_entity(words, head, last + 1):
        last += 1
    return last > head and words[head].label == "ORG" and known.heads.get(words[last].lower) == "organization"


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
    if before_name and (office or country or modified or word.capital):
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
    if word.noun and any(sentence.words[index].lower in SECOND for index in kept if index < head):
        return "role with the rank of a second"
    if office and country and word.base not in AMBIGUOUS:
        return "noun of office with a country"
    if office and word.base not in AMBIGUOUS and word.noun and "p" in wordnet_flags(word.base):
        return "noun of office"
    return ""
