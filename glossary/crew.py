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
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, NamedTuple, Self, TypeVar

from glossary import timing
from glossary.errors import GlossaryError

T = TypeVar("T")
Later = Callable[[], T]
"""What comes when it is asked for: other processes, if there are any, work it out meanwhile."""
AHEAD = 3
"""Tasks per process that are handed out or lie finished: what bounds the memory of the results."""
EACH = 2
"""Tasks per process that are handed out, so that it need not wait for the next one.  Of a task its number is handed
out, which always finds room in a pipe: two that both wait to be read from would wait forever.  (What is handed over
whole goes to processes that wait for it.)"""
_fork = multiprocessing.get_context("fork") if hasattr(os, "fork") else multiprocessing.get_context()


class _Answer(NamedTuple):
    """What another process says."""

    result: Any
    error: BaseException | None
    spent: dict[str, float]
    """CPU seconds by stage."""


class Crew:
    """Processes that share what one of them has loaded; as a context, they end with it, if not before."""

    def __init__(self, hands: Sequence[Connection], master: BaseProcess) -> None:
        self._hands, self._master = hands, master
        self.idle = False
        """Whether nothing is to be waited for: they were asked, and all has come back."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.dismiss()

    def __len__(self) -> int:
        return len(self._hands)

    def each(self, tasks: Sequence[Any], work: Callable[[Any], object]) -> Iterator[Any]:
        """What ``work`` makes of each task, in their order; to be asked once.

        Both may be found out while the processes load, and are handed over.  Raises what loading or the work raises,
        and ``GlossaryError`` for a process that died.
        """
        _heard(self._hands[0])  # it is loaded
        _tell(self._hands[0], (tasks, work))
        for number, result in enumerate(_collected(len(tasks), self._hands), 1):
            self.idle = number == len(tasks)  # now: nobody may ask whether there is another result
            yield result

    def share(self, tasks: Sequence[Callable[[], T]]) -> Later[list[T]]:
        """What other tasks return, no more of them than processes, in their order; for those that are ``idle``.

        The tasks are handed over whole.  Raises as ``each`` does.
        """
        self.idle = False
        hands = self._hands[: len(tasks)]
        for hand, task in zip(hands, tasks, strict=True):
            _tell(hand, task)

        def collected() -> list[T]:
            answers = list(map(_answer, hands))
            self.idle = True
            return list(map(_result, answers))

        return collected

    def dismiss(self) -> None:
        """Let the processes end, unless they have, and wait for it: what they used is on this one's account then."""
        if not self.idle:
            self._master.kill()  # and those that it forked end with it
        for hand in self._hands:
            hand.close()
        self._master.join()


def hired(jobs: int, load: Callable[[], object]) -> Crew:
    """``jobs`` processes for work to come, forked from one that does ``load`` while this process goes on."""
    pairs = [_fork.Pipe() for _ in range(jobs)]
    master = _fork.Process(target=_lead, args=(pairs, load))
    master.start()
    for _, theirs in pairs:
        theirs.close()
    return Crew([mine for mine, _ in pairs], master)


def _done(tasks: Sequence[Any], work: Callable[[Any], object], asked: int | Callable[[], object]) -> object:
    """What a process is to do: one of the tasks by its number, or what it was handed."""
    return work(tasks[asked]) if isinstance(asked, int) else asked()


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


def _lead(pairs: Sequence[tuple[Connection, Connection]], load: Callable[[], object]) -> None:
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
        tasks, work = ends[0].recv()
    except (EOFError, OSError):
        return
    workers = []
    while ends:
        end = ends.pop()
        workers.append(_fork.Process(target=_work, args=(end, tuple(ends), partial(_done, tasks, work))))
        workers[-1].start()
        end.close()
    _watch()
    for worker in workers:
        worker.join()


def _work(end: Connection, others: Sequence[Connection], work: Callable[[Any], object]) -> None:
    """In a process that works: answer until nobody asks any longer.

    Answers are larger than a pipe and the one who asked may be busy, so a thread hands them over, one by one.
    """
    for other in others:
        other.close()
    begin()
    with suppress(EOFError, OSError), ThreadPoolExecutor(1) as post:
        while True:
            answer = ForkingPickler.dumps(_answered(work, end.recv()))
            post.submit(end.send_bytes, answer)


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
