"""Plural forms: what a catalog's header says, and whether that suits its language."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from glossary.expressions import expression
from glossary.units import CatalogFile

_RULE = expression(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,1000}?)\s*;?\s*\Z")
_ASKED = 1000
"""Numbers tried, from 0: every rule of CLDR repeats within 100, but for millions, which are no reason to differ."""

FEW = 5
"""Of the first thousand numbers, as ``msgfmt --check-format`` has it (``plural-distrib.c``: OFTEN = 5)."""


@lru_cache(maxsize=64)
def rule(value: str) -> tuple[int, Callable[[int], int]] | None:
    """Number of forms and the function from a number to its form; None for what is no ``Plural-Forms`` value.

    Also None when the function gives a form that the number of forms excludes.
    """
    match = _RULE.match(value)
    if not match:
        return None
    try:
        function = gettext.c2py(match[2])
        count = int(match[1])
        used = {function(number) for number in range(_ASKED)}
    except (ValueError, ZeroDivisionError, RecursionError):
        return None
    return (count, function) if count and used <= set(range(count)) else None


def forms_of(file: CatalogFile) -> int:
    """How many plural forms a catalog's messages have; 0 when its header does not say, or not sensibly."""
    found = rule(field(file.header, "Plural-Forms"))
    return found[0] if found else 0


def few(value: str, form: int) -> bool:
    """Whether a plural form stands for so few numbers that it may leave the number out ("one file").

    Also where the rule is not known.
    """
    return len(numbers_of(value, form)) <= FEW


@lru_cache(maxsize=64)
def numbers_of(value: str, form: int) -> Sequence[int]:
    """The numbers of the first thousand for which a plural form stands; none where the rule is not known."""
    found = rule(value)
    return [number for number in range(_ASKED) if found[1](number) == form] if found else []


def field(header: Mapping[str, str], name: str) -> str:
    """A header field's value, whatever the case of its name; empty when there is none."""
    return next((value for key, value in header.items() if key.casefold() == name.casefold()), "")
