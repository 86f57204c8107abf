"""Where a sentence names a country, a people or a body of states."""

from __future__ import annotations

from functools import lru_cache

from glossary.candidates.lexicon import Lexicon, lexicon
from glossary.candidates.words import Word

LONGEST = 4
"""Words of the longest names looked for: "Democratic Republic of Congo"; longer ones are official names only."""


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """First words of the names that have several: most words of a text are none, and are looked up once."""
    known = lexicon()
    return frozenset(
        name.partition(" ")[0] for names in (known.countries, known.demonyms) for name in names if " " in name
    )


def country_at(words: tuple[Word, ...], index: int, known: Lexicon) -> int:
    """How many words from ``index`` on name a country, a people or a body of states (0: none)."""
    if not words[index].capital:
        return 0
    longest = LONGEST if words[index].text.replace("’", "'") in _beginnings() else 1
    for length in range(min(longest, len(words) - index), 0, -1):
        text = " ".join(word.text.replace("’", "'") for word in words[index : index + length])
        if text in known.demonyms or text in known.countries:
            return length
        if length == 1 and words[index].label in ("GPE", "NORP"):
            return 1
        if length == 1 and known.names.get(text, ("",))[0] == "organization" and words[index].shouted:
            return 1
    return 0
