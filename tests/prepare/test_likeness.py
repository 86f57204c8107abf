"""Which old text a new one was, in all its cases."""

from __future__ import annotations

import random

import pytest

from glossary.catalogs.likeness import continued, likeness

A = "The ministers met in Port Amity on Monday."
B = "Patrols take place on two hundred days of the year."
C = "Either side may ask the center for an inspection."


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("a b c d", "a b c d", 1.0),
        ("a b c d", "A, b; c... e", 0.75),
        ("a b", "c d", 0.0),
        ("", "", 0.0),
        ("one two three four five", "one two three four five six seven eight nine ten eleven", 0.9),
        ("one two", "one two three four five six", 0.5),
    ],
)
def test_likeness(first, second, value):
    assert likeness(first, second) == pytest.approx(value)


@pytest.mark.parametrize(
    ("old", "new", "same", "found"),
    [
        ([A, B, C], [A, "Patrols take place on 300 days of the year.", C], {0: 0, 2: 2}, {1: 1}),
        ([A, B], ["An entirely different matter."], {}, {}),
        ([A, B, C], [C, A + " And more was said."], {0: 2}, {1: 0}),
        # half of the words: enough between the same neighbors, too little after a move
        ([A, "one two three four", C], [A, "one two five six", C], {0: 0, 2: 2}, {1: 1}),
        ([A, "one two three four", C], ["one two five six", A, C], {1: 0, 2: 2}, {}),
        # of two candidates the likelier
        ([A, B], ["Patrols take place on two days of the year.", "Patrols take place."], {}, {0: 1}),
    ],
)
def test_continued(old, new, same, found):
    assert continued(old, new, same) == found


def test_a_thousand_rewritten_paragraphs_find_themselves():
    """Every tenth word of each is another, and all have moved."""
    generator = random.Random(7)
    words = [f"w{number}" for number in range(3000)]
    old = [" ".join(generator.choice(words) for _ in range(30)) for _ in range(1000)]
    order = list(range(1000))
    generator.shuffle(order)
    new = [" ".join("x" if i % 10 == 0 else word for i, word in enumerate(old[origin].split())) for origin in order]
    assert continued(old, new, {}) == dict(enumerate(order))
