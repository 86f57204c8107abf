"""A cluster of two local workers beside two processes, and how the counts grow that workers send back.

    python tests/benchmarks/bench_cluster.py FOLDER [--documents N] [--runs N]

Takes N text files of the folder (evenly spread over their names), finds what they name with ``--engine processes`` and
with ``--engine dask``, each with two processes, after start-up (model loaded, workers ready), alternating, and prints
the ratio of the best times (bar: 1.3).  Then it prints what comes back: the tally of 1/16, 1/8 … of the documents in
random order, as keys (kinds and forms), bytes as they travel, and megabytes in memory.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from glossary import analysis, cache, candidates, concepts, documents, gathering, processes
from glossary.clusters.connecting import connected
from glossary.clusters.running import parts, run
from glossary.documents import File
from glossary.processes import Recognized
from glossary.settings import Settings

BAR = 1.3
"""The cluster may take so many times as long as processes."""
JOBS = 2


class Size(NamedTuple):
    """The tally of some documents."""

    documents: int
    text: int
    """Bytes of the documents."""
    keys: int
    occurrences: int
    """Kept as a sample."""
    packed: int
    """Bytes as it travels."""
    memory: int
    """Bytes as it is worked with."""


def files(folder: Path, number: int) -> tuple[File, ...]:
    """English documents of a folder, so many of them, evenly spread; 0: all."""
    found = documents.sources([folder], Settings())
    return found[:: max(1, len(found) // number)][:number] if number else found


def timed(task: Callable[[], object]) -> float:
    """Seconds."""
    start = time.monotonic()
    task()
    return time.monotonic() - start


def gather(settings: Settings, sources: Sequence[File], known: cache.Cache) -> None:
    """What is measured of processes."""
    with gathering.gathered(settings, sources, (), known, jobs=JOBS):
        pass


def compared(sources: Sequence[File], settings: Settings, runs: int) -> tuple[float, float]:
    """Best seconds with processes and with a cluster."""
    analysis.load(settings.model)
    candidates.load()
    two, many = [], []
    with cache.opened(settings, (), write=False) as known, connected(settings, JOBS, "") as cluster:
        chunks = parts([(number, path) for number, path in enumerate(sources)], cluster.threads())
        for _ in range(runs):
            two.append(timed(lambda: gather(settings, sources, known)))
            many.append(timed(lambda: concepts.unpacked(run(cluster, chunks, settings, (), lambda _: None).tally)))
    return min(two), min(many)


def growth(found: Sequence[Recognized], steps: int = 5) -> Iterator[Size]:
    """The tally of the first 1/16, 1/8 … 1 of the documents."""
    for step in reversed(range(steps)):
        some = found[: len(found) >> step]
        tally = concepts.Tally()
        for item in some:
            tally.add(item.path, item.candidates)
        data = concepts.packed(tally)
        tracemalloc.start()
        held = concepts.unpacked(data)
        kept = _kept(held)
        memory, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        yield Size(len(some), sum(item.size for item in some), len(held.counts), kept, len(data), memory)


def _kept(tally: concepts.Tally) -> int:
    """How many occurrences are kept; asking for them unpacks them, as adding does."""
    return sum(len(count.sample()) for count in tally.counts.values())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=120, help="0: all")
    parser.add_argument("--runs", type=int, default=2)
    options = parser.parse_args()
    sources = files(options.folder.absolute(), options.documents)
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(root=Path(place))
        print(f"{len(sources)} documents, {sum(path.stat().st_size for path in sources) / 1e6:.2f} MB")
        two, many = compared(sources, settings, options.runs)
        print(f"{JOBS} processes {two:.1f} s, {JOBS} workers {many:.1f} s: {many / two:.2f} x (bar {BAR})")
        print("documents  text MB    keys  packed kB  bytes/document  memory MB")
        found = list(processes.recognized(sources, settings, (), JOBS))
        random.Random(1).shuffle(found)
        for size in growth(found):
            print(
                f"{size.documents:9,} {size.text / 1e6:8.2f} {size.keys:7,} {size.packed / 1e3:10,.0f}"
                f" {size.packed / size.documents:15,.0f} {size.memory / 1e6:10.1f}"
            )


if __name__ == "__main__":
    main()
