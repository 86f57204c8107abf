"""``decisions.toml`` amended: what was there stays, comments and order too."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.concepts import load_decisions
from glossary.concepts.amending import Amendment, amended
from glossary.errors import GlossaryError
from glossary.languages.english import fold_case

CASES = {
    "no file": (
        "",
        [Amendment("UN", "accept", "UN"), Amendment("UN", "kind", "organization")],
        'accept = ["UN"]\n\n[concept.UN]\nkind = "organization"\n',
    ),
    "comments of the next table stay with it": (
        '[concept."A b"]  # one\nkind = "term"\n\n# two\n[concept.C]\nnote = "c"\n',
        [Amendment("a b", "note", "n")],
        '[concept."A b"]  # one\nkind = "term"\nnote = "n"\n\n# two\n[concept.C]\nnote = "c"\n',
    ),
    "a value in its place": (
        '[concept.A]\ndefinition = "x" # why\nkind = "term"\n',
        [Amendment("A", "definition", 'say "y"')],
        '[concept.A]\ndefinition = "say \\"y\\"" # why\nkind = "term"\n',
    ),
    "what is there already": (
        'accept = ["UN"]\n[concept.A]\nmerge = ["b"]\n',
        [Amendment("un", "accept", "un"), Amendment("A", "merge", "B")],
        'accept = ["UN"]\n[concept.A]\nmerge = ["b"]\n',
    ),
    "a long list gets lines": (
        f'accept = ["{"a" * 60}"]\n',
        [Amendment("b" * 40, "accept", "b" * 40)],
        f'accept = [\n    "{"a" * 60}",\n    "{"b" * 40}",\n]\n',
    ),
    "line ends of Windows": (
        '# x\r\n[concept.A]\r\nkind = "term"\r\n',
        [Amendment("A", "translate", False)],
        '# x\r\n[concept.A]\r\nkind = "term"\r\ntranslate = false\r\n',
    ),
    "a byte order mark": ("\ufeff# x\n", [Amendment("A", "accept", "A")], '\ufeff# x\naccept = ["A"]\n'),
    "a table in one line": (
        '[concept]\nA = {kind = "term"}\n',
        [Amendment("A", "note", "n")],
        '[concept]\nA = {kind = "term",note = "n"}\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "amendments", "after"), CASES.values(), ids=CASES)
def test_amended(before: str, amendments: list[Amendment], after: str) -> None:
    assert amended(before.encode(), amendments, "f").decode() == after


def test_a_layout_without_place_is_refused() -> None:
    data = b'concept.A.kind = "term"\n'
    with pytest.raises(GlossaryError) as caught:
        amended(data, [Amendment("C", "accept", "C"), Amendment("B", "note", "n")], "locales/decisions.toml")
    assert str(caught.value) == (
        "locales/decisions.toml: cannot be amended as it is laid out; "
        'write its concepts as tables, [concept."FORM"], and a comma behind each form of a list'
    )


FORM = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8).filter(
    lambda text: " ".join(text.split()) == text
)
TABLE = st.fixed_dictionaries(
    {},
    optional={
        "definition": FORM, "note": FORM, "translate": st.booleans(), "merge": st.lists(FORM, max_size=3),
        "kind": st.sampled_from(["term", "person"]),
    },
)  # fmt: skip
AMENDMENT = st.one_of(
    st.builds(lambda form: Amendment(form, "accept", form), FORM),
    st.builds(Amendment, FORM, st.sampled_from(["definition", "note", "merge", "deprecated"]), FORM),
)


@given(
    st.lists(FORM, max_size=3), st.dictionaries(FORM, TABLE, max_size=3), st.lists(AMENDMENT, max_size=4),
)  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_nothing_else_changes(accept: list[str], tables: dict[str, dict], amendments: list[Amendment]) -> None:
    before: dict = {"reject": ["noise"], "accept": accept, "concept": tables}
    after = tomllib.loads(amended(tomlkit.dumps(before).encode(), amendments, "f").decode())
    touched = {fold_case(item.form) for item in amendments}
    assert after["reject"] == ["noise"]
    assert after["accept"][: len(accept)] == accept
    for form, table in tables.items():
        if fold_case(form) not in touched:
            assert after["concept"][form] == table
    for item in amendments:
        if item.key == "accept":
            assert fold_case(item.form) in {fold_case(form) for form in after["accept"]}
        elif item.key in ("merge", "deprecated"):
            lists = [t.get(item.key, []) for f, t in after["concept"].items() if fold_case(f) == fold_case(item.form)]
            assert fold_case(str(item.value)) in {fold_case(form) for found in lists for form in found}


def test_the_result_loads(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_bytes(amended(b"", [Amendment('the "X"', "deprecated", "Y\\Z")], "f"))
    (decision,) = load_decisions(path).concepts
    assert (decision.form, decision.deprecated) == ('the "X"', ("Y\\Z",))
