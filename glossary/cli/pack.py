"""``glossary pack``."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command("pack", epilog=example("glossary pack uk -o for-olena.zip"))
@click.argument("language", metavar="LANG")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Zip archive to write."
)
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(language: str, *, output: Path, quiet: bool) -> None:
    """Pack what a translator into LANG needs into one zip archive.

    In it are all catalogs, the glossary for OmegaT and as TBX, and a page that says how much there is to do, which
    terms are open, and the deadline and contact of the settings. What comes back is for "glossary unpack".
    """
    from glossary import catalogs, packing  # noqa: PLC0415  (load the rooms)
    from glossary.reports import packs  # noqa: PLC0415

    made = packing.pack(settings_module.load(), language)
    catalogs.write_bytes(output, made.data)
    if not quiet:
        packs.print_pack(made, output)
