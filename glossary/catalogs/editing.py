"""Change one message of a catalog and nothing else in it.

Every function takes an entry and gives one back.  A part whose meaning stays keeps its lines as they are;
only parts that must change are written anew, by polib.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

import polib

from glossary.catalogs import prefill
from glossary.catalogs.entries import Entry
from glossary.catalogs.messages import Message, clean
from glossary.catalogs.syntax import Line, Part, read_line

_MARK = re.compile(r"^\s*#~[ \t]?")
_REFERENCE_WIDTH = 79
"""Columns, counted in bytes as GNU gettext counts them, that a line of references must stay below."""
_ORDER = tuple(part for part in Part if part is not Part.BLANK)


def fresh(message: Message) -> Entry:
    """The message as a new catalog has it: without translation, or its own text when not to be translated."""
    entry = polib.POEntry(
        msgctxt=message.context,
        msgid=message.msgid,
        msgstr="" if message.translate else message.msgid,
        comment="\n".join(message.comments),
    )
    lines = lines_of(entry)
    place = next(index for index, line in enumerate(lines) if line.part is Part.CONTEXT)
    references = [read_line(text, "", 0) for text in packed(message.references)]
    return Entry((*lines[:place], *references, *lines[place:]))


def suggested(entry: Entry, form: str, told: Sequence[str]) -> Entry:
    """A fresh ``entry`` that is fuzzy with a suggested form, if any, and has the ``#.`` lines ``told`` about it.

    Nothing is suggested for what is not to be translated, and the entry comes back as it is when nothing is.
    """
    form = "" if entry.msgstr else form
    if not (form or told):
        return entry
    parts = _parts(entry)
    parts[Part.EXTRACTED] += tuple(Line(Part.EXTRACTED, f"#. {line}", line) for line in told)
    if form:
        parts[Part.FLAG] = (Line(Part.FLAG, "#, fuzzy", "fuzzy"),)
        parts[Part.MSGSTR] = (Line(Part.MSGSTR, f'msgstr "{polib.escape(form)}"', form, keyword="msgstr"),)
    return _joined(entry, parts)


def template(entry: Entry) -> Entry:
    """A fresh ``entry`` without translation, as a template must have it; itself when it has none."""
    lines = (line for line in entry.lines if line.part is not Part.MSGSTR)
    return Entry((*lines, read_line('msgstr ""', "", 0))) if entry.msgstr else entry


def lines_of(entry: polib.POEntry) -> list[Line]:
    """What polib writes for one message, without empty lines."""
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


def updated(entry: Entry, wanted: Entry, *, fuzzy: bool) -> Entry:
    """``entry`` as the translator left it, with context, msgid, ``#.`` and ``#:`` lines of ``wanted``.

    An obsolete entry becomes a live one.  ``fuzzy`` says that the translation may no longer fit: then the
    flag is added and the former msgid noted.  Translator comments, flags, translation and plural stay; only an
    empty translation, and a suggestion of ours that nobody touched, give way to what is wanted.
    An entry that is already as wanted comes back as the same object.
    """
    changed = [part for part, read in _MEANINGS.items() if read(entry) != read(wanted)]
    replaced = _replaceable(entry, wanted)
    if replaced:
        changed.append(Part.MSGSTR)
    if not (changed or fuzzy or entry.obsolete):
        return entry
    parts = _parts(entry) | {part: wanted.part(part) for part in changed}
    if replaced and wanted.fuzzy != entry.fuzzy:
        parts[Part.FLAG] = _flagged(parts[Part.FLAG]) if wanted.fuzzy else prefill.unflagged(parts[Part.FLAG])
    if fuzzy and not (entry.fuzzy and entry.previous is not None):
        parts[Part.PREVIOUS] = _previous(entry)
    if fuzzy and not entry.fuzzy:
        parts[Part.FLAG] = _flagged(parts[Part.FLAG])
    return _joined(entry, parts)


def _replaceable(entry: Entry, wanted: Entry) -> bool:
    """Is another translation wanted, and may it take the place of what is there?"""
    if entry.msgstr == wanted.msgstr or len(entry.msgstrs) != 1:
        return False
    if entry.msgstr:
        return prefill.ours(entry)
    return not (wanted.fuzzy and prefill.emptied(entry, wanted.msgstr))


def keeping(entry: Entry, wanted: Entry) -> Entry:
    """``wanted`` with the suggestion of ``entry`` and its ``#.`` lines, for a build without suggestions."""
    told = prefill.told(entry)
    if not told:
        return wanted
    parts = _parts(wanted)
    parts[Part.EXTRACTED] += tuple(read_line(f"#. {line}", "", 0) for line in told)
    if prefill.ours(entry):
        parts[Part.MSGSTR], parts[Part.FLAG] = entry.part(Part.MSGSTR), entry.part(Part.FLAG)
    return _joined(wanted, parts)


def _words(entry: Entry) -> list[str]:
    """The ``#.`` text, where an editor's wrapping, also behind a hyphen, makes no difference."""
    return " ".join(entry.extracted).replace("-", "- ").split()


_MEANINGS: Mapping[Part, Callable[[Entry], object]] = {
    Part.EXTRACTED: _words,
    Part.REFERENCE: attrgetter("references"),
    Part.CONTEXT: attrgetter("context"),
    Part.MSGID: attrgetter("msgid"),
}
"""Parts that follow the glossary, and what of them counts."""


def _parts(entry: Entry) -> dict[Part, tuple[Line, ...]]:
    """All lines by part, without ``#~``."""
    return {
        part: tuple(
            line._replace(text=_live(line.text), obsolete=False) if line.obsolete else line for line in entry.part(part)
        )
        for part in _ORDER
    }


def _live(text: str) -> str:
    stripped = _MARK.sub("", text)
    return "#" + stripped if stripped.startswith("|") else stripped


def _joined(entry: Entry, parts: dict[Part, tuple[Line, ...]]) -> Entry:
    """``entry`` with these parts in gettext's order."""
    return Entry(tuple(line for part in _ORDER for line in parts[part]), entry.number, entry.lead)


def _previous(entry: Entry) -> tuple[Line, ...]:
    """``#|`` lines that name the msgid and context a translation was made for."""
    former = polib.POEntry(previous_msgid=entry.msgid, previous_msgctxt=entry.context)
    return tuple(line for line in lines_of(former) if line.part is Part.PREVIOUS)


def _flagged(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Flag lines with ``fuzzy`` as the first flag."""
    for index, line in enumerate(lines):
        if line.text.lstrip().startswith("#,"):
            flags = f"#, fuzzy, {line.body}" if line.body else "#, fuzzy"
            return (*lines[:index], read_line(flags, "", 0), *lines[index + 1 :])
    return (read_line("#, fuzzy", "", 0), *lines)


def obsoleted(entry: Entry) -> Entry:
    """``entry`` behind ``#~``: translation, translator comments, flags and previous msgid stay."""
    if entry.obsolete:
        return entry
    lines = [*entry.part(Part.COMMENT), *entry.part(Part.FLAG)]
    for part in (Part.PREVIOUS, Part.CONTEXT, Part.MSGID, Part.PLURAL, Part.MSGSTR):
        for line in entry.part(part):
            text = line.text.strip()
            lines.append(line._replace(text=f"#~{text[1:]}" if line.previous else f"#~ {text}", obsolete=True))
    return Entry(tuple(lines), entry.number, entry.lead)


def expendable(entry: Entry) -> bool:
    """Nobody put work into it: no translation but our own suggestion, no translator comment, no flag."""
    own = prefill.bare(entry)
    return not (own.msgstr or own.comments or own.flags)


def copied(entry: Entry, wanted: Entry) -> Entry:
    """``wanted`` with the translation of ``entry``, to be looked at: for one of two concepts that were one."""
    parts = _parts(wanted)
    parts[Part.FLAG] = _flagged(())
    parts[Part.PREVIOUS] = _previous(entry)
    lines = lines_of(polib.POEntry(msgstr=entry.msgstr))
    parts[Part.MSGSTR] = tuple(line for line in lines if line.part is Part.MSGSTR)
    return _joined(wanted, parts)


def absorbed(entry: Entry, loser: Entry) -> Entry:
    """``entry`` with everything that people put into ``loser``, which had the same msgid and must go."""
    parts = _parts(entry)
    notes = [line for line in _parts(loser)[Part.COMMENT] if line.body and line.body not in entry.comments]
    if loser.msgstr and loser.msgstrs != entry.msgstrs:
        earlier = " / ".join(map(clean, loser.msgstrs))
        notes.append(read_line(f"# Earlier translation: {earlier}", "", 0))
    parts[Part.COMMENT] += tuple(notes)
    flags = [flag for flag in loser.flags if flag != "fuzzy" and flag not in entry.flags]
    if flags:
        parts[Part.FLAG] += (read_line(f"#, {', '.join(flags)}", "", 0),)
    return _joined(entry, parts)
