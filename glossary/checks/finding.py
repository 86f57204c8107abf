"""One finding about one translation."""

from __future__ import annotations

from glossary.model import Finding, Location, Severity, Span
from glossary.rules import RULES
from glossary.units import CatalogFile, Translation


def about(
    code: str,
    file: CatalogFile,
    translation: Translation,
    message: str,
    *,
    mark: Span | None = None,
    source_mark: Span | None = None,
    expected: str = "",
    fix: str | None = None,
    concept_id: str = "",
    severity: Severity | None = None,
) -> Finding:
    """A finding about a translation; ``mark`` is the offending part of it, ``fix`` the replacement of that part."""
    return Finding(
        code,
        severity or RULES[code].severity,
        message,
        Location(file.path, translation.unit.line),
        file.language,
        concept_id,
        translation.source,
        translation.text,
        expected,
        source_mark,
        mark,
        fix,
        translation.form,
    )
