"""What a corpus costs that nobody here can build: machines, hours, bytes between them, memory; and where it breaks.

    python tests/benchmarks/simulate_cluster.py FOLDER [--articles N] [--cores N] [--memory GB] [--slope B]

Measures text files of the folder in one process, in random order, at 1/16 … 1 of their number; fits its laws to the
points up to a quarter and prints what they predict for the half and the whole beside what was measured there:

* CPU: seconds per byte of text;
* distinct keys (kinds and forms): Heaps' law, K = k · nᵇ over n documents (Heaps, Information Retrieval, 1978, 206);
* a tally as it travels, and in memory: bytes per key, which grow until each key has its 50 sampled occurrences: a power
  of n too, capped at what 50 occurrences take;
* adding up: seconds per byte that is read.

Then it walks the design (parts, a tree of sums of eight, one sum sent to the caller) for growing numbers of articles.
``--slope`` sets b for what comes after the measured points: it falls as a corpus grows, from 0.8 in hundreds of
documents to 0.4–0.6 for the words of large collections (Manning, Raghavan, Schütze, Introduction to Information
Retrieval, 2008, 5.1.1), so that the fitted one is an upper bound.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench_cluster import Size, files, growth

from glossary import analysis, candidates, concepts, processes
from glossary.clusters.running import EACH, FAN, LARGEST, SMALLEST
from glossary.concepts.count import SAMPLE
from glossary.settings import Settings

FITTED = 3
"""Of five points, the first that laws are fitted to."""
TASK = 10_000
"""Bytes that the scheduler keeps for each task, and …"""
HANDLING = 0.001
"""… seconds that it takes for one: both of the order that Dask's documentation gives ("Efficiency": 200 µs to 1 ms)."""
PATH = 60
"""Bytes of a path in the list of sources."""


class Law(NamedTuple):
    """y = factor · nᵖᵒʷᵉʳ."""

    factor: float
    power: float

    def __call__(self, number: float) -> float:
        return self.factor * number**self.power


class Laws(NamedTuple):
    """Everything that was measured, as laws over the number of documents."""

    text: float
    """Bytes of a document."""
    cpu: float
    """Seconds for a byte of text."""
    keys: Law
    packed: Law
    """Bytes for a key, as it travels."""
    most: float
    """The same, when it has all its occurrences."""
    memory: float
    """Bytes in memory for one that travels."""
    adding: float
    """Seconds for a byte that travels, to read it and add it up."""

    def tally(self, documents: float) -> float:
        """Bytes of a tally as it travels."""
        return self.keys(documents) * min(self.packed(documents), self.most)


class Cost(NamedTuple):
    """What a corpus comes to."""

    articles: float
    hours: float
    """Until the sum is there: counting on all cores, then the last sums, which wait for each other."""
    last: float
    """Hours of these last sums."""
    tasks: float
    shuffled: float
    """Bytes that travel from parts to sums and from sums to sums."""
    keys: float
    result: float
    """Bytes of the sum of all."""
    reducer: float
    """Bytes of memory where the last sum is made: itself and one of its parts."""
    scheduler: float
    """Bytes of memory for its tasks and for the result that passes through it."""


def fitted(points: Sequence[tuple[float, float]]) -> Law:
    """The power law through points, by least squares of their logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    middle = [sum(values) / len(logs) for values in zip(*logs, strict=True)]
    above = sum((x - middle[0]) * (y - middle[1]) for x, y in logs)
    power = above / sum((x - middle[0]) ** 2 for x, _ in logs)
    return Law(math.exp(middle[1] - power * middle[0]), power)


def measured(sources: Sequence[Path], settings: Settings) -> tuple[list[processes.Recognized], list[float]]:
    """What documents name, and CPU seconds after each of them."""
    analysis.load(settings.model)
    candidates.load()
    found, spent = [], []
    start = time.process_time()
    for path in sources:
        found += processes.recognized([path], settings, (), 1)
        spent.append(time.process_time() - start)
    return found, spent


def adding(found: Sequence[processes.Recognized]) -> float:
    """Seconds for each byte that is read and added up, with the sum packed again."""
    quarter = len(found) // 4
    packed: list[bytes] = []
    for start in range(0, 4 * quarter, quarter):
        tally = concepts.Tally()
        for item in found[start : start + quarter]:
            tally.add(item.path, item.candidates)
        packed.append(concepts.packed(tally))
    start_time = time.process_time()
    whole = concepts.Tally()
    for data in packed:
        whole.include(concepts.unpacked(data))
    concepts.packed(whole)
    return (time.process_time() - start_time) / sum(map(len, packed))


def laws(sizes: Sequence[Size], spent: Sequence[float], seconds: float) -> Laws:
    """Fitted to the first points."""
    some = sizes[:FITTED]
    last = some[-1]
    per_occurrence = last.packed / last.occurrences
    return Laws(
        text=last.text / last.documents,
        cpu=spent[last.documents - 1] / last.text,
        keys=fitted([(size.documents, size.keys) for size in some]),
        packed=fitted([(size.documents, size.packed / size.keys) for size in some]),
        most=SAMPLE * per_occurrence,
        memory=last.memory / last.packed,
        adding=seconds,
    )


def cost(law: Laws, articles: float, cores: int) -> Cost:
    """Walk the design for so many articles."""
    text = law.text * articles
    part = min(max(text / (cores * EACH), SMALLEST), LARGEST)
    count = max(1.0, text / part)
    shuffled = sums = last = 0.0
    number, held = count, articles / count
    while number > 1:
        shuffled += number * law.tally(held)
        fan = min(FAN, number)
        one = fan * law.tally(held) * law.adding
        number, held = number / fan, held * fan
        sums += number
        last += one * max(1.0, number / cores)
    result = law.tally(articles) + PATH * articles
    counting = law.cpu * text / cores
    return Cost(
        articles, (counting + last) / 3600, last / 3600, count + sums, shuffled, law.keys(articles), result,
        law.memory * (result + law.tally(articles / FAN)), TASK * (count + sums) + result,
    )  # fmt: skip


def check(law: Laws, sizes: Sequence[Size], spent: Sequence[float]) -> None:
    """Print predictions beside measured points that they were not fitted to."""
    print(f"fitted to {', '.join(str(size.documents) for size in sizes[:FITTED])} documents:")
    print(f"  keys = {law.keys.factor:.0f} · n^{law.keys.power:.2f}, {1e6 * law.cpu:.1f} µs CPU per byte of text,")
    print(f"  {law.packed.factor:.0f} · n^{law.packed.power:.2f} bytes per key, at most {law.most:,.0f};", end=" ")
    print(f"{law.memory:.0f} bytes in memory for each, {1e6 * law.adding:.2f} µs to add it up")
    print("documents            predicted  measured  ratio")
    for size in sizes[FITTED:]:
        for name, predicted, real in (
            ("keys", law.keys(size.documents), size.keys),
            ("packed kB", law.tally(size.documents) / 1e3, size.packed / 1e3),
            ("memory MB", law.memory * law.tally(size.documents) / 1e6, size.memory / 1e6),
            ("CPU s", law.cpu * law.text * size.documents, spent[size.documents - 1]),
        ):
            print(f"{size.documents:9,}  {name:10} {predicted:9,.0f} {real:9,.0f} {predicted / real:6.2f}")


def show(costs: Sequence[Cost], cores: int) -> None:
    """Print the table."""
    print(f"with {cores} cores, one worker each:")
    print("   articles   hours  last sums h    tasks  shuffled GB          keys  result GB  reducer GB  scheduler GB")
    for item in costs:
        print(
            f"{item.articles:11,.0f} {item.hours:7.1f} {item.last:12.2f} {item.tasks:8,.0f}"
            f" {item.shuffled / 1e9:12,.1f} {item.keys:13,.0f} {item.result / 1e9:10,.2f}"
            f" {item.reducer / 1e9:11,.1f} {item.scheduler / 1e9:13,.1f}"
        )


def limit(law: Laws, cores: int, memory: float) -> float:
    """The number of articles whose last sum just fits."""
    low, high = 1.0, 1e12
    while high / low > 1.01:
        middle = math.sqrt(low * high)
        low, high = (middle, high) if cost(law, middle, cores).reducer < memory else (low, middle)
    return low


def main() -> None:
    """Measure, check and predict."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=0, help="of the folder; 0: all")
    parser.add_argument("--articles", type=float, default=1e8)
    parser.add_argument("--cores", type=int, default=512, help="e.g. 64 machines with 8")
    parser.add_argument("--memory", type=float, default=64, help="gigabytes of the machine that makes the last sum")
    parser.add_argument("--slope", type=float, default=0.6, help="b of Heaps' law beyond what was measured")
    options = parser.parse_args()
    sources = list(files(options.folder.absolute(), options.documents))
    random.Random(1).shuffle(sources)
    with tempfile.TemporaryDirectory() as place:
        found, spent = measured(sources, Settings(root=Path(place)))
    sizes = list(growth(found))
    law = laws(sizes, spent, adding(found))
    check(law, sizes, spent)
    end = sizes[-1]
    numbers = [options.articles / 10**power for power in (4, 3, 2, 1, 0)]
    flat = Law(end.keys / end.documents**options.slope, options.slope)
    for name, keys in (("as fitted", law.keys), (f"n^{options.slope:g} from the last point on", flat)):
        used = law._replace(keys=keys)
        print(f"\nkeys {name}:")
        show([cost(used, number, options.cores) for number in numbers], options.cores)
        most = limit(used, options.cores, options.memory * 1e9)
        print(f"breaks first: the last sum outgrows {options.memory:g} GB at {most:,.0f} articles")


if __name__ == "__main__":
    main()
