"""Tally ⇄ JSON: what travels between machines and lies in files, a tenth of what Python would make of it.

Texts that repeat (sentences, paths, forms, reasons) stand once in a list and elsewhere as their number in it.  1.3 MB
of news come to 1.7 MB, most of it the sampled sentences.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from glossary.concepts.count import Count, Key, Samples, reading_order
from glossary.concepts.tally import Tally
from glossary.model import Location, Occurrence, Relation

LEVEL = 1
"""Of zlib: the quickest; level 6 takes three times as long for a tenth less."""


def packed(tally: Tally) -> bytes:
    """A tally to be sent; a tally of ``unpacked`` has the same counts, and its samples are sampled."""
    texts: dict[str, int] = {}
    counts = [rows(part.items(), numbered(texts)) for part in (tally.counts, tally.asked)]
    return dumped([list(texts), *counts, tally.sources])


def unpacked(data: bytes) -> Tally:
    """The tally in bytes of ``packed``."""
    texts, own, asked, sources = loaded(data)
    tally = Tally()
    places: Places = {}
    tally.counts.update(counts(own, texts, places))
    tally.asked.update(counts(asked, texts, places))
    tally.sources = sources
    return tally


def dumped(value: object) -> bytes:
    """Lists, texts and numbers as compressed JSON."""
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), LEVEL)


def loaded(data: bytes) -> Any:
    """What was ``dumped``.  Raises ``ValueError`` or ``zlib.error`` for anything else."""
    return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))


def numbered(texts: dict[str, int]) -> Callable[[str], int]:
    """A function text → its number; texts without one are put into ``texts``."""
    return lambda text: texts.setdefault(text, len(texts))


def rows(counts: Iterable[tuple[Key, Count]], number: Callable[[str], int]) -> list[list[Any]]:
    """Counts as lists of texts and numbers, settled; ``number`` gives texts that repeat their numbers."""
    found = []
    for key, count in counts:
        samples, why, end, why_end = count.kept()
        occurrences: list[int] = []
        for used in samples:
            occurrences += (
                number(used.location.path), used.location.line, number(used.form), number(used.sentence),
                number(used.role),
            )  # fmt: skip
        reasons = [[number(path), *map(number, said)] for path, said in why]
        relations = [[relation.type, relation.target, times] for relation, times in count.relations.items()]
        found.append([
            *key, count.count, count.documents, count.bases, count.forms, occurrences, end is None, reasons,
            why_end is None, relations, count.features, count.subkinds,
        ])  # fmt: skip
    return found


Places = dict[tuple[int, int], Location]
"""Number of a path, line → the place."""


def counts(rows: Iterable[Sequence[Any]], texts: Sequence[str], places: Places) -> dict[Key, Count]:
    """The counts of ``rows``; ``texts`` by their numbers.  Equal ``places`` are one object."""
    found: dict[Key, Count] = {}
    for kind, folded, count, documents, bases, forms, *samples, relations, features, subkinds in rows:
        found[kind, folded] = Count(
            count, documents, bases, forms, [], [],
            {Relation(type_, target): times for type_, target, times in relations} if relations else {},
            features, subkinds, settled=True, packed=partial(_samples, samples, texts, places),
        )  # fmt: skip
    return found


def _samples(packed: Sequence[Any], texts: Sequence[str], places: Places) -> Samples:
    """The samples of a row."""
    numbers, whole, why, all_why = packed
    occurrences = []
    each = iter(numbers)
    for path, line, form, sentence, role in zip(each, each, each, each, each, strict=True):
        at = path, line
        place = places.get(at)
        if place is None:
            place = places[at] = Location(texts[path], line)
        occurrences.append(Occurrence(place, texts[form], texts[sentence], texts[role]))
    reasons = [(texts[said[0]], tuple([texts[reason] for reason in said[1:]])) for said in why]
    return occurrences, reasons, None if whole else reading_order(occurrences[-1]), None if all_why else reasons[-1]
