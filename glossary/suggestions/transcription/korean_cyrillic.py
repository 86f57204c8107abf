"""Hangul in Ukrainian letters: the Kontsevich system (L. R. Kontsevich, rules of 1966) in Ukrainian spelling.

Ukrainian newsrooms write the syllables of a person's name apart (Кім Йо Чжон) and those of a place together
(Пхунгері).  ㅓ and ㅗ are both о, ㅡ is и, ㅢ ий or і; ㅈ between voiced sounds is чж in the older practice and дж
in the newer one, which places mostly follow.
"""

from __future__ import annotations

from itertools import pairwise

from glossary.suggestions.transcription.hangul import decompose, is_syllable

FIXED = {
    "김정은": "Кім Чен Ин", "김정일": "Кім Чен Ір", "김일성": "Кім Ір Сен", "김정남": "Кім Чен Нам",
    "김정철": "Кім Чен Чхоль", "이승만": "Лі Син Ман", "노태우": "Ро Де У", "로태우": "Ро Де У",
    "서울": "Сеул", "평양": "Пхеньян", "조선": "Чосон", "금강산": "Кимгансан", "제주": "Чеджу",
}  # fmt: skip
"""Renderings older than the system, which newsrooms keep."""
_FAMILIES = {"이": ("Лі", "І"), "리": ("Рі", "Лі"), "최": ("Чхве", "Цой"), "임": ("Ім", "Лім"), "노": ("Но", "Ро")}
"""Family names with a rendering of their own, the most usual first; 이 keeps the Лі of 李 as Kontsevich lists it."""
_ONSETS = dict(zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
                   "к кк н т тт р м п пп с сс - ч чч чх кх тх пх х".split(), strict=True))  # fmt: skip
_VOICED = {"ㄱ": "г", "ㄷ": "д", "ㅂ": "б"}
_BARE_VOWELS = dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
                        "а е я є о е йо є о ва ве ве йо у во ве ві ю и ий і".split(), strict=True))  # fmt: skip
_VOWELS = _BARE_VOWELS | {"ㅕ": "ьо", "ㅛ": "ьо", "ㅖ": "е", "ㅢ": "і"}
_CODAS = {"": "", "ㄱ": "к", "ㄲ": "к", "ㅋ": "к", "ㄴ": "н", "ㄹ": "ль", "ㅁ": "м", "ㅂ": "п", "ㅍ": "п", "ㅇ": "н"}
_STOP = "т"
"""Every other coda."""
_SONORANT = frozenset(("", "ㄴ", "ㄹ", "ㅁ", "ㅇ"))
"""Codas after which a plain onset is voiced; the empty one is a vowel."""
_MEETING = {
    "ㄱㄴ": "нн", "ㄱㅁ": "нм", "ㄱㄹ": "нн", "ㅂㄴ": "мн", "ㅂㅁ": "мм", "ㅂㄹ": "мн", "ㄷㄴ": "нн", "ㅅㄴ": "нн",
    "ㅅㅁ": "нм",
    "ㄴㄹ": "лл", "ㄹㄴ": "лл", "ㄹㄹ": "лл", "ㅁㄹ": "мн", "ㅇㄹ": "нн", "ㄹㅎ": "рх", "ㄱㅇ": "г", "ㅂㅇ": "б",
    "ㄹㅇ": "р",
    "ㅅㅇ": "с", "ㄷㅇ": "д", "ㄱㄱ": "кк", "ㅂㅂ": "пп",
}  # fmt: skip
"""Coda and onset that change each other inside a word (Kontsevich's table of consonants at the border)."""


def person(hangul: str, family: int) -> tuple[str, ...]:
    """A person's name, best first; the first ``family`` syllables are the family name."""
    if hangul in FIXED:
        return (FIXED[hangul],)
    given = [_apart(hangul, place, "чж") for place in range(family, len(hangul))]
    newer = [_apart(hangul, place, "дж") for place in range(family, len(hangul))]
    names = _FAMILIES.get(hangul[:family], (_together(hangul[:family]).capitalize(),))
    return tuple(" ".join((name, *parts)) for name in names for parts in (given, newer))


def place(hangul: str) -> tuple[str, ...]:
    """A place's name, best first."""
    if hangul in FIXED:
        return (FIXED[hangul],)
    word = _together(hangul).capitalize()
    return (word, word.replace("дж", "чж"))


def _apart(hangul: str, position: int, voiced: str) -> str:
    """The syllable at ``position`` as a word of its own, its onset voiced by the syllable before it."""
    onset, vowel, coda = decompose(hangul[position])
    before = decompose(hangul[position - 1])[2]
    first = _onset(onset, before, voiced)
    return (first + _vowel(onset, vowel) + _CODAS.get(coda, _STOP)).capitalize()


def _together(hangul: str) -> str:
    """Syllables written as one word."""
    parts = [decompose(syllable) for syllable in hangul if is_syllable(syllable)]
    word = ""
    for (onset, vowel, coda), (following, _, _) in pairwise([*parts, ("", "", "")]):
        if not word:
            word = _ONSETS[onset].strip("-")
        word += _vowel(onset, vowel) if onset != "ㅇ" or not word else _joined(word, vowel)
        met = _MEETING.get(coda + following)
        if met is not None:
            word += met
        elif following:
            word += _CODAS.get(coda, _STOP) + _onset(following, coda, "дж")
        else:
            word += _CODAS.get(coda, _STOP)
    return word


def _joined(word: str, vowel: str) -> str:
    """The vowel of an onsetless syllable inside a word: after the consonant that moved over, as after its own."""
    return (_BARE_VOWELS if word[-1] in "аеиіоуєюяйн" else _VOWELS)[vowel]


def _onset(onset: str, before: str, voiced: str) -> str:
    """An onset after the coda ``before`` (empty: a vowel)."""
    if before in _SONORANT and (onset in _VOICED or onset == "ㅈ"):
        return _VOICED.get(onset, voiced)
    return _ONSETS[onset].strip("-")


def _vowel(onset: str, vowel: str) -> str:
    """A vowel after its onset; ㅖ keeps its glide after ㅎ (Пак Кин Хє)."""
    if onset == "ㅇ" or (onset == "ㅎ" and vowel == "ㅖ"):
        return _BARE_VOWELS[vowel]
    return _VOWELS[vowel]
