"""One finding about one message."""

from __future__ import annotations

from glossary.model import Finding, Location, Span
from glossary.rules import RULES
from glossary.units import CatalogFile, Unit


def about(
    code: str,
    file: CatalogFile,
    unit: Unit,
    message: str,
    *,
    form: int = 0,
    concept_id: str = "",
    expected: str = "",
    source_mark: Span | None = None,
    translation_mark: Span | None = None,
    fix: str | None = None,
) -> Finding:
    """A finding about one translation of a message; ``form`` is its plural form, marks are offsets in the texts."""
    return Finding(
        code,
        RULES[code].severity,
        message,
        Location(file.path, unit.line),
        file.language,
        concept_id,
        source_of(unit, form),
        unit.targets[form],
        expected,
        source_mark,
        translation_mark,
        fix,
        form,
    )


def source_of(unit: Unit, form: int) -> str:
    """The English text that a plural form translates: the singular for the first of several, else the plural."""
    return unit.plural if unit.plural and (form or len(unit.targets) == 1) else unit.source
