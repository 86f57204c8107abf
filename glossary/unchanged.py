"""Whether a build has anything to do: told from all that it reads, in a hundredth of its time.

A build is a function of files: the documents, ``decisions.toml``, termbases, the catalogs as they lie there, and the
program itself with its libraries and its model.  Where all of them are, byte for byte, as a build left them, another
one would write what is written, and its summary is known.  It is kept in ``.glossary-cache/``, safe to delete; a broken
one is as if there were none.  So are the hashes of all these files, which are read again only when they show a change.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from glossary import binary, documents, hashed, kept, timing
from glossary.basis import WHOLE, basis
from glossary.hashed import hash_if_readable
from glossary.reports import summary
from glossary.settings import Settings

if TYPE_CHECKING:
    from glossary.catalogs import FilePlan
    from glossary.pipeline import Build
    from glossary.reports.summary import Summary

FINAL = frozenset({"added", "refreshed", "removed"})
"""What may become of a message without a consequence: the others bring a translation back or take one away, from which
the next build may compose suggestions for its neighbors."""

WORTH = 5_000_000
"""Bytes that were read (``hashed.read``) from which hashes are remembered, 10 ms: fewer are worked out as quickly."""


class Seen(NamedTuple):
    """Everything that a build reads."""

    documents: tuple[Path, ...]
    hashes: Mapping[str, str]
    """File → hash of its bytes; under the empty name, everything that is no file."""


def look(settings: Settings, paths: Sequence[Path | str]) -> Seen | None:
    """Everything that a build of ``paths`` (without any, the settings' sources) reads, as it is now; None
    when some of it lies at URLs, which do not tell without being read.

    Raises ``GlossaryError`` where the documents cannot be found; what cannot be read has an empty hash.
    """
    if any(map(documents.is_url, paths or settings.sources)):
        return None
    files = [file for file in documents.sources(paths, settings) if isinstance(file, Path)]
    program = basis(settings, (), WHOLE), repr(settings), os.environ.get("SOURCE_DATE_EPOCH")
    names = [*map(documents.absolute, files)]
    others = map(str, _project(settings))
    hashes = {
        "": kept.digest(repr((program, names)).encode()),
        **{name: hash_if_readable(name) for name in (*names, *others)},
    }
    return Seen(tuple(files), hashes)


@contextmanager
def hashes(settings: Settings, *, write: bool) -> Iterator[None]:
    """A run that knows the hashes of files from the last one alone, and hands its own to the next one if it is to
    ``write``.

    They lie in ``.glossary-cache/hashes``, if it took as much as ``WORTH`` to know them.
    """
    file = settings.root / kept.FOLDER / "hashes"
    before: dict[str, tuple[str, hashed.Looks]] = {}
    hashed.forget()
    with timing.stage("comparing"), suppress(OSError, ValueError, TypeError):
        before = binary.loaded(kept.sealed(file)[1])
        hashed.trust(before)
    yield
    with timing.stage("comparing"):
        if write and hashed.read() > WORTH and hashed.known() != before:
            kept.keep_sealed(file, binary.dumped(dict(hashed.known())))


def _project(settings: Settings) -> Iterator[Path]:
    """The files beside the documents that a build reads or writes."""
    output = settings.root / settings.output
    yield from (output / name for name in ("decisions.toml", "glossary.json", "glossary.pot"))
    yield from sorted(output.glob("*/LC_MESSAGES/*.po"))
    for name in settings.termbases:
        path = settings.root / name
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def recall(settings: Settings, seen: Seen | None) -> Summary | None:
    """What the last build came to, if nothing has changed since."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        table = json.loads(kept.sealed(_file(settings))[1])
        if seen is not None and table["seen"] == _state(seen):
            return summary.load(table["summary"])
    return None


def remember(settings: Settings, before: Seen | None, result: Build, told: Summary) -> None:
    """Keep what a build that has been written came to, as it was ``told``; ``before`` is what ``look`` saw when it
    began.

    Only if the build leaves nothing for another one to do.  What has changed meanwhile is not as it was seen.
    """
    if before is None or not all(map(_final, result.plans)):
        return
    written = {str(plan.path): plan.after.digest for plan in result.plans} | {
        str(result.json_path): result.json_after.digest
    }
    seen = before._replace(hashes={**before.hashes, **written})
    kept_told = summary.dump(replace(told, changes=(), changed=()))
    text = json.dumps({"seen": _state(seen), "summary": kept_told}, ensure_ascii=False)
    kept.keep_sealed(_file(settings), text.encode("utf-8", "surrogateescape"))


def _final(plan: FilePlan) -> bool:
    return not plan.language or all(change.action in FINAL for change in plan.changes)


def _file(settings: Settings) -> Path:
    return settings.root / kept.FOLDER / "build.json"


def _state(seen: Seen) -> str:
    return kept.digest(repr(sorted(seen.hashes.items())).encode("utf-8", "surrogateescape"))
