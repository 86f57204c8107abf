"""``glossary explain``."""

from __future__ import annotations

import re

import click

from glossary import settings as settings_module
from glossary.cli import example


@click.command(
    "explain", epilog=example("glossary explain 'Supreme Leader'", "glossary explain D101", "glossary explain T3")
)
@click.argument("term")
def command(term: str) -> None:
    """Tell where TERM occurs, who recognized it with what score, what merged into it and which decisions apply.

    For a form that is not in the glossary, tell why it was left out (this analyzes the sources again). TERM may
    also be the code of a finding, or its beginning for a list of rules.
    """
    from glossary import rules  # noqa: PLC0415
    from glossary.reports import terminal  # noqa: PLC0415

    if not term.strip():
        raise click.UsageError("TERM is empty")
    if term.upper() in rules.RULES:
        click.echo(rules.describe(term.upper()))
        return
    beginning = term.upper() if re.fullmatch(r"[A-Za-z]\d{1,3}", term) else term
    if any(code.startswith(beginning) for code in rules.RULES):
        click.echo(rules.listed(beginning), nl=False)
        return
    from glossary import pipeline  # noqa: PLC0415

    found, left_out = pipeline.explain(settings_module.load(), term)
    if not found and not left_out:
        click.echo(f"{term!r} was never a candidate: no recognizer found it in the sources.")
        letters = "".join(dict.fromkeys(code[0] for code in rules.RULES))
        if re.fullmatch(rf"[{letters}]\d+", beginning):
            click.echo(f"Nor is it a rule; glossary explain {beginning[0]} lists those that begin with {beginning[0]}.")
        click.echo(f"To list it all the same, add it to decisions.toml:  accept = [{term!r}]")
        raise click.exceptions.Exit(1)
    for concept in found:
        terminal.print_concept(concept)
    for item in left_out:
        terminal.print_left_out(item)
    if not found:
        raise click.exceptions.Exit(1)
