"""English sounds in Hangul: 외래어 표기법, chapter 3, section 1 (National Institute of Korean Language)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.data.sounds import SHORT, VOWELS, Sound, is_vowel, quality_of, sounds

_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_NUCLEI = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_HANGUL_ONSET = {
    "B": "ㅂ", "CH": "ㅊ", "D": "ㄷ", "DH": "ㄷ", "F": "ㅍ", "G": "ㄱ", "HH": "ㅎ", "JH": "ㅈ", "K": "ㅋ", "L": "ㄹ",
    "M": "ㅁ", "N": "ㄴ", "P": "ㅍ", "R": "ㄹ", "S": "ㅅ", "SH": "ㅅ", "T": "ㅌ", "TH": "ㅅ", "V": "ㅂ", "Z": "ㅈ",
    "ZH": "ㅈ",
}  # fmt: skip
_HANGUL_VOWEL = {
    "a": "ㅏ", "ae": "ㅐ", "eo": "ㅓ", "o": "ㅗ", "e": "ㅔ", "er": "ㅓ", "i": "ㅣ", "i:": "ㅣ", "ou": "ㅗ",
    "u": "ㅜ", "u:": "ㅜ", "au": "ㅏㅜ", "ai": "ㅏㅣ", "ei": "ㅔㅣ", "oi": "ㅗㅣ",
}  # fmt: skip
_WITH_Y = {"ㅏ": "ㅑ", "ㅐ": "ㅒ", "ㅓ": "ㅕ", "ㅔ": "ㅖ", "ㅗ": "ㅛ", "ㅜ": "ㅠ", "ㅣ": "ㅣ"}
_WITH_W = {"ㅏ": "ㅘ", "ㅐ": "ㅙ", "ㅓ": "ㅝ", "ㅔ": "ㅞ", "ㅗ": "ㅝ", "ㅜ": "ㅜ", "ㅣ": "ㅟ"}


def hangul(word: str, arpabet: str) -> str:
    """The word in Hangul.

    >>> hangul("trump", "T R AH1 M P"), hangul("bartlett", "B AA1 R T L IH0 T"), hangul("warren", "W AO1 R AH0 N")
    ('트럼프', '바틀릿', '워런')
    """
    if re.match(r"ma?c[^ckq]", word) and re.match(r"M (?:AH|AE|IH)\d K ", arpabet):
        return "맥" + hangul(re.sub("^ma?c", "", word), arpabet.split(" ", 3)[3])  # as two words: 맥아더
    found = sounds(word, arpabet)
    out: list[list[str]] = []
    onset, glide = "", ""
    index = 0
    while index < len(found):
        name = found[index].name
        if name in VOWELS:
            _hangul_vowel(found, index, onset, glide, out)
            onset, glide = "", ""
        elif name in ("W", "Y"):
            if onset and (name == "Y" or onset in "ㅋㄱㅎ"):
                glide = name
            else:
                if onset:
                    out.append([onset, "ㅡ", " "])
                onset, glide = "", name
        elif is_vowel(found, index + 1) or (index + 1 < len(found) and found[index + 1].name in ("Y", "W")):
            onset = _HANGUL_ONSET.get(name, "")
            if name == "NG" and out:
                out[-1][2] = "ㅇ"
            if name == "L" and out and out[-1][2] == " ":
                out[-1][2] = "ㄹ"
            glide = "SH" if name == "SH" else ""
        else:
            index += _hangul_final(found, index, out)
        index += 1
    return "".join(_syllable(*parts) for parts in out)


def _hangul_vowel(found: Sequence[Sound], index: int, onset: str, glide: str, out: list[list[str]]) -> None:
    quality = quality_of(found, index)
    following = found[index + 1].name if index + 1 < len(found) else ""
    first, *rest = list(_HANGUL_VOWEL[quality])
    if quality == "eo" and not found[index].stressed and following == "L" and found[index].letters[:1] == "e":
        first = "ㅔ"
    if (
        (quality, found[index].letters) == ("eo", "o")
        and following == "N"
        and onset == "ㅅ"
        and index == len(found) - 2
    ):
        first = "ㅡ"  # 존슨
    if following == "R" and not is_vowel(found, index + 2) and quality in ("e", "i", "u", "i:", "u:"):
        rest = [*rest, "ㅓ"]
    if glide in ("Y", "SH"):
        first = _WITH_Y.get(first, first)
    elif glide == "W":
        first = _WITH_W.get(first, first)
    out.append([onset or "ㅇ", first, " "])
    out.extend(["ㅇ", vowel, " "] for vowel in rest)


def _hangul_final(found: Sequence[Sound], index: int, out: list[list[str]]) -> int:
    """Write a consonant before a consonant or at the end; gives the number of further phonemes it took along."""
    name = found[index].name
    following = found[index + 1].name if index + 1 < len(found) else ""
    open_syllable = bool(out) and out[-1][2] == " "
    after_vowel = is_vowel(found, index - 1)
    if name == "R":
        return 0
    if name in ("T", "D") and following in ("S", "Z") and not is_vowel(found, index + 2):
        out.append(["ㅊ" if name == "T" and following == "S" else "ㅈ", "ㅡ", " "])
        return 1
    short = after_vowel and (found[index - 1].name in SHORT or quality_of(found, index - 1) == "o")
    if name in ("P", "T", "K") and short and following not in ("L", "R", "M", "N") and open_syllable:
        out[-1][2] = {"P": "ㅂ", "T": "ㅅ", "K": "ㄱ"}[name]
    elif (
        name in ("M", "N", "NG", "L") and open_syllable and (after_vowel or found[index - 1].name == "R" or name == "L")
    ):
        out[-1][2] = {"M": "ㅁ", "N": "ㄴ", "NG": "ㅇ", "L": "ㄹ"}[name]
    elif name in ("CH", "JH", "ZH") or (name == "SH" and not following):
        out.append([_HANGUL_ONSET[name], "ㅣ", " "])
    elif name == "SH":
        out.append(["ㅅ", "ㅠ", " "])
    elif name in _HANGUL_ONSET:
        out.append([_HANGUL_ONSET[name], "ㅡ", " "])
    return 0


def _syllable(onset: str, nucleus: str, coda: str) -> str:
    return chr(0xAC00 + (_ONSETS.index(onset) * 21 + _NUCLEI.index(nucleus)) * 28 + _CODAS.index(coda))
