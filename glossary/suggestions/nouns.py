"""Everyday nouns of public affairs (``glossary/data/compose_nouns.tsv``), alone and as heads of longer terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from glossary import data
from glossary.languages.english import fold_spelling, singular
from glossary.suggestions import confidence
from glossary.suggestions.query import Query, Rendering, Resources


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, Mapping[str, str]]:
    """Folded English noun → language → noun."""
    return {fold_spelling(en): {"ko": ko, "ja": ja, "uk": uk} for en, ko, ja, uk in data.rows("compose_nouns.tsv")}


def is_noun(text: str) -> bool:
    """Is it in the table, in the singular or in the plural?"""
    folded = fold_spelling(text)
    return folded in _nouns() or singular(folded) in _nouns()


def noun(text: str, language: str) -> str:
    """The usual rendering, in Ukrainian in the number of ``text``; empty when the table has none."""
    folded = fold_spelling(text)
    known = _nouns().get(folded) or _nouns().get(singular(folded)) or {}
    form = known.get(language, "")
    if not form or language != "uk" or folded in _nouns():
        return form
    from glossary.suggestions.composition.ukrainian_plural import plural  # noqa: PLC0415  (rules that start slowly)

    return plural(form)


def from_nouns(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """The usual rendering of an everyday noun."""
    if query.kind in (None, "term", "title", "event", "document") and " " not in query.form:
        form = noun(query.form, language)
        trust = confidence.NOUN_AS_TITLE if query.kind == "title" else confidence.NOUN
        if form:
            yield Rendering(form, trust, "table of everyday nouns", kind="term")
