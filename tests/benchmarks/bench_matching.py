"""Speed of matching: pairs a CPU second for each language, and terms in sources by the number of terms.

    python tests/benchmarks/bench_matching.py PAIRS.jsonl… [--text FILE…]

PAIRS as for tests/quality/score_matching.py.  Every pair pays for reading its text anew; matchers are built
before, and their building is timed apart.  --text: English text in which 1,000 and 100,000 made-up terms are
looked for; without it, one of made-up words.  The machine's load moves the figures, hardly the ratio.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

from glossary.languages import japanese, korean, masking, ukrainian
from glossary.languages.matching import matcher_for
from glossary.languages.source import SourceTerms

ROUNDS = 7
_TEXT_CACHES = (
    ukrainian.words_of,
    korean.fold_korean,
    japanese.fold_japanese,
    japanese.loosely,
    japanese.loosely_origins,
)


def main() -> None:
    """Print the figures, best of seven rounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--text", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    for path in options.paths:
        pairs(path)
    sources(" ".join(path.read_text(encoding="utf-8") for path in options.text))


def best(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest round."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def pairs(path: Path) -> None:
    """Pairs a CPU second, and microseconds to build a matcher."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    renderings = sorted({(row["approved"], row["language"]) for row in rows})

    def build() -> None:
        matcher_for.cache_clear()
        ukrainian.forms.cache_clear()
        for rendering, language in renderings:
            matcher_for(rendering, language)

    def match() -> None:
        for row in rows:
            for cache in _TEXT_CACHES:
                cache.cache_clear()
            matcher_for(row["approved"], row["language"]).uses(row["translation"])

    built = best(build)
    letters = sum(len(row["translation"]) for row in rows) // len(rows)
    print(
        f"{path.name}: {len(rows) / best(match):,.0f} pairs a CPU second ({letters} letters each); "
        f"{1e6 * built / len(renderings):.0f} µs to build a matcher"
    )


def sources(text: str) -> None:
    """CPU seconds for the same text with 1,000 terms, and with 99,000 more that it hardly uses."""
    draw = random.Random(1)
    words = sorted(set(text.split()))
    if not words:
        words = ["".join(draw.choices("aeioulnrst", k=draw.randint(3, 9))) for _ in range(20_000)]
        text = " ".join(draw.choices(words, k=100_000))
    lines = [text[at : at + 400] for at in range(0, len(text), 400)]
    few = [" ".join(draw.choices(words, k=draw.randint(1, 3))) for _ in range(1_000)]
    many = few + [" ".join(draw.choices(words, k=draw.randint(2, 4))) for _ in range(99_000)]
    seconds = []
    for forms in (few, many):
        start = time.process_time()
        terms = SourceTerms((str(index), form, index % 2 == 0) for index, form in enumerate(forms))
        built = time.process_time() - start

        def look(terms: SourceTerms = terms) -> int:
            masking.mask.cache_clear()
            return sum(len(terms.uses(line)) for line in lines)

        seconds.append(best(look))
        print(
            f"{len(forms):,} terms: {seconds[-1]:.3f} CPU s for {len(text):,} letters ({look():,} uses), "
            f"built in {built:.2f} CPU s"
        )
    print(f"100,000 terms cost {seconds[1] / seconds[0]:.2f} × of 1,000")


if __name__ == "__main__":
    main()
