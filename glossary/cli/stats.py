"""``glossary stats``."""

from __future__ import annotations

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command("stats", epilog=example("glossary stats", "glossary stats uk --json"))
@click.argument("languages", metavar="[LANG]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(languages: tuple[str, ...], *, as_json: bool) -> None:
    """Show segments and words by state, and terms with a confirmed rendering, for each catalog of each LANG.

    Without LANG all languages of the settings. A text that a document repeats counts once.
    """
    from glossary import counting  # noqa: PLC0415  (loads the rooms)
    from glossary.reports import progress  # noqa: PLC0415

    found = counting.progress(settings_module.load(), languages)
    if as_json:
        click.echo(progress.as_json(found), nl=False)
    else:
        progress.print_progress(found)
