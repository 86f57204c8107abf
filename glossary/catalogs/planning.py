"""What a build would write to the catalogs, file by file, before anything is written.

All files are read first: one that cannot be read whole stops the run, and then none is written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from glossary.catalogs import headers, renewing
from glossary.catalogs.atomic import HINTS, replace_content
from glossary.catalogs.contents import Content, Draft, changed, digest_of, held, lying, lying_there
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.merging import Change, Counts, merge, pieces, redated
from glossary.catalogs.paths import catalog_path, shown_path, template_path
from glossary.catalogs.prefill import Prefill
from glossary.catalogs.reading import parse
from glossary.catalogs.wanted import Target, Wanted
from glossary.errors import CatalogError
from glossary.model import Glossary
from glossary.settings import Settings
from glossary.standing import Standing

NOTHING: Mapping[str, Standing] = {}


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file of a build, before it is written."""

    path: Path
    """Where it lies or will lie, below the project folder."""
    shown: str
    """The path for people: relative to the project folder, with ``/``."""
    before: Content | None
    """What it holds now; None when there is no such file."""
    after: Content
    """What it is to hold; ``before`` when nothing must change."""
    language: str
    """The catalog's language as its folder is named; empty for the template."""
    counts: Counts
    """Its messages by state, after the build."""
    changes: tuple[Change, ...]
    """Message by message, in the order of the new file; none where there was no file: all messages are new."""
    standing: Standing | None = None
    """Where its messages stand then, if that is known."""

    @classmethod
    def of(
        cls, file: tuple[Path, str, bytes | None], new: bytes, language: str, counts: Counts, changes: Iterable[Change]
    ) -> FilePlan:
        """A plan of what is in memory; ``file``: where it lies, the same for people, and what it holds now."""
        path, shown, old = file
        return cls(path, shown, None if old is None else held(old), held(new), language, counts, tuple(changes))

    @property
    def old(self) -> bytes | None:
        """The bytes of ``before``.  Raises ``GlossaryError`` when somebody has changed the file since."""
        return None if self.before is None else self.before.read()

    @property
    def new(self) -> bytes:
        """The bytes of ``after``."""
        return self.after.read()

    @property
    def changed(self) -> bool:
        """Must the file be written?"""
        return self.before != self.after


def plan(
    glossary: Glossary, settings: Settings, date: datetime, prefill: Prefill | None = None
) -> tuple[FilePlan, ...]:
    """The template and the catalog of each language of ``settings``, as ``tasks`` brings them up to date."""
    template, catalogs = tasks(glossary, settings, date, prefill)
    return (template, *[catalog() for catalog in catalogs])


def tasks(
    glossary: Glossary,
    settings: Settings,
    date: datetime,
    prefill: Prefill | None = None,
    *,
    stamps: Mapping[str, bytes] | None = None,
    known: Mapping[str, Standing] = NOTHING,
) -> tuple[FilePlan, tuple[Callable[[], FilePlan], ...]]:
    """The template brought up to date with ``glossary``, and what does so with the catalog of each language.

    ``prefill`` suggests translations; without it, the suggestions that stand in a catalog stay as they are.
    Nothing is written; see ``write``.  ``date`` (with time zone; ``ValueError`` without) becomes the creation
    date of files that change for another reason, and never causes a change itself.  ``stamps``: concept id → a hash of
    all that there is in the concept; ``known``: language (empty: the template) → where messages of these stamps stand
    in its catalog, with the same settings and the same source of suggestions.  Raises ``CatalogError``
    for a catalog that cannot be read whole, ``SettingsError`` for languages that CLDR does not know.
    """
    languages = headers.catalog_languages(settings.languages)
    wanted = Wanted(glossary, settings, stamps)
    now = headers.timestamp(date)
    template = _planned(settings, (now, now), Target(wanted), known.get(""), Draft())
    created = headers.creation_date(next(template.after.pieces(), b"")) or now
    moves = template.before is None or any(change.action != "refreshed" for change in template.changes)
    if not all(language in known and not (moves and known[language].notes["worked"]) for language in languages):
        wanted.all()  # here, once for all languages

    def catalog(language: str, draft: Draft) -> FilePlan:
        return _planned(settings, (created, now), Target(wanted, language, prefill), known.get(language), draft)

    return template, tuple(partial(catalog, language, Draft()) for language in languages)


def prove(settings: Settings, whole: Collection[str] = ()) -> None:
    """Read the files that ``plan`` will update, so that one that cannot be read is told before the long work.

    ``whole``: hashes of files that need not be read, because they have been.

    Raises ``CatalogError`` for a catalog that cannot be read whole, ``SettingsError`` for languages that CLDR does
    not know.
    """
    languages = headers.catalog_languages(settings.languages)
    for path in (template_path(settings), *(catalog_path(settings, language) for language in languages)):
        shown = shown_path(path, settings)
        there = found(path, shown)
        if there is not None and there.digest not in whole:
            parse(there.read(), shown)


def _planned(
    settings: Settings, dates: tuple[str, str], target: Target, known: Standing | None, draft: Draft
) -> FilePlan:
    """One file; ``dates`` are creation and revision."""
    language = target.language
    path = catalog_path(settings, language) if language else template_path(settings)
    shown = shown_path(path, settings)
    fields = headers.header_fields(settings, language, *dates)
    making = renewing.Making(lambda old: _header(old, fields), dates[0], draft)
    quick = renewing.renewed(path, known, target, making) if known else None
    if quick is not None:
        return FilePlan(path, shown, quick.before, quick.after, language, quick.counts, quick.changes, quick.standing)
    made = target.wanted.all()
    wanted, entries = [message for message, _ in made], target.dressed(made)
    data = read_file(path, shown)
    before = None if data is None else lying(path, data)
    old = Catalog() if data is None else parse(data, shown, {entry.parts[4]: entry for entry in entries})
    del data
    update = merge(old, wanted, entries, _header(old, fields), suggested=target.suggested)
    if before is not None and not update.changed:
        left = renewing.standing_of(old, before, target, entries, update)
        return FilePlan(path, shown, before, before, language, update.counts, (), left)
    catalog = redated(update.catalog, dates[0])
    after = draft.filled(pieces(catalog))
    left = renewing.standing_of(catalog, after, target, entries, update)
    changes = () if before is None else update.changes
    return FilePlan(path, shown, before, after, language, update.counts, changes, left)


def _header(old: Catalog, fields: Mapping[str, str]) -> Entry:
    """The old header, completed; a new one where there is none. The template's also follows the settings."""
    if old.header is None:
        (entry,) = parse(headers.new_header(fields).encode(), "").entries
        return entry
    header = headers.completed(old.header, fields)
    if not fields["Language"]:
        for name in ("Project-Id-Version", "Report-Msgid-Bugs-To"):
            header = headers.with_field(header, name, fields[name])
    return header


def found(path: Path, shown: str) -> Content | None:
    """What a file holds now; None when there is no such file.  Raises ``CatalogError`` when it cannot be read."""
    try:
        digest = digest_of(path)
        return None if digest is None else lying_there(path, digest)
    except OSError as error:
        raise _unreadable(error, shown) from error


def read_file(path: Path, shown: str) -> bytes | None:
    """The bytes of a file; None when there is none.  Raises ``CatalogError`` when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(error, shown) from error


def _unreadable(error: OSError, shown: str) -> CatalogError:
    hint = HINTS.get(error.errno or 0, "move it away")
    return CatalogError(f"cannot be read: {error.strerror}", path=shown, hint=hint)


def write(plans: Iterable[FilePlan]) -> tuple[FilePlan, ...]:
    """Write the files that change, each whole or not at all, and return their plans.

    Raises ``GlossaryError`` when a file is no longer as it was planned from (a translator saved meanwhile), before
    the first file is written where that can be, and when a file cannot be written.
    """
    due = tuple(plan for plan in plans if plan.changed)
    for planned in due:
        try:
            now = digest_of(planned.path)
        except OSError as error:
            raise _unreadable(error, planned.shown) from error
        if now != (planned.before and planned.before.digest):
            raise changed(planned.shown)
    for planned in due:
        if not replace_content(planned.path, planned.before, planned.after):
            raise changed(planned.shown)
    return due
