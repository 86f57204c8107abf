"""A real browser for the tests of this folder.

Nothing here needs Playwright to be imported: each test module imports ``browser``, which skips it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .browser import Window, playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[playwright.Browser]:
    from .browser import ARGUMENTS, executable, playwright

    path = executable()
    if path is None:
        pytest.skip("no Chromium on this machine: install it, or name it in the environment variable CHROMIUM")
    with playwright.sync_playwright() as player:
        started = player.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def window(browser: playwright.Browser) -> Iterator[Window]:
    """A page at desktop width; the test fails when the page reports an error."""
    from .browser import Window

    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en")
    opened = Window(context)
    yield opened
    context.close()
    assert opened.problems == []


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    """Where a test puts its report."""
    return tmp_path / "report.html"
