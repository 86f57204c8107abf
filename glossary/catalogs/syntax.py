"""One line of a PO file: what it is, and what its strings say.

The grammar is that of GNU gettext (manual, "The Format of PO Files", and ``read-po-lex.c``), including
``#~|`` and the sticky flags ``#=`` of 2025, which polib 1.2 drops or refuses.  No line is skipped: what
is not understood is an error with its line number, because a file that is not read whole must never be
written back.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from glossary.errors import CatalogError
from glossary.expressions import expression


class Part(StrEnum):
    """What a line belongs to, in the order in which gettext writes the parts of a message."""

    BLANK = "blank"
    COMMENT = "translator comment"
    EXTRACTED = "extracted comment"
    REFERENCE = "reference"
    FLAG = "flag"
    PREVIOUS = "previous"
    CONTEXT = "msgctxt"
    MSGID = "msgid"
    PLURAL = "msgid_plural"
    MSGSTR = "msgstr"


class Line(NamedTuple):
    """A line, understood."""

    part: Part | None
    """None: a string that continues the line before."""
    text: str
    """Without line end, as it stands in the file."""
    body: str = ""
    """The comment's or flag's words; a string's characters, unescaped."""
    obsolete: bool = False
    """It starts with ``#~``."""
    keyword: str = ""
    """``msgctxt``, ``msgid``, ``msgid_plural``, ``msgstr``, ``msgstr[2]``; empty for comments and strings."""
    previous: bool = False
    """It starts with ``#|`` or ``#~|``."""


_COMMENTS = {".": Part.EXTRACTED, ":": Part.REFERENCE, ",": Part.FLAG, "=": Part.FLAG}
_KEYWORDS = {"msgctxt": Part.CONTEXT, "msgid": Part.MSGID, "msgid_plural": Part.PLURAL, "msgstr": Part.MSGSTR}
_KEYWORD = expression(r"(msgctxt|msgid_plural|msgid|msgstr)(?![a-z_])(?:\s*\[\s*(\d{1,3})\s*\])?\s*(.*)", re.DOTALL)
# Only single characters are repeated possessively: groups are not, which Python before 3.11.5 gets wrong.
_STRINGS = expression(r'(?:"[^"\\]*+(?:\\.[^"\\]*+)*"\s*+)*', re.DOTALL)
_STRING = expression(r'"([^"\\]*+(?:\\.[^"\\]*+)*)"', re.DOTALL)
_ESCAPE = expression(r"\\(?:([abfnrtv\"\\])|([0-7]{1,3})|x([0-9A-Fa-f]+)|(.))")
_SIMPLE = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"', "\\": "\\"}
_CONFLICT = expression(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
SPACE = " \t\f\v\r"
"""Characters that count as space around what a line says."""


def read_line(text: str, path: str, number: int) -> Line:
    """Understand line ``number`` (1-based, for messages) of the file ``path``; ``text`` has no line end.

    Raises ``CatalogError`` for a conflict marker of a version control system, an unclosed string, an
    escape that gettext does not know, and everything else that is no line of a PO file.
    """
    body, obsolete, previous = text.strip(SPACE), False, False
    if not body:
        return Line(Part.BLANK, text)
    if body.startswith("#~"):
        obsolete, body = True, body[2:]
        body = f"#{body}" if body.startswith("|") else body.lstrip(SPACE)
    if body.startswith("#|"):
        previous, body = True, body[2:].lstrip(SPACE)
    if body.startswith("#"):
        part = _COMMENTS.get(body[1:2], Part.COMMENT)
        words = body[1 if part is Part.COMMENT else 2 :].strip(SPACE)
        return Line(part, text, words, obsolete)
    if not body:
        return Line(Part.BLANK, text)
    kind, keyword, strings = _keyword(body, path, number)
    if previous and kind:
        kind = Part.PREVIOUS
    return Line(kind, text, unquoted(strings, path, number), obsolete, keyword, previous)


def _keyword(body: str, path: str, number: int) -> tuple[Part | None, str, str]:
    """Part, keyword and the strings behind it."""
    if body.startswith('"'):
        return None, "", body
    match = _KEYWORD.match(body)
    if match is None:
        raise _not_understood(body, path, number)
    name, index, strings = match.groups()
    if index is not None and name != "msgstr":
        raise _not_understood(body, path, number)
    return _KEYWORDS[name], name if index is None else f"{name}[{int(index)}]", strings


def _not_understood(body: str, path: str, number: int) -> CatalogError:
    if _CONFLICT.match(body):
        return CatalogError("unresolved merge conflict", path=path, line=number, hint="choose one side, then run again")
    shown = body if len(body) <= 40 else body[:40] + "…"
    return CatalogError(f"not a line of a catalog: {shown!r}", path=path, line=number, hint="correct it by hand")


def unquoted(strings: str, path: str, number: int) -> str:
    r"""The text of zero or more adjacent C strings: ``"a" "b\n"`` gives ``ab`` and a line break.

    Raises ``CatalogError`` for an unclosed string, text outside of quotes, or an unknown escape.
    """
    if not _STRINGS.fullmatch(strings):
        raise CatalogError("quotation marks are not balanced", path=path, line=number, hint='inside, write \\"')
    text = "".join(_STRING.findall(strings))
    if "\\" not in text:
        return text

    def character(match: re.Match[str]) -> str:
        simple, octal, hexadecimal, unknown = match.groups()
        if unknown is not None:
            raise CatalogError(f"unknown escape \\{unknown}", path=path, line=number, hint="for a backslash write \\\\")
        if simple:
            return _SIMPLE[simple]
        byte = int(octal, 8) & 0xFF if octal else int(hexadecimal[-2:], 16)
        return chr(byte if byte < 0x80 else 0xDC00 + byte)  # a byte of a longer UTF-8 sequence

    return _ESCAPE.sub(character, text).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
