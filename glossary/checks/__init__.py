"""Checks: pure functions of values that yield findings; ``CHECKS`` says which function has which code.

A check gets all it needs (a catalog's messages, the terms of its language) and gives findings in the order
of the file.  What they mean is in ``glossary.rules``; which of them count is decided by whoever runs them.
"""

from glossary.checks.entries import TermCatalog
from glossary.checks.registry import CHECKS, TERM_RULES
from glossary.checks.running import check_file, check_language, check_sources, check_terms
from glossary.checks.termbase import Termbase

__all__ = [
    "CHECKS", "TERM_RULES", "TermCatalog", "Termbase", "check_file", "check_language", "check_sources", "check_terms",
]  # fmt: skip
