"""A scrutiny drill in a real browser, from the announcement to the summary, seen by axe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import tall, too_wide, violations
from ui.drills.words import ANNOUNCEMENT, BAND

pytestmark = pytest.mark.browser


def looked_at(visitor: Visit) -> None:
    """Nothing that axe finds, nothing cut off, nothing from elsewhere."""
    visitor.settle()
    assert violations(visitor) == []
    assert too_wide(visitor) <= 0
    assert visitor.elsewhere == []


def press(visitor: Visit, name: str) -> None:
    visitor.page.get_by_role("button", name=re.compile(name)).click()
    visitor.settle()


ADVICE, EXPLAINED = "The advice", re.compile("^This advice was")


def answer(visitor: Visit, option: int, sure: str, then: str | re.Pattern[str]) -> None:
    """Fill in the form, commit, and wait for the heading that follows."""
    page = visitor.page
    # Each by its group: the code of the first may come after the second is there.
    offered = page.get_by_role("radiogroup", name="Choose one answer")
    offered.get_by_role("radio").nth(option).check(force=True)
    visitor.settle()
    certainty = page.get_by_role("radiogroup", name=re.compile("^How sure are you"))
    certainty.get_by_role("radio", name=sure).click()
    visitor.settle()
    press(visitor, "^Commit")
    expect(page.get_by_role("heading", name=then)).to_be_visible()
    visitor.settle()  # the form that follows takes the place of this one last


def item(page: Page, number: int) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Drill: item {number} of 6")


def test_a_run_from_the_announcement_to_the_summary(
    visit: Callable[..., Visit], size: tuple[int, int]
) -> None:
    visitor = visit(tall(size))
    page = visitor.open("drills")
    expect(page.get_by_text(ANNOUNCEMENT)).to_be_visible()
    looked_at(visitor)
    press(visitor, "^Begin")
    item(page, 1)
    looked_at(visitor)
    press(visitor, "^Commit")
    expect(page.get_by_text("No answer is chosen.")).to_be_visible()
    looked_at(visitor)
    answer(visitor, 0, "A guess", ADVICE)
    expect(page.get_by_role("heading", name=ADVICE)).to_be_focused()
    expect(page.get_by_text(BAND)).to_have_count(2)
    expect(page.locator("body")).not_to_contain_text("This advice was")
    looked_at(visitor)
    page.reload()
    visitor.settle()
    expect(page.get_by_role("heading", name=ADVICE)).to_be_visible()
    answer(visitor, 1, "Fairly sure", EXPLAINED)
    expect(page.get_by_role("heading", name=EXPLAINED)).to_be_focused()
    page.get_by_text("The advice as it was shown").click()
    looked_at(visitor)
    for number in range(2, 7):
        press(visitor, "Next: item")
        item(page, number)
        answer(visitor, 0, "Certain", ADVICE)
        answer(visitor, 0, "Certain", EXPLAINED)
        looked_at(visitor)
    press(visitor, "To the summary")
    expect(page.get_by_role("heading", level=1)).to_have_text("The end of this run")
    table = page.get_by_role("table").first
    expect(table.get_by_role("rowheader")).to_have_count(4)
    expect(table.get_by_role("columnheader")).to_have_count(4)
    for summary in page.locator(".st-key-drill_items summary").all():
        summary.click()
    looked_at(visitor)


def test_the_band_stays_in_sight_and_advice_left_is_announced_elsewhere(
    visit: Callable[..., Visit],
) -> None:
    visitor = visit()
    page = visitor.open("drills")
    press(visitor, "^Begin")
    answer(visitor, 0, "A guess", ADVICE)
    page.get_by_role("button", name=re.compile("^Commit second")).scroll_into_view_if_needed()
    page.mouse.move(720, 600)
    page.mouse.wheel(0, 3000)
    expect(page.get_by_text(BAND).first).to_be_in_viewport()
    page.get_by_role("link", name="Rule book", exact=True).first.click()
    visitor.settle()
    expect(page.get_by_text(re.compile("You left a scrutiny drill"))).to_be_visible()
    assert violations(visitor) == []
    page.get_by_role("link", name="Back to the drill").click()
    visitor.settle()
    expect(page.get_by_role("heading", name=ADVICE)).to_be_visible()
