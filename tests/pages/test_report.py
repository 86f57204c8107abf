"""The report in a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glossary.model import Finding, Glossary
from glossary.reports.content import Content
from glossary.reports.html_report import report
from tests.reports.building import HOSTILE, concept, document, hostile, small, use

from .browser import Window, playwright

expect = playwright.expect


def show(window: Window, path: Path, content: Content, address: str = "") -> playwright.Page:
    path.write_bytes(report(content))
    window.page.goto(path.as_uri() + address)
    return window.page


def names(page: playwright.Page) -> list[str]:
    return page.locator("table.terms tbody tr:not(.detail) th").all_inner_texts()


def test_one_part_is_shown_at_a_time_and_the_navigation_says_which(window: Window, report_file: Path) -> None:
    page = show(window, report_file, small())
    for name in ("Overview", "Documents", "Terms", "Findings"):
        page.get_by_role("navigation", name="Parts of the report").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=2)).to_have_text([name])
        assert page.locator(".top nav [aria-current=page]").inner_text().startswith(name)
    assert [url for url in window.requests if not url.startswith(("file:", "data:"))] == []


def test_terms_are_searched_filtered_and_sorted_and_the_address_keeps_it(window: Window, report_file: Path) -> None:
    page = show(window, report_file, small(), "#terms")
    assert names(page) == ["Kim Jong Un", "live-fire drill", "Supreme Leader"]
    page.get_by_role("button", name="Term", exact=True).click()
    expect(page.get_by_role("columnheader", name="Term")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Term ").click()
    expect(page.locator("table.terms tbody th").first).to_have_text("Supreme Leader")
    page.get_by_label("Search terms and renderings").fill("최고")
    expect(page.locator("table.terms tbody th")).to_have_text(["Supreme Leader"])
    page.get_by_label("Search terms and renderings").fill("")
    page.get_by_label("Kind").select_option("term")
    expect(page.locator("table.terms tbody th")).to_have_text(["live-fire drill"])
    address = page.url
    page.reload()
    expect(page.locator("table.terms tbody th")).to_have_text(["live-fire drill"])
    assert page.url == address
    page.get_by_role("button", name="Clear filters").click()
    assert len(names(page)) == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lang=ko&status=suggested", ["live-fire drill"]),
        ("lang=uk&status=approved", ["Kim Jong Un"]),
        ("status=open", ["live-fire drill", "Supreme Leader"]),
        ("finding=1", ["Supreme Leader"]),
        ("q=kim+person", ["Kim Jong Un"]),
        ("q=nothing+at+all", []),
        ("term=live-fire-drill", ["live-fire drill"]),
        ("kind=planet&sort=colour&lang=xx", ["Kim Jong Un", "live-fire drill", "Supreme Leader"]),
    ],
)
def test_an_address_is_a_filter(window: Window, report_file: Path, query: str, found: list[str]) -> None:
    assert names(show(window, report_file, small(), f"#terms?{query}")) == found


def test_a_term_opens_with_its_forms_sentences_and_reasons(window: Window, report_file: Path) -> None:
    page = show(window, report_file, small(), "#terms")
    button = page.get_by_role("button", name="Kim Jong Un")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    detail = page.locator("tr.detail")
    for text in (
        "Kim admitted",
        "Family name first",
        "There is Kim Jong Un here.",
        "names: capitalized run",
        "title: Supreme Leader",
    ):
        expect(detail).to_contain_text(text)
    detail.get_by_role("link", name="seeds/a.txt:1").click()
    expect(page.locator(".text .aim")).to_contain_text("Kim Jong Un spoke.")


def test_a_highlighted_term_shows_its_renderings_on_focus_and_leads_to_the_term(
    window: Window, report_file: Path
) -> None:
    page = show(window, report_file, small(), "#documents?doc=seeds/b.txt")
    link = page.get_by_role("link", name="live-fire drill")
    page.keyboard.press("Tab")
    while not link.evaluate("element => element === document.activeElement"):
        page.keyboard.press("Tab")
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("실사격 훈련")
    expect(card).to_contain_text("suggested · termbase 12")
    expect(link).to_have_attribute("aria-describedby", "popup")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("tr.detail")).to_contain_text("an exercise with live ammunition")
    page.go_back()
    expect(page.locator(".article h3")).to_have_text("Drills")


def test_kinds_can_be_left_unmarked(window: Window, report_file: Path) -> None:
    page = show(window, report_file, small(), "#documents")
    expect(page.locator("a.term.k-person")).to_have_count(2)
    page.get_by_role("checkbox", name="person 2").press("Space")
    expect(page.locator("a.term.k-person.off")).to_have_count(2)
    expect(page.locator("a.term.k-title.off")).to_have_count(0)


def test_findings_show_both_sides_and_what_is_expected(window: Window, report_file: Path) -> None:
    page = show(window, report_file, small(), "#findings?severity=error")
    expect(page.locator(".result:visible")).to_have_text("1 of 2 findings")
    group = page.get_by_role("group")
    expect(group).to_contain_text("T301")
    expect(group).to_contain_text("Use the rendering.")
    expect(group.locator("mark")).to_have_text("Supreme Leader")
    expect(group.locator("ins")).to_have_text("최고지도자")
    expect(group.get_by_text("김정은")).to_have_attribute("lang", "ko")


def test_hostile_texts_are_shown_as_they_are(window: Window, report_file: Path) -> None:
    page = show(window, report_file, hostile())
    for view in ("overview", "documents", "terms", "findings"):
        page.evaluate("view => { location.hash = view; }", view)
        expect(page.locator(f"#{view}-heading")).to_be_visible()
        if view == "terms":
            for button in page.locator("tbody th button").all():
                button.click()
        if view == "documents":
            page.locator("a.term").first.hover()
            expect(page.get_by_role("tooltip")).to_be_visible()
        assert page.evaluate("window.hacked") is None
        assert page.locator("img, svg[onload], main script, [onmouseover]").count() == 0
    page.evaluate("() => { location.hash = 'terms?sort=term'; }")
    shown = names(page)
    assert HOSTILE[0] in shown
    assert HOSTILE[5] in shown
    assert [url for url in window.requests if not url.startswith(("file:", "data:"))] == []


def test_five_thousand_terms_come_in_portions(window: Window, report_file: Path) -> None:
    entries = tuple(
        concept(f"term {n:04}", count=n, documents=1, occurrences=(use(f"term {n:04}"),)) for n in range(5000)
    )
    content = replace(
        small(), glossary=Glossary(entries, sources=("seeds/a.txt",)), translations={}, suggestions={}, findings=()
    )
    page = show(window, report_file, content, "#terms")
    expect(page.locator(".result:visible")).to_have_text("5,000 terms")
    assert len(names(page)) < 500
    expect(page.get_by_role("table")).to_have_attribute("aria-rowcount", "5001")
    page.get_by_label("Search terms and renderings").fill("4999")
    expect(page.locator("table.terms tbody th")).to_have_text(["term 4999"])


def test_many_findings_of_one_rule_come_in_portions(window: Window, report_file: Path) -> None:
    findings = tuple(Finding("T201", "warning", f"number {n}") for n in range(120))
    page = show(window, report_file, replace(small(), findings=findings), "#findings")
    expect(page.locator(".finding")).to_have_count(50)
    page.get_by_role("button", name="Show more (70 left)").click()
    expect(page.locator(".finding")).to_have_count(100)


def test_printing_shows_all_filtered_terms_without_controls(window: Window, report_file: Path) -> None:
    entries = tuple(concept(f"term {n:04}") for n in range(300))
    page = show(
        window, report_file, replace(small(), glossary=Glossary(entries), translations={}, findings=()), "#terms"
    )
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert len(names(page)) == 300
    expect(page.locator(".filters").first).to_be_hidden()
    expect(page.locator(".top nav")).to_be_hidden()


def test_without_scripts_terms_and_findings_are_still_there(browser: playwright.Browser, report_file: Path) -> None:
    report_file.write_bytes(report(small()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report_file.as_uri())
    shown = page.inner_text("body")
    for text in ("김정은", "Supreme Leader", "“Supreme Leader” is not rendered 최고지도자", "need JavaScript"):
        assert text in shown
    context.close()


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("view", ["overview", "documents", "terms?term=kim-jong-un", "findings"])
def test_nothing_is_wider_than_the_window(window: Window, report_file: Path, width: int, view: str) -> None:
    window.page.set_viewport_size({"width": width, "height": 800})
    long = small()
    texts = (*long.documents, document("x" * 300, path=f"seeds/{'y' * 120}.txt", title="z" * 150))
    page = show(window, report_file, replace(long, documents=texts), f"#{view}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_theme_can_be_chosen(window: Window, report_file: Path) -> None:
    page = show(window, report_file, small())
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Theme: auto").click()
    page.get_by_role("button", name="Theme: light").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
