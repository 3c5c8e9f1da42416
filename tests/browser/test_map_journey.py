"""The decision map in a real browser: from a patient to the nearest boundary and over it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.serving import NARROW, WIDE
from tests.browser.test_accessibility import WCAG, tall, too_wide, violations
from tests.browser.test_journeys import answer, choose_diagnosis, go_to, section

pytestmark = pytest.mark.browser

Arrive = Callable[..., Visit]


def moderate_lupus(visit: Arrive, size: tuple[int, int] = WIDE) -> Visit:
    """A visitor before the map of a patient with moderate lupus."""
    visitor = visit(WIDE)
    visitor.open("")
    choose_diagnosis(visitor, "Systemic lupus erythematosus")
    section(visitor, "Disease now")
    answer(visitor, "Severity", "Moderate")
    go_to(visitor, "Decision map")
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.settle()
    return visitor


def choose(visitor: Visit, label: str, option: str) -> Page:
    box = visitor.page.get_by_role("combobox", name=re.compile(re.escape(label))).last
    box.scroll_into_view_if_needed()  # a list that is open closes when the page is scrolled
    visitor.page.wait_for_timeout(300)
    box.click()
    visitor.page.get_by_role("option", name=option, exact=True).click()
    visitor.settle()
    return visitor.page


def test_a_patient_crosses_the_nearest_boundary(visit: Arrive) -> None:
    visitor = moderate_lupus(visit)
    page = visitor.page
    mine = page.get_by_role("cell", name=re.compile("this patient"))
    expect(mine).to_have_count(1)
    expect(mine).to_contain_text("Not indicated by the document")
    nearest = page.get_by_text("Severity: severe instead of moderate would make it")
    expect(nearest).to_be_visible()
    one = page.locator(".st-key-map_cell")
    expect(one.get_by_text("This is where the patient is.")).to_be_visible()
    choose(visitor, "Severity", "severe")
    choose(visitor, "Life-threatening", "yes")
    expect(one.get_by_text("Severe lupus that threatens life.")).to_be_visible()
    page.get_by_role("button", name="Try this patient").click()
    visitor.settle()
    expect(mine).to_contain_text("May be considered")
    page.reload()
    visitor.settle()
    expect(mine).to_contain_text("May be considered")
    go_to(visitor, "Patient profile")
    page.get_by_role("button", name=re.compile("Load")).click()
    page.get_by_role("button", name="Previous patient").click()
    visitor.settle()
    go_to(visitor, "Decision map")
    expect(mine).to_contain_text("Not indicated by the document")
    assert visitor.elsewhere == []


def test_the_choices_and_the_map_from_the_keyboard_alone(visit: Arrive) -> None:
    visitor = moderate_lupus(visit)
    page = visitor.page
    page.get_by_role("combobox", name=re.compile("A table for each")).focus()
    page.keyboard.type("kidney")
    page.keyboard.press("Enter")
    visitor.settle()
    expect(page.get_by_role("table")).to_have_count(3)
    page.get_by_role("radio", name="This patient").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    visitor.settle()
    expect(page.get_by_text(re.compile("^Whoever it may be with systemic lupus"))).to_be_visible()
    region = page.get_by_role("region", name=re.compile("nephritis: no"))
    region.focus()
    expect(region).to_be_focused()
    page.reload()
    visitor.settle()
    expect(page.get_by_role("table")).to_have_count(3)
    expect(page.get_by_role("radio", name="Whoever it may be")).to_be_checked()


def test_a_wide_map_scrolls_in_a_box_of_its_own_on_a_narrow_screen(visit: Arrive) -> None:
    visitor = moderate_lupus(visit, NARROW)
    region = visitor.page.get_by_role("region", name="Severity by Life-threatening")
    inner = region.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert inner[0] > inner[1]
    assert too_wide(visitor) <= 0


def test_the_map_of_a_patient_is_accessible(visit: Arrive, size: tuple[int, int]) -> None:
    visitor = moderate_lupus(visit, tall(size))
    found: dict[str, object] = {}

    def look(name: str) -> None:
        visitor.settle()
        if problems := [*violations(visitor), *(["too wide"] if too_wide(visitor) > 0 else [])]:
            found[name] = problems

    look("this patient")
    choose(visitor, "Life-threatening", "yes")
    look("cannot be")
    choose(visitor, "A table for each", "Kidney failure from lupus nephritis")
    visitor.page.get_by_role("radio", name="Whoever it may be").click()
    look("whoever")
    choose(visitor, "Verdicts of", "Published criteria")
    look("published criteria")
    assert found == {}
    assert visitor.elsewhere == []


def test_the_page_to_print_is_complete(visit: Arrive) -> None:
    visitor = moderate_lupus(visit)
    page = visitor.page
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a page to print").click()
    written = download.value.path().read_text(encoding="utf-8")
    fresh = visit(WIDE)
    fresh.page.set_content(written)
    expect(fresh.page.get_by_role("table")).to_have_count(1)
    expect(fresh.page.get_by_role("cell", name=re.compile("this patient"))).to_have_count(1)
    assert [url for url in fresh.elsewhere if url != "about:blank"] == []
    assert Axe().run(fresh.page, options=WCAG).response["violations"] == []
