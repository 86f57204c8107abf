"""What a recognizer hands over: a stretch of a sentence with a kind and a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from glossary.candidates.words import Sentence, Word
from glossary.model import Kind, Occurrence, Relation

__all__ = ["Mention", "replace"]


@dataclass(frozen=True, slots=True)
class Mention:
    """``sentence.words[start:end]`` names something."""

    sentence: Sentence
    start: int
    end: int
    kind: Kind | None
    """None while open: decided over the whole document."""
    recognizer: str
    why: str
    form: str
    """The form that stands for it, e.g. without the country in "Russian President"."""
    subkind: str = ""
    score: float = 1.0
    surface: str = ""
    """The form as written, with country and complement, where that differs from ``form``."""
    relations: tuple[Relation, ...] = ()
    features: Mapping[str, float] = field(default_factory=dict)

    def settled(self, kind: Kind, subkind: str, why: str, features: Mapping[str, float]) -> Mention:
        """It once the document has decided its kind: ``replace``, which is slow, for what there are most of."""
        return Mention(
            self.sentence, self.start, self.end, kind, self.recognizer, why, self.form, subkind, self.score,
            self.surface, self.relations, features,
        )  # fmt: skip

    @property
    def words(self) -> tuple[Word, ...]:
        """The words it covers."""
        return self.sentence.words[self.start : self.end]

    @property
    def occurrence(self) -> Occurrence:
        """It as a use of its form, for the glossary."""
        return self.sentence.occurrence(self.start, self.end, self.surface or self.form)
