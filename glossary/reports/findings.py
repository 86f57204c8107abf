"""The formats in which findings are reported."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Sequence

from glossary.model import Finding
from glossary.rules import RULES

FORMATS = ("text", "json", "sarif", "github", "junit")


def report(findings: Sequence[Finding], format_name: str) -> str:
    """The findings in one of ``FORMATS``, each of which has a module here that is loaded when it is asked for."""
    module = importlib.import_module(f"glossary.reports.{format_name}_report")
    text: str = module.report(findings)
    return text


def statistics(findings: Sequence[Finding]) -> str:
    """How many findings each rule has, the most frequent first."""
    counts = Counter(finding.code for finding in findings)
    lines = [
        f"{count:6}  {code}  {RULES[code].title}" for code, count in sorted(counts.items(), key=lambda c: (-c[1], c))
    ]
    return "".join(f"{line}\n" for line in lines)


def summary(findings: Sequence[Finding], files: int, messages: int, *, waived: int, known: int, hidden: int) -> str:
    """The last line: what was checked and what was found."""
    counts = Counter(finding.severity for finding in findings)
    found = [
        f"{counts[word]} {word}{'s' if counts[word] != 1 else ''}" for word in ("error", "warning") if counts[word]
    ]
    if counts["info"]:
        found.append(f"{counts['info']} info" + (" (-v shows them)" if hidden else ""))
    parts = [f"{files} catalog{'s' if files != 1 else ''}, {messages} messages: {', '.join(found) or 'no findings'}"]
    parts += [f"{waived} waived"] if waived else []
    parts += [f"{known} in the baseline"] if known else []
    return "; ".join(parts) + "\n"
