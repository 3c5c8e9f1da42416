"""Proofs in a real browser: what holds, a rule broken on purpose, and the patient it would harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import tall, too_wide, violations

pytestmark = pytest.mark.browser


def looked_at(visitor: Visit) -> None:
    """Nothing that axe finds, nothing cut off, nothing from elsewhere."""
    visitor.settle()
    assert violations(visitor) == []
    assert too_wide(visitor) <= 0
    assert visitor.elsewhere == []


def choose(visitor: Visit, box: str, option: str) -> None:
    """Choose the option that begins so, typed as a person would: the list shows a part only."""
    page = visitor.page
    page.get_by_role("combobox", name=box).fill(option)
    page.get_by_role("option", name=option).first.click()
    visitor.settle()


def test_from_a_broken_rule_to_the_patient_it_would_harm(
    visit: Callable[..., Visit], size: tuple[int, int]
) -> None:
    visitor = visit(tall(size))
    page = visitor.open("proofs?proofs=Break+a+rule")
    choose(visitor, "Rule of the document", "MS-2: ")
    page.locator(".st-key-break_how_MS-2").wait_for()
    lost = "The document never lets mitoxantrone be considered, and is never ambiguous about it"
    expect(page.get_by_role("heading", name=lost)).to_be_visible()  # what is broken at first
    dropped = "“aggressive or highly active MS: yes” was dropped."
    choose(visitor, "What is done to it", dropped)
    told = page.get_by_text(f"MS-2: The condition {dropped}")
    expect(told).to_be_visible()
    page.reload()
    visitor.settle()
    expect(told).to_be_visible()
    expect(page.get_by_text("Whom it would harm.").first).to_be_visible()
    looked_at(visitor)
    page.get_by_role("button", name="Look at this patient").first.click()
    visitor.settle()
    page.get_by_role("link", name="To the patient profile").click()
    visitor.settle()
    expect(page.get_by_role("heading", name="Patient profile", level=1)).to_be_visible()
    diagnosis = page.get_by_role("combobox", name="Diagnosis")
    expect(diagnosis).to_have_value("Multiple sclerosis")


def test_what_holds_is_proven_before_the_eyes_of_the_visitor(
    visit: Callable[..., Visit], size: tuple[int, int]
) -> None:
    visitor = visit(tall(size))
    page = visitor.page
    page.goto(f"{visitor.address}/proofs")
    expect(page.get_by_text("properties are proven for every patient.")).to_be_visible(
        timeout=180_000
    )
    page.get_by_text("What it rests on, and of whom it speaks").first.click()
    looked_at(visitor)
