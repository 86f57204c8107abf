"""Terms: "ballistic missile", "court martial", "freedom of navigation", "Ukraine war".

Candidates are noun phrases by the tag pattern of Justeson & Katz 1995 ("Technical terminology", Natural
Language Engineering 1:1), trimmed of determiners, countries and everyday adjectives on the left.  Whether
a candidate is a term is decided later, over all documents (``termhood``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import Lexicon, in_field, lexicon, wordnet_flags, zipf
from glossary.candidates.mentions import Mention
from glossary.candidates.runs import INNER
from glossary.candidates.termhood import COMMON_WORDS
from glossary.candidates.words import Sentence, Word

MAX_WORDS = 5
"""Longest term candidate, in words; longer ones were terms in 2 of 100 cases of the recall study in the
TermEval 2020 heart-failure list."""
EVENTS = frozenset(
    "war conflict crisis invasion occupation annexation revolution coup uprising election ceasefire armistice siege "
    "genocide famine earthquake".split()
)
"""Heads that a country makes an event: "Ukraine war", "war in Ukraine"."""
_MODIFIER_TAGS = frozenset(("JJ", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "FW", "AFX"))
_OPEN_QUOTES = frozenset(('"', "“", "‘", "``", "'", "«"))
_CLOSE_QUOTES = frozenset(('"', "”", "’", "''", "'", "»"))


def find_terms(sentences: tuple[Sentence, ...], names: Iterable[Mention]) -> Iterator[Mention]:
    """Every term candidate of the running text; ``names`` (titles among them) bound the phrases."""
    known = lexicon()
    taken: dict[int, dict[int, Mention]] = {}
    for mention in names:
        for index in range(mention.start, mention.end):
            taken.setdefault(mention.sentence.number, {})[index] = mention
    for sentence in sentences:
        if sentence.titled:
            continue
        named = taken.get(sentence.number, {})
        index = 0
        while index < len(sentence.words):
            if not _part(sentence, index, named):
                index += 1
                continue
            end = index + 1
            while end < len(sentence.words) and _part(sentence, end, named):
                end += 1
            yield from _phrase(sentence, index, end, named, known)
            index = end


def _part(sentence: Sentence, index: int, named: dict[int, Mention]) -> bool:
    """Whether the word may be inside a noun phrase: noun, adjective, participle before a noun, or a name."""
    word = sentence.words[index]
    if index in named:
        return named[index].kind != "title" or not named[index].words[-1].noun
    if word.tag not in _MODIFIER_TAGS or word.lower in ("percent", "n't") or not word.text[0].isalpha():
        return False
    if not word.text[-1].isalnum() or word.calendar or word.label in ("DATE", "TIME"):
        return False
    if word.tag in ("VBG", "VBN"):
        follows = sentence.words[index + 1] if index + 1 < len(sentence.words) else None
        before = sentence.words[index - 1].tag if index else ""
        verb = before in ("VBZ", "VBP", "VBD", "VB", "VBN", "MD", "RB", "NN", "NNS", "NNP", "NNPS", "PRP", "IN", "TO")
        participle = word.tag == "VBN" or in_field(word.lower) > 0 or before in ("DT", "JJ", "PRP$", "POS")
        return follows is not None and follows.tag in ("NN", "NNS") and word.text[0].islower() and (
            (participle and (not verb or before == "IN")) or word.text.count("-") > 0
        )  # fmt: skip
    return True


def _phrase(sentence: Sentence, start: int, end: int, named: dict[int, Mention], known: Lexicon) -> Iterator[Mention]:
    words = sentence.words
    while end > start and (not (words[end - 1].noun or _nominal(sentence, end - 1)) or (end - 1) in named):
        end -= 1
    if end <= start:
        return
    lead = start
    while lead < end and (lead in named or (_everyday(words[lead], known) and not _fixed(sentence, lead, end))):
        lead += 1
    if lead < end and not any(index in named for index in range(lead, end)):
        yield from _candidates(sentence, lead, end, known)
        yield from _with_name(sentence, lead, end, named, known)
    elif lead < end:
        last_name = max(index for index in range(lead, end) if index in named)
        yield from _candidates(sentence, last_name + 1, end, known)
        yield from _with_name(sentence, last_name + 1, end, named, known)
    yield from _with_link(sentence, end, named, known)


def _fixed(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an everyday adjective begins a fixed phrase: "light water" in "light water reactor"."""
    return any(
        "m" in wordnet_flags(sentence.slice(start, stop))
        and (
            min(zipf(word.lower) for word in sentence.words[start:stop]) < COMMON_WORDS
            or any(in_field(word.lower) for word in sentence.words[start:stop])
        )
        for stop in range(start + 2, end + 1)
    )


def _nominal(sentence: Sentence, index: int) -> bool:
    """A word of a field that the tagger takes for an adjective, where only a noun can stand: "a co-belligerent,"."""
    words = sentence.words
    before = words[index - 1].tag if index else ""
    after = words[index + 1].tag if index + 1 < len(words) else "."
    noun_place = before in ("DT", "PRP$", "JJ", "POS") and after not in (
        "NN",
        "NNS",
        "NNP",
        "JJ",
        "CC",
        "VBG",
        "VBN",
        "CD",
    )
    return words[index].tag == "JJ" and noun_place and in_field(words[index].lower) == 1.0 and (
        "p" in wordnet_flags(words[index].lower.rpartition("-")[2]) or "f" in wordnet_flags(words[index].lower)
    )  # fmt: skip


def _everyday(word: Word, known: Lexicon) -> bool:
    if word.noun:
        return False
    return word.lower in known.general_adjectives or word.tag in ("JJR", "JJS")


def _candidates(sentence: Sentence, start: int, end: int, known: Lexicon) -> Iterator[Mention]:
    """The trimmed phrase, and its ends that are phrases themselves ("nuclear weapons state", "weapons state")."""
    words = sentence.words
    for first in range(start, end):
        if end - first > MAX_WORDS:
            continue
        if first > start and (_everyday(words[first], known) or words[first - 1].lower in INNER):
            continue  # "facto embassy" in "de facto embassy"
        yield _mention(sentence, first, end, maximal=first == start)
    for last in range(start + 2, end):  # "ballistic missile" in "ballistic missile test"
        if words[last - 1].noun and last - start <= MAX_WORDS:
            yield _mention(sentence, start, last, maximal=False)
    for single in range(start, end - 1):  # strong words inside: "sanctions" in "sanctions relief"
        if words[single].noun and in_field(words[single].lower) == 1.0:
            yield _mention(sentence, single, single + 1, maximal=False)


def _with_name(
    sentence: Sentence, start: int, end: int, named: dict[int, Mention], known: Lexicon
) -> Iterator[Mention]:
    """Name and noun that make one term: "Ukraine war", "United Nations resolution", "Minsk agreements"."""
    before = start - 1
    if before < 0 or before not in named or end - start > 2:
        return
    name = named[before]
    head = sentence.words[end - 1]
    demonym = name.form in known.demonyms
    if name.kind == "title" or name.end != start or (name.kind == "people" and not demonym):
        return
    if known.heads.get(head.lower) == name.kind:
        return  # "Die Zeit newspaper": the noun only says what the name is
    event = head.base in EVENTS and end - start == 1
    body = name.kind in ("organization", "abbreviation", "document") or "-" in sentence.words[name.start].text
    named_field = not demonym and body and in_field(head.lower) > 0
    if event or (named_field and end - start == 1):
        yield _mention(sentence, name.start, end, maximal=True, named=True)


def _with_link(sentence: Sentence, end: int, named: dict[int, Mention], known: Lexicon) -> Iterator[Mention]:
    """Noun, link, noun: "freedom of navigation", "war in Ukraine"; and "free and open Indo-Pacific"."""
    words = sentence.words
    if end + 1 >= len(words) or words[end].lower not in ("of", "in", "against", "into", "on", "to"):
        return
    link, after = words[end].lower, end + 1
    if after in named and link in ("in", "of", "against"):
        length = country_at(words, after, known)
        if length and words[end - 1].base in EVENTS and words[end - 1].base != "election":
            yield _mention(sentence, end - 1, after + length, maximal=True, named=True)
        return
    if after in named:
        return
    stop = after
    while stop < len(words) and stop - after < 3 and words[stop].tag in ("NN", "NNS", "JJ") and stop not in named:
        stop += 1
    while stop > after and not words[stop - 1].noun:
        stop -= 1
    if stop > after and words[stop - 1].text.isascii() and words[end - 1].noun:
        phrase = f"{words[end - 1].base} {link} {sentence.slice(after, stop).lower()}"
        fixed = "m" in wordnet_flags(phrase)
        left, right = in_field(words[end - 1].lower), max(in_field(words[i].lower) for i in range(after, stop))
        both = left + right >= 1.5 and min(left, right) > 0 and link in ("of", "against")
        if fixed or (both and words[end - 1].base not in known.general_nouns):
            yield _mention(sentence, end - 1, stop, maximal=True)


def find_coordinated(sentences: tuple[Sentence, ...], names: Iterable[Mention]) -> Iterator[Mention]:
    """Two adjectives of a field that share a name or noun: "free and open Indo-Pacific"."""
    known = lexicon()
    starts = {(mention.sentence.number, mention.start): mention for mention in names}
    for sentence in sentences:
        words = sentence.words
        for index in range(1, len(words) - 2):
            if words[index].lower != "and" or sentence.titled:
                continue
            left, right = words[index - 1], words[index + 1]
            if (
                left.tag != "JJ"
                or right.tag not in ("JJ", "VB", "VBP")
                or min(in_field(left.lower), in_field(right.lower)) == 0
            ):
                continue
            name = starts.get((sentence.number, index + 2))
            if name is not None and name.form not in known.demonyms and name.kind != "title":
                yield _mention(sentence, index - 1, name.end, maximal=True, named=True)


def _described(words: Sequence[Word]) -> int:
    """How many words at the front only describe: "longstanding", "planned"; not "ballistic", "armed"."""
    count = 0
    for word in words[:-1]:
        modifier = word.tag.startswith("JJ") or word.tag in ("VBN", "VBG")
        if not modifier or in_field(word.lower) or "r" in wordnet_flags(word.lower) or word.capital:
            break
        count += 1
    return count


def _mention(sentence: Sentence, start: int, end: int, *, maximal: bool, named: bool = False) -> Mention:
    form = sentence.slice(start, end)
    quoted = (
        start > 0
        and end < len(sentence.words)
        and sentence.words[start - 1].text in _OPEN_QUOTES
        and sentence.words[end].text in _CLOSE_QUOTES
    )
    words = sentence.words[start:end]
    features = {
        "maximal": float(maximal),
        "quoted": float(quoted),
        "named": float(named),
        "described": float(_described(words)),
    }
    if sentence.opens(start) and not words[0].shouted and words[0].label == "":
        form = form[0].lower() + form[1:]
    rarest = min(words, key=lambda word: zipf(word.lower))
    why = f"noun phrase; rarest word {rarest.lower} ({zipf(rarest.lower):.1f})" + ("; in quotes" if quoted else "")
    return Mention(sentence, start, end, "term", "terms", why, form, features=features)
