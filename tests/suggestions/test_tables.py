"""The tables that ship: found without being read whole, and no compiled one older than what it was made from."""

from __future__ import annotations

import pytest
from babel.core import get_cldr_version
from hypothesis import given
from hypothesis import strategies as st

from glossary import data
from glossary.data import compile_cldr, compile_termbase
from glossary.languages.english import fold
from glossary.suggestions import Query, cldr
from glossary.suggestions.curated import CURATED

SORTED = ("gazetteer.tsv", "name_parts.tsv", "termbase_index.tsv")
"""Tables that are searched by their first column."""


def test_the_index_of_the_termbase_is_up_to_date():
    fresh = compile_termbase.INDEX.read_text(encoding="utf-8") == compile_termbase.index()
    assert fresh, "run: python -m glossary.data.compile_termbase"


def test_the_names_of_cldr_are_up_to_date():
    if get_cldr_version() != cldr.VERSION:
        pytest.skip("another version of CLDR is installed")
    fresh = compile_cldr.TABLE.read_text(encoding="utf-8") == compile_cldr.table()
    assert fresh, "run: python -m glossary.data.compile_cldr"


def test_every_row_of_the_termbase_is_found_under_each_of_its_forms():
    missing = [
        (path.name, form)
        for path in sorted((data.HERE / "termbase").glob("*.tsv"))
        for cells in data.rows(f"termbase/{path.name}")
        for form in cells[1].split("|")
        if fold(form) and not any(own == form and row.note == cells[5] for own, row in CURATED.find(form))
    ]
    assert missing == []


@pytest.mark.parametrize("name", SORTED)
def test_every_key_of_a_sorted_table_is_found(name):
    lines = [line.split("\t") for line in data.read(name).decode().splitlines()]
    keys = [line[0] for line in lines]
    assert keys == sorted(keys)
    wanted: dict[str, list[list[str]]] = {}
    for line in lines:
        wanted.setdefault(line[0], []).append(line)
    assert {key: data.find(name, key) for key in wanted} == wanted


@given(
    keys=st.lists(st.text("ab ", min_size=1, max_size=3)), asked=st.text("abc ", max_size=3), block=st.integers(1, 40)
)
def test_find(keys, asked, block):
    lines = [[key, str(number)] for number, key in enumerate(sorted(keys))]
    text = "".join("\t".join(line) + "\n" for line in lines).encode()
    data.read.cache_clear()
    data.blocks.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data, "read", lambda _name: text)
        patch.setattr(data, "BLOCK", block)
        assert data.find("table", asked) == [line for line in lines if line[0] == asked]
    data.blocks.cache_clear()


@pytest.mark.parametrize(("form", "expected"), [("No Such Thing At All", []), ("", []), ("|", []), ("\t", [])])
def test_what_the_termbase_does_not_have(form, expected):
    assert list(CURATED.renderings(Query(form), "ko")) == expected
