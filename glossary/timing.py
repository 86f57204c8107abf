"""Where the time of a run goes: CPU seconds by stage, those spent in other processes too.

A stage inside another counts for itself and not for the outer one.  Kept always, because a look at the clock costs
nothing beside a document; shown by ``glossary build --profile``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_spent: dict[str, float] = {}
"""Stage → CPU seconds, in order of beginning."""
_open: list[str] = []
"""The stages that go on now, the innermost last."""
_others = 0.0
"""CPU seconds of other processes."""
_last = 0.0
"""CPU time of this process when a stage last began or ended."""


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count what is done inside as time of the stage ``name``."""
    _spent.setdefault(name, 0.0)
    _turn()
    _open.append(name)
    try:
        yield
    finally:
        _turn()
        _open.pop()


def _turn() -> None:
    """Give the time since the last turn to the innermost stage."""
    global _last  # noqa: PLW0603  (a clock is global)
    now = time.process_time()
    if _open:
        _spent[_open[-1]] += now - _last
    _last = now


def taken() -> Mapping[str, float]:
    """Stage → CPU seconds until now, and begin anew: what another process hands over with its results."""
    _turn()
    found = dict(_spent)
    for name in _spent:
        _spent[name] = 0.0
    return found


def add(spent: Mapping[str, float]) -> None:
    """Count what was ``taken`` in another process here."""
    global _others  # noqa: PLW0603
    for name, seconds in spent.items():
        _spent[name] = _spent.get(name, 0.0) + seconds
    _others += sum(spent.values())


def report() -> tuple[Mapping[str, float], float]:
    """Stage → CPU seconds in all processes, and what this process spent outside of them: starting, handing over."""
    _turn()
    return dict(_spent), time.process_time() + _others - sum(_spent.values())
