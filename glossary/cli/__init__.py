"""The command line: one small file a command, loaded when that command runs.

Exit codes: 0 fine, 1 findings (a check that did not pass), 2 usage or input error.
"""

from __future__ import annotations

import gc
import importlib
import keyword
import signal
import sys
from collections.abc import Sequence

import click

from glossary.errors import GlossaryError, printable

COMMANDS = {
    "build": "Build the glossary and its catalogs from English documents.",
    "check": "Check sources, glossary and translations.",
    "explain": "Tell why a term is in the glossary, or why it is not.",
    "export": "Write the glossary in another format.",
    "fetch": "Fetch renderings from Wikidata for later offline use.",
    "import": "Bring back a glossary from another tool.",
    "pack": "Pack a language's catalogs for a translator.",
    "prepare": "Turn documents into catalogs for translators.",
    "render": "Turn finished catalogs into translated documents.",
    "report": "Write an HTML report: figures, documents, terms, findings.",
    "review": "Decide on candidates and renderings on a page on this machine.",
    "stats": "Show how much is translated.",
    "suggest": "Suggest renderings for terms, each with its source.",
    "unpack": "Take a translator's files back.",
}
"""Command → its line in the overview; the module of the same name (with ``_`` behind a word of Python's own) holds
the function ``command``."""


class _Commands(click.Group):
    """Commands that are imported when they run, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        gc.disable()  # what is loaded stays, and looking through it for garbage takes a twentieth of a start
        module = importlib.import_module(f"glossary.cli.{name}")
        gc.enable()
        command = module.command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; an unknown command comes with the one that was meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # noqa: PLC0415  (only for a slip)

            close = difflib.get_close_matches(args[0], COMMANDS, n=1)
            meant = f" Did you mean {close[0]}?" if close else ""
            raise click.UsageError(f"No such command {args[0]!r}.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def example(*lines: str) -> str:
    """The last part of a help text: lines as they are, not rewrapped."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


@click.command(
    cls=_Commands,
    epilog=example("glossary build", "glossary build articles/ --diff", "glossary explain 'Supreme Leader'"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="glossary", prog_name="glossary")
def cli() -> None:
    """One consistent glossary from English documents, as gettext catalogs for translators."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point: runs a command (``arguments`` instead of those of the process) and exits with its code.

    Bad input is one line on standard error and exit code 2.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "glossary export json | head" ends in silence
    try:
        sys.exit(cli(arguments, prog_name="glossary", standalone_mode=False))  # a command's Exit comes back as its code
    except GlossaryError as error:
        for line in str(error).splitlines():
            click.echo(f"glossary: error: {line}", err=True)
        sys.exit(2)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"glossary: error: {_line(error)}", err=True)
        sys.exit(2)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("glossary: interrupted; no file is half-written", err=True)
        sys.exit(130)


def _line(error: click.ClickException) -> str:
    """What click says of a wrong use, and whose help tells the right one, in one line."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    told = printable(" ".join(error.format_message().split()))
    mark = "" if told.endswith((".", "?")) else ";"
    return f"{told}{mark} see: {context.command_path if context else 'glossary'} --help"
