"""E-mail (``.eml``, RFC 5322 and MIME): the subject and the texts of a message, each with where it stands.

Read by the standard library's ``email``; attachments are no text.  Of alternatives (RFC 2046, 5.1.4) the one with
most words is the document; a translator gets all of them.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import Message
from typing import Literal, NamedTuple

from glossary.documents import html, plain, roles
from glossary.documents.blocks import Block, Reading
from glossary.documents.decode import clean, encoding_of
from glossary.errors import DocumentError
from glossary.expressions import expression
from glossary.model import Role

QUOTED = expression(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
"""What stands before each line of an earlier message."""
_SIGNATURE = expression(r"^-- $", re.MULTILINE)
_SUBJECT = re.compile(rb"^subject:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)
_HEAD = 1_000
"""Bytes at the beginning in which a binary file has a NUL byte."""
_HEAD_END = re.compile(rb"\r?\n\r?\n|\Z")


class Part(NamedTuple):
    """A text of a message."""

    kind: Literal["subject", "plain", "html"]
    text: str
    """Decoded; bytes that its character set does not know as lone surrogates."""
    charset: str
    """Python's name of its encoding."""
    start: int
    end: int
    """Offsets of its body, in the transfer encoding, in the file; of the subject, of the field's value."""
    head: int = 0
    """Offset at which its header fields begin."""
    transfer: str = ""
    """Its Content-Transfer-Encoding, small."""
    choice: int = 0
    """Texts with the same number other than 0 are alternatives."""


def read(data: bytes, name: str) -> Reading:
    """Subject and text of a message.  Raises ``DocumentError`` as ``parts`` does; ``name`` is for its messages.

    Lines are those of what people see: the subject is on the first, its texts follow, two lines apart.
    """
    found = parts(data, name)
    best: dict[int, Part] = {}
    for part in found:
        if part.choice and len(part.text.split()) > len(best.get(part.choice, part._replace(text="")).text.split()):
            best[part.choice] = part
    blocks: list[Block] = []
    line = 0
    for part in found:
        text = clean(part.text)
        if not part.choice or best.get(part.choice) is part:
            blocks += [replace(block, line=block.line + line) for block in blocks_of(part.kind, text)]
        line += text.count("\n") + 2
    return Reading(clean(found[0].text) if found[0].kind == "subject" else "", tuple(blocks))


def blocks_of(kind: str, text: str) -> Iterator[Block]:
    """The blocks of a part's clean text; what an earlier message or a signature says is boilerplate."""
    if kind == "subject":
        shown = " ".join(text.split())
        if shown:
            yield roles.settle(Block(shown, 1, "heading"))
        return
    if kind == "html":
        yield from html.parse(text).blocks
        return
    lines = text.split("\n")
    signature = _SIGNATURE.search(text)
    end = text.count("\n", 0, signature.start()) + 1 if signature else len(lines) + 1
    found = plain.parse(unquoted(text)).blocks
    own = any(not QUOTED.match(lines[block.line - 1]) for block in found if block.line < end)
    for block in found:
        aside = block.line >= end or (own and QUOTED.match(lines[block.line - 1]))
        role: Role = "boilerplate" if aside else block.role
        yield replace(block, role=role)


def unquoted(text: str) -> str:
    """``text`` with space for the marks of quoted lines; nothing moves."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text)


def parts(data: bytes, name: str) -> tuple[Part, ...]:
    """The subject and the texts of a message, in the order of the file.

    Raises ``DocumentError`` for what has neither, and for a message of which the standard library makes nothing.
    """
    try:
        message = email.message_from_string(data.decode("latin-1"), policy=email.policy.compat32)  # a byte, a character
        if not message.keys() or b"\0" in data[:_HEAD]:
            raise DocumentError("no e-mail: it has no header", path=name, hint="save it as .eml, or its text as .txt")
        found = (*_subject(data), *_texts(message, data, name))
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise DocumentError(f"no e-mail that can be read ({error})", path=name, hint="save its text as .txt") from None
    if not found:
        raise DocumentError("no text in it", path=name, hint="fill it or leave it out (setting exclude)")
    return found


def subject_field(data: bytes) -> re.Match[bytes] | None:
    """The field in the header of a message; its group is the value as written."""
    head = _HEAD_END.search(data)
    return _SUBJECT.search(data, 0, head.start() if head else len(data))


def _subject(data: bytes) -> Iterator[Part]:
    match = subject_field(data)
    if match and match[1].strip():
        raw = re.sub(rb"\r?\n(?=[ \t])", b"", match[1]).decode("utf-8", "surrogateescape")
        shown = str(email.policy.default.header_factory("subject", raw))
        yield Part("subject", shown, "utf-8", match.start(1), match.end(1))


def _texts(message: Message, data: bytes, name: str) -> Iterator[Part]:
    position = 0
    choices: dict[int, int] = {}
    for parent, part in _leaves(message, None):
        kind: Literal["plain", "html"] = "html" if part.get_content_subtype() == "html" else "plain"
        raw = str(part.get_payload()).encode("latin-1")
        body = data.find(raw, position) if raw.strip() else -1
        if body < 0:
            continue
        start = data.rfind(b"\n--", position, body) + 1 if parent is not None else 0
        head = data.find(b"\n", start) + 1 if parent is not None else 0
        position = body + len(raw)
        if part.get_content_maintype() != "text" or kind != part.get_content_subtype() or part.get_filename():
            continue
        transfer = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
        payload = part.get_payload(decode=True) if transfer in ("base64", "quoted-printable") else raw
        decoded = payload if isinstance(payload, bytes) else raw
        charset = _charset(part, decoded, name, markup=kind == "html")
        choice = 0
        if parent is not None and parent.get_content_subtype() == "alternative":
            choice = choices.setdefault(id(parent), len(choices) + 1)
        text = decoded.decode(charset, "surrogateescape")
        yield Part(kind, text, charset, body, position, head, transfer, choice)


def _leaves(message: Message, parent: Message | None) -> Iterator[tuple[Message | None, Message]]:
    """The parts of a message that hold no others, each with the one that holds it."""
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part, message)
    else:
        yield parent, message


def _charset(part: Message, data: bytes, name: str, *, markup: bool) -> str:
    """The declared character set if its bytes are such, else what they look like."""
    declared = part.get_content_charset("")
    try:
        found = codecs.lookup(declared).name if declared else ""
        data.decode(found or "ascii")
    except (LookupError, UnicodeDecodeError):
        return encoding_of(data, name, markup=markup) if data else "utf-8"
    return found or "ascii"
