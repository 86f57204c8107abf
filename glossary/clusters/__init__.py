"""Documents → counts over all of them, on the workers of a Dask cluster (extra ``dask``).

Documents are read and analyzed where the workers are; back comes a tally, packed.  Tallies are summed on the workers
too, eight at a time in a tree, so that one result travels here.  A tally is a sum in any order, so the glossary is the
same, byte for byte, as without a cluster.

The cache is only read: documents of this machine that it knows are counted here and not sent out; candidates never
come back from the workers, so nothing is added to it.  Without a cache, and at URLs, no document is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from glossary import concepts, documents, gathering, summed
from glossary.cache import Cache
from glossary.clusters.connecting import connected
from glossary.clusters.running import parts, run
from glossary.documents import File
from glossary.gathering import Gathered, Progress
from glossary.settings import Settings

__all__ = ["gather"]


def gather(
    settings: Settings,
    files: Sequence[File],
    wanted: Sequence[str],
    known: Cache,
    *,
    progress: Progress | None = None,
    jobs: int = 0,
    scheduler: str = "",
) -> Gathered:
    """As ``gathering.gathered``, by the workers of ``scheduler`` (``tcp://host:port``), or by ``jobs`` processes.

    Raises ``GlossaryError`` also when the extra is not installed, when the scheduler cannot be reached or has no
    worker, and for workers that have not what is needed.
    """
    settings = replace(settings, root=settings.root.absolute())
    total = sum(path.stat().st_size for path in files)
    tally, languages, unknown = _remembered(files, settings, known)
    done = total - sum(path.stat().st_size for _, path in unknown)

    def report(size: int) -> None:
        if progress is not None:
            progress(done + size, total)

    if unknown:
        with connected(settings, jobs, scheduler) as cluster:
            found = run(cluster, parts(unknown, cluster.threads()), settings, wanted, report)
        tally = concepts.merge(tally, concepts.unpacked(found.tally))
        languages |= dict(found.others)
    told = [languages.get(number, "en") for number in range(len(files))]
    english, skipped = gathering.sorted_out(files, told, settings)
    return Gathered(tally, english, skipped, summed.Sum())


def _remembered(
    files: Sequence[File], settings: Settings, known: Cache
) -> tuple[concepts.Tally, dict[int, str], list[tuple[int, File]]]:
    """The tally of what the cache knows, the languages of documents there that are not English, and all others.

    Documents go by their number among all.
    """
    tally = concepts.Tally()
    languages: dict[int, str] = {}
    unknown: list[tuple[int, File]] = []
    for number, path in enumerate(files):
        key = known.key(path) if isinstance(path, Path) else ""
        language = known.language(key)
        name = documents.relative(path, settings.root)
        found = known.find(key, name) if language == "en" else None
        if found is not None:
            tally.add(name, found)
        elif language not in ("", "en"):
            languages[number] = language
        else:
            unknown.append((number, path.absolute() if isinstance(path, Path) else path))
    return tally, languages, unknown
