"""Claimed quality: floors on pairs of common knowledge and of GeoNames places that the rules were not written from.

The whole figures come from ``tests/quality/score_transcription.py``; these samples are small, so the floors lie a
little below what they reach today.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from glossary.suggestions.transcription import transcribe

FLOORS = {
    # kind, origin, target: right at first place, among the first three
    ("person", "", "ja"): (1.0, 1.0),
    ("person", "", "ko"): (1.0, 1.0),
    ("person", "", "uk"): (1.0, 1.0),
    ("person", "ja", "ko"): (0.95, 0.95),
    ("person", "ja", "uk"): (0.95, 1.0),
    ("person", "ko", "ja"): (0.9, 0.95),
    ("person", "ko", "ko"): (0.88, 0.97),
    ("person", "ko", "uk"): (0.95, 0.95),
    ("person", "ru", "ja"): (0.85, 0.85),
    ("person", "ru", "ko"): (0.95, 0.95),
    ("person", "ru", "uk"): (0.95, 1.0),
    ("person", "uk", "ja"): (0.9, 0.9),
    ("person", "uk", "ko"): (0.9, 0.9),
    ("person", "uk", "uk"): (0.9, 0.95),
    ("person", "zh", "ko"): (1.0, 1.0),
    ("person", "zh", "uk"): (1.0, 1.0),
    ("place", "ja", "ko"): (0.95, 0.95),
    ("place", "ja", "uk"): (0.85, 0.95),
    ("place", "ko", "ko"): (0.88, 0.92),
    ("place", "ru", "ja"): (0.7, 0.75),
    ("place", "ru", "ko"): (0.92, 0.94),
    ("place", "ru", "uk"): (0.74, 0.8),
    ("place", "uk", "uk"): (0.85, 0.9),
    ("place", "zh", "ko"): (0.9, 0.9),
}


def _ranks():
    """Task → place of the right form of each of its names; -1 where none is right."""
    ranks = defaultdict(list)
    for line in Path(__file__).with_name("pairs.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, kind, origin, target, right = line.split("\t")
            forms = [rendering.form for rendering in transcribe(name, kind, origin, target)]
            hits = [place for place, form in enumerate(forms) if form in right.split("|")]
            ranks[kind, origin, target].append(hits[0] if hits else -1)
    return ranks


RANKS = _ranks()


def test_every_task_has_a_floor():
    assert set(RANKS) == set(FLOORS)


@pytest.mark.parametrize("task", FLOORS, ids="-".join)
def test_floor(task):
    ranks = RANKS[task]
    first = sum(rank == 0 for rank in ranks) / len(ranks)
    three = sum(0 <= rank < 3 for rank in ranks) / len(ranks)
    assert first >= FLOORS[task][0]
    assert three >= FLOORS[task][1]
