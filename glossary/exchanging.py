"""The glossary in other tools' files: what ``glossary export`` does, and how any file of terms is read.

The part of the pipeline that needs neither a model nor numpy, so that an export starts at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary import catalogs, exchange
from glossary.catalogs import catalog_languages, read_file, shown_path
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
    path, shown = settings.root / settings.output / "glossary.json", f"{settings.output}/glossary.json"
    data = read_file(path, shown)
    if data is None:
        raise GlossaryError("there is no such file yet", path=shown, hint="run: glossary build")
    return json_format.load(data, shown)


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
    glossary = _joined(glossary, renderings, settings, suggested=name == "json")
    exported = []
    for group in [(language,) for language in chosen] if FORMATS[name].pair else [chosen]:
        header = _header(settings, group[0]) if FORMATS[name].suffix == ".po" else {}
        data = exchange.write(name, glossary, Scope(tuple(map(language_tag, group)), settings.project, header))
        fuzzy = sum(found.status == "fuzzy" for language in group for found in renderings.get(language, {}).values())
        language = group[0] if FORMATS[name].pair else ""
        exported.append(Exported(data, language, fuzzy if FORMATS[name].approved_only else 0))
    return tuple(exported)


def _joined(
    glossary: Glossary, renderings: Mapping[str, Mapping[str, catalogs.Translation]], settings: Settings, *,
    suggested: bool,
) -> Glossary:  # fmt: skip
    """The glossary with all renderings: the catalogs', those of decisions, and if asked suggestions."""
    path, shown = settings.root / settings.output / "decisions.toml", f"{settings.output}/decisions.toml"
    if not (suggested or path.is_file()):
        return exchange.joined(glossary, renderings)
    from glossary import concepts, suggesting  # noqa: PLC0415  (load the word lists)
    from glossary.concepts import decided  # noqa: PLC0415

    decisions = concepts.load_decisions(path, shown)
    prefill = suggesting.prefill(glossary, settings, decisions) if suggested else None
    offered = prefill.suggestions if prefill else {}
    return exchange.joined(glossary, renderings, offered, decided.renderings(glossary, decisions))


def _catalog(settings: Settings, language: str) -> bytes:
    """The catalog of a language as it lies there."""
    path = catalogs.catalog_path(settings, language)
    data = read_file(path, shown_path(path, settings))
    if data is None:
        raise GlossaryError("there is no such file yet", path=shown_path(path, settings), hint="run: glossary build")
    return data


def _header(settings: Settings, language: str) -> Mapping[str, str]:
    """The fields of the header of a language's catalog; none without a catalog."""
    path = catalogs.catalog_path(settings, language)
    data = read_file(path, shown_path(path, settings))
    return _fields(catalogs.parse(data, shown_path(path, settings))) if data is not None else {}


def _fields(catalog: catalogs.Catalog) -> dict[str, str]:
    """The fields of a catalog's header."""
    header = catalog.header.msgstr if catalog.header else ""
    fields = (line.partition(":") for line in header.split("\n"))
    return {name.strip(): value.strip() for name, colon, value in fields if colon}


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
    language = next((value for name, value in _fields(catalog).items() if name.casefold() == "language"), "")
    return form, po_format.read(catalog.messages, shown, language)


def named_language(path: Path, tags: Sequence[str]) -> str:
    """Which of ``tags`` a file's name ends with, as ``terms.ko.tsv`` does; empty when with none."""
    for part in reversed(path.name.split(".")[1:]):
        if language_tag(part).casefold() in (tag.casefold() for tag in tags):
            return same_language(part, tags)
    return ""
