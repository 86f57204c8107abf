"""Changes of decisions.toml: what they change, and that nothing else does."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.concepts import load_decisions
from glossary.concepts.decisions_text import Change, DecisionsText, Item, StaleError, Value
from glossary.errors import GlossaryError

FILE = """\
# What the desk decided.
reject = ["passenger seat"]  # by the chief

# Listed at the ministry's wish:
accept = [
  "hybrid threat",  # 2026-03
  # more to come
]

[concept."Kim Jong Un"]  # see the style book
prefer = "Kim Jong Un"
# old spellings
merge = ["Chairman Kim"]

[concept.drill]
kind = "term"
"""


def changed(text: str, *changes: Change) -> str:
    file = DecisionsText(text.encode())
    file.apply(changes)
    return file.dump().decode()


CASES: dict[str, tuple[tuple[Change, ...], tuple[tuple[str, str], ...]]] = {
    "one more in a list of one line": (
        (Item("", "reject", "bad dogs", present=True),),
        (('reject = ["passenger seat"]', 'reject = ["passenger seat", "bad dogs"]'),),
    ),
    "one more in a list of several lines": (
        (Item("", "accept", "drill", present=True),),
        (("  # more to come\n", '  # more to come\n  "drill"\n'),),
    ),
    "another value": ((Value("drill", "kind", "term", "event"),), (('kind = "term"', 'kind = "event"'),)),
    "a value that was not there": (
        (Value("drill", "note", None, 'of "soldiers"'),),
        (('kind = "term"\n', 'kind = "term"\nnote = "of \\"soldiers\\""\n'),),
    ),
    "a list that was not there": (
        (Item("drill", "deprecated", "exercise", present=True),),
        (('kind = "term"\n', 'kind = "term"\ndeprecated = ["exercise"]\n'),),
    ),
    "one less": ((Item("", "accept", "hybrid threat", present=False),), (('  "hybrid threat",  # 2026-03\n', ""),)),
    "the last of a list and of its table": (
        (Item("Kim Jong Un", "merge", "Chairman Kim", present=False),),
        (('merge = ["Chairman Kim"]\n', ""),),
    ),
    "a list keeps the comment at its line": (
        (Item("", "reject", "passenger seat", present=False),),
        (('reject = ["passenger seat"]', "reject = []"),),
    ),
    "a table that was not there": (
        (Value("Mr [X].\\", "kind", None, "person"),),
        (('kind = "term"\n', 'kind = "term"\n\n[concept."Mr [X].\\\\"]\nkind = "person"\n'),),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_is_meant_changes(name):
    changes, replacements = CASES[name]
    expected = FILE
    for old, new in replacements:
        assert old in expected
        expected = expected.replace(old, new)
    assert changed(FILE, *changes) == expected


@pytest.mark.parametrize("start", ["", "# only a comment\n", "\n\n"])
def test_a_file_begins(start):
    text = changed(start, Item("", "accept", "drill", present=True), Value("Kim", "kind", None, "person"))
    assert text.startswith(start.strip("\n"))
    assert tomllib.loads(text) == {"accept": ["drill"], "concept": {"Kim": {"kind": "person"}}}


def test_line_ends_and_byte_order_mark_stay():
    raw = ("\ufeff" + FILE).replace("\n", "\r\n").encode()
    file = DecisionsText(raw)
    file.apply([Item("", "reject", "x", present=True)])
    new = file.dump()
    assert new == raw.replace(b'"passenger seat"]', b'"passenger seat", "x"]')


def test_a_long_list_gets_a_line_for_each_form():
    text = changed(
        'reject = ["passenger seat"]\n', *(Item("", "reject", f"a form, number {n}", present=True) for n in range(9))
    )
    assert max(map(len, text.splitlines())) < 100
    assert len(tomllib.loads(text)["reject"]) == 10


LONG_LISTS = {
    "none": "# a\n[concept.x]\n",
    "empty": "reject = []  # a\n",
    "a line": 'reject = ["passenger seat"]  # a\naccept = ["drill"]\n',
    "lines": 'reject = [\n  "passenger seat",\n  "b\\"", # a ], "\n]\n',
    "a comment behind": 'reject = [\n    "passenger seat",\n    # more, "to" come\n  ] # a\n[concept.x]\nnote = "y"\n',
}


@pytest.mark.parametrize("name", LONG_LISTS)
def test_many_forms_look_as_if_they_had_come_one_by_one(name):
    text = LONG_LISTS[name]
    changes = [Item("", "reject", f'the "{n}" form, [{n}]', present=True) for n in range(50)]
    single = DecisionsText(text.encode())
    for change in changes:
        single.apply([change])
        single.dump()
    assert changed(text, *changes) == single.dump().decode()
    assert [*tomllib.loads(text).get("reject", ()), *(change.form for change in changes)] == single.data["reject"]


def test_forms_of_several_lists_may_come_and_go_in_any_order():
    forms = [f"form {n}" for n in range(30)]
    changes = [Item(table, key, f, present=True) for f in forms for table, key in (("", "accept"), ("drill", "merge"))]
    changes += [Item("", "accept", "form 3", present=False), Item("", "accept", "form 30", present=True)]
    file = tomllib.loads(changed(FILE, *changes))
    assert file["accept"] == ["hybrid threat", *forms[:3], *forms[4:], "form 30"]
    assert file["concept"]["drill"] == {"kind": "term", "merge": forms}


def test_what_is_so_already_is_no_change():
    file = DecisionsText(FILE.encode())
    changes = [Item("", "reject", "passenger seat", present=True), Value("drill", "kind", "person", "term")]
    assert file.apply(changes) == ()
    assert file.dump().decode() == FILE


def test_a_value_that_someone_else_changed_is_not_overwritten():
    with pytest.raises(StaleError, match="kind of 'drill' was changed meanwhile"):
        changed(FILE, Value("drill", "kind", "event", "person"))


@pytest.mark.parametrize("text", ['concept.a.kind = "term"\n', '[concept]\n"a".kind = "term"\n'])
def test_an_unusual_layout_is_changed_rightly_or_not_at_all(text):
    changes = (Item("", "accept", "drill", present=True), Value("b", "kind", None, "person"))
    try:
        new = changed(text, *changes)
    except GlossaryError as error:
        new = str(error)
    if "as it is laid out" not in new:
        assert tomllib.loads(new) == {"accept": ["drill"], "concept": {"a": {"kind": "term"}, "b": {"kind": "person"}}}


LAYOUTS = {
    "dotted": '[concept.A]\nforbidden.ko = ["x"]  # no\nkind = "term"\n\n# next\n[concept.B]\nnote = "n"\n',
    "in one line": '[concept.A]\nforbidden = {ko = ["x"]}\n',
    "a table": '[concept.A.forbidden]\nko = ["x"]\n\n# next\n[concept.B]\nnote = "n"\n',
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_lists_by_language_in_every_layout(layout):
    file = DecisionsText(LAYOUTS[layout].encode())
    done = file.apply([Item("A", "forbidden.ko", "y", present=True), Item("A", "forbidden.uk", "z", present=True)])
    text = file.dump().decode()
    assert tomllib.loads(text)["concept"]["A"]["forbidden"] == {"ko": ["x", "y"], "uk": ["z"]}
    assert ("# next" in text) == ("# next" in LAYOUTS[layout])
    file.apply([change.inverse() for change in done])
    assert file.dump().decode() == LAYOUTS[layout]


@pytest.mark.parametrize("raw", [b"accept = [", b"\xff", b'a = "1"\na = "2"\n'])
def test_no_toml_is_an_error(raw):
    with pytest.raises(GlossaryError, match="cannot be read"):
        DecisionsText(raw)


FORMS = st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
FORMS = FORMS.filter(lambda text: text.isprintable() and any(map(str.isalnum, text)))
LISTS = st.lists(FORMS, max_size=4, unique=True)
FILES = st.fixed_dictionaries(
    {},
    optional={
        "accept": LISTS,
        "reject": LISTS,
        "concept": st.dictionaries(
            FORMS,
            st.fixed_dictionaries(
                {}, optional={"merge": LISTS, "kind": st.sampled_from(["person", "term"]), "note": FORMS}
            ),
            max_size=3,
        ),
    },
)
TABLES = st.one_of(st.just(""), FORMS)


@st.composite
def edits(draw):
    """A file, and changes of it."""
    import tomlkit

    data = draw(FILES)
    names = st.one_of(FORMS, st.sampled_from([*data.get("concept", {}), "x"]))
    items = st.builds(Item, st.one_of(st.just(""), names), st.sampled_from(["accept", "reject"]), FORMS, st.booleans())
    inner = st.builds(Item, names, st.just("merge"), FORMS, st.booleans())
    tops = items.map(lambda item: Item("", item.key, item.form, item.present))
    return tomlkit.dumps(data), draw(st.lists(st.one_of(tops, inner), max_size=6))


@given(edits())
def test_every_change_can_be_taken_back(made):
    text, changes = made
    file = DecisionsText(text.encode())
    done = file.apply(changes)
    there = DecisionsText(file.dump())
    for change in changes:
        assert isinstance(change, Item)
    there.apply([change.inverse() for change in reversed(done)])
    again = tomllib.loads(there.dump().decode())
    assert _sets(again) == _sets(tomllib.loads(text))


def _sets(value):
    """Lists as sets, without what is empty."""
    if isinstance(value, dict):
        found = {key: _sets(item) for key, item in value.items()}
        return {key: item for key, item in found.items() if item}
    return frozenset(value) if isinstance(value, list) else value


@given(edits())
def test_build_reads_whatever_is_written(made):
    from pathlib import Path
    from tempfile import TemporaryDirectory

    text, changes = made
    file = DecisionsText(text.encode())
    file.apply(changes)
    with TemporaryDirectory() as folder:
        path = Path(folder, "decisions.toml")
        path.write_bytes(file.dump())
        decisions = load_decisions(path)
    for change in changes[-1:]:
        if not change.table:
            assert (" ".join(change.form.split()) in getattr(decisions, change.key)) == change.present
