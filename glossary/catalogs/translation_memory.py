"""The project's translation memory: what translators confirmed in any catalog, offered where the same text is new.

An offer is fuzzy and says where it comes from in a ``#.`` line.  Only the same text counts: a likely one of another
document would be wrong too often (see ``likeness``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from glossary.catalogs.editing import quoted
from glossary.catalogs.entries import Entry
from glossary.catalogs.paths import language_catalogs, shown_path
from glossary.catalogs.reading import read
from glossary.catalogs.syntax import Line, Part, read_line
from glossary.errors import CatalogError
from glossary.settings import Settings

_KEY = "translated in: "


class Offer(NamedTuple):
    """A translation of the same text in another place."""

    translation: str
    source: str
    """The catalog, as shown to people."""


def memory(settings: Settings, language: str) -> Mapping[str, Offer]:
    """Text → the translation that most catalogs of a language have confirmed; of equal ones the first by path.

    Every ``.po`` file in the language's folder counts, whoever made it; one that cannot be read is left out here
    (a catalog that is to be written is read again, and then stops the run).
    """
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted(language_catalogs(settings, language)):
        shown = shown_path(path, settings)
        try:
            catalog = read(path, shown)
        except CatalogError:
            continue
        for entry in catalog.messages if catalog else ():
            if entry.msgstr and not entry.fuzzy and len(entry.msgstrs) == 1:
                found.setdefault(entry.msgid, {}).setdefault(entry.msgstr, []).append(shown)
    return {msgid: _best(translations) for msgid, translations in found.items()}


def _best(translations: Mapping[str, list[str]]) -> Offer:
    translation, sources = min(translations.items(), key=lambda item: (-len(item[1]), item[1][0]))
    return Offer(translation, sources[0])


def offer_line(entry: Entry) -> str:
    """The ``#.`` line of an entry that says where its translation was offered from; empty when there is none."""
    return next((line for line in entry.extracted if line.startswith(_KEY)), "")


def with_line(entry: Entry, line: str) -> Entry:
    """``entry`` with one more ``#.`` line."""
    extracted = (*entry.part(Part.EXTRACTED), read_line(f"#. {line}", "", 0))
    return _replaced(entry, Part.EXTRACTED, extracted)


def offered(entry: Entry, offer: Offer) -> Entry:
    """``entry``, which has no translation, with the one offered, fuzzy."""
    strings = [read_line(text, "", 0)._replace(part=Part.MSGSTR) for text in quoted("msgstr", offer.translation)]
    flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
    flagged = _replaced(entry, Part.FLAG, (read_line(f"#, {', '.join(flags)}", "", 0),))
    return with_line(_replaced(flagged, Part.MSGSTR, tuple(strings)), f"{_KEY}{offer.source}")


def _replaced(entry: Entry, part: Part, lines: tuple[Line, ...]) -> Entry:
    """``entry`` with other lines for one part, in gettext's order."""
    order = [other for other in Part if other is not Part.BLANK]
    found = (line for other in order for line in (lines if other is part else entry.part(other)))
    return Entry(tuple(found), entry.number, entry.lead)
