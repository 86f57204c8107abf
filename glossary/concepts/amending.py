"""Write into ``decisions.toml`` what a person had imported: nothing else of the file changes, comments included."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass
from itertools import chain
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
    _amend(document, list(amendments))
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


def _amend(document: tomlkit.TOMLDocument, amendments: Sequence[Amendment]) -> None:
    if accepted := [amendment.form for amendment in amendments if amendment.key == "accept"]:
        _add(document, "accept", accepted)
    concepts = _Concepts(document)
    for amendment in amendments:
        if amendment.key == "accept":
            continue
        table = concepts.table(amendment.form)
        if amendment.language:
            if amendment.key not in table:
                _put(table, amendment.key, tomlkit.inline_table())
            _add(table[amendment.key], amendment.language, [str(amendment.value)], exactly=True)
        elif amendment.key in _LISTS:
            _add(table, amendment.key, [str(amendment.value)])
        elif table.get(amendment.key) != amendment.value:
            _put(table, amendment.key, amendment.value)


def _add(table: MutableMapping[str, Any], key: str, forms: Iterable[str], *, exactly: bool = False) -> None:
    """Append to a list, made where there is none, what it lacks; a longer one gets a line for each form.

    English forms are the same whatever their case; ``exactly`` is for renderings, where case may matter.
    """
    if key not in table:
        _put(table, key, tomlkit.array())
    found = table[key]
    same = str if exactly else fold_case
    texts = [found] if isinstance(found, str) else list(found)
    known = set(map(same, map(str, texts)))
    fresh: dict[str, str] = {}
    for form in forms:
        if (folded := same(form)) not in known:
            fresh.setdefault(folded, form)
    new = list(fresh.values())
    if not new:
        return
    if isinstance(found, str):  # one rendering may stand without brackets
        table[key] = [found, *new]
        return
    if len(new) < LONG:
        for form in new:
            found.append(form)
    else:  # at once: each single append looks at the whole list
        ends = [*[tomlkit.ws(",\n    ")] * (len(new) - 1), tomlkit.ws(",")]
        found.add_line(*chain.from_iterable(zip(new, ends, strict=True)), add_comma=False)
    if len(texts) < LONG <= len(found) and not exactly:  # a table in one line has no room for more lines
        found.multiline(True)


def _put(table: MutableMapping[str, Any], key: str, value: object) -> None:
    """Set a key; a new one comes behind the last one, before the comments that lead to the next table."""
    body = table.value.body if isinstance(table, Table) else []
    last = max((index for index, (name, _) in enumerate(body) if name is not None), default=len(body) - 1)
    trailing = body[last + 1 :] if key not in table else []
    del body[len(body) - len(trailing) :]
    table[key] = value
    body.extend(trailing)


class _Concepts:
    """The tables ``[concept."FORM"]``, found by their form whatever its case."""

    def __init__(self, document: tomlkit.TOMLDocument) -> None:
        self.document = document
        self.keys = {fold_case(key): key for key in reversed([*document.get("concept", ())])}

    def table(self, form: str) -> MutableMapping[str, Any]:
        """The table of a concept, made when there is none."""
        if "concept" not in self.document:
            self.document.add("concept", tomlkit.table(is_super_table=True))
        concepts: MutableMapping[str, Any] = self.document["concept"]  # load_decisions has seen that it is a table
        key = self.keys.setdefault(fold_case(form), form)
        if key not in concepts:
            concepts[key] = tomlkit.table()
        table: MutableMapping[str, Any] = concepts[key]
        return table
