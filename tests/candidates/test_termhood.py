"""C-value against the example of the paper that defines it, and what termhood makes of plain cases.

[F] K. Frantzi, S. Ananiadou, H. Mima, "Automatic recognition of multi-word terms: the C-value/NC-value method",
International Journal on Digital Libraries 3 (2000) 115-130, section 2.3.1: six strings of an eye-pathology corpus
with their frequencies, worked through in the text.
"""

from __future__ import annotations

import math

import pytest

from glossary.candidates import Usage
from glossary.candidates.termhood import c_values

from .scoring import score_terms

PAPER = {
    # string: frequency, C-value as [F] works it out
    "adenoid cystic basal cell carcinoma": (5, math.log2(5) * 5),
    "cystic basal cell carcinoma": (11, math.log2(4) * (11 - 5)),
    "ulcerated basal cell carcinoma": (7, math.log2(4) * 7),
    "recurrent basal cell carcinoma": (5, math.log2(4) * 5),
    "circumscribed basal cell carcinoma": (3, math.log2(4) * 3),
    "basal cell carcinoma": (984, math.log2(3) * (984 - (5 + 6 + 7 + 5 + 3) / 5)),
}
"""The strings hold "basal cell carcinoma" 31 times, but 5 of those of "cystic …" stand in "adenoid cystic …"."""


def test_c_value_of_the_papers_example():
    found = c_values({tuple(string.split()): frequency for string, (frequency, _) in PAPER.items()})
    assert {" ".join(words): value for words, value in found.items()} == pytest.approx(
        {string: value for string, (_, value) in PAPER.items()}
    )
    assert found["basal", "cell", "carcinoma"] == pytest.approx(1551.36, abs=0.005)  # as printed in [F]
    assert found["adenoid", "cystic", "basal", "cell", "carcinoma"] == pytest.approx(11.61, abs=0.005)


def test_c_value_ranks_as_the_paper_does():
    found = c_values({tuple(string.split()): frequency for string, (frequency, _) in PAPER.items()})
    assert [words[0] for words in sorted(found, key=lambda words: -found[words])] == [
        "basal", "ulcerated", "cystic", "adenoid", "recurrent", "circumscribed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, {}),
        ({("war",): 4}, {("war",): 4.0}),  # single words are admitted with the weight of two
        ({("a", "b"): 3}, {("a", "b"): 3.0}),
        ({("a", "b"): 3, ("a", "b", "c"): 3}, {("a", "b"): 0.0, ("a", "b", "c"): math.log2(3) * 3}),
        ({("a", "b"): 5, ("x", "y"): 5}, {("a", "b"): 5.0, ("x", "y"): 5.0}),
    ],
)
def test_c_value_of_small_cases(counts, expected):
    assert c_values(counts) == pytest.approx(expected)


def test_terms_of_a_field_go_before_everyday_phrases():
    forms = ("ballistic missile", "court martial", "arms embargo", "passenger seat", "other side", "long time")
    scores = {key: item.score for key, item in score_terms({form: Usage(form, 1, maximal=1) for form in forms}).items()}
    assert min(scores[form] for form in forms[:3]) >= 0.5 > max(scores[form] for form in forms[3:])


@pytest.mark.parametrize("form", ["of", "the", "of the", "and", "in of"])
def test_a_phrase_of_link_words_has_a_score(form):
    (scored,) = score_terms({form: Usage(form, 1)}).values()
    assert 0 <= scored.score <= 1
