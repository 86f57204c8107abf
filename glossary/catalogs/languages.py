"""The language of a catalog that may not say it."""

from __future__ import annotations

import re
from collections import Counter

from glossary.expressions import expression
from glossary.units import COUNTRIES, CatalogFile

_FOLDER = expression(r"(?:^|[/_.-])([a-z]{2,3}(?:[_-][A-Z]{2})?(?:@[a-z]+)?)(?:\.po|/LC_MESSAGES/[^/]+)$")
_LETTERS = expression(r"([가-힣])|([ぁ-ヿ])|([іїєґІЇЄҐ])")
_BY_LETTER = ("ko", "ja", "uk")
_ENOUGH = 200
"""Messages looked at for letters: those of any real catalog decide within the first dozens."""


def is_in(language: str, wanted: str) -> bool:
    """Whether a catalog's language is the one asked for: ``ko`` asks for ``ko_KR`` and ``ko-Kore`` too."""
    have, asked = (code.replace("_", "-").casefold() for code in (language, wanted))
    return have == asked or have.startswith((f"{asked}-", f"{asked}@"))


def language_of(file: CatalogFile, fallback: str) -> str:
    """The language a catalog is in: as its header says, else ``fallback``, else by its path or its letters.

    Hangul is Korean, kana Japanese, and і ї є ґ are Ukrainian; empty when nothing tells.
    """
    value = next((value for name, value in file.header.items() if name.casefold() == "language"), "")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*(?:@\w+)?", value):
        return COUNTRIES.get(value, value)
    if fallback:
        return fallback
    match = _FOLDER.search(file.path)
    if match:
        return match[1]
    counts = Counter(
        place.lastindex or 0 for unit in file.units[:_ENOUGH] for place in _LETTERS.finditer(unit.targets[0])
    )
    return _BY_LETTER[counts.most_common(1)[0][0] - 1] if counts else ""
