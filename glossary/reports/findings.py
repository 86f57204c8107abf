"""The formats in which findings are reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from glossary.model import Finding
from glossary.reports import json_report, text_report

REPORTS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": text_report.report,
    "json": json_report.report,
}
"""Format → function from findings to the report."""
