"""Messages as programs write them, cut out of a catalog by one regular expression.

Most messages of a catalog stay as they are.  Of these only what tells messages apart is understood at once; their
lines are when somebody asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from glossary.catalogs.entries import Entry, references_in
from glossary.catalogs.syntax import SPACE, Line, Part, read_line, unquoted

# Only single characters are repeated possessively: groups are not, which Python before 3.11.5 gets wrong.
_TEXT = r'"[^"\\\n]*+(?:\\[abfnrtv"\\][^"\\\n]*+)*"\n'
_TEXTS = rf"{_TEXT}(?:{_TEXT})*"
_BLOCK = re.compile(
    r"((?:#(?: [^\n]*+)?\n)*)"  # what translators wrote
    r"((?:#\.[^\n]*+\n)*)((?:#:[^\n]*+\n)*)((?:#,[^\n]*+\n)*)"
    rf"((?:msgctxt ({_TEXTS}))?msgid ({_TEXTS}))msgstr ({_TEXTS})"
    r"(\n*)(?=[#m]|\Z)"  # what comes then begins another message
)
_LAST_LINE = re.compile(r'(?:#~)?[ \t]*(?:msgstr[^"\n]*)?"')
"""How the last line of a translation begins."""


class Odd(NamedTuple):
    """Lines of a catalog that need the strict reader."""

    text: str
    number: int
    """1-based line of the file on which they begin."""
    lead: int
    """Empty lines above them."""


class Block(Entry):
    """A live message in the usual order of its parts, with one form, and without ``#|`` lines."""

    def __init__(
        self,
        parts: tuple[str, str, str, str, str, str],
        meanings: tuple[str | None, str, str],
        number: int = 0,
        lead: int = 1,
    ) -> None:
        """``parts``: the lines of the file that are translator comments, ``#.`` lines, ``#:`` lines, ``#,`` lines,
        context and msgid, and translation, each with its line end; ``meanings``: context, msgid and msgstr as texts.
        """
        context, msgid, msgstr = meanings
        own = self.__dict__  # a frozen dataclass takes no assignments
        own["parts"], own["number"], own["lead"] = parts, number, lead
        own["context"], own["msgid"], own["key"] = context, msgid, (context, msgid)
        own["msgstrs"], own["obsolete"] = (msgstr,), False

    parts: tuple[str, str, str, str, str, str]

    @property
    def text(self) -> str:
        """Its lines as they stand in the file."""
        return "".join(self.parts)

    def written(self, part: Part) -> str:
        """The lines of one part as they stand in the file: ``Part.FLAG`` or ``Part.MSGSTR``."""
        return self.parts[3 if part is Part.FLAG else 5]

    @property
    def msgstr(self) -> str:
        """The translation; empty when not translated."""
        return self.msgstrs[0]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All its lines; the lines that continue a string carry the part of the line they continue."""
        return understood(self.text[:-1].split("\n"))

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """The words behind ``#,``, in file order."""
        words = ",".join(_bodies(self.parts[3], 2)).split(",") if self.parts[3] else ()
        return tuple(word.strip() for word in words if word.strip())

    @property
    def comments(self) -> tuple[str, ...]:
        """What translators wrote behind ``#``, without empty lines."""
        return tuple(body for body in _bodies(self.parts[0], 1) if body)

    @cached_property
    def extracted(self) -> tuple[str, ...]:
        """What the program wrote behind ``#.``."""
        return tuple(_bodies(self.parts[1], 2))

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The places behind ``#:``."""
        return references_in(_bodies(self.parts[2], 2))

    @property
    def previous(self) -> None:
        """It has none."""
        return None


def alike(entry: Entry, wanted: Entry) -> bool:
    """Whether ``#.`` lines, references, context and msgid are the same character by character, as blocks can tell."""
    if not (isinstance(entry, Block) and isinstance(wanted, Block)):
        return False
    return entry.parts[4] == wanted.parts[4] and entry.parts[1:3] == wanted.parts[1:3]


def _bodies(lines: str, mark: int) -> list[str]:
    """What stands behind the mark of so many characters in each line."""
    return [line.lstrip(SPACE)[mark:].strip(SPACE) for line in lines[:-1].split("\n")] if lines else []


def understood(lines: list[str]) -> tuple[Line, ...]:
    """The lines of one message, each bare string with the part that it continues."""
    found: list[Line] = []
    for text in lines:
        line = read_line(text, "", 0)
        found.append(line if line.part else line._replace(part=found[-1].part))
    return tuple(found)


def cut(text: str) -> Iterator[Block | Odd]:
    """A catalog's text, whose last line ends, as blocks and what is between them, in the order of the file."""
    at, number, lead = 0, 1, 0
    while at < len(text):
        match = _BLOCK.match(text, at)
        if match:
            *parts, names, context, msgid, msgstr, blank = match.groups()
            above = text.count("\n", at, match.start(5))
            yield Block(
                (parts[0], parts[1], parts[2], parts[3], names, f"msgstr {msgstr}"),
                (None if context is None else _plain(context), _plain(msgid), _plain(msgstr)),
                number + above,
                lead,
            )
            number += above + names.count("\n") + msgstr.count("\n") + len(blank)
            at, lead = match.end(), len(blank)
        else:
            end = _next(text, at)
            yield Odd(text[at:end], number, lead)
            number += text.count("\n", at, end)
            lead = end - at - len(text[at:end].rstrip("\n")) - 1
            at = end


def _next(text: str, at: int) -> int:
    """Where the next block begins behind an empty line; the end of the text when none does."""
    while (at := text.find("\n\n", at)) >= 0:
        whole = _LAST_LINE.match(text, text.rfind("\n", 0, at) + 1)  # comments belong to the message below them
        while text.startswith("\n", at):
            at += 1
        if whole and _BLOCK.match(text, at):
            return at
    return len(text)


def _plain(strings: str) -> str:
    """The text of C strings, one on each line."""
    if "\\" not in strings and strings.count("\n") == 1:
        return strings[1:-2]
    return unquoted(strings, "", 0)
