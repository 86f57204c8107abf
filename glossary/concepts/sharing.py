"""What candidates may share with others: a rule of ``identity`` joins two only where they share something.

Whoever shares nothing with the candidates that have changed is in the same group as before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from glossary.concepts import identity
from glossary.concepts.count import Count, Key

ENOUGH = 2
"""Full names with a word that are looked at: of two, neither is the only one with it, however many more there are."""


class Shared(NamedTuple):
    """What a candidate may share, beside its own key."""

    folded: tuple[str, ...] = ()
    """Keys of its expansions and of its shorter forms."""
    tokens: tuple[str, ...] = ()
    """What ``identity.tokens`` gives for it, each in one text."""


NOTHING = Shared()


def shared(key: Key, count: Count) -> Shared:
    """What a candidate may share with others."""
    folded = {*identity.expanded(count), *identity.shorter(key, count)}
    tokens = identity.tokens(key, count) if count.tokens is None else count.tokens
    return Shared(tuple(sorted(folded)), tuple([" ".join(token) for token in tokens])) if folded or tokens else NOTHING


class _Wanted(NamedTuple):
    """What is shared with any of some candidates."""

    folded: set[str]
    tokens: set[str]
    words: set[str]


def partners(known: Mapping[Key, Shared], some: Collection[Key], shares: Iterable[tuple[Key, Shared]]) -> set[Key]:
    """Those of the ``known`` candidates beside ``some`` that share anything with these, which have the ``shares``.

    Of the full names that have a word in common with a name of one word only ``ENOUGH``, and none without that name.
    """
    wanted = _wanted(shares)
    found: set[Key] = set()
    full: dict[str, list[Key]] = {word: [] for word in wanted.words if ("person", word) in known}
    for key, (folded, tokens) in known.items():
        kind, own = key
        if own in wanted.folded or not (wanted.folded.isdisjoint(folded) and wanted.tokens.isdisjoint(tokens)):
            found.add(key)
        if kind == "person" and " " in own and key not in some:
            for word in _words(own):
                if word in full and len(full[word]) < ENOUGH:
                    full[word].append(key)
    for word, keys in full.items():
        found.update((("person", word), *keys))
    return found.difference(some)


def _wanted(shares: Iterable[tuple[Key, Shared]]) -> _Wanted:
    wanted = _Wanted(set(), set(), set())
    for (kind, own), (folded, tokens) in shares:
        wanted.folded.update((own, *folded))
        wanted.tokens.update(tokens)
        if kind == "person":
            wanted.words.update(_words(own))
    return wanted


def _words(folded: str) -> Collection[str]:
    """The first and the last word of a name."""
    return {folded.partition(" ")[0], folded.rpartition(" ")[2]}
