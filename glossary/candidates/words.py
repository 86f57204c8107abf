"""The small view of a spaCy Doc that every recognizer reads: sentences of words.

Hyphenated parts are one word ("Suk-yeol", "live-fire"), because a name or a term is never half of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from glossary.candidates.lexicon import lexicon
from glossary.languages.english import singular
from glossary.model import Location, Occurrence, Role, Segment

_OPENING = frozenset("“ ” \" ' ‘ ( - – — • © * `` ''".split())
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri "
    "sat sun am pm a.m p.m a.m. p.m. gmt utc".split()
)
_NAMES_TOO = frozenset("march april may june august sat sun wed mon jan mar dec am".split())
"""Calendar words that are also names or plain words: the recognizer's DATE decides."""


class Word(NamedTuple):
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
    text: str
    """As written, in one line; one value, for all that is found in it is handed over and stored with it."""

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
