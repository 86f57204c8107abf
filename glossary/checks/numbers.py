"""Rule T201: numbers that a translation changes.

Both texts are read for the numbers that they write in digits, each with all values that it may stand for, and for
those that words, kanji and Roman numerals name.  Only a number that is lost *and* another that is new make a
finding: translators leave numbers out, and spell them out, for many good reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.checks import months
from glossary.checks.finding import about
from glossary.checks.numerals import HANGUL_SCALES, SCALES, english, spelled
from glossary.expressions import expression
from glossary.languages.masking import mask
from glossary.model import Finding, Span
from glossary.units import CatalogFile

# A search passes quickly over what cannot start a match where a set of characters stands first, not a repeated one.
_DIGITS, _WRITTEN = expression(r"[0-9][0-9]*"), expression(r"[0-9][0-9]*(?:[.,][0-9]+)*")
_ANY_DIGITS, _ANY_WRITTEN = expression(r"\d\d*"), expression(r"\d\d*(?:[.,]\d+)*")
_DECIMAL = expression(r"[0-9]\.[0-9]")
_JOINED = expression(r"[0-9][.,][0-9]")
_ENGLISH = expression(
    r"(?P<digits>\d(?:\d{0,2}(?:,\d{3})+(?!\d)|\d*))(?P<decimal>\.\d+)?"
    r"(?P<decade>0?['’]?s\b)?(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|mln|[mbt]n|[mbk])\b)?",
    re.IGNORECASE,
)
_PM = expression(r"\d\s?p\.?m\b", re.IGNORECASE)
_LATE = ("afternoon", "evening", "night")
_TIME = expression(r"\s?[ap]\.?m\b", re.IGNORECASE)
_UNIT = expression(
    r"[\s-]{0,2}(?:(?:million|billion|thousand|square|cubic|degrees)[\s-])?(?:miles?|mph|foot|feet|ft|inch(?:es)?|in|yards?|"
    r"pounds?|lbs?|ounces?|oz|acres?|gallons?|pints?|stones?|knots?|fahrenheit|degrees?|F)\b|\s?°|['′\"″]",
    re.IGNORECASE,
)
"""Units behind a number that translators convert."""
_AFTER_FEET = expression(r"(?:foot|feet|ft|['′])[\s-]{0,2}\Z", re.IGNORECASE)
_APOSTROPHES = tuple("'’‘")
_ZONE = expression(r"\b(?:EST|EDT|ET|PST|PDT|PT|CET|GMT|BST|UTC|KST|JST|local time)\b")
"""Time zones, which translators convert too."""
_ERA = expression("令和|平成|昭和|大正|明治")
_TARGET = expression(r"\d(?:\d*(?:[ \u00a0\u202f.,'’]\d{3})+(?!\d)|\d*(?:[.,]\d+)?)")
_FRACTION = expression(r"\d+[.,]\d+")
_WIDE = expression("[０-９，．]")
_NARROW = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_EAST = expression(
    r"\d(?<![\d,].)[\d,]{0,30}(?:\.\d{1,30})?"
    r"(?:\s?[십백천만억조十百千万億兆]{1,2}(?:여|余|数)?\s?(?:\d[\d,]{0,30}(?:\.\d{1,30})?)?){1,20}"
)
_SCALED = expression(r"\d[,，]*\s?[십백천만억조十百千万億兆]")
_EAST_PART = expression(r"(\d[\d,]*(?:\.\d+)?)\s?([십백천만억조十百千万億兆]{0,2})")
_EAST_SCALES = {**HANGUL_SCALES, "十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_UKRAINIAN_SCALES = (
    ("тис", 1000), ("млн", 10**6), ("мільйон", 10**6), ("млрд", 10**9), ("мільярд", 10**9), ("тр", 10**12),
)  # fmt: skip
_UKRAINIAN_SCALE = expression(r"[\s-]{0,2}(тис|млн|мільйон|млрд|мільярд|трлн|трильйон)")


MOST = 2
"""Numbers lost and new, each, up to which a translation has a slip; with more it tells something else on purpose."""
_BOUND = expression("以上|以下|未満|超|より|まで|이상|이하|미만|넘|понад|більш|менш|щонайменше|до ")


class _Number(NamedTuple):
    span: Span
    values: frozenset[float]
    """All that it may stand for."""
    whole: frozenset[float]
    """The same without the digits of 1億2000万 alone."""
    halves: frozenset[float] = frozenset()
    """The digits before and behind a point or comma by themselves: an hour and minutes in 17.30."""


def numbers(file: CatalogFile) -> Iterator[Finding]:
    """T201: a number of the source that the translation lacks, where the translation has one that the source lacks."""
    for translation in file.at(file.sources.having(*"0123456789") | months.rows(file)):
        source, target = translation.source, translation.text
        if month := months.changed(source, target, file.language):
            yield about("T201", file, translation, f"{source[slice(*month[0])]} has become {target[slice(*month[1])]}",
                        source_mark=month[0], mark=month[1], expected=source[slice(*month[0])])  # fmt: skip
            continue
        whole, digits = (_WRITTEN, _DIGITS) if source.isascii() else (_ANY_WRITTEN, _ANY_DIGITS)
        written = whole if _DECIMAL.search(source) else digits  # 3.7 and 7.3 have the same digits
        if set(written.findall(source)) == set(written.findall(target)):
            continue
        here, there = mask(source), mask(target)
        if _all_kept(digits.findall(here), there) and not _JOINED.search(here):
            continue
        wanted, have = _source(here), _target(there, file.language)
        lost, new = _unmatched(wanted, have)
        if not lost:
            continue
        lost = [number for number in lost if not _converted(here, number, new)]
        if not new or not lost or _ERA.search(there):
            continue
        spelled_there = spelled(there, file.language) | ({1} if len(wanted) != len(have) else set())
        lost = [number for number in lost if number.values.isdisjoint(spelled_there)]
        if not 0 < len(lost) <= MOST:
            continue
        spelled_here = english(here)
        new = [number for number in new if number.whole.isdisjoint(spelled_here)]
        if 0 < len(new) <= MOST and not _bounds(lost[0], new[0], there):
            before, after = source[slice(*lost[0].span)], target[slice(*new[0].span)]
            yield about("T201", file, translation, f"{before.strip()} has become {after.strip()}",
                        source_mark=lost[0].span, mark=new[0].span, expected=before.strip())  # fmt: skip


def _all_kept(numbers: Sequence[str], target: str) -> bool:
    """Whether a translation plainly has all these digits, beside others: a quick yes for most.

    Kanji and Hangul behind digits make other numbers of them (as commas and decimals do in the source).
    """
    there = _ANY_DIGITS.findall(target)
    return set(numbers) <= set(there) and len(numbers) != len(there) and not _SCALED.search(target)


def _unmatched(wanted: Sequence[_Number], have: Sequence[_Number]) -> tuple[list[_Number], list[_Number]]:
    """The numbers of the source that the translation lacks, and those that it has instead.

    Where both have as many, each stands for one of the other text ("1 to 5" → "5 to 5"); else one may stand for two.
    """
    plainly = {value for number in have for value in number.values}
    said = {value for number in have for value in number.halves} | plainly
    meant = {value for number in wanted for value in number.values}
    lost = [number for number in wanted if number.values.isdisjoint(plainly if len(number.values) == 1 else said)]
    new = [number for number in have if number.whole.isdisjoint(meant)]
    if len(wanted) != len(have) or (lost and new):
        return lost, new
    lost, free = [], list(have)
    for number in sorted(wanted, key=lambda number: len(number.values)):
        match = next((other for other in free if not number.values.isdisjoint(other.values | other.halves)), None)
        if match:
            free.remove(match)
        else:
            lost.append(number)
    return lost, free


def _converted(text: str, number: _Number, new: Sequence[_Number]) -> bool:
    """Whether a number stands with a unit or a time zone that translators convert."""
    start, end = number.span
    hour = min(number.values) <= 24 and _ZONE.search(text)
    unit = _UNIT.match(text, end) or _AFTER_FEET.search(text, 0, start)
    code = text[start - 1 : start] == "+"  # of a country's telephones: "+1 for the US", in Japan +81
    return bool(hour or code or (unit and not _near(number, new)))


def _near(number: _Number, others: Sequence[_Number]) -> bool:
    """Whether another number is so near that no unit can have been converted: 90° and 95°, not 100 yards and 91 m."""
    whole = {other for each in others for other in each.whole}
    return any(0.95 < other / value < 1.3 for value in number.values if value for other in whole)


def _bounds(lost: _Number, new: _Number, text: str) -> bool:
    """Whether two numbers are one bound put in two ways: "larger than 8" and 9以上 (9 or more)."""
    return bool(_BOUND.search(text)) and any(abs(one - other) == 1 for one in lost.values for other in new.values)


def _source(text: str) -> list[_Number]:
    """The numbers in digits of an English text."""
    found = []
    low = text.lower()
    late = any(map(low.__contains__, _LATE)) or bool(_PM.search(low))
    century = 0
    for match in _ENGLISH.finditer(text):
        base = float(match["digits"].replace(",", "") + (match["decimal"] or ""))
        values = {base}
        if match["scale"]:
            values.add(_rounded(base * SCALES[match["scale"].lower()]))
        if match["decimal"] and len(match["decimal"]) == 4:
            values.add(_rounded(base * 1000))  # 100.000, as much of Europe writes thousands, also in its English
        if match["decimal"] and _TIME.match(text, match.end("decimal")):
            hour = float(match["digits"])
            values |= {hour, hour + 12, float(match["decimal"][1:])}
        if base < 100:
            before = text[match.start() - 1 : match.start()]
            short = match["decade"] or before.isalpha() or before in _APOSTROPHES
            values |= {1900 + base, 2000 + base} if short else {century + base}
            values |= {base + 12} if late and base <= 12 else set()
            values |= {0, 24} if base == 12 else set()
        if 1000 <= base < 2100 and not match["decimal"] and "," not in match["digits"]:  # a year, perhaps ’18 there
            century = int(base) // 100 * 100
            values |= {base - century} if base > century else set()
        end = match.end("decimal") if match["decimal"] else match.end("digits")
        found.append(_Number((match.start("digits"), end), frozenset(values), frozenset(values)))
    return found


def _target(text: str, language: str) -> list[_Number]:
    """The numbers in digits of a translation."""
    if _WIDE.search(text):
        text = text.translate(_NARROW)
    eastern = _EAST.finditer(text) if language[:2] in ("ko", "ja") else ()
    found = [
        _Number(match.span(), frozenset(_eastern(match[0])), frozenset(_eastern(match[0], bare=False)))
        for match in eastern
    ]
    covered = [number.span for number in found]
    for match in _TARGET.finditer(text):
        if any(start <= match.start() < end for start, end in covered):
            continue
        whole, parts = set(_whole(match[0])), {float(part) for part in re.split(r"[^\d]", match[0])}
        scale = _UKRAINIAN_SCALE.match(text, match.end()) if language[:2] == "uk" else None
        if scale:
            times = next(value for stem, value in _UKRAINIAN_SCALES if scale[1].startswith(stem))
            whole |= {_rounded(value * times) for value in whole | parts}
        if _FRACTION.fullmatch(match[0]):
            found.append(_Number(match.span(), frozenset(whole), frozenset(whole), frozenset(parts)))
        else:
            found.append(_Number(match.span(), frozenset(whole | parts), frozenset(whole | parts)))
    return found


def _whole(written: str) -> Iterator[float]:
    """What digits with separators may stand for as one number: 1,200 is 1200 or 1.2."""
    parts = re.split(r"[^\d]", written)
    yield float("".join(parts))
    if len(parts) == 2:
        yield float(".".join(parts))


def _eastern(written: str, *, bare: bool = True) -> Iterator[float]:
    """What 1億2000万, 3천5백만 or 2만 5천 may stand for: the whole, and each digit group with its own scale.

    ``bare``: also the digits without scale, as in 500万 for "500".
    """
    total = group = 0.0
    for digits, scales in _EAST_PART.findall(written):
        value = base = float(digits.replace(",", ""))
        for scale in scales:
            value *= _EAST_SCALES[scale]
        yield _rounded(value)
        if bare:
            yield base
        large = [_EAST_SCALES[scale] for scale in scales if _EAST_SCALES[scale] >= 10**4]
        group += value / large[-1] if large else value
        if large:
            total, group = total + group * large[-1], 0.0
        yield _rounded(total + group)


def _rounded(value: float) -> float:
    return round(value, 6)
