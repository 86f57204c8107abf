"""Documents → counts over all of them: which are English, and what they name, on this machine.

``clusters`` does the same on many; both skip and refuse the same documents with the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from glossary import cache, concepts, documents, processes, timing
from glossary.documents import File
from glossary.errors import DocumentError, GlossaryError, GlossaryErrors
from glossary.model import Finding, Location
from glossary.settings import Settings

UNKNOWN = "no language"
"""What a document is in whose language cannot be told."""
FEW = 30
"""New documents for which another process is worth its start: 0.1 s of work."""
SKIPPED_SHOWN = 3
"""Files named when no document is English."""
Progress = Callable[[int, int], None]
"""Called after each document with the bytes analyzed so far and the bytes in all."""


class Gathered(NamedTuple):
    """What a corpus comes to."""

    tally: concepts.Tally
    files: tuple[File, ...]
    """The English ones."""
    skipped: tuple[Finding, ...]
    """F101 for each other one."""


def gather(
    settings: Settings,
    files: Sequence[File],
    wanted: Sequence[str],
    known: cache.Cache,
    *,
    progress: Progress | None = None,
    jobs: int = 0,
) -> Gathered:
    """Read and count, a few documents in memory at a time; ``wanted`` are forms that decisions ask for.

    ``jobs`` is the number of processes; 0: one for each processor core, as far as there is work for them.
    Raises ``GlossaryError`` for documents that cannot be read (all are told at once), and when none is English.
    """
    tally = concepts.Tally()
    with documents.held(files) as here:
        with timing.stage("reading"):
            languages = _languages(here, settings, known, jobs)
        english, skipped = sorted_out(here, languages, settings)
        total = sum(path.stat().st_size for path in english)
        done = 0
        for name, found, size in processes.remembered(english, settings, wanted, known, jobs):
            with timing.stage("counting"):
                tally.add(name, found)
            done += size
            if progress is not None:
                progress(done, total)
    return Gathered(tally, english, skipped)


def _languages(files: Sequence[File], settings: Settings, known: cache.Cache, jobs: int) -> list[str]:
    """The language of each file, as ``documents.language_of`` says, or ``UNKNOWN``.  All bad files are told at once.

    Those of many new documents are told in several processes; ``jobs`` as in ``processes.number``.
    """
    keys = {path: known.key(path) for path in files}
    found = {path: known.language(key) for path, key in keys.items()}
    new = [path for path, language in found.items() if not language]
    # URLs are read by threads, beside which no process is forked
    parts = processes.number(jobs, len(new) // FEW) if all(isinstance(path, Path) for path in new) else 1
    told: dict[File, str | DocumentError] = {}
    for part in processes.together([partial(_told, new[start::parts], settings) for start in range(parts)], jobs):
        told.update(part)
    for path, language in told.items():
        if isinstance(language, str) and language != "en":
            known.add(keys[path], cache.Remembered(language, None))
    refuse([error for path in new if isinstance(error := told[path], DocumentError)])
    return [language or str(told[path]) for path, language in found.items()]


def _told(files: Iterable[File], settings: Settings) -> dict[File, str | DocumentError]:
    """The language of each file, or what is bad in it."""
    found: dict[File, str | DocumentError] = {}
    for path in files:
        try:
            found[path] = language_of(path, settings)
        except DocumentError as error:
            found[path] = error
    return found


def language_of(path: File, settings: Settings) -> str:
    """The language of a document, read for it.  Raises ``DocumentError`` when it cannot be read."""
    document = documents.read(path, settings.root, settings.max_file_size)
    return documents.language_of(document) or UNKNOWN


def refuse(errors: Sequence[GlossaryError]) -> None:
    """Raise the errors, if there are any, all at once."""
    if errors:
        raise GlossaryErrors(errors) if len(errors) > 1 else errors[0]


def sorted_out(
    files: Sequence[File], languages: Sequence[str], settings: Settings
) -> tuple[tuple[File, ...], tuple[Finding, ...]]:
    """The English files, and a finding for each other one.  Raises ``DocumentError`` when none is English."""
    english: list[File] = []
    skipped: list[Finding] = []
    for path, language in zip(files, languages, strict=True):
        if language == "en":
            english.append(path)
        else:
            message = f"not English (looks like {language}): skipped; leave it out with the setting exclude"
            place = Location(documents.relative(path, settings.root), 1)
            skipped.append(Finding("F101", "warning", message, place))
    if not english:
        shown = ", ".join(finding.location.path for finding in skipped[:SKIPPED_SHOWN] if finding.location)
        more = f" and {len(skipped) - SKIPPED_SHOWN} more" if len(skipped) > SKIPPED_SHOWN else ""
        message = f"no English document among the sources ({shown}{more})"
        raise DocumentError(message, hint="name English files or folders")
    return tuple(english), tuple(skipped)
