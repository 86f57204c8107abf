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
from glossary.suggestions.transcription.tables import rows

SURNAMES = frozenset(
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han "
    "tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du "
    "dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao "
    "meng long wan duan qian tao yin li xi lei chang bo hua ou geng guan zuo sima zhuge bao jiao qi you wen mu "
    "niu ge pang".split()
)
"""Frequent family names (by the Ministry of Public Security's counts of 2020 nine in ten people), and some of note."""
Triple = tuple[str, str, str]
"""What stands for a syllable or a part of it in Ukrainian, Korean and Japanese."""
_FIXED = {
    "uk": {"beijing": "Пекін", "nanjing": "Нанкін", "harbin": "Харбін", "hongkong": "Гонконг"},
    "ko": {"hongkong": "홍콩"},
    "ja": {},
}
"""Names of cities that are older than the systems."""
_BUZZED = frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))
"""Initials after which i is no i: 즈, чжи, ズー."""
_HUSHING = "жчш"
_IRREGULAR: dict[str, Triple] = {"hui": ("хуей", "후이", "フイ")}
_FLAT = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}
_FRONT = frozenset("jqx")
"""Initials after which u stands for ü."""
_TARGETS = ("uk", "ko", "ja")
_LONGEST = 6


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Triple]]:
    """``transcribe_pinyin.tsv``: part of the syllable ("initial", "final", "whole") → pinyin → its three cells."""
    table: dict[str, dict[str, Triple]] = {"initial": {}, "final": {}, "whole": {}}
    for part, pinyin, cyrillic, korean, kana in rows("transcribe_pinyin.tsv"):
        table[part][pinyin] = cyrillic, korean, kana
    return table


@lru_cache(maxsize=1)
def _syllables() -> dict[str, Triple]:
    """Pinyin syllable → Ukrainian, Hangul, katakana."""
    found = dict(_table()["whole"])
    for initial, (cyrillic, onset, row) in _table()["initial"].items():
        for final, (vowels, jamo, kana) in _table()["final"].items():
            if initial in _FRONT and final[0] in "uaoe":
                continue
            if final == "i" and initial in _BUZZED:
                column = 1 if row in _HUSHING else 2
                found[initial + final] = cyrillic + "и", compose(onset, "ㅡ"), ROWS[row][column] + "ー"
            else:
                written = final.replace("ü", "u") if initial in _FRONT else final
                found[initial + written] = cyrillic + vowels, _hangul(onset, jamo), _kana(row, kana)
    return found | _IRREGULAR


def _hangul(onset: str, jamo: str) -> str:
    vowel = _FLAT.get(jamo[0], jamo[0]) if onset in "ㅈㅊㅉ" else jamo[0]
    coda = jamo[1:2] if jamo[1:2] in ("ㄴ", "ㅇ") else ""
    return compose(onset, vowel, coda) + jamo[1 + len(coda) :]


def _kana(row: str, final: str) -> str:
    columns = ROWS[row]
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
