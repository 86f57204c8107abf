"""Hangul syllables taken apart and put together (Unicode 15.1, section 3.12: conjoining jamo behavior)."""

from __future__ import annotations

from functools import lru_cache

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = 0xAC00, 0xD7A3
_PER_ONSET = len(VOWELS) * len(CODAS)


def is_syllable(character: str) -> bool:
    """Whether ``character`` is one precomposed Hangul syllable."""
    return len(character) == 1 and _FIRST <= ord(character) <= _LAST


def compose(onset: str, vowel: str, coda: str = "") -> str:
    """The syllable of three compatibility jamo; ``coda`` may be empty.

    >>> compose("ㄱ", "ㅣ", "ㅁ")
    '김'
    """
    index = ONSETS.index(onset) * _PER_ONSET + VOWELS.index(vowel) * len(CODAS) + CODAS.index(coda)
    return chr(_FIRST + index)


@lru_cache(maxsize=2048)
def decompose(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda of one syllable; the coda of an open one is empty.

    >>> decompose("김")
    ('ㄱ', 'ㅣ', 'ㅁ')
    """
    index = ord(syllable) - _FIRST
    vowel, coda = divmod(index % _PER_ONSET, len(CODAS))
    return ONSETS[index // _PER_ONSET], VOWELS[vowel], CODAS[coda]


def close(text: str, coda: str) -> str:
    """``text`` with ``coda`` under its last syllable; that syllable must be open.

    >>> close("사포", "ㄹ")
    '사폴'
    """
    onset, vowel, _ = decompose(text[-1])
    return text[:-1] + compose(onset, vowel, coda)


def is_open(text: str) -> bool:
    """Whether ``text`` ends in a Hangul syllable without coda, so that one may still be put under it."""
    return bool(text) and is_syllable(text[-1]) and not decompose(text[-1])[2]
