"""Decisions that match nothing: their authors must know, for a misspelled decision decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from glossary.concepts.decisions import Decisions
from glossary.languages.english import fold_case
from glossary.model import Finding, Location


def unmatched(decisions: Decisions, used: AbstractSet[str], concepts: AbstractSet[str]) -> Iterable[Finding]:
    """D101 for each rejected or accepted form that is not among the folded forms ``used``, and for each concept
    table whose form is not among ``concepts``.
    """
    for verb, forms in (("reject", decisions.reject), ("accept", decisions.accept)):
        for form in forms:
            if fold_case(form) not in used:
                yield _finding(
                    decisions, decisions.lines.get(form, 1), f"{verb} {form!r} matches nothing in the documents"
                )
    for decision in decisions.concepts:
        if decision.form not in concepts:
            yield _finding(decisions, decision.line, f"[concept.{decision.form!r}] matches nothing in the documents")


def _finding(decisions: Decisions, line: int, message: str) -> Finding:
    return Finding("D101", "warning", f"{message}; correct its spelling or delete it", Location(decisions.path, line))
