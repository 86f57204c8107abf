"""What every test may use: the command line in this process, and small projects."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from glossary import cli

settings.register_profile("house", deadline=None)  # a busy machine is no failure
settings.load_profile("house")

SENTENCE = (
    "The Ministry of Defense of Ukraine said that North Korea had broken the ceasefire, "
    "and that Kim Jong Un met Vladimir Putin in Russia.\n"
)


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capfd, monkeypatch) -> Callable[..., Ran]:
    """Run ``glossary`` with these arguments in a folder, in this process."""

    def run(folder: Path, *arguments: str) -> Ran:
        monkeypatch.chdir(folder)
        capfd.readouterr()
        pipes = signal.getsignal(signal.SIGPIPE) if hasattr(signal, "SIGPIPE") else None
        try:
            with pytest.raises(SystemExit) as caught:
                cli.main(arguments)
        finally:
            if pipes is not None:  # a closed pipe ends a command, and shall not end the tests
                signal.signal(signal.SIGPIPE, pipes)
        out, err = capfd.readouterr()
        return Ran(int(caught.value.code or 0), out, err)

    return run


@pytest.fixture
def project(tmp_path) -> Path:
    """A project with one short document."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(SENTENCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, bytes]]:
    """Every file below a folder with its bytes."""

    def snapshot(folder: Path) -> dict[str, bytes]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return snapshot
