"""Run the selected checks on one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import ParamSpec

from glossary.checks import headers
from glossary.checks.entries import TermCatalog
from glossary.checks.finding import everywhere
from glossary.checks.registry import (
    DOCUMENT_CHECKS,
    FILE_CHECKS,
    GLOSSARY_CHECKS,
    LANGUAGE_CHECKS,
    MESSAGE_CHECKS,
    SOURCE_CHECKS,
    TRANSLATION_CHECKS,
)  # fmt: skip
from glossary.checks.termbase import Termbase
from glossary.model import Document, Finding, Glossary
from glossary.units import CatalogFile

_P = ParamSpec("_P")


def check_file(
    file: CatalogFile, termbase: Termbase, template: CatalogFile | None, selected: AbstractSet[str]
) -> list[Finding]:
    """All selected findings about one catalog; ``template`` is its .pot where there is one.

    A place that the glossary already judges (T301 to T303) is not judged once more by the table of places (T306).
    """
    one = file.distinct
    told: list[Finding] = []
    for check_one in _functions(MESSAGE_CHECKS, selected):
        told += check_one(one)
    for check in _functions(TRANSLATION_CHECKS, selected):
        told += check(one, termbase)
    if any(finding.code == "T306" for finding in told):
        terms = {(finding.location, finding.source_mark) for finding in told if finding.code in _JUDGED}
        told = [item for item in told if item.code != "T306" or (item.location, item.source_mark) not in terms]
    found = [each for finding in told for each in everywhere(finding, one)] if one.repeated else told
    for check_whole in _functions(FILE_CHECKS, selected):
        found += check_whole(file)
    if "P301" in selected:
        found += headers.follows_template(file, template)
    return [finding for finding in found if finding.code in selected]


_JUDGED = ("T301", "T302", "T303")


def check_terms(catalog: TermCatalog, selected: AbstractSet[str]) -> list[Finding]:
    """All selected findings about the glossary's entries in one language."""
    found: list[Finding] = []
    for check in _functions(GLOSSARY_CHECKS, selected):
        found += check(catalog)
    return [finding for finding in found if finding.code in selected]


def check_sources(glossary: Glossary, documents: Sequence[Document], selected: AbstractSet[str]) -> list[Finding]:
    """All selected findings about the English documents."""
    found: list[Finding] = []
    for check in _functions(SOURCE_CHECKS, selected):
        found += check(glossary)
    for check_texts in _functions(DOCUMENT_CHECKS, selected):
        found += check_texts(documents)
    return [finding for finding in found if finding.code in selected]


def check_language(files: Sequence[CatalogFile], selected: AbstractSet[str]) -> list[Finding]:
    """All selected findings that need all catalogs of one language."""
    found: list[Finding] = []
    for check in _functions(LANGUAGE_CHECKS, selected):
        found += check(files)
    return [finding for finding in found if finding.code in selected]


def _functions(
    checks: Mapping[str, Callable[_P, Iterator[Finding]]], selected: AbstractSet[str]
) -> Iterable[Callable[_P, Iterator[Finding]]]:
    """The functions that yield a selected code, each once."""
    return dict.fromkeys(check for code, check in checks.items() if code in selected)
