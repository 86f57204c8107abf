"""Rules T402, T403 and G303: letters of another script that look alike, and apostrophes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from glossary.checks.finding import about
from glossary.expressions import expression
from glossary.languages.masking import mask
from glossary.model import Finding, Severity, Span
from glossary.units import CatalogFile

_LATIN = "aceiopxyABCEHIKMOPTXYïÏ"
_CYRILLIC = "асеіорхуАВСЕНІКМОРТХУїЇ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
"""Letters of the two scripts that look the same in most typefaces (Unicode Technical Standard 39, confusables)."""
_MIXED = expression(r"[A-Za-zïÏ]+[Ѐ-ԯ][A-Za-zïÏЀ-ԯ]*|[Ѐ-ԯ]+[A-Za-zïÏ][A-Za-zïÏЀ-ԯ]*")
_CYRILLIC_CLOSE = expression(r"[A-Za-zïÏ](?:[Ѐ-ԯ]|(?<=[Ѐ-ԯ].)|(?<=[ ,].)(?= ))")
_KATAKANA_CLOSE = expression(r"[一二口工力夕卜八三千](?<=[ァ-ヺー].)")
"""Asked first: in a text without them there is nothing to find."""
_LONE = expression(r"(?<=[а-яіїєґ][ ,] )[aiyocAIYOC](?= [а-яіїєґ])|(?<=[а-яіїєґ] )[aiyocAIYOC](?= [а-яіїєґ])")
_KATAKANA_LIKE = expression(r"(?<=[ァ-ヺー])[一二口工力夕卜八三千](?=[ァ-ヺー])")
_KATAKANA = str.maketrans("一二口工力夕卜八三千", "ーニロエカタトハミチ")
"""Kanji that look like a letter of katakana: between two letters of katakana they are slips of input or scanning."""


def lookalikes(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Each part of a text with a letter of another script that looks like the right one, and the right spelling."""
    code = language[:2]
    if code in ("uk", "ru", "be", "bg"):
        for match in _MIXED.finditer(text):
            fixed = _one_script(match[0])
            if fixed:
                yield match.span(), fixed
        for match in _LONE.finditer(text):
            yield match.span(), match[0].translate(_TO_CYRILLIC)
    elif code == "ja":
        for match in _KATAKANA_LIKE.finditer(text):
            yield match.span(), match[0].translate(_KATAKANA)


def _one_script(word: str) -> str:
    """A word of two scripts in the one that most of its letters have; empty when it is rightly mixed (``PDFи``)."""
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    whole_cyrillic, whole_latin = not re.search("[A-Za-z]", cyrillic), latin.isascii()
    if whole_cyrillic and whole_latin:
        count = sum(letter > "\u02ff" for letter in word)
        return cyrillic if 2 * count >= len(word) else latin
    return cyrillic if whole_cyrillic else latin if whole_latin else ""


def mixed_script(file: CatalogFile) -> Iterator[Finding]:
    """T402: a Latin letter in a Cyrillic word or the other way round; a kanji in katakana that looks like a letter."""
    if file.language[:2] not in ("uk", "ru", "be", "bg", "ja"):
        return
    close = _KATAKANA_CLOSE if file.language[:2] == "ja" else _CYRILLIC_CLOSE
    for translation in file.at(file.texts.matching(close)):
        if next(lookalikes(translation.text, file.language), None) is None:
            continue
        for (start, end), fixed in lookalikes(mask(translation.text), file.language):
            written = translation.text[start:end]
            if written in translation.source or (end - start == 1 and re.search(rf"\b{written}\b", translation.source)):
                continue
            names = ", ".join(sorted({_name(a) for a, b in zip(written, fixed, strict=True) if a != b}))
            message = f"“{written}” has letters of two scripts ({names})"
            yield about("T402", file, translation, message, mark=(start, end), expected=fixed, fix=fixed)


def _name(letter: str) -> str:
    script = "Latin" if letter < "\u0300" else "Cyrillic" if letter < "\u0530" else "kanji"
    return f"{script} {letter}"


_APOSTROPHE = expression(r"['’ʼ`‘′´\"*](?=[яюєїЯЮЄЇ])(?<=[бвгґджзклмнпрстфхцчшщБВГҐДЖЗКЛМНПРСТФХЦЧШЩ].)")
_USUAL = frozenset("'’ʼ")


def apostrophes(file: CatalogFile) -> Iterator[Finding]:
    """T403: an apostrophe in a Ukrainian word that is none, or another one than most words of the file have."""
    if file.language[:2] != "uk":
        return
    rows = file.texts.matching(_APOSTROPHE)
    found = [(item, match) for item in file.at(rows) for match in _APOSTROPHE.finditer(item.text)]
    counts = Counter[str]()
    for translation, match in found:
        if match[0] in _USUAL:
            counts[match[0]] += file.times(translation.unit)
    style = counts.most_common(1)[0][0] if counts else "’"
    for translation, match in found:
        if match[0] != style:
            message = f"apostrophe {match[0]} where the file mostly has {style}"
            if match[0] not in _USUAL:
                message = f"{match[0]} is no apostrophe"
            severity: Severity | None = None if match[0] not in _USUAL else "info"
            yield about("T403", file, translation, message, mark=match.span(), expected=style, fix=style,
                        severity=severity)  # fmt: skip
