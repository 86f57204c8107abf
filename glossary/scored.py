"""How much of a term each candidate is, remembered beside the project, so that only those used otherwise are scored.

``.glossary-cache/terms`` is safe to delete.  It holds the scores of the last build, each with everything that it was
worked out from but this program and its word lists, and all under a hash of these.  Whatever is wrong with it, it is as
if there were none.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from itertools import islice

from glossary import candidates, kept, processes, timing
from glossary.basis import code_of, installed
from glossary.candidates import Termhood, Usage
from glossary.crew import Crew, Later
from glossary.settings import Settings

CODE = ("candidates", "data", "languages")
"""Parts of this program that decide a score."""
MANY = 1_000
"""Candidates for which another process is worth its start: 0.2 s of work, for which word lists of 50 MB are loaded."""
Used = tuple[Usage, float]
"""What a score is worked out from: use, and C-value."""


def scores(
    usages: Mapping[str, Usage], settings: Settings, *, remember: bool, jobs: int = 1, crew: Crew | None = None
) -> Later[dict[str, Termhood]]:
    """Score of every candidate by its key: remembered ones, and new ones for the rest, which are put into the file when
    they are asked for and the build is to ``remember`` them.  ``crew``: processes that have the word lists; without,
    ``jobs`` as in ``processes.number``.
    """
    file, basis = settings.root / kept.FOLDER / "terms", _basis()
    values = candidates.weights_of(usages)
    used = {key: (usage, values[key]) for key, usage in usages.items()}
    marks = {key: repr((*usage, value)) for key, (usage, value) in used.items()}
    last: Mapping[str, tuple[str, float, str]] = kept.table(file, basis)
    known = {key: Termhood(*last[key][1:]) for key, mark in marks.items() if key in last and last[key][0] == mark}
    changed = len(known) < len(used) or len(last) > len(used)
    asked = _asked({key: each for key, each in used.items() if key not in known}, jobs, crew)

    def collected() -> dict[str, Termhood]:  # what is not needed for it is let go of meanwhile
        for some in asked():
            known.update(some)
        found = {key: known[key] for key in marks}
        if remember and changed:
            kept.keep_table(file, basis, ((key, (marks[key], one.score, one.why)) for key, one in found.items()))
        return found

    return collected


def _asked(used: Mapping[str, Used], jobs: int, crew: Crew | None) -> Later[list[dict[str, Termhood]]]:
    parts = processes.number(len(crew) if crew else jobs, len(used) // MANY)
    tasks = [partial(_scored, dict(islice(used.items(), part, None, parts))) for part in range(parts)] if used else []
    return crew.share(tasks) if crew else processes.apart(tasks, jobs if len(used) >= MANY else 1)


def _scored(used: Mapping[str, Used]) -> dict[str, Termhood]:
    with timing.stage("consolidating"):
        return {key: candidates.scored(usage, value) for key, (usage, value) in used.items()}


def _basis() -> str:
    """Everything but the use that decides a score, as a hash."""
    return kept.digest(repr((code_of(CODE), sys.version, installed("wordfreq"))).encode())
