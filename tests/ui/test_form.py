"""The questions of the form, over a toy vocabulary with every kind of finding."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies
from streamlit.testing.v1 import AppTest

from engine.profile import profile_model
from tests.engine import toy
from tests.ui.screens import clean, read
from ui.raw_values import raw_measurement, raw_members, raw_number, typed_text
from ui.record import Record

PLANT = profile_model(toy.VOCABULARY)

SCRIPT = """
import streamlit as st
from engine.errors import ProfileError
from engine.profile import profile_model
from tests.engine import toy
from ui import form, widget_keys

entered = st.session_state.setdefault("entered", {})
units = st.session_state.setdefault("units", {})
reported = st.session_state.setdefault("reported", [])

def change(field, raw):
    reported.append((field, raw))
    entered[field] = raw

def choose_unit(field, unit):
    units[field] = unit

def problems(field):
    try:
        profile_model(toy.VOCABULARY).read({field: entered.get(field)})
    except ProfileError as error:
        return error.problems
    return ()

widget_keys.on_screen("away" if st.session_state.get("away") else "here")
if not st.session_state.get("away"):
    with widget_keys.drawing():
        for finding in toy.FINDINGS:
            entry = form.Entry(
                raw=entered.get(finding.id),
                problems=problems(finding.id),
                unit=units.get(finding.id, ""),
                **st.session_state.get("more", {}),
            )
            form.question(finding, entry, change, choose_unit)
"""


def form_of(**entered: Any) -> AppTest:
    app = AppTest.from_string(SCRIPT, default_timeout=10)
    app.session_state["entered"] = dict(entered)
    return clean(app.run())


def entered(app: AppTest) -> Record:
    found: Record = app.session_state["entered"]
    return {field: raw for field, raw in found.items() if raw is not None}


def labelled(widgets: Any, label: str) -> Any:
    """The widget with this label, whatever its key is by now."""
    (found,) = [widget for widget in widgets if widget.label.replace("\u2060", "") == label]
    return found


def test_everything_is_unknown_at_first_and_nothing_is_reported() -> None:
    app = form_of()
    assert labelled(app.segmented_control, "Potted").value == "unknown"
    assert labelled(app.segmented_control, "Light").value == "unknown"
    assert labelled(app.selectbox, "Height: unit").value == "cm"
    assert labelled(app.text_input, "Height").value == ""
    assert labelled(app.text_input, "Warmth (°C)").value == ""
    assert labelled(app.pills, "Signs").value == []
    assert labelled(app.segmented_control, "Signs: those not chosen are").value == "unknown"
    assert app.session_state["reported"] == []


def test_unknown_is_spelled_out_and_stands_last() -> None:
    app = form_of()
    assert labelled(app.segmented_control, "Potted").options == ["Yes", "No", "Unknown"]
    assert labelled(app.segmented_control, "Light").options[-1] == "Unknown"
    assert labelled(app.text_input, "Height").placeholder == "Unknown"


@pytest.mark.parametrize("raw", ["yes", "no"])
def test_a_yes_no_question(raw: str) -> None:
    app = form_of()
    labelled(app.segmented_control, "Potted").set_value(raw).run()
    assert entered(app) == {"potted": raw}
    labelled(app.segmented_control, "Potted").set_value("unknown").run()
    assert entered(app) == {}


def test_a_choice_that_is_taken_back_is_unknown() -> None:
    app = form_of(potted="yes")
    labelled(app.segmented_control, "Potted").set_value(None).run()
    assert entered(app) == {}
    assert labelled(app.segmented_control, "Potted").value == "unknown"


@pytest.mark.parametrize(("told", "shown"), [(True, "yes"), (False, "no"), ("yes", "yes")])
def test_yes_and_no_may_be_told_as_in_json(told: object, shown: str) -> None:
    assert labelled(form_of(potted=told).segmented_control, "Potted").value == shown


def test_a_word_that_looks_like_a_truth_value_is_a_word() -> None:
    app = form_of(light="true")
    assert labelled(app.segmented_control, "Light").value == "true"


@pytest.mark.parametrize(
    ("typed", "raw"),
    [("30", 30), (" 30 ", 30), ("30.5", 30.5), ("-2", -2), ("+4", 4), ("0", 0), ("007", 7)],
)
def test_a_number_as_typed(typed: str, raw: float) -> None:
    app = form_of()
    labelled(app.text_input, "Warmth (°C)").set_value(typed).run()
    assert entered(app) == {"warmth": raw}


@pytest.mark.parametrize(
    "typed", ["999", "-91", "warm", "3O", "1,5", "1e1", "٣", "--2", "nan", "inf", "<b>1</b>", "30."]
)
def test_what_cannot_be_used_stays_as_typed_with_the_reason_beneath(typed: str) -> None:
    app = form_of(warmth=20)
    labelled(app.text_input, "Warmth (°C)").set_value(typed).run()
    assert labelled(app.text_input, "Warmth (°C)").value == typed
    said = read(app)
    assert "Give a number from -90 to 90 °C" in said
    assert f'"{typed}"' in said
    labelled(app.text_input, "Warmth (°C)").set_value("21").run()
    assert entered(app) == {"warmth": 21}
    assert "Give a number" not in read(app)


def test_an_emptied_number_is_unknown() -> None:
    app = form_of(warmth=20)
    labelled(app.text_input, "Warmth (°C)").set_value("").run()
    assert entered(app) == {}


def test_a_number_in_another_unit_is_what_stands_on_the_screen() -> None:
    app = form_of(height=30)
    labelled(app.selectbox, "Height: unit").select("in").run()
    assert entered(app) == {"height": {"value": 30, "unit": "in"}}
    assert labelled(app.text_input, "Height").value == "30"
    labelled(app.text_input, "Height").set_value("40").run()
    assert entered(app) == {"height": {"value": 40, "unit": "in"}}
    labelled(app.selectbox, "Height: unit").select("cm").run()
    assert entered(app) == {"height": 40}


def test_a_number_in_another_unit_is_shown_in_the_stored_one_too() -> None:
    app = form_of(height={"value": 30, "unit": "in"})
    assert "= 76.2 cm" in read(app)
    assert "=" not in read(form_of(height=30))
    assert "=" not in read(form_of(height={"value": "tall", "unit": "in"}))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1,5", "written with a point: 1.5."),
        ("-0,25", "written with a point: -0.25."),
        ("1,500", "If thousands are meant, write 1500."),
        ("1,2,3", ""),
        ("a,b", ""),
        ("1.5", ""),
    ],
)
def test_a_comma_gets_a_hint(typed: str, hint: str) -> None:
    for field, label in (("warmth", "Warmth (°C)"), ("height", "Height")):
        app = form_of(height={"value": 3, "unit": "in"})
        labelled(app.text_input, label).set_value(typed).run()
        assert field in entered(app)
        assert hint in read(app)
        assert ("written with a point" in read(app)) is bool(hint)


def test_a_refused_number_keeps_its_unit() -> None:
    app = form_of()
    labelled(app.selectbox, "Height: unit").select("m").run()
    labelled(app.text_input, "Height").set_value("tall").run()
    assert entered(app) == {"height": {"value": "tall", "unit": "m"}}
    assert labelled(app.text_input, "Height").value == "tall"
    assert labelled(app.selectbox, "Height: unit").value == "m"


def test_the_chosen_unit_is_for_new_numbers_and_never_changes_one_told() -> None:
    app = form_of()
    labelled(app.selectbox, "Height: unit").select("in").run()
    assert labelled(app.selectbox, "Height: unit").value == "in"
    app.session_state["entered"]["height"] = 50  # as from a file: in the stored unit
    app.run()
    assert labelled(app.selectbox, "Height: unit").value == "cm"
    assert labelled(app.text_input, "Height").value == "50"


@pytest.mark.parametrize(
    ("chosen", "rest", "raw"),
    [
        (["spots"], "unknown", ["spots", "unknown"]),
        (["spots", "holes"], "no", ["spots", "holes"]),
        ([], "no", ["none"]),
        ([], "unknown", None),
    ],
)
def test_several_answers(chosen: list[str], rest: str, raw: list[str] | None) -> None:
    app = form_of(signs=["mould"])
    assert labelled(app.pills, "Signs").value == ["mould"]
    assert labelled(app.segmented_control, "Signs: those not chosen are").value == "no"
    labelled(app.pills, "Signs").set_value(chosen)
    labelled(app.segmented_control, "Signs: those not chosen are").set_value(rest)
    app.run()
    assert entered(app).get("signs") == raw
    PLANT.read({"signs": raw})
    assert set(labelled(app.pills, "Signs").value) == set(chosen)
    assert labelled(app.segmented_control, "Signs: those not chosen are").value == rest


def test_long_sets_open_as_a_list_with_unknown() -> None:
    app = AppTest.from_string(
        SCRIPT.replace(
            "import streamlit as st", "import streamlit as st\nfrom ui import form\nform.FEW = 3", 1
        )
    ).run()
    assert labelled(clean(app).selectbox, "Kind").value == "unknown"
    labelled(app.selectbox, "Kind").select("fern").run()
    assert entered(app) == {"kind": "fern"}


def test_what_changes_elsewhere_is_shown() -> None:
    app = form_of(potted="yes", warmth=20, signs=["spots"], height=30)
    app.session_state["entered"] = {"potted": "no", "warmth": 5, "signs": ["none"]}
    app.run()
    assert labelled(app.segmented_control, "Potted").value == "no"
    assert labelled(app.text_input, "Warmth (°C)").value == "5"
    assert labelled(app.text_input, "Height").value == ""
    assert labelled(app.pills, "Signs").value == []
    assert labelled(app.segmented_control, "Signs: those not chosen are").value == "no"
    assert app.session_state["reported"] == []


def test_questions_that_come_back_show_the_entry_with_a_widget_of_their_own() -> None:
    app = form_of(potted="yes", warmth="abc")
    before = labelled(app.text_input, "Warmth (°C)").key
    app.session_state["away"] = True
    app.run()
    app.session_state["away"] = False
    app.run()
    assert labelled(app.text_input, "Warmth (°C)").value == "abc"
    assert labelled(app.text_input, "Warmth (°C)").key != before
    assert labelled(app.segmented_control, "Potted").value == "yes"
    assert app.session_state["reported"] == []


def test_a_widget_that_shows_the_entry_stays_the_same() -> None:
    app = form_of()
    before = [widget.key for widget in (*app.text_input, *app.segmented_control, *app.pills)]
    labelled(app.text_input, "Warmth (°C)").set_value("030").run()
    labelled(app.segmented_control, "Potted").set_value("no").run()
    labelled(app.pills, "Signs").set_value(["spots"]).run()
    app.run()
    after = [widget.key for widget in (*app.text_input, *app.segmented_control, *app.pills)]
    assert after == before


def test_what_is_said_beneath_is_text_and_no_markup() -> None:
    app = form_of(warmth="<script>alert(1)</script>")
    bodies = [str(found.proto.body) for found in app.get("html")]
    assert not any("<script>" in body for body in bodies)
    assert any("&lt;script&gt;" in body for body in bodies)


def test_what_an_entry_counts_as_and_that_it_is_not_used_are_said() -> None:
    app = form_of()
    app.session_state["more"] = {"counts_as": "Counts as yes: implied by age.", "not_used": True}
    said = read(clean(app.run()))
    assert "Counts as yes: implied by age." in said
    assert "Not used for this diagnosis." in said


@given(strategies.floats(min_value=-90, max_value=90) | strategies.integers(-90, 90))
def test_every_digit_of_a_number_survives_the_form(number: float) -> None:
    shown = typed_text(number)
    again = raw_number(shown)
    if isinstance(again, str):  # written with an exponent: refused as typed, never altered
        assert "e" in shown
    else:
        assert again == number


@given(strategies.text(max_size=80))
def test_what_is_typed_is_a_number_or_stays(text: str) -> None:
    raw = raw_number(text)
    if raw is None:
        assert not text.strip()
    elif isinstance(raw, str):
        assert raw == text.strip()
    else:
        assert float(text) == raw


def test_raw_values_of_files() -> None:
    assert raw_measurement(toy.height, "", "in") is None
    assert raw_measurement(toy.height, "3", "cm") == 3
    assert raw_members(["spots"], None) == ["spots", "unknown"]
