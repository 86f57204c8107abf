"""Checks: pure functions of values that yield findings; ``CHECKS`` says which function has which code.

A check gets all it needs (a catalog's messages, the terms of its language) and gives findings in the order
of the file.  What they mean is in ``glossary.rules``; which of them count is decided by whoever runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import ParamSpec

from glossary.checks import (
    endings,
    files,
    headers,
    letters,
    markup,
    names,
    numbers,
    particles,
    placeholders,
    spacing,
    terms,
    wholes,
)
from glossary.checks.termbase import Termbase
from glossary.model import Finding
from glossary.units import CatalogFile

__all__ = ["CHECKS", "Termbase", "check_file", "check_language"]

_P = ParamSpec("_P")
FILE_CHECKS: Mapping[str, Callable[[CatalogFile], Iterator[Finding]]] = {
    **dict.fromkeys(("P101", "P102", "P103", "P104", "P105", "P204"), files.slips),
    **dict.fromkeys(("P201", "P202", "P203", "P205"), headers.header),
    "T101": wholes.copies,
    "T104": wholes.plurals,
    "T201": numbers.numbers,
    "T202": placeholders.placeholders,
    "T203": markup.markup,
    "T204": markup.addresses,
    "T402": letters.mixed_script,
    "T403": letters.apostrophes,
    "T501": spacing.unicode_form,
    "T502": spacing.spaces,
    "T503": endings.endings,
    "T504": spacing.line_breaks,
    "T505": endings.brackets,
}
TRANSLATION_CHECKS: Mapping[str, Callable[[CatalogFile, Termbase], Iterator[Finding]]] = {
    **dict.fromkeys(("T301", "T302", "T303", "T304", "T305"), terms.terms),
    "T401": particles.particles,
}
LANGUAGE_CHECKS: Mapping[str, Callable[[Sequence[CatalogFile]], Iterator[Finding]]] = {
    "T102": wholes.two_ways,
    "T103": names.latin_names,
}
"""Checks of all catalogs of one language together."""
CHECKS: Mapping[str, Callable[..., Iterator[Finding]]] = {**FILE_CHECKS, **TRANSLATION_CHECKS, **LANGUAGE_CHECKS}
"""Code → the check that yields it; one check may yield several codes."""


def check_file(file: CatalogFile, termbase: Termbase, selected: AbstractSet[str]) -> Iterator[Finding]:
    """All selected findings about one catalog: the file first, then its translations, each in file order."""
    found: list[Finding] = []
    for check_as_file in _functions(FILE_CHECKS, selected):
        found += check_as_file(file)
    for check in _functions(TRANSLATION_CHECKS, selected):
        found += check(file, termbase)
    found.sort(key=lambda finding: finding.location.line if finding.location else 0)
    return (finding for finding in found if finding.code in selected)


def check_language(files: Sequence[CatalogFile], selected: AbstractSet[str]) -> Iterator[Finding]:
    """All selected findings that need all catalogs of one language."""
    for check in _functions(LANGUAGE_CHECKS, selected):
        yield from check(files)


def _functions(
    checks: Mapping[str, Callable[_P, Iterator[Finding]]], selected: AbstractSet[str]
) -> Iterable[Callable[_P, Iterator[Finding]]]:
    """The functions that yield a selected code, each once."""
    return dict.fromkeys(check for code, check in checks.items() if code in selected)
