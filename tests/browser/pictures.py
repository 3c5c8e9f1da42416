"""Take the pictures of the README anew: ``python -m tests.browser.pictures``."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import Visit
from tests.browser.serving import FLAGS, ROOT, WIDE, chromium, served
from tests.browser.test_journeys import enter_severe_lupus, go_to

FOLDER = ROOT / "docs" / "pictures"


def take(visitor: Visit, name: str) -> None:
    """One picture of what is on the screen."""
    visitor.settle()
    visitor.page.mouse.move(0, 0)
    visitor.page.wait_for_timeout(800)
    visitor.page.screenshot(path=FOLDER / f"{name}.png")


def main() -> None:
    """Serve the program to a browser and take every picture."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        served(Path(data)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        page = browser.new_page(
            viewport={"width": WIDE[0], "height": WIDE[1]}, reduced_motion="reduce"
        )
        visitor = Visit(page, address)
        enter_severe_lupus(visitor)
        take(visitor, "profile")
        go_to(visitor, "Explanation")
        take(visitor, "explanation")
        page.get_by_role("tab", name=re.compile("Chain")).click()
        take(visitor, "chain")
        visitor.open("rules?rule=LUP-2")
        take(visitor, "rulebook")
        visitor.open("cases?case=lupus-kidney-failure")
        page.get_by_role("radio", name=re.compile("reached the kidneys")).check(force=True)
        page.get_by_role("radio", name=re.compile("Fairly")).click()
        page.get_by_role("button", name=re.compile("Commit")).click()
        take(visitor, "case")
        browser.close()


if __name__ == "__main__":
    main()
