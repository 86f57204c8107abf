"""Korean persons in Latin letters read back into Hangul, best reading first.

    posterior(Hangul) ∝ frequency of the family name × frequency of the given name's syllables
                        × Σ over systems: share of the system × shares of its spellings

after the noisy-channel scheme (Brill and Moore 2000), with the counts of ``korean_spelling``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import prod

from glossary.suggestions.transcription.korean_spelling import (
    Place,
    Shares,
    bearers,
    frequencies,
    surnames,
    syllables,
    times,
    usual,
)

PRIOR: Shares = (0.3, 0.3, 0.4)
"""Share of each system among Korean names in English texts: a guess; the order hardly depends on it."""
_READINGS = 8
"""Readings kept of one name: twice what is ever shown."""
_UNSEEN = 0.3
"""Names assumed for a syllable that no counted name has in this place."""
_BY_LENGTH = (0.0, 0.04, 1.0, 0.01)
"""Weight of given names by number of syllables; about one in 25 South Koreans has a name of one syllable."""
_SHARE_OF_USUAL = 0.5
"""Share of people who bear one of the listed usual names, beside 1 for names as sums of their syllables."""
_PARTED = 0.005
"""Weight of a part ("Yong-ho" has two) that holds more than one syllable: hyphens and spaces part syllables."""
_OTHER_SYSTEM = 0.02
"""Share of a family name's spelling in a system that does not have it: "Lee Jong-un" happens."""
_ASPIRATED = re.compile(r"([kpt])'")


def letters(text: str) -> str:
    """Lower-case letters as the spelling tables have them: breves kept, other marks dropped, p' as ph.

    >>> letters("P’yŏng-hŭi")
    'phyŏng-hŭi'
    """
    plain = "".join(
        character if character in "ŏŭ" else unicodedata.normalize("NFD", character)[0]
        for character in unicodedata.normalize("NFC", text.lower().translate(_QUOTES))
    )
    return _ASPIRATED.sub(r"\1h", plain).replace("'", "")


_CHANGES = (
    ("ngn", ("ngr", "kr", "kn")), ("ngm", ("km",)), ("mn", ("mr", "pr", "pn")), ("mm", ("pm",)), ("ll", ("nr", "lr", "ln")),
)  # fmt: skip
"""Letters where two syllables meet → what the syllables are spelled apart."""
_CHANGED = 0.3
"""Weight of a reading behind a change of sound: most "ngn" are ㅇ and ㄴ."""
_QUOTES = str.maketrans("’‘ʼ`", "''''")


def parted(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Family name and parts of the given name, in lower case; None when no part is a Korean family name.

    >>> parted("Jae-in Moon")
    ('moon', ('jae', 'in'))
    """
    tokens = letters(name).split()
    known = surnames()
    if not tokens or not all(re.fullmatch(r"[a-zŏŭ]+(?:-[a-zŏŭ]+)*", token) for token in tokens):
        return None
    family_last = "-" in tokens[0] or tokens[0] not in known or (len(tokens) == 2 and _is_given(tokens[0], tokens[1]))
    if family_last and len(tokens) > 1 and tokens[-1] in known and "-" not in tokens[-1]:
        tokens = [tokens[-1], *tokens[:-1]]
    if tokens[0] not in known:
        return None
    return tokens[0], tuple(part for token in tokens[1:] for part in token.split("-"))


def _is_given(first: str, last: str) -> bool:
    """Whether ``first`` can only be the given name: it holds several syllables and ``last`` is a family name."""
    return len(surnames().get(last, ())) > 0 and "-" not in last and not syllables(first, "first") and len(first) > 5


@lru_cache(maxsize=50_000)
def readings(name: str) -> tuple[str, ...]:
    """Hangul of a person's full name or family name, family first, best first; empty when it cannot be Korean."""
    split = parted(name)
    if split is None:
        return ()
    family, given = split
    scored: dict[str, float] = {}
    for hangul, shares in surnames()[family].items():
        weights = [max(share, _OTHER_SYSTEM) * prior for share, prior in zip(shares, PRIOR, strict=True)]
        for rest, prior, spelled in _given(given):
            likelihood = sum(weight * share for weight, share in zip(weights, spelled, strict=True))
            key = hangul + rest
            scored[key] = max(scored.get(key, 0.0), bearers()[hangul] * prior * likelihood)
    best = sorted(scored, key=lambda key: (-scored[key], key))
    return tuple(key for key in best[:_READINGS] if scored[key] > 0)


@lru_cache(maxsize=50_000)
def _given(parts: Sequence[str]) -> tuple[tuple[str, float, Shares], ...]:
    """Hangul of a given name, its frequency, and its shares in each system; one empty reading for no parts."""
    if not parts:
        return (("", 1.0, (1.0, 1.0, 1.0)),)
    choices = [
        [
            (text, shares, _PARTED ** (len(text) - 1) if len(parts) > 1 else 1.0)
            for text, shares in cuts(part, "inside" if position else "first", len(_BY_LENGTH) - 1)
        ]
        for position, part in enumerate(parts)
    ]
    found = []
    for combination in product(*choices):
        text = "".join(part for part, _, _ in combination)
        weight = prod(weight for _, _, weight in combination)
        found.append((text, weight * _frequency(text), times(*(shares for _, shares, _ in combination))))
    return tuple(found)


def cuts(part: str, place: Place, most: int) -> Iterator[tuple[str, Shares]]:
    """Every cut of ``part`` into at most ``most`` known syllables, with the shares of that spelling."""
    for text, weight in _separated(part):
        for hangul, shares in _cuts(text, place, most):
            yield hangul, times(shares, (weight, weight, weight))


def _cuts(part: str, place: Place, most: int) -> Iterator[tuple[str, Shares]]:
    """``cuts`` of letters as they stand."""
    yield from syllables(part, place).items()
    for end in range(1, len(part) if most > 1 else 0):
        head = syllables(part[:end], place)
        if head:
            for rest, tail in _cuts(part[end:], "inside", most - 1):
                yield from ((syllable + rest, times(shares, tail)) for syllable, shares in head.items())


def _separated(part: str) -> Iterator[tuple[str, float]]:
    """``part``, and as it would be without one change of sound between syllables, with a weight.

    Both systems write what is heard in a word without hyphens: 종로 Jongno, 신라 Silla (Standard Pronunciation,
    articles 18–20).
    """
    yield part, 1.0
    for heard, written in _CHANGES:
        if heard in part:
            yield from ((part.replace(heard, letters, 1), _CHANGED) for letters in written)


@lru_cache(maxsize=1)
def _totals() -> tuple[float, float]:
    """Names counted that begin and that end with any syllable."""
    counts = frequencies().values()
    return sum(first for first, _ in counts), sum(last for _, last in counts)


def _frequency(given: str) -> float:
    """How usual a given name of these syllables is, 0–1; syllables are taken to be independent."""
    if len(given) >= len(_BY_LENGTH):
        return 0.0
    first_total, last_total = _totals()
    first = (frequencies().get(given[0], (0, 0))[0] + _UNSEEN) / first_total
    last = [(frequencies().get(syllable, (0, 0))[1] + _UNSEEN) / last_total for syllable in given[1:]]
    if not last:
        last = [1.0]
    return _BY_LENGTH[len(given)] * (first * prod(last) + (_SHARE_OF_USUAL / len(usual()) if given in usual() else 0.0))


def family_length(hangul: str) -> int:
    """Syllables of the family name at the head of a name in Hangul: two in the few double ones."""
    return 2 if len(hangul) != 1 and hangul[:2] in bearers() else 1
