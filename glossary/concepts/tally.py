"""Counting over all documents: what is kept of each candidate, bounded by the glossary and not by the corpus.

A tally is a sum: tallies of parts of a corpus add up to the tally of the whole, in any order and grouping.  What is
sampled keeps to that too, because the rule is the same for a part and for the whole: the first by path and line, and
the first fifty of all are among the first fifty of their parts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from glossary.languages.english import fold
from glossary.model import Candidate, Kind, Occurrence, Relation

SAMPLE = 50
"""Occurrences kept per candidate: the first by path and line. Counts stay exact."""
REASONS = 6
"""Reasons kept per candidate, the first in order of path and line of their document."""

Form = TypeVar("Form", str, Relation)
Key = tuple[Kind, str]
"""Kind and folded form."""


@dataclass(slots=True)
class Count:
    """Everything known of one candidate over all documents so far."""

    count: int = 0
    documents: int = 0
    bases: Counter[str] = field(default_factory=Counter)
    """The forms that name it best, each with its uses."""
    forms: Counter[str] = field(default_factory=Counter)
    """Every form as written, with its uses."""
    occurrences: list[Occurrence] = field(default_factory=list)
    reasons: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Path of the document, why its candidate was recognized; in any order."""
    relations: Counter[Relation] = field(default_factory=Counter)
    features: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    subkinds: Counter[str] = field(default_factory=Counter)

    def sample(self) -> list[Occurrence]:
        """The first ``SAMPLE`` occurrences by path and line."""
        if len(self.occurrences) > 1:
            self.occurrences = sorted(set(self.occurrences), key=reading_order)[:SAMPLE]
        return self.occurrences

    def bound(self) -> None:
        """Keep no more than a few samples of what grows with the documents."""
        if len(self.occurrences) > 4 * SAMPLE:
            self.sample()
        if len(self.reasons) > REASONS:
            self.reasons = sorted(self.reasons)[:REASONS]

    def include(self, other: Count) -> None:
        """Add what is known of the same candidate from other documents; ``other`` stays as it is."""
        self.count += other.count
        self.documents += other.documents
        self.bases.update(other.bases)
        self.forms.update(other.forms)
        self.relations.update(other.relations)
        self.subkinds.update(other.subkinds)
        self.occurrences += other.occurrences
        self.reasons += other.reasons
        for name, value in other.features.items():
            self.features[name] += value
        self.bound()

    def settled(self) -> Count:
        """It sampled, and in one order, whatever the order in which the documents came."""
        return Count(
            self.count, self.documents, _ordered(self.bases), _ordered(self.forms), self.sample(),
            sorted(self.reasons), _ordered(self.relations), defaultdict(float, sorted(self.features.items())),
            _ordered(self.subkinds),
        )  # fmt: skip


def _ordered(counter: Counter[Form]) -> Counter[Form]:
    return Counter(dict(sorted(counter.items())))


def reading_order(occurrence: Occurrence) -> tuple[str, int, str, str, str]:
    """Sorts occurrences as they sort themselves, in a third of the time."""
    place = occurrence.location
    return place.path, place.line, occurrence.form, occurrence.sentence, occurrence.role


class Tally:
    """The sum over documents."""

    def __init__(self) -> None:
        self.counts: dict[Key, Count] = defaultdict(Count)
        self.asked: dict[Key, Count] = defaultdict(Count)
        """What was found only because a decision asks for the form."""
        self.sources: list[str] = []

    def add(self, path: str, candidates: Iterable[Candidate]) -> None:
        """Count the candidates of one document; a document is added once."""
        self.sources.append(path)
        for candidate in candidates:
            counts = self.asked if candidate.recognizer == "accepted" else self.counts
            entry = counts[candidate.kind, fold(candidate.form)]
            entry.count += len(candidate.occurrences)
            entry.documents += 1
            entry.bases[candidate.form] += len(candidate.occurrences)
            for occurrence in candidate.occurrences:
                entry.forms[occurrence.form] += 1
            entry.occurrences += candidate.occurrences
            entry.reasons.append((path, candidate.why))
            entry.bound()
            for relation in candidate.relations:
                entry.relations[relation] += 1
            for name, value in candidate.features.items():
                entry.features[name] += value
            if candidate.subkind:
                entry.subkinds[candidate.subkind] += len(candidate.occurrences)

    def include(self, other: Tally) -> None:
        """Add the documents of another tally, which stays as it is."""
        self.sources += other.sources
        for mine, more in ((self.counts, other.counts), (self.asked, other.asked)):
            for key, count in more.items():
                mine[key].include(count)

    def known(self) -> dict[Key, Count]:
        """All counts, sorted; what a decision asks for counts only where no document has it recognized by itself.

        So accepting what is listed changes nothing: "republic" is not looked for inside "Republic of Korea", and
        the title "President" does not become a name in documents that no recognizer finds it in.
        """
        recognized = {folded for _, folded in self.counts}
        found = self.counts | {key: count for key, count in self.asked.items() if key[1] not in recognized}
        return {key: found[key].settled() for key in sorted(found)}


def merge(*tallies: Tally) -> Tally:
    """The tally of all documents of these; associative, and they stay as they are."""
    whole = Tally()
    for tally in tallies:
        whole.include(tally)
    return whole
