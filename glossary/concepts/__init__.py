"""Candidates → glossary: variants, short names, abbreviations and their expansions, people's decisions.

The verbs: ``resolve`` settles short names inside one document, ``Tally.add`` counts over documents and ``merge``
adds such counts up, and ``consolidate`` merges, selects and names; ``renewed`` does so where little has changed.
"""

from glossary.concepts.compact import packed, unpacked
from glossary.concepts.consolidate import Consolidated, LeftOut, Rules, consolidate
from glossary.concepts.count import Key
from glossary.concepts.decisions import ConceptDecision, Decisions, load_decisions
from glossary.concepts.renewing import Former, former, renewed
from glossary.concepts.tally import Tally, key_of, merge
from glossary.concepts.within import resolve

__all__ = [
    "ConceptDecision", "Consolidated", "Decisions", "Former", "Key", "LeftOut", "Rules", "Tally", "consolidate",
    "former", "key_of", "load_decisions", "merge", "packed", "renewed", "resolve", "unpacked",
]  # fmt: skip
