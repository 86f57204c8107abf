"""Findings as SARIF 2.1.0 (OASIS standard, 2020), which code hosts show beside the changed lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from glossary.model import Finding
from glossary.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def report(findings: Sequence[Finding]) -> str:
    """One run with the rules that were found, in the order of their codes."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "glossary", "version": _version(), "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _version() -> str:
    try:
        return version("glossary")
    except PackageNotFoundError:  # run from a folder, not installed
        return "0"


def _rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    examples = [f"{name}: {text}" for name, text in (("Wrong", rule.wrong), ("Right", rule.right)) if text]
    text = " ".join(rule.text.split())
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": text},
        "help": {"text": "\n\n".join([text, *examples])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    parts = [finding.message]
    parts += [f"{name}: {text}" for name, text in (("en", finding.source), (finding.language, finding.translation),
                                                   ("expected", finding.expected)) if name and text]  # fmt: skip
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(parts)},
    }
    if finding.location:
        place = {
            "artifactLocation": _uri(finding.location.path),
            "region": {"startLine": max(1, finding.location.line)},
        }
        result["locations"] = [{"physicalLocation": place}]
    return result


def _uri(path: str) -> dict[str, str]:
    """An absolute path as a file URI, any other relative to the root of the checkout."""
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
