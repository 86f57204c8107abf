"""One finding about one translation."""

from __future__ import annotations

from collections.abc import Iterable

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


def everywhere(finding: Finding, file: CatalogFile) -> Iterable[Finding]:
    """A finding about a message of a file, and the same about each of those like it (``CatalogFile.repeated``)."""
    place = finding.location
    if not (place and place.line in file.repeated):
        return (finding,)
    return (finding, *(finding._replace(location=Location(place.path, line)) for line in file.repeated[place.line]))
