"""English pronunciations (ARPABET, as in CMUdict) → Hangul, katakana and Ukrainian letters, for ``compile_names``.

Hangul: 외래어 표기법, chapter 3, section 1 (National Institute of Korean Language).  Ukrainian: Український правопис
(2019), §§ 121–140.  Katakana: the common practice of newsrooms.  An unstressed vowel is written after the letter
that stands for it ("Robinson": ㅣ), which is custom in all three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
SHORT = frozenset("AE AH EH IH UH".split())


class Sound(NamedTuple):
    """One phoneme."""

    name: str
    """ARPABET without stress."""
    stressed: bool
    letters: str
    """For a vowel, the letters that stand for it; empty where they cannot be told."""


def sounds(word: str, arpabet: str) -> list[Sound]:
    """Phonemes of ``word``, vowels with their letters where word and pronunciation have as many vowel groups."""
    phones = arpabet.split()
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouy])e(?=s?$)", "", word.casefold()))
    count = sum(phone[:2] in VOWELS for phone in phones)
    letters = iter(groups if len(groups) == count else [""] * count)
    found = [Sound(p.rstrip("012"), p[-1:] in "12", next(letters) if p[:2] in VOWELS else "") for p in phones]
    linked: list[Sound] = []
    for index, sound in enumerate(found):
        linked.append(sound)
        if sound.name == "ER" and is_vowel(found, index + 1):
            linked.append(Sound("R", False, ""))
    if word.startswith("mc") and len(linked) > 1 and linked[1].name == "AH":
        linked[1] = Sound("AE", True, "a")
    if linked[-1].name == "AH" and word[-1:] in "ao":
        linked[-1] = linked[-1]._replace(letters=word[-1])
    if linked[-1].name == "Z" and word[-1:] == "s":
        linked[-1] = Sound("S", False, "")
    return linked


def is_vowel(found: Sequence[Sound], index: int) -> bool:
    """Is there a vowel at that place of the word?"""
    return 0 <= index < len(found) and found[index].name in VOWELS


def quality_of(found: Sequence[Sound], index: int) -> str:
    """The vowel as all three languages take it: "a", "o", "e", "i", "u", "ae", "eo" or a phoneme's name."""
    sound = found[index]
    if sound.name == "AA":
        return "o" if sound.letters.startswith("o") else "a"
    if sound.name == "EH" and sound.letters == "a":
        return "ae"
    if sound.name == "AH" and not sound.stressed:
        last = index == len(found) - 1
        by_letter = {"a": "a" if last else "eo", "i": "i", "y": "i", "e": "eo", "o": "eo", "u": "eo"}
        return by_letter.get(sound.letters[:1], "eo")
    return {"AE": "ae", "AH": "eo", "AO": "o", "EH": "e", "ER": "er", "IH": "i", "IY": "i:", "OW": "ou", "UH": "u",
            "UW": "u:", "AW": "au", "AY": "ai", "EY": "ei", "OY": "oi"}[sound.name]  # fmt: skip
