"""Doc → sentences of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from glossary.candidates.tokens import spans, words_of
from glossary.candidates.words import LONGEST, Sentence, Word
from glossary.model import Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc


def sentences(analyzed: Iterable[tuple[Segment, Doc]]) -> tuple[Sentence, ...]:
    """All sentences of one document, in reading order."""
    found: list[Sentence] = []
    entities = 0
    for segment, doc in analyzed:
        for span in spans(doc):
            whole = tuple(words_of(span, entities))
            for start in range(0, len(whole), LONGEST):
                words = whole[start : start + LONGEST]
                found.append(
                    Sentence(words, segment, words[0].start, words[-1].end, len(found), _titled(words, segment))
                )
        entities += len(doc.ents)
    return tuple(found)


def _titled(words: tuple[Word, ...], segment: Segment) -> bool:
    """Title case or all capitals: nearly every longer word has a capital, and no full stop ends it."""
    content = [word for word in words if word.text[0].isalpha() and len(word.text) > 3]
    capitals = sum(word.capital for word in content)
    if segment.role == "heading":
        return len(content) < 2 or capitals >= 0.6 * len(content)
    if segment.role == "caption" or words[-1].text in (".", "?", "!", '"', "”"):
        return len(content) > 3 and all(word.text.isupper() for word in content)
    return len(content) > 3 and capitals == len(content)
