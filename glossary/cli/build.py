"""``glossary build``."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

import click

from glossary import settings as settings_module
from glossary.cli import example

if TYPE_CHECKING:
    from glossary.pipeline import Engine
    from glossary.reports.summary import Summary
    from glossary.settings import Settings
    from glossary.unchanged import Seen


class Where(TypedDict):
    """Where a build analyzes, as ``pipeline.build`` has it."""

    engine: Engine
    scheduler: str


RARELY = 1_000_000, 50, 50
"""Allocations after which Python looks for cycles, instead of 700: a build makes hardly any, and looking through all
that it holds takes a tenth of its time (measured: 27 searches found 32,000 objects, which stand until the end now;
of a rebuild of 10,000 documents, searches after every 200,000 took 0.17 of 4.7 s)."""


@click.command(
    "build",
    epilog=example("glossary build", "glossary build seeds/ articles/today.html", "glossary build --check --diff"),
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--no-suggest", is_flag=True, help="Add no suggestions; those in the catalogs stay.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes to analyze in; default: one a core, up to 8.")
@click.option(
    "--engine",
    type=click.Choice(["local", "processes", "dask"]),
    help="Where to analyze: one process, several (default), or a Dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Dask scheduler to send the work to, e.g. tcp://10.0.0.1:8786.")
@click.option("--profile", is_flag=True, help="Print where the time went, on standard error.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print every change and every document.")
def command(
    paths: tuple[str, ...],
    *,
    check: bool,
    diff: bool,
    no_suggest: bool,
    jobs: int | None,
    engine: Engine | None,
    scheduler: str | None,
    profile: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the glossary of PATHS (files, folders, URLs) and bring the catalogs up to date.

    Without PATHS the settings' sources are read, else the folder seeds/. Translators' work in the catalogs
    is never lost: renamed concepts keep their translation, vanished ones become obsolete. New messages start
    with a suggestion where there is one, marked fuzzy, its source beside it.
    """
    began = time.perf_counter()
    from glossary import timing, unchanged  # noqa: PLC0415

    if scheduler == "":
        raise click.UsageError("--scheduler needs an address, e.g. tcp://10.0.0.1:8786.")
    if scheduler and engine not in (None, "dask"):
        raise click.UsageError(f"--scheduler is for --engine dask, not for {engine}.")
    if jobs and (scheduler or engine == "local"):
        raise click.UsageError(f"--jobs has no say in {'the workers of a scheduler' if scheduler else 'one process'}.")
    settings = settings_module.load()
    if no_suggest:
        settings = replace(settings, suggest=())
    where: Where = {"engine": "dask" if scheduler else engine or "processes", "scheduler": scheduler or ""}
    dry = check or diff
    with unchanged.hashes(settings, write=not dry):
        with timing.stage("comparing"):
            # documents for a cluster are not to be read here
            before = None if where["engine"] == "dask" else unchanged.look(settings, paths)
            summary = unchanged.recall(settings, before)
        if summary is None:
            summary = _built(settings, paths, before, jobs or 0, where, dry=dry, diff=diff, quiet=quiet)
    from glossary.reports import terminal  # noqa: PLC0415  (a model to be loaded need not wait for it)

    if not quiet:
        terminal.print_build(summary, dry=dry, verbose=verbose, stderr=diff)
    if profile:
        terminal.print_profile(*timing.report(), time.perf_counter() - began)
    if check and summary.changed:
        raise click.exceptions.Exit(1)


def _built(
    settings: Settings, paths: tuple[str, ...], before: Seen | None, jobs: int, where: Where,
    *, dry: bool, diff: bool, quiet: bool,
) -> Summary:  # fmt: skip
    """Build and, unless it is a ``dry`` run, write."""
    from glossary import processes, timing, unchanged  # noqa: PLC0415

    gc.set_threshold(*RARELY)
    files = before.documents if before and where["engine"] == "processes" else ()
    with _connections(), processes.hiring_first(files, settings, jobs) as hired, _progress(hidden=quiet) as progress:
        from glossary import pipeline  # noqa: PLC0415  (loads numpy and the word lists)
        from glossary.reports import terminal  # noqa: PLC0415
        from glossary.reports.summary import summarize  # noqa: PLC0415

        found = before.documents if before else ()
        result = pipeline.build(settings, paths, progress, jobs, remember=not dry, hired=hired, files=found, **where)
    if diff:
        click.echo(terminal.diff(result), nl=False)
    if not dry:
        pipeline.write(result)
    told = summarize(result)
    if not dry:
        with timing.stage("comparing"):
            unchanged.remember(settings, before, result, told)
    gc.freeze()  # so that Python does not look through all of it once more when it ends
    return told


@contextmanager
def _connections() -> Iterator[None]:
    """Let a connection that breaks (a web server, a worker) be an error that can be told: a pipe's end is silent."""
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN) if hasattr(signal, "SIGPIPE") else None
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGPIPE, before)


@contextmanager
def _progress(*, hidden: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, only for people: none when it is no terminal."""
    if hidden:
        yield None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn  # noqa: PLC0415

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    # drawn when there is news, not by a thread of its own: a process must not be forked while it holds a lock
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("Reading", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, description="Analyzing", completed=done, total=total, refresh=True)

        yield show
