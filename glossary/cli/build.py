"""``glossary build``."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from glossary import settings as settings_module
from glossary.cli import example

if TYPE_CHECKING:
    from glossary import pipeline


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
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print every change and every document.")
def command(
    paths: tuple[str, ...],
    *,
    check: bool,
    diff: bool,
    no_suggest: bool,
    jobs: int | None,
    engine: pipeline.Engine | None,
    scheduler: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the glossary of PATHS (files, folders, URLs) and bring the catalogs up to date.

    Without PATHS the settings' sources are read, else the folder seeds/. Translators' work in the catalogs
    is never lost: renamed concepts keep their translation, vanished ones become obsolete. New messages start
    with a suggestion where there is one, marked fuzzy, its source beside it.
    """
    from glossary import pipeline  # noqa: PLC0415  (loads numpy and the word lists)
    from glossary.reports import terminal  # noqa: PLC0415

    if scheduler and engine not in (None, "dask"):
        raise click.UsageError(f"--scheduler is for --engine dask, not for {engine}.")
    if jobs and (scheduler or engine == "local"):
        raise click.UsageError(f"--jobs has no say in {'the workers of a scheduler' if scheduler else 'one process'}.")
    settings = settings_module.load()
    if no_suggest:
        settings = replace(settings, suggest=())
    with _connections(), _progress(hidden=quiet) as progress:
        result = pipeline.build(
            settings, paths, progress, jobs or 0, remember=not (check or diff),
            engine="dask" if scheduler else engine or "processes", scheduler=scheduler or "",
        )  # fmt: skip
    if diff:
        click.echo(terminal.diff(result), nl=False)
    if not (check or diff):
        pipeline.write(result)
    if not quiet:
        terminal.print_build(result, dry=check or diff, verbose=verbose, stderr=diff)
    if check and result.changed:
        raise click.exceptions.Exit(1)


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
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn  # noqa: PLC0415

    console = Console(stderr=True)
    if hidden or not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    # drawn when there is news, not by a thread of its own: a process must not be forked while it holds a lock
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("Reading", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, description="Analyzing", completed=done, total=total, refresh=True)

        yield show
