"""``compose_patterns.tsv``: English patterns with slots, and how their parts go together in each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from glossary import data
from glossary.expressions import expression
from glossary.languages.english import fold_spelling, singular


class Pattern(NamedTuple):
    """One row."""

    kind: str
    """Of what it names."""
    english: str
    tokens: tuple[str, ...]
    """A literal word, folded, or the name of a slot in braces."""
    templates: Mapping[str, tuple[str, ...]]
    """Language → templates, the best first."""
    trust: float
    literals: frozenset[str]
    """Words that a phrase must have to fit."""
    first: str
    """Its first word; empty when that is a slot."""
    last: str
    """Its last word, likewise."""


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """The table, read once per process."""
    found = []
    for kind, english, ko, ja, uk, trust in data.rows("compose_patterns.tsv"):
        templates = {"ko": ko, "ja": ja, "uk": uk}
        tokens = tuple(words(english.replace("-", " ")))
        usable = {language: tuple(cell.split("|")) for language, cell in templates.items() if cell}
        literals = frozenset(token for token in tokens if not token.startswith("{"))
        first, last = (token if token in literals else "" for token in (tokens[0], tokens[-1]))
        found.append(Pattern(kind, english, tokens, usable, float(trust), literals, first, last))
    return tuple(found)


@lru_cache(maxsize=1)
def _by_word() -> Mapping[str, tuple[int, ...]]:
    """Literal word → positions of the patterns that need it; under "" those that need none."""
    found: dict[str, list[int]] = {}
    for position, pattern in enumerate(patterns()):
        found.setdefault(max(pattern.literals, key=len, default=""), []).append(position)
    return {word: tuple(positions) for word, positions in found.items()}


@lru_cache(maxsize=20_000)
def fitting(spoken: tuple[str, ...]) -> tuple[Pattern, ...]:
    """Patterns all of whose literal words the phrase has, in the order of the table."""
    folded = {key for word in spoken for key in word_keys(word)}
    by_word = _by_word()
    positions = {position for word in folded for position in by_word.get(word, ())}.union(by_word.get("", ()))
    first, last = ({*word_keys(spoken[end]), ""} for end in (0, -1))
    found = (patterns()[position] for position in sorted(positions))
    return tuple(
        pattern
        for pattern in found
        if pattern.literals <= folded and pattern.first in first and pattern.last in last
        if len(pattern.tokens) <= len(spoken)
    )


def words(phrase: str) -> list[str]:
    """Folded words; slots stay as they are."""
    return [word if word.startswith("{") else fold_spelling(word) for word in phrase.split()]


@lru_cache(maxsize=20_000)
def word_keys(word: str) -> tuple[str, str]:
    """What a literal may look like to fit a word as written: folded, and folded in the singular."""
    folded = fold_spelling(word)
    return folded, singular(folded)


class Stem(NamedTuple):
    """A portfolio or a modifier: what goes before a noun or an office."""

    ko: str
    ja: str
    uk: str
    """Of a portfolio the genitive, of a modifier the masculine adjective."""
    minister: str = ""
    """Of a portfolio: the Japanese short form of its minister."""


@lru_cache(maxsize=1)
def portfolios() -> Mapping[str, Stem]:
    """Folded English portfolio → stems."""
    return {
        fold_spelling(form): Stem(ko, ja, uk, minister)
        for english, ko, ja, minister, uk in data.rows("compose_portfolios.tsv")
        for form in english.split("|")
    }


@lru_cache(maxsize=1)
def modifiers() -> Mapping[str, Stem]:
    """Folded English modifier → stems."""
    return {fold_spelling(english): Stem(ko, ja, uk) for english, ko, ja, uk in data.rows("compose_modifiers.tsv")}


@lru_cache(maxsize=1)
def branches() -> Mapping[str, Stem]:
    """Folded English branch of an army → stems."""
    return {
        fold_spelling(form): Stem(ko, ja, uk)
        for english, ko, ja, uk in data.rows("compose_branches.tsv")
        for form in english.split("|")
    }


_NUMBER = expression(r"[1-9][0-9]{0,3}")
_ORDINAL = expression(r"([1-9][0-9]{0,2})(?:st|nd|rd|th)")


def is_number(text: str) -> bool:
    """A number of at most four digits."""
    return bool(_NUMBER.fullmatch(text))


def ordinal(text: str) -> str:
    """The digits of an ordinal number: "25th" → "25"; empty when it is none."""
    match = _ORDINAL.fullmatch(text)
    return match[1] if match else ""
