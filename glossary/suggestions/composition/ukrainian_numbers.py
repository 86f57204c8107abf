"""Ukrainian ordinal numbers in digits."""

from __future__ import annotations

_LAST = "тшгттттммт"
"""Digit → last consonant of its ordinal: десята, перша, друга, третя …"""


def ordinal(number: str, sex: str) -> str:
    """Digits with the end of the ordinal's nominative (Правопис 2019, § 38); ``sex`` is m, f or n.

    >>> ordinal("1", "m"), ordinal("93", "f"), ordinal("72", "f"), ordinal("12", "f"), ordinal("20", "n")
    ('1-й', '93-тя', '72-га', '12-та', '20-те')
    >>> ordinal("3", "n"), ordinal("40", "f")
    ('3-тє', '40-ва')
    """
    if sex == "m":
        return f"{number}-й"
    teen = number[-2:-1] == "1"
    consonant = "в" if number.endswith("40") else "т" if teen else _LAST[int(number[-1])]
    soft = number[-1] == "3" and not teen
    return f"{number}-{consonant}{('я' if sex == 'f' else 'є') if soft else 'а' if sex == 'f' else 'е'}"
