"""A table in parts: what was put in comes back, only the parts that it takes are read or made, damage is nothing."""

from __future__ import annotations

import pytest

from glossary import binary, kept, shelved

ROWS = {f"{number:032x}": {"ko": ((f"이름 {number}", "names", 0.5, True),)} for number in range(1_000)}


@pytest.fixture
def file(tmp_path):
    return tmp_path / kept.FOLDER / "rows"


@pytest.fixture
def dumped(monkeypatch) -> list[int]:
    """Rows of each part that is made from now on."""
    found: list[int] = []
    dump = binary.compressed
    monkeypatch.setattr(binary, "compressed", lambda rows: (found.append(len(rows)), dump(rows))[1])
    return found


def put(file, rows, known=None):
    shelved.remember(file, "basis", rows, known or shelved.Shelf(), rows.__getitem__)


@pytest.mark.parametrize("rows", [{}, {"a": 1}, {"a": None, "b": "\ud800"}, ROWS])
def test_rows_come_back(rows, file):
    put(file, rows)
    found = shelved.recall(file, "basis")
    assert dict(found) == rows
    assert len(found) == len(rows)
    assert "" not in found
    assert not shelved.recall(file, "another")


def test_only_the_parts_of_asked_rows_are_read(file, monkeypatch):
    put(file, ROWS)
    found = shelved.recall(file, "basis")
    read = []
    load = binary.expanded
    monkeypatch.setattr(binary, "expanded", lambda data: (read.append(len(data)), load(data))[1])
    key = next(iter(ROWS))
    assert found[key] == found.get(key) == ROWS[key]
    assert found.get("another") is None
    assert len(read) == 1


def test_only_the_parts_of_other_rows_are_made(file, dumped):
    put(file, ROWS)
    number = len(dumped)
    dumped.clear()
    first = next(iter(ROWS))
    rows = {key: row for key, row in ROWS.items() if key != first} | {"another": 1}
    made = []
    known = shelved.recall(file, "basis")
    shelved.remember(file, "basis", rows, known, lambda key: (made.append(key), rows[key])[1])
    assert (len(dumped) <= 2 < number, made) == (True, ["another"])
    again = file.read_bytes()
    assert dict(shelved.recall(file, "basis")) == rows
    put(file, rows)
    assert file.read_bytes() == again


def test_more_rows_lie_in_more_parts(file, dumped):
    put(file, ROWS)
    known = shelved.recall(file, "basis")
    few = dict(list(ROWS.items())[:10])
    put(file, few, known)
    assert dict(shelved.recall(file, "basis")) == few
    assert max(dumped) < 2 * shelved.TOGETHER


@pytest.mark.parametrize("broken", [b"", b"\0", b"{}", "half", "swapped", "sealed", "list"])
def test_damage_is_as_if_there_were_nothing(broken, file):
    put(file, ROWS)
    whole = file.read_bytes()
    damaged = {"half": whole[: len(whole) // 2], "swapped": whole[:-5] + b"\0" + whole[-4:]}
    file.write_bytes(damaged.get(broken, broken if isinstance(broken, bytes) else whole))
    if broken in ("sealed", "list"):
        kept.keep_sealed(file, b'{"basis": "basis"}\n' if broken == "sealed" else b"[]\n")
    assert not shelved.recall(file, "basis")
