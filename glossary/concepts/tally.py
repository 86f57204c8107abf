"""Counting over all documents: what is kept of each candidate, bounded by the glossary and not by the corpus.

A tally is a sum: tallies of parts of a corpus add up to the tally of the whole, in any order and grouping, and what a
document adds can be taken away again.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping

from glossary.concepts import samples
from glossary.concepts.count import Count, Key
from glossary.concepts.samples import Texts
from glossary.languages.english import fold
from glossary.model import Candidate


def key_of(candidate: Candidate) -> Key:
    """Under which a candidate is counted."""
    return candidate.kind, fold(candidate.form)


class Tally:
    """The sum over documents."""

    def __init__(self) -> None:
        self.texts = Texts()
        self.counts: MutableMapping[Key, Count] = {}
        self.asked: MutableMapping[Key, Count] = {}
        """What was found only because a decision asks for the form."""
        self.sources: list[str] = []

    def add(self, path: str, candidates: Iterable[Candidate]) -> None:
        """Count the candidates of one document, each used at least once; a document is added once."""
        self.sources.append(path)
        for candidate in candidates:
            self._count(self._counts(candidate), key_of(candidate)).add(path, candidate)

    def remove(self, path: str, candidates: Iterable[Candidate]) -> None:
        """Count a document no more of which these are the candidates.

        Raises ``KeyError`` or ``ValueError`` for one that was not counted so.
        """
        self.sources.remove(path)
        for candidate in candidates:
            counts, key = self._counts(candidate), key_of(candidate)
            if key not in counts:
                raise KeyError(key)
            counts[key].remove(path, candidate)
            if not counts[key].documents:
                del counts[key]

    def _counts(self, candidate: Candidate) -> MutableMapping[Key, Count]:
        return self.asked if candidate.recognizer == "accepted" else self.counts

    def _count(self, counts: MutableMapping[Key, Count], key: Key) -> Count:
        found = counts.get(key)
        if found is None:
            found = counts[key] = Count(self.texts)
        return found

    def include(self, other: Tally) -> None:
        """Add the documents of another tally, which stays as it is."""
        self.sources += other.sources
        for mine, more in ((self.counts, other.counts), (self.asked, other.asked)):
            for key, count in more.items():
                self._count(mine, key).include(count)

    def tidy(self) -> None:
        """Forget the texts that no sample has any longer: all get other numbers."""
        self.texts, old = Texts(), self.texts
        for counts in (self.counts, self.asked):
            for count in counts.values():
                count.occurrences = samples.moved(count.occurrences, samples.OCCURRENCE, old, self.texts)
                count.reasons = samples.moved(count.reasons, samples.REASON, old, self.texts)
                count.texts, count.mark = self.texts, b""

    def known(self) -> dict[Key, Count]:
        """All counts, settled and sorted; what a decision asks for counts only where no document has it recognized by
        itself.

        So accepting what is listed changes nothing: "republic" is not looked for inside "Republic of Korea", and
        the title "President" does not become a name in documents that no recognizer finds it in.
        """
        recognized = {folded for _, folded in self.counts}
        found = {**self.counts, **{key: count for key, count in self.asked.items() if key[1] not in recognized}}
        for count in found.values():
            if not count.settled:
                count.settle()
        return {key: found[key] for key in sorted(found)}


def merge(*tallies: Tally) -> Tally:
    """The tally of all documents of these; associative, and they stay as they are."""
    whole = Tally()
    for tally in tallies:
        whole.include(tally)
    return whole
