"""The explanation's questions in a real browser: the keyboard alone, a copy, a shared link."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.serving import WIDE
from tests.browser.test_journeys import answer, choose_diagnosis, go_to, section

pytestmark = pytest.mark.browser

Arrive = Callable[..., Visit]


def severe_lupus_with_gaps(visit: Arrive) -> Visit:
    visitor = visit(WIDE)
    visitor.open("")
    choose_diagnosis(visitor, "Systemic lupus erythematosus")
    section(visitor, "Disease now")
    answer(visitor, "Severity", "Severe")
    go_to(visitor, "Explanation")
    return visitor


def test_what_would_change_it_is_tried_on_a_copy_and_taken_over(visit: Arrive) -> None:
    visitor = severe_lupus_with_gaps(visit)
    page = visitor.page
    page.get_by_role("tab", name="What if", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("what would make it"))).to_be_visible()
    page.get_by_role("button", name="Try it on the copy").first.click()
    expect(page.get_by_text("Changed on the copy")).to_be_visible()
    page.get_by_role("tab", name="In words", exact=True).click()
    expect(page.get_by_text("Cannot be told yet").first).to_be_visible()
    page.get_by_role("tab", name="What if", exact=True).click()
    page.get_by_role("button", name="Make it the patient").click()
    page.get_by_role("tab", name="In words", exact=True).click()
    expect(page.get_by_text("Facts that suffice")).to_be_visible()
    page.reload()
    visitor.settle()
    expect(page.get_by_text("Facts that suffice")).to_be_visible()
    assert visitor.elsewhere == []


def test_the_questions_are_asked_from_the_keyboard_alone(visit: Arrive) -> None:
    visitor = severe_lupus_with_gaps(visit)
    page = visitor.page
    page.get_by_role("tab", name="In words", exact=True).focus()
    for tab in ("Chain", "Why not"):
        page.keyboard.press("ArrowRight")
        visitor.settle()
        expect(page.get_by_role("tab", name=tab, exact=True)).to_be_focused()
    expect(page.get_by_role("heading", name=re.compile("why is it not"))).to_be_visible()
    visitor.settle()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    visitor.settle()
    expect(page.get_by_role("heading", name=re.compile("not indicated"))).to_be_visible()


def test_a_shared_link_opens_for_somebody_else_and_changes_nothing(visit: Arrive) -> None:
    visitor = severe_lupus_with_gaps(visit)
    page = visitor.page
    page.get_by_role("tab", name="Keep", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("[data-testid=stCode]").inner_text().strip()
    assert "lupus" not in link
    stranger = visit(WIDE)
    stranger.open(link.removeprefix(f"{visitor.address}/"))
    theirs = stranger.page
    expect(theirs.get_by_text(re.compile("that somebody has shared"))).to_be_visible()
    expect(theirs.get_by_role("heading", name="Files")).to_be_visible()
    theirs.get_by_role("button", name="Open it as my own patient").click()
    stranger.settle()
    expect(theirs.get_by_text(re.compile("that somebody has shared"))).to_have_count(0)
    go_to(stranger, "Patient profile")
    section(stranger, "Disease now")
    answer(stranger, "Severity", "Mild")
    expect(theirs.get_by_text("Not indicated by the document").first).to_be_visible()
    page.reload()
    visitor.settle()
    expect(page.get_by_role("radio", name=re.compile("Cannot be told yet"))).to_be_visible()


def test_the_report_is_one_page_that_needs_nothing_else(visit: Arrive) -> None:
    visitor = severe_lupus_with_gaps(visit)
    page = visitor.page
    page.get_by_role("tab", name="Keep", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Report as a page to print").click()
    written = download.value.path().read_text(encoding="utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert "not for clinical use" in written
    fresh = visit(WIDE)
    fresh.page.set_content(written)
    expect(fresh.page.get_by_role("heading", level=1)).to_contain_text("Cannot be told yet")
    assert [url for url in fresh.elsewhere if url != "about:blank"] == []
