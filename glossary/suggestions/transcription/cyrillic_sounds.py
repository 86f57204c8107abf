"""Russian and Ukrainian Cyrillic taken apart into consonants and vowels, for scripts that write syllables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

VOICELESS = frozenset("пткфхсцчшщ")
VOICED_PAIRS = {"б": "п", "в": "ф", "г": "к", "д": "т", "ж": "ш", "з": "с"}
"""Voiced consonant → how it sounds before a voiceless one and at the end of a Russian word."""
_RUSSIAN = {"а": "a", "э": "e", "о": "o", "у": "u", "ы": "y", "и": "i", "я": "ya", "ё": "yo", "ю": "yu", "е": "ye"}
_UKRAINIAN = {"а": "a", "е": "e", "о": "o", "у": "u", "и": "y", "і": "i", "ї": "yi", "я": "ya", "ю": "yu", "є": "ye"}
_WESTERN = _UKRAINIAN | {"ъ": "eo"}
_GLIDES = {"а": "ya", "о": "yo", "у": "yu", "е": "ye"}
_CLUSTERS = (
    ("дз", "џ"), ("тс", "ц"), ("дс", "ц"), ("тц", "ц"), ("дц", "ц"), ("тч", "ч"), ("зш", "ш"), ("сш", "ш"),
    ("сч", "щ"), ("ъ", ""), ("дж", "џ"), ("'", ""),
)  # fmt: skip
"""Letters that are one sound together; џ stands for дж."""
_WESTERN_CLUSTERS = (("дж", "џ"), ("'", ""))
_DOUBLED = "нм"
"""Consonants that stay double where they are written so."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A consonant with the vowel after it."""

    consonant: str
    """A Cyrillic letter (џ for дж); empty before a bare vowel."""
    vowel: str
    """a e i o u y (Russian ы, Ukrainian и), ya ye yi yo yu, eo (the obscure vowel of western names), or j (й without
    a vowel after it); empty for none."""
    soft: bool = False
    """Whether a soft sign follows the consonant, and no vowel."""


@lru_cache(maxsize=20_000)
def sounds(word: str, language: str) -> tuple[Sound, ...]:
    """The sounds of a word in lower case; doubled consonants are single, except нн and мм.

    ``language`` is "ru", "uk", or "en" for a western name in Ukrainian letters.

    >>> [sound.consonant + sound.vowel for sound in sounds("тверь", "ru")]
    ['т', 'вye', 'р']
    """
    vowels = {"ru": _RUSSIAN, "uk": _UKRAINIAN, "en": _WESTERN}[language]
    for written, heard in _CLUSTERS if language != "en" else _WESTERN_CLUSTERS:
        word = word.replace(written, heard)
    found: list[Sound] = []
    place = 0
    while place < len(word):
        sound, length = _sound(word[place : place + 3], vowels, doubled="" if language == "en" else _DOUBLED)
        if sound is not None:
            found.append(sound)
        place += length
    return tuple(found)


def _sound(letters: str, vowels: Mapping[str, str], *, doubled: str) -> tuple[Sound | None, int]:
    """The sound that the next three letters begin with, and how many of them it takes; None for a silent letter."""
    letter, after, third = letters[0], letters[1:2], letters[2:3]
    if letter in vowels:
        return Sound("", vowels[letter]), 1
    if letter == "й":
        return (Sound("", _GLIDES[after]), 2) if after in _GLIDES else (Sound("", "j"), 1)
    if letter == "ь" or (letter == after and letter not in doubled):
        return None, 1
    if after == "ь":
        if third == "о":
            return Sound(letter, "yo"), 3
        return (Sound(letter, "i"), 2) if third in vowels else (Sound(letter, "", soft=True), 2)
    return (Sound(letter, vowels[after]), 2) if after in vowels else (Sound(letter, ""), 1)
