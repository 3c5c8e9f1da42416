"""The screen *Proofs*: what holds, what breaks when a rule is broken, and the patients of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from rules import RULEBOOK
from rules.properties import GROUPS, PROPERTIES
from tests.ui.screens import clean, headings, opened, read
from tests.verify.test_shipped import BY_ID, without_rule
from ui import store
from ui.proofs import proven
from ui.proofs.break_a_rule import NONE_BREAKS, NOTHING_CHANGES

SCREEN = "screen_proofs.py"


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUTOIMMUNE_CDS_DATA", str(tmp_path))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The first of each group only: the slowest are proven elsewhere."""
    chosen = {title: group[:1] for title, group in GROUPS.items()}
    monkeypatch.setattr(proven, "GROUPS", chosen)
    monkeypatch.setattr(proven, "PROPERTIES", tuple(g[0] for g in chosen.values()))
    proven.proof_of.cache_clear()
    yield
    proven.proof_of.cache_clear()


@pytest.mark.usefixtures("few")
def test_every_property_stands_under_its_heading_with_its_state() -> None:
    app = opened(SCREEN)
    assert headings(app) == list(GROUPS)
    words = read(app)
    assert f"All {len(GROUPS)} properties are proven for every patient." in words
    for group in GROUPS.values():
        assert group[0].sentence in words
        assert group[0].because in words
        assert group[0].harm in words
    assert words.count("✓ proven") == len(GROUPS)


def kept(app: AppTest) -> Mapping[str, Any]:
    """The patient as kept with the session."""
    session = app.query_params["s"]
    found = store.opened(store.default_path()).load(
        session[0] if isinstance(session, list) else session
    )
    assert found is not None
    return dict(found["patient"])


@pytest.mark.usefixtures("few")
def test_a_patient_of_a_property_is_taken_into_the_profile() -> None:
    app = opened(SCREEN)
    name = PROPERTIES[0].id
    clean(app.button(key=f"proof_take_{name}").click().run())
    assert f"The patient of {name} is in the patient profile now." in app.success[0].value
    assert kept(app)["answers"]["diagnosis"] == "systemic_lupus_erythematosus"


@pytest.mark.usefixtures("few")
def test_what_does_not_hold_stands_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a rule left out, what fails and what says nothing come before the groups."""
    book = without_rule("GEN-5", without_rule("MS-2"))
    chosen = {"These": (BY_ID["P-LUP"], BY_ID["P-MS"], BY_ID["P-BESIDE-CYC"])}
    monkeypatch.setattr(proven, "GROUPS", chosen)
    monkeypatch.setattr(proven, "PROPERTIES", chosen["These"])
    monkeypatch.setattr(proven, "FULL_RULEBOOK", book)
    app = opened(SCREEN)
    assert headings(app) == [proven.NOT_PROVEN, "These"]
    words = read(app)
    places = [words.index(BY_ID[name].sentence) for name in ("P-BESIDE-CYC", "P-MS", "P-LUP")]
    assert places == sorted(places)
    assert all(words.count(each.sentence) == 1 for each in chosen["These"])
    assert (
        "The property then demands that this is said: “risk of infection”. It is not said." in words
    )
    assert "No patient is left of whom it speaks. Nobody has this: Mitoxantrone" in words


def broken(rule: str, how: str) -> AppTest:
    """The second tab, with a rule chosen and the first alteration that says so."""
    app = opened(SCREEN, proofs="Break a rule")
    app = clean(app.selectbox(key="break").select(rule).run())
    box = app.selectbox(key=f"break_how_{rule}")
    at = next(at for at, words in enumerate(box.options) if how in words)
    return clean(box.select_index(at).run())


def test_an_alteration_names_the_promises_it_breaks_and_whom_it_harms() -> None:
    app = broken("MS-2", "First-line therapy tried")
    words = read(app)
    assert "does not hold" in words
    assert "Somebody of whom no first-line therapy is on record could be told" in words
    assert "MS-2 (highly active multiple sclerosis after first-line therapy)" in words
    assert "The document never lets mitoxantrone be considered, and is never" in " ".join(
        headings(app)
    )
    take = next(button for button in app.button if str(button.key).startswith("proof_take_broken"))
    clean(take.click().run())
    assert app.success


def test_every_rule_of_the_document_can_be_chosen() -> None:
    app = opened(SCREEN, proofs="Break a rule")
    assert len(app.selectbox(key="break").options) == len(RULEBOOK.rules)


def test_an_alteration_that_breaks_no_promise_is_not_called_harmless() -> None:
    app = broken("SCO-2", "left out")
    words = read(app)
    assert NONE_BREAKS in words
    assert "As it is: SCO-2 fires: “" in words
    assert "Altered: SCO-2 is not there." in words
    clean(app.button(key="proof_take_otherwise").click().run())
    assert kept(app)["layers"] == ["document"]


def test_an_alteration_that_changes_nothing_is_proven_to() -> None:
    app = broken("MS-2", "Diagnosis: multiple sclerosis” was dropped")
    words = read(app)
    assert NOTHING_CHANGES in words
    assert "MS-2: The condition “Diagnosis: multiple sclerosis” was dropped." in words
    assert not [each for each in app.button if str(each.key).startswith("proof_take")]


def test_at_first_a_promise_breaks_that_the_document_is_known_for() -> None:
    words = read(opened(SCREEN, proofs="Break a rule"))
    assert "MS-2: The condition “First-line therapy tried: yes” was dropped." in words
    assert BY_ID["P-FIRST"].harm in words
