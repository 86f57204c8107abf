"""Months of dates, which English spells out: has a translation another one?  A part of rule T201."""

from __future__ import annotations

import re

from glossary.expressions import expression
from glossary.model import Span
from glossary.units import CatalogFile

_NAMES = "January February March April May June July August September October November December".split()
SHORT = tuple(name[:3] for name in _NAMES)
"""How each begins, and is written short."""
_SHORT_OR_WHOLE = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _NAMES)
_ENGLISH = expression(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?P<before>{_SHORT_OR_WHOLE})\b)|(?:\b(?P<after>{_SHORT_OR_WHOLE})\.? \d)"
    r"|\b(?:after|before|by|during|early|from|in|last|late|next|of|since|this|till|until) "
    rf"(?P<alone>{'|'.join(_NAMES)})\b"
)
"""A month beside a day or a year, or behind a word of time: "March" alone may be a march."""
_NAMED = tuple(f" {name}" for name in _NAMES)
"""How months stand in texts without digits."""
_UKRAINIAN = "січн лют берез квіт трав черв лип серп верес жовт листопад груд".split()
_TARGETS = {
    "ko": expression(r"(\d(?<!\d.)\d?)\s?월(?!드)"),
    "ja": expression(r"([0-9０-９](?<![0-9０-９].)[0-9０-９]?)\s?月"),
    "uk": expression(rf"\b(?:{'|'.join(f'({stem}[а-яіїє]{{0,4}})' for stem in _UKRAINIAN)})\b", re.IGNORECASE),
}
_SIGNS = {"ko": "월", "ja": "月"}
"""What every month of a language has; of another language none."""


def rows(file: CatalogFile) -> set[int]:
    """The rows that may name a month, whether there are digits beside it or not."""
    language = file.language[:2]
    if language in _SIGNS:
        return file.texts.having(_SIGNS[language])
    return file.sources.having(*_NAMED) if language in _TARGETS else set()


def changed(source: str, target: str, language: str) -> tuple[Span, Span] | None:
    """The first month of a date that a translation lacks while it has another, and that one; None when all are there.

    Only where both texts spell their months out: 24.10.2024 is read as numbers.
    """
    pattern = _TARGETS.get(language[:2])
    if pattern is None or _SIGNS.get(language[:2], "") not in target or not any(map(source.__contains__, SHORT)):
        return None
    have = [(_number(match), match.span()) for match in pattern.finditer(target)]
    if not have:
        return None
    wanted = [(_month(match), match.span(match.lastgroup or 0)) for match in _ENGLISH.finditer(source)]
    lost = next((span for month, span in wanted if month not in {number for number, _ in have}), None)
    if not lost:
        return None
    named = {number for number, name in enumerate(_NAMES, 1) if name in source} | {month for month, _ in wanted}
    new = next((span for number, span in have if number not in named), None)
    return (lost, new) if new else None


def _month(match: re.Match[str]) -> int:
    written = match[match.lastgroup or 0]
    return next(number for number, name in enumerate(_NAMES, 1) if name.startswith(written[:3]))


def _number(match: re.Match[str]) -> int:
    return match.lastindex or 0 if match.re.groups > 1 else int(match[1])  # a name, each in its group, or a number
