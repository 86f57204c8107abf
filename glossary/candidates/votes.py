"""Named elections: "2019 Australian federal election", "Crimean status referendum".

English writes these names without a capital on their head; what makes one a name is the country, people or
body that votes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import lexicon
from glossary.candidates.mentions import Mention
from glossary.candidates.words import Sentence

VOTES = frozenset(("election", "by-election", "referendum", "plebiscite", "runoff"))
"""Head nouns, singular."""
MODIFIERS = 3
"""Lower-case words at most between the name and the head ("legislative assembly", "independence")."""


def find_votes(sentences: tuple[Sentence, ...], names: Iterable[Mention]) -> Iterator[Mention]:
    """Every election that a name before it tells from others, with its year where that stands in front."""
    ends = {
        (mention.sentence.number, mention.end): mention for mention in names if mention.kind not in ("person", "title")
    }
    known = lexicon()
    for sentence in sentences:
        if sentence.titled:
            continue
        words = sentence.words
        for head, word in enumerate(words):
            if word.base not in VOTES or not word.noun:
                continue
            start = head
            while start and head - start < MODIFIERS and words[start - 1].text.islower() and words[start - 1].tag in (
                "JJ", "NN", "NNS"
            ):  # fmt: skip
                start -= 1
            name = ends.get((sentence.number, start))
            length = next((n for n in (4, 3, 2, 1) if start >= n and country_at(words, start - n, known) == n), 0)
            if start == head or (name is None and not length):
                continue  # "Ukraine election" is a term; "Ukrainian presidential election" a name
            first = name.start if name is not None else start - length
            dated = first and words[first - 1].tag == "CD" and len(words[first - 1].text) == 4
            form = sentence.slice(first - 1 if dated else first, head + 1)
            why = f"a vote with who votes before it: {form}"
            yield Mention(sentence, first - int(bool(dated)), head + 1, "event", "votes", why, form, "election")
