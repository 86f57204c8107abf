"""Findings as JSON, for scripts.

In this order and with these keys, which are only ever added to::

    {"findings": [{"code", "severity", "message", "location": {"path", "line"}, "language", "concept",
                   "source", "translation", "expected"}]}

``severity`` is error, warning or info.  ``location`` is null for a finding that concerns no single place; its
``path`` is relative to the project folder, its ``line`` 1-based and that of the entry.  ``concept`` is the id in
the glossary.  What does not apply is an empty text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from glossary.model import Finding


def report(findings: Sequence[Finding]) -> str:
    """The document, two spaces of indentation, with a final newline."""
    return json.dumps({"findings": [_finding(item) for item in findings]}, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.location
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "location": {"path": place.path, "line": place.line} if place else None,
        "language": finding.language,
        "concept": finding.concept_id,
        "source": finding.source,
        "translation": finding.translation,
        "expected": finding.expected,
    }
