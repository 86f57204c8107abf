"""How a rendering is found in a translation: the verdict, the use, and what every matcher can do."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

Verdict = Literal["exact", "inflected", "variant", "inside", "adapted", "derived"]
"""How a rendering was found; a rendering that is found nowhere is missing.

exact: as the glossary writes it (spacing apart in Korean, case apart at the start of a sentence).
inflected: another form of the same word, or the word with a particle after it.
variant: the same word in another spelling (long vowel mark, middle dot, capital letters inside a name).
inside: part of a compound that speaks of the same thing (中国政府, 하위계정); a person may want to look.
adapted: the same notion as another part of speech, which grammar may ask for where English has a bare noun
(клавіатурне скорочення "keyboard shortcut", 거래하는, 国家的); a person may want to look.
derived: in a word made from it that means something else (フランス人, 거래처); as good as missing, except that the
translator plainly knew the rendering.
"""


class Use(NamedTuple):
    """One use of a rendering in a text."""

    start: int
    """Offset of its first character in the text as given (before any folding)."""
    end: int
    """Offset after its last character; a particle or a longer word around it is not included."""
    verdict: Verdict
    note: str = ""
    """What differs from the rendering, in a few words for people; empty when nothing does."""


class Matcher(Protocol):
    """Finds one rendering in texts of one language."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses in the order of the text, none overlapping another; cost linear in the text's length."""
        ...
