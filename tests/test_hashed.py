"""The hashes of files: never of what a file was before."""

from __future__ import annotations

import os

import pytest

from glossary import hashed


@pytest.mark.parametrize("changed_long_ago", [True, False])
def test_a_file_is_read_again_only_where_it_may_be_another(changed_long_ago, tmp_path, monkeypatch):
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("one")
    other.write_text("two")
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    read: list[str] = []

    def noted(name, *arguments, **more):
        read.append(name)
        return open(name, *arguments, **more)  # noqa: PTH123  (as the module does)

    now = path.stat().st_ctime_ns + (2 * hashed.OLD if changed_long_ago else 0)
    monkeypatch.setattr(hashed.time, "time_ns", lambda: now)
    monkeypatch.setattr(hashed, "open", noted, raising=False)
    first = hashed.hash_of(str(path))
    assert hashed.hash_of(str(path)) == first
    assert len(read) == (1 if changed_long_ago and os.name != "nt" else 2)
    other.replace(path)  # of the same size and time
    assert hashed.hash_of(str(path)) != first
