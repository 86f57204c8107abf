"""Numbers that texts spell out: what words, kanji, Hangul and Roman numerals of a text may stand for.

Used to excuse a number in digits that the other text lacks, so a word that only may be a number counts as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from glossary.checks import months
from glossary.expressions import expression

_ENGLISH_UNITS = {
    "zero": 0, "nil": 0, "no": 0, "none": 0, "one": 1, "once": 1, "single": 1, "first": 1, "two": 2, "twice": 2,
    "second": 2, "seconds": 2, "both": 2, "pair": 2, "couple": 2, "double": 2, "doubled": 2, "twin": 2, "twins": 2,
    "duo": 2, "three": 3, "third": 3, "thirds": 3, "triple": 3, "tripled": 3, "trio": 3, "thrice": 3, "treble": 3,
    "four": 4, "fourth": 4, "fourths": 4, "quarter": 4, "quarters": 4, "quadruple": 4, "semifinal": 4, "semifinals": 4,
    "five": 5, "fifth": 5, "fifths": 5, "six": 6, "sixth": 6, "seven": 7, "seventh": 7, "eight": 8, "eighth": 8,
    "quarterfinal": 8, "quarterfinals": 8, "nine": 9, "ninth": 9, "ten": 10, "tenth": 10, "decade": 10, "decades": 10,
    "tens": 10, "teen": 10, "teens": 10, "teenage": 10, "teenager": 10, "teenagers": 10, "eleven": 11, "eleventh": 11,
    "twelve": 12, "twelfth": 12, "dozen": 12, "dozens": 12, "noon": 12, "midnight": 12, "midday": 12, "thirteen": 13,
    "thirteenth": 13, "fourteen": 14, "fourteenth": 14, "fortnight": 14, "fifteen": 15, "fifteenth": 15, "sixteen": 16,
    "sixteenth": 16, "seventeen": 17, "seventeenth": 17, "eighteen": 18, "eighteenth": 18, "nineteen": 19,
    "nineteenth": 19,
}  # fmt: skip
_ENGLISH_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "twenties": 20, "thirties": 30,
    "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
SCALES: Mapping[str, int] = {
    "hundred": 100, "hundreds": 100, "hundredth": 100, "century": 100, "centuries": 100, "centennial": 100,
    "centenary": 100, "thousand": 1000, "thousands": 1000, "k": 1000, "million": 10**6, "millions": 10**6, "m": 10**6,
    "mn": 10**6, "mln": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
    "trillions": 10**12, "tn": 10**12,
}  # fmt: skip
_MONTHS = expression(
    r"\b(?:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)(?:ch)?|(apr)(?:il)?|(may)|(june?)|(july?)|(aug)(?:ust)?|(sept?)(?:ember)?"
    r"|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)\b",
    re.IGNORECASE,
)
_MONTHS_STARTS = frozenset(map(str.lower, months.SHORT))
_WORD = expression(r"[a-z]+")
_HALVES = {"half": 0.5, "halves": 0.5, "halftime": 0.5}


def english(text: str) -> set[float]:
    """What the words of an English text may stand for: twenty-five, March (3), a decade (10), both (2)."""
    values: set[float] = {1}
    total = 0.0
    words = _WORD.findall(text.lower())
    for word in words:
        if word in _ENGLISH_UNITS:
            total += _ENGLISH_UNITS[word]
            values |= {_ENGLISH_UNITS[word], total}
        elif word in _ENGLISH_TENS:
            total += _ENGLISH_TENS[word]
            values |= {_ENGLISH_TENS[word], total}
        elif word in SCALES:
            total = (total or 1) * SCALES[word]
            values |= {SCALES[word], total}
        else:
            if word in _HALVES:
                values |= {0.5, 2, 30, 50}
            if word != "and":
                total = 0
    if not _MONTHS_STARTS.isdisjoint([word[:3] for word in words]):
        values.update([match.lastindex or 0 for match in _MONTHS.finditer(text)])
    if 4 in values:
        values |= {0.25, 15, 25}
    if 12 in values:
        values |= {0, 24}
    return values


_KANJI = {letter: value for value, letter in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2, "双": 2, "半": 0}
_KANJI_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_HANGUL = {letter: value for value, letter in enumerate("영일이삼사오육칠팔구")} | {"공": 0, "양": 2}
HANGUL_SCALES: Mapping[str, int] = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_NATIVE = {
    "한": 1, "하나": 1, "첫": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5,
    "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12, "열세": 13, "열네": 14,
    "열다섯": 15, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80,
    "아흔": 90, "반": 0.5, "절반": 0.5, "정오": 12, "자정": 12, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6,
    "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15, "하루": 1, "수십": 10,
}  # fmt: skip
_UKRAINIAN: tuple[tuple[str, float], ...] = (
    (r"од[ие]н\b|\bодн|перш", 1), (r"\bдв[аоі]|двом|двох|друг|обид|обо[хє]|пар[аиу]|удвіч|вдвіч|подвій", 2),
    (r"\bтр[иьо]|трет|троє|потрій|втрич", 3), (r"чотир|четвер|чверт", 4), (r"п.?ят", 5), (r"шіст|шест|шост", 6),
    (r"\bсім|сьом|семи|семер", 7), (r"вісім|восьм", 8), (r"дев.?ят", 9), (r"десят", 10), (r"одинадцят", 11),
    (r"дванадцят|дюжин|півд|полуд|опівноч", 12), (r"тринадцят", 13), (r"чотирнадцят", 14), (r"п.ятнадцят", 15),
    (r"шістнадцят", 16), (r"сімнадцят", 17), (r"вісімнадцят", 18), (r"дев.ятнадцят", 19), (r"двадцят", 20),
    (r"тридцят", 30), (r"сорок", 40), (r"п.ятдесят", 50), (r"шістдесят", 60), (r"сімдесят", 70),
    (r"вісімдесят", 80), (r"дев.яност", 90), (r"\bсто\b|\bста\b|сот[еіїоня]|столітн", 100), (r"тисяч", 1000),
    (r"мільйон", 10**6), (r"мільярд", 10**9), (r"половин|\bпів", 0.5), (r"нуль|нул[яюі]|жодн", 0),
)  # fmt: skip


@lru_cache(maxsize=1)
def _ukrainian() -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern), value) for pattern, value in _UKRAINIAN)


_ROMAN = expression(r"(?<![A-Za-z])[IVXLCІХС]{1,7}(?![A-Za-z])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "І": 1, "Х": 10, "С": 100}
"""With the Cyrillic letters that Ukrainian writers type for them."""


def spelled(text: str, language: str) -> set[float]:
    """What the words of a translation may stand for."""
    values: set[float] = set()
    code = language[:2]
    if code == "ja":
        for match in re.finditer("[〇零一二三四五六七八九両双半十百千万億兆]+", text):
            values |= set(_positional(match[0], _KANJI, _KANJI_SCALES))
    elif code == "ko":
        for match in re.finditer("[영공일이삼사오육칠팔구양십백천만억조]+", text):
            values |= set(_positional(match[0], _HANGUL, HANGUL_SCALES))
        for word in re.findall("[가-힣]+", text):
            values |= {_NATIVE[word[:end]] for end in (1, 2, 3) if word[:end] in _NATIVE}
    elif code == "uk":
        low = text.lower()
        values |= {value for pattern, value in _ukrainian() if pattern.search(low)}
        values |= {ten + unit for ten in values for unit in values if 20 <= ten <= 90 and unit < 10}
    for match in _ROMAN.finditer(text):
        values.add(_roman(match[0]))
    if 0.5 in values:
        values |= {2, 30, 50}
    if 4 in values:
        values |= {0.25, 15, 25}
    return values


def _positional(run: str, digits: Mapping[str, int], scales: Mapping[str, int]) -> Iterator[float]:
    """The values of a run of numerals: with scales (二十三) and, where it has none, digit by digit (二〇一八)."""
    if not any(letter in scales for letter in run):
        yield int("".join(str(digits[letter]) for letter in run))
        yield from (digits[letter] for letter in run)
        return
    total, group, digit = 0, 0, 0
    for letter in run:
        if letter in digits:
            digit = digits[letter]
            yield digit
        elif scales[letter] < 10**4:
            group += (digit or 1) * scales[letter]
            digit = 0
        else:
            total += (group + digit or 1) * scales[letter]
            group = digit = 0
    yield total + group + digit
    if group + digit:
        yield group + digit


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
