"""Which format a file is in, told by what it holds: people rename files, and many tools write ``.txt``."""

from __future__ import annotations

import csv
import re

from glossary.errors import GlossaryError
from glossary.exchange import table
from glossary.expressions import expression

_PO = expression(r'^(?:#~ ?)?msgid[ \t]+"', re.MULTILINE)
_XML = expression(r"<(?:\?xml\s|!DOCTYPE\s|!--|(?:\w+:)?(?:martif|tbx)[\s>])", re.IGNORECASE)
_JSON = expression(r'(?:\[\s*)?\{\s*"\w*"\s*:')
_BEGINNING = 65_536
"""Bytes looked at."""


def format_of(data: bytes, path: str) -> str:
    """The key in ``READERS`` (or ``po``) for a file.  Raises ``GlossaryError`` when it is no text that is known."""
    if data.startswith(b"PK\x03\x04"):
        return "xlsx"
    beginning = data[:_BEGINNING]
    utf16 = beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = beginning.decode("utf-16" if utf16 else "utf-8-sig", "replace").lstrip()
    if "\0" in text:  # UTF-32 too
        hint = "give TBX, CSV, XLSX, PO, JSON or an OmegaT glossary, as UTF-8"
        raise GlossaryError("a binary file, not a glossary", path=path, hint=hint)
    if _XML.match(text):
        return "tbx"
    if _JSON.match(text):
        return "json"
    if _PO.search(text):
        return "po"
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    tabs = "\t" in first and not table.is_header(next(csv.reader([first], delimiter="\t")))
    return "omegat" if tabs else "csv"
