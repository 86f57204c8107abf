"""E-mail: the subject and the texts of a message, and a translation in their place, encoded as the original was.

The exact text is that of all parts, with a character of no meaning between them.  Parts and header fields without a
translation keep every byte.
"""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterator
from dataclasses import replace
from email.header import Header

from glossary.documents import mail
from glossary.documents.passages import html, plain
from glossary.documents.passages.exact import Exact, shown_text
from glossary.documents.passages.words import Piece, Place, split
from glossary.documents.passages.wrapping import QUOTED, one_line, refilled, shape

_PRIVATE = tuple(map(chr, range(0xE000, 0xF8FF)))
"""Characters that mean nothing (private use): one that a message does not have stands between its parts."""
_FIELDS = re.IGNORECASE | re.MULTILINE
_TYPE = re.compile(rb"(^content-type:(?:[^\r\n]|\r?\n[ \t])*?;\s*charset\s*=\s*)(\"[^\"]*\"|[^\s;]+)", _FIELDS)
_TRANSFER = re.compile(rb"(^content-transfer-encoding:[ \t]*)([^\r\n]*)", _FIELDS)


def read(data: bytes, name: str) -> tuple[Exact, tuple[Piece, ...]]:
    """The texts of all parts, and what can be translated.  Raises ``DocumentError`` as ``mail.parts`` does."""
    found = mail.parts(data, name)
    text = shown_text(_joint(found).join(part.text for part in found))
    return text, tuple(_pieces(found, text.clean.split(_joint(found))))


def _joint(found: tuple[mail.Part, ...]) -> str:
    """What stands between two parts, on a line of its own."""
    return f"\n{next(char for char in _PRIVATE if not any(char in part.text for part in found))}\n"


def _pieces(found: tuple[mail.Part, ...], texts: list[str]) -> Iterator[Piece]:
    start = 0
    for part, text in zip(found, texts, strict=True):
        if part.kind == "html":
            pieces = list(html.pieces(text))
        elif part.kind == "subject":
            pieces = [Piece(words, "heading", "mail")] if (words := tuple(split(text, 0, len(text)))) else []
        else:
            roles = {block.line: block.role for block in mail.blocks_of("plain", text)}
            pieces = [
                replace(piece, form="mail", role=roles.get(text.count("\n", 0, piece.words[0].start) + 1, piece.role))
                for piece in plain.pieces(mail.unquoted(text))
            ]
        for piece in pieces:
            moved = (word._replace(start=start + word.start, end=start + word.end) for word in piece.words)
            yield replace(piece, words=tuple(moved))
        start += len(text) + len(_joint(found))


def write(translation: str, place: Place) -> str:
    """The translation in lines as wide as the original's, which are quoted as those are."""
    return refilled(one_line(translation), shape(place, QUOTED))


def packed(data: bytes, name: str, text: str) -> bytes:
    """The message ``data`` with the parts that ``text`` has."""
    found = mail.parts(data, name)
    line_end = b"\r\n" if b"\r\n" in data else b"\n"
    subject = ""
    for part, new in reversed(tuple(zip(found, text.split(_joint(found)), strict=True))):
        if new != part.text and part.kind == "subject":
            subject = one_line(new)
        elif new != part.text:
            head, body = _encoded(part, new, data[part.head : part.start], line_end)
            data = data[: part.head] + head + body + data[part.end :]
    match = mail.subject_field(data) if subject else None
    if match:
        field = Header(subject, "utf-8", header_name="Subject").encode(linesep=line_end.decode()).encode()
        data = data[: match.start(1)] + field + data[match.end(1) :]
    return data


def _encoded(part: mail.Part, text: str, head: bytes, line_end: bytes) -> tuple[bytes, bytes]:
    """The part's header and body: in its own character set and transfer encoding as far as they can say ``text``."""
    charset = part.charset
    try:
        body = text.encode(charset, "surrogateescape")
    except UnicodeEncodeError:
        charset = "utf-8"
        body = text.encode(charset, "surrogateescape")
        head = _declared(head, line_end, whole=not part.head)
    if part.transfer == "base64":
        return head, base64.encodebytes(body).rstrip().replace(b"\n", line_end) + line_end
    if part.transfer == "quoted-printable":
        plainly = body.replace(b"\r\n", b"\n")
        return head, quopri.encodestring(plainly).replace(b"\n", line_end)
    if not body.isascii():
        if _TRANSFER.search(head):
            return _TRANSFER.sub(rb"\g<1>8bit", head), body
        head = _before_body(head, b"Content-Transfer-Encoding: 8bit", line_end, whole=not part.head)
    return head, body


def _declared(head: bytes, line_end: bytes, *, whole: bool) -> bytes:
    """The header fields, with UTF-8 as character set; ``whole``: they are those of the message, not of a part."""
    if _TYPE.search(head):
        return _TYPE.sub(rb'\g<1>"utf-8"', head)
    if re.search(rb"^content-type:", head, _FIELDS):
        return re.sub(rb"(^content-type:[ \t]*[\w/+.-]+)", rb'\1; charset="utf-8"', head, flags=_FIELDS)
    return _before_body(head, b'Content-Type: text/plain; charset="utf-8"', line_end, whole=whole)


def _before_body(head: bytes, field: bytes, line_end: bytes, *, whole: bool) -> bytes:
    """``head``, which ends in an empty line, with one more field."""
    stripped = head.rstrip(b"\r\n")
    new = whole and not re.search(rb"^mime-version:", head, _FIELDS)
    mime = b"MIME-Version: 1.0" + line_end if new else b""
    return (stripped + line_end if stripped else b"") + mime + field + line_end + line_end
