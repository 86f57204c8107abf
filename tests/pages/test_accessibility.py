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
from tests.review.building import project

from .browser import playwright
from .serving import review

AXE = os.environ.get("AXE_CORE", "")
pytestmark = pytest.mark.skipif(not AXE, reason="AXE_CORE does not name the script axe.min.js")


@pytest.fixture(params=["light", "dark"])
def page(browser: playwright.Browser, request: pytest.FixtureRequest) -> Iterator[playwright.Page]:
    context = browser.new_context(bypass_csp=True, color_scheme=request.param, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def grave(page: playwright.Page) -> list[tuple[str, str, list[str]]]:
    """What stands in somebody's way."""
    return [found for found in problems(page) if found[1] in ("serious", "critical")]


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
    assert grave(page) == []


def test_report_of_hostile_texts(page: playwright.Page, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(report(hostile()))
    page.goto(path.as_uri())
    assert grave(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_review(page: playwright.Page, tmp_path: Path, width: int) -> None:
    pytest.importorskip("starlette", reason="the extra review is not installed: pip install '.[review]'")
    settings = project(tmp_path)
    page.set_viewport_size({"width": width, "height": 900})
    found = []
    with review(settings.root) as address:
        page.goto(address)
        page.wait_for_selector("#rendering-0")
        found += grave(page)
        for key in ("m", "t", "p", "f", "s", "n", "?"):
            page.keyboard.press(key)
            page.wait_for_selector("dialog[open]")
            if key == "m":
                page.keyboard.type("p")
                page.wait_for_selector("[role=option]")
            found += grave(page)
            page.keyboard.press("Escape")
            page.wait_for_selector("dialog", state="detached")
        page.keyboard.press("r")
        page.wait_for_selector("#toast:not([hidden])")
        (settings.root / settings.output / "decisions.toml").write_text("accept = [\n", encoding="utf-8")
        page.wait_for_selector(".banner.problem")
        page.locator("#tabs [data-tab=renderings]").click()
        page.wait_for_selector("#status-0.s-suggested")
        found += grave(page)
        if width == 390:
            page.locator("#queue").click()
            found += grave(page)
        page.goto("about:blank")
    assert found == []
