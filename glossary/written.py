"""What the last build wrote of each concept, remembered beside the project, so that only what changed is written anew.

``.glossary-cache/written`` is safe to delete.  It says where in ``glossary.json``, the template and the catalogs each
concept stands, under a hash of all that there is in the concept (its stamp).  Samples have numbers in it, so stamps
hold for the counts that a build wrote, and for those that the next one makes of them.  Whatever is wrong with the file,
it is as if there were none.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from glossary import kept, suggestions
from glossary.basis import WHOLE, code_of
from glossary.model import Glossary
from glossary.outlined import outlines
from glossary.settings import Settings
from glossary.standing import SIZE, Standing, each

JSON = "glossary.json"
"""Name of that file among the languages of the catalogs."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the last build wrote."""

    standings: Mapping[str, Standing] = field(default_factory=dict)
    """Language (empty: the template; or ``JSON``) → where each concept stands."""
    keys: Mapping[bytes, str] = field(default_factory=dict)
    """Stamp of a concept → under which its suggestions are remembered."""

    @property
    def untouched(self) -> frozenset[str]:
        """Hashes of the catalogs that nobody has put work into."""
        found = self.standings.items()
        return frozenset(
            one.digest for language, one in found if language != JSON and not one.notes.get("worked", True)
        )

    def catalogs(self, suggested: str) -> Mapping[str, Standing]:
        """Where concepts stand in the template and in catalogs whose suggestions came from the same sources."""
        return {
            language: one for language, one in self.standings.items()
            if not language or (suggested and one.notes.get("suggested") == suggested)
        }  # fmt: skip


def stamps(glossary: Glossary) -> dict[str, bytes] | None:
    """Concept id → a hash of all that there is in the concept; None for concepts that were not counted."""
    found = {outline.id: outline.stamp for outline in outlines(glossary.concepts)}
    return found if all(found.values()) else None


def keys(glossary: Glossary, stamps: Mapping[str, bytes] | None, last: Written) -> list[str]:
    """Under which the suggestions of each concept are remembered, as ``suggestions.key`` says."""
    if stamps is None or not last.keys:
        return [suggestions.key(concept) for concept in glossary]
    known = [last.keys.get(stamps[outline.id]) for outline in outlines(glossary.concepts)]
    return [key or suggestions.key(glossary.concepts[number]) for number, key in enumerate(known)]


def recall(settings: Settings, counted: str) -> Written:
    """What the last build wrote, if that was made of the counts that this one began with (a hash of their file)."""
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        head, _, rest = kept.sealed(_file(settings))[1].partition(b"\n")
        table = json.loads(head)
        if not counted or table["basis"] != _basis(settings, counted):
            return Written()
        found: dict[str, Standing] = {}
        at = 0
        for name, file in table["files"].items():
            end = at + file["number"] * SIZE
            own = rest[at:end]
            lengths = array("I")
            at = end + file["number"] * lengths.itemsize
            lengths.frombytes(rest[end:at])
            found[name] = Standing(file["digest"], file["start"], own, lengths, file["gap"], file["notes"])
        keys = [stamp.hex() for stamp in each(rest[at:])]
        return Written(found, dict(zip(each(found[JSON].stamps), keys, strict=True)))
    return Written()


def remember(settings: Settings, counted: str, standings: Mapping[str, Standing | None], keys: Iterable[str]) -> None:
    """Put what this build is going to write into the file; without permission or room nothing is remembered.

    ``keys`` are those of the suggestions, in the order of ``glossary.json``.
    """
    known = {name: one for name, one in standings.items() if one is not None}
    if not counted or JSON not in known:
        return
    files = {
        name: {
            "number": len(one.lengths), "digest": one.digest, "start": one.start, "gap": one.gap, "notes": one.notes,
        }
        for name, one in known.items()
    }  # fmt: skip
    head = json.dumps({"basis": _basis(settings, counted), "files": files}).encode()
    parts: Iterable[bytes] = (part for one in known.values() for part in (one.stamps, one.lengths.tobytes()))
    kept.keep_sealed(_file(settings), head, b"\n", *parts, bytes.fromhex("".join(keys)))  # hashes do not compress


def _basis(settings: Settings, counted: str) -> str:
    """Everything else that decides what is written of a concept, as a hash."""
    return kept.digest(repr((code_of(WHOLE), settings, counted)).encode("utf-8", "surrogatepass"))


def _file(settings: Settings) -> Path:
    return settings.root / kept.FOLDER / "written"
