"""The screen *Write a case*: every beginning, editing, preview, check and saving."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cases.draft_answers import settled
from cases.load import case_by_id, library, read_case
from cases.own import FOLDER_VARIABLE, every_case
from cases.play import trace_after
from engine.errors import EnginesDisagreeError
from tests.ui.educator import Educator
from tests.ui.nasty import NASTY
from tests.ui.screens import clean, headings, pieces
from ui import store
from ui.desk import desk as desk_whole
from ui.learning.learner import Learner as Known

CASE = "lupus-worsens"
MS = {"diagnosis": "multiple_sclerosis", "highly_active": "yes", "severity": "severe"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "own"
    made.mkdir()
    monkeypatch.setenv(FOLDER_VARIABLE, str(made))
    return made


def test_it_begins_with_the_ways_to_begin() -> None:
    educator = Educator()
    assert headings(educator.app) == ["Where to begin"]
    assert educator.app.button(key="desk_from_patient").disabled
    assert educator.app.button(key="desk_copy").disabled


def test_a_new_case_says_what_is_missing_beside_each_field_and_on_top() -> None:
    educator = Educator().press("desk_new")
    assert educator.draft()["id"] == "my-case"
    assert "Title: It is empty. Write something." in educator.read()
    assert educator.read().count("○ It is empty. Write something.") >= 5
    assert "Group: It is missing. Add group." in educator.read()
    before = educator.read().count("It is empty.")
    educator.write("Title", "Before the first tablet")
    assert educator.read().count("It is empty.") == before - 2
    assert educator.draft()["title"] == "Before the first tablet"


def test_the_current_patient_becomes_what_the_first_step_tells() -> None:
    educator = Educator(MS).press("desk_from_patient")
    first = educator.draft()["steps"][0]["reveals"]
    assert first == {"diagnosis": "multiple_sclerosis", "highly_active": "yes"}
    assert "Severity: It is not asked in this disease." in educator.read()
    educator.press("desk_left_out_read")
    assert "It is not asked in this disease." not in educator.read()
    educator.part("step_0")
    assert "Cannot be told yet" in educator.read()
    assert "Rules that fired: MS-1" in educator.read()


def test_a_case_is_copied_under_a_new_id_and_is_complete() -> None:
    educator = Educator().copy(CASE)
    assert educator.draft()["id"] == f"{CASE}-copy"
    assert "✓ complete" in educator.read()
    assert educator.field("Title").value == case_by_id(CASE).title
    assert educator.field("Level").value == case_by_id(CASE).level


def test_every_field_of_the_case_reaches_the_draft() -> None:
    educator = Educator().copy(CASE)
    written: dict[str, tuple[str, Any]] = {
        "Title": ("title", "Another title"),
        "Id": ("id", "another-id"),
        "Patient": ("patient", "A tailor"),
        "Group": ("group", "beyond"),
        "Level": ("level", 3),
        "Minutes": ("minutes", 9),
        "How it begins (vignette)": ("vignette", "One.\n\nTwo."),
        "Teaching point": ("teaching_point", "Look twice"),
        "Common error": ("common_error", "Looking once"),
    }
    for label, (_, value) in written.items():
        educator.write(label, value)
    for label, (key, value) in written.items():
        assert educator.draft()[key] == value
        assert educator.field(label).value == value
    educator.write("Objective 1", "A new objective")
    assert educator.draft()["objectives"][0] == "A new objective"
    educator.part("step_1")
    for label, where in {
        "Title of the step": "title",
        "Story": "story",
        "Point": "point",
    }.items():
        educator.write(label, "Something new")
        assert educator.draft()["steps"][1][where] == "Something new"
    educator.write("Question", "What now?")
    educator.write("Why severity changes", "It is worse.")
    step = educator.draft()["steps"][1]
    assert step["question"]["prompt"] == "What now?"
    assert step["changes"]["severity"]["because"] == "It is worse."


def test_a_wrong_number_and_a_wrong_id_are_said_beside_the_field_and_kept() -> None:
    educator = Educator().copy(CASE).write("Minutes", 600).write("Id", "../x")
    assert educator.draft()["minutes"] == 600
    assert "! 600 " not in educator.read()
    assert "is too high. Give at most 60." in educator.read()
    assert '"../x" cannot be the name of a case.' in educator.read()
    assert educator.app.session_state["desk_part"] == "about"


def test_the_rules_answer_after_each_entry_and_a_mismatch_is_seen_at_once() -> None:
    educator = Educator().copy(CASE).part("step_0")
    assert "This is what the rules answer." in educator.read()
    offered = educator.draft()["steps"][0]["question"]["options"]
    number = [option["verdict"] for option in offered].index("not_indicated") + 1
    educator.write(f"Option {number}: verdict", "outside_document")
    assert "No option is what the rules answer: not_indicated" in educator.read()
    assert "1 to mend" in educator.read()
    educator.part("about").part("step_0")
    educator.write(f"Option {number}: verdict", "not_indicated")
    assert "No option is what the rules answer" not in educator.read()
    educator.write("Severity", "severe")
    assert "Cannot be told yet" in educator.read()
    assert "It changes nothing. Give another value." in educator.read()


def test_findings_are_told_changed_and_taken_back_with_the_widgets_of_the_form() -> None:
    educator = Educator().copy(CASE).part("step_0")
    educator.write("Findings told in this step", ["diagnosis", "severity", "age"])
    assert educator.draft()["steps"][0]["reveals"]["age"] == "unknown"
    assert "It tells nothing." in educator.read()
    educator.write("Age (years)", "many")
    assert educator.draft()["steps"][0]["reveals"]["age"] == "many"
    assert educator.field("Age (years)").value == "many"
    assert '"many"' in educator.read()
    educator.write("Age (years)", "44")
    assert educator.draft()["steps"][0]["reveals"]["age"] == 44
    educator.part("step_1")
    assert "Age" in educator.field("Findings that change in this step").options
    educator.write("Findings that change in this step", ["severity", "age"])
    assert educator.draft()["steps"][1]["changes"]["age"] == {
        "from": 44,
        "to": 44,
        "because": "",
    }
    assert "It changes nothing. Give another value." in educator.read()
    educator.write("Age (years)", "45")
    assert educator.draft()["steps"][1]["changes"]["age"]["to"] == 45
    educator.press("desk_undo")
    assert "age" not in educator.draft()["steps"][1]["changes"]
    educator.press("desk_undo")
    assert educator.draft()["steps"][1]["changes"]["age"]["to"] == 45


def test_steps_and_options_are_added_moved_and_removed() -> None:
    educator = Educator().copy(CASE)
    titles = [step["title"] for step in educator.draft()["steps"]]

    def now() -> list[str]:
        return [step["title"] for step in educator.draft()["steps"]]

    educator.press("desk_step_add")
    assert now() == [*titles, ""]
    assert educator.app.session_state["desk_part"] == "step_3"
    assert "Step 4 of 4" in headings(educator.app)
    educator.press("desk_step_up")
    assert now() == [titles[0], titles[1], "", titles[2]]
    assert educator.field("Title of the step").value == ""
    educator.press("desk_step_down").press("desk_step_remove")
    assert now() == titles
    assert educator.field("Title of the step").value == titles[2]
    educator.press("desk_option_add")
    assert len(educator.draft()["steps"][2]["question"]["options"]) == 4
    assert educator.app.button(key="desk_option_add").disabled
    educator.press("desk_option_remove_3")
    assert len(educator.draft()["steps"][2]["question"]["options"]) == 3
    educator.press("desk_step_add").press("desk_step_add")
    assert educator.app.button(key="desk_step_add").disabled


def test_nothing_is_lost_on_another_screen_or_when_the_address_is_opened_again() -> None:
    educator = Educator().copy(CASE).write("Title", "Half a").part("step_1")
    educator.write("Story", "Half a story")
    clean(educator.app.switch_page("screen_profile.py").run())
    clean(educator.app.switch_page("screen_desk.py").run())
    educator.part("step_1")
    assert educator.field("Story").value == "Half a story"
    again = Educator(session=educator.session)
    assert again.field("Title").value == "Half a"
    assert again.part("step_1").field("Story").value == "Half a story"


def test_a_draft_that_makes_way_is_put_aside_and_taken_up_again() -> None:
    educator = Educator().copy(CASE).write("Title", "Mine").press("desk_new")
    assert educator.draft()["title"] == ""
    assert [each["title"] for each in educator.kept()["aside"]] == ["Mine"]
    assert educator.draft()["id"] == "my-case"
    educator.app.selectbox(key=f"desk_aside_{educator.kept()['move']}").set_value(0)
    educator.settle().press("desk_take_up")
    assert educator.field("Title").value == "Mine"
    assert educator.kept()["aside"] == []


def test_keys_that_the_screen_does_not_show_stay_in_the_draft_and_the_file() -> None:
    educator = Educator().copy(CASE)
    record = store.opened(store.default_path()).load(educator.session)
    assert record is not None
    draft = record["settings"]["desk"]["draft"]
    draft["later"] = {"a": [1]}
    draft["steps"][0]["question"]["later_too"] = ["x"]
    store.opened(store.default_path()).save(educator.session, {**record, "revision": "elsewhere"})
    educator.settle().write("Title", "Another").press("desk_step_add").press("desk_step_remove")
    assert educator.draft()["later"] == {"a": [1]}
    assert educator.draft()["steps"][0]["question"]["later_too"] == ["x"]
    educator.tab("Save")
    saved = tomllib.loads(educator.app.code[0].value)
    assert saved["later"] == {"a": [1]}
    assert saved["steps"][0]["question"]["later_too"] == ["x"]


def test_the_preview_shows_each_step_with_the_feedback_to_each_option_and_keeps_nothing() -> None:
    educator = Educator().copy(CASE).tab("Preview")
    case = case_by_id(CASE)
    for number, step in enumerate(case.steps):
        educator.app.button_group(key="desk_preview_step").set_value(number)
        educator.settle()
        assert step.story in educator.read()
        for place, option in enumerate(step.question.options):
            educator.app.radio[0].set_value(place)
            educator.settle()
            agrees = option.equals(trace_after(case, number).overall)
            words = "You and the rules agree" if agrees else "The rules see it differently"
            assert words in educator.read()
    educator.app.button_group(key="desk_preview_step").set_value(len(case.steps))
    educator.settle()
    assert case.common_error in educator.read()
    assert f"Answers: {case.title}" in educator.read()
    assert "Answer each step before you read the next." in educator.read()
    record = store.current().load(educator.session)
    assert record is not None
    assert store.current().learners.fetch(educator.session, Known()).is_empty
    assert set(record["settings"]) == {"desk"}


def test_an_incomplete_draft_says_in_the_preview_what_is_missing() -> None:
    educator = Educator(MS).press("desk_from_patient").tab("Preview")
    assert "A preview needs a case in which nothing is missing." in educator.read()
    assert "Step 2, story: It is empty." in educator.read()


def test_a_draft_whose_options_do_not_fit_can_be_previewed_but_not_handed_out() -> None:
    educator = Educator().copy(CASE).part("step_0")
    number = [o["verdict"] for o in educator.draft()["steps"][0]["question"]["options"]].index(
        "not_indicated"
    )
    educator.write(f"Option {number + 1}: verdict", "document_ambiguous").tab("Preview")
    educator.app.radio[0].set_value(number)
    educator.settle()
    assert "A hand-out holds the answers of the rules" in educator.read()


def test_the_check_lists_the_draft_and_on_request_every_case(folder: Path) -> None:
    (folder / "broken.toml").write_text("title = 3", encoding="utf-8")
    educator = Educator(MS).press("desk_from_patient").tab("Check")
    assert "my-case.toml" in educator.read()
    assert "step 1, story It is empty. Write something." in educator.read()
    assert "broken.toml" not in educator.read()
    educator.app.toggle[0].set_value(True)
    educator.settle()
    assert "broken.toml" in educator.read()
    assert f"{len(library()) + 1} files looked at." in educator.read()
    educator.app.selectbox(key="desk_every_one").set_value("broken.toml")
    educator.settle()
    assert "behcet-such-as.toml" not in educator.read()
    assert "broken.toml 1 title It is not a text." in educator.read()


def test_hints_of_a_sound_draft() -> None:
    educator = Educator().copy(CASE).tab("Check")
    assert "Faults of the draft: 0" in educator.read()
    assert f"nearly the same patient as {CASE}" in educator.read()


def test_what_is_saved_stands_among_the_cases_at_once_and_is_replaced_only_when_asked(
    folder: Path,
) -> None:
    educator = Educator().copy(CASE).write("Id", "my-own").tab("Save")
    assert tomllib.loads(educator.app.code[0].value)["title"] == case_by_id(CASE).title
    educator.press("desk_save_own")
    file = folder / "my-own.toml"
    assert read_case(file.read_bytes(), file.name).title == case_by_id(CASE).title
    assert "my-own" in {case.id for case in every_case()}
    assert "Saved as my-own.toml." in educator.app.success[0].value
    educator.tab("Write").write("Title", "Changed").tab("Save")
    assert not educator.app.success
    educator.press("desk_save_own")
    assert b"Changed" not in file.read_bytes()
    educator.press("desk_replace_no")
    assert b"Changed" not in file.read_bytes()
    educator.press("desk_save_own").press("desk_replace_yes")
    assert b"Changed" in file.read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["my-own.toml"]


@pytest.mark.parametrize("bad", ["../x", "lupus-mild", "a/b", ".x"])
def test_no_id_leads_out_of_the_folder_or_over_a_case_of_the_program(
    folder: Path, bad: str
) -> None:
    educator = Educator().copy(CASE).write("Id", bad).tab("Save")
    button = educator.app.button(key="desk_save_own")
    if bad == "lupus-mild":
        educator.press("desk_save_own")
        assert "A case that comes with the program has this name." in educator.read()
    else:
        assert button.disabled
        assert educator.app.get("download_button")
    assert [path.name for path in folder.parent.rglob("*.toml")] == []


def test_what_the_disk_says_is_shown_and_nothing_is_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(28, os.strerror(28))

    educator = Educator().copy(CASE).tab("Save")
    monkeypatch.setattr(os, "fsync", full)
    educator.press("desk_save_own")
    assert "The case was not saved" in educator.read()
    assert "No space left on device" in educator.read()
    assert list(folder.iterdir()) == []
    assert educator.draft()["id"] == f"{CASE}-copy"


def test_without_a_folder_the_screen_says_how_to_set_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    educator = Educator().copy(CASE).tab("Save")
    assert f"environment variable {FOLDER_VARIABLE}" in educator.read()


HOSTILE: tuple[Callable[[Educator, str], object], ...] = (
    lambda educator, text: educator.write("Title", text),
    lambda educator, text: educator.write("Patient", text),
    lambda educator, text: educator.write("Objective 1", text),
    lambda educator, text: educator.write("How it begins (vignette)", text),
    lambda educator, text: educator.write("Teaching point", text),
    lambda educator, text: educator.part("step_1").write("Title of the step", text),
    lambda educator, text: educator.write("Story", text),
    lambda educator, text: educator.write("Question", text),
    lambda educator, text: educator.write("Option 1", text),
    lambda educator, text: educator.write("Why severity changes", text),
)


def test_hostile_texts_are_texts_in_editor_preview_hand_out_check_and_file(folder: Path) -> None:
    educator = Educator().copy(CASE)
    text = " ".join(NASTY[:6])[:190]
    for put in HOSTILE:
        put(educator, text)
    for tab in ("Write", "Preview", "Check", "Save"):
        educator.tab(tab)
        if tab == "Preview":
            educator.app.button_group(key="desk_preview_step").set_value(1)
            educator.settle()
            educator.app.radio[0].set_value(0)
            educator.settle()
        sent = "".join(pieces(educator.app))
        for bad in ("<script>", "<img src=x", "onerror=alert(1)>", 'href="javascript'):
            assert bad not in sent, tab
        for shown in (*educator.app.markdown, *educator.app.header):
            assert "<script>" not in str(shown.value).replace("\\<", "")
    educator.press("desk_save_own")
    (file,) = folder.iterdir()
    assert read_case(file.read_bytes(), file.name).steps[1].title == " ".join(text.split())


def test_a_hostile_id_is_a_text_too() -> None:
    educator = Educator().copy(CASE).write("Id", "<img src=x onerror=alert(1)>")
    for tab in ("Write", "Preview", "Check", "Save"):
        educator.tab(tab)
        assert "<img src=x" not in "".join(pieces(educator.app))


def test_a_megabyte_of_story_is_refused_in_words_and_kept() -> None:
    educator = Educator().copy(CASE).part("step_0").write("Story", "long " * 200_000)
    assert "It is too long. Use at most 1500 characters." in educator.read()
    assert len(educator.draft()["steps"][0]["story"]) == 1_000_000


def test_a_defect_is_shown_as_one_and_the_draft_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    educator = Educator().copy(CASE)

    def fail(_: object) -> None:
        raise EnginesDisagreeError("the engines disagree")

    monkeypatch.setattr(desk_whole, "settled", fail)
    educator.settle()
    assert "This program has made a mistake" in educator.read()
    assert educator.draft()["id"] == f"{CASE}-copy"


def test_a_file_is_opened_finished_or_not_and_one_that_is_no_table_changes_nothing() -> None:
    educator = Educator()
    educator.app.file_uploader[0].upload("half.toml", b'title = "Half"\n', "application/toml")
    educator.settle()
    assert educator.draft()["title"] == "Half"
    assert educator.draft()["id"] == "half"
    assert "Steps: It is missing. Add steps." in educator.read()
    educator.app.file_uploader[0].upload("bad.toml", b"= no", "application/toml")
    educator.settle()
    assert "This file cannot be read as a case" in educator.read()
    assert educator.draft()["title"] == "Half"
    educator.press("desk_step_add").press("desk_step_add")
    assert len(educator.draft()["steps"]) == 2


ODD = """
title = {a = 1}
minutes = "many"
objectives = "one"
level = [1]
steps = [
  1,
  {title = 3, story = ["x"], reveals = {age = {value = "x", unit = ["y"]}, severity = 3, no = 1}},
  {changes = {severity = 1, age = {from = {}, to = [1]}}, question = {options = [{verdict = []}]}},
  {reveals = 3, changes = 4, question = "x", expects = "y"},
]
"""


def test_a_file_in_which_nothing_is_as_it_should_be_can_be_opened_and_written_on() -> None:
    educator = Educator()
    educator.app.file_uploader[0].upload("odd.toml", ODD.encode(), "application/toml")
    educator.settle()
    for step in range(3):
        educator.part(f"step_{step}")
    educator.press("desk_option_add").write("Option 1", "An answer").write("Story", "A story")
    assert educator.draft()["steps"][2]["question"]["options"][0]["text"] == "An answer"
    for tab in ("Preview", "Check", "Save"):
        educator.tab(tab)
    assert "step 1, title It is not a text." in educator.tab("Check").read()


def test_a_case_on_both_layers_is_asked_in_the_layer_of_its_question() -> None:
    educator = Educator().copy("gpa-asleep")
    draft = educator.draft()
    assert draft["layers"] == ["document", "reference"]
    saved = settled(draft)
    case = case_by_id("gpa-asleep")
    for number, step in enumerate(saved["steps"]):
        reference = case.steps[number].expects.reference
        assert reference is not None
        assert step["expects"]["reference"]["verdict"] == reference.verdict.value
        assert set(step["expects"]["reference"]["fired"]) == reference.fired
        assert tuple(step["question"].get("next", ())) == case.steps[number].question.next
        assert tuple(step["question"].get("flags", ())) == case.steps[number].question.flags


def test_a_verdict_is_worded_for_the_layer_that_is_asked() -> None:
    educator = Educator().copy("gpa-asleep").part("step_1")
    offered = {label for box in educator.app.selectbox for label in box.options}
    assert "Not indicated by published criteria" in offered
    assert "Not indicated by the document" not in offered
