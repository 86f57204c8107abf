"""Tally ⇄ bytes: what travels between machines, a tenth of what Python would make of it.

Texts that repeat (sentences, paths, forms, reasons) stand once in a list and elsewhere as their number in it; the
whole is pickled and compressed.  1.3 MB of news come to 1.7 MB, most of it the sampled sentences.  As with everything
that is pickled, only bytes from a party that may run code here are to be unpacked: the workers of a cluster are.
"""

from __future__ import annotations

import pickle
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from glossary.concepts.tally import Count, Key, Tally
from glossary.model import Location, Occurrence, Relation

LEVEL = 1
"""Of zlib: the quickest; level 6 takes three times as long for a tenth less."""


def packed(tally: Tally) -> bytes:
    """A tally to be sent; a tally of ``unpacked`` has the same counts, and its samples are sampled."""
    texts: dict[str, int] = {}
    rows = [_rows(counts, texts) for counts in (tally.counts, tally.asked)]
    return zlib.compress(pickle.dumps((list(texts), *rows, tally.sources), 5), LEVEL)


def unpacked(data: bytes) -> Tally:
    """The tally in bytes of ``packed``."""
    texts, counts, asked, sources = pickle.loads(zlib.decompress(data))  # noqa: S301  (see above)
    tally = Tally()
    tally.counts.update(_counts(counts, texts))
    tally.asked.update(_counts(asked, texts))
    tally.sources = sources
    return tally


def _rows(counts: Mapping[Key, Count], texts: dict[str, int]) -> list[tuple[Any, ...]]:
    def number(text: str) -> int:
        return texts.setdefault(text, len(texts))

    return [
        (
            key, count.count, count.documents, dict(count.bases), dict(count.forms),
            [
                (number(o.location.path), o.location.line, number(o.form), number(o.sentence), number(o.role))
                for o in count.sample()
            ],
            [(number(path), tuple(map(number, why))) for path, why in count.reasons],
            [(relation.type, relation.target, times) for relation, times in count.relations.items()],
            dict(count.features), dict(count.subkinds),
        )
        for key, count in counts.items()
    ]  # fmt: skip


def _counts(rows: Sequence[tuple[Any, ...]], texts: Sequence[str]) -> dict[Key, Count]:
    places: dict[tuple[int, int], Location] = {}

    def place(path: int, line: int) -> Location:
        return places.get((path, line)) or places.setdefault((path, line), Location(texts[path], line))

    return {
        key: Count(
            count, documents, Counter(bases), Counter(forms),
            [
                Occurrence(place(path, line), texts[form], texts[sentence], texts[role])
                for path, line, form, sentence, role in occurrences
            ],
            [(texts[path], tuple(texts[reason] for reason in why)) for path, why in reasons],
            Counter({Relation(kind, target): times for kind, target, times in relations}),
            defaultdict(float, features), Counter(subkinds),
        )
        for key, count, documents, bases, forms, occurrences, reasons, relations, features, subkinds in rows
    }  # fmt: skip
