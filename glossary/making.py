"""The files of a build as they are to be: ``glossary.json``, the template, the catalogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from glossary import catalogs, processes, timing
from glossary.catalogs import Content, Draft, FilePlan
from glossary.exchange import json_format
from glossary.model import Glossary
from glossary.outlined import outlines
from glossary.settings import Settings
from glossary.standing import Splice, Standing, lying
from glossary.written import JSON, Written

MANY = 1_000
"""Concepts to be written anew from which files are made in several processes: 0.2 s of work."""


class Of(NamedTuple):
    """What the files are made of."""

    glossary: Glossary
    settings: Settings
    date: datetime
    prefill: catalogs.Prefill | None
    stamps: Mapping[str, bytes] | None
    last: Written


def planned(of: Of, json_path: Path, jobs: int) -> tuple[tuple[FilePlan, ...], Content, Standing | None]:
    """The catalogs and ``glossary.json`` as they are to be; several at a time where much is new in them."""
    glossary, settings, date, prefill, stamps, last = of
    with timing.stage("merging"):
        known = last.catalogs(prefill.basis if prefill else "")
        template, others = catalogs.tasks(glossary, settings, date, prefill, stamps=stamps, known=known)
    with timing.stage("suggesting"):
        _ = prefill and prefill.suggestions  # here, for all processes; made elsewhere beside the template

    draft = catalogs.Draft()

    def dump() -> tuple[Content, Standing | None]:
        with timing.stage("writing"):
            return _json(glossary, stamps, last, json_path, draft)

    def merged(task: Callable[[], FilePlan]) -> FilePlan:
        with timing.stage("merging"):
            return task()

    work: list[Callable[[], Any]] = [dump, *(partial(merged, task) for task in others)]
    changed = len(glossary) if stamps is None else len(set(stamps.values()).difference(last.keys))
    (new, standing), *plans = processes.together(work, jobs if changed >= MANY else 1)
    return (template, *plans), new, standing


def _json(
    glossary: Glossary, stamps: Mapping[str, bytes] | None, last: Written, path: Path, draft: Draft
) -> tuple[Content, Standing | None]:
    """``glossary.json`` as it is to be, and where each concept stands in it, if the concepts have stamps."""
    if stamps is None:
        return draft.filled(json_format.pieces(glossary)), None
    own = b"".join([stamps[outline.id] for outline in outlines(glossary.concepts)])
    known = last.standings.get(JSON)
    with suppress(OSError), lying(path) as old:
        if known and old.digest() == known.digest:
            if own == known.stamps and next(json_format.pieces(glossary, own)) == old.read(0, known.start):
                return catalogs.Content(known.digest, path), known  # nothing in it is another
            return _spliced(glossary, own, Splice(known, old, json_format.BETWEEN), draft)
    return _spliced(glossary, own, Splice(None, None, json_format.BETWEEN), draft)


def _spliced(glossary: Glossary, own: bytes, splice: Splice, draft: Draft) -> tuple[Content, Standing]:
    pieces = json_format.pieces(glossary, own, splice)
    head = next(pieces)
    content = draft.filled(chain([head], pieces))
    return content, Standing(content.digest, len(head), own, splice.lengths, len(json_format.BETWEEN))
