"""Japanese in Latin letters cut into morae.

The letters are modified Hepburn, as English texts write it, with or without marks of length.  Kunrei (ISO 3602)
spellings are understood as well; "oh" before a consonant or at the end is a long o, as passports write it; m before
b, m, p is the syllabic n.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from glossary.expressions import expression


@dataclass(frozen=True, slots=True)
class Mora:
    """One mora: a consonant and a vowel, or the syllabic nasal N, or the first half Q of a double consonant."""

    consonant: str
    """Hepburn letters (``k``, ``ky``, ``sh``, ``ts`` …), empty before a bare vowel; ``N`` and ``Q``."""
    vowel: str
    """One of a i u e o; empty for N and Q."""
    long: bool = False
    """Whether the vowel is written long."""


_MORA = expression(
    r"(?P<double>k(?=k)|s(?=s)|t(?=t|ch)|p(?=p)|c(?=c)|g(?=g)|d(?=d)|b(?=b)|z(?=z)|j(?=j))"
    r"|(?P<nasal>n'|n(?![aiueoyāīūēō])|m(?=[bmp]))"
    r"|(?P<consonant>(?:ky|gy|sy|zy|jy|ty|cy|dy|ny|hy|by|py|my|ry|sh|ch|ts|[kgsztjdnhbpmyrwfv]?))"
    r"(?P<vowel>[aiueoāīūēō])"
)
_KUNREI = {"sy": "sh", "ty": "ch", "cy": "ch", "zy": "j", "jy": "j", "dy": "j"}
_KUNREI_WITH = {("s", "i"): "sh", ("t", "i"): "ch", ("t", "u"): "ts", ("z", "i"): "j", ("d", "i"): "j", ("h", "u"): "f",
                ("d", "u"): "z"}  # fmt: skip
_MACRONS = {"ā": "a", "ī": "i", "ū": "u", "ē": "e", "ō": "o"}
_LONG = (
    (expression(r"oh(?=[bcdfgjkmnprstwyz]|$)"), "ō"),
    (expression(r"(?<=[bcdfghjkmnprstwyz])ou(?!e)|^ou(?!e)"), "ō"),
    (expression(r"^oo"), "ō"),
    (expression(r"(?<=[yhj])uu"), "ū"),
)
"""Lengths that are not written as marks: Ohno, Kouno (but Inoue), Ooita (but Nishinoomote), Yuuki (but Matsuura)."""


@lru_cache(maxsize=20_000)
def morae(word: str) -> tuple[Mora, ...]:
    """The morae of one word; empty when it is not Japanese.

    >>> [mora.consonant + mora.vowel for mora in morae("Nippon")]
    ['ni', 'Q', 'po', 'N']
    """
    letters = "".join(
        character if character in _MACRONS else unicodedata.normalize("NFD", character)[0]
        for character in unicodedata.normalize("NFC", word.lower().replace("’", "'"))
        if character != "-"
    )
    for pattern, long in _LONG:
        letters = pattern.sub(long, letters)
    found: list[Mora] = []
    position = 0
    while position < len(letters):
        match = _MORA.match(letters, position)
        if match is None:
            return ()
        found.append(_mora(match))
        position = match.end()
    return tuple(found)


def _mora(match: re.Match[str]) -> Mora:
    if match["double"]:
        return Mora("Q", "")
    if match["nasal"]:
        return Mora("N", "")
    vowel = _MACRONS.get(match["vowel"], match["vowel"])
    consonant = _KUNREI.get(match["consonant"], match["consonant"])
    return Mora(_KUNREI_WITH.get((consonant, vowel), consonant), vowel, match["vowel"] in _MACRONS)
