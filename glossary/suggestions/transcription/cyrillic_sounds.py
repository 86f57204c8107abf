"""Russian and Ukrainian Cyrillic taken apart into consonants and vowels, for scripts that write syllables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

VOICELESS = frozenset("пткфхсцчшщ")
VOICED_PAIRS = {"б": "п", "в": "ф", "г": "к", "д": "т", "ж": "ш", "з": "с"}
"""Voiced consonant → how it sounds before a voiceless one and at the end of a Russian word."""
_RUSSIAN = {"а": "a", "э": "e", "о": "o", "у": "u", "ы": "y", "и": "i", "я": "ya", "ё": "yo", "ю": "yu", "е": "ye"}
_UKRAINIAN = {"а": "a", "е": "e", "о": "o", "у": "u", "и": "y", "і": "i", "ї": "yi", "я": "ya", "ю": "yu", "є": "ye"}
_GLIDES = {"а": "ya", "о": "yo", "у": "yu", "е": "ye"}
_CLUSTERS = (
    ("дз", "џ"), ("тс", "ц"), ("дс", "ц"), ("тц", "ц"), ("дц", "ц"), ("тч", "ч"), ("ъ", ""), ("зш", "ш"), ("сш", "ш"),
    ("сч", "щ"), ("дж", "џ"), ("'", ""),
)  # fmt: skip
"""Letters that are one sound together; џ stands for дж."""
_DOUBLED = "нм"
"""Consonants that stay double where they are written so."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A consonant with the vowel after it."""

    consonant: str
    """A Cyrillic letter (џ for дж); empty before a bare vowel."""
    vowel: str
    """a e i o u y (Russian ы, Ukrainian и), ya ye yi yo yu, or j (й without a vowel after it); empty for none."""
    soft: bool = False
    """Whether a soft sign follows the consonant, and no vowel."""


@lru_cache(maxsize=20_000)
def sounds(word: str, language: str) -> tuple[Sound, ...]:
    """The sounds of a word in lower case; ``language`` is "ru" or "uk". Doubled consonants
    are single, except нн and мм.

    >>> [sound.consonant + sound.vowel for sound in sounds("тверь", "ru")]
    ['т', 'вye', 'р']
    """
    vowels = _RUSSIAN if language == "ru" else _UKRAINIAN
    for written, heard in _CLUSTERS:
        word = word.replace(written, heard)
    found: list[Sound] = []
    place = 0
    while place < len(word):
        letter, after = word[place], word[place + 1 : place + 2]
        place += 1
        if letter in vowels:
            found.append(Sound("", vowels[letter]))
        elif letter == "й" and after in _GLIDES and after:
            found.append(Sound("", _GLIDES[after]))
            place += 1
        elif letter == "й":
            found.append(Sound("", "j"))
        elif letter != "ь" and (letter != after or letter in _DOUBLED):
            found.append(Sound(letter, ""))
            if after == "ь" and word[place + 1 : place + 2] == "о":
                found[-1] = Sound(letter, "yo")
                place += 2
            elif after == "ь" and word[place + 1 : place + 2] in vowels and place + 1 < len(word):
                found[-1] = Sound(letter, "i")
                place += 1
            elif after == "ь":
                found[-1] = Sound(letter, "", soft=True)
                place += 1
            elif after in vowels and after:
                found[-1] = Sound(letter, vowels[after])
                place += 1
    return tuple(found)
