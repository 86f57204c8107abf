"""English sounds in katakana: the common practice of newsrooms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.data.sounds import SHORT, VOWELS, Sound, is_vowel, quality_of, sounds

_KANA_ROWS = {
    "": "アイウエオ", "B": "バビブベボ", "D": "ダディドゥデド", "F": "ファフィフフェフォ", "G": "ガギグゲゴ",
    "HH": "ハヒフヘホ", "JH": "ジャジジュジェジョ", "CH": "チャチチュチェチョ", "K": "カキクケコ", "L": "ラリルレロ",
    "M": "マミムメモ", "N": "ナニヌネノ", "P": "パピプペポ", "S": "サシスセソ", "SH": "シャシシュシェショ",
    "T": "タティトゥテト", "V": "バビブベボ", "W": "ワウィウウェウォ", "Y": "ヤイユイェヨ", "Z": "ザジズゼゾ",
}  # fmt: skip
_SAME_ROW = {"DH": "Z", "TH": "S", "R": "L", "ZH": "JH"}
_KANA_VOWEL = {
    "a": "ア", "ae": "ア", "eo": "ア", "o": "オ", "e": "エ", "er": "アー", "i": "イ", "i:": "イー", "ou": "オー",
    "u": "ウ", "u:": "ウー", "au": "アウ", "ai": "アイ", "ei": "エイ", "oi": "オイ",
}  # fmt: skip
_KANA_ALONE = {
    "B": "ブ", "CH": "チ", "D": "ド", "F": "フ", "G": "グ", "HH": "フ", "JH": "ジ", "K": "ク", "L": "ル", "M": "ム",
    "N": "ン", "NG": "ング", "P": "プ", "S": "ス", "SH": "シュ", "T": "ト", "V": "ブ", "Z": "ズ",
}  # fmt: skip


_AFTER_N = frozenset("P B T D K G S Z CH JH F SH".split())
_DOUBLED = frozenset("P T K CH JH SH".split())
"""Consonants that a short vowel doubles at the end of a word: ッ."""


def katakana(word: str, arpabet: str) -> str:
    """The word in katakana.

    >>> katakana("scott", "S K AA1 T"), katakana("trump", "T R AH1 M P"), katakana("barker", "B AA1 R K ER0")
    ('スコット', 'トランプ', 'バーカー')
    """
    found = sounds(word, arpabet)
    out, onset = "", ""
    for index, sound in enumerate(found):
        following = found[index + 1].name if index + 1 < len(found) else ""
        name = _SAME_ROW.get(sound.name, sound.name)
        if sound.name in VOWELS:
            out += _kana(onset, _kana_vowel(found, index))
            onset = ""
        elif name == "Y" and (onset.endswith(" Y") or not is_vowel(found, index + 1)):
            continue
        elif sound.name == "NG" and is_vowel(found, index + 1):
            out, onset = f"{out}ン", "G"
        elif is_vowel(found, index + 1):
            onset = name
        elif following == "Y" and name != "W":
            onset = f"{name} Y"
        else:
            out += _alone(found, index, long=out.endswith("ー"))
    return out


def _alone(found: Sequence[Sound], index: int, *, long: bool) -> str:
    """A consonant before a consonant or at the end; ``long``: behind ー."""
    name = _SAME_ROW.get(found[index].name, found[index].name)
    following = found[index + 1].name if index + 1 < len(found) else ""
    before = found[index - 1] if index else Sound("", False, "")
    if found[index].name == "R":
        return "" if long else "ア" if before.name in ("EH", "IH", "UH", "IY", "UW") else "ー"
    if name == "T" and following == "S" and not is_vowel(found, index + 2):
        return "ツ"
    if name == "S" and before.name == "T" and not following:
        return ""
    if name in ("M", "N", "NG") and following in _AFTER_N:
        return "ン"
    short = before.name in SHORT or (before.name in VOWELS and quality_of(found, index - 1) == "o")
    doubled = name in _DOUBLED and short and following in ("", "S") and not long
    return ("ッ" if doubled else "") + _KANA_ALONE.get(name, "")


def _kana_vowel(found: Sequence[Sound], index: int) -> str:
    """The vowel with its length."""
    sound = found[index]
    following = found[index + 1].name if index + 1 < len(found) else ""
    if sound.name == "AH" and not sound.stressed:
        return {"a": "ア", "e": "エ", "i": "イ", "o": "オ", "u": "ア", "y": "イ"}.get(sound.letters[:1], "ア")
    if sound.name == "AO" and (following == "R" or sound.letters[:2] in ("au", "aw", "oa", "a")):
        return "オー"
    return _KANA_VOWEL[quality_of(found, index)]


def _kana(onset: str, vowel: str) -> str:
    """A consonant, or one with Y (ヒュ), with its vowel."""
    first, rest = vowel[0], vowel[1:]
    at = "アイウエオ".index(first)
    if onset.endswith(" Y"):
        base = _row(onset[:-2])[1]
        return base + "ャィュェョ"[at] + rest
    return _row(onset)[at] + rest


def _row(onset: str) -> list[str]:
    """The five kana of a consonant."""
    return re.findall(r".[ァィゥェォャュョ]?", _KANA_ROWS.get(onset, _KANA_ROWS[""]))
