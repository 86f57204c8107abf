"""Put renderings from elsewhere into the catalogs: what a person had imported, message by message.

Only the messages concerned change.  A fuzzy draft that gives way stays as a translator comment.  Renderings of
concepts that no build has found yet are kept as obsolete messages, which revive when one does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import polib

from glossary.catalogs import editing, fresh, headers
from glossary.catalogs.concept_messages import Message, clean, messages
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.matching import match
from glossary.catalogs.merging import Action, Change, counts, rendered
from glossary.catalogs.paths import catalog_path, shown_path
from glossary.catalogs.planning import FilePlan, read_file
from glossary.catalogs.prefill import ours
from glossary.catalogs.reading import parse
from glossary.catalogs.syntax import Line, Part, read_line
from glossary.model import Glossary
from glossary.settings import Settings


@dataclass(frozen=True, slots=True)
class Adoption:
    """A rendering for one concept."""

    form: str
    fuzzy: bool = False
    """A translator is to look at it."""


def adopt(
    glossary: Glossary,
    settings: Settings,
    adoptions: Mapping[str, Mapping[str, Adoption]],
    unbuilt: Collection[str],
    date: datetime,
) -> tuple[FilePlan, ...]:
    """The catalogs (language as its folder is named → concept id → rendering) as they are to be; see ``write``.

    ``unbuilt`` are ids of concepts in ``glossary`` that no build has found yet.  ``date`` is for the header of a
    catalog that does not exist yet.  Raises ``CatalogError`` for one that cannot be read whole.
    """
    wanted = messages(glossary, settings)
    now = headers.timestamp(date)
    return tuple(
        _Catalog(settings, language, now).adopted(wanted, by_id, unbuilt) for language, by_id in adoptions.items()
    )


class _Catalog:
    """One catalog, as it is and as it is to be."""

    def __init__(self, settings: Settings, language: str, now: str) -> None:
        self.language = language
        self.path = catalog_path(settings, language)
        self.shown = shown_path(self.path, settings)
        self.data = read_file(self.path, self.shown)
        self.old = parse(self.data, self.shown) if self.data is not None else _new(settings, language, now)

    def adopted(
        self, wanted: Sequence[Message], adoptions: Mapping[str, Adoption], unbuilt: Collection[str]
    ) -> FilePlan:
        """The plan: changed messages in their place, new ones behind the live ones, unbuilt ones at the end."""
        matched = match(self.old.messages, wanted)
        changed: dict[int, Entry] = {}
        live: list[Entry] = []
        dead: list[Entry] = []
        changes: list[Change] = []
        for index, message in enumerate(wanted):
            adoption = adoptions.get(message.concept)
            if adoption is None:
                continue
            entry = matched.entries.get(index)
            if entry is not None:
                changed[id(entry)] = translated(entry, adoption)
            elif message.concept in unbuilt:
                dead.append(editing.obsoleted(translated(fresh.fresh(message), adoption)))
            else:
                live.append(translated(fresh.fresh(message), adoption))
            action: Action = "added" if entry is None else "refreshed"
            changes.append(Change(action, message.context, message.msgid, "", adoption.fuzzy, message.concept))
        kept = [changed.get(id(entry), entry) for entry in self.old.entries]
        end = next((number for number, entry in enumerate(kept) if entry.obsolete), len(kept))
        new = Catalog((*kept[:end], *live, *kept[end:], *dead), self.old.tail, crlf=self.old.crlf, bom=self.old.bom)
        numbers = counts(new.messages)
        return FilePlan.of((self.path, self.shown, self.data), rendered(new), self.language, numbers, changes)


def _new(settings: Settings, language: str, now: str) -> Catalog:
    """A catalog with nothing but its header."""
    return parse(headers.new_header(headers.header_fields(settings, language, now, now)).encode(), "")


def translated(entry: Entry, adoption: Adoption) -> Entry:
    """``entry`` with another translation, fuzzy or not; a translator's own that differs becomes a comment."""
    form = clean(adoption.form)
    mark = "#~ " if entry.obsolete else ""
    comments = list(entry.part(Part.COMMENT))
    if entry.msgstr and clean(entry.msgstr) != form and not ours(entry):
        comments.append(read_line(f"# Earlier translation: {' / '.join(map(clean, entry.msgstrs))}", "", 0))
    flags = [flag for flag in entry.flags if flag != "fuzzy"]
    if adoption.fuzzy:
        flags.insert(0, "fuzzy")
    previous = entry.part(Part.PREVIOUS) if adoption.fuzzy else ()
    lines: list[Line] = [
        *comments,
        *entry.part(Part.EXTRACTED),
        *entry.part(Part.REFERENCE),
        *([read_line(f"#, {', '.join(flags)}", "", 0)] if flags else ()),
        *previous,
        *entry.part(Part.CONTEXT),
        *entry.part(Part.MSGID),
        *entry.part(Part.PLURAL),
        *(read_line(f'{mark}{keyword} "{polib.escape(form)}"', "", 0) for keyword in _keywords(entry)),
    ]
    return Entry(tuple(lines), entry.number, entry.lead)


def _keywords(entry: Entry) -> list[str]:
    """``msgstr``, or one for each plural form."""
    return [line.keyword for line in entry.part(Part.MSGSTR) if line.keyword] or ["msgstr"]
