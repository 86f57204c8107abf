"""Chinese names in pinyin, written in Ukrainian letters, Hangul and katakana.

Ukrainian: the Palladius system (Palladius 1888) in Ukrainian letters; Korean: 중국어의 주음 부호와 한글 대조표
(orthography of loanwords, table 5, Ministry notice 85-11); katakana by sound, which newspapers print only beside the
characters.  Other romanizations (Wade–Giles, Cantonese) are not read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from glossary.suggestions.transcription.cyrillic_kana import ROWS
from glossary.suggestions.transcription.hangul import compose

_FIXED = {"uk": {"beijing": "Пекін", "nanjing": "Нанкін", "harbin": "Харбін", "hongkong": "Гонконг"}, "ko": {}, "ja": {}}
"""Names of cities that are older than the systems."""
_FINALS = {
    "a": ("а", "ㅏ", "a"), "o": ("о", "ㅗ", "o"), "e": ("е", "ㅓ", "o"), "ai": ("ай", "ㅏ이", "aイ"), "ei": ("ей", "ㅔ이", "eイ"),
    "ao": ("ао", "ㅏ오", "aオ"), "ou": ("оу", "ㅓ우", "oウ"), "an": ("ань", "ㅏㄴ", "aン"), "en": ("ень", "ㅓㄴ", "eン"),
    "ang": ("ан", "ㅏㅇ", "aン"), "eng": ("ен", "ㅓㅇ", "oン"), "ong": ("ун", "ㅜㅇ", "oン"), "i": ("і", "ㅣ", "i"),
    "ia": ("я", "ㅑ", "Ya"), "ie": ("є", "ㅖ", "iエ"), "iao": ("яо", "ㅑ오", "Yaオ"), "iu": ("ю", "ㅠ", "Yuウ"), "ian": ("янь", "ㅖㄴ", "iエン"),
    "in": ("інь", "ㅣㄴ", "iン"), "iang": ("ян", "ㅑㅇ", "Yaン"), "ing": ("ін", "ㅣㅇ", "iン"), "iong": ("юн", "ㅠㅇ", "Yoン"),
    "u": ("у", "ㅜ", "u"), "ua": ("уа", "ㅘ", "uア"), "uo": ("о", "ㅝ", "uオ"), "uai": ("уай", "ㅘ이", "uアイ"), "ui": ("уй", "ㅜ이", "uイ"),
    "uan": ("уань", "ㅘㄴ", "uアン"), "un": ("унь", "ㅜㄴ", "uン"), "uang": ("уан", "ㅘㅇ", "uアン"), "ü": ("юй", "ㅟ", "Yu"),
    "üe": ("юе", "ㅞ", "Yuエ"), "üan": ("юань", "ㅟ안", "Yuアン"), "ün": ("юнь", "ㅟㄴ", "Yuン"),
}  # fmt: skip
"""Final → Ukrainian, jamo (vowel, coda, further syllables), column of the kana (Y: with small ya, yu, yo) and the rest."""
_INITIALS = {
    "b": ("б", "ㅂ", "б"), "p": ("п", "ㅍ", "п"), "m": ("м", "ㅁ", "м"), "f": ("ф", "ㅍ", "ф"), "d": ("д", "ㄷ", "д"), "t": ("т", "ㅌ", "т"),
    "n": ("н", "ㄴ", "н"), "l": ("л", "ㄹ", "л"), "g": ("г", "ㄱ", "г"), "k": ("к", "ㅋ", "к"), "h": ("х", "ㅎ", "х"), "j": ("цз", "ㅈ", "ж"),
    "q": ("ц", "ㅊ", "ч"), "x": ("с", "ㅅ", "ш"), "zh": ("чж", "ㅈ", "ж"), "ch": ("ч", "ㅊ", "ч"), "sh": ("ш", "ㅅ", "ш"), "r": ("ж", "ㄹ", "р"),
    "z": ("цз", "ㅉ", "з"), "c": ("ц", "ㅊ", "ц"), "s": ("с", "ㅆ", "с"),
}  # fmt: skip
"""Initial → Ukrainian, Hangul onset, row of the kana (named by the Cyrillic letter, see ``cyrillic_kana``)."""
_BARE = {
    "a": ("а", "아", "ア"), "o": ("о", "오", "オ"), "e": ("е", "어", "オ"), "ai": ("ай", "아이", "アイ"), "ei": ("ей", "에이", "エイ"),
    "ao": ("ао", "아오", "アオ"), "ou": ("оу", "어우", "オウ"), "an": ("ань", "안", "アン"), "en": ("ень", "언", "エン"),
    "ang": ("ан", "앙", "アン"), "eng": ("ен", "엉", "オン"), "er": ("ер", "얼", "アル"), "yi": ("і", "이", "イー"), "ya": ("я", "야", "ヤー"),
    "ye": ("є", "예", "イエ"), "yao": ("яо", "야오", "ヤオ"), "you": ("ю", "유", "ヨウ"), "yan": ("янь", "옌", "イエン"), "yin": ("інь", "인", "イン"),
    "yang": ("ян", "양", "ヤン"), "ying": ("ін", "잉", "イン"), "yong": ("юн", "융", "ヨン"), "wu": ("у", "우", "ウー"), "wa": ("ва", "와", "ワー"),
    "wo": ("во", "워", "ウオ"), "wai": ("вай", "와이", "ワイ"), "wei": ("вей", "웨이", "ウェイ"), "wan": ("вань", "완", "ワン"),
    "wen": ("вень", "원", "ウェン"), "wang": ("ван", "왕", "ワン"), "weng": ("вен", "웡", "ウォン"), "yu": ("юй", "위", "ユー"),
    "yue": ("юе", "웨", "ユエ"), "yuan": ("юань", "위안", "ユアン"), "yun": ("юнь", "윈", "ユン"),
}  # fmt: skip
_BUZZED = {"zh": "ㅡ", "ch": "ㅡ", "sh": "ㅡ", "r": "ㅡ", "z": "ㅡ", "c": "ㅡ", "s": "ㅡ"}
"""Initials after which i is no i: 즈, чжи, ズー."""
_FLAT = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}
_FRONT = frozenset("jqx")
"""Initials after which u stands for ü."""
_TARGETS = ("uk", "ko", "ja")
_LONGEST = 6


@lru_cache(maxsize=1)
def _syllables() -> dict[str, tuple[str, str, str]]:
    """Pinyin syllable → Ukrainian, Hangul, katakana."""
    found = dict(_BARE)
    for initial, (cyrillic, onset, row) in _INITIALS.items():
        for final, (vowels, jamo, kana) in _FINALS.items():
            written = final.replace("ü", "u") if initial in _FRONT else final
            if initial in _FRONT and (final.startswith("u") or final[0] in "aoe"):
                continue
            if final == "i" and initial in _BUZZED:
                found[initial + final] = (cyrillic + "и", compose(onset, "ㅡ"), ROWS[row].split()[1 if row in "жчш" else 2] + "ー")
            else:
                found[initial + written] = (_cyrillic(cyrillic, vowels), _hangul(onset, jamo), _kana(row, kana))
    found["hui"] = ("хуей", "후이", "フイ")
    return found


def _cyrillic(initial: str, final: str) -> str:
    return initial + final


def _hangul(onset: str, jamo: str) -> str:
    vowel = _FLAT.get(jamo[0], jamo[0]) if onset in "ㅈㅊㅉ" else jamo[0]
    coda = jamo[1:2] if jamo[1:2] in ("ㄴ", "ㅇ") else ""
    return compose(onset, vowel, coda) + jamo[1 + len(coda) :]


def _kana(row: str, final: str) -> str:
    columns = ROWS[row].split()
    if final.startswith("Y"):
        return columns[{"a": 5, "u": 6, "o": 7}[final[1]]] + final[2:]
    return columns["aiueo".index(final[0])] + final[1:]


@lru_cache(maxsize=20_000)
def syllables(word: str) -> tuple[str, ...]:
    """The pinyin syllables of one word, tone marks dropped; empty when it is not pinyin.

    >>> syllables("Jinping"), syllables("Xi'an"), syllables("Tsai")
    (('jin', 'ping'), ('xi', 'an'), ())
    """
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", word.lower().replace("’", "'"))
        if not unicodedata.combining(letter) or letter == "\u0308"
    )  # fmt: skip
    return _cut(unicodedata.normalize("NFC", plain).replace("-", "'"))


def _cut(letters: str) -> tuple[str, ...]:
    """The longest syllables first, as the apostrophe rule of pinyin supposes."""
    for end in range(min(_LONGEST, len(letters)), 0, -1):
        if letters[:end] in _syllables():
            rest = letters[end:]
            if not rest:
                return (letters,)
            after = rest.removeprefix("'")
            if after and (rest[0] == "'" or after[0] not in "aeo"):
                tail = _cut(after)
                if tail:
                    return (letters[:end], *tail)
    return ()


def _write(word: str, target: str) -> str:
    """One word; empty when it is not pinyin."""
    column = _TARGETS.index(target)
    parts = [_syllables()[syllable][column] for syllable in syllables(word)]
    text = parts[0] if parts else ""
    for part in parts[1:]:
        text += "'" + part if target == "uk" and text[-1] == "н" and re.match("[аеоєюяі]", part) else part
    return text.capitalize() if target == "uk" else text


def person(name: str, target: str) -> tuple[str, ...]:
    """A person's name, family first as English texts write it; empty when it is not pinyin."""
    tokens = name.split()
    words = [_write(token, target) for token in tokens]
    if not 1 <= len(tokens) <= 3 or not all(words):
        return ()
    return ({"uk": " ", "ko": "", "ja": "・"}[target].join(words),)


def place(name: str, target: str) -> tuple[str, ...]:
    """A place's name; empty when it is not pinyin."""
    fixed = _FIXED[target].get(name.lower().replace(" ", ""))
    words = [_write(token, target) for token in name.split()]
    return (fixed,) if fixed else ("".join(words).capitalize(),) if all(words) else ()
