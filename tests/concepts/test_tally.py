"""Counts over documents: the same whatever the order and the grouping in which they are added up."""

from __future__ import annotations

import pickle
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.concepts import Tally, count, merge, packed, samples, unpacked
from glossary.model import Candidate, Location, Occurrence, Relation

from .building import named

FORMS = ("Kim Jong Un", "KIM JONG UN", "ceasefire", "Ceasefire", "drill")
CANDIDATE = st.builds(
    lambda form, kind, lines, why, relations, features, subkind, asked: (
        lambda path: Candidate(
            form, kind, tuple(Occurrence(Location(path, line), form, f"Line {line}.") for line in lines),
            "accepted" if asked else "names", why=why, relations=relations, features=features, subkind=subkind,
        )
    ),
    st.sampled_from(FORMS),
    st.sampled_from(("person", "term")),
    st.lists(st.integers(1, 400), min_size=1, max_size=120),
    st.sampled_from((("one",), ("another", "one"))),
    st.sampled_from(((), (Relation("holder", "Kim"),), (Relation("expansion", "drill"), Relation("holder", "kim")))),
    st.sampled_from(({}, {"quoted": 1.0}, {"quoted": 2.0, "maximal": 1.0})),
    st.sampled_from(("", "city")),
    st.booleans(),
)  # fmt: skip
DOCUMENTS = st.lists(st.lists(CANDIDATE, max_size=4), min_size=1, max_size=9)


def counted(documents) -> Tally:
    """The tally of documents, each a path and its candidates."""
    found = Tally()
    for path, candidates in documents:
        found.add(path, [make(path) for make in candidates])
    return found


def why(found: count.Count) -> list[samples.Reason]:
    """The reasons that an entry is made of."""
    found.settle()
    return [
        found.texts.reason(row) for row in samples.rows(found.reasons[: count.REASONS * samples.REASON], samples.REASON)
    ]


def told(found: Tally) -> tuple[object, ...]:
    """All that a glossary is made of, with the order of everything in it."""
    counts = [
        (key, c.count, c.documents, list(c.bases.items()), list(c.forms.items()), c.sample(), why(c),
         list(c.relations.items()), sorted(c.features.items()), list(c.subkinds.items()))
        for key, c in found.known().items()
    ]  # fmt: skip
    return counts, sorted(found.sources)


@given(DOCUMENTS, st.data())
def test_any_tree_of_any_parts_is_the_sum_in_order(documents, data):
    numbered = [(f"{number}.txt", candidates) for number, candidates in enumerate(documents)]
    whole = told(counted(numbered))
    parts = [counted([document]) for document in data.draw(st.permutations(numbered))]
    while len(parts) > 1:
        size = data.draw(st.integers(2, len(parts)))
        start = data.draw(st.integers(0, len(parts) - size))
        taken = parts[start : start + size]
        if data.draw(st.booleans()):
            taken = [unpacked(packed(part)) for part in taken]
        parts[start : start + size] = [merge(*taken)]
    assert told(parts[0]) == whole


def test_merging_changes_nothing_that_is_merged():
    left, right = (counted([(path, [lambda path: named("drill", path=path)])]) for path in ("a.txt", "b.txt"))
    before = pickle.dumps((left, right))
    both = merge(left, right)
    merge(both, both)
    assert pickle.dumps((left, right)) == before
    assert both.counts["term", "drill"].count == 2
    assert merge().counts == {}


@pytest.mark.parametrize("size", [1, 7, 300])
def test_samples_are_the_first_and_counts_are_exact(size):
    documents = [(f"{number:03}.txt", [lambda path: named("drill", uses=3, path=path)]) for number in range(300)]
    parts = [counted(documents[start : start + size]) for start in range(0, 300, size)]
    (found,) = reduce(merge, reversed(parts)).known().values()
    assert (found.count, found.documents) == (900, 300)
    places = [(occurrence.location.path, occurrence.location.line) for occurrence in found.sample()]
    assert places == [(f"{number // 3:03}.txt", number % 3 + 1) for number in range(count.SAMPLE)]
    assert [path for path, _ in why(found)] == [f"{number:03}.txt" for number in range(count.REASONS)]
