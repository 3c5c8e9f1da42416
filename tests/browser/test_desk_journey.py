"""Writing a case in a real browser: begun from a patient, written, previewed, checked, saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cases.load import library, read_case
from cases.own import FOLDER_VARIABLE
from tests.browser.conftest import Visit
from tests.browser.serving import served
from tests.browser.test_accessibility import tall, too_wide, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "own"
    made.mkdir()
    return made


@pytest.fixture
def visitor(
    browser: Browser,
    size: tuple[int, int],
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Visit]:
    """A visitor of a program with a folder of own cases."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    width, height = tall(size)
    with served(tmp_path) as address:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
        )
        yield Visit(context.new_page(), address)
        context.close()


def write(visitor: Visit, label: str, text: str) -> None:
    """Fill in a field, and leave it as a person does."""
    field = visitor.page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    field.blur()
    visitor.settle()


def choose(visitor: Visit, label: str, answer: str) -> None:
    """Choose from a list that opens."""
    # Of a long list only a part is drawn, so it is searched.
    box = visitor.page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(answer)
    visitor.page.get_by_role("option", name=answer, exact=True).click()
    visitor.settle()


def open_tab(page: Page, visitor: Visit, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()
    visitor.settle()


Look = Callable[[str], None]


def test_a_case_is_written_looked_at_checked_and_saved(visitor: Visit, folder: Path) -> None:
    visitor.open("write")
    found: dict[str, object] = {}

    def look(name: str) -> None:
        visitor.settle()
        if problems := [*violations(visitor), *(["too wide"] if too_wide(visitor) > 0 else [])]:
            found[name] = problems

    begins(visitor, look)
    writes(visitor, look)
    is_found_again(visitor)
    previews(visitor, look)
    checks(visitor, look)
    saves(visitor, look, folder)
    assert found == {}
    assert visitor.elsewhere == []


def begins(visitor: Visit, look: Look) -> None:
    page = visitor.page
    page.get_by_role("heading", name="Where to begin").wait_for()
    page.get_by_role("combobox", name="A copy of a case").wait_for()
    look("begin")
    page.get_by_role("button", name="A new case").click()
    page.get_by_role("textbox", name="Common error").wait_for()
    look("empty")
    page.get_by_text("Begin another case").click()
    visitor.settle()
    page.get_by_role("button", name="Open a file").wait_for()
    visitor.settle()
    choose(visitor, "A copy of a case", "Lupus: From summer to November")
    page.get_by_role("button", name="Copy it").click()
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_have_value(
        "From summer to November"
    )
    expect(page.locator(".cds-badge", has_text="complete")).to_be_visible()


def writes(visitor: Visit, look: Look) -> None:
    page = visitor.page
    write(visitor, "Id", "my-november")
    write(visitor, "Title", "A <b>November</b>")
    look("about")
    page.get_by_role("radio", name=re.compile("^Step 1")).click()
    expect(page.get_by_role("heading", name="Step 1 of 3")).to_be_visible()
    page.get_by_role("textbox", name="Point", exact=True).wait_for()
    look("step")
    choose(visitor, "Option 2: verdict", "Outside the document")
    expect(page.get_by_text(re.compile("No option is what the rules answer")).first).to_be_visible()
    look("mismatch")
    choose(visitor, "Option 2: verdict", "Not indicated by the document")
    expect(page.get_by_text(re.compile("No option is what the rules answer"))).to_have_count(0)
    page.get_by_role("radio", name=re.compile("^Step 2")).click()
    page.get_by_role("textbox", name="Why severity changes").wait_for()
    write(visitor, "Story", "Both lungs are inflamed.")
    look("change")


def is_found_again(visitor: Visit) -> None:
    """A new visit to the address finds everything as it was left."""
    page = visitor.page
    page.reload()
    visitor.settle()
    page.get_by_role("radio", name=re.compile("^Step 2")).click()
    expect(page.get_by_role("textbox", name="Story")).to_have_value("Both lungs are inflamed.")


def previews(visitor: Visit, look: Look) -> None:
    page = visitor.page
    open_tab(page, visitor, "Preview")
    page.get_by_role("radio", name=re.compile("^Step 2")).click()
    expect(page.get_by_text("Both lungs are inflamed.").first).to_be_visible()
    page.locator(".st-key-case_question input[type=radio]").first.check(force=True)
    expect(page.get_by_text(re.compile("The rules see it differently")).first).to_be_visible()
    look("preview")
    page.get_by_text("As a printed hand-out").click()
    expect(page.get_by_role("heading", name="Answers: A <b>November</b>")).to_be_visible()
    look("hand-out")


def checks(visitor: Visit, look: Look) -> None:
    page = visitor.page
    open_tab(page, visitor, "Check")
    page.get_by_text("Check the library and your own folder").click()
    looked_at = page.get_by_text(f"{len(library())} files looked at.")
    expect(looked_at).to_be_visible(timeout=300_000)  # every answer of every case is worked out
    look("check")


def saves(visitor: Visit, look: Look, folder: Path) -> None:
    page = visitor.page
    open_tab(page, visitor, "Save")
    page.get_by_role("button", name="Save as my-november.toml").click()
    expect(page.get_by_text(re.compile("It stands among the cases now"))).to_be_visible()
    look("save")
    page.get_by_role("button", name="Save as my-november.toml").click()
    page.get_by_role("dialog").wait_for()
    look("dialog")
    page.get_by_role("button", name="Keep the file").click()
    saved = read_case((folder / "my-november.toml").read_bytes(), "my-november.toml")
    assert saved.title == "A <b>November</b>"
    assert saved.steps[1].story == "Both lungs are inflamed."
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my-november.toml").click()
    assert read_case(Path(download.value.path()).read_bytes(), "my-november.toml") == saved
    page.get_by_role("link", name="To the teaching cases").click()
    expect(page.get_by_role("heading", name="A <b>November</b>")).to_be_visible()
