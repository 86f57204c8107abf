"""Spelling rules applied one after the other: most are plain letters, some need to look around."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.expressions import expression

Rules = tuple[tuple[str, str], ...]
"""Regular expressions and their replacements, in the order of their application."""
_LOOKS_AROUND = expression(r"[.^$*+?{}\[\]\\|()]")
"""What makes a regular expression of letters."""


@lru_cache(maxsize=64)
def _compiled(rules: Rules) -> tuple[tuple[re.Pattern[str] | str, str], ...]:
    """The rules, compiled when first applied; plain letters, which are most of them, stay as they are."""
    return tuple(
        (re.compile(pattern) if _LOOKS_AROUND.search(pattern) else pattern, replacement)
        for pattern, replacement in rules
    )


def rewrite(text: str, rules: Rules) -> str:
    """``text`` after all rules.

    >>> rewrite("shch", (("shch", "щ"), ("sh", "ш"), ("^щ$", "ща")))
    'ща'
    """
    for pattern, replacement in _compiled(rules):
        text = text.replace(pattern, replacement) if isinstance(pattern, str) else pattern.sub(replacement, text)
    return text
