"""Scheduler address → a cluster whose workers all have what a build needs."""

from __future__ import annotations

import logging
import signal
import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from glossary import processes
from glossary.clusters import workers
from glossary.errors import GlossaryError
from glossary.gathering import refuse
from glossary.settings import Settings

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10
"""Seconds to wait for the scheduler, and for a first worker."""
READY = 300
"""Seconds in which each worker must have loaded the model; a slow disk takes 20."""
FIRST = 100
"""Characters of an error of somebody else's that are told."""
_FOUND = partial(find_spec, workers.__name__)
_OWN = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.nanny.pre-spawn-environ": {"OMP_NUM_THREADS": 1, "MKL_NUM_THREADS": 1, "OPENBLAS_NUM_THREADS": 1},
}
"""Settings of a cluster of our own, whose dashboard nobody sees: the usual ones look at what a worker does a hundred
times a second, and have it give memory back that it needs again at once (``MALLOC_TRIM_THRESHOLD_``)."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers that are ready, and what they have been told to have."""

    client: Client
    versions: Mapping[str, str]
    """As ``workers.versions`` tells them here."""

    def threads(self) -> int:
        """Parts that can be worked on at once: one in a process of one thread."""
        return sum(self.client.ncores().values())


@contextmanager
def connected(settings: Settings, jobs: int, scheduler: str) -> Iterator[Cluster]:
    """The workers of a scheduler, or of a cluster of ``jobs`` processes that lives as long as this.

    Raises ``GlossaryError`` for a missing extra, a scheduler that cannot be reached, one without a worker, and
    for each worker that has not what is needed.
    """
    expected = workers.versions(settings.model)
    try:
        from dask import config  # noqa: PLC0415  (an extra)
        from distributed import Client, LocalCluster  # noqa: PLC0415
    except ImportError:
        raise GlossaryError("the engine dask is not installed", hint="run: pip install 'glossary[dask]'") from None
    for name in ("distributed", "tornado", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):  # what matters is told in one line
            logging.getLogger(name).setLevel(logging.CRITICAL)
    if not scheduler:
        count = jobs or min(processes.cores(), processes.MOST)
        quiet: Any = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
        with _ctrl_c_left_here(), config.set(_OWN):
            own = LocalCluster(n_workers=count, threads_per_worker=1, **quiet)
        with own, Client(own) as client, _told_when_lost():
            _prove(client, settings.model, expected)
            yield Cluster(client, expected)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a table of versions, of which those that matter are told by ``_prove``
            client = Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        hint = "check the address, e.g. tcp://10.0.0.1:8786"
        raise GlossaryError(f"the scheduler {scheduler} cannot be reached: {told(error)}", hint=hint) from None
    with client, _told_when_lost():
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            message = f"no worker is at the scheduler {scheduler}"
            raise GlossaryError(message, hint=f"start one: dask worker {scheduler} --nthreads 1") from None
        _find(client, scheduler)
        _prove(client, settings.model, expected)
        yield Cluster(client, expected)


@contextmanager
def _ctrl_c_left_here() -> Iterator[None]:
    """Processes started meanwhile leave Ctrl-C to this one, which ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _told_when_lost() -> Iterator[None]:
    """One line when the scheduler ends halfway."""
    try:
        yield
    except (OSError, CancelledError):  # of a connection: no file is read here
        message = "the scheduler was lost, and with it what the workers had found"
        raise GlossaryError(message, hint="see that it runs, and build again") from None


def _find(client: Client, scheduler: str) -> None:
    """Ask for this package where tasks are read, with a question that all can read: one who cannot read a task hangs.

    Raises a ``GlossaryError`` that names the scheduler, which reads what it passes on, or each worker without it.
    A worker whose connection broke is lost and not without it.
    """
    answers = {f"worker {address}": answer for address, answer in client.run(_FOUND, on_error="return").items()}
    try:
        answers = {f"the scheduler {scheduler}": client.run_on_scheduler(_FOUND), **answers}
    except ImportError as error:
        answers = {f"the scheduler {scheduler}": error, **answers}
    hint = "install glossary[dask] there, the same as here"
    there = {name: answer for name, answer in answers.items() if not isinstance(answer, OSError)}
    lacking = [name for name, answer in there.items() if answer is None or isinstance(answer, Exception)]
    refuse([GlossaryError(f"{name} has no glossary, or another version", hint=hint) for name in lacking])


def _prove(client: Client, model: str, expected: Mapping[str, str]) -> None:
    """Have each worker load what it needs.  Raises what the workers lack, each in a line."""
    from distributed import wait  # noqa: PLC0415

    asked = {
        address: client.submit(workers.ready, model, expected, workers=[address], pure=False)
        for address in sorted(client.ncores())
    }
    end = time.monotonic() + READY
    while silent := sorted(address for address in client.ncores() if address in asked and not asked[address].done()):
        if time.monotonic() > end:
            message = f"no answer from worker {', '.join(silent)} in {READY} seconds"
            raise GlossaryError(message, hint="end it and build again")
        with suppress(TimeoutError):
            wait([asked[address] for address in silent], timeout=1)
    errors = {address: future.exception() for address, future in asked.items() if future.status == "error"}
    refuse([found for address, error in errors.items() if (found := _lack(address, error))])
    for error in errors.values():
        raise error


def _lack(address: str, error: BaseException) -> GlossaryError | None:
    """What a worker lacks, told in one line; None for our own bug."""
    if isinstance(error, ImportError):
        return lacking(f"worker {address}:", error)
    return error if isinstance(error, GlossaryError) else None


def lacking(who: str, error: ImportError) -> GlossaryError:
    """A worker on which a library is missing, in one line."""
    return GlossaryError(f"{who} cannot work: {told(error)}", hint="install the same there as here")


def told(error: BaseException) -> str:
    """The beginning of an error of somebody else's."""
    return next(iter(str(error).strip().splitlines()), "")[:FIRST] or type(error).__name__
