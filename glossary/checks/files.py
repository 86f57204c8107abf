"""Rules P: catalogs as files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glossary.model import Finding, Location
from glossary.rules import RULES
from glossary.units import CatalogFile

_CODES: Mapping[str, str] = {
    "syntax": "P101", "encoding": "P102", "conflict": "P103", "duplicate": "P104", "bom": "P105", "charset": "P204",
}  # fmt: skip
"""Kind of slip → code."""


def slips(file: CatalogFile) -> Iterator[Finding]:
    """P101–P105: what was noticed while the file was read."""
    for slip in file.slips:
        code = _CODES[slip.kind]
        yield Finding(code, RULES[code].severity, slip.message, Location(file.path, slip.line), file.language)
