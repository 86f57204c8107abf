"""Contents that are not in memory: equal by their bytes, whole or refused, and nothing of them left behind."""

import os
import shutil
import tempfile

import pytest

from glossary import processes
from glossary.catalogs import contents
from glossary.catalogs.contents import AT_ONCE, Draft, digest_of, held, lying
from glossary.errors import GlossaryError

SMALL = [b"", b"one ", b"two"]
LARGE = [b"a" * 700_000, b"b" * 700_000, b"c" * 10, b"d" * AT_ONCE, b"end"]


@pytest.mark.parametrize("pieces", [[], SMALL, LARGE, [b"x" * AT_ONCE]], ids=["none", "small", "large", "just one"])
def test_what_is_laid_aside_comes_back(pieces):
    whole = b"".join(pieces)
    content = Draft().filled(iter(pieces))
    assert (content.read(), content, content.digest) == (whole, held(whole), held(whole).digest)
    assert content.read() == whole  # and again
    assert content != held(whole + b"x")


def test_two_readers_do_not_disturb_each_other():
    content = Draft().filled(LARGE)
    pairs = list(zip(content.pieces(), content.pieces(), strict=True))
    assert all(one == other for one, other in pairs)
    assert b"".join(one for one, _ in pairs) == b"".join(LARGE)


def test_what_another_process_lays_aside_comes_back():
    drafts = [Draft() for _ in range(4)]
    every = [[*LARGE, bytes([number])] for number in range(4)]
    found = processes.together([lambda number=number: drafts[number].filled(every[number]) for number in range(4)], 2)
    assert [content.read() for content in found] == [b"".join(pieces) for pieces in every]


def test_where_there_is_no_room_it_is_held_in_memory(monkeypatch):
    draft = Draft()
    wrote = Draft._wrote
    room = iter([True, False, False, False, False])
    monkeypatch.setattr(Draft, "_wrote", lambda self, data: next(room) and wrote(self, data))
    assert draft.filled(LARGE).read() == b"".join(LARGE)


def test_where_there_is_no_place_it_is_held_in_memory(monkeypatch):
    def refuse(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert Draft().filled(LARGE).read() == b"".join(LARGE)


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    draft = Draft()
    content = draft.filled(LARGE)
    assert list(tmp_path.iterdir()) == []
    file = draft._file
    del draft, content
    assert file.closed


@pytest.mark.parametrize("data", [b"short", b"long" * AT_ONCE])
def test_a_file_is_read_again_when_it_is_asked_for(data, tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(data)
    content = lying(path, data)
    assert (content.read(), content, digest_of(path)) == (data, held(data), content.digest)


def test_a_file_that_has_changed_since_is_told(tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(b"x" * AT_ONCE)
    content = lying(path, path.read_bytes())
    path.write_bytes(b"y" * AT_ONCE)
    with pytest.raises(GlossaryError, match="was changed by someone else just now"):
        content.read()


def test_no_file_has_no_digest(tmp_path):
    assert digest_of(tmp_path / "none.po") is None


def test_builds_come_to_the_same_with_nothing_in_memory(project, run, monkeypatch):
    seed = next(path for path in sorted((project / "seeds").rglob("*")) if path.is_file())
    text = seed.read_text(encoding="utf-8")
    found = []
    for at_once in (AT_ONCE, 10):
        monkeypatch.setattr(contents, "AT_ONCE", at_once)
        for folder in ("locales", ".glossary-cache"):
            shutil.rmtree(project / folder, ignore_errors=True)
        for more in ("", "\n\nThe Ministry of Defense of Ukraine spoke.\n"):
            seed.write_text(text + more, encoding="utf-8")
            os.utime(seed, (1_700_000_000, 1_700_000_000))
            told = run(project, "build", "--diff"), run(project, "build", "-v"), run(project, "build")
            assert [done.code for done in told] == [0, 0, 0]
            files = {path: path.read_bytes() for path in sorted((project / "locales").rglob("*")) if path.is_file()}
            found.append((*[done.out for done in told], files))
    assert found[0][3] != found[1][3]
    assert found[:2] == found[2:]
