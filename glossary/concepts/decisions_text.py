"""Changes of ``decisions.toml`` that keep everything else in it: comments, order, spacing, line ends.

A change is small and says what it expects, so that it can be made again on a file that someone else has changed
meanwhile, and undone.  What is to be written is read back and compared with what was meant, so that no layout of the
file, however unusual, leads to a wrong one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, cast

import tomlkit
from tomlkit import items

from glossary.errors import GlossaryError

BOM = "\N{BYTE ORDER MARK}"
WIDTH = 100
"""Columns of a list in one line; a longer one gets a line for each item."""
MANY = 20
"""Forms that are put into a list together, for which it is read anew: one by one, each takes as long as the list is."""
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A form is to be in a list, or not."""

    table: str
    """The form that names a ``[concept."FORM"]`` table; empty for the lists at the top of the file."""
    key: str
    """For a list by language with a dot: *forbidden.ko*."""
    form: str
    present: bool

    def inverse(self) -> Item:
        """The change that takes this one back."""
        return replace(self, present=not self.present)


@dataclass(frozen=True, slots=True)
class Value:
    """A key of a concept's table is to have another value."""

    table: str
    key: str
    old: str | bool | None
    """What it must be now; None: nothing."""
    new: str | bool | None
    """None: the key is to go."""

    def inverse(self) -> Value:
        """The change that takes this one back."""
        return replace(self, old=self.new, new=self.old)


Change = Item | Value


class StaleError(GlossaryError):
    """A value is no longer what a change was made for."""


class DecisionsText:
    """The text of a ``decisions.toml``, understood; ``data`` is what it says."""

    def __init__(self, raw: bytes) -> None:
        """Raises ``GlossaryError`` when it is no TOML in UTF-8."""
        try:
            text = raw.decode("utf-8")
            self._bom, self._crlf = text.startswith(BOM), 0 < text.count("\r\n") == text.count("\n")
            plain = text.removeprefix(BOM)
            plain = plain.replace("\r\n", "\n") if self._crlf else plain
            self.data: Table = tomllib.loads(plain)
            self._document = tomlkit.parse(plain)
            self._more: dict[tuple[str, str], list[str]] = {}  # table and key of a list that got a form: those after it
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, tomlkit.exceptions.TOMLKitError) as error:
            raise GlossaryError(f"cannot be read: {error}") from None

    def value(self, table: str, key: str) -> Any:
        """What stands under a key of the file (``table`` empty) or of a concept's table; None where nothing does."""
        owner: Any = self.data.get("concept", {}).get(table) if table else self.data
        for name in key.split("."):
            owner = owner.get(name) if isinstance(owner, dict) else None
        return owner

    def apply(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Make the changes and give those that were not so already.

        Raises ``StaleError`` for a value that is not what it is expected to be.  After an exception this
        object is not to be used any longer.
        """
        return tuple(change for change in changes if self._apply(change))

    def _apply(self, change: Change) -> bool:
        now = self.value(change.table, change.key)
        if isinstance(change, Item):
            if (change.form in (now or ())) == change.present:
                return False
        elif now == change.new:
            return False
        elif now != change.old:
            raise StaleError(f"{change.key} of {change.table!r} was changed meanwhile")
        _make(self.data, change, _PLAIN)
        place = change.table, change.key
        if isinstance(change, Item) and change.present and "." not in change.key:  # by language: a table in one line
            if place in self._more:
                self._more[place].append(change.form)
                return True
            self._more[place] = []
        else:
            self._extend(place)
        _make(self._document, change, _STYLED)
        return True

    def _extend(self, place: tuple[str, str]) -> None:
        """Put into a list of the document what was added to it since its first new form."""
        table, key = place
        more = self._more.pop(place, None)
        if more is not None:
            owner: Any = self._document["concept"][table] if table else self._document
            forms = _extended(owner[key], more)
            if forms is not owner[key]:
                owner[key] = forms

    def dump(self) -> bytes:
        """The file.  Raises ``GlossaryError`` when it would not say what it should."""
        for place in tuple(self._more):
            self._extend(place)
        text = tomlkit.dumps(self._document)
        try:
            said = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            said = {}
        if _filled(said) != _filled(self.data):
            hint = 'write its concepts as tables, [concept."FORM"], and a comma behind each form of a list'
            raise GlossaryError("cannot be amended as it is laid out", hint=hint)
        self.data = said
        if self._crlf:
            text = text.replace("\n", "\r\n")
        return ((BOM if self._bom else "") + text).encode()


def _filled(data: Table) -> Table:
    """``data`` without lists and tables that are empty."""
    found = {key: _filled(value) if isinstance(value, dict) else value for key, value in data.items()}
    return {key: value for key, value in found.items() if value not in ([], {})}


class _Makers(NamedTuple):
    """What is made where a change needs something that is not there."""

    concepts: Callable[[], Any]
    concept: Callable[[], Any]
    languages: Callable[[], Any]
    forms: Callable[[], Any]


_PLAIN = _Makers(dict, dict, dict, list)
_STYLED = _Makers(lambda: tomlkit.table(is_super_table=True), tomlkit.table, tomlkit.inline_table, tomlkit.array)


def _make(document: Any, change: Change, make: _Makers) -> None:
    """Make a change in the plain data or in the document; what it empties goes."""
    outer = ["concept", change.table] if change.table else []
    outer += (keys := change.key.split("."))[:-1]
    tables, key = [document], keys[-1]
    for name, new in zip(outer, (make.concepts, make.concept, make.languages), strict=False):
        tables.append(_inner(tables[-1], name, new))
    if isinstance(change, Value):
        _put(tables[-1], key, change.new)
    elif change.present:
        _inner(tables[-1], key, make.forms).append(change.form)
        return
    else:
        tables[-1][key].remove(change.form)
    for table, name in reversed([*zip(tables, (*outer, key), strict=True)]):
        if name in table and _is_nothing(table[name]):
            del table[name]


def _extended(forms: items.Array, more: Sequence[str]) -> items.Array:
    """A list with more forms behind its last one, in the same layout; one too long for a line gets a line for each."""
    if len(more) < MANY:
        for form in more:
            forms.append(form)
    else:
        text = forms.as_string()
        last = tomlkit.item(str(forms[-1])).as_string()
        start = text.rindex(last)
        end = start + len(last)
        between = f",{text[len(text[:start].rstrip()) : start] or ' '}"
        added = between.join(tomlkit.item(form).as_string() for form in more)
        forms = cast("items.Array", tomlkit.value(f"{text[:end]}{between}{added}{text[end:]}"))
    text = forms.as_string()
    if len(text) > WIDTH and "\n" not in text:
        forms.multiline(multiline=True)
    return forms


def _is_nothing(found: Any) -> bool:
    """Is this list or table empty, without even a comment?"""
    if not isinstance(found, list | dict) or len(found):  # first: the text of a large table takes long
        return False
    return not isinstance(found, items.Item) or "#" not in found.as_string() + found.trivia.comment


def _inner(table: Any, key: str, make: Callable[[], Any]) -> Any:
    """What stands under a key, made where nothing does."""
    if key not in table:
        _put(table, key, make())
    return table[key]


def _put(table: Any, key: str, value: object) -> None:
    """Set a key, or remove it; a new one comes behind the last one, before the comments that lead to the next table."""
    if value is None:
        del table[key]
        return
    body = table.value.body if isinstance(table, items.Table) and not table.is_super_table() else []
    last = max((index for index, (name, _) in enumerate(body) if name is not None), default=len(body) - 1)
    trailing = body[last + 1 :] if key not in table else []
    del body[len(body) - len(trailing) :]
    table[key] = value
    body.extend(trailing)
