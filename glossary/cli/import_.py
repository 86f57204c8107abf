"""``glossary import``."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example
from glossary.exchange import READERS


@click.command(
    "import",
    epilog=example(
        "glossary import returned.xlsx",
        "glossary import returned.xlsx --apply",
        "glossary import glossary.utf8 --language ko --apply --prefer file",
    ),
)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--from", "form", type=click.Choice([*READERS, "po"]), help="Format; without it the content tells.")
@click.option("-l", "--language", help="Language of renderings whose language the file does not name.")
@click.option("--apply", "apply_", is_flag=True, help="Write what is new and changed; without it nothing is written.")
@click.option("--prefer", type=click.Choice(["file", "catalog"]),
              help="Which side holds where the two contradict; without it conflicts stay as they are.")  # fmt: skip
@click.option("--no-new", is_flag=True, help="Leave out concepts that the glossary does not have.")
@click.option("-v", "--verbose", is_flag=True, help="Print everything, however much.")
def command(
    path: Path, *, form: str | None, language: str | None, apply_: bool, prefer: str | None, no_new: bool, verbose: bool
) -> None:
    """Bring back FILE from another tool: TBX, CSV, XLSX, PO, OmegaT glossary, JSON.

    Shows side by side what is new, what would change and where the file contradicts what people decided. With
    --apply renderings go to the catalogs and the English side to decisions.toml. Exit code 1: conflicts stay open.
    """
    from glossary import importing  # noqa: PLC0415  (loads the rooms)
    from glossary.reports import importing as report  # noqa: PLC0415

    side: importing.Side = "file" if prefer == "file" else "catalog" if prefer == "catalog" else ""
    request = importing.Request(path, form or "", language or "", side, not no_new)
    result = importing.plan(settings_module.load(), request)
    if apply_:
        importing.write(result)
    report.print_import(result, applied=apply_, verbose=verbose)
    if result.open:
        raise click.exceptions.Exit(1)
