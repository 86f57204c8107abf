"""Russian and Ukrainian Cyrillic in Hangul: the official tables of loanword orthography.

Russian: 러시아어 표기법 (Ministry of Culture notice 2005-32, chapter 3, section 21).  Ukrainian has no table of its
own; the National Institute of Korean Language writes its places by the Russian one with the sounds of Ukrainian
(2022: 키이우, 하르키우, 르비우, 오데사): и is 이, г is ㅎ, в at the end of a syllable 우.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from glossary.suggestions.transcription.cyrillic_sounds import VOICED_PAIRS, VOICELESS, Sound, sounds
from glossary.suggestions.transcription.hangul import close, compose, is_open

_VOWELS = {
    "a": "ㅏ", "e": "ㅔ", "eo": "ㅓ", "i": "ㅣ", "o": "ㅗ", "u": "ㅜ", "y": "ㅣ", "ya": "ㅑ", "ye": "ㅖ", "yi": "ㅣ",
    "yo": "ㅛ", "yu": "ㅠ", "j": "ㅣ",
}  # fmt: skip
_ONSETS = {
    "б": "ㅂ", "в": "ㅂ", "г": "ㄱ", "ґ": "ㄱ", "д": "ㄷ", "ж": "ㅈ", "з": "ㅈ", "к": "ㅋ", "л": "ㄹ", "м": "ㅁ",
    "н": "ㄴ", "п": "ㅍ",
    "р": "ㄹ", "с": "ㅅ", "т": "ㅌ", "ф": "ㅍ", "х": "ㅎ", "ц": "ㅊ", "ч": "ㅊ", "ш": "ㅅ", "щ": "ㅅ", "џ": "ㅈ",
    "ў": "ㅇ", "ҥ": "ㄱ",
}  # fmt: skip
_FLAT = {"ㅑ": "ㅏ", "ㅠ": "ㅜ", "ㅛ": "ㅗ", "ㅖ": "ㅔ"}
_IOTATED = {flat: iotated for iotated, flat in _FLAT.items()}
_CODAS = {"п": "ㅂ", "ф": "ㅂ", "в": "ㅂ", "т": "ㅅ", "к": "ㄱ"}
"""Consonants that close an open syllable before a voiceless one (section 21, paragraph 1)."""
_SONORANTS = {"л": "ㄹ", "м": "ㅁ", "н": "ㄴ", "ҥ": "ㅇ"}
_ROUNDED = {"ㅏ": "ㅘ", "ㅔ": "ㅞ", "ㅣ": "ㅟ", "ㅗ": "ㅝ", "ㅓ": "ㅝ"}
"""Vowels after the w of western names."""
_FILLED = {
    "б": "브", "в": "브", "г": "그", "ґ": "그", "д": "드", "ж": "즈", "з": "즈", "к": "크", "п": "프", "р": "르",
    "с": "스", "т": "트",
    "ф": "프", "х": "흐", "ц": "츠", "ч": "치", "ш": "시", "щ": "시", "м": "므", "н": "느", "л": "르", "џ": "지",
    "ў": "우", "ҥ": "응",
}  # fmt: skip
"""Consonants that make a syllable of their own, with the vowel that fills it."""
_TOWN = ("град", "город")
"""Second halves of town names, 그라드 and 고로드 although their last sound is voiceless (paragraph 3)."""


@lru_cache(maxsize=20_000)
def write(word: str, language: str) -> str:
    """One Cyrillic word in lower case in Hangul; ``language`` is "ru" or "uk".

    >>> write("хабаровск", "ru"), write("харків", "uk")
    ('하바롭스크', '하르키우')
    """
    text = ""
    if language == "ru":
        word = word.replace("нн", "н").replace("мм", "м")
    parts = sounds(word, language)
    for place, sound in enumerate(parts):
        if sound.vowel:
            text = _syllable(text, sound, parts[place - 1] if place else None, language)
        else:
            text = _closed(text, parts[place:], language, voiced_end=word.endswith(_TOWN))
    return text


def _syllable(text: str, sound: Sound, before: Sound | None, language: str) -> str:
    """A consonant and a vowel; what lengthens an i before it (-ий, -ии) is not written."""
    vowel = _VOWELS[sound.vowel]
    if not sound.consonant:
        if before is not None and before.vowel in ("i", "y") and sound.vowel in ("i", "j"):
            return text
        return text + compose("ㅇ", vowel)
    if sound.consonant in "шщ":
        vowel = _IOTATED.get(vowel, vowel)
    elif sound.consonant in "жзцчџ" or vowel == "ㅖ":
        vowel = _FLAT.get(vowel, vowel)
    if sound.consonant == "ў":
        vowel = _ROUNDED.get(vowel, vowel)
    if sound.consonant == "л" and is_open(text):
        text = close(text, "ㄹ")
    onset = "ㅎ" if language == "uk" and sound.consonant == "г" else _ONSETS[sound.consonant]
    return text + compose(onset, vowel)


def _closed(text: str, parts: Sequence[Sound], language: str, *, voiced_end: bool) -> str:
    """The consonant that begins ``parts``, which no vowel follows."""
    letter, soft = parts[0].consonant, parts[0].soft
    following = parts[1].consonant if len(parts) > 1 else ""
    if letter in _SONORANTS and is_open(text):
        return close(text, _SONORANTS[letter])
    if soft and language == "ru" and letter not in "лмншщжч":
        return text + compose(_ONSETS[letter], "ㅣ")
    if language == "uk" and letter in "вг":
        return text + ("흐" if letter == "г" else "우" if is_open(text) or not text else "브")
    if language == "ru" and (following in VOICELESS or (not following and len(parts) == 1 and not voiced_end)):
        letter = VOICED_PAIRS.get(letter, letter)
    if following in VOICELESS and letter in _CODAS and is_open(text):
        return close(text, _CODAS[letter])
    return text + _FILLED[letter]
