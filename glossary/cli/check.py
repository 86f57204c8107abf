"""``glossary check``."""

from __future__ import annotations

from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command(
    "check",
    epilog=example(
        "glossary check",
        "glossary check translated.po --glossary terms.csv --select T3",
        "glossary check --output-format sarif -o findings.sarif",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--glossary", "glossary_file", metavar="FILE", type=click.Path(path_type=Path),
              help="Check against this glossary (JSON, CSV, PO) instead of the project's.")  # fmt: skip
@click.option("--select", metavar="CODES", multiple=True, help="Only these rules: codes or their beginnings (T3,P).")
@click.option("--ignore", metavar="CODES", multiple=True, help="Not these rules.")
@click.option("--language", metavar="CODE", multiple=True, help="Only catalogs of this language.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; standard output without it.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found.")
def command(
    paths: tuple[Path, ...],
    *,
    glossary_file: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    language: tuple[str, ...],
    output_format: str,
    output: Path | None,
    exit_zero: bool,
) -> None:
    """Check sources, glossary and translations; with PATHS, only those .po files and folders.

    Exit code 0: nothing found, or nothing but information; 1: errors or warnings; 2: bad input or usage.
    """
    from glossary import catalogs, checking, rules  # noqa: PLC0415
    from glossary.reports.findings import REPORTS  # noqa: PLC0415

    selected = rules.codes(_words(select), "--select") if select else frozenset(rules.RULES)
    selected -= rules.codes(_words(ignore), "--ignore")
    request = checking.Request(paths, glossary_file, selected, _words(language))
    result = checking.check(settings_module.load(), request)
    report = REPORTS[output_format](result.findings)
    if output is None:
        click.echo(report, nl=False)
    else:
        catalogs.write_bytes(output, report.encode("utf-8", "surrogatepass"))
    if result.failed and not exit_zero:
        raise click.exceptions.Exit(1)


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
