"""Documents → candidates, and other work that falls apart, in as many processes as there are processor cores.

A document is read, analyzed and recognized as a whole in one process, and nothing in it depends on another: the
glossary is the same with one process and with eight.  Processes are forked once the model and the word lists are
loaded, so that they share them (a build of 1.3 MB takes 0.68 of the wall time with two; started anew, each would load
them again and gain nothing).  Where forking is not safe, on Windows and macOS, there is one process.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import Any, NamedTuple, TypeVar

from glossary import analysis, candidates, concepts, documents, timing
from glossary.cache import Cache, Remembered, moved
from glossary.documents import File
from glossary.errors import GlossaryError
from glossary.model import Candidate, Document
from glossary.settings import Settings

CHUNK = 60_000
"""Bytes of documents that a process takes at once, about two seconds of work."""
AHEAD = 3
"""Chunks per process that are handed out or lie finished: what bounds the memory of the results."""
MOST = 8
"""Processes unless told otherwise: each needs up to 0.3 GB, and the parent keeps about so many busy."""


T = TypeVar("T")
_tasks: Sequence[Callable[[], Any]] = ()
"""What forked processes are to do: a process that is forked has it, and nothing needs to be handed over."""


class Recognized(NamedTuple):
    """What one document names."""

    path: str
    """Of the document, as in ``Location.path``."""
    candidates: tuple[Candidate, ...]
    """Short names merged into the full ones."""
    size: int
    """Bytes of the file."""


def remembered(
    files: Sequence[File], settings: Settings, wanted: Sequence[str], cache: Cache, jobs: int = 0
) -> Iterator[Recognized]:
    """As ``recognized``, but what the ``cache`` knows is taken from there, and what it does not is put into it.

    Of copies (wire news, one text in two folders) only the first is analyzed.
    """
    keys = {path: cache.key(path) for path in files}
    copies = Counter(keys.values())
    first: dict[str, File] = {}
    fresh = {
        path: key
        for path, key in keys.items()
        if not cache.knows(key) and first.setdefault(key or str(path), path) == path
    }
    results = recognized(tuple(fresh), settings, wanted, jobs)
    analyzed: dict[str, tuple[Candidate, ...]] = {}
    for path, key in keys.items():
        name = documents.relative(path, settings.root)
        known = moved(analyzed[key], name) if key in analyzed else None if path in fresh else cache.find(key, name)
        if known is not None:
            yield Recognized(name, known, path.stat().st_size)
            continue
        found = next(results) if path in fresh else _recognized([path], settings, wanted)[0]
        if cache.key(path) == key:  # it is still what was analyzed
            cache.add(key, Remembered("en", found.candidates))
        if key and copies[key] > 1:
            analyzed[key] = found.candidates
        yield found


def recognized(files: Sequence[File], settings: Settings, wanted: Sequence[str], jobs: int = 0) -> Iterator[Recognized]:
    """What each document names, in the order of ``files``; ``wanted`` are forms to be found in any case.

    ``jobs`` is the number of processes; 0: one for each core, as far as there is work for them.  Raises
    ``GlossaryError`` for a document that cannot be read and for a process that died.
    """
    chunks = list(_chunks(files))
    jobs = number(jobs, len(chunks))
    if jobs < 2:
        for chunk in chunks:
            yield from _recognized(chunk, settings, wanted)
        return
    analysis.load(settings.model)
    candidates.load()
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), initializer=_begin)
    try:
        pending: deque[Future[tuple[list[Recognized], Mapping[str, float]]]] = deque()
        for chunk in chunks:
            pending.append(executor.submit(_timed, chunk, settings, wanted))
            if len(pending) >= AHEAD * jobs:
                yield from _received(pending.popleft())
        while pending:
            yield from _received(pending.popleft())
    except BrokenProcessPool:
        raise _ended() from None
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def number(jobs: int, tasks: int) -> int:
    """Processes for so many tasks: ``jobs``, or, for 0, one for each core; 1 where forking is not safe."""
    return 1 if sys.platform in ("win32", "darwin") else max(1, min(jobs or min(cores(), MOST), tasks))


def together(tasks: Sequence[Callable[[], T]], jobs: int = 0) -> list[T]:
    """What tasks that know nothing of each other return, in their order, worked out in ``number`` processes.

    They see everything that this process holds, and what they change there stays with them.  Raises what a task
    raises, and ``GlossaryError`` for a process that died.
    """
    global _tasks  # noqa: PLW0603  (what is forked has no other way in)
    jobs = number(jobs, len(tasks))
    if jobs < 2:
        return [task() for task in tasks]
    _tasks = tasks
    found = []
    try:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), initializer=_begin) as executor:
            for result, spent in executor.map(_done, range(len(tasks))):
                timing.add(spent)
                found.append(result)
    except BrokenProcessPool:
        raise _ended() from None
    finally:
        _tasks = ()
    return found


def _done(index: int) -> tuple[Any, Mapping[str, float]]:
    """In another process: what a task returns, and what that took."""
    return _tasks[index](), timing.taken()


def _ended() -> GlossaryError:
    message = "a process was ended from outside, for want of memory perhaps"
    return GlossaryError(message, hint="run again with --jobs 1")


def _received(future: Future[tuple[list[Recognized], Mapping[str, float]]]) -> list[Recognized]:
    """What another process found, its time counted here."""
    found, spent = future.result()
    timing.add(spent)
    return found


def _timed(
    files: Sequence[File], settings: Settings, wanted: Sequence[str]
) -> tuple[list[Recognized], Mapping[str, float]]:
    """In another process: what the documents of one chunk name, and what that took."""
    return _recognized(files, settings, wanted), timing.taken()


def _recognized(files: Iterable[File], settings: Settings, wanted: Sequence[str]) -> list[Recognized]:
    """What the documents of one chunk name."""
    found = []
    for path, (document, analyzed) in zip(files, analysis.analyze(_read(files, settings), settings.model), strict=True):
        with timing.stage("recognizing"):
            named = concepts.resolve(candidates.recognize(analyzed, wanted))
        found.append(Recognized(document.path, named, path.stat().st_size))
    return found


def _read(files: Iterable[File], settings: Settings) -> Iterator[Document]:
    for path in files:
        with timing.stage("reading"):
            document = documents.read(path, settings.root, settings.max_file_size)
        yield document


def _chunks(files: Iterable[File]) -> Iterator[list[File]]:
    """The files in order, small ones together."""
    chunk: list[File] = []
    size = 0
    for path in files:
        chunk.append(path)
        size += path.stat().st_size
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """In each process: leave Ctrl-C to the parent, and end when the parent is gone, however it ended."""
    timing.taken()  # the parent's
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
