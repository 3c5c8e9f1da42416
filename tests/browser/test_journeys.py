"""The journeys that matter, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.serving import WIDE

pytestmark = pytest.mark.browser

Arrive = Callable[..., Visit]


def choose_diagnosis(visitor: Visit, name: str) -> None:
    """Choose in the searchable list, by typing and Enter."""
    box = visitor.page.get_by_role("combobox", name=re.compile("^Diagnosis"))
    box.click()
    visitor.page.get_by_role("option", name=name, exact=True).click()
    visitor.settle()


def section(visitor: Visit, title: str) -> None:
    """Go to a section of the form."""
    visitor.page.get_by_role("radio", name=re.compile(f"^{title}")).first.click()
    visitor.settle()


def answer(visitor: Visit, question: str, word: str) -> None:
    """Answer a question that has its answers side by side."""
    group = visitor.page.get_by_role("radiogroup", name=question, exact=True)
    group.get_by_role("radio", name=word, exact=True).click()
    visitor.settle()


def enter_severe_lupus(visitor: Visit) -> None:
    visitor.open("")
    choose_diagnosis(visitor, "Systemic lupus erythematosus")
    section(visitor, "Disease now")
    answer(visitor, "Severity", "Severe")
    answer(visitor, "Kidney failure from lupus nephritis", "Yes")


def go_to(visitor: Visit, page_name: str) -> Page:
    """Follow a link of the navigation, as a person does."""
    visitor.page.get_by_role("link", name=page_name, exact=True).first.click()
    visitor.settle()
    return visitor.page


def test_severe_lupus_is_considered_and_says_why(visit: Arrive) -> None:
    visitor = visit(WIDE)
    enter_severe_lupus(visitor)
    page = visitor.page
    expect(page.get_by_text("May be considered").first).to_be_visible()
    expect(page.get_by_text("implied by kidney failure from lupus nephritis").first).to_be_visible()
    go_to(visitor, "Explanation")
    expect(page.get_by_role("heading", name="Explanation", level=1)).to_be_visible()
    expect(page.get_by_text("Severe lupus that threatens life").first).to_be_visible()
    for flag in ("Infection is a significant risk", "marrow", "multidisciplinary", "monitoring"):
        expect(page.get_by_text(re.compile(flag, re.IGNORECASE)).first).to_be_attached()
    assert visitor.elsewhere == []


def test_everything_entered_is_there_after_a_reload_and_on_every_page(visit: Arrive) -> None:
    visitor = visit(WIDE)
    enter_severe_lupus(visitor)
    page = visitor.page
    assert "lupus" not in page.url
    page.reload()
    visitor.settle()
    expect(page.get_by_text("May be considered").first).to_be_visible()
    section(visitor, "Disease now")
    kidney = page.get_by_role("radiogroup", name="Kidney failure from lupus nephritis", exact=True)
    expect(kidney.get_by_role("radio", name="Yes", exact=True)).to_be_checked()
    for name in ("Teaching cases", "Rule book", "Explanation", "Patient profile"):
        go_to(visitor, name)
    expect(page.get_by_text("May be considered").first).to_be_visible()
    assert "lupus" not in page.url


def test_an_address_opened_elsewhere_shows_the_same_patient(visit: Arrive) -> None:
    first = visit(WIDE)
    enter_severe_lupus(first)
    second = visit(WIDE)
    second.page.goto(first.page.url)
    second.settle()
    expect(second.page.get_by_text("May be considered").first).to_be_visible()


def test_an_impossible_number_is_kept_refused_and_never_replaced(visit: Arrive) -> None:
    visitor = visit(WIDE)
    page = visitor.open("")
    age = page.get_by_label(re.compile("^Age")).first
    age.fill("45")
    age.press("Enter")
    visitor.settle()
    age.fill("999")
    age.press("Enter")
    visitor.settle()
    expect(age).to_have_value("999")
    expect(page.get_by_text("There is a problem").first).to_be_visible()
    expect(page.get_by_text(re.compile("whole number from 0 to 120")).first).to_be_visible()
    page.reload()
    visitor.settle()
    expect(page.get_by_label(re.compile("^Age")).first).to_have_value("999")
    go_to(visitor, "Explanation")
    expect(page.get_by_text(re.compile("45 years"))).to_have_count(0)


def test_a_contradiction_shows_both_answers_and_no_advice(visit: Arrive) -> None:
    visitor = visit(WIDE)
    page = visitor.open("")
    choose_diagnosis(visitor, "Systemic lupus erythematosus")
    section(visitor, "Disease now")
    answer(visitor, "Severity", "Mild")
    answer(visitor, "Life-threatening", "Yes")
    expect(page.get_by_text(re.compile("cannot both be true")).first).to_be_visible()
    expect(page.get_by_text("May be considered")).to_have_count(0)
    expect(page.get_by_text("Not indicated by the document")).to_have_count(0)


def test_the_form_works_from_the_keyboard_alone(visit: Arrive) -> None:
    visitor = visit(WIDE)
    page = visitor.open("")
    page.get_by_role("combobox", name=re.compile("^Diagnosis")).focus()
    page.keyboard.type("rheumatoid")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    visitor.settle()
    # Of the findings that other diseases ask for, none is waited for any more.
    expect(page.get_by_text("First-line therapy tried")).to_have_count(0)
    page.get_by_role("radio", name=re.compile("^Disease now")).first.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Disease now")).to_be_visible()
    visitor.settle()
    group = page.get_by_role("radiogroup", name="Severity", exact=True)
    group.get_by_role("radio", name="Mild", exact=True).focus()
    page.keyboard.press("Space")
    visitor.settle()
    expect(page.get_by_text("Not indicated by the document").first).to_be_visible()


def test_a_tap_on_a_link_keeps_what_was_being_typed_and_leads_there(visit: Arrive) -> None:
    visitor = visit(WIDE, touch=True)
    page = visitor.open("")
    page.get_by_label(re.compile("^Age")).first.fill("64")
    page.get_by_role("link", name="Explanation", exact=True).first.tap()
    visitor.settle()
    expect(page.get_by_role("heading", name="Explanation", level=1)).to_be_visible()
    page.wait_for_timeout(1_000)  # a late report of the entry would lead back
    expect(page.get_by_role("heading", name="Explanation", level=1)).to_be_visible()
    expect(page.get_by_text("64 years").first).to_be_attached()


@pytest.mark.parametrize("pause", [0, 60, 150])
def test_a_section_chosen_right_after_an_answer_is_not_lost(visit: Arrive, pause: int) -> None:
    """The answer changes how much of each section is known, while the click is on its way."""
    visitor = visit(WIDE)
    page = visitor.open("")
    chosen = page.get_by_role("radio", name=re.compile("^Disease now")).first.element_handle()
    page.get_by_role("combobox", name=re.compile("^Diagnosis")).click()
    option = page.get_by_role("option", name="Systemic lupus erythematosus", exact=True)
    option.evaluate("(element) => element.click()")
    page.wait_for_timeout(pause)
    chosen.evaluate("(element) => element.click()")
    expect(page.get_by_role("radiogroup", name="Severity", exact=True)).to_be_visible()
