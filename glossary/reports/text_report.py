"""Findings for people: grouped by file, both sides with the offending part marked, and what is expected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from unicodedata import east_asian_width

from glossary.expressions import expression
from glossary.model import Finding, Span

WIDTH = 88
"""Columns of an excerpt: with its indentation it fits a terminal of 100."""
_INDENT = "      "
EXCERPTS_KEPT = 20_000
"""Excerpts remembered, some 10 MB: messages that many contexts repeat have the same findings."""


def report(findings: Sequence[Finding]) -> str:
    """The report; empty when there are no findings."""
    blocks = []
    for path, group in groupby(findings, key=lambda finding: finding.location.path if finding.location else ""):
        lines = [path] if path else []
        for finding in group:
            lines += _finding(finding)
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _finding(finding: Finding) -> Iterator[str]:
    place = f"{finding.location}: " if finding.location else ""
    yield f"{place}{finding.severity} {finding.code} {finding.message}"
    if finding.source:
        yield from _excerpt("en", finding.source, finding.source_mark)
    if finding.translation:
        yield from _excerpt(finding.language or "??", finding.translation, finding.translation_mark)
    if finding.expected:
        yield f"{_INDENT}expected: {_visible(finding.expected)}"


@lru_cache(maxsize=EXCERPTS_KEPT)
def _excerpt(label: str, text: str, mark: Span | None) -> Sequence[str]:
    """A text, shortened around its mark, and a line of carets under the mark."""
    start, end = mark or (0, 0)
    low, high = _window(text, start, end)
    before = ("…" if low else "") + _visible(text[low:start])
    marked = _visible(text[start:end])
    line = f"{_INDENT}{label:<3} {before}{marked}{_visible(text[end:high])}{'…' if high < len(text) else ''}"
    if not mark:
        return (line,)
    return line, f"{_INDENT}    {' ' * _columns(before)}{'^' * max(1, _columns(marked))}"


def _columns(text: str) -> int:
    """Columns of a terminal that a text takes."""
    if not _ODD.search(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415  (few texts need it)

    return cell_len(text)


def _window(text: str, start: int, end: int) -> Span:
    """The part of a text to show: ``WIDTH`` columns with the mark in the middle."""
    if len(text) <= WIDTH // 2:
        return 0, len(text)
    room = (WIDTH // 2 if _wide(text) else WIDTH) - (end - start)
    low = max(0, min(start - room // 2, len(text) - room - (end - start)))
    return min(low, start), max(end, min(len(text), low + room + end - start))


def _wide(text: str) -> bool:
    """Whether a text has a letter of two columns: then all are taken for such."""
    return bool(_FAR.search(text)) and not _TWO_COLUMNS.isdisjoint(map(east_asian_width, text))


_TWO_COLUMNS = frozenset("WF")
_FAR = expression("[^\0-\u10ff]")
"""What may take two columns: no letter before U+1100 does (Unicode Standard Annex 11, East Asian Width)."""
_ODD = expression("[^\0-\u02ff\u0370-\u0482\u048a-\u04ff\u2010-\u2027]")
"""Letters that may not take one column: all but Latin, Greek and Cyrillic ones."""
_SIGNS = str.maketrans({"\n": "⏎", "\t": "⇥", "\u00a0": "␣"})


def _visible(text: str) -> str:
    """A text in one line of printable characters, as many as it has."""
    if text.isprintable():
        return text
    shown = text.translate(_SIGNS)
    return shown if shown.isprintable() else "".join(c if c.isprintable() or c == "\u3000" else "·" for c in shown)
