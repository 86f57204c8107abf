"""Russian and Ukrainian names in Latin letters, written in Ukrainian, Korean and Japanese by way of their Cyrillic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from glossary.expressions import expression
from glossary.suggestions.transcription import (
    cyrillic_hangul,
    cyrillic_kana,
    russian_latin,
    russian_ukrainian,
    ukrainian_latin,
)
from glossary.suggestions.transcription.tables import rows

_CHOICES = 4
"""Readings of one word that are tried; later ones are hardly ever right."""
_JOINTS = {"on-don": "na-donu", "on-amur": "na-amure", "on-amure": "na-amure"}
"""English in Russian place names."""
_SMALL = frozenset(("на", "над", "під", "де"))
"""Words inside Ukrainian place names that keep their small letter."""
_LOCATIVE = {"амуре": ("амурі",), "дону": ("дону",)}
_PATRONYMIC = expression(r"(?:[oe]vich|[oe]vych|[oiey]vna|ich)$")


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name with its renderings."""

    cyrillic: str
    uk: str
    ko: str
    ja: str


@lru_cache(maxsize=1)
def given_names() -> dict[tuple[str, str], GivenName]:
    """Latin spelling in lower case and language ("ru", "uk") → name."""
    return {
        (latin, language): GivenName(cyrillic, ukrainian, korean, japanese)
        for spellings, language, cyrillic, ukrainian, korean, japanese in rows("transcribe_slavic_names.tsv")
        for latin in spellings.split(",")
    }


def person(name: str, language: str, target: str) -> tuple[str, ...]:
    """A person's name, best first; ``language`` is "ru" or "uk"; empty when a word cannot be read."""
    tokens = name.split()
    if not 1 <= len(tokens) <= 3:
        return ()
    words = [_family(token, language, target) for token in tokens]
    for place, token in enumerate(tokens[:-1]):
        known = _given(token, language)
        if known is not None:
            words[place] = (getattr(known, target),)
        elif place and _PATRONYMIC.search(token):
            words[place] = _patronymic(token, tokens[0], language, target) or words[place]
    return combined(words, "・" if target == "ja" else " ")


def place(name: str, language: str, target: str) -> tuple[str, ...]:
    """A place's name, best first; empty when a word cannot be read."""
    for english, own in _JOINTS.items():
        name = re.sub(rf"-{english}$", f"-{own}", name, flags=re.IGNORECASE)
    tokens = re.split(r"[ -]", name)
    joint = {"ko": "", "ja": "・", "uk": "-" if "-" in name else " "}[target]
    words = [_word(token, language, target, is_place=True) for token in tokens]
    return tuple(_small(form) for form in combined(words, joint))


def combined(words: Sequence[Sequence[str]], joint: str) -> tuple[str, ...]:
    """The readings of several words as readings of the whole: those of least ranks in sum first.

    >>> combined([("а", "б"), ("в",)], " ")
    ('а в', 'б в')
    """
    if not all(words):
        return ()
    ranks = sorted(product(*(range(len(word[:_CHOICES])) for word in words)), key=lambda choice: (sum(choice), choice))
    return tuple(joint.join(word[rank] for word, rank in zip(words, choice, strict=True)) for choice in ranks[:12])


def _small(form: str) -> str:
    return re.sub(
        r"(?<=[- ])\w+(?=[- ])", lambda match: match[0].lower() if match[0].lower() in _SMALL else match[0], form
    )


def _given(token: str, language: str) -> GivenName | None:
    """The given name of that spelling: of the language itself, or else of the other one."""
    names, latin = given_names(), russian_latin.fold(token)
    return names.get((latin, language)) or names.get((latin, "uk" if language == "ru" else "ru"))


def _family(token: str, language: str, target: str) -> tuple[str, ...]:
    """A family name, which may be double."""
    parts = [_word(part, language, target, is_place=False) for part in token.split("-")]
    return combined(parts, {"ko": "", "ja": "＝", "uk": "-"}[target]) if len(parts) > 1 else parts[0]


def _word(token: str, language: str, target: str, *, is_place: bool) -> tuple[str, ...]:
    """One word."""
    readings = ukrainian_latin.readings(token) if language == "uk" else russian_latin.readings(token, place=is_place)
    if target == "ko":
        forms = [cyrillic_hangul.write(reading, language) for reading in readings]
    elif target == "ja":
        press = (False, True) if is_place else (True, False)
        forms = [cyrillic_kana.write(reading, language, press=each) for reading in readings for each in press]
    elif language == "uk":
        forms = [reading.capitalize() for reading in readings]
    else:
        forms = [
            form.capitalize()
            for reading in readings[:_CHOICES]
            for form in _LOCATIVE.get(reading) or russian_ukrainian.rewrite(reading, place=is_place)
        ]
    return tuple(dict.fromkeys(forms))


def _patronymic(token: str, given: str, language: str, target: str) -> tuple[str, ...]:
    """A patronymic, in Ukrainian after the father's Ukrainian name; empty where that is not known."""
    father = _given(_PATRONYMIC.sub("", russian_latin.fold(token)) or given, language)
    if father is None or target != "uk":
        return ()
    stem = father.uk.removesuffix("й").removesuffix("о").removesuffix("ь")
    joint = "й" if father.uk.endswith("й") else ""
    return (stem + joint + ("івна" if token.endswith("a") else "ович"),)
