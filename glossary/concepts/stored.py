"""Counts that lie in parts, of which each is read when somebody asks for one of its counts."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, MutableMapping, Sequence

from glossary.concepts.compact import loaded_counts
from glossary.concepts.count import Count, Key
from glossary.concepts.samples import Texts


class Stored(MutableMapping[Key, Count]):
    """Key → count, as a dictionary has them; whoever goes through all of them has all parts read.

    Asking raises what ``loaded_counts`` raises where a part is none.
    """

    def __init__(self, parts: Sequence[bytes], sizes: Sequence[int], texts: Texts) -> None:
        """``parts``, each with the counts that ``part_of`` puts into it, so many as ``sizes`` say."""
        self._parts, self._sizes, self._texts = parts, sizes, texts
        self.read: dict[Key, Count] = {}
        """Those of the parts that have been read until now."""
        self._unread = {number for number, size in enumerate(sizes) if size}

    def __getitem__(self, key: Key) -> Count:
        found = self.read.get(key)
        if found is None and self._unread:
            number = part_of(key, len(self._parts))
            if number in self._unread:
                self._add((number,))
        return self.read[key] if found is None else found

    def __setitem__(self, key: Key, count: Count) -> None:
        self.get(key)
        self.read[key] = count

    def __delitem__(self, key: Key) -> None:
        self.get(key)
        del self.read[key]

    def __iter__(self) -> Iterator[Key]:
        self._add(tuple(self._unread))
        return iter(self.read)

    def __len__(self) -> int:
        return len(self.read) + sum(self._sizes[number] for number in self._unread)

    def _add(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.read.update(loaded_counts(self._parts[number], self._texts, marked=True))
            self._unread.discard(number)


def part_of(key: Key, number: int) -> int:
    """In which of a ``number`` of parts a count is."""
    return zlib.crc32("\0".join(key).encode("utf-8", "surrogatepass")) % number
