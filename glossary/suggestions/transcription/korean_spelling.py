"""How Korean syllables and family names are spelled in Latin letters: three systems, each with its shares.

A name is read by asking how likely each system is to have written it, not by undoing one system: English texts
write 정은 as Jeong-eun (Revised Romanization), Jong-un (McCune–Reischauer without its diacritics, much as the North
writes) and Jung-eun (the southern press and passports), and o, u, k, p, t mean other letters in each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from glossary.suggestions.transcription.hangul import compose
from glossary.suggestions.transcription.tables import rows

SYSTEMS = ("Revised Romanization", "McCune–Reischauer", "press spelling")
Shares = tuple[float, float, float]
"""One figure for each of ``SYSTEMS``, 0–1."""
Place = str
"""Of an onset: "first" in the given name, or "inside" it, where McCune–Reischauer writes voiced sounds."""
_Inverse = Mapping[str, tuple[tuple[str, Shares], ...]]
"""Letters → the jamo (or syllable) they may stand for, and how often each system writes it so."""
_USUAL = 5
"""Names that a usual one counts as; between 3 and 8 the order of readings is the same in all but a few names."""
_LONGEST_ONSET, _LONGEST_CODA = 2, 2
_CHANGES = (
    ("ngn", ("ngr", "kr", "kn")), ("ngm", ("km",)), ("mn", ("mr", "pr", "pn")), ("mm", ("pm",)), ("ll", ("nr", "lr",
    "ln")),
)  # fmt: skip
"""Letters where two syllables meet → what the syllables are spelled apart."""
_CHANGED = 0.3
"""Weight of a reading behind a change of sound: most "ngn" are ㅇ and ㄴ."""


def times(*factors: Shares) -> Shares:
    """The shares of spellings that stand side by side."""
    revised = northern = press = 1.0
    for factor in factors:
        revised, northern, press = revised * factor[0], northern * factor[1], press * factor[2]
    return revised, northern, press


@lru_cache(maxsize=1)
def _table() -> Mapping[str, _Inverse]:
    """``transcribe_korean_spelling.tsv``: place → letters → jamo."""
    table: defaultdict[str, defaultdict[str, dict[str, list[float]]]] = defaultdict(lambda: defaultdict(dict))
    for place, jamo, *cells in rows("transcribe_korean_spelling.tsv"):
        for system, cell in enumerate(cells):
            for letters, share in _shares(cell):
                table[place][letters].setdefault(jamo.strip("-"), [0.0, 0.0, 0.0])[system] = share
    return {
        place: {
            letters: tuple((jamo, (one, two, three)) for jamo, (one, two, three) in meanings.items())
            for letters, meanings in inverse.items()
        }
        for place, inverse in table.items()
    }


def _shares(cell: str) -> Iterator[tuple[str, float]]:
    """``k:.75|g:.25`` as pairs; a spelling without a figure has the whole share, ``-`` is no letter."""
    for item in cell.split("|"):
        letters, _, share = item.partition(":")
        yield letters.strip("-"), float(share or 1)


@lru_cache(maxsize=20_000)
def syllables(letters: str, place: Place) -> Mapping[str, Shares]:
    """The syllables of given names that ``letters`` may stand for, with the share of that spelling in each system.

    >>> sorted(syllables("jong", "inside"))
    ['정', '종']
    """
    table, found = _table(), dict(_table()["syllable"].get(letters, ()))
    for start, end in product(range(_LONGEST_ONSET + 1), range(_LONGEST_CODA + 1)):
        stop = len(letters) - end
        vowels, codas = letters[start:stop], table["coda"].get(letters[stop:], ())
        if not vowels or not codas:
            continue
        for onset, onset_shares in table[place].get(letters[:start], ()):
            for vowel, vowel_shares in _vowels(vowels, onset):
                for coda, coda_shares in codas:
                    syllable = compose(onset, vowel, coda)
                    if syllable in frequencies():
                        found[syllable] = times(onset_shares, vowel_shares, coda_shares)
    return found


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


def _vowels(letters: str, onset: str) -> Iterator[tuple[str, Shares]]:
    """The vowels that ``letters`` may stand for; some are spelled otherwise where no consonant stands before."""
    bare = _table()["bare"]
    special = {vowel for meanings in bare.values() for vowel, _ in meanings} if onset == "ㅇ" else ()
    for vowel, shares in _table()["vowel"].get(letters, ()):
        if vowel not in special:
            yield vowel, shares
    if onset == "ㅇ":
        yield from bare.get(letters, ())


@lru_cache(maxsize=1)
def usual() -> frozenset[str]:
    """Given names borne by thousands."""
    return frozenset(name for row in rows("transcribe_korean_given.txt") for name in row[0].split())


@lru_cache(maxsize=1)
def frequencies() -> Mapping[str, tuple[int, int]]:
    """Syllable of given names → how many given names begin and how many end with it; a usual name counts more."""
    counts = {row[0]: [int(row[1]), int(row[2])] for row in rows("transcribe_korean_syllables.tsv")}
    for name in sorted(usual()):
        counts.setdefault(name[0], [0, 0])[0] += _USUAL
        counts.setdefault(name[1], [0, 0])[1] += _USUAL
    return {syllable: (first, last) for syllable, (first, last) in counts.items()}


@lru_cache(maxsize=1)
def bearers() -> Mapping[str, int]:
    """Family name in Hangul → bearers in thousands."""
    return {hangul: int(count) for hangul, count, *_ in rows("transcribe_korean_surnames.tsv")}


@lru_cache(maxsize=1)
def surnames() -> Mapping[str, Mapping[str, Shares]]:
    """Spelling → the family names that it may stand for, with the share of that spelling in each system.

    The press has no rule: of the spellings listed, each is taken to be half as usual as the one before it.
    """
    found: defaultdict[str, dict[str, Shares]] = defaultdict(dict)
    for hangul, _, revised, press, northern in rows("transcribe_korean_surnames.tsv"):
        shares: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        for system, cell in enumerate((revised, northern, press)):
            for rank, letters in enumerate(cell.strip("-").split(",")):
                shares[letters][system] = 0.5 ** (rank + 1)
        for letters, (one, two, three) in shares.items():
            found[letters][hangul] = (one, two, three)
    found.pop("", None)
    return found
