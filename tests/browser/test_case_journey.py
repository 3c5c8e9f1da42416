"""Stepping through a teaching case in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_a_case_is_answered_before_the_rules_answer(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.open("cases?case=lupus-kidney-failure")
    expect(page.get_by_role("heading", name="The biopsy says class IV", level=1)).to_be_visible()
    body = page.locator("body")
    expect(body).not_to_contain_text("The rules see it differently")
    # What comes later and what the rules think is not even sent to the browser.
    assert "Five days later" not in page.content() or "locked" in page.content()
    assert "hardly any urine" not in page.content()
    page.get_by_role("radio", name=re.compile("lupus has reached the kidneys")).check(force=True)
    page.get_by_role("radio", name=re.compile("Fairly")).click()
    page.get_by_role("button", name=re.compile("Commit")).click()
    visitor.settle()
    expect(page.get_by_text(re.compile("The rules see it differently")).first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Next|Reveal")).first.click()
    visitor.settle()
    page.reload()
    visitor.settle()
    expect(page.get_by_text(re.compile("Step 2 of 3")).first).to_be_visible()
    expect(
        page.get_by_text(re.compile("kidneys still do their work", re.DOTALL)).first
    ).to_be_visible()


def test_a_choice_not_yet_committed_is_still_there_after_another_screen(
    visit: Callable[..., Visit],
) -> None:
    visitor = visit()
    page = visitor.open("cases?case=lupus-kidney-failure")
    choice = page.get_by_role("radio", name=re.compile("lupus has reached the kidneys"))
    choice.check(force=True)
    visitor.settle()
    reason = page.get_by_label("Your reason (optional)")
    reason.fill("because of the kidneys")
    reason.press("Enter")
    visitor.settle()
    page.get_by_role("link", name="Rule book", exact=True).first.click()
    visitor.settle()
    page.get_by_role("link", name="Teaching cases", exact=True).first.click()
    visitor.settle()
    page.get_by_role("button", name=re.compile("Go on|Start")).first.click()
    visitor.settle()
    expect(choice).to_be_checked()
    expect(reason).to_have_value("because of the kidneys")
