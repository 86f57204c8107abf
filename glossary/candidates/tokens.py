"""A spaCy Doc as plain values, taken out at once: asking its tokens one by one costs five times as much."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.strings import StringStore
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
    strings = doc.vocab.strings
    return [
        Token(i, _text(strings, orth), _text(strings, tag), _text(strings, entity), iob, idx, spaced == 1, space == 1)
        for i, (orth, tag, entity, iob, idx, spaced, space) in enumerate(doc.to_array(_ATTRIBUTES).tolist())
    ]


@lru_cache(maxsize=200_000)
def _text(strings: StringStore, number: int) -> str:
    return strings[number] if number else ""
