"""Doc → sentences of words: the small view of a spaCy Doc that every recognizer reads.

Hyphenated parts are one word ("Suk-yeol", "live-fire"), because a name or a term is never half of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.candidates.lexicon import lexicon
from glossary.candidates.tokens import INSIDE, Token, spans, tokens
from glossary.languages.english import fold_case, singular
from glossary.model import Location, Occurrence, Role, Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING = frozenset("“ ” \" ' ‘ ( - – — • © * `` ''".split())
HYPHENS = frozenset("-‐‑")
_CAPITAL = re.compile(r"(?:(?:a[lsnt]|ash|el|ul|ad|ar|az)-)?(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]|[a-z0-9]{1,2}[A-Z]|\d+[A-Z])")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri "
    "sat sun am pm a.m p.m a.m. p.m. gmt utc".split()
)


MOST_WORDS = 400
"""Words in a sentence; the longest in news have about 150. What runs on is no prose, and is cut."""
_NAMES_TOO = frozenset("march april may june august sat sun wed mon jan mar dec am".split())
"""Calendar words that are also names or plain words: the recognizer's DATE decides."""


@dataclass(frozen=True, slots=True)
class Word:
    """One written word, possibly hyphenated, or one mark."""

    text: str
    lower: str
    """Case-folded, straight quotes."""
    tag: str
    """Penn Treebank tag of its last part."""
    label: str
    """Entity label that the statistical recognizer gave; empty outside entities."""
    entity: int
    """Number of that entity in the document; -1 outside."""
    start: int
    end: int
    """Offsets in the segment's text."""
    capital: bool
    """Starts like a name: capital letter, digits and capital ("38North"), one small letter ("iPhone")."""

    @property
    def shouted(self) -> bool:
        """All capitals, two or more of them ("NATO", "UNSCRs", "G7", "F-16")."""
        letters = self.text[:-1] if self.text.endswith("s") and len(self.text) > 3 else self.text
        return len(letters) > 1 and letters.upper() == letters and any(c.isalpha() for c in letters)

    @property
    def calendar(self) -> bool:
        """A month, a weekday or part of a time of day."""
        name = self.lower.rstrip(".")
        return self.capital and name in _CALENDAR and (name not in _NAMES_TOO or self.label in ("DATE", "TIME"))

    @property
    def honorific(self) -> bool:
        """A style before a name, "Mr", "Dr.", "Gen." (but not "Gen", a given name)."""
        return self.capital and self.text.lower() in lexicon().honorifics

    @property
    def noun(self) -> bool:
        """Tagged as a noun, common or proper."""
        return self.tag.startswith("NN")

    @property
    def base(self) -> str:
        """Lower-case singular."""
        return singular(self.lower)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a segment."""

    words: tuple[Word, ...]
    segment: Segment
    start: int
    end: int
    number: int
    """Of the sentence in its document, from 0."""
    titled: bool
    """A heading or headline in which capitals tell nothing about names."""

    @property
    def text(self) -> str:
        """As written, in one line."""
        return self.segment.text[self.start : self.end].strip()

    @property
    def role(self) -> Role:
        """Of its segment."""
        return self.segment.role

    def slice(self, start: int, end: int) -> str:
        """Text of ``words[start:end]`` as written."""
        return self.segment.text[self.words[start].start : self.words[end - 1].end]

    def occurrence(self, start: int, end: int, form: str = "") -> Occurrence:
        """The use of ``words[start:end]``, under ``form`` where it is not simply their text."""
        line = self.segment.line_at(self.words[start].start)
        return Occurrence(
            Location(self.segment.location.path, line), form or self.slice(start, end), self.text, self.segment.role
        )

    def opens(self, index: int) -> bool:
        """Whether the word only follows marks since the sentence, a quotation or a clause began."""
        before = index - 1
        while before >= 0 and self.words[before].text in _OPENING:
            if self.words[before].text == "(":
                return True
            before -= 1
        marks = (":", ".", "!", "?", "…", "...", ";") + ((",",) if before < index - 1 else ())
        return before < 0 or self.words[before].text in marks


def sentences(analyzed: Iterable[tuple[Segment, Doc]]) -> tuple[Sentence, ...]:
    """All sentences of one document, in reading order."""
    found: list[Sentence] = []
    entities = 0
    for segment, doc in analyzed:
        written = tokens(doc)
        for span in spans(written, [span.end for span in doc.sents]):
            whole = tuple(_words(span, written, entities))
            for start in range(0, len(whole), MOST_WORDS):
                words = whole[start : start + MOST_WORDS]
                found.append(
                    Sentence(words, segment, words[0].start, words[-1].end, len(found), _titled(words, segment))
                )
        entities += len(doc.ents)
    return tuple(found)


def _words(span: Iterable[Token], found: Sequence[Token], offset: int) -> Iterator[Word]:
    """The words of ``span``, a part of ``found``, the tokens of the whole segment."""
    group: list[Token] = []
    for token in span:
        if token.is_space:
            continue
        if group and not _joined(group, token):
            yield _word(group, found, offset)
            group = []
        elif len(group) == 2 and group[0].text[0].isupper() and _two_names(group[0], token, found):
            yield _word(group[:1], found, offset)
            group = []
        elif len(group) == 2 and group[0].text[0].isupper() and _suffixed(group[0], token, found):
            yield _word(group[:1], found, offset)
            group = []
            continue
        if _prefixed(group, token):
            group = []
        group.append(token)
    if group:
        yield _word(group, found, offset)


def _joined(group: list[Token], token: Token) -> bool:
    last = group[-1]
    if last.spaced or last.idx + len(last.text) != token.idx:
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
    """Whether the group is only a prefix, and the name itself begins now."""
    return len(group) == 2 and group[0].text in PREFIXES and group[1].text in HYPHENS and token.text[:1].isupper()


def _word(group: list[Token], found: Sequence[Token], offset: int) -> Word:
    if len(group) > 1 and group[-1].text in HYPHENS:  # a dangling hyphen: "short- and long-range"
        group = group[:-1]
    first, last = group[0], group[-1]
    text = first.text if len(group) == 1 else "".join(token.text for token in group)
    label = first.ent_type_
    if len(group) > 1 and label and not last.ent_type_ and (label == "NORP" or not last.text[0].islower()):
        label = ""  # "Russian-made" is no Russian; but "Suk-yeol" is all of Yoon
    tag = "JJ" if len(group) > 1 and last.tag_ in ("VBN", "VBD", "VBG") else last.tag_
    if len(group) > 1 and first.tag_ in ("NNP", "NNPS") and last.text[0].islower() and label:
        tag = "NNP"
    entity = offset + _entity_number(first, found) if label else -1
    lower = fold_case(text) or text
    capital = bool(_CAPITAL.match(text)) and lower != "i"
    return Word(text, lower, tag, label, entity, first.idx, last.idx + len(last.text), capital)


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
