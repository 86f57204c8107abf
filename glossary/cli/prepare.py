"""``glossary prepare``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command(
    "prepare",
    epilog=example("glossary prepare", "glossary prepare articles/today.html --segment sentence"),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--segment",
    type=click.Choice(["paragraph", "sentence"]),
    help="One message for each; a document's catalogs keep theirs, new ones are by paragraph.",
)
@click.option("--all", "boilerplate", is_flag=True, help="Also what is page rather than text: buttons, notices, menus.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print every file.")
def command(
    paths: tuple[Path, ...],
    *,
    segment: Literal["paragraph", "sentence"] | None,
    boilerplate: bool,
    check: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Turn each document in PATHS (files and folders) into a catalog per language, with the glossary's terms.

    Without PATHS the settings' sources are read, else the folder seeds/. Translators' work is never lost: an edited
    paragraph keeps its translation as fuzzy, a vanished one becomes obsolete. Run "glossary build" first.
    """
    from glossary import preparing  # noqa: PLC0415  (loads the readers)
    from glossary.reports import documents  # noqa: PLC0415

    result = preparing.prepare(settings_module.load(), paths, segment, boilerplate=boilerplate)
    if not check:
        preparing.write(result)
    if not quiet:
        documents.print_preparation(result, dry=check, verbose=verbose)
    if check and result.changed:
        raise click.exceptions.Exit(1)
