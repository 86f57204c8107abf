"""Abbreviations that stay as they are."""

from __future__ import annotations

import pytest

from .asking import ask


@pytest.mark.parametrize(("form", "expected"), [
    ("LSU", ["LSU"]), ("F-16", ["F-16"]), ("KN-23", ["KN-23"]), ("T90M", ["T90M"]), ("A", []), ("Lsu", []),
    ("COUNTING", []), ("16", []), ("Q&A", []),
])  # fmt: skip
def test_kept(form, expected):
    assert ask(form, "ko", "kept") == expected
    assert ask(form, "de", "kept") == []


def test_not_a_person():
    assert ask("LSU", "ko", "kept", kind="person") == []
