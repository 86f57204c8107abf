"""``glossary report``."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command("report", epilog=example("glossary report", "glossary report -o report.html --since old/glossary.json"))
@click.option("-o", "--output", type=click.Path(path_type=Path), default="report.html", show_default=True,
              help="HTML file to write.")  # fmt: skip
@click.option("--since", metavar="FILE", type=click.Path(path_type=Path),
              help="Older glossary.json to compare with. Default: git's, from before the last change.")  # fmt: skip
def command(output: Path, since: Path | None) -> None:
    """Write one HTML file with the figures, the documents with their terms, all terms and all findings.

    The file is self-contained: it opens without network, prints, and can be mailed. It shows the last build and the
    catalogs as they are now.
    """
    from glossary import catalogs, reporting  # noqa: PLC0415  (loads Babel and the readers)

    page = reporting.report(settings_module.load(), since=since)
    catalogs.write_bytes(output, page)
    click.echo(f"written: {output}")
