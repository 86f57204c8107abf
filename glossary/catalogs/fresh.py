"""A message as a new catalog has it, with a suggestion or without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polib

from glossary.catalogs.concept_messages import Message
from glossary.catalogs.entries import Entry
from glossary.catalogs.syntax import Line, Part, read_line

_REFERENCE_WIDTH = 79
"""Columns, counted in bytes as GNU gettext counts them, that a line of references must stay below."""


def fresh(message: Message) -> Entry:
    """The message as a new catalog has it: without translation, or its own text when not to be translated."""
    return Entry(
        (
            *(Line(Part.EXTRACTED, f"#. {line}", line.strip()) for line in message.comments),
            *(Line(Part.REFERENCE, line, line[3:]) for line in packed(message.references)),
            _string(Part.CONTEXT, message.context),
            _string(Part.MSGID, message.msgid),
            _string(Part.MSGSTR, "" if message.translate else message.msgid),
        )
    )


def _string(part: Part, text: str) -> Line:
    """A keyword with a text of one line."""
    return Line(part, f'{part} "{polib.escape(text)}"', text, keyword=str(part))


def suggested(entry: Entry, form: str, told: Sequence[str]) -> Entry:
    """A fresh ``entry`` that is fuzzy with a suggested form, if any, and has the ``#.`` lines ``told`` about it.

    Nothing is suggested for what is not to be translated, and the entry comes back as it is when nothing is.
    """
    form = "" if entry.msgstr else form
    if not (form or told):
        return entry
    before = [line for line in entry.lines if line.part is Part.EXTRACTED]
    after = [line for line in entry.lines if line.part is not Part.EXTRACTED]
    before += [Line(Part.EXTRACTED, f"#. {line}", line) for line in told]
    if form:
        place = next(index for index, line in enumerate(after) if line.part is Part.CONTEXT)
        after.insert(place, Line(Part.FLAG, "#, fuzzy", "fuzzy"))
        after = [line for line in after if line.part is not Part.MSGSTR]
        after.append(_string(Part.MSGSTR, form))
    return Entry((*before, *after))


def template(entry: Entry) -> Entry:
    """A fresh ``entry`` without translation, as a template must have it; itself when it has none."""
    lines = (line for line in entry.lines if line.part is not Part.MSGSTR)
    return Entry((*lines, read_line('msgstr ""', "", 0))) if entry.msgstr else entry


def lines_of(entry: polib.POEntry) -> list[Line]:
    """What polib writes for one message."""
    text: str = entry.__unicode__(wrapwidth=0)
    lines: list[Line] = []
    for raw in text.split("\n"):
        line = read_line(raw, "", 0)
        if line.part is not Part.BLANK:
            lines.append(line if line.part else line._replace(part=lines[-1].part))
    return lines


def packed(references: Iterable[str]) -> list[str]:
    """``#:`` lines, broken where ``msgcat`` breaks them (``write-po.c``), so that it changes nothing."""
    lines: list[str] = []
    width = _REFERENCE_WIDTH
    for reference in references:
        size = len(reference.encode()) + 1
        if width + size >= _REFERENCE_WIDTH:
            lines.append("#:")
            width = 2
        lines[-1] += f" {reference}"
        width += size
    return lines
