"""Single sources, and the order among them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.settings import SUGGEST
from glossary.suggestions import SOURCES, confidence

from .asking import ask, termbase

CASES = [
    ("Kenya", "ko", "cldr", ["케냐"]),
    ("Kenya", "de", "cldr", ["Kenia"]),
    ("Eastern Europe", "ja", "cldr", ["東ヨーロッパ"]),
    ("UK", "uk", "cldr", ["Велика Британія"]),
    ("US Dollar", "ko", "cldr", ["미국 달러"]),
    ("Republic of Kenya", "ko", "cldr", []),
    ("DPRK", "ko", "cldr", []),
    ("kenya", "ko", "cldr", []),
    ("Kenya", "xx", "cldr", []),
    ("accidents", "uk", "nouns", ["аварії"]),
    ("accident", "de", "nouns", []),
    ("Kenya", "ko_KR", "cldr", ["케냐"]),
    ("accident", "uk_UA", "nouns", ["аварія"]),
]


@pytest.mark.parametrize(("form", "language", "source", "expected"), CASES)
def test_source(form, language, source, expected):
    assert ask(form, language, source) == expected


def test_settings_name_every_source():
    assert tuple(SOURCES) == SUGGEST


def test_own_termbase_comes_first():
    own = replace(termbase(("Kenya", "께냐")), trust=confidence.TERMBASE)
    assert ask("Kenya", "ko", "termbases", "cldr", termbases=(own,)) == ["께냐", "케냐"]
