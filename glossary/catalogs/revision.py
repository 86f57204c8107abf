"""Bring the old catalog of a document up to date with its text, and lose nothing of it.

A text that did not change keeps its translation, wherever it moved; an edited one keeps it as fuzzy, with the text it
was made for; one that vanished turns obsolete, and revives.  Messages come in the order of the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary.catalogs import editing
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.likeness import continued
from glossary.catalogs.merging import Action, Change, Update, counts
from glossary.catalogs.translation_memory import Offer, offer_line, offered, with_line


@dataclass(frozen=True, slots=True)
class Origins:
    """Which old entries continue."""

    entries: Mapping[int, Entry]
    """Position of a new message → the old entry that continues as it."""
    edited: frozenset[int]
    """Positions of those whose text was another."""


def revise(old: Catalog, wanted: Sequence[Entry], header: Entry, offers: Mapping[str, Offer]) -> Update:
    """``old`` with exactly the messages ``wanted`` live in it.

    ``wanted`` are the messages as a new catalog has them, in the order of the document; ``offers`` the translation
    memory, from which only messages without translation are filled.
    """
    origins = origins_of(old.messages, wanted)
    live, changes = [], []
    for index, new in enumerate(wanted):
        entry, change = _live(new, origins.entries.get(index), offers.get(new.msgid), edited=index in origins.edited)
        live.append(entry)
        changes += [change] if change else []
    dead, gone = _dead(old.messages, origins)
    entries = (header, *live, *dead)
    same = len(entries) == len(old.entries) and all(a is b for a, b in zip(entries, old.entries, strict=True))
    new_catalog = Catalog(entries, old.tail, crlf=old.crlf, bom=old.bom)
    return Update(new_catalog, (*changes, *gone), counts(new_catalog.messages), not same)


def origins_of(old: Sequence[Entry], wanted: Sequence[Entry]) -> Origins:
    """Same message first, then same text in another context, then edited texts; each old entry once."""
    by_key = {entry.key: entry for entry in old}
    found = {index: by_key[new.key] for index, new in enumerate(wanted) if new.key in by_key}
    used = {id(entry) for entry in found.values()}
    by_text: dict[str, list[Entry]] = {}
    for entry in sorted(old, key=lambda entry: (not entry.msgstr, entry.fuzzy, entry.obsolete)):
        if id(entry) not in used:
            by_text.setdefault(entry.msgid, []).append(entry)
    for index, new in enumerate(wanted):
        if index not in found and by_text.get(new.msgid):
            found[index] = by_text[new.msgid].pop(0)
            used.add(id(found[index]))
    living = [entry for entry in old if not entry.obsolete]
    positions = {id(entry): position for position, entry in enumerate(living)}
    same = {index: positions[id(entry)] for index, entry in found.items() if id(entry) in positions}
    revived = {index for index in found if index not in same}
    texts = ["" if index in revived else new.msgid for index, new in enumerate(wanted)]
    edited = continued([entry.msgid for entry in living], texts, same)
    found |= {index: living[origin] for index, origin in edited.items()}
    return Origins(found, frozenset(edited))


def _live(new: Entry, entry: Entry | None, offer: Offer | None, *, edited: bool) -> tuple[Entry, Change | None]:
    """The entry of one message, and what changed in it."""
    context, msgid = new.context or "", new.msgid
    if entry is None:
        if offer is None:
            return new, Change("added", context, msgid)
        return offered(new, offer), Change("copied", context, msgid, fuzzy=True)
    told = offer_line(entry)
    if told and (entry.fuzzy or not entry.msgstr):
        new = with_line(new, told)  # still to be looked at, or emptied by somebody who did not want it
    fuzzy = edited and bool(entry.msgstr)
    result = editing.updated(entry, new, fuzzy=fuzzy)
    if offer is not None and not entry.msgstr and not told and len(entry.msgstrs) == 1:
        return offered(result, offer), Change("copied", context, msgid, fuzzy=True)
    if result is entry:
        return entry, None
    former = entry.msgid if entry.msgid != msgid else ""
    action: Action = "revived" if entry.obsolete else "renamed" if former else "refreshed"
    return result, Change(action, context, msgid, former, fuzzy and not entry.fuzzy)


def _dead(old: Sequence[Entry], origins: Origins) -> tuple[list[Entry], list[Change]]:
    """What no message continues: formerly obsolete entries first, then newly obsolete ones."""
    used = {id(entry) for entry in origins.entries.values()}
    left = [entry for entry in old if id(entry) not in used]
    fading = [entry for entry in left if not entry.obsolete]
    changes = [
        Change("removed" if editing.expendable(entry) else "obsoleted", entry.context or "", entry.msgid)
        for entry in fading
    ]
    kept = [editing.obsoleted(entry) for entry in fading if not editing.expendable(entry)]
    return [entry for entry in left if entry.obsolete] + kept, changes
