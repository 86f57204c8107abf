"""The quick yes: a rendering that stands in a translation letter by letter, where nobody could doubt it.

Most do, and asking the grammar of a language costs twenty times as much.  A "no" means nothing.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.languages.kanji import DERIVING, PEOPLE, TURNING

EDGES_KEPT = 10_000
"""Pairs of letters whose reading is remembered: those that a large catalog has around its terms."""
_PARTS_OF_WORDS = frozenset("-‐‑'’ʼ_&ー・\u0301")
_OF_A_LONGER_WORD = DERIVING | TURNING | {PEOPLE}
_AFTER_VOWEL, _AFTER_CONSONANT = frozenset("는가를와의에도만"), frozenset("은이을과의에도만")
"""Korean particles of one syllable; behind a noun of two syllables, and at the end of a word, they are nothing else."""


def plainly(rendering: str, text: str, language: str) -> bool:
    """Whether the text has the rendering as a whole word: between spaces and marks, in Japanese also between
    hiragana, in Korean also before a particle.
    """
    at = text.find(rendering)
    if at < 0 and rendering and rendering[0].islower():
        at = text.find(rendering[0].upper() + rendering[1:])  # as a sentence starts
    if at < 0 or not rendering:
        return False
    end = at + len(rendering)
    if language[:2] == "ja":
        return (not at or _starts(text[at - 1 : at + 1])) and (end == len(text) or _ends(text[end - 1 : end + 1]))
    before, after = text[at - 1 : at], text[end : end + 1]
    if before.isalnum() or before in _PARTS_OF_WORDS:
        return False
    if language[:2] == "ko" and "가" <= rendering[-1] <= "힣" and len(rendering) > 1:
        vowel = (ord(rendering[-1]) - 0xAC00) % 28 == 0
        end += after in (_AFTER_VOWEL if vowel else _AFTER_CONSONANT)
        after = text[end : end + 1]
    return not (after.isalnum() or after in _PARTS_OF_WORDS)


@lru_cache(maxsize=EDGES_KEPT)
def _starts(letters: str) -> bool:
    """Whether a Japanese word starts between two letters of a text."""
    return _apart(letters[0], letters[1])


@lru_cache(maxsize=EDGES_KEPT)
def _ends(letters: str) -> bool:
    """Whether a Japanese word ends between two letters of a text."""
    return _apart(letters[1], letters[0])


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
