"""Hangul in katakana, as Japanese newsrooms write Korean persons: family and given name apart by ``・``.

Plain onsets are voiced between voiced sounds, also across the dot (キム・ジョンウン, but パク・クネ), and a consonant
under a syllable moves over to a vowel that follows inside the given name (ソン・ソッキ, キム・ヨナ).  Kanji, which
newspapers print first, cannot be derived.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from glossary.suggestions.transcription.hangul import decompose

_ROWS = {
    "ㄱ": "カ キ ク ケ コ", "ㄱ+": "ガ ギ グ ゲ ゴ", "ㄴ": "ナ ニ ヌ ネ ノ", "ㄷ": "タ ティ トゥ テ ト",
    "ㄷ+": "ダ ディ ドゥ デ ド",
    "ㄹ": "ラ リ ル レ ロ", "ㅁ": "マ ミ ム メ モ", "ㅂ": "パ ピ プ ペ ポ", "ㅂ+": "バ ビ ブ ベ ボ",
    "ㅅ": "サ シ ス セ ソ",
    "ㅇ": "ア イ ウ エ オ", "ㅈ": "チャ チ チュ チェ チョ", "ㅈ+": "ジャ ジ ジュ ジェ ジョ", "ㅎ": "ハ ヒ フ ヘ ホ",
}  # fmt: skip
_COLUMNS = {onset: tuple(row.split()) for onset, row in _ROWS.items()}
"""Onset (+ voiced) → a i u e o."""
_AS = {"ㄲ": "ㄱ", "ㅋ": "ㄱ", "ㄸ": "ㄷ", "ㅌ": "ㄷ", "ㅃ": "ㅂ", "ㅍ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ", "ㅊ": "ㅈ"}
"""Aspirated and tense onsets, which katakana does not tell apart and which are never voiced."""
_VOWELS = {"ㅏ": 0, "ㅣ": 1, "ㅜ": 2, "ㅡ": 2, "ㅐ": 3, "ㅔ": 3, "ㅓ": 4, "ㅗ": 4}
_GLIDES = {"ㅑ": "ャ", "ㅒ": "ェ", "ㅕ": "ョ", "ㅖ": "ェ", "ㅛ": "ョ", "ㅠ": "ュ"}
_BARE_GLIDES = {"ㅑ": "ヤ", "ㅒ": "イェ", "ㅕ": "ヨ", "ㅖ": "イェ", "ㅛ": "ヨ", "ㅠ": "ユ"}
_ROUNDED = {"ㅘ": "ァ", "ㅙ": "ェ", "ㅚ": "ェ", "ㅝ": "ォ", "ㅞ": "ェ", "ㅟ": "ィ", "ㅢ": "ィ"}
_BARE_ROUNDED = {"ㅘ": "ワ", "ㅙ": "ウェ", "ㅚ": "ウェ", "ㅝ": "ウォ", "ㅞ": "ウェ", "ㅟ": "ウィ", "ㅢ": "ウィ"}
_CODAS = {
    "": "",
    "ㄱ": "ク",
    "ㄲ": "ク",
    "ㅋ": "ク",
    "ㄴ": "ン",
    "ㄹ": "ル",
    "ㅁ": "ム",
    "ㅂ": "プ",
    "ㅍ": "プ",
    "ㅇ": "ン",
}
_STOP = "ッ"
_SONORANT = frozenset(("", "ㄴ", "ㄹ", "ㅁ", "ㅇ"))
_MOVES = frozenset("ㄱㄴㄹㅁㅂ")
"""Codas that move over to a following vowel."""
_BLENDS = frozenset("ㄴㄹㅁ")
"""Codas that swallow a following ㅎ."""
_NASAL = {"ㄱ": "ㅇ", "ㅂ": "ㅁ", "ㄷ": "ㄴ", "ㅅ": "ㄴ"}
_Jamo = tuple[str, str, str, bool]
"""Onset, vowel, coda, and whether the onset is voiced."""


def person(hangul: str, family: int) -> tuple[str, ...]:
    """A person's name, best first; the first ``family`` syllables are the family name."""
    name = _kana(hangul[:family], "ㄱ", blend=False)
    if len(hangul) == family:
        return (name,)
    before = decompose(hangul[family - 1])[2]
    given = (_kana(hangul[family:], before, blend=blend) for blend in (False, True))
    return tuple(f"{name}・{part}" for part in given)


def place(hangul: str) -> tuple[str, ...]:
    """A place's name, best first."""
    return tuple(_kana(hangul, "ㄱ", blend=blend) for blend in (False, True))


def _kana(hangul: str, before: str, *, blend: bool) -> str:
    """Syllables of one word after the coda ``before`` (a stop: nothing is voiced); ``blend``: ㅎ falls silent."""
    jamo: list[_Jamo] = []
    for onset, vowel, coda in map(decompose, hangul):
        last = jamo[-1][2] if jamo else before
        if jamo:
            last, onset = _meet(last, onset, blend=blend)  # noqa: PLW2901 — the onset as it is heard
            jamo[-1] = (*jamo[-1][:2], last, jamo[-1][3])
        jamo.append((onset, vowel, coda, _is_voiced(last, onset, vowel, bool(jamo))))
    return "".join(_syllable(*each, following[0]) for each, following in pairwise([*jamo, ("", "", "", False)]))


def _is_voiced(coda: str, onset: str, vowel: str, inside: bool) -> bool:
    """Whether an onset after ``coda`` is written voiced."""
    if onset not in "ㄱㄷㅂㅈ" or (onset == "ㄱ" and vowel in _ROUNDED):
        return False
    if coda == "ㄹ":
        return True
    return coda in _SONORANT or (inside and coda == "ㄱ")


def _meet(coda: str, onset: str, *, blend: bool) -> tuple[str, str]:
    """Coda and onset of two syllables in one word as they are heard."""
    if (onset == "ㅇ" and coda in _MOVES) or (blend and onset == "ㅎ" and coda in _BLENDS):
        return "", coda + "+" if coda in "ㄱㅂ" else coda
    if onset == "ㄹ" and coda in _NASAL:
        return _NASAL[coda], "ㄴ"
    if onset in ("ㄴ", "ㅁ") and coda in _NASAL:
        return _NASAL[coda], onset
    return coda, onset


def _syllable(onset: str, vowel: str, coda: str, voiced: bool, following: str) -> str:
    """One syllable; ``following`` is the next onset, empty at the end of the word."""
    row = _COLUMNS[_AS.get(onset, onset) + ("+" if voiced else "")]
    end = _CODAS.get(coda, _STOP if following else "ッ")
    if vowel in _VOWELS:
        return row[_VOWELS[vowel]] + end
    if vowel in _GLIDES:
        return _glided(onset, row, vowel) + end
    if onset == "ㅇ":
        return _BARE_ROUNDED[vowel] + end
    if vowel == "ㅢ":
        return row[1] + end
    if onset in ("ㅈ", "ㅊ") and vowel in ("ㅚ", "ㅙ", "ㅞ"):
        return row[3] + end
    return row[2] + _ROUNDED[vowel] + end


def _glided(onset: str, row: Sequence[str], vowel: str) -> str:
    """A vowel with a y before it."""
    if onset == "ㅇ":
        return _BARE_GLIDES[vowel]
    if vowel in ("ㅖ", "ㅒ"):
        return row[3]
    if onset[0] in "ㅈㅊㅉ":
        return row[{"ㅑ": 0, "ㅕ": 4, "ㅛ": 4, "ㅠ": 2}[vowel]]
    return row[1][0] + _GLIDES[vowel]
