"""Names of no other system: English and other western ones, by a table of usual names and by spelling.

A name whose parts are all in the table is as good as the table; one with an unknown part is a guess from its spelling,
right less than half the time, and its confidence says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.expressions import expression
from glossary.suggestions.transcription.russian_latin import fold
from glossary.suggestions.transcription.tables import rows
from glossary.suggestions.transcription.western_spelling import hangul, kana, ukrainian

_TARGETS = {"ko": 0, "ja": 1, "uk": 2}
_WRITERS = {"ko": hangul, "ja": kana, "uk": ukrainian}
_JOINT = {"ko": " ", "ja": "・", "uk": " "}
_INITIALS = dict(zip("abcdefghijklmnopqrstuvwxyz",
                     "А Б К Д Е Ф Г Г І Дж К Л М Н О П К Р С Т У В В К Й З".split(), strict=True))  # fmt: skip
_SUFFIXES = {"jr": ("주니어", "ジュニア", "молодший"), "sr": ("시니어", "シニア", "старший"),
             "ii": ("2세", "2世", "II"), "iii": ("3세", "3世", "III")}  # fmt: skip
_INITIAL = expression(r"[A-Z]\.?")


@dataclass(frozen=True, slots=True)
class Guess:
    """A name in another script and whether the table of usual names knows all of its parts."""

    forms: tuple[str, ...]
    known: bool


@lru_cache(maxsize=1)
def usual() -> dict[tuple[str, str], tuple[str, str, str]]:
    """Spelling in lower case and part of the name (g, s, p) → Korean, Japanese, Ukrainian."""
    found = {}
    for spellings, part, *forms in rows("transcribe_western_names.tsv"):
        for spelling in spellings.split(","):
            for each in ("g", "s") if part == "b" else (part,):
                found[spelling, each] = (forms[0], forms[1], forms[2])
    return found


def person(name: str, target: str) -> Guess:
    """A person's name in the order of English; no forms where a part is no Latin word."""
    tokens = name.replace(",", "").split()
    words: list[Sequence[str]] = []
    known = True
    for place, token in enumerate(tokens):
        part = "s" if place == len(tokens) - 1 else "g"
        form = _known(token, part, target, alone=len(tokens) == 1)
        known = known and form is not None
        words.append((form,) if form is not None else _spelled(token, target))
    if not tokens or not all(words):
        return Guess((), known=False)
    best = _JOINT[target].join(word[0] for word in words)
    others = [_JOINT[target].join((*(word[0] for word in words[:-1]), form)) for form in words[-1][1:]]
    return Guess((best, *others), known)


def place(name: str, target: str) -> Guess:
    """A place's name by its spelling."""
    tokens = re.split(r"[ -]", name)
    words = [_spelled(token, target) for token in tokens]
    if not all(words):
        return Guess((), known=False)
    joint = {"ko": "", "ja": "・", "uk": "-" if len(tokens) > 1 else ""}[target]
    return Guess((joint.join(word[0] for word in words),), known=False)


def _known(token: str, part: str, target: str, *, alone: bool) -> str | None:
    """The rendering that is not guessed: of an initial, a suffix, a particle, a usual name."""
    column = _TARGETS[target]
    if _INITIAL.fullmatch(token) and part == "g":
        letter = token[0]
        return {"ko": f"{letter}.", "ja": letter, "uk": f"{_INITIALS[letter.lower()]}."}[target]
    latin = token.lower().rstrip(".")
    if latin in _SUFFIXES and part == "s" and not alone:
        return _SUFFIXES[latin][column]
    if "-" in token:
        parts = [_known(each, part, target, alone=False) for each in token.split("-")]
        return {"ko": " ", "ja": "＝", "uk": "-"}[target].join(filter(None, parts)) if all(parts) else None
    order = (part, "s", "g") if alone or part == "g" else (part,)
    for each in (*order, "p"):
        if (each == "p") != token.islower():
            continue
        found = usual().get((latin, each)) or usual().get((fold(token), each))
        if found is not None:
            return found[column]
    return None


def _spelled(token: str, target: str) -> tuple[str, ...]:
    """A word by its spelling; empty when it has other than Latin letters."""
    parts = [part for part in token.split("-") if part]
    forms = [_WRITERS[target](part) for part in parts]
    if not forms or not all(forms):
        return ()
    joint = {"ko": "", "ja": "＝", "uk": "-"}[target]
    return (joint.join(forms),)
