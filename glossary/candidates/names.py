"""Proper names: capitalized runs, cut and joined by grammar, with the statistical recognizer as one voice.

A run is capitals in a row with the links that names have inside ("of the", "for", "'s", "&").  Where a run
holds several names ("Russian President Vladimir Putin"), titles, honorifics, countries and entity borders
cut it.  What kind of thing a name is gets decided later, over the whole document (``kinds``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.candidates.casing import EVERYDAY, RARE, Truecase, common, everyday, truecase
from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import Lexicon, lexicon, wordnet_flags, zipf
from glossary.candidates.mentions import Mention
from glossary.candidates.pieces import pieces
from glossary.candidates.runs import NUMERIC, derived, extend, parts, starts
from glossary.candidates.words import Sentence, Word

_PLACE_PREPOSITIONS = frozenset(("in", "near", "toward", "towards", "across", "throughout", "outside"))
"""Not "at", "from", "to": bodies and people stand after these too."""


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
            and not (sentence.words[index].shouted and title.words[-1].text.islower())
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
        person = words[index].label == "PERSON" and len(span) > 1 and words[index].text in known.given_names
        rare = person or all(
            word.capital and zipf(word.lower) < RARE + 1 and not cases.small[word.lower] for word in span
        )
        if len(span) > 1 and text not in known.names and _places(span[:1], known):
            end, text = index + 1, words[index].text  # "Pyongyang Wants"
        listed = text in known.countries or text in known.demonyms or (
            text in known.names and (end - index > 1 or _places(span[:1], known))
        )  # fmt: skip
        if words[index].label not in NUMERIC and ((words[index].label and rare) or listed):
            mention = _mention(sentence, index, end, set(), cases=cases, known=known)
            if mention is not None:
                yield mention
        index = end


def _places(words: tuple[Word, ...], known: Lexicon) -> bool:
    """Whether one word of a heading is a place: listed, and called so or no common English word."""
    (word,) = words
    if known.names.get(word.text, ("",))[0] != "place" and word.text not in known.countries:
        return False
    return word.label in ("GPE", "LOC") or zipf(word.lower) < EVERYDAY


def _inside_country(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    return any(country_at(words, start, known) > index - start for start in range(max(0, index - 3), index))


def _in_sentence(sentence: Sentence, blocked: set[int], cases: Truecase, known: Lexicon) -> Iterator[Mention]:
    index = 0
    while index < len(sentence.words):
        if not sentence.words[index].capital or not starts(sentence, index, blocked, cases, known):
            index += 1
            continue
        end = extend(sentence, index, blocked, known)
        if index and _numbers(sentence, index, end, known):
            index -= 1
        for start, stop in pieces(sentence, index, end, known):
            mention = _mention(sentence, start, stop, blocked, cases=cases, known=known)
            if mention is not None:
                yield mention
        index = end


def _numbers(sentence: Sentence, start: int, end: int, known: Lexicon) -> bool:
    """Whether the number before a run belongs to the name: "1718 Committee", "25th Infantry Division"."""
    number, last = sentence.words[start - 1], sentence.words[end - 1]
    ordinal = number.text[0].isdigit() and number.text.endswith(("st", "nd", "rd", "th"))
    dated = number.label == "DATE" and (start < 2 or sentence.words[start - 2].lower != "the")
    counted = number.text.isdigit() and len(number.text) == 4 and end == start + 1 and not dated
    return (ordinal or counted) and known.heads.get(last.lower) in ("organization", "document", "event")


def _first_parts(sentences: Iterable[Sentence], known: Lexicon) -> Iterator[Mention]:
    """Countries and cities inside derived adjectives: "Palau" in "Palau-flagged", both in "US-Japan"."""
    for sentence in sentences:
        for index, word in enumerate(sentence.words):
            if (
                not word.capital
                or sentence.titled
                or not derived(word, known)
                or word.text.endswith(("-class", "-type"))
            ):
                continue
            for part in parts(word):
                if part in known.countries or (part in known.names and known.names[part][0] == "place"):
                    why = f"part of {word.text}"
                    yield Mention(sentence, index, index + 1, None, "names", why, part, features={"label:GPE": 1.0})


def _speaks(words: tuple[Word, ...], end: int) -> bool:
    """Whether what follows a name tells of a person: ", 56,", "who", "said"."""
    follows = [word.lower for word in words[end : end + 3]]
    age = len(follows) == 3 and follows[0] == "," == follows[2] and follows[1].isdigit() and 15 < int(follows[1]) < 100
    return age or (bool(follows) and follows[0] in _SPEECH) or (follows[:1] == [","] and follows[1:2] == ["who"])


_SPEECH = frozenset("said says told added who whose recalled argued noted explained insisted recalls asked".split())


THINGS = frozenset(
    "aircraft airliner battleship bomber corvette cruiser destroyer drone frigate grenade gunship helicopter howitzer "
    "interceptor jet launcher missile mortar munition plane radar rifle rocket satellite ship spacecraft submarine "
    "tank torpedo truck vehicle warhead warplane warship".split()
)
"""What is built in series and has a name: the noun behind "Shahed", "Pantsir"."""
BUILT = frozenset("defense defence missile rocket weapon artillery radar launch".split())
"""What a system with a name is for: "the Pantsir air defense system"."""
_MODIFIERS = 3
"""Words between the name and that noun, at most: "surface-to-air", "long-range ballistic"."""


def _thing(words: tuple[Word, ...], end: int) -> bool:
    """Whether a name stands before a noun of ``THINGS``, as that of a type does; so does an owner's, but not mostly."""
    for index in range(end, min(end + 1 + _MODIFIERS, len(words))):
        word = words[index]
        if word.capital or not (word.noun or word.tag == "JJ"):
            return False
        if word.base in THINGS or (word.base in ("system", "complex") and words[index - 1].base in BUILT):
            return True
    return False


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
        zipf(words[start].lower) > 3 and words[start].text not in known.given_names
        and (words[start].text not in known.names or words[start].lower in known.offices)
    ):  # fmt: skip
        start += 1  # "Host Chris Wallace", "President Bill Clinton" in a heading
    form = sentence.slice(start, end)
    if end == start + 1 and (everyday(words[start], known) or common(words[start], cases, known)):
        return None
    labels = [word.label for word in words[start:end] if word.label]
    label = max(dict.fromkeys(labels), key=labels.count, default="")
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
    thing = not cue and _thing(words, end)
    why = f"capitalized run; recognizer says {label or 'nothing'}" + (f"; {cue} by the word before" if cue else "")
    votes = {f"label:{label}": 1.0, f"cue:{cue}": 1.0, "cue:speech": float(speaks), "cue:thing": float(thing)}
    return Mention(sentence, start, end, None, "names", why, form, features=votes)
