"""The quick yes: a rendering that stands in a translation letter by letter, where nobody could doubt it.

Most do, and asking the grammar of a language costs twenty times as much.  A "no" means nothing.
"""

from __future__ import annotations

_PARTS_OF_WORDS = frozenset("-‐‑'’ʼ_&ー・\u0301")
_PARTICLES = frozenset("은는이가을를의에로와과도만")
"""Korean particles of one syllable; behind a noun of two syllables and at the end of a word they are nothing else."""


def plainly(rendering: str, text: str, language: str) -> bool:
    """Whether the text has the rendering as a whole word: between spaces and marks, in Japanese also between
    hiragana, in Korean also before a particle.
    """
    at = text.find(rendering)
    if at < 0 or not rendering:
        return False
    end = at + len(rendering)
    before, after = text[at - 1 : at], text[end : end + 1]
    if language[:2] == "ja":
        return _ends(before, rendering[0]) and _ends(after, rendering[-1])
    if before.isalnum() or before in _PARTS_OF_WORDS:
        return False
    if language[:2] == "ko" and after in _PARTICLES and len(rendering) > 1:
        end += 1
        after = text[end : end + 1]
    return not (after.isalnum() or after in _PARTS_OF_WORDS)


def _ends(neighbor: str, edge: str) -> bool:
    """Whether a Japanese word ends between an edge letter of its own and a neighboring one."""
    if "ぁ" <= neighbor <= "ゖ":
        return not "ぁ" <= edge <= "ゖ"
    if "一" <= edge <= "鿿" and ("ア" <= neighbor <= "ン" or (neighbor.isascii() and neighbor.isalnum())):
        return neighbor not in "ッャュョ"
    return not (neighbor.isalnum() or neighbor in _PARTS_OF_WORDS)
