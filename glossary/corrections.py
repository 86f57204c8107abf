"""What ``glossary check --fix`` changes: the corrections of findings that cannot change a text's meaning."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from glossary.catalogs.atomic import replace_bytes
from glossary.catalogs.fixing import Change, fixed
from glossary.checking import Checked
from glossary.errors import GlossaryError


@dataclass(frozen=True, slots=True)
class Fix:
    """What the corrections of one file come to."""

    path: Path
    shown: str
    old: bytes
    new: bytes
    count: int


def fixes(checked: Checked) -> Iterator[Fix]:
    """The corrections of all findings that have one, file by file; nothing is written (see ``write``).

    Of two corrections that overlap the first is made; the next run makes the other.
    """
    by_file: dict[str, dict[tuple[int, int], list[Change]]] = {}
    for finding in checked.findings:
        if finding.fix is not None and finding.translation_mark and finding.location:
            changes = by_file.setdefault(finding.location.path, {}).setdefault(
                (finding.location.line, finding.form), []
            )
            start, end = finding.translation_mark
            if all(end <= low or high <= start for low, high, _ in changes):
                changes.append((start, end, finding.fix))
    for shown, changes_there in by_file.items():
        path = checked.files[shown]
        old = path.read_bytes()
        yield Fix(path, shown, old, fixed(old, changes_there, shown), sum(map(len, changes_there.values())))


def write(made: Iterable[Fix]) -> int:
    """Write the corrected files, each whole or not at all; the number of corrections.

    Raises ``GlossaryError`` when a file was changed since it was read.
    """
    count = 0
    for fix in made:
        if not replace_bytes(fix.path, fix.old, fix.new):
            raise GlossaryError("was changed by someone else just now", path=fix.shown, hint="run again")
        count += fix.count
    return count


def diff(made: Iterable[Fix]) -> str:
    """The corrections as a unified diff."""
    parts: list[str] = []
    for fix in made:
        before, after = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (fix.old, fix.new))
        parts += difflib.unified_diff(before, after, f"a/{fix.shown}", f"b/{fix.shown}")
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in parts)
