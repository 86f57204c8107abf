"""Change one message of a catalog and nothing else in it.

Every function takes an entry and gives one back.  A part whose meaning stays keeps its lines as they are;
only parts that must change are written anew, by polib.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

import polib

from glossary.catalogs import prefill
from glossary.catalogs.blocks import Block, alike
from glossary.catalogs.concept_messages import clean
from glossary.catalogs.entries import Entry
from glossary.catalogs.fresh import lines_of, with_lines
from glossary.catalogs.syntax import Line, Part, read_line
from glossary.expressions import expression

_MARK = expression(r"^\s*#~[ \t]?")
_ORDER = tuple(part for part in Part if part is not Part.BLANK)


def updated(entry: Entry, wanted: Entry, *, fuzzy: bool) -> Entry:
    """``entry`` as the translator left it, with context, msgid, ``#.`` and ``#:`` lines of ``wanted``.

    An obsolete entry becomes a live one.  ``fuzzy`` says that the translation may no longer fit: then the
    flag is added and the former msgid noted.  Translator comments, flags, translation and plural stay; only an
    empty translation, and a suggestion of ours that nobody touched, give way to what is wanted.
    An entry that is already as wanted comes back as the same object.
    """
    same = alike(entry, wanted)
    changed = [] if same else [part for part, read in _MEANINGS.items() if read(entry) != read(wanted)]
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


def keeping(entry: Entry, wanted: Block) -> Block:
    """``wanted`` with the suggestion of ``entry`` and its ``#.`` lines, for a build without suggestions."""
    told = prefill.told(entry)
    if not told:
        return wanted
    source = entry if prefill.ours(entry) else wanted
    return with_lines(wanted, told, source.written(Part.FLAG), source.written(Part.MSGSTR), source.msgstr)


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


def translated(entry: Entry, msgstrs: Sequence[str], *, fuzzy: bool, previous: Entry | None = None) -> Entry:
    """``entry`` with another translation, one text for each of its plural forms.

    ``previous``: the message that the translation was made for, where that was another one.
    """
    parts = _parts(entry)
    keywords = list(dict.fromkeys(line.keyword for line in parts[Part.MSGSTR] if line.keyword))
    parts[Part.MSGSTR] = tuple(
        line._replace(part=Part.MSGSTR)
        for keyword, text in zip(keywords, msgstrs, strict=True)
        for line in (read_line(written, "", 0) for written in quoted(keyword, text))
    )
    flags = prefill.unflagged(parts[Part.FLAG])
    parts[Part.FLAG] = _flagged(flags) if fuzzy else flags
    parts[Part.PREVIOUS] = _previous(previous) if fuzzy and previous else parts[Part.PREVIOUS] if fuzzy else ()
    changed = _joined(entry, parts)
    return obsoleted(changed) if entry.obsolete else changed


def noted(entry: Entry, notes: Sequence[str]) -> Entry:
    """``entry`` with further translator comments."""
    parts = _parts(entry)
    parts[Part.COMMENT] += tuple(read_line(f"# {note}", "", 0) for note in notes)
    changed = _joined(entry, parts)
    return obsoleted(changed) if entry.obsolete else changed


def quoted(keyword: str, text: str) -> list[str]:
    """A keyword with its text as C strings, one for each line of the text, as ``msgcat --no-wrap`` writes it."""
    strings = [f'"{polib.escape(part)}"' for part in re.findall(r"[^\n]*\n|[^\n]+$", text) or [""]]
    return [f"{keyword} {strings[0]}"] if len(strings) == 1 else [f'{keyword} ""', *strings]


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
