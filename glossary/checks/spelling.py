"""Rule S501: British and American spelling in one project."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from glossary.expressions import expression
from glossary.languages.english import fold_spelling
from glossary.model import Document, Finding, Location
from glossary.rules import RULES

_WORD = expression(r"(?<![\w'’-])[A-Za-z]{4,}(?![\w'’-])")


def two_spellings(documents: Sequence[Document]) -> Iterator[Finding]:
    """S501: a word spelled the British way in some places and the American way in others.

    One finding for each word, at the first place of the rarer spelling.  Only words that the documents have in both
    spellings count, so names such as Pearl Harbor and Labour Party alone are none.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, Location] = {}
    for document in documents:
        for segment in document.segments:
            if segment.role == "boilerplate":
                continue
            for match in _WORD.finditer(segment.text):
                word = match[0].lower()
                key = _key(word)
                if key:
                    counts[key][word] += 1
                    if word not in places:
                        places[word] = Location(segment.location.path, segment.line_at(match.start()))
    for found in counts.values():
        if len(found) > 1:
            usual, often = found.most_common(1)[0]
            for word in sorted(found.keys() - {usual}):
                message = f"“{word}” ({found[word]}) beside “{usual}” ({often}): one project, one spelling"
                yield Finding("S501", RULES["S501"].severity, message, places[word], "en", expected=usual)


@lru_cache(maxsize=100_000)
def _key(word: str) -> str:
    """What the British and the American spelling of a word have in common; empty for a word that has no pair."""
    if _ONE_SYLLABLE.match(word):
        return ""
    folded = fold_spelling(word)
    return folded if folded != word or _AMERICAN.search(word) else ""


_ONE_SYLLABLE = expression(r"[^aeiou]*[aeiou]ll?(?:ed|ing|ers?)$")
"""filled and filed, polling and poling: two words, not two spellings."""
_AMERICAN = expression(
    r"[iy]z(?:e|ed|es|ing|er|ers|ations?)$|or(?:s|ed|ing|able|al|ite|hood)?$|[bt]er(?:s|ed)?$|ense$|ogs?$"
    r"|[aeiou]l(?:ed|ing|ers?)$|^gray|^programs?$|^maneuver|^airplane"
)
"""Endings that an American spelling may have: the other sides of ``glossary.languages.english``'s pairs."""
