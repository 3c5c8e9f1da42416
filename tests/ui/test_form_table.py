"""The table of treatments in the form: one line a row, details when they matter, nothing lost."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from engine.conditions import AllOf, Is, IsOneOf, walk
from engine.profile import entries_of, profile_model
from rules.full import FULL_RULEBOOK
from rules.vocabulary.full import FULL_VOCABULARY
from rules.vocabulary.treatments import outcome, treatments
from tests import patients
from tests.ui.screens import clean, read
from ui.form_table import NEEDS_MORE
from ui.raw_values import raw_rows, rows_told

MODEL = profile_model(FULL_VOCABULARY)
DETAILS = ("weeks taken", "full dose", "taken as agreed")

SCRIPT = """
import streamlit as st
from rules.vocabulary.treatments import treatments
from ui import form, widget_keys
from ui.consultation import problems_of

entered = st.session_state.setdefault("entered", {})
reported = st.session_state.setdefault("reported", [])

def change(field, raw):
    reported.append(raw)
    entered[field] = raw

widget_keys.on_screen("here")
with widget_keys.drawing():
    raw = entered.get("treatments")
    entry = form.Entry(
        raw=raw,
        problems=problems_of("treatments", raw) if raw else (),
        diagnosis=st.session_state.get("diagnosis"),
    )
    form.question(treatments, entry, change, change)
"""


def form_of(rows: Any = None, diagnosis: str | None = patients.SLE) -> AppTest:
    app = AppTest.from_string(SCRIPT, default_timeout=10)
    app.session_state["entered"] = {"treatments": rows}
    app.session_state["diagnosis"] = diagnosis
    return clean(app.run())


def rows(app: AppTest) -> Any:
    return app.session_state["entered"]["treatments"]


def labels(app: AppTest) -> list[str]:
    return [box.label for box in (*app.selectbox, *app.text_input)]


def cell(app: AppTest, label: str) -> Any:
    (found,) = [box for box in (*app.selectbox, *app.text_input) if box.label == label]
    return found


def tell(app: AppTest, label: str, value: str) -> None:
    clean(cell(app, label).set_value(value).run())


@pytest.mark.parametrize("diagnosis", [patients.SLE, patients.MS, "rheumatoid_arthritis", None])
def test_there_is_a_line_for_each_treatment_of_the_disease_and_only_its_outcome(
    diagnosis: str | None,
) -> None:
    found = labels(form_of(diagnosis=diagnosis))
    asked = dict(treatments.rows_for)
    expected = [
        treatments.cell(row, outcome).label
        for row in treatments.rows
        if diagnosis is None or diagnosis in asked[row]
    ]
    assert found == expected


def test_everything_is_unknown_at_first_and_nothing_is_reported() -> None:
    app = form_of()
    assert {box.value for box in app.selectbox} == {"unknown"}
    assert app.selectbox[0].options[0] == "Unknown"
    assert app.session_state["reported"] == []


@pytest.mark.parametrize("answer", [option.value for option in outcome.options])
def test_details_are_asked_where_they_matter(answer: str) -> None:
    app = form_of()
    tell(app, "Mycophenolate: outcome", answer)
    there = [f"Mycophenolate: {detail}" in labels(app) for detail in DETAILS]
    assert there == [answer in NEEDS_MORE] * 3
    assert "Azathioprine: full dose" not in labels(app)
    assert rows(app) == [{"treatment": "mycophenolate", "outcome": answer}]


def test_rules_ask_for_details_only_of_such_outcomes() -> None:
    """So nothing that a rule reads is hidden in the form."""
    details = tuple(f".{column.id}" for column in treatments.columns[1:] if column is not outcome)
    looked_at = 0
    for rule in FULL_RULEBOOK.rules:
        for _, node in walk(rule.when):
            beside = node.conditions if isinstance(node, AllOf) else ()
            read_here = {str(getattr(leaf, "finding", "")) for leaf in beside}
            for cell in (name for name in read_here if name.endswith(details)):
                wanted = f"{cell.rpartition('.')[0]}.{outcome.id}"
                asked = {
                    value
                    for leaf in beside
                    if isinstance(leaf, Is | IsOneOf) and leaf.finding == wanted
                    for value in (leaf.values if isinstance(leaf, IsOneOf) else (leaf.value,))
                }
                looked_at += bool(asked)
                assert asked <= NEEDS_MORE, (rule.id, cell)
    assert looked_at > 100


def test_a_row_is_told_cell_by_cell_and_taken_back() -> None:
    app = form_of()
    tell(app, "Mycophenolate: outcome", "failed")
    tell(app, "Mycophenolate: weeks taken", "39")
    tell(app, "Mycophenolate: full dose", "yes")
    tell(app, "Mycophenolate: taken as agreed", "no")
    row = {"treatment": "mycophenolate", "outcome": "failed", "weeks": 39}
    row |= {"full_dose": "yes", "taken_as_agreed": "no"}
    assert rows(app) == [row]
    assert entries_of(treatments, MODEL.read({"treatments": rows(app)}).told()["treatments"]) == {
        "treatments.mycophenolate.outcome": "failed",
        "treatments.mycophenolate.weeks": 39.0,
        "treatments.mycophenolate.full_dose": True,
        "treatments.mycophenolate.taken_as_agreed": False,
    }
    tell(app, "Mycophenolate: outcome", "unknown")
    assert "Mycophenolate: weeks taken" in labels(app)  # what was told stays in sight
    tell(app, "Mycophenolate: weeks taken", "")
    tell(app, "Mycophenolate: full dose", "unknown")
    tell(app, "Mycophenolate: taken as agreed", "unknown")
    assert rows(app) is None
    assert "Mycophenolate: weeks taken" not in labels(app)


def test_two_cells_changed_at_once_are_both_kept() -> None:
    app = form_of([{"treatment": "mycophenolate", "outcome": "failed"}])
    cell(app, "Mycophenolate: weeks taken").set_value("12")
    cell(app, "Azathioprine: outcome").set_value("not_tolerated")
    clean(app.run())
    assert rows(app) == [
        {"treatment": "mycophenolate", "outcome": "failed", "weeks": 12},
        {"treatment": "azathioprine", "outcome": "not_tolerated"},
    ]


def test_rows_stand_in_the_order_of_the_table() -> None:
    app = form_of()
    tell(app, "Plasma exchange: outcome", "worked")
    tell(app, "Hydroxychloroquine: outcome", "worked")
    assert [row["treatment"] for row in rows(app)] == ["hydroxychloroquine", "plasma_exchange"]


def test_a_row_that_does_not_apply_is_shown_as_not_used_and_kept() -> None:
    told = {"treatment": "natalizumab", "outcome": "failed"}
    app = form_of([told])
    assert cell(app, "Natalizumab: outcome").value == "failed"
    assert "Not used for this diagnosis." in read(app)
    tell(app, "Mycophenolate: outcome", "worked")
    assert told in rows(app)
    assert "Not used for this diagnosis." not in read(form_of([told], patients.MS))


def test_what_changes_elsewhere_is_shown() -> None:
    app = form_of([{"treatment": "mycophenolate", "outcome": "failed", "full_dose": True}])
    assert cell(app, "Mycophenolate: full dose").value == "yes"
    app.session_state["entered"] = {"treatments": [{"treatment": "belimumab", "weeks": 7}]}
    clean(app.run())
    assert cell(app, "Mycophenolate: outcome").value == "unknown"
    assert cell(app, "Belimumab: weeks taken").value == "7"
    assert app.session_state["reported"] == []


def test_widgets_that_show_the_entry_stay_the_same() -> None:
    app = form_of([{"treatment": "mycophenolate", "outcome": "failed"}])
    before = [box.key for box in (*app.selectbox, *app.text_input)]
    tell(app, "Mycophenolate: weeks taken", "039")
    tell(app, "Azathioprine: outcome", "worked")
    assert [box.key for box in (*app.selectbox, *app.text_input)] == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("many", '"many" is not a number. Give a number from 0 to 5000 weeks.'),
        ("-1", '"-1" weeks is not possible.'),
        ("1,5", "Decimals are written with a point: 1.5."),
        ("<b>1</b>", '"<b>1</b>" is not a number.'),
    ],
)
def test_a_wrong_cell_stays_as_typed_with_the_reason_in_its_row(typed: str, said: str) -> None:
    app = form_of([{"treatment": "mycophenolate", "outcome": "failed"}])
    tell(app, "Mycophenolate: weeks taken", typed)
    assert cell(app, "Mycophenolate: weeks taken").value == typed
    assert read(app).count(said) == 1
    assert "Weeks taken: " in read(app)
    assert not any("<b>1" in str(found.proto.body) for found in app.get("html"))
    tell(app, "Mycophenolate: weeks taken", "6")
    assert said not in read(app)


def test_two_wrong_cells_are_both_said() -> None:
    app = form_of(
        [
            {"treatment": "mycophenolate", "weeks": "many"},
            {"treatment": "azathioprine", "outcome": "awful"},
        ]
    )
    assert '"many" is not a number.' in read(app)
    assert '"awful" is not one of its answers.' in read(app)
    tell(app, "Methotrexate: outcome", "worked")
    assert {"treatment": "azathioprine", "outcome": "awful"} in rows(app)  # until it is mended


@pytest.mark.parametrize("junk", ["text", 3, [3], [{"treatment": "moonshine"}], {"a": 1}])
def test_what_is_no_table_is_said_and_replaced_by_the_first_answer(junk: Any) -> None:
    app = form_of(junk)
    assert "Give a list" in read(app) or "Name the row by" in read(app)
    tell(app, "Belimumab: outcome", "worked")
    assert rows(app) == [{"treatment": "belimumab", "outcome": "worked"}]


def test_rows_between_form_and_file() -> None:
    told = [
        {"treatment": "azathioprine", "weeks": 3, "outcome": None},
        {"treatment": "mycophenolate"},
        {"treatment": "azathioprine", "outcome": "failed", "odd": 1},
    ]
    found = rows_told(treatments, told)
    assert found == {"azathioprine": {"weeks": 3, "outcome": "failed"}, "mycophenolate": {}}
    assert raw_rows(treatments, found) == [
        {"treatment": "azathioprine", "outcome": "failed", "weeks": 3}
    ]
    assert raw_rows(treatments, {}) is None
