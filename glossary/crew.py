"""Processes that share what one of them has loaded, and that this process need not load.

What is loaded for the work (a model, word lists, the libraries behind them) is 0.2 GB that the process which collects
the results does not need beside them.  So it forks one that loads it, and that one forks those that work: they share
it (started anew, each would load it again).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple, TypeVar

from glossary import timing
from glossary.errors import GlossaryError

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 3
"""Tasks per process that are handed out or lie finished: what bounds the memory of the results."""
EACH = 2
"""Tasks per process that are handed out, so that it need not wait for the next one.  Of a task its number is handed
out, which always finds room in a pipe: two that both wait to be read from would wait forever."""
_fork = multiprocessing.get_context("fork") if hasattr(os, "fork") else multiprocessing.get_context()


class _Answer(NamedTuple):
    """What another process says."""

    result: Any
    error: BaseException | None
    spent: dict[str, float]
    """CPU seconds by stage."""


def ordered(tasks: Sequence[T], jobs: int, load: Callable[[], object], work: Callable[[T], R]) -> Iterator[R]:
    """What ``work`` makes of each task, in their order, in ``jobs`` processes forked from one that did ``load``.

    Raises what either raises, and ``GlossaryError`` for a process that died.
    """
    with hired(jobs, load, work) as ask:
        yield from ask(tasks)


@contextmanager
def hired(
    jobs: int, load: Callable[[], object], work: Callable[[T], R]
) -> Iterator[Callable[[Sequence[T]], Iterator[R]]]:
    """As ``ordered``, whose tasks may be found out while the processes load: they are told to what comes back, once."""
    pairs = [_fork.Pipe() for _ in range(jobs)]
    hands = [mine for mine, _ in pairs]
    master = _fork.Process(target=_lead, args=(pairs, load, work))
    master.start()
    asked = False

    def ask(tasks: Sequence[T]) -> Iterator[R]:
        nonlocal asked
        asked = True
        _heard(hands[0])  # it is loaded
        _tell(hands[0], tasks)
        for number, result in enumerate(_collected(len(tasks), hands), 1):
            if number == len(tasks):
                _dismiss(hands, master)  # now: nobody may ask whether there is another result
            yield result

    try:
        for _, theirs in pairs:
            theirs.close()
        yield ask
    except BaseException:
        asked = False
        raise
    finally:
        if not asked:
            master.kill()  # and those that it forked end with it
        _dismiss(hands, master)


def _dismiss(hands: Sequence[Connection], master: BaseProcess) -> None:
    """Let the processes end, and wait for it: then what they used is on this process's account."""
    for mine in hands:
        mine.close()
    master.join()


def _numbered(tasks: Sequence[T], work: Callable[[T], R], number: int) -> R:
    return work(tasks[number])


def _collected(tasks: int, hands: Sequence[Connection]) -> Iterator[Any]:
    """The results in order; a few tasks more than hands are handed out or lie finished.

    Raises the error of the first task that has one, whichever process is quicker.
    """
    busy: dict[Connection, deque[int]] = {hand: deque() for hand in hands}
    done: dict[int, _Answer] = {}
    handed = 0
    for number in range(tasks):
        while number not in done:
            for hand in sorted(hands, key=lambda hand: len(busy[hand])):
                if len(busy[hand]) < EACH and handed < min(tasks, number + AHEAD * len(hands)):
                    _tell(hand, handed)
                    busy[hand].append(handed)
                    handed += 1
            ready = connection.wait([hand for hand in hands if busy[hand]])
            for hand in [hand for hand in hands if hand in ready]:
                done[busy[hand].popleft()] = _answer(hand)
        yield _result(done.pop(number))


def _tell(hand: Connection, task: object) -> None:
    try:
        hand.send(task)
    except OSError:
        raise ended() from None


def _heard(hand: Connection) -> Any:
    """The next result of another process; raises what that raised."""
    return _result(_answer(hand))


def _answer(hand: Connection) -> _Answer:
    """The next answer of another process, its time counted here."""
    try:
        answer: _Answer = hand.recv()
    except (EOFError, OSError):
        raise ended() from None
    timing.add(answer.spent)
    return answer


def _result(answer: _Answer) -> Any:
    if answer.error is not None:
        raise answer.error
    return answer.result


def ended() -> GlossaryError:
    """What is raised for a process that died."""
    message = "a process was ended from outside, for want of memory perhaps"
    return GlossaryError(message, hint="run again with --jobs 1")


def _lead(
    pairs: Sequence[tuple[Connection, Connection]], load: Callable[[], object], work: Callable[[Any], object]
) -> None:
    """In the process that loads: tell that it has, hear the tasks, fork those that work, and stay while they do."""
    _alone()
    for mine, _ in pairs:
        mine.close()
    ends = [theirs for _, theirs in pairs]
    answer = _answered(lambda _: load(), None)
    with suppress(OSError):
        ends[0].send(answer._replace(result=None))
    if answer.error is not None:
        return
    try:
        tasks = ends[0].recv()
    except (EOFError, OSError):
        return
    workers = []
    while ends:
        end = ends.pop()
        workers.append(_fork.Process(target=_work, args=(end, tuple(ends), partial(_numbered, tasks, work))))
        workers[-1].start()
        end.close()
    _watch()
    for worker in workers:
        worker.join()


def _work(end: Connection, others: Sequence[Connection], work: Callable[[Any], object]) -> None:
    """In a process that works: answer until nobody asks any longer."""
    for other in others:
        other.close()
    begin()
    with suppress(EOFError, OSError):
        while True:
            end.send(_answered(work, end.recv()))


def _answered(work: Callable[[Any], object], task: object) -> _Answer:
    try:
        result, problem = work(task), None
    except Exception as error:  # noqa: BLE001  (told to the one who asks)
        result, problem = None, error
        if not isinstance(error, GlossaryError):
            error.add_note(traceback.format_exc())
    return _Answer(result, problem, dict(timing.taken()))


def begin() -> None:
    """In each process: leave Ctrl-C to the parent, and end when the parent is gone, however it ended."""
    _alone()
    _watch()


def _alone() -> None:
    timing.taken()  # the parent's
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _watch() -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
