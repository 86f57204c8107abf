"""``glossary render``."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command(
    "render", epilog=example("glossary render ko -o out", "glossary render uk seeds/kursk.md -o out --require 100")
)
@click.argument("language", metavar="LANG")
@click.argument("paths", metavar="[DOCUMENT]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder to write to."
)
@click.option(
    "--require",
    type=click.FloatRange(0, 100),
    default=0.0,
    metavar="PERCENT",
    help="Write nothing and exit 1 if less of a document is translated.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(language: str, paths: tuple[Path, ...], *, output: Path, require: float, quiet: bool) -> None:
    """Write each DOCUMENT in LANG from its catalog, in its own format and with all its markup.

    Without DOCUMENT all prepared documents of the settings' sources. What is not translated, or still fuzzy, stays
    English and is counted.
    """
    from glossary import rendering  # noqa: PLC0415  (loads the readers)
    from glossary.reports import documents  # noqa: PLC0415

    rendered = rendering.render(settings_module.load(), language, paths, output)
    lacking = [document for document in rendered if document.percent < require]
    written = () if lacking else rendering.write(rendered)
    if not quiet:
        documents.print_rendering(rendered, written)
    for document in lacking:
        shown = f"{document.percent:.0f} % translated, {require:g} % required; nothing was written"
        click.echo(f"glossary: error: {document.path}: {shown}", err=True)
    if lacking:
        raise click.exceptions.Exit(1)
