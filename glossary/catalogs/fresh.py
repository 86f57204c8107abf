"""A message as a new catalog has it, with a suggestion or without."""

from __future__ import annotations

from collections.abc import Sequence

import polib

from glossary.catalogs import concept_messages
from glossary.catalogs.blocks import FUZZY, Block
from glossary.catalogs.concept_messages import Message
from glossary.catalogs.syntax import Line, Part, read_line


def fresh(message: Message) -> Block:
    """The message as a new catalog has it: without translation, or its own text when not to be translated."""
    names = f'msgctxt "{_escaped(message.context)}"\nmsgid "{_escaped(message.msgid)}"\n'
    msgstr = "" if message.translate else message.msgid
    return Block(
        ("", message.comments, message.references, "", names, _msgstr(msgstr)),
        (message.context, message.msgid, msgstr),
    )


def suggested(entry: Block, form: str, told: Sequence[str]) -> Block:
    """A fresh ``entry`` that is fuzzy with a suggested form, if any, and has the ``#.`` lines ``told`` about it.

    Nothing is suggested for what is not to be translated, and the entry comes back as it is when nothing is.
    """
    if form and not entry.msgstr:
        return with_lines(entry, told, FUZZY, _msgstr(form), form)
    return with_lines(entry, told, "", entry.parts[5], entry.msgstr) if told else entry


def with_lines(entry: Block, told: Sequence[str], flags: str, written: str, msgstr: str) -> Block:
    """A fresh ``entry`` with further ``#.`` lines, other flags and translation: as lines, and ``msgstr`` as a text."""
    notes, comments, references, _, names, _ = entry.parts
    parts = (notes, comments + concept_messages.told(told), references, flags, names, written)
    return Block(parts, (entry.context, entry.msgid, msgstr))


def template(entry: Block) -> Block:
    """A fresh ``entry`` without translation, as a template must have it; itself when it has none."""
    return Block((*entry.parts[:5], _msgstr("")), (entry.context, entry.msgid, "")) if entry.msgstr else entry


def _msgstr(text: str) -> str:
    return f'msgstr "{_escaped(text)}"\n'


def _escaped(text: str) -> str:
    return polib.escape(text) if '"' in text or "\\" in text else text


def lines_of(entry: polib.POEntry) -> list[Line]:
    """What polib writes for one message."""
    text: str = entry.__unicode__(wrapwidth=0)
    lines: list[Line] = []
    for raw in text.split("\n"):
        line = read_line(raw, "", 0)
        if line.part is not Part.BLANK:
            lines.append(line if line.part else line._replace(part=lines[-1].part))
    return lines
