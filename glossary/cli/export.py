"""``glossary export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command("export", epilog=example("glossary export json", "glossary export json -o glossary.json"))
@click.argument("format_name", metavar="FORMAT", type=click.Choice(["json"]))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; standard output without it.")
def command(format_name: str, output: Path | None) -> None:
    """Write the glossary of the last build, with the catalogs' translations, as FORMAT.

    The format is documented and stable: {"concepts": [{"id", "kind", "preferred", "terms": [...],
    "occurrences": [...], "related": [...], "translations": {"ko": [...]}}]}.
    """
    from glossary import catalogs, pipeline  # noqa: PLC0415

    data = pipeline.export(settings_module.load(), format_name)
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        catalogs.write_bytes(output, data)
