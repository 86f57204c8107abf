"""Work in processes forked from one that has loaded what they share."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pytest

from glossary import crew, timing
from glossary.errors import DocumentError, GlossaryError

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there is one process where forking is unsafe"
)
loaded: list[int] = []


def made(tasks: Sequence[Any], jobs: int, load: Callable[[], object], work: Callable[[Any], Any]) -> Iterator[Any]:
    """What the work makes of the tasks."""
    with crew.hired(jobs, load) as hired:
        yield from hired.each(tasks, work)


def load() -> None:
    loaded.append(os.getpid())


def square(number: int) -> tuple[int, int]:
    """Its square, and who loaded what it was made with."""
    time.sleep(0.01 * (number % 3 == 0))  # so that some are overtaken
    (by,) = loaded
    return number * number, by


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_order_from_processes_that_share_what_one_loaded(jobs):
    found = list(made(range(40), jobs, load, square))
    assert [result for result, _ in found] == [number * number for number in range(40)]
    (by,) = {by for _, by in found}
    assert by != os.getpid()
    assert loaded == []


def thrice(text: bytes) -> bytes:
    return text * 3


def test_results_larger_than_a_pipe_come_too():
    found = made([b"x" * 300_000] * 9, 2, load, thrice)
    assert [len(text) for text in found] == [900_000] * 9


def test_who_is_not_asked_ends_at_once():
    def load_long() -> None:
        time.sleep(60)

    with crew.hired(2, load_long):
        assert len(multiprocessing.active_children()) == 1
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("asked", [True, False])
def test_who_has_ended_may_be_dismissed_again(asked):
    with crew.hired(2, load) as hired:
        with hired:
            assert not asked or len(list(hired.each(range(4), square))) == 4
        assert multiprocessing.active_children() == []
    hired.dismiss()


def test_nothing_is_left_when_nobody_wants_the_rest():
    results = made(range(40), 2, load, square)
    assert next(results)[0] == 0
    results.close()
    assert multiprocessing.active_children() == []


def spend(_: int) -> int:
    end = time.process_time() + 0.1
    with timing.stage("spending"):
        while time.process_time() < end:
            pass
    return 1


def test_who_takes_all_results_has_their_cost_on_account():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with crew.hired(2, load) as hired:
        results = hired.each(range(4), spend)
        assert [next(results) for _ in range(4)] == [1, 1, 1, 1]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime >= 0.4
    assert multiprocessing.active_children() == []


def told(number: int) -> tuple[int, int, list[int]]:
    """What it was handed, and where: in which process, and what that has loaded."""
    return number, os.getpid(), loaded


def test_who_has_loaded_can_be_handed_other_tasks():
    with crew.hired(3, load) as hired:
        assert len(hired) == 3
        assert len(list(hired.each(range(9), square))) == 9
        for count in (1, 3, 2):
            found = hired.share([partial(told, number) for number in range(count)])()
            assert [number for number, _, _ in found] == list(range(count))
            assert len({process for _, process, _ in found}) == count
            assert all(len(by) == 1 and by[0] not in (process, os.getpid()) for _, process, by in found)
    assert multiprocessing.active_children() == []


def test_tasks_and_results_larger_than_a_pipe_can_be_handed_over():
    with crew.hired(2, load) as hired:
        list(hired.each(range(2), square))
        assert hired.share([partial(bytes.upper, b"x" * 900_000)] * 2)() == [b"X" * 900_000] * 2


def broken(error: BaseException | None) -> None:
    if error is None:
        os.kill(os.getpid(), signal.SIGKILL)
    raise error or OSError


@pytest.mark.parametrize("error", [DocumentError("cannot be read", path="a.txt", hint="try"), ValueError("no"), None])
def test_what_a_task_that_was_handed_over_raises_is_raised_here(error):
    with crew.hired(2, load) as hired:
        list(hired.each(range(2), square))
        assert hired.idle
        with pytest.raises(type(error) if error else GlossaryError, match=str(error or "ended from outside")):
            hired.share([partial(told, 1), partial(broken, error)])()
    assert multiprocessing.active_children() == []


def fail(number: int) -> int:
    if number == 3:
        raise DocumentError("cannot be read", path="a.txt", hint="try")
    return 1 // (number - 6)


def test_what_is_raised_there_is_raised_here():
    results = made(range(9), 2, load, fail)
    with pytest.raises(DocumentError, match=r"a\.txt: cannot be read; try"):
        list(results)
    with pytest.raises(ZeroDivisionError) as caught:
        list(made([6], 2, load, fail))
    assert "in fail" in caught.value.__notes__[0]
    assert multiprocessing.active_children() == []


def test_what_cannot_be_loaded_is_told():
    def refuse() -> None:
        raise GlossaryError("not installed")

    with pytest.raises(GlossaryError, match="not installed"):
        list(made([1, 2], 2, refuse, square))


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("where", ["load", "work"])
def test_a_process_that_dies_is_told(where):
    with pytest.raises(GlossaryError, match="a process was ended from outside"):
        list(made([1, 2], 2, *((die, square) if where == "load" else (load, die))))


def test_time_spent_there_is_counted_here():
    before = timing.report()[0].get("spending", 0.0)
    list(made(range(4), 2, lambda: spend(0), spend))
    assert timing.report()[0]["spending"] - before >= 5 * 0.1 - 0.005
