"""Doc → sentences of words: kept whole, and names cut free of prefixes, suffixes and other names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.candidates.tokens import INSIDE, Token, tokens
from glossary.expressions import expression
from glossary.languages.english import fold_case
from glossary.model import Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc

from glossary.candidates.words import Sentence, Word

HYPHENS = frozenset("-‐‑")
_CAPITAL = expression(r"(?:(?:a[lsnt]|ash|el|ul|ad|ar|az)-)?(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]|[a-z0-9]{1,2}[A-Z]|\d+[A-Z])")
MOST_WORDS = 400
"""Words in a sentence; the longest in news have about 150. What runs on is no prose, and is cut."""


def sentences(analyzed: Iterable[tuple[Segment, Doc]]) -> tuple[Sentence, ...]:
    """All sentences of one document, in reading order."""
    found: list[Sentence] = []
    entities = 0
    for segment, doc in analyzed:
        found_tokens = tokens(doc)
        for span in _spans(found_tokens, [span.end for span in doc.sents]):
            whole = tuple(_words(span, found_tokens, entities))
            for start in range(0, len(whole), MOST_WORDS):
                words = whole[start : start + MOST_WORDS]
                begin, end = words[0].start, words[-1].end
                text = segment.text[begin:end].strip()
                found.append(Sentence(words, segment, begin, end, len(found), _titled(words, segment), text))
        entities += len(doc.ents)
    return tuple(found)


def _spans(found: Sequence[Token], ends: Iterable[int]) -> Iterator[Sequence[Token]]:
    """The sentences, with those joined that the splitter cut inside brackets: "the DPRK [North Korea] in …"."""
    start, first, depth = 0, 0, 0
    brackets = {token.i: _DEPTH[token.text] for token in found if token.text in _DEPTH}
    for end in ends:
        if brackets:
            depth = max(0, depth + sum(brackets.get(place, 0) for place in range(first, end)))
        cut = depth > 0 or any(token.text.rstrip(".") in _NEVER_LAST for token in found[max(first, end - 2) : end])
        first = end
        if cut and end < len(found) and end - start < LONGEST:
            continue
        yield found[start:end]
        start, depth = end, 0


_DEPTH = {"(": 1, "[": 1, ")": -1, "]": -1}
_NEVER_LAST = frozenset("Lt Maj Brig Gen Col Capt Adm Sgt Dr Mr Mrs Ms Prof St Sen Rep Gov".split())
"""Abbreviations after whose full stop a sentence goes on: "Lt. Gen. Park"."""
LONGEST = 200
"""Tokens after which an open bracket no longer joins sentences: it was never closed."""


def _words(span: Iterable[Token], found: Sequence[Token], offset: int) -> Iterator[Word]:
    """The words of ``span``, a part of ``found``, the tokens of the whole segment."""
    group: list[Token] = []
    for token in span:
        if token.is_space:
            continue
        if group and (group[-1].spaced or not _joined(group, token)):
            yield _word(group, found, offset)
            group = []
        elif len(group) == 2 and group[0].text[0].isupper() and _two_names(group[0], token, found):
            yield _word(group[:1], found, offset)
            group = []
        elif len(group) == 2 and group[0].text[0].isupper() and _suffixed(group[0], token, found):
            yield _word(group[:1], found, offset)
            group = []
            continue
        if len(group) == 2 and _prefixed(group, token):
            group = []
        if not group and (token.spaced or token.i + 1 == len(found) or found[token.i + 1].text not in HYPHENS):
            yield _alone(token, found, offset)  # most are
        else:
            group.append(token)
    if group:
        yield _word(group, found, offset)


def _joined(group: list[Token], token: Token) -> bool:
    """Whether ``token``, with no space before it, goes on with the word: hyphens and what is behind them."""
    last = group[-1]
    if last.idx + len(last.text) != token.idx:
        return False
    if token.text in HYPHENS:
        return last.text[-1].isalnum() or last.text[-1] == "."
    return last.text in HYPHENS and len(group) > 1 and token.text[0].isalnum()


PREFIXES = frozenset("anti ex inter mid neo non post pre pro then trans".split())
"""Prefixes that stand with a hyphen before a whole name: "pro-Kremlin", "post-Cold War"."""
DIRECTIONS = frozenset(("North", "South", "East", "West"))
SUFFIXES = frozenset(("era", "style"))
"""Words that stand with a hyphen behind a whole name: "Cold War-era"."""


def _two_names(name: Token, token: Token, found: Sequence[Token]) -> bool:
    """Whether the hyphen joins two names of which one is longer: "U.S.-North Korean", "South Korea-Japan"."""
    before = found[name.i - 1].text if name.i else ""
    return token.text in DIRECTIONS or (before in DIRECTIONS and token.text[0].isupper())


def _suffixed(name: Token, token: Token, found: Sequence[Token]) -> bool:
    """Whether ``token`` behind the hyphen belongs to all of a longer name: "United Nations-authorized"."""
    if token.text in SUFFIXES:
        return True
    participle = token.text.endswith("ed") or token.text in ("led", "made", "run", "held", "built")
    before = found[name.i - 1] if name.i else None
    return participle and len(token.text) > 2 and before is not None and before.text[0].isupper() and (
        name.ent_iob == INSIDE or before.tag_ == "NNP"
    )  # fmt: skip


def _prefixed(group: list[Token], token: Token) -> bool:
    """Whether the group of two is only a prefix with its hyphen, and the name itself begins now."""
    return group[0].text in PREFIXES and group[1].text in HYPHENS and token.text[:1].isupper()


def _alone(token: Token, found: Sequence[Token], offset: int) -> Word:
    """The word that is one token."""
    lower, capital = _cased(token.text)
    entity = offset + _entity_number(token, found) if token.ent_type_ else -1
    end = token.idx + len(token.text)
    return Word(token.text, lower, token.tag_, token.ent_type_, entity, token.idx, end, capital)


def _word(group: list[Token], found: Sequence[Token], offset: int) -> Word:
    if len(group) > 1 and group[-1].text in HYPHENS:  # a dangling hyphen: "short- and long-range"
        group = group[:-1]
    first, last = group[0], group[-1]
    text, tag, label = first.text, last.tag_, first.ent_type_
    if len(group) > 1:
        text = "".join(token.text for token in group)
        if label and not last.ent_type_ and (label == "NORP" or not last.text[0].islower()):
            label = ""  # "Russian-made" is no Russian; but "Suk-yeol" is all of Yoon
        if first.tag_ in ("NNP", "NNPS") and last.text[0].islower() and label:
            tag = "NNP"
        elif tag in ("VBN", "VBD", "VBG"):
            tag = "JJ"
    entity = offset + _entity_number(first, found) if label else -1
    lower, capital = _cased(text)
    return Word(text, lower, tag, label, entity, first.idx, last.idx + len(last.text), capital)


@lru_cache(maxsize=200_000)
def _cased(text: str) -> tuple[str, bool]:
    """A word in small letters, and whether it starts like a name."""
    lower = fold_case(text) or text
    return lower, bool(_CAPITAL.match(text)) and lower != "i"


def _entity_number(token: Token, found: Sequence[Token]) -> int:
    """Number of the entity in its Doc: entities are non-overlapping, so its start names it."""
    index = token.i
    while index and found[index].ent_iob == INSIDE and token.i - index < MOST_WORDS:
        index -= 1
    return index


def _titled(words: tuple[Word, ...], segment: Segment) -> bool:
    """Title case or all capitals: nearly every longer word has a capital, and no full stop ends it."""
    content = [word for word in words if word.text[0].isalpha() and len(word.text) > 3]
    capitals = sum(word.capital for word in content)
    if segment.role == "heading":
        return len(content) < 2 or capitals >= 0.6 * len(content)
    if segment.role == "caption" or words[-1].text in (".", "?", "!", '"', "”"):
        return len(content) > 3 and all(word.text.isupper() for word in content)
    return len(content) > 3 and capitals == len(content)
