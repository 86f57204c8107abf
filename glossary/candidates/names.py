"""Proper names: capitalized runs, cut and joined by grammar, with the statistical recognizer as one voice.

A run is capitals in a row with the links that names have inside ("of the", "for", "'s", "&").  Where a run
holds several names ("Russian President Vladimir Putin"), titles, honorifics, countries and entity borders
cut it.  What kind of thing a name is gets decided later, over the whole document (``kinds``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.candidates.lexicon import Lexicon, in_field, lexicon, wordnet_flags, zipf
from glossary.candidates.mentions import Mention
from glossary.candidates.titles import country_at
from glossary.candidates.words import Sentence, Word

NUMERIC = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"))
"""Entity labels that are no names (OntoNotes 5 names of the spaCy English models)."""
INNER = frozenset("de la del der den van von bin ibn al el da di du dos y und e".split())
"""Small words inside names of people and places."""
_LINKS = frozenset(("of", "for", "on", "to", "against", "in", "with", "at"))
_FUNCTION_TAGS = frozenset(
    "DT IN PRP PRP$ CC WDT WP WP$ WRB RB RBR RBS MD VB VBD VBP VBZ UH EX TO PDT RP CD POS SYM NFP LS".split()
)
_NAMED_WHOLE = frozenset(("ORG", "LAW", "EVENT", "WORK_OF_ART"))
"""Entity labels whose small words inside are trusted to belong to the name."""
_PEOPLE_PLURALS = frozenset(
    "workers people peoples women children veterans farmers teachers lawyers doctors writers students peasants "
    "journalists soldiers sailors officers citizens men mothers girls boys consumers ministers governors states "
    "nations king queen prince president emperor lord saint valentine".split()
)
"""Nouns whose possessive stands inside names: "Workers' Party", "People's Republic", "King's College"."""
_PLACE_PREPOSITIONS = frozenset(("in", "near", "toward", "towards", "across", "throughout", "outside"))
"""Not "at", "from", "to": bodies and people stand after these too."""


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


def truecase(sentences: Iterable[Sentence]) -> Truecase:
    """Counts over all places where a capital is a choice: not in headings, not after a full stop."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for sentence in sentences:
        if sentence.titled:
            continue
        for index, word in enumerate(sentence.words):
            if word.capital and not sentence.opens(index):
                capital[word.lower] += 1
            elif word.text[0].islower():
                small[word.lower] += 1
                if word.base != word.lower:
                    small[word.base] += 1
    return Truecase(capital, small)


def find_names(sentences: tuple[Sentence, ...], titles: Iterable[Mention]) -> Iterator[Mention]:
    """Every name in the running text; ``titles`` cut the runs.  Headings are left to agreement."""
    known = lexicon()
    cases = truecase(sentences)
    blocked: dict[int, set[int]] = {}
    for title in titles:
        sentence = title.sentence
        blocked.setdefault(sentence.number, set()).update(
            index for index in range(title.start, title.end) if not country_at(sentence.words, index, known)
            and not _inside_country(sentence.words, index, known)
        )  # fmt: skip
    for sentence in sentences:
        if sentence.titled:
            yield from _in_heading(sentence, cases, known)
        else:
            yield from _in_sentence(sentence, blocked.get(sentence.number, set()), cases, known)
    yield from _first_parts(sentences, known)


def _in_heading(sentence: Sentence, cases: Truecase, known: Lexicon) -> Iterator[Mention]:
    """Names that only a heading has: entities of which no word is common English."""
    words = sentence.words
    index = 0
    while index < len(words):
        end = index + 1
        while words[index].entity >= 0 and end < len(words) and words[end].entity == words[index].entity:
            end += 1
        span = words[index:end]
        text = sentence.slice(index, end)
        rare = all(word.capital and zipf(word.lower) < RARE + 1 and not cases.small[word.lower] for word in span)
        listed = text in known.countries or text in known.demonyms or (text in known.names and len(span) > 1)
        if words[index].label not in NUMERIC and ((words[index].label and rare) or listed):
            mention = _mention(sentence, index, end, set(), cases=cases, known=known)
            if mention is not None:
                yield mention
        index = end


def _inside_country(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    return any(country_at(words, start, known) > index - start for start in range(max(0, index - 3), index))


def _in_sentence(sentence: Sentence, blocked: set[int], cases: Truecase, known: Lexicon) -> Iterator[Mention]:
    index = 0
    while index < len(sentence.words):
        if not _starts(sentence, index, blocked, cases, known):
            index += 1
            continue
        end = _extend(sentence, index, blocked, known)
        for start, stop in _pieces(sentence, index, end, known):
            mention = _mention(sentence, start, stop, blocked, cases=cases, known=known)
            if mention is not None:
                yield mention
        index = end


def _first_parts(sentences: Iterable[Sentence], known: Lexicon) -> Iterator[Mention]:
    """Countries and cities inside derived adjectives: "Palau" in "Palau-flagged", both in "US-Japan"."""
    for sentence in sentences:
        for index, word in enumerate(sentence.words):
            if not word.capital or sentence.titled or not _derived(word, known):
                continue
            for part in _parts(word):
                if part in known.countries or (part in known.names and known.names[part][0] == "place"):
                    why = f"part of {word.text}"
                    yield Mention(sentence, index, index + 1, None, "names", why, part, features={"label:GPE": 1.0})


def _usable(sentence: Sentence, index: int, blocked: set[int], known: Lexicon) -> bool:
    word = sentence.words[index]
    return (
        word.capital
        and index not in blocked
        and not word.calendar
        and not word.honorific
        and not _derived(word, known)
        and word.label not in NUMERIC - {"CARDINAL", "ORDINAL"}
    )


def _parts(word: Word) -> list[str]:
    return re.split("[-–]", word.text)


COMBINING = frozenset("Afro Anglo Austro Euro Franco Greco Indo Italo Nippo Russo Sino Soviet Turko Ukrainian".split())
"""First halves of adjectives that join two peoples (Oxford English Dictionary, combining forms)."""


def _derived(word: Word, known: Lexicon) -> bool:
    """An adjective made of a name: "Russian-made", "Moscow-backed"."""
    parts = _parts(word)
    if len(parts) < 2:
        return False
    if all(part in known.demonyms or part in known.countries or part in COMBINING for part in parts):
        return True  # "US-Japan", "Sino-Soviet": two names, none of their own
    first, rest = parts[0], "-".join(parts[1:])
    participle = rest.endswith(("ed", "led", "made", "born", "run", "held", "built", "wide", "like", "style", "era"))
    return rest.islower() and (first in known.demonyms or first in known.countries or (participle and zipf(rest) > 2.5))


def _starts(sentence: Sentence, index: int, blocked: set[int], cases: Truecase, known: Lexicon) -> bool:
    word = sentence.words[index]
    if not _usable(sentence, index, blocked, known) or (word.tag in _FUNCTION_TAGS and not word.shouted and (
        not word.label or zipf(word.lower) > 5.5
    )):  # fmt: skip
        return False
    if not sentence.opens(index):
        return True
    if word.tag in _FUNCTION_TAGS and not word.shouted and zipf(word.lower) > COMMON_WORD:
        return False  # "Though Roosevelt …"
    if word.text in known.countries or word.text in known.demonyms or word.shouted:
        return True
    if country_at(sentence.words, index, known) or cases.proper(word):
        return True
    follows = index + 1 < len(sentence.words) and _usable(sentence, index + 1, blocked, known)
    if word.label and word.label not in NUMERIC:
        return follows or word.text in known.names or not cases.small[word.lower]
    if follows and word.noun:
        return not (word.tag in ("NN", "NNS") and cases.small[word.lower])
    return word.text in known.names and word.tag.startswith("NNP")


def _extend(sentence: Sentence, start: int, blocked: set[int], known: Lexicon) -> int:  # noqa: C901  (one case a branch)
    words = sentence.words
    end, linked = start + 1, False
    while end < len(words):
        word = words[end]
        after = end + 1
        if _usable(sentence, end, blocked, known):
            end += 1
        elif word.tag == "POS" and after < len(words) and _usable(sentence, after, blocked, known):
            if not _possessive_inside(sentence, start, end, known):
                break
            end = after + 1
        elif word.text in INNER and (stop := _inner(sentence, end, blocked, known)):
            end = stop
        elif _numbered(words, end, known):
            end += 1
            break
        elif word.lower in _LINKS or word.lower in ("and", "&"):
            target = after + (after < len(words) and words[after].lower == "the")
            if target >= len(words) or not _usable(sentence, target, blocked, known):
                break
            if not _linked(sentence, end, target, known, linked=linked):
                break
            linked = True
            end = target + 1
        elif _same_entity(words, end - 1, end) and word.label in _NAMED_WHOLE and after < len(words) and (
            _same_entity(words, end, after) and word.text[0].isalpha()
        ):  # fmt: skip
            end = after  # "Association of Families Kidnapped by North Korea"
        else:
            break
    while end > start + 1 and not words[end - 1].capital and not words[end - 1].text[0].isdigit():
        end -= 1
    return end


def _numbered(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    """A number that ends a name: "Resolution 1718", "Hwasong 15"."""
    word = words[index]
    joined = words[index - 1].lower in known.heads or _same_entity(words, index - 1, index)
    return joined and word.tag == "CD" and word.text[0].isdigit() and word.label != "DATE"


def _inner(sentence: Sentence, index: int, blocked: set[int], known: Lexicon) -> int:
    """End of "von der Leyen" from "von" on; 0 when no name follows the small words."""
    words = sentence.words
    stop = index
    while stop < len(words) and words[stop].text in INNER and stop - index < 3:
        stop += 1
    return stop + 1 if stop < len(words) and _usable(sentence, stop, blocked, known) else 0


def _same_entity(words: tuple[Word, ...], left: int, right: int) -> bool:
    return words[left].entity >= 0 and words[left].entity == words[right].entity


def _possessive_inside(sentence: Sentence, start: int, mark: int, known: Lexicon) -> bool:
    words = sentence.words
    if country_at(words, start, known) >= mark - start or words[mark - 1].label in ("GPE", "PERSON", "NORP", "LOC"):
        return _same_entity(words, mark - 1, mark + 1) and words[mark + 1].lower in known.heads
    return words[mark - 1].lower in _PEOPLE_PLURALS or _same_entity(words, mark - 1, mark + 1)


def _linked(sentence: Sentence, link: int, target: int, known: Lexicon, *, linked: bool) -> bool:
    """Whether the link word at ``link`` joins what is before and after it into one name."""
    words = sentence.words
    left, right, word = words[link - 1], words[target], words[link].lower
    together = _same_entity(words, link - 1, target) and left.label not in ("PERSON", "GPE", "NORP", "LOC")
    kind = known.heads.get(left.lower, "")
    if word == "&":
        return True
    if word == "and":
        if right.text in known.countries or right.text in known.demonyms or right.label in ("GPE", "PERSON", "NORP"):
            return False
        if _has_head(sentence, target, known):
            return False  # "Communist Party of Russia and Liberal Democratic Party": two bodies
        return (linked and (together or in_field(right.lower) > 0 or zipf(right.lower) > 4)) or (
            together and not left.shouted and not right.shouted
        )
    if word == "of":
        common = kind or (in_field(left.lower) and not left.shouted) or left.lower in ("people", "voice", "state")
        return bool(common) or together
    if word in ("for", "on", "to", "against"):
        return (kind in ("organization", "document", "event") and not (word == "to" and right.label == "GPE"
                and not right.shouted)) or together  # fmt: skip
    return together and bool(kind or linked)


def _has_head(sentence: Sentence, start: int, known: Lexicon) -> bool:
    """Whether the capitals from ``start`` on are a name of their own: "Liberal Democratic Party"."""
    end = start + 1
    while end < len(sentence.words) and sentence.words[end].capital:
        if known.heads.get(sentence.words[end].lower) in ("organization", "document", "event"):
            return True
        end += 1
    return False


def _pieces(sentence: Sentence, start: int, end: int, known: Lexicon) -> Iterator[tuple[int, int]]:
    """Cut one run where two names only stand side by side."""
    words = sentence.words
    length = country_at(words, start, known)
    if 0 < length < end - start and not _whole(sentence, start, end, length, known):
        yield start, start + length
        yield from _pieces(sentence, start + length, end, known)
        return
    for cut in range(start + 1, end):
        if _border(sentence, start, cut, known):
            yield start, cut
            yield from _pieces(sentence, cut, end, known)
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
    if _same_entity(words, start, start + length) and words[start].label != "PERSON":
        return True
    heads = {word.lower for word in rest if word.lower in known.heads and known.heads[word.lower] != "people"}
    return bool(heads) or (len(rest) > 0 and not rest[0].label and any(in_field(w.lower) for w in rest))


def _border(sentence: Sentence, start: int, cut: int, known: Lexicon) -> bool:
    words = sentence.words
    left, right = words[cut - 1], words[cut]
    if left.lower in _LINKS or left.lower in INNER or left.lower in ("and", "the", "&") or left.tag == "POS":
        return False
    if right.tag == "POS" or not right.capital:
        return False
    if left.shouted and right.label in ("GPE", "LOC") and not right.shouted and left.entity != right.entity:
        return True
    text = sentence.slice(start, cut)
    if cut - start > 1 and _place(right, known) and (text in known.names or "m" in wordnet_flags(text)):
        return True  # "post-Cold War | Europe"
    two = " ".join(word.text for word in words[cut : cut + 2])
    if left.shouted and cut - start > 2 and known.names.get(two, ("",))[0] == "place":
        return True  # "UK Mission to the UN | New York"
    if left.entity == right.entity or "PERSON" not in (left.label, right.label) or left.label == right.label:
        return False
    return bool(left.label) and bool(right.label)


def _place(word: Word, known: Lexicon) -> bool:
    """One word that names a country or another place by itself."""
    return word.text in known.countries or known.names.get(word.text, ("",))[0] == "place"


def _speaks(words: tuple[Word, ...], end: int) -> bool:
    """Whether what follows a name tells of a person: ", 56,", "who", "said"."""
    follows = [word.lower for word in words[end : end + 3]]
    age = len(follows) == 3 and follows[0] == "," == follows[2] and follows[1].isdigit() and 15 < int(follows[1]) < 100
    return age or (bool(follows) and follows[0] in _SPEECH) or (follows[:1] == [","] and follows[1:2] == ["who"])


_SPEECH = frozenset("said says told added who whose recalled argued noted explained insisted recalls asked".split())


def _everyday(word: Word, known: Lexicon) -> bool:
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


def _common(word: Word, cases: Truecase, known: Lexicon) -> bool:
    """One capitalized word that the document also writes small, or a mere adjective: "Embassy", "Congressional"."""
    if word.shouted or word.text in known.demonyms or word.text in known.countries:
        return False
    adjective = "r" in wordnet_flags(word.lower) and word.text not in known.names and word.label != "PERSON"
    return adjective or (cases.small[word.base] > 0 and zipf(word.lower) >= EVERYDAY and word.label != "PERSON")


EVERYDAY = 3.5
"""Zipf value from which a lone capitalized word without other evidence is an ordinary word: 3 in a million."""


def _mention(
    sentence: Sentence, start: int, end: int, blocked: set[int], *, cases: Truecase, known: Lexicon
) -> Mention | None:
    words = sentence.words
    while (
        end > start
        and (words[end - 1].tag == "POS" or not words[end - 1].text[-1].isalnum())
        and (words[end - 1].text[-1] != ".")
    ):
        end -= 1
    if end <= start or not any(char.isalpha() for char in sentence.slice(start, end)):
        return None
    while end - start > 2 and words[end - 1].label == "PERSON" and "p" in wordnet_flags(words[start].lower) and (
        zipf(words[start].lower) > 3 and (words[start].text not in known.names or words[start].lower in known.offices)
    ):  # fmt: skip
        start += 1  # "Host Chris Wallace", "President Bill Clinton" in a heading
    form = sentence.slice(start, end)
    if end == start + 1 and (_everyday(words[start], known) or _common(words[start], cases, known)):
        return None
    labels = Counter(word.label for word in words[start:end] if word.label)
    label = labels.most_common(1)[0][0] if labels else ""
    cue = ""
    before = words[start - 1] if start else None
    if before is not None:
        if start - 1 in blocked or before.honorific:
            cue = "person"
        elif before.lower in _PLACE_PREPOSITIONS or (
            before.lower == "the" and start > 1 and words[start - 2].lower in _PLACE_PREPOSITIONS
        ):
            cue = "place"
    speaks = _speaks(words, end)
    why = f"capitalized run; recognizer says {label or 'nothing'}" + (f"; {cue} by the word before" if cue else "")
    votes = {f"label:{label}": 1.0, f"cue:{cue}": 1.0, "cue:speech": float(speaks)}
    return Mention(sentence, start, end, None, "names", why, form, features=votes)
