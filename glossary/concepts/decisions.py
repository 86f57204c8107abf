"""``locales/decisions.toml``: what the coordinator decided.  Written by people, never by ``build``.

::

    reject = ["passenger seat"]               # never list these
    accept = ["hybrid threat"]                # list these, found by a recognizer or not

    [concept."Kim Jong Un"]                   # any English form of the concept
    prefer = "Kim Jong Un"                    # the form that is the message
    merge = ["Chairman Kim"]                  # concepts or forms that are the same
    split = ["Kim"]                           # forms that are a concept of their own
    kind = "person"
    definition = "Leader of North Korea since 2011"
    note = "Family name first in every language"
    translate = false                         # keep the form as it is in all languages
    deprecated = ["Kim Jong-Eun"]             # forms that must not be used
    ko = "김정은"                              # the rendering to suggest first, by language; or a list of them
    admitted.ko = ["김정은 위원장"]           # renderings that may be used beside the approved one
    forbidden.ko = ["김종은"]                 # renderings that must not be used
    ignore = ["T301"]                         # rules of ``glossary check`` that do not hold for it
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from glossary.errors import SettingsError
from glossary.expressions import expression
from glossary.model import KINDS, Kind
from glossary.settings import line_of, read_toml


@dataclass(frozen=True, slots=True)
class ConceptDecision:
    """One ``[concept."FORM"]`` table."""

    form: str
    line: int
    """1-based line of the table's header."""
    prefer: str = ""
    merge: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    kind: Kind | None = None
    definition: str = ""
    note: str = ""
    translate: bool = True
    deprecated: tuple[str, ...] = ()
    renderings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language → what to suggest before anything else."""
    admitted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language → renderings that may be used beside the approved one."""
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language → renderings that must not be used."""
    ignore: tuple[str, ...] = ()
    """Codes of rules, or their beginnings."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """All of ``decisions.toml``; without the file, nothing is decided."""

    path: str = "decisions.toml"
    reject: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    concepts: tuple[ConceptDecision, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """Rejected or accepted form → 1-based line."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """Forms that the recognizers must look for in the documents whatever they look like."""
        merged = (form for decision in self.concepts for form in (decision.form, *decision.merge, decision.prefer))
        return tuple(sorted({form for form in (*self.accept, *merged) if form}))

    @property
    def splits(self) -> bool:
        """Whether a form is split off anywhere, which no recognizer sees."""
        return any(decision.split for decision in self.concepts)


_LISTS = ("merge", "split", "deprecated", "ignore")
_BY_LANGUAGE = ("admitted", "forbidden")
_TEXTS = ("prefer", "definition", "note")
_LANGUAGE = expression(r"[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*")
_HINTS = {
    "": "the keys are prefer, merge, split, kind, definition, note, translate, deprecated, ignore, admitted.LANGUAGE, "
    "forbidden.LANGUAGE and languages",
    "kind": f"the kinds are {', '.join(KINDS)}",
    "translate": "write true or false",
    "prefer": 'write a form, prefer = "form"',
    "definition": 'write a text, definition = "text"',
    "note": 'write a text, note = "text"',
}
"""Key of a concept → what to write; the empty one for unknown keys."""


def load_decisions(path: Path, shown: str = "") -> Decisions:
    """Read ``decisions.toml``; ``shown`` is its path as messages should name it.

    Raises ``SettingsError`` with file and line for broken TOML, an unknown key, an unknown kind or a value
    of the wrong type: nothing is guessed, and the build stops before it writes.
    """
    shown = shown or str(path)
    if not os.path.lexists(path):
        return Decisions(path=shown)
    try:
        return _decisions(path, shown)
    except SettingsError as error:
        error.path = shown
        raise


def _decisions(path: Path, shown: str) -> Decisions:
    table = read_toml(path)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for key in table:
        if key not in ("reject", "accept", "concept"):
            raise _wrong(path, key, f"unknown key {key!r}", 'the keys are accept, reject and [concept."FORM"]')
    reject, accept = (_list(table.get(key, []), path, key) for key in ("reject", "accept"))
    concepts = table.get("concept", {})
    if not isinstance(concepts, dict):
        raise _wrong(path, "concept", "concept is not a table", 'write [concept."FORM"]')
    headers = _first_lines(lines, _HEADER)
    decided = tuple(_concept(form, values, path, lines, headers) for form, values in concepts.items())
    quoted = _first_lines(lines, _QUOTED)
    where = {form: quoted.get(form) or _line_with(lines, form) for form in (*reject, *accept)}
    return Decisions(shown, reject, accept, decided, where)


_HEADER = expression(r"""^\s*\[\s*concept\s*\.\s*(?:"([^"\\]*)"|'([^']*)'|([\w-]+))\s*\]""")
"""The header of a concept's table; its form stands in one of the groups."""
_QUOTED = expression(r""""([^"\\]*)"|'([^']*)'""")
"""A string without escapes."""


def _first_lines(lines: list[str], pattern: re.Pattern[str]) -> dict[str, int]:
    """What the groups of ``pattern`` match → the first line where they do, 1-based: of 100,000 forms in one pass."""
    found: dict[str, int] = {}
    for number, text in enumerate(lines, 1):
        for match in pattern.finditer(text):
            found.setdefault(next(filter(None, match.groups()), ""), number)
    return found


def _concept(form: str, values: Any, path: Path, lines: list[str], headers: Mapping[str, int]) -> ConceptDecision:
    line = headers.get(form) or next(
        (n for n, text in enumerate(lines, 1) if text.lstrip().startswith("[concept") and form in text), 1
    )
    if not isinstance(values, dict) or not _is_form(form):
        raise SettingsError(
            f"concept {form!r} is not a table", path=str(path), line=line, hint='write [concept."FORM"]'
        )
    found: dict[str, Any] = {}
    for key, value in values.items():
        at = next((n for n in range(line, len(lines) + 1) if lines[n - 1].lstrip().startswith(key)), line)
        if key in _LISTS:
            found[key] = _list(value, path, key, at)
        elif key in _BY_LANGUAGE and isinstance(value, dict):
            found[key] = {language: _list(forms, path, f"{key}.{language}", at) for language, forms in value.items()}
        elif key in _TEXTS and isinstance(value, str) and (key != "prefer" or _is_form(value)):
            found[key] = " ".join(value.split())
        elif (key == "kind" and value in KINDS) or (key == "translate" and isinstance(value, bool)):
            found[key] = value
        elif _LANGUAGE.fullmatch(key):
            texts = _list([value] if isinstance(value, str) else value, path, key, at)
            found.setdefault("renderings", {})[key.replace("-", "_")] = texts
        else:
            known = key in (*_TEXTS, *_BY_LANGUAGE, "kind", "translate")
            message = f"{key} = {value!r} is not allowed" if known else f"unknown key {key!r}"
            raise SettingsError(message, path=str(path), line=at, hint=_HINTS.get(key, _HINTS[""]))
    return ConceptDecision(form, line, **found)


def _is_form(value: Any) -> bool:
    return isinstance(value, str) and any(char.isalnum() for char in value)


def _list(value: Any, path: Path, key: str, line: int = 0) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(map(_is_form, value)):
        raise SettingsError(
            f"{key} is not a list of forms",
            path=str(path),
            line=line or line_of(path, key),
            hint=f'write {key} = ["form"]',
        )
    return tuple(" ".join(item.split()) for item in value)


def _line_with(lines: list[str], form: str) -> int:
    return next((number for number, text in enumerate(lines, 1) if form in text), 1)


def _wrong(path: Path, key: str, message: str, hint: str) -> SettingsError:
    return SettingsError(message, path=str(path), line=line_of(path, key), hint=hint)
