"""Documents → counts over all of them: which are English, and what they name, on this machine.

``clusters`` does the same on many; both skip and refuse the same documents with the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from glossary import cache, concepts, documents, processes, summed, timing
from glossary.crew import Crew
from glossary.documents import File
from glossary.errors import DocumentError, GlossaryError, GlossaryErrors
from glossary.model import Document, Finding, Location
from glossary.settings import Settings

UNKNOWN = "no language"
"""What a document is in whose language cannot be told."""
FEW = 30
"""New documents for which another process is worth its start: 0.1 s of work."""
AS_LONG_AS_LOADING = 1_500
"""Documents whose languages are told by the time that the model is loaded: 1.2 s for 1,100 of 2 kB, and 2.4 s."""
SKIPPED_SHOWN = 3
"""Files named when no document is English."""
KEPT = 8_000_000
"""Characters of documents, read to tell their language, that wait for being analyzed: twice as many bytes, and saves
reading them again (a fiftieth of a build of plain texts, more of other formats)."""
Progress = Callable[[int, int], None]
"""Called after each document with the bytes analyzed so far and the bytes in all."""


class Gathered(NamedTuple):
    """What a corpus comes to."""

    tally: concepts.Tally
    files: tuple[File, ...]
    """The English ones."""
    skipped: tuple[Finding, ...]
    """F101 for each other one."""
    counts: summed.Sum
    """What is to be remembered for the next build; nothing new where that must not rely on it."""
    crew: Crew | None = None
    """The processes that analyzed, which have the word lists; None: this one did, or there was nothing to analyze."""


@contextmanager
def gathered(
    settings: Settings,
    files: Sequence[File],
    wanted: Sequence[str],
    known: cache.Cache,
    *,
    progress: Progress | None = None,
    jobs: int = 0,
    hired: Crew | None = None,
) -> Iterator[Gathered]:
    """Read and count, a few documents in memory at a time; ``wanted`` are forms that decisions ask for.

    ``jobs`` is the number of processes; 0: one for each processor core, as far as there is work for them; ``hired``
    are those that there are already.  They end with the context.
    Raises ``GlossaryError`` for documents that cannot be read (all are told at once), and when none is English.
    """
    with documents.held(files) as here:
        with timing.stage("reading"):
            keys = {path: known.key(path) for path in here}
            new = [path for path, key in keys.items() if not known.language(key)]
        # URLs are read by threads, beside which no process is forked
        beside = jobs if all(isinstance(path, Path) for path in new) else 1
        with hired or processes.hiring(new, settings, beside) as workers:
            with timing.stage("reading"):
                read: dict[File, Document] = {}
                languages = _languages(keys, settings, known, beside, read, loading=workers is not None)
            english, skipped = sorted_out(here, languages, settings)
            total = sum(path.stat().st_size for path in english) if progress else 0

            def named(some: Sequence[File]) -> Iterator[processes.Recognized]:
                done = total - sum(path.stat().st_size for path in some) if progress else 0
                own = None if workers and workers.idle else workers  # they can be asked for documents once
                for found in processes.remembered(some, settings, wanted, known, jobs, hired=own, read=read):
                    yield found
                    done += found.size
                    if progress is not None:
                        progress(done, total)

            found, certain = _counted({path: keys[path] for path in english}, named, settings, wanted, known)
            read.clear()
            crew = workers if workers and workers.idle else None
            yield Gathered(found.tally, english, skipped, found if certain else summed.Sum(), crew)


def _counted(
    keys: Mapping[File, str],
    named: Callable[[Sequence[File]], Iterable[processes.Recognized]],
    settings: Settings,
    wanted: Sequence[str],
    known: cache.Cache,
) -> tuple[summed.Sum, bool]:
    """The counts of the documents, those of the last build brought up to date where few have changed; and whether
    the next one may rely on them.

    ``keys`` are those of the cache; ``named`` tells what documents name.
    """
    names = {path: documents.relative(path, settings.root) for path in keys}
    now = {names[path]: key for path, key in keys.items() if key}
    told_apart = len(now) == len(keys)
    with timing.stage("counting"):
        found = summed.recalled(settings, wanted, now, known) if told_apart else summed.Sum()
    rest = [path for path in keys if names[path] not in found.documents]
    _add(found, named(rest), now)
    if len(rest) < len(keys) and found.lacks():
        found, rest = summed.Sum(), list(keys)
        _add(found, named(rest), now)
    return found, told_apart and known.writes and all(known.certain(now[names[path]]) for path in rest)


def _add(total: summed.Sum, named: Iterable[processes.Recognized], keys: Mapping[str, str]) -> None:
    """Count some more documents; ``keys`` by their paths."""
    for path, candidates, _ in named:
        with timing.stage("counting"):
            total.add(path, keys.get(path, ""), candidates)


def _languages(
    keys: Mapping[File, str], settings: Settings, known: cache.Cache, jobs: int, read: dict[File, Document], *,
    loading: bool,
) -> list[str]:  # fmt: skip
    """The language of each file, as ``documents.language_of`` says, or ``UNKNOWN``.  All bad files are told at once.

    Those of many new documents are told in several processes, of few in one less while another is ``loading``;
    ``jobs`` as in ``processes.number``.  English ones that this process has ``read`` are put there, up to ``KEPT``.
    """
    found = {path: known.language(key) for path, key in keys.items()}
    new = [path for path, language in found.items() if not language]
    parts = processes.number(jobs, len(new) // FEW)
    if loading and len(new) < AS_LONG_AS_LOADING:
        parts = max(1, parts - 1)
    told: dict[File, str | DocumentError] = {}
    # what other processes read stays there
    for part in processes.together([partial(_told, new[start::parts], settings, read) for start in range(parts)], jobs):
        told.update(part)
    for path, language in told.items():
        if isinstance(language, str) and language != "en":
            known.add(keys[path], cache.Remembered(language, None))
    refuse([error for path in new if isinstance(error := told[path], DocumentError)])
    return [language or str(told[path]) for path, language in found.items()]


def _told(files: Iterable[File], settings: Settings, read: dict[File, Document]) -> dict[File, str | DocumentError]:
    """The language of each file, or what is bad in it; English ones are ``read`` then, as far as that is to be."""
    found: dict[File, str | DocumentError] = {}
    size = 0
    for path in files:
        try:
            document = documents.read(path, settings.root, settings.max_file_size)
        except DocumentError as error:
            found[path] = error
            continue
        found[path] = documents.language_of(document) or UNKNOWN
        if found[path] == "en":
            size += sum(len(segment.text) for segment in document.segments)
            if size <= KEPT:
                read[path] = document
    return found


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
