"""Counting over all documents: what is kept of each candidate, bounded by the glossary and not by the corpus.

A tally is a sum: tallies of parts of a corpus add up to the tally of the whole, in any order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from glossary.languages.english import fold
from glossary.model import Candidate, Kind, Occurrence, Relation

SAMPLE = 50
"""Occurrences kept per candidate: the first by path and line. Counts stay exact."""
REASONS = 6
"""Reasons kept per candidate, the first in order of path and line of their document."""

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
            if len(entry.occurrences) > 4 * SAMPLE:
                entry.sample()
            entry.reasons.append((path, candidate.why))
            if len(entry.reasons) > REASONS:
                entry.reasons = sorted(entry.reasons)[:REASONS]
            for relation in candidate.relations:
                entry.relations[relation] += 1
            for name, value in candidate.features.items():
                entry.features[name] += value
            if candidate.subkind:
                entry.subkinds[candidate.subkind] += len(candidate.occurrences)

    def known(self) -> dict[Key, Count]:
        """All counts; what a decision asks for counts only where no document has it recognized by itself.

        So accepting what is listed changes nothing: "republic" is not looked for inside "Republic of Korea", and
        the title "President" does not become a name in documents that no recognizer finds it in.
        """
        recognized = {folded for _, folded in self.counts}
        return self.counts | {key: count for key, count in self.asked.items() if key[1] not in recognized}
