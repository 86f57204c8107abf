"""Japanese names in Latin letters, written in Hangul, Ukrainian letters and katakana."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from glossary.expressions import expression
from glossary.suggestions.transcription import japanese_scripts as scripts
from glossary.suggestions.transcription.japanese_morae import Mora, morae
from glossary.suggestions.transcription.tables import rows

_FIXED_PLACES = {"tokyo": "Токіо", "kyoto": "Кіото", "yokohama": "Йокогама"}
"""Ukrainian names of cities that are older than any system."""
_UNITS = {"shi": "시", "ku": "구", "ken": "현", "gun": "군"}
"""Kinds of unit hyphenated to a place: in Korean by their Chinese characters, left away in Ukrainian and katakana."""
_ICHI = expression(r"(?<=[aeiou])n(?=ichi)")
"""-ん一 in given names (Kenichi, Junichiro): the apostrophe that English leaves out."""
_PERSON_ORDER = (scripts.KOVALENKO, scripts.POLIVANOV, scripts.KOVALENKO_GE, scripts.POLIVANOV_GE)
"""Persons: ministries and most newsrooms write ші, чі and г today (Фуміо Кішіда, Сігеру and Шігеру both occur)."""
_PLACE_ORDER = (scripts.POLIVANOV_GE, scripts.POLIVANOV, scripts.KOVALENKO_GE, scripts.KOVALENKO)
"""Places: maps were drawn by Polivanov's system; GeoNames writes nine in ten so, with ґ."""
_SYSTEMS = {"ko": "Hepburn → Hangul", "ja": "Hepburn → katakana (kanji cannot be derived)"}
_Word = tuple[Mora, ...]


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Frequent family names, lower case, without marks of length."""
    return frozenset(name for row in rows("transcribe_japanese_surnames.txt") for name in row[0].split())


def plain(word: str) -> str:
    """Lower case without marks of length and apostrophes, as the list of family names is written."""
    return word.lower().translate(str.maketrans("āīūēō", "aiueo")).replace("'", "")


@lru_cache(maxsize=20_000)
def parted(name: str) -> tuple[_Word, _Word] | None:
    """Family and given name of a person; one word is a family name. None when it cannot be Japanese.

    English order is given name first; it is family first only where the first part alone is a known family name.
    """
    tokens = name.replace("’", "'").split()
    if not 1 <= len(tokens) <= 2:
        return None
    words = [morae(_ICHI.sub("n'", token) if len(tokens) == 2 else token) for token in tokens]
    if not all(words):
        return None
    if len(tokens) == 1:
        return words[0], ()
    families = [plain(token) in surnames() for token in tokens]
    if tokens[0].isupper() or (families[0] and not families[1]):
        return words[0], words[1]
    return words[1], words[0]


def person(name: str, target: str) -> tuple[tuple[str, str], ...]:
    """A person's name with the system that wrote it, best first; empty when it cannot be Japanese."""
    split = parted(name)
    if split is None:
        return ()
    family, given = split
    if target == "uk":
        return tuple(
            (" ".join(filter(None, map(scripts.cyrillic(system), (given, family)))), system.name)
            for system in _PERSON_ORDER
        )
    write: Callable[[Sequence[Mora]], str] = scripts.hangul if target == "ko" else scripts.katakana
    return ((" ".join(filter(None, (write(family), write(given)))), _SYSTEMS[target]),)


def place(name: str, target: str) -> tuple[tuple[str, str], ...]:
    """A place's name with the system that wrote it, best first; empty when it cannot be Japanese."""
    core, _, unit = name.rpartition("-")
    if unit not in _UNITS:
        core, unit = name, ""
    word = morae(core) if " " not in core else ()
    if not word:
        return ()
    if target == "ko":
        return ((scripts.hangul(word) + _UNITS.get(unit, ""), _SYSTEMS[target]),)
    if target == "ja":
        return ((scripts.katakana(word), _SYSTEMS[target]),)
    fixed = _FIXED_PLACES.get(plain(name))
    return tuple(
        (scripts.cyrillic(system)(word) if fixed is None else fixed, system.name)
        for system in (_PLACE_ORDER if fixed is None else _PLACE_ORDER[:1])
    )
