"""The order of the stages; one short function per command.  Here the rooms meet.

A build is a function of the documents, ``decisions.toml``, the catalogs as they lie there, and the model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary import analysis, cache, candidates, catalogs, concepts, dates, documents, processes, suggesting, timing
from glossary.catalogs import FilePlan
from glossary.concepts import LeftOut
from glossary.errors import DocumentError, GlossaryError, GlossaryErrors
from glossary.exchange import json_format
from glossary.exchanging import load
from glossary.languages.english import fold
from glossary.model import ConceptEntry, Finding, Glossary, Location
from glossary.settings import Settings

UNKNOWN = "no language"
"""What a document is in whose language cannot be told."""
SKIPPED_SHOWN = 3
"""Files named when no document is English."""
Progress = Callable[[int, int], None]
"""Called after each document with the bytes analyzed so far and the bytes in all."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found and what it would write."""

    glossary: Glossary
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    """Skipped documents (F101), decisions that match nothing (D101)."""
    plans: tuple[FilePlan, ...]
    """The template and one catalog per language, as they are to be."""
    json_path: Path
    json_shown: str
    json_old: bytes | None
    json_new: bytes

    @property
    def changed(self) -> tuple[str, ...]:
        """Files that a write would change, as shown to people, in the order of writing."""
        json_changed = (self.json_shown,) if self.json_old != self.json_new else ()
        return (*(plan.shown for plan in self.plans if plan.changed), *json_changed)


def build(
    settings: Settings,
    paths: Sequence[Path] = (),
    progress: Progress | None = None,
    jobs: int = 0,
    *,
    remember: bool = True,
) -> Build:
    """Read, analyze, recognize, consolidate and plan; nothing is written (see ``write``).

    ``paths`` are files and folders, relative to the current folder; without any, the settings' sources.
    ``jobs`` is the number of processes; 0: one for each processor core, as far as there is work for them.
    What documents name is looked up in the cache beside the project, and put into it when the build is to
    ``remember`` it.
    Raises ``GlossaryError`` for whatever input makes a build impossible.
    """
    decisions = _decisions(settings)
    with cache.opened(settings, decisions.wanted, write=remember) as known:
        return _built(settings, paths, decisions, known, progress=progress, jobs=jobs, remember=remember)


def _built(
    settings: Settings,
    paths: Sequence[Path],
    decisions: concepts.Decisions,
    known: cache.Cache,
    *,
    progress: Progress | None,
    jobs: int,
    remember: bool,
) -> Build:
    with timing.stage("reading"):
        files, skipped = _english(sources(settings, paths), settings, known)
    date = dates.sources_date(files, settings.root)
    json_path, json_shown = _json(settings)
    old = catalogs.read_file(json_path, json_shown)
    with timing.stage("merging"):
        catalogs.prove(settings)
    result = recognize(settings, files, decisions, known, progress=progress, jobs=jobs)
    with timing.stage("suggesting"):
        prefill = suggesting.prefill(result.glossary, settings, decisions, remember=remember)
    with timing.stage("merging"):
        plans = catalogs.plan(result.glossary, settings, date, prefill)
    with timing.stage("writing"):
        new = json_format.dump(result.glossary)
    return Build(
        glossary=result.glossary,
        left_out=result.left_out,
        findings=(*skipped, *result.findings),
        plans=plans,
        json_path=json_path,
        json_shown=json_shown,
        json_old=old,
        json_new=new,
    )


def write(result: Build) -> None:
    """Write what changed: the catalogs first, then ``glossary.json``; each file whole or not at all."""
    with timing.stage("writing"):
        catalogs.write(result.plans)
        if result.json_old != result.json_new:
            catalogs.write_bytes(result.json_path, result.json_new)


def sources(settings: Settings, paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that a build reads."""
    return documents.find(paths or [settings.root / source for source in settings.sources], settings)


def recognize(
    settings: Settings,
    files: Sequence[Path],
    decisions: concepts.Decisions,
    known: cache.Cache,
    *,
    progress: Progress | None = None,
    jobs: int = 0,
) -> concepts.Consolidated:
    """The glossary of the files, a few documents in memory at a time."""
    tally = concepts.Tally()
    total = sum(path.stat().st_size for path in files)
    done = 0
    for path, found, size in processes.remembered(files, settings, decisions.wanted, known, jobs):
        with timing.stage("counting"):
            tally.add(path, found)
        done += size
        if progress is not None:
            progress(done, total)
    with timing.stage("consolidating"):
        scores = candidates.score_terms(_usages(tally))
        return concepts.consolidate(
            tally,
            {key: (termhood.score, termhood.why) for key, termhood in scores.items()},
            decisions,
            threshold=settings.term_threshold,
            abbreviations=settings.abbreviations,
            model=analysis.describe(settings.model),
        )


def reread(settings: Settings) -> Glossary:
    """The glossary as a build would make it from the sources as they are now; nothing is planned or written."""
    return _recognized(settings).glossary


def _recognized(settings: Settings) -> concepts.Consolidated:
    """What the settings' sources name now."""
    decisions = _decisions(settings)
    with cache.opened(settings, decisions.wanted, write=False) as known:
        files, _ = _english(sources(settings, ()), settings, known)
        return recognize(settings, files, decisions, known)


def _usages(tally: concepts.Tally) -> dict[str, candidates.Usage]:
    """How each term candidate is used in all documents, by its folded form."""
    found = {}
    for (kind, key), count in tally.counts.items():
        if kind == "term":
            form = max(count.bases, key=lambda base: (count.bases[base], base))
            evidence = {
                name: float(count.features[name])
                for name in ("maximal", "quoted", "expanded", "named", "described", "proper")
            }
            found[key] = candidates.Usage(form, count.count, count.documents, corpus=len(tally.sources), **evidence)
    return found


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


def _english(
    files: Sequence[Path], settings: Settings, known: cache.Cache
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """The English files, and a finding for each other one.  All bad files are told at once."""
    english: list[Path] = []
    skipped: list[Finding] = []
    errors: list[GlossaryError] = []
    for path in files:
        key = known.key(path)
        language = known.language(key)
        if not language:
            try:
                document = documents.read(path, settings.root, settings.max_file_size)
            except DocumentError as error:
                errors.append(error)
                continue
            language = documents.language_of(document)
            if language != "en":
                known.add(key, cache.Remembered(language or UNKNOWN, None))
        if language == "en":
            english.append(path)
        else:
            message = f"not English (looks like {language or UNKNOWN}): skipped; leave it out with the setting exclude"
            place = Location(documents.relative(path, settings.root), 1)
            skipped.append(Finding("F101", "warning", message, place))
    if errors:
        raise GlossaryErrors(errors) if len(errors) > 1 else errors[0]
    if not english:
        shown = ", ".join(finding.location.path for finding in skipped[:SKIPPED_SHOWN] if finding.location)
        more = f" and {len(skipped) - SKIPPED_SHOWN} more" if len(skipped) > SKIPPED_SHOWN else ""
        message = f"no English document among the sources ({shown}{more})"
        raise DocumentError(message, hint="name English files or folders")
    return tuple(english), tuple(skipped)
