"""Tally ⇄ bytes: what travels between machines and lies in files, a tenth of what Python would make of it.

Texts that repeat (sentences, paths, forms, reasons) stand once in a list and elsewhere as their number in it.  1.3 MB
of news come to 1.7 MB, most of it the sampled sentences.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

from glossary import binary
from glossary.concepts import samples
from glossary.concepts.count import MARK, Count, Key
from glossary.concepts.profiles import profile
from glossary.concepts.samples import OCCURRENCE, REASON, Texts
from glossary.concepts.tally import Tally
from glossary.model import Relation


def packed(tally: Tally) -> bytes:
    """A tally to be sent; a tally of ``unpacked`` has the same counts, and its samples are sampled."""
    sent = Tally()
    sent.include(tally)
    for counts in (sent.counts, sent.asked):
        for count in counts.values():
            count.settle()
    sent.tidy()
    parts = [
        binary.compressed([sent.texts.all, sent.sources]),
        *(dumped_counts(part.items(), marked=False) for part in (sent.counts, sent.asked)),
    ]
    return b"".join(len(part).to_bytes(8, "little") + part for part in parts)


def unpacked(data: bytes) -> Tally:
    """The tally in bytes of ``packed``."""
    parts = []
    while data:
        end = 8 + int.from_bytes(data[:8], "little")
        parts.append(data[8:end])
        data = data[end:]
    texts, sources = binary.expanded(parts[0])
    tally = Tally()
    tally.texts, tally.sources = Texts(texts), list(sources)
    tally.counts, tally.asked = (loaded_counts(part, tally.texts, marked=False) for part in parts[1:])
    return tally


def dumped_counts(counts: Iterable[tuple[Key, Count]], *, marked: bool) -> bytes:
    """Counts, settled, and the numbers of their samples, one after the other.

    They are to be ``marked`` where they come back as they are: with what is worked out of each, and a hash of it.
    What is mostly empty, or as something else, is 0 then.
    """
    rows, marks, numbers = [], bytearray(), samples.none()
    for key, count in counts:
        count.settle()
        if marked:
            profile(key, count)
            marks += count.mark
        rows.append([
            *key, count.count, count.documents, count.bases, 0 if count.forms == count.bases else count.forms,
            len(count.occurrences), count.end is None, len(count.reasons), count.reasons_end is None,
            [[relation.type, relation.target, times] for relation, times in count.relations.items()] or 0,
            count.features or 0, count.subkinds or 0, (marked and count.tokens) or 0,
        ])  # fmt: skip
        numbers += count.occurrences
        numbers += count.reasons
    return binary.compressed([rows, bytes(marks), _little(numbers).tobytes()])


def loaded_counts(data: bytes, texts: Texts, *, marked: bool) -> dict[Key, Count]:
    """What was dumped of counts, whose ``texts`` have the same numbers; all kinds of errors for anything else."""
    rows, marks, samples_of_all = binary.expanded(data)
    numbers = samples.none()
    numbers.frombytes(samples_of_all)
    _little(numbers)
    found: dict[Key, Count] = {}
    at = 0
    for place, row in enumerate(rows):
        (
            kind, folded, count, documents, bases, forms, used, whole, said, all_said, relations, features, subkinds,
            tokens,
        ) = row  # fmt: skip
        middle, end = at + used, at + used + said
        found[kind, folded] = Count(
            texts, count, documents, bases, forms or dict(bases), numbers[at:middle], numbers[middle:end],
            {Relation(type_, target): times for type_, target, times in relations} if relations else {},
            features or {}, subkinds or {},
            None if whole else texts.order(numbers[middle - OCCURRENCE : middle]),
            None if all_said else texts.reason(numbers[end - REASON : end]),
            settled=True, mark=marks[MARK * place : MARK * (place + 1)],
            tokens=(tokens or ()) if marked else None,
        )  # fmt: skip
        at = end
    return found


def _little(numbers: array[int]) -> array[int]:
    """Numbers with the order of bytes that they have when they are sent, or back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
