"""Runs of capitals: where a name may begin, and how far its links ("of the", "for", "'s", "&") carry it."""

from __future__ import annotations

import re

from glossary.candidates.casing import COMMON_WORD, EVERYDAY, Truecase
from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import Lexicon, in_field, wordnet_flags, zipf
from glossary.candidates.words import Sentence, Word

NUMERIC = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"))
"""Entity labels that are no names (OntoNotes 5 names of the spaCy English models)."""

INNER = frozenset("de la del der den van von bin ibn al el da di du dos y und e".split())
"""Small words inside names of people and places."""

LINKS = frozenset(("of", "for", "on", "to", "against", "in", "with", "at"))

FUNCTION_TAGS = frozenset(
    "DT IN PRP PRP$ CC WDT WP WP$ WRB RB RBR RBS MD VB VBD VBP VBZ UH EX TO PDT RP CD POS SYM NFP LS".split()
)

_NAMED_WHOLE = frozenset(("ORG", "LAW", "EVENT", "WORK_OF_ART"))
"""Entity labels whose small words inside are trusted to belong to the name."""

_OWNERS = frozenset(
    "workers people peoples women children veterans farmers teachers lawyers doctors writers students peasants "
    "journalists soldiers sailors officers citizens men mothers girls boys consumers ministers governors states "
    "nations king queen prince president emperor lord saint valentine days weeks months years".split()
)
"""Nouns whose possessive stands inside names: "Workers' Party", "King's College", "Thirty Years' War"."""

COMBINING = frozenset("Afro Anglo Austro Euro Franco Greco Indo Italo Nippo Russo Sino Soviet Turko Ukrainian".split())
"""First halves of adjectives that join two peoples (Oxford English Dictionary, combining forms)."""

MONTHS = frozenset(("march", "april", "may", "june", "august"))
"""Months that are names or words too: after "in" or "since" they are months whatever the recognizer says."""


def usable(sentence: Sentence, index: int, blocked: set[int], known: Lexicon) -> bool:
    """May the word be part of a name: a capital that is no title, date, honorific or derived adjective?"""
    word = sentence.words[index]
    if word.lower in MONTHS and index and sentence.words[index - 1].lower in ("in", "since", "until", "last", "next"):
        return False
    return (
        word.capital
        and index not in blocked
        and not word.calendar
        and not word.honorific
        and not derived(word, known)
        and word.label not in NUMERIC - {"CARDINAL", "ORDINAL"}
    )


def parts(word: Word) -> list[str]:
    """The halves of a compound: "US-Japan", "U.S.–PRC"."""
    return re.split("[-–]", word.text)


def derived(word: Word, known: Lexicon) -> bool:
    """An adjective made of a name: "Russian-made", "Moscow-backed"."""
    halves = parts(word)
    if len(halves) < 2:
        return False
    if all(part in known.demonyms or part in known.countries or part in COMBINING for part in halves):
        return True  # "US-Japan", "Sino-Soviet": two names, none of their own
    first, rest = halves[0], "-".join(halves[1:])
    participle = rest.endswith(
        ("ed", "led", "made", "born", "run", "held", "built", "wide", "like", "style", "era", "class", "type")
    )
    return rest.islower() and (first in known.demonyms or first in known.countries or (participle and zipf(rest) > 2.5))


CREDITS = frozenset(
    "courtesy photo photograph image copyright copyrights source file handout screenshot credit".split()
)
"""Words that begin a credit line, never a name: "Courtesy of …", "Copyright …"."""


def starts(sentence: Sentence, index: int, blocked: set[int], cases: Truecase, known: Lexicon) -> bool:
    """May a name begin here?  At the start of a sentence a capital alone is not enough."""
    word = sentence.words[index]
    if not usable(sentence, index, blocked, known) or (word.tag in FUNCTION_TAGS and not word.shouted and (
        not word.label or zipf(word.lower) > 5.5
    )):  # fmt: skip
        return False
    if word.lower in CREDITS:
        return False
    if not sentence.opens(index):
        return True
    if word.tag in FUNCTION_TAGS and not word.shouted and zipf(word.lower) > COMMON_WORD:
        return False  # "Though Roosevelt …"
    if word.text in known.countries or word.text in known.demonyms or word.shouted:
        return True
    if country_at(sentence.words, index, known) or cases.proper(word):
        return True
    if _body_with_link(sentence.words, index):
        return True
    follows = index + 1 < len(sentence.words) and usable(sentence, index + 1, blocked, known)
    if (
        word.label
        and word.label not in NUMERIC
        and (follows or word.tag.startswith("NNP") or zipf(word.lower) < EVERYDAY)
    ):
        return follows or word.text in known.names or not cases.small[word.lower]
    if follows and word.noun:
        return not (word.tag in ("NN", "NNS") and cases.small[word.lower])
    return word.text in known.names and word.tag.startswith("NNP")


def _body_with_link(words: tuple[Word, ...], index: int) -> bool:
    """The recognizer takes the word, a link and the capital behind it for one body: "Centre for Civil Liberties"."""
    return (
        index + 2 < len(words)
        and words[index].label == "ORG"
        and words[index + 1].lower in LINKS
        and words[index + 2].capital
        and same_entity(words, index, index + 2)
    )


def extend(sentence: Sentence, start: int, blocked: set[int], known: Lexicon) -> int:  # noqa: C901, PLR0912  (one case a branch)
    """End of the run of capitals that begins at ``start``, with the links that names have inside."""
    words = sentence.words
    end, linked = start + 1, False
    while end < len(words):
        word = words[end]
        after = end + 1
        if word.capital and _sentence_begins(words, end):
            break
        if usable(sentence, end, blocked, known):
            end += 1
        elif word.lower in ("v.", "vs.", "v") and after < len(words) and usable(sentence, after, blocked, known):
            end = after + 1  # "Grace v. Sessions"
        elif word.tag == "POS" and after < len(words) and usable(sentence, after, blocked, known):
            if not _possessive_inside(sentence, start, end, known):
                break
            end = after + 1
        elif word.text in INNER and (stop := _inner(sentence, end, blocked, known)):
            end = stop
        elif _numbered(words, end, known):
            end += 1
            break
        elif word.lower in LINKS or word.lower in ("and", "&"):
            target = after + (after < len(words) and words[after].lower == "the")
            if target >= len(words) or not usable(sentence, target, blocked, known):
                break
            if not _linked(sentence, start, end, target, known, linked=linked):
                break
            linked = True
            end = target + 1
        elif same_entity(words, end - 1, end) and word.label in _NAMED_WHOLE and after < len(words) and (
            same_entity(words, end, after) and word.text[0].isalpha()
        ):  # fmt: skip
            end = after  # "Association of Families Kidnapped by North Korea"
        else:
            break
    while end > start + 1 and not words[end - 1].capital and not words[end - 1].text[0].isdigit():
        end -= 1
    return end


def _sentence_begins(words: tuple[Word, ...], index: int) -> bool:
    """A function word after an abbreviation's full stop: "… from the U.N. In May …"."""
    return (
        words[index - 1].text.endswith(".")
        and words[index].tag in FUNCTION_TAGS
        and words[index].text.istitle()
        and zipf(words[index].lower) > COMMON_WORD
    )


def _numbered(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    """A number that ends a name: "Resolution 1718", "Hwasong 15"."""
    word = words[index]
    joined = words[index - 1].lower in known.heads or same_entity(words, index - 1, index)
    return joined and word.tag == "CD" and word.text[0].isdigit() and word.label != "DATE"


def _inner(sentence: Sentence, index: int, blocked: set[int], known: Lexicon) -> int:
    """End of "von der Leyen" from "von" on; 0 when no name follows the small words."""
    words = sentence.words
    stop = index
    while stop < len(words) and words[stop].text in INNER and stop - index < 3:
        stop += 1
    return stop + 1 if stop < len(words) and usable(sentence, stop, blocked, known) else 0


def same_entity(words: tuple[Word, ...], left: int, right: int) -> bool:
    """Whether the statistical recognizer sees both words in one entity."""
    return words[left].entity >= 0 and words[left].entity == words[right].entity


def _possessive_inside(sentence: Sentence, start: int, mark: int, known: Lexicon) -> bool:
    words = sentence.words
    if words[mark - 1].shouted:
        return False  # "the U.N.'s International Atomic Energy Agency"
    if country_at(words, start, known) >= mark - start or words[mark - 1].label in ("GPE", "PERSON", "NORP", "LOC"):
        return same_entity(words, mark - 1, mark + 1) and words[mark + 1].lower in known.heads
    return words[mark - 1].lower in _OWNERS or same_entity(words, mark - 1, mark + 1)


def _linked(sentence: Sentence, start: int, link: int, target: int, known: Lexicon, *, linked: bool) -> bool:
    """Whether the link word at ``link`` joins what is before and after it into one name."""
    words = sentence.words
    left, right, word = words[link - 1], words[target], words[link].lower
    together = same_entity(words, link - 1, target) and left.label not in ("PERSON", "GPE", "NORP", "LOC")
    kind = known.heads.get(left.lower, "")
    if word == "&":
        return True
    if word == "and":
        if right.text in known.countries or right.text in known.demonyms or right.label in ("GPE", "PERSON", "NORP"):
            return False
        adjective = "r" in wordnet_flags(left.lower) or left.lower in known.general_adjectives
        if link == start + 1 and zipf(left.lower) > EVERYDAY and not left.shouted and left.text not in known.names:
            return _has_head(sentence, target, known)  # "Comprehensive and Progressive Agreement"
        if _has_head(sentence, target, known):
            return False  # "Communist Party of Russia and Liberal Democratic Party": two bodies
        return (linked and (together or adjective or in_field(right.lower) > 0 or zipf(right.lower) > 4)) or (
            together and not left.shouted and not right.shouted
        )
    if word == "of":
        common = kind or (in_field(left.lower) and not left.shouted) or left.lower in ("people", "voice", "state")
        return bool(common) or together or _figurative(left, right, known)
    if word in ("for", "on", "to", "against"):
        return (kind in ("organization", "document", "event") and not (word == "to" and right.label == "GPE"
                and not right.shouted)) or together  # fmt: skip
    return together and bool(kind or linked)


def _figurative(left: Word, right: Word, known: Lexicon) -> bool:
    """Two everyday nouns with capitals that no place or people is: "Servant of the People"."""
    return all(
        not (word.label or word.shouted or word.text in known.names or word.text in known.countries)
        and word.tag.startswith("NNP")
        and zipf(word.lower) >= EVERYDAY
        for word in (left, right)
    )


def _has_head(sentence: Sentence, start: int, known: Lexicon) -> bool:
    """Whether the capitals from ``start`` on are a name of their own: "Liberal Democratic Party", "Teachers' Union"."""
    end = start + 1
    while end < len(sentence.words) and (sentence.words[end].capital or sentence.words[end].tag == "POS"):
        if known.heads.get(sentence.words[end].lower) in ("organization", "document", "event"):
            return True
        end += 1
    return False
