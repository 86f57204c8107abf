"""Messages as programs write them, cut out of a catalog by one regular expression.

Most messages of a catalog stay as they are.  Of these only what tells messages apart is understood at once; their
lines are when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from glossary.catalogs.entries import Entry, references_in
from glossary.catalogs.syntax import SPACE, Line, Part, read_line, unquoted
from glossary.expressions import expression

# Only single characters are repeated possessively: groups are not, which Python before 3.11.5 gets wrong.
_TEXT = r'"[^"\\\n]*+(?:\\[abfnrtv"\\][^"\\\n]*+)*"\n'
_TEXTS = rf"{_TEXT}(?:{_TEXT})*"
_BLOCK = expression(
    r"((?:#(?: [^\n]*+)?\n)*)"  # what translators wrote
    r"((?:#\.[^\n]*+\n)*)((?:#:[^\n]*+\n)*)((?:#,[^\n]*+\n)*)"
    rf"((?:msgctxt ({_TEXTS}))?msgid ({_TEXTS}))msgstr ({_TEXTS})"
    r"(\n*)(?=[#m]|\Z)"  # what comes then begins another message
)
_REST = expression(rf"(msgstr {_TEXTS})(\n*)(?=[#m]|\Z)")
FUZZY = "#, fuzzy\n"
"""The only flags that this program gives a message."""
FARTHEST = 20_000
"""Characters of a message before its translation up to which it is looked for among known ones: most have 500."""
NEAR = 20
"""Known blocks among which the one that was found is looked for, to tell which comes next."""
_set = object.__setattr__
_LAST_LINE = expression(r'(?:#~)?[ \t]*(?:msgstr[^"\n]*)?"')
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
        _set(self, "parts", parts)  # a frozen dataclass takes no assignments
        _set(self, "context", meanings[0])
        _set(self, "msgid", meanings[1])
        _set(self, "msgstr", meanings[2])
        if number:
            _set(self, "number", number)
        if lead != 1:
            _set(self, "lead", lead)

    parts: tuple[str, str, str, str, str, str]
    obsolete = False

    @property
    def text(self) -> str:
        """Its lines as they stand in the file."""
        return "".join(self.parts)

    def written(self, part: Part) -> str:
        """The lines of one part as they stand in the file: ``Part.FLAG`` or ``Part.MSGSTR``."""
        return self.parts[3 if part is Part.FLAG else 5]

    msgstr = ""
    """The translation; empty when not translated."""

    @property
    def msgstrs(self) -> tuple[str]:
        """The translation."""
        return (self.msgstr,)

    @property
    def key(self) -> tuple[str | None, str]:
        """What is unique in a catalog: context and msgid."""
        return self.context, self.msgid

    @property
    def fuzzy(self) -> bool:
        """A translator has yet to look at it."""
        return self.parts[3] != "" and (self.parts[3] == FUZZY or "fuzzy" in self.flags)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All its lines; the lines that continue a string carry the part of the line they continue."""
        return understood(self.text[:-1].split("\n"))

    @property
    def flags(self) -> tuple[str, ...]:
        """The words behind ``#,``, in file order."""
        words = ",".join(_bodies(self.parts[3], 2)).split(",") if self.parts[3] else ()
        return tuple(word.strip() for word in words if word.strip())

    @property
    def comments(self) -> tuple[str, ...]:
        """What translators wrote behind ``#``, without empty lines."""
        return tuple(body for body in _bodies(self.parts[0], 1) if body)

    @property
    def extracted(self) -> tuple[str, ...]:
        """What the program wrote behind ``#.``."""
        return tuple(_bodies(self.parts[1], 2))

    @property
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


def cut(text: str, known: Mapping[str, Block]) -> Iterator[Block | Odd]:
    """A catalog's text, whose last line ends, as blocks and what is between them, in the order of the file.

    ``known``: blocks that are probably in it, by their lines of context and msgid, and probably in this order.  One
    that stands there just so is given back itself, with a number of 0 and one empty line above it.
    """
    order, turn = tuple(known.values()), 0
    at, number, lead = 0, 1, 0
    while at < len(text):
        whole = order[turn].text if turn < len(order) else ""
        if whole and lead == 1 and text.startswith(whole, at) and text.startswith("\n#", at + len(whole)):
            yield order[turn]
            number += whole.count("\n") + 1
            at += len(whole) + 1
            turn += 1
            continue
        found = _known(text, at, known, (number, lead)) or _block(text, at, (number, lead))
        if found:
            block, end, blank = found
            yield block
            turn = (
                next((n for n in range(turn, min(turn + NEAR, len(order))) if order[n].key == block.key), turn - 1) + 1
            )
            number += text.count("\n", at, end)
            at, lead = end, blank
        else:
            end = _next(text, at)
            yield Odd(text[at:end], number, lead)
            number += text.count("\n", at, end)
            lead = end - at - len(text[at:end].rstrip("\n")) - 1
            at = end


def _block(text: str, at: int, place: tuple[int, int]) -> tuple[Block, int, int] | None:
    """The block that begins at an offset, where what follows begins, and the empty lines between them; None when
    there is none.  ``place``: the line it begins on, and the empty lines above it.
    """
    match = _BLOCK.match(text, at)
    if match is None:
        return None
    *parts, names, context, msgid, msgstr, blank = match.groups()
    block = Block(
        (parts[0], parts[1], parts[2], parts[3], names, f"msgstr {msgstr}"),
        (None if context is None else _plain(context), _plain(msgid), _plain(msgstr)),
        place[0] + text.count("\n", at, match.start(5)),
        place[1],
    )
    return block, match.end(), len(blank)


def _known(text: str, at: int, known: Mapping[str, Block], place: tuple[int, int]) -> tuple[Block, int, int] | None:
    """As ``_block`` says, told by comparing: whether one that is ``known`` stands there, but for being translated."""
    rest = text.find("\nmsgstr ", at, at + FARTHEST) + 1
    names = text.find("\nmsgctxt ", at, rest) + 1
    block = known.get(text[names:rest]) if names else None
    if block is None:
        return None
    notes, comments, references, flags, own, written = block.parts
    second = at + len(comments)
    there = text[second + len(references) : names]
    same = text.startswith(comments, at) and text.startswith(references, second)
    if notes or not same or there not in ("", FUZZY):
        return None
    match = _REST.match(text, rest)
    if match is None:
        return None
    translation, blank = match.groups()
    if (there, translation, place[1]) != (flags, written, 1):
        meanings = block.context, block.msgid, _plain(translation[len("msgstr ") :])
        parts = notes, comments, references, there, own, translation
        block = Block(parts, meanings, place[0] + text.count("\n", at, names), place[1])
    return block, match.end(), len(blank)


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
