"""``glossary check``."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary import settings as settings_module
from glossary.cli import example
from glossary.reports.findings import FORMATS

if TYPE_CHECKING:
    from glossary.checking import Checked, Request

_FILE = click.Path(path_type=Path)


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """What to check, against what, and how to tell it, in the order of the help text."""
    for option in reversed((
        click.option("--glossary", "glossary_file", metavar="FILE", type=_FILE,
                     help="Check against this glossary (JSON, CSV, TBX, XLSX, PO) instead of the project's."),
        click.option("--language", metavar="CODE", multiple=True, help="Only catalogs of this language."),
        click.option("--select", metavar="CODES", multiple=True, help="Only these rules: codes or beginnings (T3,P1)."),
        click.option("--ignore", metavar="CODES", multiple=True, help="Not these rules."),
        click.option("--sources", is_flag=True, help="Analyze the documents again; loads the English model."),
        click.option("--baseline", metavar="FILE", type=_FILE, help="Tell only what this file does not have."),
        click.option("--write-baseline", metavar="FILE", type=_FILE, help="Write all findings to FILE and exit 0."),
        click.option("--fix", is_flag=True, help="Correct what cannot change the meaning (see glossary explain CODE)."),
        click.option("--diff", is_flag=True, help="With --fix: write nothing; show what would change."),
        click.option("--output-format", type=click.Choice(FORMATS), default="text", show_default=True),
        click.option("-o", "--output", metavar="FILE", type=_FILE, help="Write the report to FILE."),
        click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of listing them."),
        click.option("-v", "--verbose", is_flag=True, help="Also list information in the text report."),
        click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found."),
    )):  # fmt: skip
        command = option(command)
    return command


@click.command(
    "check",
    epilog=example(
        "glossary check",
        "glossary check translated.po --glossary terms.csv --select T3",
        "glossary check --fix --diff",
        "glossary check --output-format sarif -o findings.sarif",
    ),
)
@click.argument("paths", nargs=-1, type=_FILE)
@_options
def command(paths: tuple[Path, ...], **options: Any) -> None:
    """Check sources, glossary and translations; with PATHS, only those .po files and folders of any project.

    Exit code 0: nothing found, or nothing but information; 1: errors or warnings; 2: bad input or usage.
    """
    gc.disable()  # a check makes no cycles worth collecting, and looking for them takes a tenth of its time
    from glossary import catalogs, checking  # noqa: PLC0415  (the help text needs neither)

    if options["diff"] and not options["fix"]:
        raise click.UsageError("--diff shows what --fix would change: give both")
    settings, request = settings_module.load(), _request(paths, options)
    checked = checking.check(settings, request)
    if options["write_baseline"]:
        from glossary.checks import baseline  # noqa: PLC0415

        catalogs.write_bytes(options["write_baseline"], baseline.dump(checked.every))
        click.echo(f"{len(checked.every)} findings written to {options['write_baseline']}", err=True)
        return
    if options["fix"]:
        from glossary import corrections  # noqa: PLC0415

        made = tuple(corrections.fixes(checked))
        if options["diff"]:
            click.echo(corrections.diff(made), nl=False)
            return
        written = corrections.write(made)
        click.echo(f"{_counted(written, 'correction')} in {_counted(len(made), 'file')}", err=True)
        checked = checking.check(settings, request)
    _tell(checked, options)
    gc.freeze()  # nor any when the program ends, where Python looks through all objects once more
    if checked.failed and not options["exit_zero"]:
        raise click.exceptions.Exit(1)


def _request(paths: tuple[Path, ...], options: dict[str, Any]) -> Request:
    from glossary import checking, rules  # noqa: PLC0415

    select, ignore, languages = (_words(options[name]) for name in ("select", "ignore", "language"))
    selected = rules.codes(select, "--select") if select else frozenset(rules.RULES)
    selected -= rules.codes(ignore, "--ignore")
    if not selected:
        raise click.UsageError("--ignore leaves no rule to check")
    return checking.Request(
        paths, options["glossary_file"], selected, languages, options["baseline"], options["sources"]
    )


def _tell(checked: Checked, options: dict[str, Any]) -> None:
    """The report; of the text report the last line goes to standard error."""
    from glossary import catalogs  # noqa: PLC0415
    from glossary.reports import findings as reports  # noqa: PLC0415

    text = options["output_format"] == "text"
    hidden = text and not options["verbose"]
    shown = [item for item in checked.findings if item.severity != "info"] if hidden else checked.findings
    if options["statistics"]:
        report = reports.statistics(checked.findings)
    else:
        report = reports.report(shown, options["output_format"])
    if options["output"] is None:
        click.echo(report, nl=False)
    else:
        catalogs.write_bytes(options["output"], report.encode("utf-8", "surrogatepass"))
    if text:
        known = len(checked.every) - len(checked.findings)
        what = _counted(len(checked.files), "catalog") + ", " + _counted(checked.messages, "message")
        if checked.entries and not checked.files:
            what = _counted(checked.entries, "glossary entry", "glossary entries")
        line = reports.summary(checked.findings, what, waived=checked.waived, known=known, hidden=hidden)
        click.echo(line, nl=False, err=True)


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
