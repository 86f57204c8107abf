"""Where a sentence names a country, a people or a body of states."""

from __future__ import annotations

from glossary.candidates.lexicon import Lexicon
from glossary.candidates.words import Word

LONGEST = 4
"""Words of the longest names looked for: "Democratic Republic of Congo"; longer ones are official names only."""


def country_at(words: tuple[Word, ...], index: int, known: Lexicon) -> int:
    """How many words from ``index`` on name a country, a people or a body of states (0: none)."""
    if not words[index].capital:
        return 0
    for length in range(min(LONGEST, len(words) - index), 0, -1):
        text = " ".join(word.text.replace("’", "'") for word in words[index : index + length])
        if text in known.demonyms or text in known.countries:
            return length
        if length == 1 and words[index].label in ("GPE", "NORP"):
            return 1
        if length == 1 and known.names.get(text, ("",))[0] == "organization" and words[index].shouted:
            return 1
    return 0
