"""``glossary export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example
from glossary.errors import GlossaryError


def _list_formats(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    """Print the formats and stop."""
    if value:
        from glossary.exchange import FORMATS  # noqa: PLC0415

        formatter = ctx.make_formatter()
        formatter.write_dl([(name, f"{form.description} ({form.suffix})") for name, form in FORMATS.items()])
        click.echo(formatter.getvalue(), nl=False)
        ctx.exit()


@click.command(
    "export",
    epilog=example(
        "glossary export --list",
        "glossary export tbx -o glossary.tbx",
        "glossary export omegat --language ko -o glossary.utf8",
        "glossary export deepl -o deepl.{language}.csv",
    ),
)
@click.argument("format_name", metavar="FORMAT")
@click.option("-o", "--output", help="File to write, {language} in its name for one a language; "
                                     "standard output without it.")  # fmt: skip
@click.option("-l", "--language", "languages", multiple=True, help="Language; repeat for several. Default: all.")
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=_list_formats,
              help="List the formats and what loads them.")  # fmt: skip
def command(format_name: str, output: str | None, languages: tuple[str, ...]) -> None:
    """Write the glossary of the last build, with the catalogs' renderings, as FORMAT.

    Formats whose users take all for approved leave fuzzy renderings out; how many is said on standard error.
    """
    from glossary import catalogs, exchanging  # noqa: PLC0415
    from glossary.exchange import FORMATS  # noqa: PLC0415

    if format_name not in FORMATS:
        hint = f"the formats are {', '.join(FORMATS)}"
        raise GlossaryError(f"unknown format {format_name!r}", hint=hint)
    exported = exchanging.export(settings_module.load(), format_name, languages)
    if len(exported) > 1 and "{language}" not in (output or ""):
        codes = ", ".join(item.language for item in exported)
        hint = f"choose one with --language ({codes}) or give -o a name with {{language}} in it"
        raise GlossaryError(f"{format_name} holds one language in a file", hint=hint)
    if "{language}" in (output or "") and not exported[0].language:
        hint = "leave {language} out of the name"
        raise GlossaryError(f"{format_name} holds all languages in one file", hint=hint)
    for item in exported:
        if item.fuzzy:
            click.echo(f"{format_name}: {item.fuzzy} fuzzy renderings left out", err=True)
        if output is None:
            sys.stdout.buffer.write(item.data)
        else:
            catalogs.write_bytes(Path(output.replace("{language}", item.language)), item.data)
