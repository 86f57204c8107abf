"""``glossary unpack``."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command("unpack", epilog=example("glossary unpack from-olena.zip", "glossary unpack from-olena.zip --theirs"))
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("-l", "--language", default="", help="Language of catalogs that do not say theirs.")
@click.option("--theirs", is_flag=True, help="Where both sides changed a translation, take the one that came back.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print every translation that is taken.")
def command(path: Path, *, language: str, theirs: bool, check: bool, quiet: bool, verbose: bool) -> None:
    """Take back FILE from a translator: the zip archive of a pack, or a single .po file.

    Translations that changed only there are taken. Where the catalog here changed as well, both are shown and the one
    here stays, unless --theirs is given. Exit code 1: conflicts stay open, or files belong to no catalog.
    """
    from glossary import unpacking  # noqa: PLC0415  (loads the rooms)
    from glossary.reports import packs  # noqa: PLC0415

    result = unpacking.unpack(settings_module.load(), path, language, theirs=theirs)
    if not check:
        unpacking.write(result)
    if not quiet:
        packs.print_unpacking(result, dry=check, verbose=verbose)
    if result.open or (check and result.changed):
        raise click.exceptions.Exit(1)
