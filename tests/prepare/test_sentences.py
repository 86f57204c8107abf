"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from glossary.documents.passages.sentences import starts
from glossary.documents.passages.words import split

from .making import texts

CASES = [
    "He came.|She left.",
    "Gen. Roe spoke to Mr. Doe in St. Ives.|They agreed.",
    "It left the U.S. Navy.|It left the U.S.|The Navy stayed.",
    "Sales rose at Acme Inc. Tuesday.|They fell at Acme Inc.|However, nobody minded.",
    "See No. 5 and Art. 7 of Vol. 2, e.g. the map.|It helps.",
    "“It is over.”|“No!” she said.|Was it?|Yes.",
    "The law of Oct. 5, 1950, stands.|It was amended in Oct.|The reason is unknown.",
    "J. R. R. Roe wrote it.|It sold.",
    "Version 2.5 costs 3.20 euros.|300 people bought it.",
    "Wait ... and see.|Then go.",
    "1. The first rule of all.|It holds.",
    "He said so.[12]|She did not.",
    "So he (the Hon. Roe) came.|(It was late.)|Everyone slept.",
]


@pytest.mark.parametrize("case", CASES)
def test_plain(case):
    text = case.replace("|", " ")
    words = tuple(split(text, 0, len(text)))
    begins = [words[index].start for index in starts(words, "plain")]
    assert [text[start:end].rstrip() for start, end in pairwise([*begins, len(text)])] == case.split("|")


def test_never_inside_of_markup(tmp_path):
    html = "<p>He <b>came. She</b> left. <a href='x'>It ended. Now.</a> So be it.</p>"
    assert texts(tmp_path, "a.html", html, "sentence") == [
        "He <b>came. She</b> left.",
        "<a href='x'>It ended. Now.</a>",
        "So be it.",
    ]
    markdown = "He **came. She** left. [It ended. Now.](x) So `a. B` be it."
    assert texts(tmp_path, "a.md", markdown, "sentence") == [
        "He **came. She** left.",
        "[It ended. Now.](x)",
        "So `a. B` be it.",
    ]
