"""Korean persons in Latin letters read back into Hangul, best reading first.

    posterior(Hangul) ∝ frequency of the family name × frequency of the given name's syllables
                        × Σ over systems: share of the system × shares of its spellings

after the noisy-channel scheme (Brill and Moore 2000), with the counts of ``korean_spelling``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod

from glossary.expressions import expression
from glossary.suggestions.transcription.korean_spelling import (
    SYSTEMS,
    Place,
    Shares,
    bearers,
    cuts,
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
_OTHER_SYSTEM = 0.02
"""Share of a family name's spelling in a system that does not have it: "Lee Jong-un" happens."""
_MOST_PARTS = 3
"""Parts of a given name that are read at most; longer ones are not Korean."""
_ASPIRATED = expression(r"([kpt])'")


@dataclass(frozen=True, slots=True)
class Reading:
    """A name read back."""

    hangul: str
    """Family name first, no space."""
    system: str
    """One of ``SYSTEMS``: the one that most likely spelled the given name so (or the family name alone)."""


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
def readings(name: str) -> tuple[Reading, ...]:
    """A person's full name or family name in Hangul, best first; empty when it cannot be Korean.

    >>> readings("Kim Yo-jong")[0].hangul
    '김여정'
    """
    split = parted(name)
    if split is None or len(split[1]) > _MOST_PARTS:
        return ()
    family, given = split
    scored: dict[str, tuple[float, str]] = {}
    for hangul, shares in surnames()[family].items():
        weights = [max(share, _OTHER_SYSTEM) * prior for share, prior in zip(shares, PRIOR, strict=True)]
        for rest, prior, spelled in _given(given):
            likelihoods = [weight * share for weight, share in zip(weights, spelled, strict=True)]
            score = bearers()[hangul] * prior * sum(likelihoods)
            if score > scored.get(hangul + rest, (0.0, ""))[0]:
                shown = likelihoods if not given else [one * share for one, share in zip(PRIOR, spelled, strict=True)]
                scored[hangul + rest] = score, SYSTEMS[shown.index(max(shown))]
    best = sorted(scored, key=lambda key: (-scored[key][0], key))
    return tuple(Reading(key, scored[key][1]) for key in best[:_READINGS])


@lru_cache(maxsize=50_000)
def _given(parts: Sequence[str]) -> tuple[tuple[str, float, Shares], ...]:
    """Hangul of a given name, its frequency, and its shares in each system; one empty reading for no parts."""
    if not parts:
        return (("", 1.0, (1.0, 1.0, 1.0)),)
    choices = [
        _part(part, "inside" if position else "first", parted=len(parts) > 1) for position, part in enumerate(parts)
    ]
    found = []
    for combination in product(*choices):
        text = "".join(part for part, _ in combination)
        found.append((text, _frequency(text), times(*(shares for _, shares in combination))))
    return tuple(found)


def _part(part: str, place: Place, *, parted: bool) -> list[tuple[str, Shares]]:
    """One part of a given name: of "Yong-ho", one syllable wherever that can be, for hyphens part syllables."""
    single = list(syllables(part, place).items()) if parted else []
    return single or list(cuts(part, place, len(_BY_LENGTH) - 1))


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
