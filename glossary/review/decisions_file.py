"""Changes of ``decisions.toml`` that keep everything else in it: comments, order, spacing, line ends.

A change is small and says what it expects, so that it can be made again on a file that someone else has changed
meanwhile, and undone.  What is to be written is read back and compared with what was meant, so that no layout of the
file, however unusual, leads to a wrong one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import tomlkit
from tomlkit.items import Array

from glossary.errors import GlossaryError

BOM = "\ufeff"
WIDTH = 100
"""Columns of a list in one line; a longer one gets a line for each item."""
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A form is to be in a list, or not."""

    table: str
    """The form that names a ``[concept."FORM"]`` table; empty for the lists at the top of the file."""
    key: str
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
    old: str | None
    """What it must be now; None: nothing."""
    new: str | None
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
            self.bom, self.crlf = text.startswith(BOM), 0 < text.count("\r\n") == text.count("\n")
            plain = text.removeprefix(BOM)
            plain = plain.replace("\r\n", "\n") if self.crlf else plain
            self.data: Table = tomllib.loads(plain)
            self._document = tomlkit.parse(plain)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, tomlkit.exceptions.TOMLKitError) as error:
            raise GlossaryError(f"cannot be read: {error}") from None

    def apply(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Make the changes and give those that were not so already.

        Raises ``StaleError`` for a value that is not what it is expected to be.  After an exception this
        object is not to be used any longer.
        """
        return tuple(change for change in changes if self._apply(change))

    def _apply(self, change: Change) -> bool:
        owner = self.data.get("concept", {}).get(change.table, {}) if change.table else self.data
        if isinstance(change, Item):
            if (change.form in owner.get(change.key, ())) == change.present:
                return False
            _set_item(_plain_table(self.data, change.table), change)
            _set_item(_table(self._document, change.table), change)
        else:
            if owner.get(change.key) == change.new:
                return False
            if owner.get(change.key) != change.old:
                raise StaleError(f"{change.key} of {change.table!r} was changed meanwhile")
            _set_value(_plain_table(self.data, change.table), change)
            _set_value(_table(self._document, change.table), change)
        return True

    def dump(self) -> bytes:
        """The file.  Raises ``GlossaryError`` when it would not say what it should."""
        _prune(self._document)
        text = tomlkit.dumps(self._document)
        try:
            said = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            said = {}
        if _filled(said) != _filled(self.data):
            raise GlossaryError(
                "is laid out in a way that this page cannot change",
                hint='write the lists first and then one [concept."FORM"] table for each concept',
            )
        self.data = said
        if self.crlf:
            text = text.replace("\n", "\r\n")
        return ((BOM if self.bom else "") + text).encode()


def _filled(data: Table) -> Table:
    """``data`` without lists and tables that are empty."""
    found = {key: _filled(value) if isinstance(value, dict) else value for key, value in data.items()}
    return {key: value for key, value in found.items() if value not in ([], {})}


def _plain_table(data: Table, form: str) -> Table:
    table: Table = data.setdefault("concept", {}).setdefault(form, {}) if form else data
    return table


def _table(document: tomlkit.TOMLDocument, form: str) -> Any:
    """The table of a concept, made where there is none; the whole document when no concept is named."""
    if not form:
        return document
    if "concept" not in document:
        document["concept"] = tomlkit.table(is_super_table=True)
    concepts: Any = document["concept"]
    if form not in concepts:
        concepts[form] = tomlkit.table()
    return concepts[form]


def _set_item(table: Any, change: Item) -> None:
    if not change.present:
        table[change.key].remove(change.form)
        return
    if change.key not in table:
        table[change.key] = _list()
    table[change.key].append(change.form)
    found = table[change.key]
    if isinstance(found, Array) and "\n" not in found.as_string() and len(found.as_string()) > WIDTH:
        found.multiline(multiline=True)


def _set_value(table: Any, change: Value) -> None:
    if change.new is None:
        del table[change.key]
    else:
        table[change.key] = change.new


def _list() -> Array:
    """A new list with a line for each item."""
    array = tomlkit.array()
    array.multiline(multiline=True)
    return array


def _prune(document: Any) -> None:
    """Remove what is empty: lists, then tables of concepts, then the table of these; what has a comment stays."""
    concepts: Any = document.get("concept", {})
    for table in (document, *(concepts[form] for form in concepts)):
        for key in [key for key in ("accept", "reject", "merge", "split", "deprecated") if table.get(key) == []]:
            if "#" not in table[key].as_string() + table[key].trivia.comment:
                del table[key]
    for form in [form for form in concepts if not concepts[form] and "#" not in concepts[form].as_string()]:
        del concepts[form]
    if "concept" in document and not concepts:
        del document["concept"]
