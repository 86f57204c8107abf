"""A baseline: the findings of today, so that only new ones are told from tomorrow on.

A finding is known by what it says, not by its line, so that a catalog may be rewrapped and reordered; a translation
that is changed and still wrong is a new finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from glossary.errors import GlossaryError
from glossary.model import Finding

VERSION = 1
"""Of the format; a reader refuses another."""


def fingerprint(finding: Finding) -> str:
    """16 hexadecimal digits: equal for findings that say the same of the same texts in the same file."""
    about = finding.source + finding.translation or finding.message
    parts = (
        finding.code,
        finding.location.path if finding.location else "",
        finding.language,
        finding.concept_id,
        about,
    )
    import hashlib  # noqa: PLC0415  (most checks have no baseline)

    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def dump(findings: Iterable[Finding]) -> bytes:
    """The file, sorted by path and code, so that its own changes read well in version control."""
    import json  # noqa: PLC0415

    counts: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        counts[finding.location.path if finding.location else "", finding.code, fingerprint(finding)] += 1
    rows = [
        {"path": path, "code": code, "fingerprint": digits, "count": count}
        for (path, code, digits), count in sorted(counts.items())
    ]
    return (json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False, indent=1) + "\n").encode()


def load(data: bytes, path: str) -> Mapping[str, int]:
    """Fingerprint → count.  Raises ``GlossaryError`` that names ``path`` for anything but a baseline."""
    import json  # noqa: PLC0415

    try:
        table = json.loads(data)
        if table["version"] != VERSION:
            raise GlossaryError("is a baseline of another version", path=path, hint="write it again")
        return {row["fingerprint"]: int(row["count"]) for row in table["findings"]}
    except (ValueError, KeyError, TypeError):
        raise GlossaryError("is no baseline", path=path, hint="write one with --write-baseline") from None


def new(findings: Sequence[Finding], known: Mapping[str, int]) -> list[Finding]:
    """The findings that the baseline does not have, or not as often."""
    left = dict(known)
    found = []
    for finding in findings:
        digits = fingerprint(finding)
        if left.get(digits, 0) > 0:
            left[digits] -= 1
        else:
            found.append(finding)
    return found
