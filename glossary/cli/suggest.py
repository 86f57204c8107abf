"""``glossary suggest``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from glossary import settings as settings_module
from glossary.cli import example
from glossary.errors import GlossaryError


@click.command(
    "suggest",
    epilog=example(
        "glossary suggest 'North Korea' Khabarovsk", "glossary suggest --lang uk 'US Defense Secretary'",
        "glossary suggest --from names.txt --json",
    ),
)  # fmt: skip
@click.argument("terms", nargs=-1, metavar="TERM...")
@click.option("--from", "file", type=click.Path(path_type=Path), help="Read terms from FILE, one a line; - for stdin.")
@click.option(
    "-l", "--lang", "--language", "languages", multiple=True, help="Language, or several with commas. Default: all."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(terms: tuple[str, ...], *, file: Path | None, languages: tuple[str, ...], as_json: bool) -> None:
    """Print renderings of English TERMs, the best first, each with its source and confidence (0 to 1).

    Works offline, for any term, with or without a glossary. Confidence says how often such a suggestion is right.
    Without TERM and --from, terms are read from standard input.
    """
    settings = settings_module.load()
    if not terms and file is None and sys.stdin.isatty():
        raise click.UsageError("no TERM, and none on standard input")
    asked = [term for term in (*terms, *_lines(file if file or terms else Path("-"))) if term.strip()]
    if not asked:
        raise GlossaryError("no terms to suggest for", path=str(file or ""), hint="give terms, or a file of them")
    from glossary import suggesting  # noqa: PLC0415  (quick help)

    languages = tuple(code.strip() for item in languages for code in item.split(",") if code.strip())
    own = tuple(language.replace("-", "_") for language in settings.languages)
    chosen = tuple(dict.fromkeys(languages)) if set(languages) <= set(own) else _known(languages)
    chosen = chosen or own
    found = suggesting.suggest(settings, asked, chosen)
    if as_json:
        table = [
            {"term": term}
            | {
                language: [{"form": s.form, "source": s.source, "confidence": s.confidence} for s in suggested]
                for language, suggested in by_language.items()
            }
            for term, by_language in found
        ]
        click.echo(json.dumps(table, ensure_ascii=False, indent=2))
        return
    for term, by_language in found:
        click.echo(term)
        for language, suggested in by_language.items():
            for s in suggested:
                rule = "by rule: " if s.by_rule else ""
                click.echo(f"  {language}  {s.confidence:.2f}  {s.form}  [{rule}{s.source}]")
            if not suggested:
                click.echo(f"  {language}  -")


def _known(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Languages of the command line.  Raises ``SettingsError`` for those that CLDR does not know."""
    from glossary import catalogs  # noqa: PLC0415  (50 ms)

    return catalogs.catalog_languages(languages)


def _lines(file: Path | None) -> list[str]:
    """Terms of a file, one a line; empty lines are skipped.  Raises ``GlossaryError`` when it cannot be read."""
    if file is None:
        return []
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise GlossaryError("not UTF-8", path=str(file), hint="save it as UTF-8") from None
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=str(file), hint="check the path") from None
    if "\0" in data.decode("utf-8-sig"):
        raise GlossaryError("binary data (a NUL byte)", path=str(file), hint="give a text file with one term a line")
    return [line.strip() for line in lines if line.strip()]
