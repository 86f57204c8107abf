"""Renderings in translations: one matcher for a rendering and a language."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from functools import lru_cache
from types import ModuleType
from typing import NamedTuple

from glossary.expressions import expression
from glossary.languages.folding import TEXTS_KEPT, Folded, fold
from glossary.languages.patterns import is_pattern, pattern_matcher
from glossary.languages.uses import Matcher, Use

LANGUAGES: Mapping[str, str] = {"uk": "ukrainian", "ko": "korean", "ja": "japanese"}
"""Languages whose grammar is known, by the first part of their BCP 47 tag; the module with its ``matcher`` is loaded
for the first rendering in it."""
MATCHERS_KEPT = 16_384
"""Renderings of the terms that one run meets; each matcher takes up to ten kilobytes."""
_SPACE = {**{ord(mark): " " for mark in "\t\n\r\u00a0\u2007\u2009\u202f"}, ord("’"): "'", ord("ς"): "σ"}
_MORE_SPACE = expression(r"(?<=\s)\s|\u00ad")
_OPEN_SCRIPTS = expression(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u309f\u3400-\u9fff]")
"""Scripts written without spaces (Thai, Lao, Burmese, Khmer, hiragana, Han): their letters have no word edges."""


@lru_cache(maxsize=TEXTS_KEPT)
def _folded(text: str) -> Folded:
    return fold(text, "NFC", _SPACE, _MORE_SPACE)


class WholeWords(NamedTuple):
    """A matcher for any language: whole words, whatever their case and Unicode form."""

    rendering: str
    """Folded, lower case."""
    written: str
    """Folded, case as written."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses, in the order of the text."""
        folded = _folded(text)
        found: list[Use] = []
        at = folded.text.find(self.rendering) if self.rendering else -1
        while at >= 0:
            end = at + len(self.rendering)
            whole = _edge(folded.text, at) and _edge(folded.text, end)
            if whole:
                found.append(Use(*folded.span(at, end), "exact"))
            at = folded.text.find(self.rendering, end if whole else at + 1)
        return tuple(found)


def _edge(text: str, at: int) -> bool:
    """Whether a word starts or ends at ``at``."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    return not (before.isalnum() and after.isalnum()) or bool(_OPEN_SCRIPTS.match(before) or _OPEN_SCRIPTS.match(after))


def _whole_words(rendering: str) -> WholeWords:
    folded = _folded(rendering.strip())
    return WholeWords(folded.text, folded.cased)


@lru_cache(maxsize=20)
def _grammar(language: str) -> ModuleType | None:
    """The module with the rules of a language, loaded when it is first asked for."""
    code = re.split("[-_@.]", language, maxsplit=1)[0].lower()
    return importlib.import_module(f"glossary.languages.{LANGUAGES[code]}") if code in LANGUAGES else None


@lru_cache(maxsize=MATCHERS_KEPT)
def matcher_for(rendering: str, language: str) -> Matcher:
    """The matcher of a rendering in a language (BCP 47 or a catalog's ``uk_UA``), made once and kept.

    ``стандартн|а`` and ``Зеленськ*`` are read as patterns.  A language without rules of its own gets
    whole-word matching under NFC and case folding.
    """
    grammar = _grammar(language)
    if is_pattern(rendering):
        return pattern_matcher(rendering, getattr(grammar, "fold_ukrainian", _folded))
    if grammar and any(map(str.isalnum, rendering)):
        matcher: Matcher = grammar.matcher(rendering)
        return matcher
    return _whole_words(rendering)
