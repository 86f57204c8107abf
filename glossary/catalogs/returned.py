"""Bring a catalog that a translator sent back into the one that lies here, and lose neither's work.

Three versions meet: what was sent (``sent``, as digests), what came back, what lies here now.  A message that only
one side changed takes that side; one that both changed is a conflict, shown side by side.  Nothing but translations,
the flag fuzzy and translators' comments is taken over: references, other flags, extracted comments and wrapping are
ours, whatever an editor made of them.  An empty translation is no deletion: OmegaT leaves out what equals its source.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from glossary.catalogs import editing, headers, prefill
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.merging import counts, rendered
from glossary.catalogs.planning import FilePlan
from glossary.catalogs.reading import parse
from glossary.catalogs.revision import origins_of
from glossary.catalogs.translation_memory import offer_line
from glossary.model import Location

Digests = Mapping[str, str]
"""Digest of a message (context and msgid) → digest of its translation, with ``?`` behind it where that was fuzzy."""
Verdict = Literal["taken", "same", "ours", "conflict"]

_DIGITS = 16
"""Hexadecimal digits: two of a million texts share one by a chance of 10⁻⁷."""


class Pair(NamedTuple):
    """A message as it lies here and as it came back."""

    msgid: str
    ours: str
    theirs: str
    place: Location
    """The message in the catalog after the run."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What one catalog brings, before anything is written."""

    plan: FilePlan
    taken: tuple[Pair, ...]
    conflicts: tuple[Pair, ...]
    """Changed here as well since the catalog was sent: ours stays, unless theirs is preferred."""
    same: int
    """Messages whose translation came back as it lies here."""
    stale: int
    """Translations that came back for texts which nobody needs any longer; kept as obsolete."""


def digests(catalog: Catalog) -> dict[str, str]:
    """What is remembered of a catalog that is sent."""
    return {_key(entry): _text(entry) + "?" * entry.fuzzy for entry in catalog.messages if not entry.obsolete}


def _digest(*texts: str | None) -> str:
    said = "\0".join("\1" if text is None else text for text in texts)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _key(entry: Entry) -> str:
    return _digest(entry.context, entry.msgid)


def _text(entry: Entry) -> str:
    return _digest(*entry.msgstrs) if any(entry.msgstrs) else ""


def bring_back(
    file: tuple[Path, str, bytes], language: str, back: Catalog, sent: Digests | None, *,
    terms: bool = False, theirs: bool = False,
) -> Returned:  # fmt: skip
    """``file`` (path, path for people, content) with the translations of ``back``.

    ``sent``: what was sent (``digests``), None when nobody knows.  ``terms``: its messages are concepts, of which
    none continues as another; otherwise texts of a document, matched as ``revise`` does.  ``theirs``: conflicts are
    settled their way.  Raises ``CatalogError`` for a file that cannot be read whole.
    """
    _, shown, data = file
    old = parse(data, shown)
    entries = {id(entry): entry for entry in old.entries}
    pairs = _pairs(old, back, terms=terms)
    found: dict[Verdict, list[tuple[Entry, Entry]]] = {"taken": [], "same": [], "ours": [], "conflict": []}
    for ours, other, edited in pairs:
        verdict = _verdict(ours, other, None if sent is None else sent.get(_key(other), ""), edited=edited)
        found[verdict].append((ours, other))
        new = ours
        if verdict == "taken" or (verdict == "conflict" and theirs and len(ours.msgstrs) == len(other.msgstrs)):
            fuzzy = other.fuzzy or edited
            new = editing.translated(ours, other.msgstrs, fuzzy=fuzzy, previous=other if edited else None)
        notes = [note for note in other.comments if note not in ours.comments]
        entries[id(ours)] = editing.noted(new, notes) if notes else new
    stale = _stale(old, back, [other for _, other, _ in pairs])
    settled = bool(found["taken"] or stale or (theirs and found["conflict"]))
    messages = tuple(entries[id(entry)] for entry in old.entries)
    catalog = Catalog((*messages, *stale), old.tail, crlf=old.crlf, bom=old.bom)
    changed = any(new is not entry for new, entry in zip(catalog.entries, old.entries, strict=False)) or bool(stale)
    written = rendered(_signed(catalog, back) if settled else catalog) if changed else data
    plan = FilePlan.of(file, written, language, counts(catalog.messages), ())
    places = {entry.key: Location(shown, entry.number) for entry in parse(written, shown).messages}
    taken, conflicts = (_shown(found[name], places) for name in ("taken", "conflict"))
    return Returned(plan, taken, conflicts, len(found["same"]), len(stale))


def _pairs(old: Catalog, back: Catalog, *, terms: bool) -> list[tuple[Entry, Entry, bool]]:
    """Ours and theirs of each message that came back translated, and whether its text was edited here meanwhile."""
    live = [entry for entry in old.messages if not entry.obsolete]
    came = [entry for entry in back.messages if not entry.obsolete]
    if terms:
        by_key = {entry.key: entry for entry in came}
        found = [(entry, by_key[entry.key], False) for entry in live if entry.key in by_key]
    else:
        origins = origins_of(came, live)
        found = [(live[at], entry, at in origins.edited) for at, entry in origins.entries.items()]
    used = {id(other) for _, other, _ in found}
    dead = {entry.key: entry for entry in old.messages if entry.obsolete}
    found += [(dead[entry.key], entry, False) for entry in came if id(entry) not in used and entry.key in dead]
    return [pair for pair in found if any(pair[1].msgstrs)]


def _verdict(ours: Entry, theirs: Entry, sent: str | None, *, edited: bool) -> Verdict:
    """Which side holds.  ``sent``: the digest of what was sent, empty for nothing, None when nobody knows."""
    was, doubtful = (None, False) if sent is None else (sent.removesuffix("?"), sent.endswith("?"))
    if ours.msgstrs == theirs.msgstrs:
        if ours.fuzzy == theirs.fuzzy or edited:
            return "same"
        confirmed = not theirs.fuzzy
        marked = theirs.fuzzy and sent is not None and not doubtful and was == _text(ours)
        return "taken" if confirmed or marked else "ours"
    if len(ours.msgstrs) != len(theirs.msgstrs):
        return "conflict"
    if was is not None and _text(theirs) == was:
        return "ours"
    untouched = prefill.ours(ours) or (ours.fuzzy and bool(offer_line(ours)))
    if not any(ours.msgstrs) or (was is not None and _text(ours) == was) or (untouched and not theirs.fuzzy):
        return "taken"
    return "conflict"


def _stale(old: Catalog, back: Catalog, paired: Sequence[Entry]) -> tuple[Entry, ...]:
    """What came back for texts that are not here: kept as obsolete, so that it revives with its text."""
    used = {id(entry) for entry in paired}
    known = {entry.key for entry in old.messages}
    return tuple(
        editing.obsoleted(editing.translated(entry, entry.msgstrs, fuzzy=entry.fuzzy))
        for entry in back.messages
        if any(entry.msgstrs) and not entry.obsolete and id(entry) not in used and entry.key not in known
    )


def _signed(catalog: Catalog, back: Catalog) -> Catalog:
    """``catalog`` with the name of the translator and the date that the returned one has."""
    header, said = catalog.header, back.header.msgstr if back.header else ""
    if header is None:
        return catalog
    signed = header
    for name in ("PO-Revision-Date", "Last-Translator"):
        match = re.search(rf"^{name}:[ \t]*(\S.*)$", said, re.MULTILINE | re.IGNORECASE)
        if match and "YEAR" not in match[1] and "FULL NAME" not in match[1]:
            signed = headers.with_field(signed, name, match[1].strip())
    entries = tuple(signed if entry is header else entry for entry in catalog.entries)
    return Catalog(entries, catalog.tail, crlf=catalog.crlf, bom=catalog.bom)


def _shown(pairs: Sequence[tuple[Entry, Entry]], places: Mapping[tuple[str | None, str], Location]) -> tuple[Pair, ...]:
    return tuple(Pair(ours.msgid, ours.msgstr, theirs.msgstr, places[ours.key]) for ours, theirs in pairs)
