"""Time by stage: each second counts once, for the innermost stage, whatever raises."""

import pytest

from glossary import timing


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    """CPU time in seconds, to be set; nothing has been counted yet."""
    now = [0.0]
    monkeypatch.setattr(timing, "_spent", {})
    monkeypatch.setattr(timing, "_open", [])
    monkeypatch.setattr(timing, "_others", 0.0)
    monkeypatch.setattr(timing, "_last", 0.0)
    monkeypatch.setattr(timing.time, "process_time", lambda: now[0])
    return now


def test_an_inner_stage_counts_for_itself(clock):
    clock[0] = 1
    with timing.stage("recognizing"):
        clock[0] = 2
        with timing.stage("analyzing"):
            clock[0] = 5
        clock[0] = 5.5
        with timing.stage("analyzing"):
            clock[0] = 6
    clock[0] = 8
    assert timing.report() == ({"recognizing": 1.5, "analyzing": 3.5}, 3.0)


def test_a_stage_that_fails_ends(clock):
    def fail():
        with timing.stage("outer"), timing.stage("inner"):
            clock[0] = 2
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  (nothing else can raise it)
        fail()
    with timing.stage("next"):
        clock[0] = 3
    assert timing.report() == ({"outer": 0.0, "inner": 2.0, "next": 1.0}, 0.0)


def test_what_other_processes_spend_is_added(clock):
    with timing.stage("counting"):
        clock[0] = 1
    timing.add({"analyzing": 4.0, "counting": 0.5})
    clock[0] = 1.25
    assert timing.report() == ({"counting": 1.5, "analyzing": 4.0}, 0.25)


def test_what_is_taken_is_not_counted_twice(clock):
    with timing.stage("analyzing"):
        clock[0] = 2
    assert timing.taken() == {"analyzing": 2.0}
    with timing.stage("analyzing"):
        clock[0] = 3
    assert timing.taken() == {"analyzing": 1.0}
