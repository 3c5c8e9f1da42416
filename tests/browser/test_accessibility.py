"""Every screen, wide and narrow: no axe violation, nothing cut off, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit
from tests.browser.test_journeys import enter_severe_lupus, section

pytestmark = pytest.mark.browser

Arrive = Callable[..., Visit]

SCREENS = {
    "patient": "",
    "cases": "cases",
    "case": "cases?case=lupus-kidney-failure",
    "explanation": "explanation",
    "rule book": "rules",
    "published criteria": "rules?part=Published+criteria",
    "sources": "rules?part=Sources",
    "vague words": "rules?part=Vague+words",
    "one rule of criteria": "rules?rule=RMIT-5",
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


@pytest.mark.parametrize("tab", ["words", "chain", "rules", "trace"])
def test_explanation_of_a_patient(visit: Arrive, size: tuple[int, int], tab: str) -> None:
    visitor = visit(tall((1440, 900)))
    enter_severe_lupus(visitor)
    page = visitor.page
    page.set_viewport_size({"width": size[0], "height": 4_000})
    address = page.url.partition("?")
    visitor.page.goto(f"{visitor.address}/explanation?{address[2]}")
    visitor.settle()
    page.get_by_role("tab").nth(["words", "chain", "rules", "trace"].index(tab)).click()
    visitor.settle()
    assert violations(visitor) == []
    assert too_wide(visitor) <= 0
    assert visitor.elsewhere == []


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
