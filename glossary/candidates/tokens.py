"""A spaCy Doc as plain values, taken out at once: asking its tokens one by one costs five times as much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ATTRIBUTES: list[int | str] = ["ORTH", "TAG", "ENT_TYPE", "ENT_IOB", "IDX", "SPACY", "IS_SPACE"]
INSIDE = 1
"""``ent_iob`` of a token inside an entity that began before it (spaCy's number for "I")."""


class Token(NamedTuple):
    """What the recognizers read of a spaCy token, under spaCy's names."""

    i: int
    text: str
    tag_: str
    ent_type_: str
    ent_iob: int
    """0 unset, 1 inside an entity, 2 outside, 3 at its beginning."""
    idx: int
    """Offset of its first character in the segment's text."""
    spaced: bool
    """Whether a space follows."""
    is_space: bool


def tokens(doc: Doc) -> list[Token]:
    """All tokens of ``doc``."""
    orths, tags, labels, iobs, offsets, spaced, space = doc.to_array(_ATTRIBUTES).T.tolist()
    strings = doc.vocab.strings
    text = {number: strings[number] if number else "" for number in {*orths, *tags, *labels}}
    words = ([text[number] for number in numbers] for numbers in (orths, tags, labels))
    columns = (range(len(orths)), *words, iobs, offsets, map(bool, spaced), map(bool, space))
    return list(map(Token._make, zip(*columns, strict=True)))
