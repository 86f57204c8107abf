"""A running review page for the tests of this folder."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .browser import Window

ROOT = Path(__file__).parents[2]


@contextmanager
def review(folder: Path) -> Iterator[str]:
    """``glossary review`` in ``folder``, as a user starts it; gives its address."""
    command = [sys.executable, "-m", "glossary", "review", "--no-browser"]
    running = subprocess.Popen(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=lambda: [lines.put(line) for line in running.stdout or ()], daemon=True).start()
    try:
        first = lines.get(timeout=60)
        assert first.startswith("Review page: http://127.0.0.1:"), first
        yield first.split()[-1]
    finally:
        running.terminate()
        running.wait(timeout=30)


@contextmanager
def opened(window: Window, folder: Path) -> Iterator[str]:
    """The review page of ``folder`` in a window, left before its server stops; gives its address."""
    with review(folder) as address:
        window.page.goto(address)
        yield address
        window.page.goto("about:blank")
