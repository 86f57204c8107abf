"""Names written in another script by rule: which rules apply is decided from evidence, or not at all."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from glossary.expressions import expression
from glossary.suggestions import confidence
from glossary.suggestions.nouns import is_noun
from glossary.suggestions.query import Query, Rendering, Resources

_LANGUAGES = ("ko", "ja", "uk")
_KINDS = frozenset({"person", "place"})
_PERSONAL = expression(r"[A-Z][\w’'.-]*(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]*){1,3}")
"""Two to four capitalized words, a particle among them: what a person's name looks like."""


@lru_cache(maxsize=1)
def _rules() -> ModuleType:
    """The transcription room, loaded when the first name needs it."""
    return importlib.import_module("glossary.suggestions.transcription")


def origin(query: Query) -> str:
    """Language that a person's or place's name comes from (ko, ja, zh, ru, uk); empty when undecided."""
    return _decided(query.form, query.kind or "", query.countries)[0]


@lru_cache(maxsize=20_000)
def _decided(name: str, kind: str, countries: tuple[str, ...]) -> tuple[str, str, str]:
    """Origin, evidence, kind; of a name of unknown kind whichever of person and place has evidence."""
    for assumed in (kind,) if kind else ("person", "place"):
        if assumed in _KINDS:
            found, evidence = _rules().origin_of(name, assumed, countries)
            if found:
                return found, evidence, assumed
    return "", "", kind


def _personal(form: str) -> bool:
    """It looks like a person's name, and does not end in an everyday noun like "Seoul Metropolitan Government"."""
    return bool(_PERSONAL.fullmatch(form)) and not is_noun(form.rpartition(" ")[2])


def from_transcription(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """Transcriptions of persons' and places' names, each with the system that made it and why that one.

    A person of undecided origin is read as a western name; a place of undecided origin is not read at all, because
    three of four such readings are wrong.
    """
    if language not in _LANGUAGES or query.kind not in (None, *_KINDS) or not query.form[:1].isupper():
        return
    source, evidence, kind = _decided(query.form, query.kind or "", query.countries)
    if not source:
        if query.kind == "place" or not (query.kind or _personal(query.form)):
            return
        kind, evidence = "person", ""
    factor = 1.0 if query.kind else confidence.UNKNOWN_KIND
    for found in _rules().transcribe(query.form, kind, source, language):
        reason = f"{found.system}; {evidence}" if evidence else found.system
        yield Rendering(found.form, factor * found.confidence, reason, True, kind)
