"""Parts of a corpus → one sum: handed out a few at a time, and added up in a tree.

A worker that is lost costs what only it had: the scheduler gives that to others (and takes one for lost that is silent
for five minutes, its ``worker-ttl``).  When nothing is left to hand out, a part that takes far longer than any other is
given to a second worker as well, and whoever is first counts: the backup tasks of Dean and Ghemawat, MapReduce (OSDI
2004), 3.6.
"""

from __future__ import annotations

import time
import uuid
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary import documents, processes
from glossary.clusters import workers
from glossary.clusters.connecting import Cluster, lacking
from glossary.clusters.workers import Numbered, Part, Unreadable
from glossary.errors import GlossaryError
from glossary.gathering import refuse
from glossary.settings import Settings

if TYPE_CHECKING:
    from distributed import Future

EACH = 32
"""Parts for each thread, so that all threads end at about the same time …"""
SMALLEST, LARGEST = processes.CHUNK, 5_000_000
"""… but of so many bytes: smaller ones repeat too much in their tallies, and with a larger one minutes are lost."""
LEAST = 2_000
"""Bytes that a document counts for at least: stores do not always tell sizes."""
AHEAD = 3
"""Parts for each thread that are handed out at a time: what keeps the scheduler's work small."""
FAN = 8
"""Sums that are added up at once."""
TICK = 1.0
"""Seconds between two looks at what is slow."""
SLOW = 3
"""A part that takes so many times as long as the longest so far is slow, after …"""
SLOW_AFTER = 30
"""… so many seconds."""
STUCK = 3_600
"""Seconds without any result after which the workers that owe one are named; a document of 10 MB takes 500."""
ALONE = 300
"""Seconds without any worker after which none is waited for: the scheduler waits as long for a silent one."""


def parts(files: Numbered, threads: int) -> list[Numbered]:
    """The documents in parts of about one size, for so many threads."""
    sizes = [max(path.stat().st_size, LEAST) for _, path in files]
    limit = min(max(sum(sizes) // (max(threads, 1) * EACH), SMALLEST), LARGEST)
    found: list[Numbered] = []
    start = size = 0
    for end, more in enumerate(sizes, 1):
        size += more
        if size >= limit or end == len(files):
            found.append(files[start:end])
            start, size = end, 0
    return found


def run(
    cluster: Cluster,
    chunks: Sequence[Numbered],
    settings: Settings,
    wanted: Sequence[str],
    report: Callable[[int], None],
) -> Part:
    """The sum over all parts; ``report`` is told the bytes done so far.

    Raises ``GlossaryError`` for documents that cannot be read, all at once, and for whatever the workers lack.
    """
    tree = _Tree(cluster)
    done = 0
    bad: dict[int, GlossaryError] = {}
    try:
        for index, future in _results(cluster, chunks, workers.count, settings, wanted, cluster.versions):
            tree.add(future)
            done += sum(path.stat().st_size for _, path in chunks[index])
            report(done)
        return tree.root()
    except Unreadable as unreadable:
        bad.update(unreadable.errors)
    # the build is in vain: the rest is only read, to tell all that is bad
    for _, future in _results(cluster, chunks, workers.check, settings):
        bad.update(future.result())
    refuse([bad[number] for number in sorted(bad)])
    raise AssertionError(bad)


class _Tree:
    """The sum of parts, added up on the workers as they come: any ``FAN`` of one level make one of the next."""

    def __init__(self, cluster: Cluster) -> None:
        self._client = cluster.client
        self._levels: defaultdict[int, list[Future]] = defaultdict(list)

    def add(self, future: Future, level: int = 0) -> None:
        """One more part or sum."""
        self._levels[level].append(future)
        if len(self._levels[level]) == FAN:
            self.add(self._sum(self._levels.pop(level)), level + 1)

    def root(self) -> Part:
        """The sum of all; there is at least one part."""
        left = [future for level in sorted(self._levels) for future in self._levels[level]]
        while len(left) > 1:
            left = [*left[FAN:], self._sum(left[:FAN])]
        _finished(left, None)
        _prove(left[0], "the sum of all parts")
        found: Part = left[0].result()
        return found

    def _sum(self, futures: Sequence[Future]) -> Future:
        # before parts that are still to be counted, so that these lie about nowhere
        return self._client.submit(workers.add_up, list(futures), pure=False, priority=10)


def _results(
    cluster: Cluster, chunks: Sequence[Numbered], task: Callable[..., object], *arguments: Any
) -> Iterator[tuple[int, Future]]:
    """Number and result of ``task`` for each part, as they come.

    Raises what the task raises, and ``GlossaryError`` when no worker is left that could do it.
    """
    waiting = deque(range(len(chunks)))
    left = set(waiting)
    running: dict[Future, tuple[int, float]] = {}
    longest, last, seen = 0.0, time.monotonic(), time.monotonic()

    def hand_out(index: int, **where: Any) -> None:
        key = f"{task.__name__}-{uuid.uuid4().hex}"
        running[cluster.client.submit(task, chunks[index], *arguments, key=key, **where)] = index, time.monotonic()

    while left:
        threads = cluster.threads()
        seen = time.monotonic() if threads else seen
        while waiting and len(running) < AHEAD * max(threads, 1):
            hand_out(waiting.popleft())
        for future in _finished(running, TICK):
            last = time.monotonic()
            index, started = running.pop(future)
            if index in left:
                _prove(future, _names(chunks[index]))
                left.remove(index)
                longest = max(longest, last - started)
                yield index, future
        if len(running) < threads and not waiting:
            for index, others in _slow(cluster, running, max(SLOW * longest, SLOW_AFTER)):
                hand_out(index, workers=others, allow_other_workers=False)
        for since, limit in ((last, STUCK), (seen, ALONE)):
            if time.monotonic() - since > limit:
                raise _stuck(cluster, running, limit)


def _finished(running: Collection[Future], seconds: float | None) -> list[Future]:
    """Those that are done, when one is, or after some seconds."""
    from distributed import wait  # noqa: PLC0415  (an extra)

    with suppress(TimeoutError):
        wait(list(running), timeout=seconds, return_when="FIRST_COMPLETED")
    return [future for future in running if future.done()]


def _slow(
    cluster: Cluster, running: Mapping[Future, tuple[int, float]], limit: float
) -> Iterator[tuple[int, list[str]]]:
    """Parts that take longer than ``limit`` seconds, one worker has and no other, with the other workers."""
    held = cluster.client.processing()
    numbers = Counter(index for index, _ in running.values())
    for future, (index, started) in list(running.items()):
        if numbers[index] == 1 and time.monotonic() - started > limit:
            others = [address for address, keys in held.items() if future.key not in keys]
            if others:
                yield index, others


def _stuck(cluster: Cluster, running: Mapping[Future, object], seconds: float) -> GlossaryError:
    keys = {future.key for future in running}
    owing = [address for address, held in cluster.client.processing().items() if keys & set(held)]
    named = f"from worker {', '.join(owing)}" if owing else "because no worker is left"
    return GlossaryError(f"no result in {seconds:,} seconds {named}", hint="end it and build again")


def _prove(future: Future, names: str) -> None:
    """Raise what a task raised, told in one line where it is not our own bug."""
    from distributed import KilledWorker  # noqa: PLC0415  (an extra)

    if future.status == "finished":
        return
    if future.status != "error":
        raise CancelledError
    error = future.exception()
    if isinstance(error, KilledWorker):
        message = f"several workers ended over {names}, for want of memory perhaps"
        raise GlossaryError(message, hint="give each worker more, or leave the largest documents out")
    if isinstance(error, ImportError):
        raise lacking("a worker", error)
    raise error


def _names(chunk: Numbered) -> str:
    """The documents of a part."""
    first, last = (documents.relative(path, Path()) for _, path in (chunk[0], chunk[-1]))
    return first if first == last else f"{first} … {last}"
