"""Read any project's catalog for checking: quickly, in any encoding, and without giving up at the first slip.

One regular expression reads messages as programs write them, another those with stray spaces and those behind obsolete
ones; a file that the two do not cover from end to end goes to the strict reader, which knows the line where it stops
being a catalog.  Nothing that is read here is written back.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING

from glossary.errors import CatalogError
from glossary.expressions import expression
from glossary.units import CatalogFile, Slip, Unit

if TYPE_CHECKING:
    from glossary.catalogs.entries import Entry

# Only single characters are repeated possessively: groups are not, which Python before 3.11.5 gets wrong.
_CHARACTERS = r'[^"\\\n]*+(?:\\.[^"\\\n]*+)*'
_TEXTS = rf'[ \t]*"({_CHARACTERS}(?:"[ \t]*\n[ \t]*"{_CHARACTERS})*)"[ \t]*\n'
_FORM_TEXTS = rf'[ \t]*(?:"{_CHARACTERS}"[ \t]*\n[ \t]*)+'
_MESSAGE = expression(
    r"(?:(?:\#(?!~)[^\n]*+\n|[ \t]*+\n)*\#~[^\n]*+\n)*"  # obsolete messages with their comments
    r"((?:\#(?!~)[^\n]*+\n|[ \t]*+\n)*)"
    rf"(?:msgctxt(?=[ \t\"]){_TEXTS})?msgid(?=[ \t\"]){_TEXTS}"
    rf"(?:msgid_plural(?=[ \t\"]){_TEXTS}((?:msgstr\[\d\](?=[ \t\"]){_FORM_TEXTS})+)|msgstr(?=[ \t\"]){_TEXTS})"
)
_LINES = r' "([^\n]*(?:"\n"[^\n]*)*)"\n'
_USUAL = expression(
    r"\n*((?:\#(?!~)[^\n]*+\n)*)"
    rf"(?:msgctxt{_LINES})?msgid{_LINES}"
    rf'(?:msgid_plural{_LINES}((?:msgstr\[\d\] (?:"[^\n]*"\n)+)+)|msgstr{_LINES})'
)
"""A message as gettext's own programs write it, with the same groups: faster, for it takes whatever stands on a line
between the outer quotation marks; ``_unquoted`` does not."""
_REST = expression(r"(?:\#[^\n]*+\n|[ \t]*+\n)*\Z")
_FORM = expression(rf"msgstr\[(\d)\]{_TEXTS}")
_SEAM = expression(r'"[ \t]*\n[ \t]*"')
_NOTE = expression(r"^#(?![.:,=|~])[ \t]*(\S[^\n]*)$", re.MULTILINE)
_FLAGS = expression(r"^#[,=]([^\n]*)$", re.MULTILINE)
_DEFAULT = expression(r'^#\. Default: "((?:[^"\\\n]|\\.)*(?:"[ \t]*\n#\. "(?:[^"\\\n]|\\.)*)*)"[ \t]*$', re.MULTILINE)
_DEFAULT_SEAM = expression(r'"[ \t]*\n#\. "')
_CONFLICT = expression(r"^(?:<{7}|>{7}|\|{7}|={7})(?: [^\n]*)?$", re.MULTILINE)
_MARKS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
_FIELD = expression(r"^([A-Za-z][\w-]*):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_CHARSET = re.compile(rb'"Content-Type:[^\n"]{0,200}?charset=([\w.:+-]{1,60})', re.IGNORECASE)
_COMMENT = re.compile(rb"^#(?!~)[^\n]*", re.MULTILINE)
_WIDER = {"euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "gb2312": "gbk"}
"""Declared name → the codec of the superset that files so declared are really in (WHATWG Encoding Standard, "Names
and labels")."""


def scan(data: bytes, path: str) -> CatalogFile:
    """What a catalog's bytes hold; ``path`` is the one that findings name.

    Never raises for what is in the file: a file that cannot be read whole comes back ``refused``, without
    messages, and with the slip that tells the line and the reason.
    """
    slips: list[Slip] = []
    text = _decoded(data, slips)
    if text is None:
        return CatalogFile(path, slips=tuple(slips), refused=True)
    text = text.replace("\r\n", "\n") if "\r" in text else text
    conflict = _CONFLICT.search(text) if any(f"\n{mark}" in text or text.startswith(mark) for mark in _MARKS) else None
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        slip = Slip("conflict", line, "unresolved merge conflict; choose one side, then run again")
        return CatalogFile(path, slips=(*slips, slip), refused=True)
    try:
        units = _quickly(text) or _strictly(text, path)
    except CatalogError as error:
        slips.append(Slip("syntax", error.line, f"{error.message}; {error.hint}" if error.hint else error.message))
        return CatalogFile(path, slips=tuple(slips), refused=True)
    slips += _duplicates(units)
    place = next((place for place, unit in enumerate(units) if not unit.source and unit.context is None), None)
    if place is None:
        return CatalogFile(path, units=units, slips=tuple(slips))
    header, messages = units[place], units[:place] + units[place + 1 :]
    return CatalogFile(path, "", dict(_FIELD.findall(header.targets[0])), header.line, messages, tuple(slips))


def _decoded(data: bytes, slips: list[Slip]) -> str | None:
    """The text of a file in the encoding that it declares; None when it is in another, as a slip then tells."""
    declared = _CHARSET.search(data)
    if not declared:
        slips.append(Slip("charset", 1, "the header names no charset; add Content-Type: text/plain; charset=UTF-8"))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    line = data.count(b"\n", 0, declared.start()) + 1 if declared else 1
    try:
        codec = codecs.lookup(_WIDER.get(name, name)).name
    except LookupError:
        codec = "utf-8"
        unknown = "not filled in" if name == "charset" else "unknown"
        slips.append(Slip("charset", line, f"charset {name} is {unknown}; save the file as UTF-8 and say so"))
    if data.startswith(codecs.BOM_UTF8):
        codec = "utf-8"
        slips.append(Slip("bom", 1, "starts with a byte order mark; save the file without one"))
    try:
        text = data.decode(codec)
    except (ValueError, LookupError) as error:  # UnicodeError is a ValueError; zlib and the like are no encodings
        place = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        apart = _COMMENT.sub(lambda line: line[0].decode("ascii", "replace").encode("ascii", "replace"), data)
        whole = _in_utf8(apart) if codec == "utf-8" else None
        if whole is None:
            slips.append(Slip("encoding", place, f"not {codec.upper()}, as the file declares; save it as UTF-8"))
            return None
        slips.append(Slip("charset", place, "a comment has bytes that are not UTF-8; write it again"))
        text = whole
    if b"\0" in data and "\0" in text:
        slips.append(Slip("encoding", text.count("\n", 0, text.index("\0")) + 1, "NUL character; restore the file"))
        return None
    if codec not in ("utf-8", "ascii"):
        slips.append(Slip("charset", line, f"its charset is {name}; convert it with msgconv --to-code=UTF-8"))
    return text.removeprefix("\ufeff")


def _in_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


_unit: Callable[[tuple[object, ...]], Unit] = partial(tuple.__new__, Unit)
"""A unit of all its fields, without a call of ``Unit.__new__``, which is Python."""


def _quickly(text: str) -> tuple[Unit, ...] | None:
    """The messages of a catalog without oddities; None for any other."""
    units: list[Unit] = []
    if not text.endswith("\n"):
        text += "\n"
    place, line = 0, 1
    escape = text.find("\\")  # the next one
    match = _USUAL.match(text) or _MESSAGE.match(text)
    try:
        while match:
            comments, context, source, plural, forms, target = match.groups()
            at, end = match.end(1), match.end()
            line += text.count("\n", place, at)
            place = at
            if 0 <= escape < end or '"' in source or plural is not None or '"' in target or '"' in (context or ""):
                context, source = None if context is None else _unquoted(context), _unquoted(source)
                plural, targets = (_unquoted(plural), _forms(forms)) if forms else ("", (_unquoted(target),))
                escape = text.find("\\", end) if 0 <= escape < end else escape
            else:  # as most: it stands there as it is read
                plural, targets = "", (target,)
            flags, notes = _remarks(comments) if "#," in comments or "# " in comments or "#=" in comments else ((), ())
            unit = _unit((line, context, source, plural, targets, flags, notes))
            units.append(_spelled_out(unit, comments) if "#. Default: " in comments else unit)
            match = _USUAL.match(text, end) or (_MESSAGE.match(text, end) if end < len(text) else None)
            if not match and not _REST.match(text, end):
                return None
    except _OddError:
        return None
    return tuple(units)


class _OddError(Exception):
    """Something for the strict reader."""


def _forms(raw: str) -> tuple[str, ...]:
    """The translations of a message with plural forms."""
    found = _FORM.findall(raw)
    if [number for number, _ in found] != [str(number) for number in range(len(found))]:
        raise _OddError
    return tuple(_unquoted(text) for _, text in found)


def _unquoted(raw: str) -> str:
    """The text of adjacent C strings, each on its own line, without the outer quotation marks.

    Raises ``_OddError`` for rarer escapes, and for what is not only strings.
    """
    if '"' not in raw and "\\" not in raw:
        return raw
    text = raw.replace('"\n"', "")
    if '"' not in text and raw.count("\\") == raw.count("\\n"):  # as most
        return text.replace("\\n", "\n")
    if not _PLAIN_STRINGS.fullmatch(raw):
        raise _OddError
    text = _SEAM.sub("", raw) if "\n" in raw else raw
    if "\\\\" in text:
        return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text)
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\t", "\t")


_PLAIN = r'[^"\\\n]*+(?:\\[\\nt"][^"\\\n]*+)*'
_PLAIN_STRINGS = expression(rf'{_PLAIN}(?:"[ \t]*\n[ \t]*"{_PLAIN})*')
"""Strings with no other escapes than those of line break, tab, backslash and quotation mark."""
_ESCAPE = expression(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t"}


def _remarks(comments: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The flags and the translators' notes among the comments of a message."""
    flags = _flags(",".join(_FLAGS.findall(comments))) if "#," in comments or "#=" in comments else ()
    return flags, tuple(map(str.rstrip, _NOTE.findall(comments))) if "# " in comments else ()


@lru_cache(maxsize=1_000)
def _flags(written: str) -> tuple[str, ...]:
    """The words between commas."""
    return tuple(word.strip() for word in written.split(",") if word.strip())


def _spelled_out(unit: Unit, comments: str) -> Unit:
    """A message whose msgid is a key (``label_title``) with the English text that its comment gives for it.

    So Zope, Plone and Pyramid write it (``i18ndude``, ``lingua``); the key tells the messages apart.
    """
    match = _DEFAULT.search(comments)
    text = _DEFAULT_SEAM.sub("", match[1]) if match else ""
    if not text or unit.plural or not unit.source or text == unit.source:
        return unit
    return unit._replace(context=unit.context or unit.source, source=text.replace('\\"', '"'))


def _strictly(text: str, path: str) -> tuple[Unit, ...]:
    """The messages of any catalog.  Raises ``CatalogError`` with the line for what is none."""
    from glossary.catalogs.reading import parse_text  # noqa: PLC0415  (few files need the strict reader)

    entries, _ = parse_text(text, path)
    return tuple(map(_of_entry, (entry for entry in entries if not entry.obsolete)))


def _of_entry(entry: Entry) -> Unit:
    from glossary.catalogs.syntax import Part  # noqa: PLC0415

    plural = "".join(line.body for line in entry.part(Part.PLURAL))
    unit = Unit(entry.number, entry.context, entry.msgid, plural, entry.msgstrs, entry.flags, entry.comments)
    return _spelled_out(unit, "".join(f"#. {line}\n" for line in entry.extracted))


def _duplicates(units: tuple[Unit, ...]) -> Iterator[Slip]:
    """A slip for each message that the file has once more."""
    if len(set(map(itemgetter(1, 2), units))) == len(units):  # no two with one context and source
        return
    first: dict[tuple[str | None, str], int] = {}
    for unit in units:
        line = first.setdefault((unit.context, unit.source), unit.line)
        if line != unit.line:
            yield Slip("duplicate", unit.line, f"the same message as on line {line}; delete one of the two")
