"""How often transcription by rule is right: at first place and among the first three, per task.

    python -m tests.quality.score_transcription PAIRS.tsv [--misses N]

``PAIRS.tsv`` has the columns name, kind (person, place), origin, target and the right forms, ``|`` between; lines
that begin with # are comments.  A pair belongs to the half "written from" when the SHA-256 of its name is even, to
the half "held out" when it is odd: rules and tables were written with the even half in view only.  A sixth column
takes the place of the name there (spellings of one Korean name must not lie in both halves).
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from glossary.suggestions.transcription import transcribe


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and the forms that count as right."""

    name: str
    kind: str
    origin: str
    target: str
    right: frozenset[str]
    key: str
    """What its half is decided by: the name, unless the file says otherwise."""

    @property
    def held_out(self) -> bool:
        """Whether the rules were written without it."""
        return sha256(self.key.encode()).digest()[-1] % 2 == 1

    @property
    def task(self) -> tuple[str, str, str]:
        """Kind, origin, target."""
        return self.kind, self.origin, self.target


@dataclass(frozen=True, slots=True)
class Score:
    """Shares, 0–1, of ``pairs`` names."""

    pairs: int
    top1: float
    top3: float
    given: float
    """Names for which there is any rendering."""


def read(path: Path) -> Iterator[Pair]:
    """The pairs of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, origin, target, right, *key = line.split("\t")
            yield Pair(name, kind, origin, target, frozenset(right.split("|")), *(key or [name]))


def rank(pair: Pair) -> int:
    """0-based place of the first right form; -1 when none is right, -2 when there is no form at all."""
    forms = [rendering.form for rendering in transcribe(pair.name, pair.kind, pair.origin, pair.target)]
    return next((place for place, form in enumerate(forms) if form in pair.right), -1 if forms else -2)


def score(pairs: Iterable[Pair]) -> Score:
    """The figures of some pairs."""
    ranks = [rank(pair) for pair in pairs]
    count = len(ranks) or 1
    return Score(
        len(ranks),
        sum(place == 0 for place in ranks) / count,
        sum(0 <= place < 3 for place in ranks) / count,
        sum(place > -2 for place in ranks) / count,
    )


def main(arguments: Sequence[str]) -> None:
    """Print a table, and some misses of the half that may be looked at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="misses to print per task, of the half written from")
    parser.add_argument("--task", default="", help="only this task, e.g. person-ko-ko")
    options = parser.parse_args(arguments)
    tasks: defaultdict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    for pair in read(options.pairs):
        if not options.task or "-".join(pair.task) == options.task:
            tasks[pair.task].append(pair)
    print("kind    origin target | written from: pairs top-1 top-3 | held out: pairs top-1 top-3")
    for (kind, origin, target), pairs in sorted(tasks.items()):
        halves = [score(pair for pair in pairs if pair.held_out is half) for half in (False, True)]
        cells = [f"{half.pairs:6d}  {half.top1:.3f} {half.top3:.3f}" for half in halves]
        print(f"{kind:8}{origin or 'other':7}{target:7}|       {cells[0]}      |   {cells[1]}")
        missed = [pair for pair in pairs if not pair.held_out and rank(pair) != 0][:: max(1, len(pairs) // 400)]
        for pair in missed[: options.misses]:
            forms = [rendering.form for rendering in transcribe(pair.name, kind, origin, target)]
            print(f"    {pair.name}: {' '.join(sorted(pair.right))} not {', '.join(forms)}")


if __name__ == "__main__":
    main(sys.argv[1:])
