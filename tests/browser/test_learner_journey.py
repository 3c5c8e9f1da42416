"""A learner goes on elsewhere: the code of one browser opens the answers in another."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import tall, too_wide, violations

pytestmark = pytest.mark.browser


def answer(visitor: Visit, case: str) -> Page:
    """Commit the first answer of a case, and go back to the library."""
    page = visitor.open(f"cases?case={case}")
    offered = page.locator(".st-key-case_question [data-testid=stRadio]")
    offered.get_by_role("radio").first.check(force=True)
    page.get_by_role("radio", name=re.compile("Fairly")).click()
    page.get_by_role("button", name=re.compile("Commit")).click()
    visitor.settle()
    page.get_by_role("button", name="All cases").first.click()
    visitor.settle()
    return page


def test_a_code_leads_from_one_browser_to_another(
    visit: Callable[..., Visit], size: tuple[int, int]
) -> None:
    first, second = visit(size), visit(size)
    page = answer(first, "lupus-kidney-failure")
    page.get_by_role("button", name="Show my code").click()
    first.settle()
    code = page.locator(".st-key-case_elsewhere code").inner_text()

    page = answer(second, "gpa-foot-drop")
    typed = page.get_by_label("I have a code")
    typed.fill(code[:-1])
    page.get_by_role("button", name="Go on with it").click()
    second.settle()
    heading = page.get_by_role("heading", name="This code cannot be used")
    expect(heading).to_be_focused()
    expect(typed).to_have_value(code[:-1])
    page.set_viewport_size({"width": size[0], "height": tall(size)[1]})
    assert violations(second) == []
    assert too_wide(second) <= 0
    page.set_viewport_size({"width": size[0], "height": size[1]})

    typed.fill(code)
    page.get_by_role("button", name="Go on with it").click()
    second.settle()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("What about your answers here?")
    assert violations(second) == []
    dialog.get_by_role("button", name="Bring it along").click()
    second.settle()
    expect(page.get_by_role("heading", name="Go on elsewhere")).to_be_focused()
    expect(page.get_by_text("with two answers")).to_be_visible()
    page.reload()
    second.settle()
    expect(page.get_by_text("1 of 3 answered")).to_have_count(2)
    name = page.get_by_label("A name for the report")
    name.fill("=1+1 <b>Ada</b>")
    name.press("Enter")
    second.settle()
    for button, written in (
        ("Report to print", "Answers of: =1+1 &lt;b&gt;Ada&lt;/b&gt;"),
        ("My data", '"nickname": "=1+1 <b>Ada</b>"'),
    ):
        with page.expect_download() as file:
            page.get_by_role("button", name=button).click()
        assert written in file.value.path().read_text(encoding="utf-8")
    assert first.elsewhere == second.elsewhere == []
