"""Old file or new file, never a part of one: also when the machine stops, the disk is full, the folder closed."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.catalogs import atomic, plan, replace_bytes, write, write_bytes
from glossary.errors import GlossaryError
from glossary.model import Glossary

from .building import DAY, NEXT_DAY, concept, korean


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_write_and_write_again(tmp_path):
    path = tmp_path / "deep" / "er" / "a.po"
    assert write_bytes(path, b"one")
    stamp = path.stat().st_mtime_ns, path.stat().st_ino
    assert not write_bytes(path, b"one")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == stamp
    assert write_bytes(path, b"two")
    assert (path.read_bytes(), names(path.parent)) == (b"two", ["a.po"])


def test_permissions_stay_and_new_files_follow_the_umask(tmp_path):
    path = tmp_path / "a.po"
    old = os.umask(0o027)
    try:
        write_bytes(path, b"one")
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_bytes(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_symbolic_link_stays(tmp_path):
    real, link = tmp_path / "real" / "a.po", tmp_path / "a.po"
    write_bytes(real, b"one")
    link.symlink_to(real)
    write_bytes(link, b"two")
    assert (link.is_symlink(), real.read_bytes(), names(tmp_path / "real")) == (True, b"two", ["a.po"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_stays_and_gets_the_bytes(tmp_path):
    pipe, link = tmp_path / "pipe", tmp_path / "a.po"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        for path in (pipe, link):
            assert write_bytes(path, b"one")
            assert os.read(reader, 9) == b"one"
            with pytest.raises(GlossaryError, match="it is a pipe or a device"):
                replace_bytes(path, b"", b"two")
    finally:
        os.close(reader)
    assert (pipe.is_fifo(), link.is_symlink(), names(tmp_path)) == (True, True, ["a.po", "pipe"])


def test_leftovers_of_a_killed_run_go(tmp_path):
    path = tmp_path / "a[b]*.po"
    for name in (".a[b]*.po.77.tmp", ".a[b]*.po.78.tmp", ".other.po.77.tmp"):
        (tmp_path / name).write_bytes(b"half")
    write_bytes(path, b"one")
    assert names(tmp_path) == [".other.po.77.tmp", "a[b]*.po"]


CALLS = [(os, "open"), (os, "fsync"), (Path, "replace"), (Path, "chmod")]


@pytest.mark.parametrize(("owner", "call"), CALLS, ids=[call for _, call in CALLS])
@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.ENOSPC, "cannot be written: No space left on device; free some space and run again; the old file is"),
        (errno.EROFS, "cannot be written: Read-only file system; the folder is read-only"),
        (errno.EACCES, "cannot be written: Permission denied; check who may write to the folder"),
        (errno.EIO, "cannot be written: Input/output error"),
    ],
)
def test_a_refused_call_leaves_the_old_file(owner, call, code, message, tmp_path, monkeypatch):
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    def refuse(*_args, **_kwargs):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(owner, call, refuse)
    with pytest.raises(GlossaryError) as caught:
        write_bytes(path, b"new")
    monkeypatch.undo()
    assert str(caught.value).startswith(f"{path}: {message}")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["a.po"])


def test_disk_full_while_writing(tmp_path):
    """RLIMIT_FSIZE stops the write at 4,096 bytes, as a full disk would."""
    resource = pytest.importorskip("resource")
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(GlossaryError, match="cannot be written: File too large; the file-size limit is too low"):
            write_bytes(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["a.po"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder(tmp_path):
    path = tmp_path / "a.po"
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(GlossaryError, match="check who may write to the folder"):
            write_bytes(path, b"x")
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_or_a_file_in_the_way(tmp_path):
    (tmp_path / "a.po").mkdir()
    with pytest.raises(GlossaryError, match="it is a folder; move it away"):
        write_bytes(tmp_path / "a.po", b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(GlossaryError, match="a parent of it is a file"):
        write_bytes(tmp_path / "file" / "a.po", b"x")


KILLED = """
import os, signal, sys
from pathlib import Path
from glossary.catalogs.atomic import write_bytes

step = int(sys.argv[2])
watched = {"open", "os.mkdir", "os.chmod", "os.rename", "os.remove", "os.scandir", "os.listdir", "glossary.fsync"}
seen = 0

def watch(event, _args):
    global seen
    if event in watched:
        seen += 1
        if seen == step:
            os.kill(os.getpid(), signal.SIGKILL)

fsync = os.fsync
os.fsync = lambda descriptor: (sys.audit("glossary.fsync"), fsync(descriptor))
sys.addaudithook(watch)
write_bytes(Path(sys.argv[1]), b"new " * 5000)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_killed_at_every_step(tmp_path):
    """A process that kills itself at its 1st, 2nd, … call to the system leaves the old or the new file, whole."""
    path = tmp_path / "a.po"
    outcomes = []
    for step in range(1, 40):
        path.write_bytes(b"old")
        done = subprocess.run([sys.executable, "-c", KILLED, path, str(step)], check=False, timeout=60)
        outcomes.append((done.returncode, path.read_bytes()[:4]))
        assert path.read_bytes() in (b"old", b"new " * 5000)
        if done.returncode == 0:
            break
    write_bytes(path, b"last")
    assert (path.read_bytes(), names(tmp_path)) == (b"last", ["a.po"])
    assert outcomes[-1] == (0, b"new ")
    assert set(outcomes[:-1]) >= {(-signal.SIGKILL, b"old"), (-signal.SIGKILL, b"new ")}


def test_a_catalog_that_changed_meanwhile_is_not_overwritten(tmp_path):
    settings = korean(tmp_path)
    write(plan(Glossary((concept("x"),)), settings, DAY))
    plans = plan(Glossary((concept("x"), concept("y"))), settings, NEXT_DAY)
    saved = plans[1].path.read_bytes().replace(b'msgstr ""\n\n', b'msgstr "\xec\x97\x91"\n\n') + b"# saved\n"
    plans[1].path.write_bytes(saved)
    template = plans[0].path.read_bytes()
    with pytest.raises(GlossaryError, match=r"^locales/ko/LC_MESSAGES/glossary\.po: was changed by someone else"):
        write(plans)
    assert (plans[1].path.read_bytes(), plans[0].path.read_bytes()) == (saved, template)


def test_write_touches_only_what_changes(tmp_path, monkeypatch):
    settings = korean(tmp_path)
    assert len(write(plan(Glossary((concept("x"),)), settings, DAY))) == 2
    monkeypatch.setattr(atomic, "_replace", None)
    assert write(plan(Glossary((concept("x"),)), settings, NEXT_DAY)) == ()


def test_a_file_is_replaced_only_while_it_is_as_expected(tmp_path):
    path = tmp_path / "a" / "d.toml"
    assert replace_bytes(path, None, b"one")
    assert not replace_bytes(path, None, b"two")
    assert not replace_bytes(path, b"other", b"two")
    assert (path.read_bytes(), names(path.parent)) == (b"one", ["d.toml"])
    assert replace_bytes(path, b"one", b"two")
    assert replace_bytes(path, b"two", b"two")
    path.unlink()
    assert not replace_bytes(path, b"two", b"three")
    assert names(path.parent) == []


def test_a_change_right_before_the_new_name_is_seen(tmp_path, monkeypatch):
    path = tmp_path / "d.toml"
    path.write_bytes(b"one")
    write_through = atomic._write_through

    def slow(*arguments):
        write_through(*arguments)
        path.write_bytes(b"by someone else")

    monkeypatch.setattr(atomic, "_write_through", slow)
    assert not replace_bytes(path, b"one", b"two")
    assert (path.read_bytes(), names(tmp_path)) == (b"by someone else", ["d.toml"])


WRITER = """
import sys
from pathlib import Path
from glossary.catalogs import replace_bytes
path, name = Path(sys.argv[1]), sys.argv[2]
for number in range(60):
    while True:
        old = path.read_bytes()
        if replace_bytes(path, old, old + f"{name} {number}\\n".encode()):
            break
"""


def test_writers_at_the_same_time_lose_nothing(tmp_path):
    path = tmp_path / "d.toml"
    path.write_bytes(b"")
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in "abc"]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert sorted(path.read_text().splitlines()) == sorted(f"{name} {n}" for name in "abc" for n in range(60))
    assert names(tmp_path) == ["d.toml"]
