"""Renderings put together by rule from parts that the sources know: ``compose``.

The rules are data: ``compose_patterns.tsv``, ``compose_portfolios.tsv``, ``compose_modifiers.tsv`` and, for
Ukrainian cases, ``uk_nouns.tsv`` in ``glossary/data``.
"""

from glossary.suggestions.composition.compose import compose
from glossary.suggestions.composition.matching import Kinds

__all__ = ["Kinds", "compose"]
