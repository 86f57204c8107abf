"""What stays in Latin letters: abbreviations and designations that no source knows ("LSU", "F-16")."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.expressions import expression
from glossary.suggestions.query import Query, Rendering, Resources

_ABBREVIATION = expression(r"(?=.*[A-Z])[A-Z]{1,6}(?:-?\d{1,4}[A-Z]{0,3})?")
_KINDS = frozenset({"abbreviation", "organization", "document", "event", "term"})
KEPT = {"ko": 0.72, "ja": 0.8, "uk": 0.45}
"""Share of unknown abbreviations that stay as they are, by language: of 48 in 59 news documents with professional
translations, 35, 39 and 21; most of the others were words in capitals."""


def from_kept(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """The abbreviation itself, in a language that writes such ones in Latin letters."""
    abbreviation = len(query.form) > 1 and _ABBREVIATION.fullmatch(query.form)
    if abbreviation and language in KEPT and query.kind in (None, *_KINDS):
        yield Rendering(query.form, KEPT[language], "kept in Latin letters", True)
