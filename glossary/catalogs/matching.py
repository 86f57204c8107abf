"""Which old entry of a catalog belongs to which concept.

By the concept's own forms, never by likeness of strings: an entry fits a concept when its msgid is one of
the forms, exactly or else under the keys of ``glossary.languages.english``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from operator import itemgetter
from typing import NamedTuple

from glossary.catalogs.concept_messages import Message
from glossary.catalogs.entries import Entry
from glossary.languages.english import fold, fold_spelling

_KEYS: tuple[Callable[[str], str], ...] = (str, fold_spelling, fold)
"""How two forms may be one, the strictest first."""
_OTHER_KIND = 9
"""Context rank of an entry that had another kind; smaller: one of the message's contexts, or none at all."""


class State(IntEnum):
    """How far a translation is, the farthest first."""

    SETTLED = 0
    FUZZY = 1
    EMPTY = 2


class Fit(NamedTuple):
    """How well an entry fits a message; the smaller the better, compared from left to right."""

    context: int
    """Position among the message's contexts; then none at all; then ``_OTHER_KIND``."""
    form: int
    """0 the preferred form exactly, 1 another form exactly, 2–3 the same under spelling, 4–5 under number."""


@dataclass(frozen=True, slots=True)
class Match:
    """What becomes of the old entries."""

    entries: Mapping[int, Entry] = field(default_factory=dict)
    """Message (position) → the entry that continues as this message."""
    copies: Mapping[int, Entry] = field(default_factory=dict)
    """Message (position) → an entry that continues as another message, whose translation may fit here too."""
    losers: Mapping[int, Entry] = field(default_factory=dict)
    """Message (position) → the entry of just this msgid that had to give way to a better one."""
    doubtful: frozenset[int] = frozenset()
    """Messages whose entry fits another message as well as them."""


def match(
    entries: Sequence[Entry], messages: Sequence[Message], state: Callable[[Entry], State] | None = None
) -> Match:
    """Give every message at most one entry, and every entry to at most one message.

    An entry with the message's own context and msgid belongs to it.  It gives way only when it is empty, or
    fuzzy where a translated live entry of no other concept fits.  Entries that no message owns go where they
    fit best: translated before fuzzy before empty, same kind before other kind, exact before folded, live
    before obsolete.  A message that still has none may copy from an entry of its kind.  ``state`` tells what counts
    as a translation; without it, any.
    """
    state = state or state_of
    positions = {message.key: index for index, message in enumerate(messages)}
    own = {positions[entry.key]: entry for entry in entries if entry.key in positions}
    taken: dict[int, Entry] = dict(own)
    losers: dict[int, Entry] = {}
    given: dict[int, tuple[int, Fit]] = {}
    rivals: list[tuple[int, Entry, Fit]] = []
    for entry, index, fit in _offers([e for e in entries if e.key not in positions], messages, own, state):
        if id(entry) in given:
            rivals.append((index, entry, fit))
        elif index not in taken or (index in own and index not in losers and _better(entry, own[index], state)):
            if index in own:
                losers[index] = own[index]
            taken[index] = entry
            given[id(entry)] = index, fit
    without = [index for index in range(len(messages)) if index not in taken]
    copies = _copies(taken, messages, without, state)
    doubtful = {given[id(e)][0] for i, e, fit in rivals if i in copies and fit == given[id(e)][1]}
    return Match(taken, copies, losers, frozenset(doubtful))


def state_of(entry: Entry) -> State:
    """How far an entry's translation is, whoever made it."""
    return State.EMPTY if not entry.msgstr else State.FUZZY if entry.fuzzy else State.SETTLED


def _better(entry: Entry, own: Entry, state: Callable[[Entry], State]) -> bool:
    """May ``entry`` take the place of the entry that has the message's own msgid?"""
    if state(own) is State.EMPTY:
        return state(entry) is not State.EMPTY
    return state(entry) is State.SETTLED and not entry.obsolete


def _offers(
    free: Sequence[Entry], messages: Sequence[Message], own: Mapping[int, Entry], state: Callable[[Entry], State]
) -> list[tuple[Entry, int, Fit]]:
    """Pairs of a free entry and a message that it may continue as, the best first.

    Only work that somebody did takes the place of an own entry, and only of one that is not done.
    """
    without = [index for index in range(len(messages)) if index not in own]
    found = _ranked(free, range(len(free)), messages, without, state)
    worked = [position for position, entry in enumerate(free) if state(entry) is not State.EMPTY]
    if worked:
        undone = [index for index, entry in own.items() if state_of(entry) is not State.SETTLED]
        found += _ranked(free, worked, messages, undone, state)
    found.sort(key=itemgetter(0))
    return [pair for _, pair in found]


def _ranked(
    entries: Sequence[Entry],
    positions: Sequence[int],
    messages: Sequence[Message],
    indices: Sequence[int],
    state: Callable[[Entry], State],
) -> list[tuple[tuple[object, ...], tuple[Entry, int, Fit]]]:
    """All pairs that fit, of entries at these positions and messages of these indices, with their ranks."""
    ranked: list[tuple[tuple[object, ...], tuple[Entry, int, Fit]]] = []
    if not (indices and positions):
        return ranked
    found = _index(entries, positions)
    for index in indices:
        for position, fit in _fits(found, entries, messages[index]):
            entry = entries[position]
            ranked.append(((state(entry), *fit, entry.obsolete, position, index), (entry, index, fit)))
    return ranked


def _index(entries: Sequence[Entry], positions: Iterable[int]) -> list[dict[str, list[int]]]:
    """For each key function, the entries' positions by the key of their msgid."""
    found: list[dict[str, list[int]]] = [{} for _ in _KEYS]
    for position in positions:
        for key, by_key in zip(_KEYS, found, strict=True):
            by_key.setdefault(key(entries[position].msgid), []).append(position)
    for by_key in found:
        by_key.pop("", None)
    return found


def _fits(
    found: Sequence[Mapping[str, Sequence[int]]], entries: Sequence[Entry], message: Message
) -> Iterator[tuple[int, Fit]]:
    """Positions of the entries that fit ``message``, each once, with how well."""
    if not any(form in found[0] or fold(form) in found[-1] for form in message.forms):
        return  # forms that are one under a stricter key are one under the coarsest
    seen: set[int] = set()
    for strictness, (key, positions) in enumerate(zip(_KEYS, found, strict=True)):
        for form in message.forms:
            for position in positions.get(key(form), ()):
                if position not in seen:
                    seen.add(position)
                    rank = 2 * strictness + (form != message.msgid)
                    yield position, Fit(_context_rank(entries[position], message), rank)


def _context_rank(entry: Entry, message: Message) -> int:
    if entry.context in message.contexts:
        return message.contexts.index(entry.context)
    return len(message.contexts) if entry.context is None else _OTHER_KIND


def _copies(
    taken: Mapping[int, Entry],
    messages: Sequence[Message],
    without: Sequence[int],
    state: Callable[[Entry], State],
) -> dict[int, Entry]:
    """For messages that got nothing: the best translated entry of the same kind that another message got."""
    if not (taken and without):
        return {}
    exact = {form for index in without for form in messages[index].forms}
    folded = {fold(form) for form in exact}
    sources = [
        entry
        for entry in taken.values()
        if entry.msgstr and (entry.msgid in exact or fold(entry.msgid) in folded) and state(entry) is not State.EMPTY
    ]
    copies: dict[int, Entry] = {}
    for _, (entry, index, fit) in sorted(
        _ranked(sources, range(len(sources)), messages, without, state), key=itemgetter(0)
    ):
        if fit.context < _OTHER_KIND:
            copies.setdefault(index, entry)
    return copies


def keeps_meaning(entry: Entry, message: Message) -> bool:
    """Does a translation of ``entry`` surely fit ``message``?

    Yes when only case, hyphen, quotes, article or spelling changed, or only the kind; no when the number
    or the form itself did, or kind and spelling at once ("Turkey" the place, "turkey" the term).
    """
    if entry.key == message.key:
        return True
    if _context_rank(entry, message) == _OTHER_KIND:
        return entry.msgid == message.msgid and "(" not in (entry.context or "")
    return entry.msgid == message.msgid or fold_spelling(entry.msgid) == fold_spelling(message.msgid)
