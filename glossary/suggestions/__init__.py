"""Concepts → renderings to start from, each with its source: ``suggest``.

A suggestion is never a fact.  ``SOURCES`` names where they come from, in order of trust; ``confidence`` says how
far each is trusted and from where on it may stand in a catalog.  No source touches the network.
"""

from glossary.suggestions.confidence import PREFILL
from glossary.suggestions.query import Query, Rendering, Resources
from glossary.suggestions.sources import SOURCES
from glossary.suggestions.suggest import Suggestions, TermSuggestions, key, suggest, suggest_terms
from glossary.suggestions.termbase import Row, Termbase

__all__ = [
    "PREFILL",
    "SOURCES",
    "Query",
    "Rendering",
    "Resources",
    "Row",
    "Suggestions",
    "TermSuggestions",
    "Termbase",
    "key",
    "suggest",
    "suggest_terms",
]  # fmt: skip
