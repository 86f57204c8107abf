"""One finding about one translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

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
    before, behind = finding[:_PLACE], finding[_PLACE + 1 :]
    others = file.repeated[place.line]
    return (finding, *[_finding((*before, Location(place.path, line), *behind)) for line in others])


_PLACE = Finding._fields.index("location")
_finding: Callable[[tuple[object, ...]], Finding] = partial(tuple.__new__, Finding)
"""A finding of all its fields, without a call of ``Finding.__new__``, which is Python: there may be many like it."""
