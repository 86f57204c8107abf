"""Bodies of state without capitals: "the Ukrainian government", "South Korea's foreign ministry".

A noun for an organ of state, with the country it belongs to, names one body of the world and not a kind of
thing.  The country stays part of the name where the noun alone tells nothing ("government").
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.candidates.lexicon import in_field, lexicon
from glossary.candidates.mentions import Mention
from glossary.candidates.titles import country_at
from glossary.candidates.words import Sentence

ORGANS = frozenset("government parliament military army navy police embassy cabinet judiciary congress senate".split())
"""With its country, a name: "German parliament"."""
DEPARTMENTS = frozenset(("ministry",))
"""With its field, a name: "foreign ministry"; the country is left out, as with titles."""


def find_bodies(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Every body of state in lower case."""
    known = lexicon()
    for sentence in sentences:
        words = sentence.words
        for index, word in enumerate(words):
            if word.tag != "NN" or word.capital or not index or sentence.titled:
                continue
            if word.lower in ORGANS:
                for length in (4, 3, 2, 1):
                    start = index - length
                    if start >= 0 and country_at(words, start, known) == length and words[index - 1].tag != "POS":
                        form = sentence.slice(start, index + 1)
                        why = f"organ of state with its country: {form}"
                        yield Mention(sentence, start, index + 1, "organization", "bodies", why, form, "government")
                        break
            elif word.lower in DEPARTMENTS:
                start = index
                while start and words[start - 1].text[0].islower() and in_field(words[start - 1].lower):
                    start -= 1
                if start < index:
                    form = sentence.slice(start, index + 1)
                    yield Mention(sentence, start, index + 1, "organization", "bodies", f"department: {form}", form)
