"""The screen *Decision map*: what it shows is what the engine finds, and nothing chosen is lost."""

from __future__ import annotations

import html
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from engine.consult import BANNER
from engine.inquiry.decision_map import decision_map
from engine.rule import Layer
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted
from tests.ui.screens import TAG, clean, headings, opened, pieces, read

SCREEN = "screen_map.py"
MODERATE: dict[str, Any] = {"diagnosis": patients.SLE, "severity": "moderate"}
ROW = re.compile(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r'<td class="([^"]*)">(.*?)</td>', re.DOTALL)


def box(app: AppTest, label: str) -> Any:
    return next(found for found in app.selectbox if found.label == label)


def choose(app: AppTest, label: str, value: str) -> AppTest:
    return clean(box(app, label).select(value).run())


def tables(app: AppTest) -> list[str]:
    return [piece for piece in pieces(app) if "map-grid" in piece]


def cells(table: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Style and words of every cell, by its headings."""
    heads = [plain(h) for h in re.findall(r'<th scope="col">(.*?)</th>', table)][1:]
    return {
        (plain(name), head): (style, plain(words))
        for name, row in ROW.findall(table)
        for head, (style, words) in zip(heads, CELL.findall(row), strict=True)
    }


def plain(text: str) -> str:
    return " ".join(html.unescape(TAG.sub(" ", text)).split())


def test_every_cell_has_words_and_the_patients_own_is_named() -> None:
    app = opened(SCREEN, MODERATE)
    (table,) = tables(app)
    seen = cells(table)
    mine = seen["mild or moderate", "unknown"]
    assert mine[1] == "✗ Not indicated by the document LUP-4 this patient"
    assert "map-here" in mine[0]
    assert sum("this patient" in words for _, words in seen.values()) == 1
    assert seen["severe", "yes"][1] == "✓ May be considered LUP-2"
    assert seen["mild or moderate", "yes"][1] == "– cannot be"
    assert "<caption>" in table
    assert 'tabindex="0" role="region"' in table
    told = consulted(MODERATE).entries
    found = decision_map(RULEBOOK, Layer.DOCUMENT, None, told, ["severity", "life_threatening"])
    assert len(found.cells) == len(seen)
    words = read(app)
    assert "Severity: severe instead of moderate would make it “cannot be told yet”." in words
    assert "9 combinations" in words or "Nine combinations" in words
    assert "cannot both be true" in words


def test_nothing_chosen_is_lost_on_a_reload() -> None:
    app = opened(SCREEN, MODERATE)
    app = choose(app, "Finding down", "kidney_failure")
    app = choose(app, "A table for each (optional)", "severity")
    app = clean(app.segmented_control[0].set_value("whoever").run())
    before = tables(app)
    assert len(before) == 3
    address = app.query_params["s"]
    again = opened(SCREEN, s=address if isinstance(address, str) else address[0])
    assert tables(again) == before
    assert box(again, "Finding down").value == "kidney_failure"
    assert again.segmented_control[0].value == "whoever"


def test_the_disease_is_that_of_the_patient_until_another_is_chosen() -> None:
    app = opened(SCREEN, MODERATE)
    assert box(app, "Disease").value == patients.SLE
    app = choose(app, "Disease", patients.GPA)
    assert "here it is supposed to be granulomatosis with polyangiitis" in read(app)
    assert box(app, "Finding across").value == patients.RESPONSE
    app = choose(app, "Disease", "other_autoimmune")
    assert "there is nothing to map" in read(app)
    assert not tables(app)
    app = choose(app, "Disease", patients.SLE)
    assert len(tables(app)) == 1


def test_without_a_patient_a_disease_is_asked_for() -> None:
    app = opened(SCREEN)
    assert "Choose a disease above" in read(app)
    app = choose(app, "Disease", patients.MS)
    assert "Mitoxantrone for multiple sclerosis, by the document" in headings(app)
    assert "The diagnosis of the patient is not known" in read(app)


def test_a_combination_is_explained_and_becomes_the_patient() -> None:
    app = opened(SCREEN, MODERATE)
    assert "This is where the patient is." in read(app)
    assert app.button(key="map_take").disabled
    app = choose(app, "Severity", "severe")
    app = choose(app, "Life-threatening", "yes")
    words = read(app)
    assert "LUP-2: severe lupus that threatens life" in words
    assert "What differs from the patient" in words
    app = clean(app.button(key="map_take").click().run())
    assert "This patient – Severity: severe; Life-threatening: yes: “may be considered”." in read(
        app
    )
    assert "This is where the patient is." in read(app)
    profile = clean(app.switch_page("screen_profile.py").run())
    assert "May be considered" in read(profile)


def test_what_cannot_be_says_why_and_offers_no_patient() -> None:
    app = choose(opened(SCREEN, MODERATE), "Life-threatening", "yes")
    assert "Cannot be. Life-threatening: yes and Severity: moderate cannot both be true" in read(
        app
    )
    assert not [found for found in app.button if found.key == "map_take"]


def test_whoever_it_may_be_names_what_is_possible_and_what_is_not() -> None:
    app = opened(SCREEN, MODERATE)
    app = clean(app.segmented_control[0].set_value("whoever").run())
    app = choose(app, "Severity", "severe")
    words = read(app)
    assert "Each of these is the verdict of some patient" in words
    assert "Proven impossible: not indicated by the document, excluded or paused and" in words
    assert "The nearest boundary" not in words
    app = choose(app, "Verdicts of", "reference")
    assert "Published sources leave it to the team" in read(app)
    assert "Proven impossible" not in read(app)


def test_somebody_of_a_combination_is_shown_and_becomes_the_patient() -> None:
    app = opened(SCREEN, MODERATE)
    app = clean(app.segmented_control[0].set_value("whoever").run())
    app = choose(app, "Severity", "severe")
    app = choose(app, "Life-threatening", "no")
    assert box(app, "Show somebody who gets").value == "May be considered"
    app = choose(app, "Show somebody who gets", "Not indicated by the document")
    words = read(app)
    assert "Somebody who gets it, told by as few facts as can be" in words
    assert "This is where the patient is" not in words
    app = clean(app.button(key="map_take").click().run())
    assert box(app, "Show somebody who gets").value == "Not indicated by the document"
    profile = clean(app.switch_page("screen_profile.py").run())
    assert "Not indicated by the document" in read(profile)
    assert "May be considered" not in read(profile)


def test_published_criteria_have_maps_of_their_own_with_numbers() -> None:
    app = opened(SCREEN, {**MODERATE, "platelets": 80})
    app = choose(app, "Verdicts of", "reference")
    app = choose(app, "Finding down", "platelets")
    app = choose(app, "Finding across", "neutrophils")
    assert "Cyclophosphamide for systemic lupus erythematosus, by published criteria" in headings(
        app
    )
    (table,) = tables(app)
    assert "×10⁹/L" in table
    app = choose(app, "Finding across", "wbc")
    app = choose(app, "A table for each (optional)", "neutrophils")
    assert tables(app)


def test_findings_that_cannot_go_together_are_refused_in_words() -> None:
    app = opened(SCREEN, {"diagnosis": patients.MS})
    app = choose(app, "Verdicts of", "reference")
    app = choose(app, "Finding down", "lvef")
    app = choose(app, "Finding across", "lvef_baseline")
    assert "go into one number together" in read(app)
    assert not tables(app)
    assert box(app, "Finding down").value == "lvef"


def test_the_map_can_be_kept_and_carries_the_banner() -> None:
    app = opened(SCREEN, MODERATE)
    labels = [str(found.proto.label) for found in app.get("download_button")]
    assert labels == ["Save as Markdown", "Save as a page to print", "Save as data"]
    assert BANNER.split(".", maxsplit=1)[0] in read(app)
