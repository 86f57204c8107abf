"""Glossary ⇄ other tools' formats; the verbs are ``write`` and ``read``, and for our own file ``json_format.load``.

``FORMATS`` maps the word that users type to what writes it, ``READERS`` to what reads it.  A glossary to be written
has the catalogs' renderings joined to it (``joined``); a file read is a list of entries, of which nothing counts
until ``compare`` has held it against the glossary and somebody has said what to apply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.doors import door
from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from glossary.exchange import json_format
    from glossary.exchange.comparing import Comparison, Difference, Own, compare
    from glossary.exchange.entries import Reading, TermEntry, Unheld, as_glossary
    from glossary.exchange.formats import FORMATS, READERS, Format
    from glossary.exchange.scope import Scope, Suggestions, joined
    from glossary.exchange.sniffing import format_of
    from glossary.model import Glossary

__all__ = [
    "FORMATS",
    "READERS",
    "Comparison",
    "Difference",
    "Format",
    "Own",
    "Reading",
    "Scope",
    "Suggestions",
    "TermEntry",
    "Unheld",
    "as_glossary",
    "compare",
    "format_of",
    "joined",
    "json_format",
    "read",
    "write",
]


_NAMES = {
    "comparing": "Comparison Difference Own compare",
    "entries": "Reading TermEntry Unheld as_glossary",
    "formats": "FORMATS READERS Format",
    "scope": "Scope Suggestions joined",
    "sniffing": "format_of",
}
"""Module → what this door has from it; new names go into all three lists."""
__getattr__ = door(__name__, _NAMES, globals())


def write(name: str, glossary: Glossary, scope: Scope) -> bytes:
    """The file in one of ``FORMATS`` that is not a catalog.  Raises ``GlossaryError`` for what the format forbids."""
    from glossary.exchange.formats import FORMATS  # noqa: PLC0415  (loads all formats)

    writer = FORMATS[name].write
    if writer is None:
        raise ValueError(name)
    return writer(glossary, scope)


def read(data: bytes, path: str, name: str = "") -> Reading:
    """What a file holds, in one of ``READERS``; without ``name`` its content tells which.

    Raises ``GlossaryError`` with path and line for what cannot be read.
    """
    from glossary.exchange.formats import READERS  # noqa: PLC0415  (loads all formats)
    from glossary.exchange.sniffing import format_of  # noqa: PLC0415

    name = name or format_of(data, path)
    if name not in READERS:
        raise GlossaryError(f"unknown format {name!r}", path=path, hint=f"the formats are {', '.join(READERS)}")
    return READERS[name](data, path)
