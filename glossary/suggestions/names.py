"""Persons' names from their parts: given names as newsrooms write them, Wikidata's names in other scripts, English
pronunciation.

For names of Western origin; who is Korean, Japanese, Chinese, Russian or Ukrainian is transcribed by rule instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from glossary import data
from glossary.expressions import expression
from glossary.suggestions import confidence
from glossary.suggestions.query import Query, Rendering, Resources
from glossary.suggestions.transcribed import origin

_LANGUAGES = ("ko", "ja", "uk")
_INITIAL = expression(r"[A-Z]\.?")
_SUFFIX = expression(r",? (?:Jr|Sr|II|III)\.?$")
_JOINED = {"ko": (" ", ""), "ja": ("・", ""), "uk": (" ", "-")}
"""What stands between names, and for a hyphen in one."""
_CYRILLIC_INITIAL = dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "А Б К Д Е Ф Г Г І Дж К Л М Н О П К Р С Т У В В К Й З".split(), strict=True)
)
_MARKS = {"": "Wikidata", "~": "Wikidata, one of several", "*": "CMUdict by rule", "!": "table of given names"}


class Part(NamedTuple):
    """A name in a target language."""

    form: str
    mark: str
    """Key of ``_MARKS``."""


@lru_cache(maxsize=1)
def _given() -> Mapping[str, Sequence[str]]:
    """Given name → its forms in ko, ja, uk."""
    return {english: forms for english, *forms in data.rows("given_names.tsv")}


def _part(name: str, language: str) -> Part | None:
    """One name without space or hyphen; the table of given names knows best."""
    column = _LANGUAGES.index(language)
    if name in _given():
        return Part(_given()[name][column], "!")
    found = data.find("name_parts.tsv", name.casefold())
    cell = found[0][1 + column] if found else ""
    if not cell:
        return None
    mark = cell[0] if cell[0] in "~*" else ""
    return Part(cell.removeprefix(mark) if mark else cell, mark)


def from_names(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """A person's name put together from its parts, if all of them are known."""
    if language not in _LANGUAGES or not _looks_personal(query.form, query.kind):
        return
    if origin(query):
        return
    trust, rule = (1.0 if query.kind == "person" else confidence.UNKNOWN_KIND), False
    shown: dict[str, None] = {}
    words = []
    for word in _SUFFIX.sub("", query.form).split():
        if _INITIAL.fullmatch(word):
            words.append(_initial(word[0], language))
            continue
        pieces = []
        for piece in word.split("-"):
            part = _part(piece, language)
            if part is None:
                return
            pieces.append(part.form)
            trust *= confidence.NAME_PART[part.mark][language]
            rule = rule or part.mark == "*"
            shown[_MARKS[part.mark]] = None
        words.append(_JOINED[language][1].join(pieces))
    yield Rendering(_JOINED[language][0].join(words), trust, f"name parts: {', '.join(shown)}", rule, "person")


@lru_cache(maxsize=20_000)
def _looks_personal(form: str, kind: str | None) -> bool:
    """A person's name as far as letters tell; one that is known as no person must start with a given name.

    Recognizers take persons for organizations and places more often than companies are called like persons.
    """
    words = _SUFFIX.sub("", form).split()
    if not words or not all(re.fullmatch(r"[A-Z][A-Za-z]*(?:-[A-Z][a-z]+)*\.?", word) for word in words):
        return False
    if kind == "person":
        return len(words) <= 4 and not _INITIAL.fullmatch(words[-1])
    return 2 <= len(words) <= 3 and words[0] in _given() and not _INITIAL.fullmatch(words[-1])


def _initial(letter: str, language: str) -> str:
    return {"ko": f"{letter}.", "ja": letter, "uk": f"{_CYRILLIC_INITIAL[letter]}."}[language]
