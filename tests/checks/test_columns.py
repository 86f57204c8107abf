"""One side of a catalog as a single text: each search tells the rows that a search of every text would tell."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from glossary.languages.english import forms_of_word, singular
from glossary.units import Column

TEXTS = st.lists(st.text("ab% é\n", max_size=6), max_size=8)
SIGNS = st.lists(st.sampled_from(["a", "%", "ab", " é", "\n"]), max_size=3)


@given(TEXTS, SIGNS)
def test_rows_with_a_sign(texts, signs):
    assert Column(texts).having(*signs) == {
        row for row, text in enumerate(texts) if any(sign in text for sign in signs)
    }


@given(TEXTS, st.sampled_from(["a", "b(?<=ab)", "[a%](?= )", "%[ab]"]))
def test_rows_where_a_pattern_is_found(texts, pattern):
    compiled = re.compile(pattern)
    assert Column(texts).matching(compiled) == {row for row, text in enumerate(texts) if compiled.search(text)}


@given(st.lists(st.sampled_from("acenoimsuvwxy"), min_size=1, max_size=8).map("".join) | st.sampled_from(
    "men women children people feet criteria series buses leaves heroes cities news".split()))  # fmt: skip
def test_a_word_is_among_the_forms_of_its_singular(word):
    assert word in forms_of_word(singular(word))
