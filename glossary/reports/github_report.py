"""Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.

The format, and what must be escaped in data and in properties, is that of the actions toolkit
(https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
"""

from __future__ import annotations

from collections.abc import Sequence

from glossary.model import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(findings: Sequence[Finding]) -> str:
    """One line a finding."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    properties = {"title": finding.code}
    if finding.location:
        properties = {"file": finding.location.path, "line": str(finding.location.line), **properties}
    parts = [finding.message, finding.source, finding.translation]
    if finding.expected:
        parts.append(f"expected: {finding.expected}")
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(chr(10).join(filter(None, parts)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
