"""How frequent words are: the same that wordfreq tells, whether it is asked or not."""

from __future__ import annotations

import subprocess
import sys

import pytest
import wordfreq
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages import frequencies
from glossary.languages.frequencies import zipf_frequency

WORDS = wordfreq.top_n_list("en", 300_000)


@given(st.sampled_from(WORDS), st.sampled_from((str, str.upper, str.title, lambda word: f"{word}s")))
def test_words_of_the_list(word, written):
    assert zipf_frequency(written(word)) == wordfreq.zipf_frequency(written(word), "en")


@pytest.mark.parametrize(
    "word",
    ["", "-", "house", "House", "José", "jose\u0301", "straße", "cap\u0149", "I\u0307stanbul", "ﬁre", "米", "дім",
     "2026", "g7", "7", "5th", "b2b", "3d2", "x.", "U.S.", "u.n", "e.g", "U.S.A.", "u..s", ".net", "v.2", "2.",
     "d'etat", "qu'un", "da'esh", "don't", "O'Brien", "can't've", "she'", "www.un.org", "a_b",
     "covid-19", "world's", "’", "u.s", "two words", "qwzxkj"],
)  # fmt: skip
def test_words_of_all_kinds(word):
    assert zipf_frequency(word) == wordfreq.zipf_frequency(word, "en")


@given(st.from_regex(frequencies.WHOLE.pattern, fullmatch=True))
def test_words_with_signs_that_are_looked_up_whole(word):
    assert zipf_frequency(word) == wordfreq.zipf_frequency(word, "en")


@given(st.text("aehstuAU019.'-_", max_size=7))
def test_words_with_any_signs(word):
    assert zipf_frequency(word) == wordfreq.zipf_frequency(word, "en")


@pytest.mark.parametrize("head", [{"format": "cB", "version": 2}, None, []])
def test_a_list_of_another_kind_is_left_to_wordfreq(head, monkeypatch):
    monkeypatch.setattr("msgpack.load", lambda *_, **__: [head, [], ["house"]])
    frequencies._places.cache_clear()
    try:
        assert zipf_frequency("house") == wordfreq.zipf_frequency("house", "en") > 5
    finally:
        frequencies._places.cache_clear()


def test_plain_words_do_not_load_the_package():
    code = (
        "import sys; from glossary.languages.frequencies import zipf_frequency; "
        "assert zipf_frequency('house') > 5; sys.exit('wordfreq' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
