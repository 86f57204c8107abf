"""Bring a catalog up to date of which it is known where each message stands: only messages that changed are read.

A message that is to say what it said when the last build left the catalog keeps its lines: merging it again would
change nothing.  The others, and the obsolete ones, are merged as if there were no more in the catalog.  That is the
same, as long as no translation that somebody made could pass from a message on one side to one on the other: as long as
no message is new or gone, or nobody has translated anything yet.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from glossary.catalogs import merging
from glossary.catalogs.blocks import Block
from glossary.catalogs.contents import Content, Draft, lying_there
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.matching import State
from glossary.catalogs.merging import Change, Counts, merge
from glossary.catalogs.reading import parse
from glossary.catalogs.wanted import Target
from glossary.errors import CatalogError
from glossary.standing import Lying, Splice, Standing, compared, lying

STEADY = frozenset({"added", "refreshed", "removed"})
"""What may become of a message without a translation being moved."""


class Renewed(NamedTuple):
    """A catalog that was brought up to date."""

    before: Content
    after: Content
    counts: Counts
    changes: tuple[Change, ...]
    standing: Standing | None


class Making(NamedTuple):
    """How a file is made anew."""

    header: Callable[[Catalog], Entry]
    """The new header of an old catalog."""
    date: str
    """Of creation, if anything changes."""
    draft: Draft


def renewed(path: Path, known: Standing, target: Target, making: Making) -> Renewed | None:
    """The catalog brought up to date; None when that takes a look at all of it."""
    try:
        with lying(path) as file:
            if file.digest() == known.digest:
                return _renewed((path, file), known, target, making)
    except (OSError, CatalogError):  # the whole tells what is wrong, if anything is
        pass
    return None


def _renewed(there: tuple[Path, Lying], known: Standing, target: Target, making: Making) -> Renewed | None:
    path, file = there
    wanted, stamps = target.wanted, target.wanted.stamps
    if stamps is None:
        return None
    told, worked = compared(known.stamps, stamps), bool(known.notes["worked"])
    left, new = known.places(told.gone) if told.gone else [], told.new
    head = file.read(0, known.start)
    old = parse(b"".join((head, *[file.read(*place) for place in left], file.read(known.end))), "")
    live = old.entries[1 : len(left) + 1]
    made = [wanted.get(number) for number in new]
    if worked and {entry.key for entry in live} != {message.key for message, _ in made}:
        return None
    entries = target.dressed(made)
    update = merge(old, [message for message, _ in made], entries, making.header(old), suggested=target.suggested)
    figures = zip(known.notes["counts"], _figures(merging.counts(old.messages)), _figures(update.counts), strict=True)
    counted = [whole - less + more for whole, less, more in figures]
    before = lying_there(path, known.digest)
    if not update.changed and told.in_order and told.gone == new:
        again = replace(known, stamps=stamps, notes={**known.notes, "counts": counted})
        return Renewed(before, before, Counts(*counted), (), again)
    catalog = merging.redated(update.catalog, making.date)
    own = {number: catalog.entries[1 + turn] for turn, number in enumerate(new)}
    splice = Splice(known, file)
    start = merging.spaced(0, catalog.entries[0]).encode()
    rest = Catalog((catalog.entries[0], *catalog.entries[1 + len(new) :]), catalog.tail)

    def pieces() -> Iterable[bytes]:
        yield start
        yield from splice.pieces(stamps, lambda number: merging.spaced(1, own[number]).encode())
        yield merging.rendered(rest)[len(start) :]

    after = making.draft.filled(pieces())
    notes = {**known.notes, "counts": counted, "worked": worked or any_work(catalog.entries[1:], entries)}
    steady = all(change.action in STEADY for change in update.changes)
    left_so = Standing(after.digest, len(start), stamps, splice.lengths, 0, notes) if steady else None
    return Renewed(before, after, Counts(*counted), update.changes, left_so)


def _figures(counts: Counts) -> list[int]:
    return [counts.translated, counts.fuzzy, counts.empty, counts.obsolete]


def any_work(entries: Iterable[Entry], fresh: Sequence[Block]) -> bool:
    """Whether anybody has put work into one of the entries; ``fresh`` are the new ones among them."""
    own = {id(block) for block in fresh if block.fuzzy or not block.msgstr}
    return any(id(entry) not in own and entry.msgstr and merging.state(entry) is not State.EMPTY for entry in entries)


def standing_of(
    catalog: Catalog, content: Content, target: Target, fresh: Sequence[Block], update: merging.Update
) -> Standing | None:
    """Where the messages of a catalog stand that has just been brought up to date; None when that cannot be told.

    ``content`` is that of its file, ``fresh`` are its live messages as a new catalog has them.
    """
    stamps = target.wanted.stamps
    if stamps is None or catalog.crlf or catalog.bom or not catalog.entries[0].is_header:
        return None
    if not all(change.action in STEADY for change in update.changes):
        return None
    if not update.changed and Draft().filled(merging.pieces(catalog)) != content:
        return None
    texts = (merging.spaced(index, entry) for index, entry in enumerate(catalog.entries[: len(fresh) + 1]))
    lengths = array("I", [len(text) if text.isascii() else len(text.encode()) for text in texts])
    suggested = target.prefill.basis if target.prefill else ""
    notes = {
        "counts": _figures(update.counts), "worked": any_work(catalog.entries[1:], fresh), "suggested": suggested,
    }  # fmt: skip
    return Standing(content.digest, lengths[0], stamps, lengths[1:], 0, notes)
