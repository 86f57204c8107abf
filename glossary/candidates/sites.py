"""Places that are named by a name and a common noun: "Kursk region", "Sado mine", "Korean peninsula"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.candidates.countries import country_at
from glossary.candidates.lexicon import lexicon
from glossary.candidates.mentions import Mention
from glossary.candidates.words import Sentence

SITES = frozenset(
    "region oblast province prefecture district county peninsula strait straits archipelago islands island coast "
    "mine port airport airfield dam bridge prison cosmodrome canal valley river delta basin desert".split()
)
"""Common nouns that make a name the name of a place."""
OF_PEOPLES = frozenset("peninsula archipelago islands coast desert".split())
"""Those that a people's name suffices for: "Korean peninsula", but "Russian port" is any port."""


def find_sites(sentences: tuple[Sentence, ...], names: Iterable[Mention]) -> Iterator[Mention]:
    """Every place with a lower-case head; ``names`` are the names already found, whose kinds are known."""
    ends = {(mention.sentence.number, mention.end): mention for mention in names}
    known = lexicon()
    for sentence in sentences:
        for index, word in enumerate(sentence.words):
            name = ends.get((sentence.number, index))
            if sentence.titled or word.lower not in SITES or word.capital or name is None:
                continue
            country = country_at(sentence.words, name.start, known) == name.end - name.start
            if name.kind not in ("place", "people", "organization") or (country and word.lower not in OF_PEOPLES):
                continue
            form = sentence.slice(name.start, index + 1)
            yield Mention(sentence, name.start, index + 1, "place", "sites", f"a name and a site: {form}", form, "site")
