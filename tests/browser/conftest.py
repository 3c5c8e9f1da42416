"""A real browser on the served program. Skipped, visibly, where there is no Chromium.

With REQUIRE_BROWSER=1, as in continuous integration, a missing browser is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.serving import FLAGS, NARROW, WIDE, chromium, served


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the program is served."""
    with served(tmp_path_factory.mktemp("served")) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    path = chromium()
    if path is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail("REQUIRE_BROWSER is set, but there is no Chromium: install chromium")
        pytest.skip("no Chromium on this machine: install it, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()


class Visit:
    """One visitor: opens pages, waits until they settle, and notes what leaves the machine."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.elsewhere: list[str] = []
        page.on("request", self._note)

    def _note(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.address, "data:", "blob:", self.address.replace("http", "ws"))):
            self.elsewhere.append(url)

    def open(self, path: str) -> Page:
        """Open a page of the program and wait for it."""
        self.page.goto(f"{self.address}/{path}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the server has answered everything, and nothing is to come or still fades.

        The code of a kind of widget is loaded when the first of them appears; until then there is a
        skeleton in its place, and what stands below it can be clicked already.
        """
        self.page.locator(
            "[data-testid=stApp][data-test-script-state=notRunning]"
            "[data-test-connection-state=CONNECTED]"
        ).wait_for(timeout=30_000)
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)
        self.page.wait_for_function(
            "() => document.getAnimations().every(each => each.playState !== 'running'"
            " || each.effect.getComputedTiming().iterations === Infinity)"
        )


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Both widths that the program is made for."""
    width, height = request.param
    return int(width), int(height)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Makes visitors, each with a browser profile of its own."""
    contexts = []

    def arrive(size: tuple[int, int] = WIDE, *, touch: bool = False) -> Visit:
        context = browser.new_context(
            has_touch=touch,
            viewport={"width": size[0], "height": size[1]},
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
        )
        contexts.append(context)
        return Visit(context.new_page(), address)

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture
def pictures() -> Path:
    """Where a failing journey may leave a picture."""
    folder = Path(__file__).parents[2] / "test-results"
    folder.mkdir(exist_ok=True)
    return folder
