"""What a recognizer hands over: a stretch of a sentence with a kind and a reason."""

from __future__ import annotations

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
    features: dict[str, float] = field(default_factory=dict)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words it covers."""
        return self.sentence.words[self.start : self.end]

    @property
    def occurrence(self) -> Occurrence:
        """It as a use of its form, for the glossary."""
        return self.sentence.occurrence(self.start, self.end, self.surface or self.form)

    def covers(self, index: int) -> bool:
        """Whether the word ``index`` of the sentence belongs to it."""
        return self.start <= index < self.end
