"""The glossary in other tools' files: what ``glossary export`` does, and how any file of terms is read.

The part of the pipeline that needs neither a model nor numpy, so that an export starts at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary import catalogs, exchange
from glossary.catalogs.headers import catalog_languages
from glossary.catalogs.planning import read_file, shown_path
from glossary.errors import GlossaryError
from glossary.exchange import FORMATS, Reading, Scope, json_format, po_format
from glossary.exchange.text import language_tag, same_language
from glossary.model import Glossary
from glossary.settings import Settings


@dataclass(frozen=True, slots=True)
class Exported:
    """One file of an export."""

    data: bytes
    language: str
    """The one target language, as its catalog is named; empty when the file holds all."""
    fuzzy: int = 0
    """Renderings that nobody confirmed and that the format leaves out for that."""


def load(settings: Settings) -> Glossary:
    """The glossary of the last build.  Raises ``GlossaryError`` when there is none."""
    path = settings.root / settings.output / "glossary.json"
    shown = f"{settings.output}/glossary.json"
    try:
        return json_format.load(path.read_bytes(), shown)
    except FileNotFoundError:
        raise GlossaryError("there is no such file yet", path=shown, hint="run: glossary build") from None
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=shown) from None


def export(settings: Settings, name: str, languages: Sequence[str] = ()) -> tuple[Exported, ...]:
    """The glossary of the last build, with the catalogs' renderings, in the format ``name``.

    ``languages`` are some of the settings' languages; without any, all.  A format of one language pair gives one
    file a language, any other gives one file.  Raises ``GlossaryError`` for a language that the settings do not
    have and for what the format forbids.
    """
    chosen = _chosen(settings, languages)
    if FORMATS[name].write is None:
        return tuple(Exported(_catalog(settings, language), language) for language in chosen)
    glossary = load(settings)
    renderings = catalogs.translations(glossary, settings)
    glossary = exchange.joined(glossary, renderings, _suggestions(glossary, settings) if name == "json" else None)
    exported = []
    for group in [(language,) for language in chosen] if FORMATS[name].pair else [chosen]:
        data = exchange.write(name, glossary, Scope(tuple(map(language_tag, group)), settings.project))
        fuzzy = sum(found.status == "fuzzy" for language in group for found in renderings.get(language, {}).values())
        language = group[0] if FORMATS[name].pair else ""
        exported.append(Exported(data, language, fuzzy if FORMATS[name].approved_only else 0))
    return tuple(exported)


def _suggestions(glossary: Glossary, settings: Settings) -> exchange.Suggestions:
    """What the settings' sources suggest, for programs that want all of it."""
    from glossary import suggesting  # noqa: PLC0415  (only one format pays for the termbases)
    from glossary.concepts.decisions import load_decisions  # noqa: PLC0415

    shown = f"{settings.output}/decisions.toml"
    prefill = suggesting.prefill(glossary, settings, load_decisions(settings.root / shown, shown))
    return prefill.suggestions if prefill else {}


def _catalog(settings: Settings, language: str) -> bytes:
    """The catalog of a language as it lies there."""
    path = catalogs.catalog_path(settings, language)
    data = read_file(path, shown_path(path, settings))
    if data is None:
        raise GlossaryError("there is no such file yet", path=shown_path(path, settings), hint="run: glossary build")
    return data


def _chosen(settings: Settings, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages of an export, as their catalogs are named, in the order of the settings."""
    known = catalog_languages(settings.languages)
    wanted = catalog_languages(languages) if languages else known
    for language in wanted:
        if language not in known:
            hint = f"the languages are {', '.join(known)}"
            raise GlossaryError(f"{language!r} is not among the languages of the settings", hint=hint)
    return tuple(language for language in known if language in wanted)


def read_entries(data: bytes, shown: str, form: str = "") -> tuple[str, Reading]:
    """The format of a file of terms and what it holds; ``form`` is a key in ``READERS`` or ``po``, or empty when
    the content is to tell.

    Raises ``GlossaryError`` with path and line for what cannot be read.
    """
    form = form or exchange.format_of(data, shown)
    if form != "po":
        return form, exchange.read(data, shown, form)
    catalog = catalogs.parse(data, shown)
    header = catalog.header.msgstr if catalog.header else ""
    fields = (line.partition(":") for line in header.split("\n"))
    language = next((value.strip() for name, _, value in fields if name.casefold() == "language"), "")
    return form, po_format.read(catalog.messages, shown, language)


def named_language(path: Path, tags: Sequence[str]) -> str:
    """Which of ``tags`` a file's name ends with, as ``terms.ko.tsv`` does; empty when with none."""
    for part in reversed(path.name.split(".")[1:]):
        if language_tag(part).casefold() in (tag.casefold() for tag in tags):
            return same_language(part, tags)
    return ""
