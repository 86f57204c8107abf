"""What is kept of one candidate over all documents: exact numbers, and samples that depend on no order of adding.

What is sampled is the first by path and line: the first fifty of all are among the first fifty of their parts.  A few
more are kept, so that documents may go without leaving too few.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, TypeVar

from glossary.concepts import samples
from glossary.concepts.samples import OCCURRENCE, REASON, Order, Reason, Sampled, Texts
from glossary.model import Candidate, Kind, Relation

SAMPLE = 50
"""Occurrences kept per candidate: the first by path and line. Counts stay exact."""
REASONS = 6
"""Reasons kept per candidate, the first in order of path and line of their document."""
MARK = 16
"""Bytes of a hash of a count."""
SPARE = 14, 4
"""Occurrences and reasons kept beyond these: as many as one document in a hundred takes with it."""

Form = TypeVar("Form", str, Relation)
Key = tuple[Kind, str]
"""Kind and folded form."""
Place = TypeVar("Place", Order, Reason)


@dataclass(slots=True)
class Count:
    """Everything known of one candidate over all documents so far."""

    texts: Texts
    """What the numbers of the samples mean."""
    count: int = 0
    documents: int = 0
    bases: dict[str, int] = field(default_factory=dict)
    """The forms that name it best, each with its uses."""
    forms: dict[str, int] = field(default_factory=dict)
    """Every form as written, with its uses."""
    occurrences: array[int] = field(default_factory=samples.none)
    """As ``samples`` has them."""
    reasons: array[int] = field(default_factory=samples.none)
    relations: dict[Relation, int] = field(default_factory=dict)
    features: dict[str, float] = field(default_factory=dict)
    subkinds: dict[str, int] = field(default_factory=dict)
    end: Order | None = None
    """Of the occurrences up to this place none is missing; None when none is missing at all."""
    reasons_end: Reason | None = None
    """The same of the reasons."""
    settled: bool = False
    """Sampled and in order."""
    mark: bytes = b""
    """As ``marked`` gives it, once it has been worked out."""
    tokens: Sequence[Sequence[str]] | None = None
    """As ``identity.tokens`` gives them, once they have been worked out."""

    def add(self, path: str, candidate: Candidate) -> None:
        """Count a candidate of the document ``path``."""
        uses = len(candidate.occurrences)
        self.count += uses
        self.documents += 1
        self.bases[candidate.form] = self.bases.get(candidate.form, 0) + uses
        for occurrence in candidate.occurrences:
            self.forms[occurrence.form] = self.forms.get(occurrence.form, 0) + 1
        if self.end is None or path <= self.end[0]:
            self.texts.add(self.occurrences, candidate.occurrences)
        if self.reasons_end is None or path <= self.reasons_end[0]:
            self.texts.add_reason(self.reasons, path, candidate.why)
        _add(self.relations, dict.fromkeys(candidate.relations, 1))
        _add(self.features, candidate.features)
        if candidate.subkind:
            _add(self.subkinds, {candidate.subkind: uses})
        self._bound()

    def remove(self, path: str, candidate: Candidate) -> None:
        """Count it no more; all candidates of the document are to be removed."""
        uses = len(candidate.occurrences)
        self.count -= uses
        self.documents -= 1
        _take(self.bases, {candidate.form: uses})
        for occurrence in candidate.occurrences:
            _take(self.forms, {occurrence.form: 1})
        gone = self.texts.number(path)
        for numbers, size in ((self.occurrences, OCCURRENCE), (self.reasons, REASON)):
            numbers[:] = samples.joined(row for row in samples.rows(numbers, size) if row[0] != gone)
        _take(self.relations, dict.fromkeys(candidate.relations, 1))
        _take(self.features, candidate.features)
        if candidate.subkind:
            _take(self.subkinds, {candidate.subkind: uses})
        self.settled = False

    def include(self, other: Count) -> None:
        """Add what is known of the same candidate from other documents; ``other`` stays as it is."""
        self.count += other.count
        self.documents += other.documents
        self.occurrences += samples.moved(other.occurrences, OCCURRENCE, other.texts, self.texts)
        self.reasons += samples.moved(other.reasons, REASON, other.texts, self.texts)
        self.end = _sooner(self.end, other.end)
        self.reasons_end = _sooner(self.reasons_end, other.reasons_end)
        _add(self.bases, other.bases)
        _add(self.forms, other.forms)
        _add(self.relations, other.relations)
        _add(self.features, other.features)
        _add(self.subkinds, other.subkinds)
        self._bound()

    def _bound(self) -> None:
        """Keep no more than a few samples of what grows with the documents."""
        self.settled = False
        if len(self.occurrences) > 4 * SAMPLE * OCCURRENCE:
            self._sample()
        if len(self.reasons) > 4 * REASONS * REASON:
            self._reason()

    def _sample(self) -> None:
        if self.end is not None or len(self.occurrences) > OCCURRENCE:
            found = set(samples.rows(self.occurrences, OCCURRENCE))
            self.occurrences, self.end = _first(found, self.texts.order, self.end, SAMPLE + SPARE[0])

    def _reason(self) -> None:
        if self.reasons_end is not None or len(self.reasons) > REASON:
            found = samples.rows(self.reasons, REASON)
            self.reasons, self.reasons_end = _first(found, self.texts.reason, self.reasons_end, REASONS + SPARE[1])

    def settle(self) -> None:
        """Have it sampled, and in one order, whatever the order in which the documents came."""
        if not self.settled:
            self._sample()
            self._reason()
            self.bases, self.forms, self.subkinds = _ordered(self.bases), _ordered(self.forms), _ordered(self.subkinds)
            self.relations = _ordered(self.relations)
            self.settled, self.mark, self.tokens = True, b"", None

    def marked(self) -> bytes:
        """A hash of all that an entry is made from, with the numbers that texts have now; nothing is to be counted
        afterwards.
        """
        self.settle()
        if not self.mark:
            told = (self.count, self.documents, self.bases, self.forms, self.subkinds, len(self.occurrences))
            found = blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=MARK)
            found.update(self.occurrences)
            found.update(self.reasons)
            self.mark = found.digest()
        return self.mark

    def short(self) -> bool:
        """Whether so much was removed that the samples lack what the documents have."""
        self.settle()
        return (self.end is not None and len(self.occurrences) < SAMPLE * OCCURRENCE) or (
            self.reasons_end is not None and len(self.reasons) < REASONS * REASON
        )

    def sample(self) -> Sampled:
        """The first ``SAMPLE`` occurrences by path and line; nothing is to be counted afterwards."""
        self.settle()
        own = self.occurrences
        return Sampled(self.texts, own if len(own) <= SAMPLE * OCCURRENCE else own[: SAMPLE * OCCURRENCE])

    def said(self) -> tuple[str, ...]:
        """What the first ``REASONS`` reasons say, each once."""
        self.settle()
        texts = self.texts.all
        numbers = dict.fromkeys(self.reasons[1 : REASONS * REASON : REASON])
        found = [said for number in numbers for said in texts[number].split("\0")[:-1]]
        return tuple(found if len(found) < 2 else dict.fromkeys(found))


def _add(mine: dict[Any, Any], more: Mapping[Any, Any]) -> None:
    for name, value in more.items():
        if value:
            mine[name] = mine.get(name, 0) + value


def _take(mine: dict[Any, Any], less: Mapping[Any, Any]) -> None:
    """Take away what was added; what comes to nothing goes.  Raises ``KeyError`` for what was not added."""
    for name, value in less.items():
        if value:
            mine[name] -= value
            if not mine[name]:
                del mine[name]


def _sooner(end: Place | None, other: Place | None) -> Place | None:
    """Up to where none is missing, when two are put together."""
    return min(end, other) if end is not None and other is not None else end or other


def _first(
    found: Iterable[tuple[int, ...]], place: Callable[[Sequence[int]], Place], end: Place | None, limit: int
) -> tuple[array[int], Place | None]:
    """The first of all, as far as they are known up to ``end``, and up to where they are then."""
    order = sorted([(place(row), row) for row in found])
    if end is not None:
        order = [item for item in order if item[0] <= end]
    if len(order) > limit:
        order, end = order[:limit], order[limit - 1][0]
    return samples.joined(row for _, row in order), end


def _ordered(counter: dict[Form, int]) -> dict[Form, int]:
    return dict(sorted(counter.items())) if len(counter) > 1 else counter
