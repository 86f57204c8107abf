"""Users' termbases in each format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import GlossaryError
from glossary.suggestions import Row
from glossary.suggestions.files import load

TRUCE = Row(("cease-fire", "truce"), {"ko": ("휴전", "정전"), "uk": ("перемир’я",)}, "term", "usage", "style guide")
READ = [
    (
        "a.tsv",
        "kind\ten\tko\tuk\tnote\treference\nterm\tcease-fire|truce\t휴전|정전\tперемир’я\tusage\tstyle guide\n",
        TRUCE,
    ),
    ("a.csv", 'en,ko\r\n"cease-fire","휴전, 정전"\r\n', Row(("cease-fire",), {"ko": ("휴전, 정전",)})),
    ("a.csv", "English;Korean\ncease-fire;휴전\n", Row(("cease-fire",), {"ko": ("휴전",)})),
    ("terms.ko.tsv", "# comment\ncease-fire\t휴전\tusage\n", Row(("cease-fire",), {"ko": ("휴전",)}, note="usage")),
    ("ko.utf8", "cease-fire\t휴전\n", Row(("cease-fire",), {"ko": ("휴전",)})),
    ("edict", "停戦 [ていせん] /(n,vs) cease-fire/(P)/", Row(("cease-fire",), {"ja": ("停戦",)})),
    (
        "enamdict",
        "金正恩 [きんせいおん] /(h) Kim Jong-un (1983-)/",
        Row(("Kim Jong-un",), {"ja": ("金正恩",)}, "person"),
    ),
]


@pytest.mark.parametrize(("name", "text", "row"), READ, ids=[f"{name} {i}" for i, (name, *_) in enumerate(READ)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_read(name, text, row, encoding, tmp_path):
    if name in ("edict", "enamdict") and encoding != "utf-8":
        encoding = "euc-jp"
    (tmp_path / name).write_bytes(text.encode(encoding))
    termbase = load(tmp_path / name, f"terms/{name}")
    assert (termbase.name, termbase.rows) == (f"terms/{name}", (row,))


BROKEN = [
    ("a.xls", b"", "terms/a.xls: no termbase that can be read: '.xls'"),
    ("a.tsv", b"en\tko\n\xff\n", "terms/a.tsv:2: not UTF-8"),
    ("a.tsv", b"one\ttwo\n", "terms/a.tsv:1: no column en"),
    ("a.tsv", b"", "terms/a.tsv: no row with an English form and a rendering"),
]


@pytest.mark.parametrize(("name", "data", "message"), BROKEN, ids=[message for *_, message in BROKEN])
def test_broken(name, data, message, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(GlossaryError) as caught:
        load(tmp_path / name, f"terms/{name}")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_missing(tmp_path):
    with pytest.raises(GlossaryError, match="cannot be read: No such file"):
        load(tmp_path / "a.tsv", "a.tsv")


@given(text=st.text(st.characters(codec="utf-8"), max_size=200), name=st.sampled_from(["a.tsv", "a.csv", "edict"]))
def test_whatever_a_file_holds_is_read_or_refused(text, name, tmp_path_factory):
    """No file makes a reader fail in another way than by telling what is wrong; rows are clean."""
    path = tmp_path_factory.mktemp("terms") / name
    path.write_text(text, encoding="utf-8", newline="")
    try:
        rows = load(path, name).rows
    except GlossaryError:
        return
    for row in rows:
        assert row.forms
        assert all(
            form.strip() and "\n" not in form for forms in (row.forms, *row.renderings.values()) for form in forms
        )
