"""The order of the stages; one short function per command.  Here the rooms meet.

A build is a function of the documents, ``decisions.toml``, the catalogs as they lie there, and the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from glossary import (
    cache,
    catalogs,
    concepts,
    consolidated,
    consolidating,
    dates,
    documents,
    gathering,
    making,
    proven,
    suggesting,
    summed,
    timing,
    written,
)
from glossary.catalogs import Content, FilePlan
from glossary.concepts import LeftOut
from glossary.crew import Crew
from glossary.documents import File
from glossary.exchanging import load
from glossary.gathering import Progress
from glossary.languages.english import fold
from glossary.model import ConceptEntry, Finding, Glossary
from glossary.settings import Settings

Engine = Literal["local", "processes", "dask"]
"""Where documents are analyzed."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found and what it would write."""

    consolidated: concepts.Consolidated
    """The glossary with what is told beside it."""
    findings: tuple[Finding, ...]
    """Skipped documents (F101), decisions that match nothing (D101)."""
    plans: tuple[FilePlan, ...]
    """The template and one catalog per language, as they are to be."""
    json_path: Path
    json_shown: str
    json_before: Content | None
    json_after: Content

    @property
    def glossary(self) -> Glossary:
        """The glossary."""
        return self.consolidated.glossary

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Candidates that are not in it."""
        return self.consolidated.left_out

    @property
    def json_old(self) -> bytes | None:
        """The bytes of ``glossary.json`` as it lies there.  Raises ``GlossaryError`` when it has changed since."""
        return None if self.json_before is None else self.json_before.read()

    @property
    def json_new(self) -> bytes:
        """The bytes of ``glossary.json`` as it is to be."""
        return self.json_after.read()

    @property
    def changed(self) -> tuple[str, ...]:
        """Files that a write would change, as shown to people, in the order of writing."""
        json_changed = (self.json_shown,) if self.json_before != self.json_after else ()
        return (*(plan.shown for plan in self.plans if plan.changed), *json_changed)


def build(
    settings: Settings, paths: Sequence[Path | str] = (), progress: Progress | None = None, jobs: int = 0, *,
    remember: bool = True, hired: Crew | None = None, files: Sequence[File] = (),
    engine: Engine = "processes", scheduler: str = "",
) -> Build:  # fmt: skip
    """Read, analyze, recognize, consolidate and plan; nothing is written (see ``write``).

    ``paths`` are files and folders, relative to the current folder, and URLs; without any, the settings' sources.
    The ``engine`` is ``local`` (one process), ``processes`` (``jobs`` of them; 0: one for each processor core, as far
    as there is work for them) or ``dask``: as many for a cluster of its own, or the workers of ``scheduler``.
    ``hired`` are processes that load the model already; ``files`` what ``paths`` come to, if that has been looked up.
    What documents name is looked up in the cache beside the project, and put into it when the build is to
    ``remember`` it; candidates do not come back from a cluster, whose builds remember nothing.
    Raises ``GlossaryError`` for whatever input makes a build impossible.
    """
    decisions = _decisions(settings)
    with timing.stage("reading"):
        files = files or documents.sources(paths, settings)
    dates.sources_date((), settings.root)  # told before the work: that SOURCE_DATE_EPOCH is none …
    json_path, json_shown = _json(settings)
    before = catalogs.found(json_path, json_shown)  # … and that catalogs are broken
    with timing.stage("merging"):
        catalogs.prove(settings, proven.recall(settings))
    # a cluster's connections are threads, beside which no process is forked
    here = jobs if engine == "processes" else 1
    with cache.opened(settings, decisions.wanted, write=remember and engine != "dask") as known:
        given = settings, files, decisions.wanted, known
        if engine == "dask":
            from glossary import clusters  # noqa: PLC0415  (others can spare it)

            by: AbstractContextManager[gathering.Gathered] = nullcontext(
                clusters.gather(*given, progress=progress, jobs=jobs, scheduler=scheduler)
            )
        else:
            by = gathering.gathered(*given, progress=progress, jobs=here, hired=hired)
        with by as found:
            with timing.stage("consolidating"):
                recalled = consolidated.recall(settings, decisions, found.counts)
                counted = consolidating.counted(found.tally, found.counts, recalled)
            asked = consolidating.scores(settings, counted, remember=remember, jobs=here, crew=found.crew)
            with timing.stage("counting"):
                summed.settle(found.counts)
            scores = asked()
    with timing.stage("counting"):
        ended = summed.remember(settings, decisions.wanted, found.counts)
        last = written.recall(settings, found.counts.began)
    result, known_next = consolidating.consolidate(settings, counted, scores, decisions, remember=remember)
    with timing.stage("consolidating"):
        if not last.keys:
            result = result.completed()
        glossary, findings = result.glossary, (*found.skipped, *result.findings)
        consolidated.remember(settings, decisions, ended, known_next)
    date = dates.sources_date(found.files, settings.root)
    del found, by, asked, scores, counted, recalled, known_next  # nearly as large as the glossary
    with timing.stage("suggesting"):
        stamps = written.stamps(glossary) if ended else None
        keys = written.keys(glossary, stamps, last)
        prefill = suggesting.prefill(
            glossary, settings, decisions, remember=remember, jobs=here, keys=keys, untouched=last.untouched
        )
    plans, after, standing = making.planned(making.Of(glossary, settings, date, prefill, stamps, last), json_path, here)
    if remember:
        proven.remember(settings, [plan.after.digest for plan in plans])
        with timing.stage("writing"):
            left = {plan.language: plan.standing for plan in plans} | {written.JSON: standing}
            written.remember(settings, ended, left, keys)
    return Build(
        consolidated=result,
        findings=findings,
        plans=plans,
        json_path=json_path,
        json_shown=json_shown,
        json_before=before,
        json_after=after,
    )


def write(result: Build) -> None:
    """Write what changed: the catalogs first, then ``glossary.json``; each file whole or not at all."""
    with timing.stage("writing"):
        catalogs.write(result.plans)
        if result.json_before != result.json_after:
            catalogs.write_content(result.json_path, result.json_after)


def reread(settings: Settings) -> Glossary:
    """The glossary as a build would make it from the sources as they are now; nothing is planned or written."""
    return _recognized(settings).glossary


def _recognized(settings: Settings) -> concepts.Consolidated:
    """What the settings' sources name now."""
    decisions = _decisions(settings)
    with cache.opened(settings, decisions.wanted, write=False) as known:
        files = documents.sources((), settings)
        with gathering.gathered(settings, files, decisions.wanted, known) as found:
            counted = consolidating.counted(found.tally, found.counts, None)
            scores = consolidating.scores(settings, counted)()
    return consolidating.consolidate(settings, counted, scores, decisions)[0]


def explain(settings: Settings, term: str) -> tuple[tuple[ConceptEntry, ...], tuple[LeftOut, ...]]:
    """The concepts of the last build that have ``term`` among their forms; when there is none, the sources
    are analyzed again to tell why it was left out.
    """
    found = _named(load(settings), term)
    if found:
        return found, ()
    result = _recognized(settings)
    left_out = tuple(item for item in result.left_out if fold(item.form) == fold(term))
    return _named(result.glossary, term), left_out


def _named(glossary: Glossary, term: str) -> tuple[ConceptEntry, ...]:
    """The concepts with ``term`` among their forms; when there is none, with a form in other number or spelling."""
    key = fold(term)
    return glossary.find(term) or tuple(entry for entry in glossary if key in map(fold, entry.forms))


def _json(settings: Settings) -> tuple[Path, str]:
    """Where ``glossary.json`` lies, and the same for people."""
    return settings.root / settings.output / "glossary.json", f"{settings.output}/glossary.json"


def _decisions(settings: Settings) -> concepts.Decisions:
    shown = f"{settings.output}/decisions.toml"
    return concepts.load_decisions(settings.root / settings.output / "decisions.toml", shown)
