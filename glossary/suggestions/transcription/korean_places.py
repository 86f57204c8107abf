"""Korean places in Latin letters read back into Hangul, best reading first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import prod

from glossary.suggestions.transcription.korean import Reading, letters
from glossary.suggestions.transcription.korean_spelling import SYSTEMS, Shares, cuts
from glossary.suggestions.transcription.tables import rows

UNITS: Mapping[str, str] = {
    "ri": "리", "ni": "리", "li": "리", "do": "도", "to": "도", "gun": "군", "kun": "군", "dong": "동", "tong": "동",
    "si": "시", "shi": "시", "gu": "구", "ku": "구", "myeon": "면", "myon": "면", "myŏn": "면", "eup": "읍", "up": "읍",
    "ŭp": "읍", "san": "산", "gang": "강", "ga": "가", "ro": "로", "no": "로", "gil": "길", "nodongjagu": "노동자구",
    "rodongjagu": "로동자구", "dan": "단", "bong": "봉", "ho": "호", "am": "암", "sa": "사", "bukto": "북도",
    "bukdo": "북도", "pukto": "북도", "namdo": "남도",
}  # fmt: skip
"""Kinds of unit as they are hyphenated to a name (Revised Romanization, III.5, and McCune–Reischauer)."""
PRIOR: Shares = (0.45, 0.5, 0.05)
"""Share of each system among Korean places in English texts: the South by law, the North by habit; no press."""
_KNOWN = 1000.0
"""How much likelier a place of the list is than one of like syllables: there are some 300 units, and every village."""
_UNSEEN = 0.3
"""Names assumed for a syllable that no listed place has."""
_LONGEST = 4
"""Syllables of the longest place name tried."""
_LONGEST_WORD = 20
"""Letters of the same."""
_READINGS = 8


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """Place names without their kind of unit."""
    return frozenset(name for row in rows("transcribe_korean_places.txt") for name in row[0].split())


@lru_cache(maxsize=1)
def _counts() -> Counter[str]:
    """Syllable → listed places that hold it."""
    return Counter(syllable for name in sorted(known()) for syllable in name)


@lru_cache(maxsize=10_000)
def readings(name: str) -> tuple[Reading, ...]:
    """Hangul of a place name with its unit, if it has one, best first; empty when it cannot be Korean.

    >>> readings("Punggye-ri")[0].hangul
    '풍계리'
    """
    core, _, unit = letters(name).rpartition("-") if "-" in name else (letters(name), "", "")
    if unit and unit not in UNITS:
        core, unit = f"{core}{unit}", ""
    if not re.fullmatch("[a-zŏŭ]+(?:-[a-zŏŭ]+)*", core) or len(core) > _LONGEST_WORD:
        return ()
    total = sum(_counts().values())
    scored: dict[str, tuple[float, str]] = {}
    for hangul, shares in cuts(core.replace("-", ""), "first", _LONGEST):
        likelihoods = [prior * share for prior, share in zip(PRIOR, shares, strict=True)]
        frequency = prod((_counts()[syllable] + _UNSEEN) / total for syllable in hangul)
        score = sum(likelihoods) * frequency * (_KNOWN if hangul in known() else 1.0)
        if score > scored.get(hangul, (0.0, ""))[0]:
            scored[hangul] = score, SYSTEMS[likelihoods.index(max(likelihoods))]
    best = sorted(scored, key=lambda key: (-scored[key][0], key))
    return tuple(Reading(key + UNITS.get(unit, ""), scored[key][1]) for key in best[:_READINGS])
