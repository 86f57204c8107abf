"""Findings as JUnit XML, which continuous-integration servers read as test results.

One suite a file, one case a finding; errors and warnings are failures, information is a passed case with output.
The elements are those of the JUnit XML schema that Jenkins publishes (xunit plugin, junit-10.xsd).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from glossary.expressions import expression
from glossary.model import Finding

_NOT_XML = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have (section 2.2)."""


def report(findings: Sequence[Finding]) -> str:
    """The document; without findings one suite with one passed case, since some servers refuse an empty one."""
    root = ET.Element("testsuites", name="glossary")
    for path, group in groupby(findings, key=lambda finding: finding.location.path if finding.location else "glossary"):
        _suite(root, path, list(group))
    if not findings:
        suite = ET.SubElement(root, "testsuite", name="glossary", tests="1", failures="0", errors="0")
        ET.SubElement(suite, "testcase", classname="glossary", name="check")
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(root: ET.Element, path: str, findings: Sequence[Finding]) -> None:
    failures = sum(finding.severity != "info" for finding in findings)
    suite = ET.SubElement(
        root, "testsuite", name=_clean(path), tests=str(len(findings)), failures=str(failures), errors="0"
    )
    for finding in findings:
        line = finding.location.line if finding.location else 0
        name = f"{finding.code} line {line}" if line else finding.code
        case = ET.SubElement(suite, "testcase", classname=_clean(path), name=name)
        parts = [finding.source, finding.translation, f"expected: {finding.expected}" if finding.expected else ""]
        text = _clean("\n".join(filter(None, parts)))
        if finding.severity == "info":
            ET.SubElement(case, "system-out").text = _clean(finding.message) + "\n" + text
        else:
            failure = ET.SubElement(case, "failure", message=_clean(finding.message), type=finding.severity)
            failure.text = text


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
