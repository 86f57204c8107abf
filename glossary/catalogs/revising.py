"""Change what one message says, for people who decide about renderings outside of an editor."""

from __future__ import annotations

from datetime import datetime

import polib

from glossary.catalogs import headers, prefill
from glossary.catalogs.concept_messages import clean
from glossary.catalogs.entries import Catalog, Entry
from glossary.catalogs.fresh import lines_of
from glossary.catalogs.syntax import Part
from glossary.errors import GlossaryError


def confirmed(entry: Entry, text: str) -> Entry:
    """``entry`` with ``text`` as its translation that a person stands for; an empty text leaves it open.

    It is not fuzzy then, and not made for a former msgid.  Comments, references and other flags stay.  Raises
    ``GlossaryError`` for a message with plural forms, which one text cannot answer.
    """
    if len(entry.msgstrs) != 1:
        raise GlossaryError("has plural forms", hint="translate it in an editor for PO files")
    kept = [line for line in entry.lines if line.part not in (Part.FLAG, Part.PREVIOUS, Part.MSGSTR)]
    place = next(index for index, line in enumerate(kept) if line.part in (Part.CONTEXT, Part.MSGID))
    flags = prefill.unflagged(entry.part(Part.FLAG))
    text = clean(text)
    msgstr = entry.part(Part.MSGSTR)
    if text != entry.msgstr:
        msgstr = tuple(line for line in lines_of(polib.POEntry(msgstr=text)) if line.part is Part.MSGSTR)
    return Entry((*kept[:place], *flags, *kept[place:], *msgstr), entry.number, entry.lead)


def exchanged(catalog: Catalog, old: Entry, new: Entry, when: datetime) -> Catalog:
    """``catalog`` with ``new`` in the place of ``old``, one of its entries, revised at ``when`` (with time zone)."""
    dated = headers.with_field(catalog.entries[0], "PO-Revision-Date", headers.timestamp(when))
    entries = (new if entry is old else entry for entry in (dated, *catalog.entries[1:]))
    return Catalog(tuple(entries), catalog.tail, crlf=catalog.crlf, bom=catalog.bom)
