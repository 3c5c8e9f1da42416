"""Where a draft begins, how it is edited, and what the rules answer while much is missing."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import draft as drafts
from cases.draft import MOST_STEPS, free_id, from_case, from_profile, from_table, new_draft
from cases.draft_answers import NOBODY, answers, settled
from cases.draft_edit import (
    add_option,
    add_step,
    alter,
    at,
    known_before,
    move_step,
    put,
    remove_option,
    remove_step,
    tell,
)
from cases.draft_faults import file_name, hints, is_missing, looked_at
from cases.load import case_by_id, library
from cases.model import MOST_FACTS, Case
from cases.play import asked_of, profile_for, trace_after
from engine.rule import Layer
from engine.trace import Kind

TAKEN = [case.id for case in library()]
EVERY: dict[str, Any] = {
    "diagnosis": "systemic_lupus_erythematosus",
    "age": 40,
    "severity": "severe",
    "life_threatening": "no",
    "kidney_failure": "no",
    "severe_haematological_abnormality": "no",
    "unresponsive_to_safer_therapy": "yes",
    "multidisciplinary_review": "planned",
    "monitoring_plan": "planned",
    "specialist_supervision": "yes",
}


@pytest.fixture
def draft() -> drafts.Draft:
    return from_case(case_by_id("lupus-worsens"), TAKEN).draft


@pytest.mark.parametrize("case", library(), ids=lambda case: case.id)
def test_a_copy_of_a_case_is_that_case_under_another_id(case: Case) -> None:
    made = from_case(case, TAKEN).draft
    looked = looked_at(settled(made))
    assert looked.faults == ()
    assert looked.case is not None
    assert looked.case.id == f"{case.id}-copy"
    assert looked.case == case.model_copy(update={"id": made["id"]})


def test_a_patient_is_told_in_the_order_of_the_form_eight_findings_to_a_step() -> None:
    begun = from_profile(dict(reversed(EVERY.items())), TAKEN)
    told = [list(step["reveals"]) for step in begun.draft["steps"]]
    order = [name for name in profile_for((Layer.DOCUMENT,)).vocabulary.by_id if name in EVERY]
    assert told == [order[:MOST_FACTS], order[MOST_FACTS:]]
    assert begun.left_out == ()
    assert begun.draft["group"] == "lupus"
    assert {n: v for step in begun.draft["steps"] for n, v in step["reveals"].items()} == EVERY


def test_what_of_a_patient_cannot_be_told_in_a_case_is_said() -> None:
    told = {
        "diagnosis": "multiple_sclerosis",
        "severity": "severe",
        "age": "many",
        "weight": 80,
        "no_such": 1,
        "highly_active": "unknown",
    }
    begun = from_profile(told, TAKEN)
    assert begun.draft["steps"][0]["reveals"] == {"diagnosis": "multiple_sclerosis"}
    assert begun.left_out == (
        "Age: " + begun.left_out[0].removeprefix("Age: "),
        "Severity: It is not asked in this disease.",
        "Weight: The rules of the cases do not read it.",
        '"no_such": The rules of the cases do not read it.',
    )
    assert len(begun.draft["steps"]) == 2


def test_findings_without_room_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_FACTS", 1)
    begun = from_profile(EVERY, TAKEN)
    assert len(begun.draft["steps"]) == MOST_STEPS
    assert len(begun.left_out) == len(EVERY) - MOST_STEPS
    assert all(words.endswith("There is no room for it in 5 steps.") for words in begun.left_out)


def test_a_skeleton_says_of_every_text_that_it_is_missing() -> None:
    faults = looked_at(settled(from_profile(EVERY, TAKEN).draft)).faults
    assert faults
    assert all(map(is_missing, faults))
    assert {"title", "step 2, question, option 3, verdict"} <= {f.field for f in faults}


def test_an_id_is_new() -> None:
    assert free_id("lupus-mild", TAKEN) == "lupus-mild-2"
    assert free_id("a" * 80, ["a" * 80]) == f"{'a' * 70}-2"
    assert free_id("fresh", TAKEN) == "fresh"


@pytest.mark.parametrize(
    "bad", ["../x", "a/b", "", ".hidden", "A", "a.toml", "a\n", "a\0", "é", "a" * 81, None, 3]
)
def test_what_cannot_be_an_id_is_none(bad: object) -> None:
    assert not drafts.is_id(bad)
    assert file_name({"id": bad}) == "case.toml"


def test_the_rules_answer_a_draft_as_they_answer_the_case(draft: drafts.Draft) -> None:
    case = case_by_id("lupus-worsens")
    for number, answered in enumerate(answers(draft)):
        assert answered.trace == trace_after(case, number)
        assert answered.mismatch is None
        assert len(answered.right) == 1


def test_what_the_rules_answer_is_written_and_never_taken_from_the_draft(
    draft: drafts.Draft,
) -> None:
    lied = put(draft, ("steps", 0, "expects", "document"), {"verdict": "excluded", "fired": ["X"]})
    made = settled(lied)
    assert made["steps"][0]["expects"] == settled(draft)["steps"][0]["expects"]
    verdict = trace_after(case_by_id("lupus-worsens"), 0).overall.kind.value
    assert made["steps"][0]["expects"]["document"]["verdict"] == verdict


def test_no_option_that_the_rules_answer_is_said_though_much_is_missing() -> None:
    made = from_profile(EVERY, TAKEN).draft
    wrong = answers(made)[0].mismatch
    assert wrong is not None
    assert "No option is what the rules answer: may_be_considered (cyclo" in wrong.wrong
    where = ("steps", 0, "question", "options", 1)
    made = put(made, (*where, "verdict"), "may_be_considered")
    assert answers(made)[0].mismatch is not None
    made = put(made, (*where, "drug"), "cyclophosphamide")
    assert answers(made)[0].mismatch is None
    assert answers(made)[0].right == (1,)


def test_findings_that_contradict_each_other_are_a_fault_and_no_answer() -> None:
    made = from_profile(EVERY, TAKEN).draft
    made["steps"][0]["reveals"]["kidney_failure"] = "yes"
    assert answers(made)[0].trace is None
    assert answers(made)[0].problems
    assert settled(made)["steps"][0]["expects"]["document"] == NOBODY


def test_a_value_that_cannot_be_read_is_a_fault_and_counts_as_unknown(draft: drafts.Draft) -> None:
    draft["steps"][0]["reveals"]["age"] = "many"
    looked = looked_at(settled(draft))
    assert "step 1, reveals, age" in {fault.field for fault in looked.faults}
    assert answers(draft)[0].trace is not None


def test_a_finding_chosen_and_not_told_is_said(draft: drafts.Draft) -> None:
    made = tell(draft, 1, ["age"])
    assert made["steps"][1]["reveals"] == {"age": "unknown"}
    (fault,) = looked_at(settled(made)).at("step 2, reveals, age")
    assert fault.wrong == "It tells nothing."


def test_a_change_begins_with_what_was_told(draft: drafts.Draft) -> None:
    assert known_before(draft, 1)["severity"] == "mild"
    draft["steps"][0]["reveals"]["severity"] = "moderate"
    made = settled(draft)
    assert made["steps"][1]["changes"]["severity"]["from"] == "moderate"
    fresh = alter(draft, 1, ["severity", "diagnosis"])
    assert fresh["steps"][1]["changes"]["severity"]["to"] == "severe"
    assert fresh["steps"][1]["changes"]["diagnosis"]["because"] == ""


def test_steps_and_options_are_added_moved_and_removed_within_what_may_be(
    draft: drafts.Draft,
) -> None:
    before = copy.deepcopy(draft)
    titles = [step["title"] for step in draft["steps"]]
    moved = move_step(draft, 2, -1)
    assert [step["title"] for step in moved["steps"]] == [titles[0], titles[2], titles[1]]
    assert move_step(draft, 0, -1) == draft
    assert move_step(draft, 2, 1) == draft
    more = add_step(add_step(add_step(draft)))
    assert len(more["steps"]) == MOST_STEPS
    fewer = remove_step(remove_step(draft, 0), 0)
    assert [step["title"] for step in fewer["steps"]] == titles[1:]
    options = at(draft, ("steps", 0, "question", "options"))
    assert len(at(add_option(add_option(draft, 0), 0), ("steps", 0, "question", "options"))) == 4
    assert remove_option(draft, 0, 0) == draft
    assert len(options) == 3
    four = add_option(draft, 0)
    assert at(remove_option(four, 0, 3), ("steps", 0, "question", "options")) == options
    assert draft == before


NOT_SHOWN = {"layers": ["document", "reference"], "later": {"a": [1, {"b": "c"}]}}


@given(st.lists(st.integers(0, 5), max_size=8))
def test_keys_that_nobody_here_knows_stay_through_every_edit(moves: list[int]) -> None:
    made = from_case(case_by_id("lupus-worsens"), TAKEN).draft | copy.deepcopy(NOT_SHOWN)
    for step in made["steps"]:
        step["question"] |= {"layer": "reference", "next": ["age"], "flags": ["GEN-4"]}
    acts = (
        lambda d: move_step(d, 0, 1),
        lambda d: put(d, ("steps", 0, "title"), "Another"),
        lambda d: add_option(d, 1),
        lambda d: tell(d, 0, ["diagnosis"]),
        lambda d: put(d, ("objectives", 2), "A third"),
        settled,
    )
    for number in moves:
        made = acts[number](made)
    assert {key: made[key] for key in NOT_SHOWN} == NOT_SHOWN
    assert all(step["question"]["flags"] == ["GEN-4"] for step in made["steps"])
    again = from_table(made, made["id"])
    assert again == made


def test_a_place_that_is_not_there_is_made() -> None:
    made = put({}, ("steps", 1, "question", "options", 0, "text"), "x")
    assert at(made, ("steps", 1, "question", "options", 0, "text")) == "x"
    assert at(made, ("steps", 7, "title"), "none") == "none"
    assert put({"steps": "no list"}, ("steps", 0, "title"), "x") == {"steps": [{"title": "x"}]}


def test_blank_objectives_at_the_end_do_not_count() -> None:
    made = settled(new_draft() | {"objectives": ["one", "", ""]})
    assert made["objectives"] == ["one"]


def test_hints_of_a_sound_draft_are_its_own(draft: drafts.Draft) -> None:
    case = looked_at(settled(draft)).case
    assert case is not None
    found = hints(case, library())
    assert any("nearly the same patient as lupus-worsens" in hint.wrong for hint in found)
    assert not any(hint.field.startswith(case.id) for hint in found)


def test_every_kind_of_verdict_can_be_offered() -> None:
    made = new_draft()
    for kind in Kind:
        wanted = put(made, ("steps", 0, "question", "options", 0, "verdict"), kind.value)
        assert not looked_at(settled(wanted)).at("step 1, question, option 1, verdict")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["from", "to", "because", "text", "verdict", "drug", "options", "age", "severity"]
            )
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
ANYWHERE = st.lists(
    st.sampled_from(
        [
            ("title",),
            ("objectives",),
            ("minutes",),
            ("steps",),
            ("steps", 0),
            ("steps", 0, "title"),
            ("steps", 0, "reveals"),
            ("steps", 0, "reveals", "age"),
            ("steps", 0, "reveals", "severity"),
            ("steps", 1, "changes"),
            ("steps", 1, "changes", "severity"),
            ("steps", 1, "changes", "severity", "to"),
            ("steps", 0, "question"),
            ("steps", 0, "question", "options"),
            ("steps", 0, "question", "options", 0),
            ("steps", 0, "question", "options", 0, "verdict"),
            ("steps", 0, "expects"),
        ]
    ),
    min_size=1,
    max_size=3,
)


@settings(deadline=None, max_examples=150)
@given(ANYWHERE, JSON)
def test_whatever_a_file_holds_it_becomes_a_draft_with_faults_and_no_traceback(
    places: list[tuple[str | int, ...]], value: Any
) -> None:
    made = from_case(case_by_id("lupus-worsens"), TAKEN).draft
    for place in places:
        made = put(made, place, value)
    made = settled(from_table(made, "any"))
    looked = looked_at(made)
    assert looked.case is not None or looked.faults
    assert len(answers(made)) == len(made["steps"] if isinstance(made.get("steps"), list) else [])


def test_a_draft_on_both_layers_expects_of_both_and_asks_the_layer_that_it_names() -> None:
    case = next(each for each in library() if Layer.REFERENCE in each.layers)
    made = settled(from_case(case, TAKEN).draft)
    assert looked_at(made).faults == ()
    for number, answered in enumerate(answers(made)):
        assert answered.verdict == asked_of(case, number)
        assert answered.mismatch is None
    alone = settled(put(made, ("layers",), None))
    for step in alone["steps"]:
        assert step["expects"].get("reference") is None
        assert step["question"].get("layer") in {None, "document"}


def test_a_patient_seen_by_published_criteria_becomes_a_case_on_both_layers() -> None:
    told = {"diagnosis": "multiple_sclerosis", "lvef": 48}
    assert len(from_profile(told, TAKEN).left_out) == 1
    both = from_profile(told, TAKEN, (Layer.DOCUMENT, Layer.REFERENCE))
    assert both.left_out == ()
    assert both.draft["layers"] == ["document", "reference"]
    assert both.draft["steps"][0]["reveals"] == told
