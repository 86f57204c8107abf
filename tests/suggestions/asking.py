"""One line to ask a source, for the tests of this folder."""

from __future__ import annotations

from glossary.model import Kind
from glossary.suggestions import Query, Resources, Row, Termbase
from glossary.suggestions.sources import answers

TRUST = 0.9


def termbase(*rows: tuple[str, str], kind: str = "") -> Termbase:
    """A Korean termbase of (English forms, renderings), ``|`` between."""
    return Termbase(
        "terms", tuple(Row(tuple(en.split("|")), {"ko": tuple(ko.split("|"))}, kind) for en, ko in rows), TRUST
    )


def ask(form: str, language: str, *sources: str, kind: Kind | None = None, **known) -> list[str]:
    """Forms of the answers, the best first."""
    resources = Resources(enabled=sources or None, **known)
    return [found.form for found in answers(Query(form, kind), language, resources)]
