"""Floors under the quality of suggestions, for the tables and rules of names (not the curated termbase)."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from glossary.model import Kind
from glossary.suggestions import PREFILL, Query, Resources, names
from glossary.suggestions.sources import answers

SOURCES = ("cldr", "iso", "gazetteer", "composition", "names")
KINDS: dict[str, Kind] = {"city": "place", "region": "place", "country": "place", "person": "person",
                          "body": "organization", "title": "title"}  # fmt: skip
FLOORS = {"place": 0.9, "person": 0.6, "organization": 0.9, "title": 0.9}
"""Kind → share right at first place, in each language."""
PREFILLED = 0.85
"""Share right of what is sure enough for ``msgstr``: places, bodies and titles."""


def _bare(text: str) -> str:
    return re.sub(r"[\s·・,.'’-]", "", unicodedata.normalize("NFKC", text)).casefold()


@pytest.mark.parametrize("language", ["ko", "ja", "uk"])
def test_floors(language, monkeypatch):
    monkeypatch.setattr(names, "origin", lambda _: "")
    lines = Path(__file__).with_name("suggestions.tsv").read_text(encoding="utf-8").splitlines()
    counts: Counter[tuple[str, str]] = Counter()
    wrong = []
    resources = Resources(enabled=SOURCES)
    for row in csv.DictReader(lines[2:], delimiter="\t"):
        kind = KINDS[row["category"]]
        found = answers(Query(row["en"], kind), language, resources)
        right = bool(found) and _bare(found[0].form) in map(_bare, row[language].split("/"))
        counts[kind, "n"] += 1
        counts[kind, "right"] += right
        if found and found[0].confidence >= PREFILL and kind != "person":
            counts["msgstr", "n"] += 1
            counts["msgstr", "right"] += right
        if not right:
            wrong.append((row["en"], found[0].form if found else "", row[language]))
    shares = {kind: counts[kind, "right"] / counts[kind, "n"] for kind in (*FLOORS, "msgstr")}
    assert all(shares[kind] >= floor for kind, floor in {**FLOORS, "msgstr": PREFILLED}.items()), (shares, wrong)
