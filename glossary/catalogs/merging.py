"""Bring an old catalog up to date with the glossary, and lose nothing of it.

Live messages come in the order of the glossary, obsolete ones behind them in their old order.  Only what
must change is written anew; when nothing must, the old bytes stay, whatever their wrapping or line ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, starmap
from typing import Literal

from glossary.catalogs import editing, headers, prefill
from glossary.catalogs.blocks import Block, alike
from glossary.catalogs.concept_messages import Message
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.matching import Match, State, keeps_meaning, state_of
from glossary.catalogs.matching import match as match_entries
from glossary.catalogs.reading import BOM

TOGETHER = 100
"""Messages, each of about half a kilobyte, that are encoded at once."""
Action = Literal["added", "copied", "renamed", "revived", "refreshed", "obsoleted", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """What an update does to one message."""

    action: Action
    """*added*: new, without translation or with a suggestion; *copied*: new, with the translation of a concept it
    was split from, fuzzy; *renamed*: another msgid or context; *revived*: no longer obsolete; *refreshed*: other
    comments, references or suggestion; *obsoleted*: kept behind ``#~``; *removed*: nobody had put work into it."""
    context: str
    msgid: str
    """As it is after the change; of an obsolete or removed message, as it was."""
    former: str = ""
    """The msgid before, where it was another."""
    fuzzy: bool = False
    """The translation may no longer fit and was marked for review."""
    concept_id: str = ""
    """Empty for obsolete and removed messages."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Messages of a catalog by state; their sum, without the obsolete ones, is the number of concepts."""

    translated: int = 0
    fuzzy: int = 0
    empty: int = 0
    obsolete: int = 0


@dataclass(frozen=True, slots=True)
class Update:
    """An up-to-date catalog."""

    catalog: Catalog
    changes: tuple[Change, ...]
    """In the order of the catalog; empty when only the order or the header changes."""
    counts: Counts
    changed: bool
    """False: the file is to stay as it is, byte by byte."""


def merge(
    old: Catalog, messages: Sequence[Message], fresh: Sequence[Block], header: Entry, *, suggested: bool = True
) -> Update:
    """``old`` with exactly ``messages`` live in it; ``fresh`` are their new entries, ``header`` its new header.

    Not ``suggested``: the fresh entries know of no suggestions, and those of the old catalog stay as they are.
    """
    matched = match(old.messages, messages)
    live: list[Entry] = []
    changes: list[Change] = []
    if not suggested:
        known = matched.entries
        fresh = [editing.keeping(known[i], entry) if i in known else entry for i, entry in enumerate(fresh)]
    for index, (message, wanted) in enumerate(zip(messages, fresh, strict=True)):
        if matched.entries.get(index) is wanted:
            live.append(wanted)
            continue
        entry, change = _live(index, message, wanted, matched)
        live.append(entry)
        changes += [change] if change else []
    dead, gone = _dead(old.messages, matched)
    entries = (header, *live, *dead)
    new = Catalog(entries, old.tail, crlf=old.crlf, bom=old.bom)
    same = len(entries) == len(old.entries) and all(a is b for a, b in zip(entries, old.entries, strict=True))
    return Update(new, (*changes, *gone), counts(new.messages), not same)


def match(entries: Sequence[Entry], messages: Sequence[Message]) -> Match:
    """Which entry continues as which message; our own untouched suggestions count as no translation."""
    return match_entries(entries, messages, state)


def state(entry: Entry) -> State:
    """How far a translation is that people made."""
    return State.EMPTY if prefill.ours(entry) else state_of(entry)


def _live(index: int, message: Message, wanted: Entry, matched: Match) -> tuple[Entry, Change | None]:
    """The entry of one message, and what changed in it."""
    entry = matched.entries.get(index)
    if entry is None:
        source = matched.copies.get(index)
        if source is None:
            return wanted, Change("added", message.context, message.msgid, concept_id=message.concept)
        copy = editing.copied(source, wanted)
        return copy, Change("copied", message.context, message.msgid, source.msgid, True, message.concept)
    if alike(entry, wanted) and entry.msgstr == wanted.msgstr:
        return entry, None
    fuzzy = needs_review(index, message, matched)
    new = editing.updated(entry, wanted, fuzzy=fuzzy)
    if index in matched.losers:
        new = editing.absorbed(new, prefill.bare(matched.losers[index]))
    if new is entry:
        return entry, None
    action: Action = "revived" if entry.obsolete else "renamed" if entry.key != message.key else "refreshed"
    former = entry.msgid if entry.msgid != message.msgid else ""
    return new, Change(action, message.context, message.msgid, former, fuzzy and not entry.fuzzy, message.concept)


def needs_review(index: int, message: Message, matched: Match) -> bool:
    """May the translation that message number ``index`` takes over no longer fit it?"""
    entry = matched.entries[index]
    return (
        (index in matched.doubtful or not keeps_meaning(entry, message))
        and bool(entry.msgstr)
        and not prefill.ours(entry)
    )


def _dead(entries: Iterable[Entry], matched: Match) -> tuple[list[Entry], list[Change]]:
    """What no message continues: formerly obsolete entries first, then newly obsolete ones."""
    used = {id(entry) for entry in (*matched.entries.values(), *matched.losers.values())}
    left = [entry for entry in entries if id(entry) not in used]
    fading = [entry for entry in left if not entry.obsolete]
    kept = [entry for entry in fading if not editing.expendable(entry)]
    changes = [
        Change("removed" if editing.expendable(entry) else "obsoleted", entry.context or "", entry.msgid)
        for entry in fading
    ]
    return [entry for entry in left if entry.obsolete] + [editing.obsoleted(entry) for entry in kept], changes


def counts(entries: Iterable[Entry]) -> Counts:
    """How many of ``entries`` are translated, fuzzy, empty, obsolete."""
    found = {"translated": 0, "fuzzy": 0, "empty": 0, "obsolete": 0}
    for entry in entries:
        empty = not all(entry.msgstrs)
        found["obsolete" if entry.obsolete else "empty" if empty else "fuzzy" if entry.fuzzy else "translated"] += 1
    return Counts(**found)


def rendered(catalog: Catalog) -> bytes:
    """The bytes of the file: UTF-8, with the line ends, byte order mark and empty lines it had."""
    return b"".join(pieces(catalog))


def pieces(catalog: Catalog) -> Iterator[bytes]:
    """What ``rendered`` gives, some hundred messages at a time: the whole need never be in memory."""
    yield (BOM if catalog.bom else "").encode()
    tail = ("\n" if catalog.tail else "") + "".join(f"{line.text}\n" for line in catalog.tail)
    texts = chain(starmap(spaced, enumerate(catalog.entries)), [tail])
    while text := "".join(islice(texts, TOGETHER)):
        yield (text.replace("\n", "\r\n") if catalog.crlf else text).encode()


def spaced(index: int, entry: Entry) -> str:
    """Entry number ``index`` as it stands in a file, with the empty lines above it."""
    lead = entry.lead if index == 0 and entry.number else max(1, entry.lead) if index else 0
    return "\n" * lead + entry.text


def redated(catalog: Catalog, date: str) -> Catalog:
    """``catalog`` with another ``POT-Creation-Date``, if its header has one."""
    header, *others = catalog.entries
    dated = headers.with_field(header, headers.CREATION_DATE, date)
    return Catalog((dated, *others), catalog.tail, crlf=catalog.crlf, bom=catalog.bom)
