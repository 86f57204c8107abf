"""The quick yes: a rendering that stands in a translation letter by letter, where nobody could doubt it.

Most do, and asking the grammar of a language costs twenty times as much.  A "no" means nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from glossary.languages.kanji import DERIVING, PEOPLE, TURNING

EDGES_KEPT = 10_000
"""Pairs of letters whose reading is remembered: those that a large catalog has around its terms."""
_PARTS_OF_WORDS = frozenset("-‐‑'’ʼ_&ー・\u0301")
_OF_A_LONGER_WORD = DERIVING | TURNING | {PEOPLE}
_AFTER_VOWEL, _AFTER_CONSONANT = frozenset("는가를와의에도만"), frozenset("은이을과의에도만")
"""Korean particles of one syllable; behind a noun of two syllables, and at the end of a word, they are nothing else."""


def plainly(language: str) -> Callable[[str, str], bool]:
    """A function of a rendering and a text: whether the text has the rendering as a whole word: between spaces and
    marks, in Japanese also between hiragana, in Korean also before a particle.
    """
    return {"ja": _in_japanese, "ko": _in_korean}.get(language[:2], _between_marks)


def _found(rendering: str, text: str) -> int:
    """Where a rendering stands in a text, perhaps with a capital letter, as a sentence starts; -1: nowhere."""
    at = text.find(rendering)
    if at < 0 and rendering and rendering[0].islower():
        return text.find(rendering[0].upper() + rendering[1:])
    return at if rendering else -1


def _in_japanese(rendering: str, text: str) -> bool:
    at = text.find(rendering)
    if at < 0 or not rendering:
        at = _found(rendering, text)
        if at < 0:
            return False
    end = at + len(rendering)
    if at and _JOINED[text[at - 1], text[at]]:
        return False
    return end == len(text) or not _JOINED[text[end], text[end - 1]]


def _between_marks(rendering: str, text: str) -> bool:
    at = _found(rendering, text)
    if at < 0:
        return False
    before, after = text[at - 1 : at], text[at + len(rendering) : at + len(rendering) + 1]
    return not (before.isalnum() or before in _PARTS_OF_WORDS or after.isalnum() or after in _PARTS_OF_WORDS)


def _in_korean(rendering: str, text: str) -> bool:
    at = _found(rendering, text)
    if at < 0:
        return False
    end = at + len(rendering)
    before, after = text[at - 1 : at], text[end : end + 1]
    if before.isalnum() or before in _PARTS_OF_WORDS:
        return False
    if after and "가" <= rendering[-1] <= "힣" and len(rendering) > 1:
        vowel = (ord(rendering[-1]) - 0xAC00) % 28 == 0
        if after in (_AFTER_VOWEL if vowel else _AFTER_CONSONANT):
            after = text[end + 1 : end + 2]
    return not (after.isalnum() or after in _PARTS_OF_WORDS)


class _Joined(dict[tuple[str, str], bool]):
    """Two letters, one beside the other → whether the first is part of a Japanese word with the second as its edge."""

    def __missing__(self, letters: tuple[str, str]) -> bool:
        if len(self) >= EDGES_KEPT:
            self.clear()
        self[letters] = found = not _apart(*letters)
        return found


_JOINED = _Joined()


def _apart(neighbor: str, edge: str) -> bool:
    """Whether a neighboring letter is no part of a Japanese word with such an edge letter."""
    if "ぁ" <= neighbor <= "ゖ":
        return not "ぁ" <= edge <= "ゖ"
    if not (neighbor.isalnum() or neighbor in _PARTS_OF_WORDS):
        return True
    if "一" <= edge <= "鿿":
        return ("ア" <= neighbor <= "ン" and neighbor not in "ッャュョ") or neighbor == "・" or _is_latin(neighbor)
    if "ァ" <= edge <= "ヺ" or edge == "ー":
        return ("一" <= neighbor <= "鿿" and neighbor not in _OF_A_LONGER_WORD) or _is_latin(neighbor)
    return False


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
