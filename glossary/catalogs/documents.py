"""What ``prepare`` would write for one document, and what ``render`` reads: its template and its catalogs.

All files of a document are read first: one that cannot be read whole stops the run, and then none is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from glossary.catalogs import headers
from glossary.catalogs.concept_messages import clean
from glossary.catalogs.concept_translations import Translation
from glossary.catalogs.domains import catalog_of, domain, template_of
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.merging import redated, rendered
from glossary.catalogs.paths import shown_path
from glossary.catalogs.planning import FilePlan, read_file
from glossary.catalogs.reading import parse
from glossary.catalogs.revision import revise
from glossary.catalogs.segments import SegmentMessage, comments, segment_entry
from glossary.catalogs.translation_memory import Offer
from glossary.expressions import expression
from glossary.languages.matching import matcher_for
from glossary.model import Glossary, Location
from glossary.settings import Settings

_TERM = expression(
    r"term: (?P<name>.+?)(?: \([^()]*\))? → (?P<rendering>.+?)(?: \((?:suggested|the same in every language)\))?"
)
"""A ``#.`` line of ``segments.comments`` with a rendering, approved or not."""


class Held(NamedTuple):
    """A file of a document's catalogs as it lies there."""

    path: Path
    shown: str
    """The path for people."""
    data: bytes | None
    """None when there is no such file."""
    catalog: Catalog


class Outdated(NamedTuple):
    """A translated segment that has a term in a rendering which the glossary no longer has."""

    term: str
    former: str
    rendering: str
    """As approved now."""
    place: Location
    """The message in the catalog as it is after the run."""


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """The files of one document, before they are written."""

    path: str
    """Of the document."""
    files: tuple[FilePlan, ...]
    """The template, then one catalog per language."""
    outdated: tuple[Outdated, ...]


class Known(NamedTuple):
    """What the project knows already, for every document."""

    settings: Settings
    glossary: Glossary
    translations: Mapping[str, Mapping[str, Translation]]
    """Language → concept id → rendering."""
    offers: Mapping[str, Mapping[str, Offer]]
    """Language → text → translation memory."""


def held(path: str, settings: Settings, languages: Sequence[str] | None = None) -> Mapping[str, Held]:
    """Language (empty: the template) → the file of the document at ``path``; by default all, in the settings' order.

    Raises ``CatalogError`` for a file that cannot be read whole, ``SettingsError`` for unknown languages.
    """
    name = domain(path)
    found = {}
    for language in ("", *headers.catalog_languages(settings.languages)) if languages is None else languages:
        file = catalog_of(name, settings, language) if language else template_of(name, settings)
        shown = shown_path(file, settings)
        data = read_file(file, shown)
        found[language] = Held(file, shown, data, Catalog() if data is None else parse(data, shown))
    return found


def plan_document(
    path: str,
    messages: Sequence[SegmentMessage],
    files: Mapping[str, Held],
    known: Known,
    date: datetime,
) -> DocumentPlan:
    """The document's template and catalogs, brought up to date with its ``messages``; ``date`` as for ``plan``."""
    now = headers.timestamp(date)
    plans: list[FilePlan] = []
    outdated: list[Outdated] = []
    for language, file in files.items():
        created = headers.creation_date(plans[0].new) or now if plans else now
        fields = headers.header_fields(known.settings, language, created, now)
        renderings = known.translations.get(language, {}) if language else None
        wanted = [segment_entry(message, comments(message, known.glossary, renderings)) for message in messages]
        update = revise(file.catalog, wanted, _header(file, fields, path), known.offers.get(language, {}))
        same = file.data is not None and not update.changed
        new = file.data if same and file.data is not None else rendered(redated(update.catalog, created))
        changes = () if same else update.changes
        plans.append(FilePlan.of((file.path, file.shown, file.data), new, language, update.counts, changes))
        if language and not same:
            outdated += _outdated(file, update.catalog, new, language)
    return DocumentPlan(path, tuple(plans), tuple(outdated))


def _header(file: Held, fields: Mapping[str, str], path: str) -> Entry:
    """The old header, completed; a new one where there is none. The template's also follows the settings."""
    if file.catalog.header is None:
        language = fields["Language-Team"] if fields["Language"] else ""
        title = f"{language} translation of {clean(path)}." if language else f"Template of {clean(path)}."
        (entry,) = parse(headers.new_header(fields, title).encode(), "").entries
        return entry
    header = headers.completed(file.catalog.header, fields)
    if not fields["Language"]:
        for name in ("Project-Id-Version", "Report-Msgid-Bugs-To"):
            header = headers.with_field(header, name, fields[name])
    return header


def _outdated(file: Held, catalog: Catalog, data: bytes, language: str) -> Iterator[Outdated]:
    """Segments of the new ``catalog`` whose translation has the rendering that a term had at the last run."""
    before = {entry.key: entry for entry in file.catalog.messages}
    by_text = {entry.msgid: entry for entry in file.catalog.messages}  # of a text that was edited as well
    lines: Mapping[tuple[str | None, str], int] = {}
    for entry in catalog.messages:
        old = before.get(entry.key) or by_text.get(entry.previous or "")
        if old is None or not entry.msgstr or entry.obsolete or entry.extracted == old.extracted:
            continue
        former = _renderings(old, suggested=True)
        for term, rendering in _renderings(entry, suggested=False).items():
            was = former.get(term, rendering)
            if was != rendering and _has(entry.msgstr, was, language) and not _has(entry.msgstr, rendering, language):
                lines = lines or {new.key: new.number for new in parse(data, file.shown).messages}
                yield Outdated(term, was, rendering, Location(file.shown, lines[entry.key]))


def _renderings(entry: Entry, *, suggested: bool) -> dict[str, str]:
    """Term → rendering, as the ``#.`` lines of an entry have it."""
    matches = (_TERM.fullmatch(line) for line in entry.extracted if suggested or not line.endswith("(suggested)"))
    return {match["name"]: match["rendering"] for match in matches if match}


def _has(text: str, rendering: str, language: str) -> bool:
    return any(use.verdict not in ("derived", "adapted") for use in matcher_for(rendering, language).uses(text))
