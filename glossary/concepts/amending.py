"""Write into ``decisions.toml`` what a person had imported: nothing else of the file changes, comments included."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from glossary.concepts.decisions_text import Change, DecisionsText, Item, Value
from glossary.errors import GlossaryError
from glossary.languages.english import fold_case

Key = Literal["accept", "prefer", "merge", "deprecated", "kind", "definition", "note", "translate", "admitted",
              "forbidden"]  # fmt: skip
_LISTS = frozenset({"merge", "deprecated", "admitted", "forbidden"})


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing to decide, whatever was decided before."""

    form: str
    """English form of the concept: the header of its table, or what is accepted."""
    key: Key
    value: str | bool
    """For *merge*, *deprecated*, *admitted* and *forbidden* a form to add to the list; for *accept* the form again."""
    language: str = ""
    """Of a rendering, as its catalog is named."""


def amended(data: bytes, amendments: Collection[Amendment], shown: str) -> bytes:
    """``decisions.toml`` with the amendments, in UTF-8; ``data`` is the file as it is, empty when there is none.

    A value that is there is replaced, a list gets what it lacks; existing tables are found under their form
    whatever its case.  What is already decided so changes no byte.  Raises ``GlossaryError`` that names the file
    ``shown`` when its layout does not let an amendment take its place.
    """
    if not amendments:
        return data
    try:
        file = DecisionsText(data)
        tables = {fold_case(form): form for form in reversed(file.data.get("concept", {}))}
        accepted = {fold_case(form) for form in file.data.get("accept", ())}
        changed = False
        for amendment in amendments:
            if amendment.key != "accept":
                table = tables.setdefault(fold_case(amendment.form), amendment.form)
                changed |= bool(file.apply(_changes(amendment, table, file)))
            elif fold_case(amendment.form) not in accepted:
                accepted.add(fold_case(amendment.form))
                changed |= bool(file.apply([Item("", "accept", str(amendment.value), present=True)]))
        return file.dump() if changed else data
    except GlossaryError as error:
        error.path = shown
        raise


def _changes(amendment: Amendment, table: str, file: DecisionsText) -> tuple[Change, ...]:
    """What an amendment changes in the table of its concept as it is."""
    key = f"{amendment.key}.{amendment.language}" if amendment.language else amendment.key
    found = file.value(table, key)
    if amendment.key not in _LISTS:
        return (Value(table, key, found, amendment.value),)
    form = str(amendment.value)
    if not amendment.language and fold_case(form) in map(fold_case, found or ()):
        return ()  # English forms are the same whatever their case; in renderings it may matter
    return (Item(table, key, form, present=True),)
