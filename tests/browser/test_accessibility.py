"""Every screen, wide and narrow: no axe violation, nothing cut off, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from cases.load import case_by_id
from tests.browser.conftest import Visit
from tests.browser.test_journeys import enter_severe_lupus, section
from tests.ui.test_explanation_inquiries import TABS

pytestmark = pytest.mark.browser

Arrive = Callable[..., Visit]

SCREENS = {
    "patient": "",
    "cases": "cases",
    "case": "cases?case=lupus-kidney-failure",
    "case with published criteria": "cases?case=gpa-asleep",
    "drills": "drills",
    "the desk": "write",
    "explanation": "explanation",
    "rule book": "rules",
    "published criteria": "rules?part=Published+criteria",
    "sources": "rules?part=Sources",
    "vague words": "rules?part=Vague+words",
    "one rule of criteria": "rules?rule=RMIT-5",
    "decision map": "map",
    "monitoring plan": "plan",
    "one rule": "rules?rule=LUP-2",
    "one statement": "rules?statement=S13",
}

WCAG = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}


def violations(visitor: Visit) -> list[str]:
    """What axe finds on the page, and still finds a second later.

    While a page settles on a busy machine, Streamlit puts up parts that are gone at once.
    """
    if first := _violations(visitor):
        visitor.page.wait_for_timeout(1_000)
        visitor.settle()
        return [each for each in _violations(visitor) if each in first]
    return []


def _violations(visitor: Visit) -> list[str]:
    found = Axe().run(visitor.page, options=WCAG).response["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


def too_wide(visitor: Visit) -> int:
    """By how many pixels the page can be scrolled sideways."""
    return int(
        visitor.page.evaluate(
            "() => Math.max(...[document.documentElement, ...document.querySelectorAll("
            "'[data-testid=stMain]')].map(e => e.scrollWidth - e.clientWidth))"
        )
    )


def tall(size: tuple[int, int]) -> tuple[int, int]:
    """The page scrolls in a box of its own, so only a tall window shows all of it to axe."""
    return size[0], 4_000


@pytest.mark.parametrize("path", SCREENS.values(), ids=SCREENS)
def test_screen(visit: Arrive, size: tuple[int, int], path: str) -> None:
    visitor = visit(tall(size))
    visitor.open(path)
    visitor.page.get_by_role("heading", level=1).wait_for()
    assert violations(visitor) == []
    assert too_wide(visitor) <= 0
    assert visitor.elsewhere == []


def explained(visit: Arrive, *, criteria: bool) -> Visit:
    """A visitor before the explanation of a severe lupus patient, in a window that shows it all."""
    visitor = visit(tall((1440, 900)))
    enter_severe_lupus(visitor)
    page = visitor.page
    if criteria:
        page.get_by_text("Published criteria beside the document").click()
        page.get_by_role("heading", name="By published criteria").wait_for()
    visitor.open(f"explanation?{page.url.partition('?')[2]}")
    return visitor


@pytest.mark.parametrize("criteria", [False, True], ids=["document", "criteria"])
def test_explanation_of_a_patient(visit: Arrive, size: tuple[int, int], criteria: bool) -> None:
    visitor = explained(visit, criteria=criteria)
    page = visitor.page
    if criteria:
        page.get_by_role("radio", name=re.compile("published criteria")).first.click()
        visitor.settle()
    page.set_viewport_size({"width": size[0], "height": 4_000})
    found: dict[str, object] = {}
    for tab in TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        visitor.settle()
        if problems := [*violations(visitor), *(["too wide"] if too_wide(visitor) > 0 else [])]:
            found[tab] = problems
    assert found == {}
    assert visitor.elsewhere == []


def test_a_shared_copy(visit: Arrive, size: tuple[int, int]) -> None:
    visitor = explained(visit, criteria=False)
    page = visitor.page
    page.get_by_role("tab", name="Keep", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("[data-testid=stCode]").inner_text().strip()
    other = visit(tall(size))
    other.open(link.removeprefix(f"{visitor.address}/"))
    other.page.get_by_text("read-only copy").first.wait_for()
    assert violations(other) == []
    assert too_wide(other) <= 0
    assert other.elsewhere == []


def test_the_form_with_published_criteria(visit: Arrive, size: tuple[int, int]) -> None:
    visitor = visit(tall((1440, 900)))
    enter_severe_lupus(visitor)
    page = visitor.page
    page.get_by_text("Published criteria beside the document").click()
    page.get_by_role("heading", name="By published criteria").wait_for()
    section(visitor, "Treatment so far")
    page.get_by_role("combobox", name="Mycophenolate: outcome").wait_for()
    page.set_viewport_size({"width": size[0], "height": 4_000})
    visitor.settle()
    assert violations(visitor) == []
    assert too_wide(visitor) <= 0
    assert visitor.elsewhere == []


def test_a_case_from_its_feedback_to_its_twins(visit: Arrive, size: tuple[int, int]) -> None:
    visitor = visit(tall(size))
    page = visitor.open("cases?case=gpa-titre")
    found: dict[str, object] = {}

    def look(name: str) -> None:
        visitor.settle()
        if problems := [*violations(visitor), *(["too wide"] if too_wide(visitor) > 0 else [])]:
            found[name] = problems

    for step in range(1, len(case_by_id("gpa-titre").steps) + 1):
        page.get_by_text(f"Step {step} of").first.wait_for()
        page.locator("[role=radiogroup] input[type=radio]").first.check(force=True)
        page.get_by_role("button", name=re.compile("^Diagnosis: ")).first.click()
        page.get_by_role("radio", name=re.compile("Fairly")).click()
        page.get_by_role("button", name=re.compile("Commit")).click()
        page.get_by_text(
            re.compile("The rules see it differently|You and the rules agree")
        ).wait_for()
        look("feedback")
        page.get_by_role("button", name=re.compile("^Next")).first.click()
        visitor.settle()
    page.get_by_role("heading", name="What to take away").wait_for()
    page.get_by_role("radio", name="Another verdict").first.wait_for()
    look("recap")
    page.get_by_role("radio", name="Another verdict").first.click()
    page.get_by_text(re.compile("The difference (matters|does not matter)")).first.wait_for()
    look("twins")
    page.get_by_role("button", name="Back to all cases").click()
    page.get_by_role("heading", name="What you have met").wait_for()
    look("library")
    assert found == {}
    assert visitor.elsewhere == []
