"""Which function has which code, by what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from glossary.checks import (
    consistency,
    endings,
    files,
    headers,
    letters,
    markup,
    names,
    numbers,
    particles,
    placeholders,
    places,
    scripts,
    sources,
    spacing,
    spelling,
    state,
    terms,
    wholes,
)  # fmt: skip
from glossary.checks.entries import TermCatalog
from glossary.checks.termbase import Termbase
from glossary.model import Document, Finding, Glossary
from glossary.units import CatalogFile

FILE_CHECKS: Mapping[str, Callable[[CatalogFile], Iterator[Finding]]] = {
    **dict.fromkeys(("P101", "P102", "P103", "P104", "P105", "P204"), files.slips),
    **dict.fromkeys(("P201", "P202", "P203", "P205"), headers.header),
}
MESSAGE_CHECKS: Mapping[str, Callable[[CatalogFile], Iterator[Finding]]] = {
    "T101": wholes.copies,
    "T104": wholes.plurals,
    "T201": numbers.numbers,
    "T202": placeholders.placeholders,
    "T203": markup.markup,
    "T204": markup.addresses,
    "T306": places.in_translations,
    "T402": letters.mixed_script,
    "T403": letters.apostrophes,
    "T501": spacing.unicode_form,
    "T502": spacing.spaces,
    "T503": endings.endings,
    "T504": spacing.line_breaks,
    "T505": endings.brackets,
}
"""Checks of messages: of those that are alike they are given one (``CatalogFile.repeated`` tells of the others)."""
TRANSLATION_CHECKS: Mapping[str, Callable[[CatalogFile, Termbase], Iterator[Finding]]] = {
    **dict.fromkeys(("T301", "T302", "T303", "T304", "T305"), terms.terms),
    "T401": particles.particles,
}
"""The same, with the glossary at hand."""
GLOSSARY_CHECKS: Mapping[str, Callable[[TermCatalog], Iterator[Finding]]] = {
    **dict.fromkeys(("G101", "G102", "G103"), state.state),
    "G201": consistency.one_term_two_renderings,
    "G202": consistency.two_concepts_one_rendering,
    "G203": consistency.forbidden,
    "G204": consistency.name_parts,
    "G205": places.in_glossary,
    **dict.fromkeys(("G301", "G302"), scripts.scripts),
    **dict.fromkeys(("G303", "G401", "G402", "G403"), scripts.form),
    "G404": scripts.periods,
}
SOURCE_CHECKS: Mapping[str, Callable[[Glossary], Iterator[Finding]]] = {
    "S101": sources.spelled_two_ways,
    "S102": sources.near_another,
    **dict.fromkeys(("S201", "S202"), sources.abbreviations),
    "S301": sources.deprecated,
    "S401": sources.offices,
}
DOCUMENT_CHECKS: Mapping[str, Callable[[Sequence[Document]], Iterator[Finding]]] = {"S501": spelling.two_spellings}
LANGUAGE_CHECKS: Mapping[str, Callable[[Sequence[CatalogFile]], Iterator[Finding]]] = {
    "T102": wholes.two_ways,
    "T103": names.latin_names,
}
"""Checks of all catalogs of one language together."""
CHECKS: Mapping[str, Callable[..., Iterator[Finding]]] = {
    **SOURCE_CHECKS, **DOCUMENT_CHECKS, **GLOSSARY_CHECKS, **FILE_CHECKS, **MESSAGE_CHECKS, **TRANSLATION_CHECKS,
    **LANGUAGE_CHECKS, "P301": headers.follows_template,
}  # fmt: skip
"""Code → the check that yields it; one check may yield several codes."""


TERM_RULES = frozenset(code for code in CHECKS if code[0] in "GP") | {"T104", "T201", "T202", "T403", "T504"}
"""Rules for a catalog whose messages are terms: what is told of sentences (marks, copies, names) is not of them."""
