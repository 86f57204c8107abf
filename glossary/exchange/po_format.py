"""Messages of a PO file → entries: of this program's catalogs, of Weblate's glossaries, of any catalog of terms.

The file itself is read by the room of catalogs.  ``#.`` lines are what this program told the translators, so they
are not read back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from glossary.exchange.entries import UNDETERMINED, Reading, TermEntry, Unheld, kind_of, stated
from glossary.exchange.text import clean, language_tag
from glossary.model import Location, TermStatus


class Message(Protocol):
    """A message, as the catalogs give it."""

    @property
    def number(self) -> int: ...  # noqa: D102  (documented where they are implemented)
    @property
    def context(self) -> str | None: ...  # noqa: D102
    @property
    def msgid(self) -> str: ...  # noqa: D102
    @property
    def msgstr(self) -> str: ...  # noqa: D102
    @property
    def flags(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def comments(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def obsolete(self) -> bool: ...  # noqa: D102


def read(messages: Iterable[Message], path: str, language: str) -> Reading:
    """The entries of a catalog; ``language`` as its header names it, empty when it does not."""
    entries, unheld = [], []
    for message in messages:
        if message.obsolete or not clean(message.msgid):
            continue
        place = Location(path, message.number)
        kind, subkind = kind_of((message.context or "").partition(", ")[0])
        status: TermStatus = (
            "deprecated" if "forbidden" in message.flags else "proposed" if "fuzzy" in message.flags else "preferred"
        )
        found = stated([(message.msgstr, status)], place)
        tag = language_tag(language) if language else UNDETERMINED
        entry = TermEntry(
            place, stated([(message.msgid, None)], place), {tag: found} if found else {},
            kind=kind, subkind=subkind, translate=False if "read-only" in message.flags else None,
        )  # fmt: skip
        entries.append(entry)
        unheld += [Unheld(place, "translator comment", clean(text)) for text in message.comments]
    return Reading(tuple(entries), tuple(unheld))
