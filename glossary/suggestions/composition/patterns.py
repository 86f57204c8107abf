"""``compose_patterns.tsv``: English patterns with slots, and how their parts go together in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from glossary.languages.english import fold_spelling, singular


@dataclass(frozen=True, slots=True)
class Pattern:
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


def _rows(name: str) -> list[list[str]]:
    text = files("glossary.data").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """The table, read once per process."""
    found = []
    for kind, english, ko, ja, uk, trust in _rows("compose_patterns.tsv"):
        templates = {"ko": ko, "ja": ja, "uk": uk}
        tokens = tuple(words(english.replace("-", " ")))
        usable = {language: tuple(cell.split("|")) for language, cell in templates.items() if cell}
        literals = frozenset(token for token in tokens if not token.startswith("{"))
        found.append(Pattern(kind, english, tokens, usable, float(trust), literals))
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
    positions = {position for word in ("", *folded) for position in _by_word().get(word, ())}
    table = patterns()
    return tuple(
        table[position]
        for position in sorted(positions)
        if table[position].literals <= folded and len(table[position].tokens) <= len(spoken)
    )


def words(phrase: str) -> list[str]:
    """Folded words; slots stay as they are."""
    return [word if word.startswith("{") else fold_spelling(word) for word in phrase.split()]


@lru_cache(maxsize=20_000)
def word_keys(word: str) -> tuple[str, str]:
    """What a literal may look like to fit a word as written: folded, and folded in the singular."""
    folded = fold_spelling(word)
    return folded, singular(folded)


@dataclass(frozen=True, slots=True)
class Stem:
    """A portfolio or a modifier: what goes before a noun or an office."""

    ko: str
    ja: str
    uk: str
    """Of a portfolio the genitive, of a modifier the masculine adjective, of a noun the nominative."""
    minister: str = ""
    """Of a portfolio: the Japanese short form of its minister."""


@lru_cache(maxsize=1)
def portfolios() -> Mapping[str, Stem]:
    """Folded English portfolio → stems."""
    return {
        fold_spelling(form): Stem(ko, ja, uk, minister)
        for english, ko, ja, minister, uk in _rows("compose_portfolios.tsv")
        for form in english.split("|")
    }


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, Stem]:
    """Folded English noun → the everyday noun in each language."""
    return {fold_spelling(english): Stem(ko, ja, uk) for english, ko, ja, uk in _rows("compose_nouns.tsv")}


@lru_cache(maxsize=1)
def modifiers() -> Mapping[str, Stem]:
    """Folded English modifier → stems."""
    return {fold_spelling(english): Stem(ko, ja, uk) for english, ko, ja, uk in _rows("compose_modifiers.tsv")}
