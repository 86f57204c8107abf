"""What was counted over all documents, remembered beside the project, so that a build counts only what changed.

``.glossary-cache/counts`` is safe to delete.  It holds the counts of the last build with the keys under which the
cache knows its documents.  The next one takes away what documents that are gone or changed had added, and adds what
they name now; what that leaves without enough samples is counted again from all documents.

The file is a hash of its bytes, a line that says what stands where, and compressed parts: texts, each part adding to
those before it, and counts by the hash of their keys (those that decisions ask for apart), so that only parts in which
something changed are made anew.  It is replaced whole, and with it all texts when a quarter of them is new.  Whatever
is wrong with it, it is as if there were none.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

from glossary import basis, binary, cache, concepts, kept
from glossary.concepts import Tally, compact
from glossary.concepts.count import Count
from glossary.concepts.samples import Texts
from glossary.concepts.stored import Stored, part_of
from glossary.model import Candidate
from glossary.settings import Settings

CODE = (*basis.CODE, "binary.py", "cache.py", "summed.py", "concepts/compact.py", "concepts/count.py",
        "concepts/identity.py", "concepts/profiles.py", "concepts/samples.py", "concepts/stored.py",
        "concepts/tally.py")  # fmt: skip
"""Parts of this program that decide what is counted."""
TOGETHER = 30
"""Counts in a part, 5 kB: a document changes some eighty counts, each in a part of its own."""
MOST_NEW = 4
"""All is written anew when more than one in so many bytes of texts was added since."""
FEW = 4
"""Of so many documents, then and now, one may be another: with more, all are counted again in about the same time."""

Keys = Mapping[str, str]
"""Path of a document → its key in the cache."""


@dataclass(slots=True)
class Sum:
    """The counts of some documents."""

    tally: Tally = field(default_factory=Tally)
    documents: dict[str, str] = field(default_factory=dict)
    """The documents counted, with their keys."""
    known: int = 0
    """How many of the texts are in the file."""
    written: list[bytes] = field(default_factory=list)
    """Parts of the file with texts …"""
    parts: list[bytes] = field(default_factory=list)
    """… and with counts: as many with those that were asked for behind the others; empty where there are none."""
    sizes: list[int] = field(default_factory=list)
    """How many counts are in each of these."""
    changed: set[concepts.Key] = field(default_factory=set)
    """Counts that are not as in the file."""
    new: bool = False
    """Whether it is not as in the file."""
    began: str = ""
    """The hash of the file of which texts have their numbers; empty when there is none."""
    ended: str = ""
    """The hash of the file that it is in."""

    def add(self, path: str, key: str, candidates: Sequence[Candidate]) -> None:
        """Count one more document."""
        self.new, self.ended = True, ""
        self.documents[path] = key
        self.tally.add(path, candidates)
        self.changed.update(map(concepts.key_of, candidates))

    def remove(self, path: str, candidates: Sequence[Candidate]) -> None:
        """Count a document no more, of which these are the candidates."""
        self.new, self.ended = True, ""
        del self.documents[path]
        self.tally.remove(path, candidates)
        self.changed.update(map(concepts.key_of, candidates))

    def lacks(self) -> bool:
        """Whether what was removed is missing in the samples."""
        both = (self.tally.counts, self.tally.asked)
        return any(counts[key].short() for counts in both for key in self.changed if key in counts)


def recalled(settings: Settings, wanted: Sequence[str], now: Keys, known: cache.Cache) -> Sum:
    """The counts of the last build without the documents that are not ``now`` as they were; an empty sum where they
    are not known, or are of little use.  ``wanted`` are the forms that decisions ask for.
    """
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, zlib.error):
        found = _read(*kept.sealed(_file(settings)), basis.basis(settings, wanted, CODE), now)
        gone = [path for path, key in found.documents.items() if now.get(path) != key]
        for path in gone:
            candidates = known.find(found.documents[path], path)
            if candidates is None:
                return Sum()
            found.remove(path, candidates)
        return found
    return Sum()


def _read(digest: str, data: bytes, on: str, now: Keys) -> Sum:
    """The sum in a file, written ``on`` a basis.  Raises all kinds of errors for anything else."""
    head, _, body = data.partition(b"\n")
    table = json.loads(head)
    documents: dict[str, str] = table["documents"]
    changed = len(documents.items() ^ now.items())
    if table["basis"] != on or changed * FEW > len(documents) + len(now):
        return Sum()
    ends = accumulate((*table["texts"], *table["counts"]), initial=0)
    pieces = [body[start:end] for start, end in pairwise(ends)]
    written, parts = pieces[: len(table["texts"])], pieces[len(table["texts"]) :]
    tally, half = Tally(), len(parts) // 2
    tally.texts = Texts(text for part in written for text in binary.expanded(part))
    sizes = table["sizes"]
    tally.counts = Stored(parts[:half], sizes[:half], tally.texts)
    tally.asked = Stored(parts[half:], sizes[half:], tally.texts)
    tally.sources = list(documents)
    found = Sum(tally, documents, len(tally.texts.all), written, parts, sizes)
    found.began = found.ended = digest
    return found


def is_due(found: Sum) -> bool:
    """Whether the texts are to be numbered anew, because many are known or have come."""
    added = sum(map(len, found.written[1:])) * MOST_NEW
    many = len(found.tally.counts) > TOGETHER * len(found.parts)
    return found.new and (not found.written or added > len(found.written[0]) or many)


def settle(found: Sum) -> None:
    """Number the texts anew when that is due: before anybody takes the numbers for those that will be remembered."""
    tally = found.tally
    if is_due(found):
        tally.tidy()
        found.began = ""  # numbers mean something else now
        found.known, found.written = 0, []
        found.parts = [b""] * 2 * (1 + len(tally.counts) // TOGETHER)
        found.sizes = [0] * len(found.parts)


def remember(settings: Settings, wanted: Sequence[str], found: Sum) -> str:
    """Put the counts, which are settled, into the file, and give its hash (``ended``); without permission or room
    nothing is remembered.
    """
    if not found.new:
        return found.ended
    tally, number = found.tally, len(found.parts) // 2
    changed = {part_of(key, number) for key in found.changed} if found.written else set(range(number))
    for half, counts in enumerate(map(_read_of, (tally.counts, tally.asked))):
        for part, some in _some(counts, changed, number).items():
            found.parts[part + half * number] = compact.dumped_counts(some, marked=True) if some else b""
            found.sizes[part + half * number] = len(some)
    found.written.append(binary.compressed_list(tally.texts.all[found.known :]))
    head = {
        "basis": basis.basis(settings, wanted, CODE), "documents": found.documents,
        "texts": [len(part) for part in found.written], "counts": [len(part) for part in found.parts],
        "sizes": found.sizes,
    }  # fmt: skip
    found.ended = kept.keep_sealed(_file(settings), json.dumps(head).encode(), b"\n", *found.written, *found.parts)
    return found.ended


def _some(
    counts: Mapping[concepts.Key, Count], wanted: Iterable[int], number: int
) -> dict[int, list[tuple[concepts.Key, Count]]]:
    """The counts of each of the ``wanted`` among ``number`` parts."""
    found: dict[int, list[tuple[concepts.Key, Count]]] = {part: [] for part in wanted}
    for item in counts.items():
        part = found.get(part_of(item[0], number))
        if part is not None:
            part.append(item)
    return found


def _read_of(counts: Mapping[concepts.Key, Count]) -> Mapping[concepts.Key, Count]:
    """Those of the counts that are not as they are in the file, and some others."""
    return counts.read if isinstance(counts, Stored) else counts


def _file(settings: Settings) -> Path:
    return settings.root / kept.FOLDER / "counts"
