"""English sounds in Ukrainian letters: Український правопис (2019), §§ 121–140."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.data.sounds import VOWELS, Sound, quality_of, sounds

_CYRILLIC = {
    "B": "б", "CH": "ч", "D": "д", "DH": "з", "F": "ф", "G": "г", "HH": "г", "JH": "дж", "K": "к", "L": "л",
    "M": "м", "N": "н", "NG": "нг", "P": "п", "R": "р", "S": "с", "SH": "ш", "T": "т", "TH": "т", "V": "в",
    "W": "в", "Y": "й", "Z": "з", "ZH": "ж",
}  # fmt: skip
_CYRILLIC_VOWEL = {
    "a": "а", "ae": "е", "eo": "а", "o": "о", "e": "е", "er": "ер", "i": "і", "i:": "і", "ou": "о", "u": "у",
    "u:": "у", "au": "ау", "ai": "ай", "ei": "ей", "oi": "ой",
}  # fmt: skip
_IOTATED = {"йа": "я", "йу": "ю", "йе": "є", "йо": "йо", "йі": "ї"}


def cyrillic(word: str, arpabet: str) -> str:
    """The word in Ukrainian letters, lower case.

    >>> cyrillic("duncan", "D AH1 NG K AH0 N"), cyrillic("woodward", "W UH1 D W AO2 R D")
    ('данкан', 'вудворд')
    """
    found = sounds(word, arpabet)
    out = ""
    for index, sound in enumerate(found):
        following = found[index + 1].name if index + 1 < len(found) else ""
        if sound.name not in VOWELS:
            letter = "н" if sound.name == "NG" and following in ("K", "G") else _CYRILLIC[sound.name]
            soft = sound.name == "L" and following and following not in VOWELS and following not in ("L", "Y")
            out += letter * 2 if _doubled(word, sound.name, found, index) else letter + ("ь" if soft else "")
            continue
        quality = quality_of(found, index)
        text = _CYRILLIC_VOWEL[quality]
        if quality == "eo" and not sound.stressed:
            text = {"a": "а", "e": "е", "i": "і", "o": "о", "u": "у"}.get(sound.letters[:1], "а")
        if quality == "er" and sound.letters[:1] in ("o", "u", "a"):
            text = {"o": "ор", "u": "ер", "a": "ар"}[sound.letters[0]]
        if quality == "er" and following == "R":
            text = text[:-1]
        out += "е" if index == 0 and text == "е" else text
    for old, new in _IOTATED.items():
        out = re.sub(rf"(?<![бпвмфгкхжчшр]){old}|(?<=[бпвмфгкхжчшр]){old}", new, out)
    out = re.sub(r"^мек(?=[а-я]{2})", "мак", out) if word.startswith(("mc", "mac")) else out
    return re.sub(r"(?<=[аеоуиі])і", "ї", re.sub(r"(?<=[тднслз])ь?(?=ю)", "ь", out)).replace("ьью", "ью")


def _doubled(word: str, name: str, found: Sequence[Sound], index: int) -> bool:
    """Is the consonant written twice in the word, and only there?  Proper names keep that (§ 128)."""
    letter = {"K": "c"}.get(name, name.casefold())
    alone = sum(sound.name == name for sound in found) == 1
    return len(letter) == 1 and letter * 2 in word and alone and index > 0
