"""The review page in a browser: from the queue to changed files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomlkit

pytest.importorskip("starlette", reason="the extra review is not installed: pip install '.[review]'")

from glossary.catalogs import parse
from glossary.reviewing.edits import Edit
from glossary.settings import Settings
from tests.reports.building import HOSTILE, concept, use
from tests.review.building import build, decisions, desk, korean, project

from .browser import Window, playwright
from .serving import opened, review

expect = playwright.expect


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


@pytest.fixture
def page(window: Window, settings: Settings) -> Iterator[playwright.Page]:
    with opened(window, settings.root):
        expect(heading(window.page)).to_have_text("Kim Jong Un")
        yield window.page


def heading(page: playwright.Page) -> playwright.Locator:
    return page.locator("#concept-heading")


def toast(page: playwright.Page) -> playwright.Locator:
    return page.locator("#toast")


def decided(settings: Settings) -> dict[str, Any]:
    path = decisions(settings)
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def rendering(settings: Settings, msgid: str) -> tuple[str, bool]:
    entry = next(e for e in parse(korean(settings).read_bytes(), "ko.po").messages if e.msgid == msgid)
    return entry.msgstr, entry.fuzzy


def test_from_the_queue_to_the_files_with_the_keyboard_alone(page, settings):
    keys = page.keyboard
    keys.press("a")
    expect(toast(page)).to_contain_text("Accepted “Kim Jong Un”")
    expect(heading(page)).to_have_text("drill")
    keys.press("r")
    expect(toast(page)).to_contain_text("Rejected “drill”")
    expect(heading(page)).to_have_text("DPRK")
    keys.press("u")
    expect(heading(page)).to_have_text("drill")
    expect(page.locator(".standing")).to_have_text("undecided")
    keys.press("t")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.press("6")
    expect(toast(page)).to_contain_text("“drill” is now of the kind event")
    expect(heading(page)).to_have_text("drill")
    keys.press("f")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.press("1")
    expect(toast(page)).to_contain_text("“live-fire drill” is forbidden")
    keys.press("n")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.type("an exercise")
    keys.press("Enter")
    expect(page.get_by_text("an exercise")).to_be_visible()
    keys.press("j")
    expect(heading(page)).to_have_text("DPRK")
    keys.press("m")
    expect(page.get_by_label("Search concepts").last).to_be_focused()
    keys.type("pyong")
    keys.press("Enter")
    expect(toast(page)).to_contain_text("Merged “DPRK”")
    expect(page.get_by_label("Korean")).to_have_value("평양")
    keys.press("1")
    expect(page.get_by_label("Korean")).to_be_focused()
    keys.press("End")
    keys.type("시")
    keys.press("Enter")
    expect(toast(page)).to_contain_text("Korean rendering of “Pyongyang”: 평양시")
    keys.press("Tab")
    assert decided(settings) == {
        "accept": ["Kim Jong Un"],
        "concept": {
            "drill": {"kind": "event", "deprecated": ["live-fire drill"], "note": "an exercise"},
            "Pyongyang": {"merge": ["DPRK"]},
        },
    }
    assert rendering(settings, "Pyongyang") == ("평양시", False)


def test_split_and_prefer(page, settings):
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_have_text("Split off a form")
    dialog.get_by_role("button", name="Kim", exact=True).click()
    expect(toast(page)).to_contain_text("Split “Kim” from “Kim Jong Un”")
    page.get_by_role("button", name="Prefer Kim Jong-un").click()
    expect(heading(page)).to_have_text("Kim Jong-un")
    assert decided(settings) == {"concept": {"Kim Jong Un": {"split": ["Kim"], "prefer": "Kim Jong-un"}}}


def test_a_second_run_asks_only_what_is_undecided(page, window, settings):
    for name in ("Kim Jong Un", "drill"):
        expect(heading(page)).to_have_text(name)
        page.keyboard.press("a")
        expect(toast(page)).to_contain_text(f"Accepted “{name}”")
    with review(settings.root) as address:
        page.goto(address)
        expect(heading(page)).to_have_text("DPRK")
        expect(page.locator("#tabs [data-tab=candidates] .count")).to_have_text("3")
        expect(page.locator("#tabs [data-tab=decided] .count")).to_have_text("2")
        page.goto("about:blank")


def test_suggestions_are_confirmed_one_concept_after_the_other(page, settings):
    page.locator("#tabs [data-tab=renderings]").click()
    expect(heading(page)).to_have_text("Pyongyang")
    expect(page.locator("#status-0")).to_have_text("suggested")
    page.keyboard.press("c")
    expect(page.get_by_role("heading", name="Nothing here")).to_be_visible()
    assert rendering(settings, "Pyongyang") == ("평양", False)
    page.get_by_role("button", name="Undo", exact=True).last.click()
    expect(page.locator("#status-0")).to_have_text("suggested")
    assert rendering(settings, "Pyongyang") == ("평양", True)


def test_an_emptied_suggestion_is_discarded_for_good(page, settings):
    page.locator("#tabs [data-tab=renderings]").click()
    field = page.get_by_label("Korean")
    expect(field).to_have_value("평양")
    field.fill("")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_role("heading", name="Nothing here")).to_be_visible()
    assert rendering(settings, "Pyongyang") == ("", False)


def test_search_and_kind_narrow_the_queue(page):
    page.keyboard.press("/")
    page.keyboard.type("jong-un")
    expect(page.locator("#list li")).to_have_count(1)
    page.locator("#search").fill("")
    page.locator("#kind").select_option("place")
    expect(page.locator("#list .name")).to_have_text(["DPRK", "Pyongyang"])
    expect(heading(page)).to_have_text("DPRK")


def test_two_windows_say_so_and_lose_nothing(page, settings):
    other = page.context.new_page()
    other.goto(page.url)
    expect(heading(other)).to_have_text("Kim Jong Un")
    page.keyboard.press("r")
    expect(toast(page)).to_contain_text("Rejected “Kim Jong Un”")
    other.evaluate("document.hasFocus()")
    other.keyboard.press("a")
    dialog = other.get_by_role("dialog")
    expect(dialog).to_contain_text("“Kim Jong Un”: this concept was decided differently meanwhile.")
    expect(dialog).to_contain_text("It is now rejected.")
    assert decided(settings) == {"reject": ["Kim Jong Un"]}
    dialog.get_by_role("button", name="Decide all the same").click()
    expect(toast(other)).to_contain_text("Accepted “Kim Jong Un”")
    assert decided(settings) == {"accept": ["Kim Jong Un"]}
    expect(page.locator("#tabs [data-tab=decided] .count")).to_have_text("1")
    page.locator("#tabs [data-tab=decided]").click()
    expect(page.locator(".standing")).to_have_text("accepted")


def test_what_an_editor_overwrites_is_told_and_put_back(page, settings):
    page.keyboard.press("a")
    expect(toast(page)).to_contain_text("Accepted")
    decisions(settings).write_text("# from the editor\n", encoding="utf-8")
    banner = page.locator(".banner")
    expect(banner).to_contain_text("was changed by another program")
    expect(banner).to_contain_text("no longer in it: Accepted “Kim Jong Un”.")
    banner.get_by_role("button", name="Put them back").click()
    expect(page.locator("#tabs [data-tab=decided] .count")).to_have_text("1")
    assert decisions(settings).read_text(encoding="utf-8").startswith("# from the editor\naccept = [")


def test_what_is_being_typed_stays_when_others_change_something(page, settings):
    page.keyboard.press("1")
    expect(page.get_by_label("Korean")).to_be_focused()
    page.keyboard.type("김정")
    decisions(settings).write_text('accept = ["drill"]\n', encoding="utf-8")
    expect(page.locator(".banner")).to_be_visible()
    expect(page.get_by_label("Korean")).to_be_focused()
    page.keyboard.type("은")
    page.keyboard.press("Enter")
    expect(toast(page)).to_contain_text("김정은")
    assert rendering(settings, "Kim Jong Un") == ("김정은", False)


def test_a_broken_file_is_told_and_the_decision_not_lost_in_silence(page, settings, window):
    decisions(settings).write_text("accept = [\n", encoding="utf-8")
    page.keyboard.press("a")
    expect(page.get_by_role("alert").first).to_contain_text("not valid TOML")
    assert decisions(settings).read_text(encoding="utf-8") == "accept = [\n"
    expect(heading(page)).to_have_text("Kim Jong Un")
    assert all("422" in problem for problem in window.problems)
    window.problems.clear()


def test_single_keys_can_be_turned_off(page, settings):
    page.keyboard.press("?")
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("a")
    page.keyboard.press("ArrowDown")
    expect(heading(page)).to_have_text("drill")
    assert decided(settings) == {}
    page.get_by_role("button", name="Accept").click()
    expect(toast(page)).to_contain_text("Accepted “drill”")


def test_keys_work_in_other_scripts(page, settings):
    typed = "init => document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))"
    page.evaluate(typed, {"key": "ф", "code": "KeyA"})
    page.evaluate(typed, {"key": "ㄱ", "code": "KeyR"})
    expect(toast(page)).to_contain_text("ed “")


def test_hostile_texts_are_shown_as_they_are(window, settings):
    entries = [
        concept(
            text, f"{text} 2", identifier=f"e{n}", subkind=text, definition=text, why=(text,), count=9 - n,
            examples=(use(text, "seeds/a.txt", n + 1, text),),
        )
        for n, text in enumerate(HOSTILE)
    ]  # fmt: skip
    (settings.root / "seeds" / "a.txt").write_text("\n\n".join(HOSTILE), encoding="utf-8")
    build(settings, *entries)
    for n, text in enumerate(HOSTILE):
        desk(settings).edit(Edit("render", f"e{n}", text, "ko"))
    decided_before = {"concept": {HOSTILE[0]: {"note": HOSTILE[1], "merge": [HOSTILE[2]]}}}
    decisions(settings).write_text(tomlkit.dumps(decided_before), encoding="utf-8")
    with opened(window, settings.root) as address:
        page = window.page
        page.locator("#tabs [data-tab=all]").click()
        for text in HOSTILE[:2]:
            expect(heading(page)).to_have_text(text)
            expect(page.get_by_label("Korean")).to_have_value(text)
            expect(page.locator("blockquote").first).to_contain_text(text)
            page.keyboard.press("f")
            expect(page.get_by_role("dialog")).to_be_visible()
            page.keyboard.press("Escape")
            page.keyboard.press("a")
            expect(toast(page)).to_be_visible()
        assert page.evaluate("window.hacked") is None
        assert page.locator("img, main script, [onmouseover], svg[onload]").count() == 0
        assert [url for url in window.requests if not url.startswith((address, "data:"))] == []


def test_the_secret_is_needed(page, window):
    origin = re.match(r"http://[^/]+/", page.url)
    assert origin
    answer = page.context.request.get(f"{origin[0]}queue")
    assert answer.status == 404
    other = page.context.new_page()
    other.goto("about:blank")
    blocked = other.evaluate("url => fetch(url).then(() => 'read', () => 'blocked')", f"{page.url}queue")
    assert blocked == "blocked"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_window(window, settings, width):
    build(settings, concept("x" * 200, "y " * 100, kind="person"), concept("z" * 90))
    window.page.set_viewport_size({"width": width, "height": 800})
    with opened(window, settings.root):
        expect(heading(window.page)).to_be_visible()
        assert window.page.evaluate("document.documentElement.scrollWidth") <= width
        assert window.page.locator("#card").evaluate("card => card.scrollWidth - card.clientWidth") <= 0


def test_on_a_phone_the_queue_opens_and_closes(window, settings):
    window.page.set_viewport_size({"width": 390, "height": 844})
    with opened(window, settings.root):
        page = window.page
        expect(heading(page)).to_have_text("Kim Jong Un")
        page.get_by_role("button", name="Next concept").click()
        expect(heading(page)).to_have_text("drill")
        page.get_by_role("button", name="Queue").click()
        page.locator("#list").get_by_role("button", name="Pyongyang").click()
        expect(heading(page)).to_have_text("Pyongyang")
        expect(page.locator("#list")).to_be_hidden()
        page.get_by_role("button", name="Accept").click()
        expect(toast(page)).to_contain_text("Accepted “Pyongyang”")


def test_a_rendering_is_forbidden_and_allowed_again(page, settings):
    page.keyboard.press("f")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Another form").fill("김종은")
    dialog.get_by_label("Language").select_option("ko")
    dialog.get_by_role("button", name="Choose").click()
    expect(toast(page)).to_contain_text("“김종은” is forbidden in Korean")
    assert decided(settings) == {"concept": {"Kim Jong Un": {"forbidden": {"ko": ["김종은"]}}}}
    page.get_by_role("button", name="Allow 김종은").click()
    expect(toast(page)).to_contain_text("“김종은” is allowed again in Korean")
    assert decided(settings) == {}


def test_a_concept_chosen_while_news_arrive_is_shown(page, settings):
    held: list[playwright.Route] = []

    def hold(route: playwright.Route) -> None:
        held.append(route)

    page.route("**/cards/kim-jong-un", hold, times=1)
    with page.expect_request("**/cards/kim-jong-un"):
        decisions(settings).write_text('accept = ["drill"]\n', encoding="utf-8")
    page.locator("#list").get_by_role("button", name="Pyongyang").click()
    expect(page.get_by_label("Korean")).to_have_value("평양")
    with page.expect_event("requestfinished"):
        held[0].continue_()
    expect(page.locator("#tabs [data-tab=decided] .count")).to_have_text("1")
    page.keyboard.press("1")
    expect(page.get_by_label("Korean")).to_be_focused()
    expect(page.get_by_label("Korean")).to_have_value("평양")
