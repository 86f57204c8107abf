"""A corpus like Reuters' of any length, made of a folder of English texts.

    python -m tests.benchmarks.news_corpus FOLDER TARGET [--documents 10000]

Short articles of 1.8 kB (10,000 are 18 MB), each a headline, a dateline and paragraphs of one or two sentences, taken
in runs from a few of the texts (``.txt``).  Sentences alone would repeat, and with them the vocabulary would stop
growing after some megabytes, where that of news goes on: by Heaps' law V = K n^b it grows with about the square root of
the text (Reuters RCV1: b = 0.49; Manning, Raghavan and Schütze 2008, Introduction to Information Retrieval, 5.1.1).
Therefore persons, places and figures are exchanged, the same way within an article, for names of ``glossary/data``
drawn with a long tail: few come again and again, ever new ones once.  What is printed tells b; it is .32 for 10,000
articles of 350 texts (1.3 MB), as their ordinary words stay the same: easier than news, for each program alike.

The seed is fixed: the same folder gives the same bytes.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections.abc import Sequence
from pathlib import Path

import glossary

DATA = Path(glossary.__file__).parent / "data"
SIZE = 1_650
"""Characters after which an article ends; with its head and the rest of the sentence 1.8 kB."""
VARIED = 0.8
"""Share of the names in an article that are exchanged; the others are those that all news mention."""
STEEP = 2
"""How much more frequent the first names are than the last: the power of a random number that gives the rank.  At
4,000 articles 1.5 gives hardly more words (b .37) than 2 (.35); Zipf's law as such gives fewer (b .26)."""
MONTHS = ("Jan", "Feb", "March", "April", "June", "Sept", "Oct")


class Names:
    """Who and what is exchanged in the texts, and for what."""

    def __init__(self, texts: Sequence[str], rng: random.Random) -> None:
        """``rng`` decides which names are frequent."""
        words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
        self.given = _column("given_names.tsv", 0, words)
        self.family = _column("name_parts.tsv", 0, words)
        self.places = _column("gazetteer.tsv", 1, words)
        full = re.compile(rf"\b(?:{'|'.join(self.given)}) ([A-Z][a-z]{{3,}})\b")
        persons = {name for text in texts for name in full.findall(text) if name.lower() not in words}
        places = (set(self.places) & words) - persons
        for names in (self.given, self.family, self.places):
            rng.shuffle(names)
        person = rf"(?:({'|'.join(self.given)}) )?({'|'.join(sorted(persons))})"
        self.pattern = re.compile(rf"\b(?=[A-Z\d])(?:{person}|({'|'.join(sorted(places))})|(\d+)(\d))\b")

    def exchanged(self, text: str, rng: random.Random) -> str:
        """The text of an article with names and figures of its own."""
        ranks: dict[str, int | None] = {}

        def name(match: re.Match[str]) -> str:
            given, family, place, number, _ = match.groups()
            if number:
                return f"{number}{rng.randrange(10)}"
            names, key = (self.family, family) if family else (self.places, place)
            if key not in ranks:
                ranks[key] = rank_below(len(names), rng) if rng.random() < VARIED else None
            rank = ranks[key]
            if rank is None:
                return match.group()
            return f"{self.given[rank % len(self.given)]} {names[rank]}" if given else names[rank]

        return self.pattern.sub(name, text)


def _column(name: str, column: int, words: set[str]) -> list[str]:
    """Names of one word in a table that are not words of the texts too (Will, Hope), sorted."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    found = {line.split("\t")[column].title() for line in lines if not line.startswith("#")}
    return sorted(name for name in found if name.isalpha() and len(name) > 3 and name.lower() not in words)


def rank_below(count: int, rng: random.Random) -> int:
    """A rank from 0 to ``count`` - 1, as frequent as rank ** (1 / STEEP - 1)."""
    return int(count * rng.random() ** STEEP)


def make_corpus(folder: Path, count: int, target: Path) -> None:
    """Write ``count`` articles made of the texts in ``folder``; print how the vocabulary grows."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    rng = random.Random(1987)  # any number: the year of the Reuters-21578 collection
    names = Names(texts, rng)
    lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
    headlines = [line for text in lines for line in text if len(line) < 70 and line[-1] not in '.!?:;,”"']
    split = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
    sentences = [[part for line in text if len(line) > 100 for part in split.split(line)] for text in lines]
    sentences = [text for text in sentences if len(text) > 3]
    vocabulary: set[str] = set()
    tokens = size = 0
    for number in range(count):
        body = _body(sentences, rng)
        place = names.places[rank_below(len(names.places), rng)]
        date = f"{rng.choice(MONTHS)} {rng.randint(1, 28)}"
        article = names.exchanged(f"{rng.choice(headlines)}\n\n{place}, {date} – {body}\n", rng)
        (target / f"{number:05}.txt").write_text(article, encoding="utf-8")
        found = re.findall(r"\w+", article)
        vocabulary.update(found)
        tokens, size = tokens + len(found), size + len(article.encode())
        if number + 1 in (math.ceil(count / 4), math.ceil(count / 2), count):
            print(f"{number + 1:,} articles, {size / 1e6:.1f} MB: {len(vocabulary):,} words of {tokens:,}", flush=True)


def _body(sentences: Sequence[Sequence[str]], rng: random.Random) -> str:
    """Runs of sentences from some of the texts, together an article."""
    body, length = "", 0
    while length < SIZE:
        text = rng.choice(sentences)
        start = rng.randrange(len(text) - 2)
        for sentence in text[start : start + rng.randint(3, 6)]:
            if length < SIZE:
                body += sentence + rng.choice((" ", "\n\n"))
                length += len(sentence)
    return body.strip()


def main() -> None:
    """Make the corpus that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    options = parser.parse_args()
    options.target.mkdir(parents=True)
    make_corpus(options.folder, options.documents, options.target)


if __name__ == "__main__":
    main()
