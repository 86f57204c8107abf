"""Accessibility of the pages by axe-core, which is not part of this repository (it is under the MPL 2.0)::

npm pack axe-core && tar xzf axe-core-*.tgz package/axe.min.js
AXE_CORE=package/axe.min.js pytest tests/pages/test_accessibility.py
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.reports.html_report import report
from tests.reports.building import hostile, small

from .conftest import playwright

AXE = os.environ.get("AXE_CORE", "")
pytestmark = pytest.mark.skipif(not AXE, reason="AXE_CORE does not name the script axe.min.js")
GRAVE = ("serious", "critical")


@pytest.fixture(params=["light", "dark"])
def page(browser: playwright.Browser, request: pytest.FixtureRequest) -> Iterator[playwright.Page]:
    context = browser.new_context(bypass_csp=True, color_scheme=request.param, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def problems(page: playwright.Page) -> list[tuple[str, str, list[str]]]:
    """Rule, impact and places of what axe finds in the page as it is now."""
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        (item["id"], item["impact"], [f"{node['html'][:120]} {node['failureSummary']}" for node in item["nodes"][:3]])
        for item in found["violations"]
    ]


@pytest.mark.parametrize("view", ["overview", "documents", "terms", "terms?term=kim-jong-un", "findings"])
@pytest.mark.parametrize("width", [390, 1280])
def test_report(page: playwright.Page, tmp_path: Path, view: str, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(report(small()))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{path.as_uri()}#{view}")
    if view == "documents":
        page.locator("a.term").first.focus()
    assert [found for found in problems(page) if found[1] in GRAVE] == []


def test_report_of_hostile_texts(page: playwright.Page, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(report(hostile()))
    page.goto(path.as_uri())
    assert [found for found in problems(page) if found[1] in GRAVE] == []
