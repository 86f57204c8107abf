"""Write into ``decisions.toml`` what a person had imported: nothing else of the file changes, comments included."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any, Literal

import tomlkit
from tomlkit.items import Table

from glossary.errors import GlossaryError
from glossary.languages.english import fold_case

Key = Literal["accept", "prefer", "merge", "deprecated", "kind", "definition", "note", "translate", "admitted",
              "forbidden"]  # fmt: skip
_LISTS = frozenset({"merge", "deprecated"})
LONG = 5
"""Forms in a list from which each has a line of its own: about as many as a line of 100 characters holds."""
_BOM = "\N{BYTE ORDER MARK}"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing to decide."""

    form: str
    """English form of the concept: the header of its table, or what is accepted."""
    key: Key
    value: str | bool
    """For *merge*, *deprecated*, *admitted* and *forbidden* a form to add to the list; for *accept* the form again."""
    language: str = ""
    """Of a rendering, as its catalog is named."""


def amended(data: bytes, amendments: Iterable[Amendment], shown: str) -> bytes:
    """``decisions.toml`` with the amendments, in UTF-8; ``data`` is the file as it is, empty when there is none.

    A value that is there is replaced, a list gets what it lacks; existing tables are found under their form
    whatever its case.  What is already decided so changes no byte.  Raises ``GlossaryError`` that names the file
    ``shown`` when its layout does not let an amendment take its place.
    """
    text = data.decode("utf-8-sig")
    document = tomlkit.parse(text.replace("\r\n", "\n"))
    for amendment in amendments:
        _amend(document, amendment)
    new = tomlkit.dumps(document)
    if not _says(new, document.unwrap()):
        hint = 'write its concepts as tables, [concept."FORM"]'
        raise GlossaryError("cannot be amended as it is laid out", path=shown, hint=hint)
    if "\r\n" in text:
        new = new.replace("\n", "\r\n")
    return ((_BOM if data.startswith(_BOM.encode()) else "") + new).encode()


def _says(text: str, table: object) -> bool:
    """Does ``text`` hold what it is meant to hold, with every key in its place?"""
    try:
        return tomllib.loads(text) == table
    except tomllib.TOMLDecodeError:
        return False


def _amend(document: tomlkit.TOMLDocument, amendment: Amendment) -> None:
    if amendment.key == "accept":
        _add(document, amendment.key, amendment.form)
        return
    table = _table(document, amendment.form)
    if amendment.language:
        if amendment.key not in table:
            _put(table, amendment.key, tomlkit.inline_table())
        _add(table[amendment.key], amendment.language, str(amendment.value), exactly=True)
    elif amendment.key in _LISTS:
        _add(table, amendment.key, str(amendment.value))
    elif table.get(amendment.key) != amendment.value:
        _put(table, amendment.key, amendment.value)


def _add(table: MutableMapping[str, Any], key: str, form: str, *, exactly: bool = False) -> None:
    """Append to a list, made where there is none, what it lacks; a longer one gets a line for each form.

    English forms are the same whatever their case; ``exactly`` is for renderings, where case may matter.
    """
    if key not in table:
        _put(table, key, tomlkit.array())
    found = table[key]
    same = str if exactly else fold_case
    texts = [found] if isinstance(found, str) else list(found)
    if same(form) in map(same, map(str, texts)):
        return
    if isinstance(found, str):  # one rendering may stand without brackets
        table[key] = [found, form]
        return
    found.append(form)
    if len(found) == LONG and not exactly:  # a table in one line has no room for more lines
        found.multiline(True)


def _put(table: MutableMapping[str, Any], key: str, value: object) -> None:
    """Set a key; a new one comes behind the last one, before the comments that lead to the next table."""
    body = table.value.body if isinstance(table, Table) else []
    last = max((index for index, (name, _) in enumerate(body) if name is not None), default=len(body) - 1)
    trailing = body[last + 1 :] if key not in table else []
    del body[len(body) - len(trailing) :]
    table[key] = value
    body.extend(trailing)


def _table(document: tomlkit.TOMLDocument, form: str) -> MutableMapping[str, Any]:
    """The table ``[concept."FORM"]``, made when there is none."""
    if "concept" not in document:
        document.add("concept", tomlkit.table(is_super_table=True))
    concepts: MutableMapping[str, Any] = document["concept"]  # load_decisions has seen to it that it is a table
    key = next((key for key in concepts if fold_case(key) == fold_case(form)), form)
    if key not in concepts:
        concepts[key] = tomlkit.table()
    table: MutableMapping[str, Any] = concepts[key]
    return table
