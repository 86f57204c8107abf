"""``glossary fetch``."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example
from glossary.errors import SettingsError

NAMED = ("person", "place", "organization", "event", "document", "abbreviation")
"""Kinds of concepts that have articles of their own name."""


@click.command("fetch", epilog=example("glossary fetch wikidata", "glossary fetch wikidata 'Sudzha' -o terms/wd.tsv"))
@click.argument("source", metavar="SOURCE", type=click.Choice(["wikidata"]))
@click.argument("terms", nargs=-1, metavar="[TERM]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("terms/wikidata.tsv"),
    show_default=True,
    help="The termbase to write.",
)
@click.option("--api", nargs=2, hidden=True, help="Addresses of the two APIs, for tests.")
def command(source: str, terms: tuple[str, ...], output: Path, api: tuple[str, str] | None) -> None:  # noqa: ARG001
    """Fetch renderings of TERMs, or of all names in the last build, from Wikidata into a local termbase.

    The only command that uses the network. It asks slowly, keeps every answer in a cache beside the output, and goes
    on where it stopped when run again. Name the file in the setting termbases to have its rows suggested.
    """
    from glossary import catalogs, exchanging  # noqa: PLC0415  (quick help)
    from glossary.suggestions import wikidata  # noqa: PLC0415

    settings = settings_module.load()
    if not settings.contact:
        hint = 'set contact = "you@example.org": Wikimedia asks every program for it'
        raise SettingsError("fetching needs a contact", hint=hint)
    names = terms or [c.preferred for c in exchanging.load(settings) if c.kind in NAMED and c.translate]
    languages = catalogs.catalog_languages(settings.languages)
    get = wikidata.client(settings.contact, version("glossary"))
    addresses = api or (wikidata.WIKIPEDIA, wikidata.WIKIDATA)
    found = list(wikidata.fetch(names, languages, get, output.with_suffix(".cache.jsonl"), addresses))
    catalogs.write_bytes(output, wikidata.table(found, languages))
    known = sum(bool(one.labels) for one in found)
    click.echo(f"{known} of {len(found)} names found, written to {output}")
    if str(output) not in settings.termbases:
        click.echo(f'To have them suggested, set  termbases = ["{output.as_posix()}"]')
