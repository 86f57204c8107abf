"""Documents → candidates, and other work that falls apart, in as many processes as there are processor cores.

A document is read, analyzed and recognized as a whole in one process, and nothing in it depends on another: the
glossary is the same with one process and with eight.  Processes share the model and the word lists, which this one
never loads (see ``crew``; a build of 1.3 MB takes about 0.6 of the wall time with two).  Where forking is not safe, on
Windows and macOS, there is one process.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any, NamedTuple, TypeVar

from glossary import crew, documents, timing
from glossary.cache import Cache, Remembered, file_of, moved
from glossary.crew import Later
from glossary.documents import File
from glossary.model import Candidate, Document
from glossary.settings import Settings

CHUNK = 60_000
"""Bytes of documents that a process takes at once, about a second of work …"""
LAST, LEAST = 8, 6_000
"""… but of the last documents no more than a share of what is left, and not less than so many bytes: processes end at
about the same time (guided self-scheduling, Polychronopoulos and Kuck 1987, IEEE Trans. Comput. 36:12)."""
LARGE = 2_000_000
"""Bytes of what is remembered of documents, some 400 of them."""
MOST = 8
"""Processes unless told otherwise: each needs up to 0.3 GB, and the parent keeps about so many busy."""


T = TypeVar("T")
Readable = tuple[File, Document | None]
"""A file, and the document in it if it has been read."""
_UNREAD: Mapping[File, Document] = {}
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
    files: Sequence[File], settings: Settings, wanted: Sequence[str], cache: Cache, jobs: int = 0, *,
    hired: crew.Crew | None = None, read: Mapping[File, Document] = _UNREAD,
) -> Iterator[Recognized]:  # fmt: skip
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
    results = recognized(tuple(fresh), settings, wanted, jobs, hired, read=read)
    analyzed: dict[str, tuple[Candidate, ...]] = {}
    for path, key in keys.items():
        name = documents.relative(path, settings.root)
        known = moved(analyzed[key], name) if key in analyzed else None if path in fresh else cache.find(key, name)
        if known is not None:
            yield Recognized(name, known, path.stat().st_size)
            continue
        found = next(results) if path in fresh else _recognized([(path, None)], settings, wanted)[0]
        if cache.key(path) == key:  # it is still what was analyzed
            cache.add(key, Remembered("en", found.candidates))
        if key and copies[key] > 1:
            analyzed[key] = found.candidates
        yield found


def recognized(
    files: Sequence[File], settings: Settings, wanted: Sequence[str], jobs: int = 0, hired: crew.Crew | None = None, *,
    read: Mapping[File, Document] = _UNREAD,
) -> Iterator[Recognized]:  # fmt: skip
    """What each document names, in the order of ``files``; ``wanted`` are forms to be found in any case.

    ``jobs`` is the number of processes; 0: one for each core, as far as there is work for them; ``hired`` are those
    that there are already; ``read`` has documents that need not be read again.  Raises ``GlossaryError`` for a
    document that cannot be read and for a process that died.
    """
    chunks = [[(path, read.get(path)) for path in chunk] for chunk in _chunks(files)]
    if not chunks:
        return
    with nullcontext(hired) if hired else hiring(files, settings, jobs) as own:
        work = partial(_recognized, settings=settings, wanted=wanted)
        for found in own.each(chunks, work) if own else map(work, chunks):
            yield from found


def hiring(files: Sequence[File], settings: Settings, jobs: int = 0) -> AbstractContextManager[crew.Crew | None]:
    """As many processes as can analyze ``files``, which load while this one goes on; None: this one is to do it."""
    # this process may have so much to hold that the model must not lie beside it, even for one document
    apart = bool(files) and number(jobs, 2) > 1 and _size(settings) >= LARGE
    size = sum(path.stat().st_size for path in files)
    jobs = number(jobs, min(len(files), -(-size // CHUNK)))
    if jobs < 2 and not apart:
        return nullcontext()
    return crew.hired(jobs, partial(_load, settings))


def hiring_first(files: Sequence[File], settings: Settings, jobs: int = 0) -> AbstractContextManager[crew.Crew | None]:
    """As ``hiring``, but only where nothing is remembered, so that all ``files`` will have to be analyzed.

    Then the model can be loaded while this process loads what it needs itself.
    """
    return nullcontext() if _size(settings) else hiring(files, settings, jobs)


def _size(settings: Settings) -> int:
    """Bytes of what is remembered of documents."""
    try:
        return file_of(settings).stat().st_size
    except OSError:
        return 0


def _load(settings: Settings) -> None:
    """Load all that ``_recognized`` needs."""
    # analysis has one thread; those that OpenBLAS starts beside it look out for work for 0.1 s in each process
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from glossary import analysis, candidates, concepts  # noqa: F401, PLC0415  (word lists that this process can spare)

    analysis.load(settings.model)
    candidates.load()


def number(jobs: int, tasks: int) -> int:
    """Processes for so many tasks: ``jobs``, or, for 0, one for each core; 1 where forking is not safe."""
    return 1 if sys.platform in ("win32", "darwin") else max(1, min(jobs or min(cores(), MOST), tasks))


def together(tasks: Sequence[Callable[[], T]], jobs: int = 0) -> list[T]:
    """What tasks that know nothing of each other return, in their order, worked out in ``number`` processes.

    They see everything that this process holds, and what they change there stays with them.  Raises what a task
    raises, and ``GlossaryError`` for a process that died.
    """
    return begun(tasks, jobs)()


def begun(tasks: Sequence[Callable[[], T]], jobs: int = 0) -> Later[list[T]]:
    """As ``together``, but what is returned gives the results; one process has them before it returns.

    What nobody asks for, because something else was wrong, is worked out before the program ends.
    """
    jobs = number(jobs, len(tasks))
    return _forked(tasks, jobs) if jobs > 1 else _here(tasks)


def apart(tasks: Sequence[Callable[[], T]], jobs: int = 0) -> Later[list[T]]:
    """As ``begun``, but a single task too is worked out in another process, which takes with it what it had to load.

    Where there is to be one process (``jobs``), it is this one.
    """
    return _forked(tasks, number(jobs, len(tasks))) if number(jobs, 2) > 1 else _here(tasks)


def _here(tasks: Sequence[Callable[[], T]]) -> Later[list[T]]:
    found = [task() for task in tasks]
    return lambda: found


def _forked(tasks: Sequence[Callable[[], T]], jobs: int) -> Later[list[T]]:
    global _tasks  # noqa: PLW0603  (what is forked has no other way in)
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), initializer=crew.begin)
    _tasks = tasks
    try:
        answers = executor.map(_done, range(len(tasks)))  # all are forked now
    finally:
        _tasks = ()

    def collected() -> list[T]:
        found = []
        try:
            with executor:
                for result, spent in answers:
                    timing.add(spent)
                    found.append(result)
        except BrokenProcessPool:
            raise crew.ended() from None
        return found

    return collected


def _done(index: int) -> tuple[Any, Mapping[str, float]]:
    """In another process: what a task returns, and what that took."""
    return _tasks[index](), timing.taken()


def _recognized(chunk: Sequence[Readable], settings: Settings, wanted: Sequence[str]) -> list[Recognized]:
    """What the documents of one chunk name."""
    from glossary import analysis, candidates, concepts  # noqa: PLC0415  (as loaded)

    found = []
    analyses = analysis.analyze(_read(chunk, settings), settings.model)
    for (path, _), (document, analyzed) in zip(chunk, analyses, strict=True):
        with timing.stage("recognizing"):
            named = concepts.resolve(candidates.recognize(analyzed, wanted))
        found.append(Recognized(document.path, named, path.stat().st_size))
    return found


def _read(chunk: Iterable[Readable], settings: Settings) -> Iterator[Document]:
    for path, known in chunk:
        with timing.stage("reading"):
            document = known or documents.read(path, settings.root, settings.max_file_size)
        yield document


def _chunks(files: Sequence[File]) -> Iterator[list[File]]:
    """The files in order, small ones together."""
    chunk: list[File] = []
    size = 0
    sizes = [path.stat().st_size for path in files]
    left = sum(sizes)
    for path, more in zip(files, sizes, strict=True):
        chunk.append(path)
        size += more
        if size >= max(min(CHUNK, left // LAST), min(CHUNK, LEAST)):
            yield chunk
            left -= size
            chunk, size = [], 0
    if chunk:
        yield chunk


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
