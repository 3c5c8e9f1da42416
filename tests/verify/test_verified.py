"""What ``verify`` says: the broken promises first, faults by the rule that they come from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.conditions import Value
from engine.export import as_markdown, as_text
from engine.export.diagnostics import MOST, faults_part, notes_part
from engine.export.report import Item, Part
from engine.export.verified import summary, verified
from engine.verify.checks.examples import example_faults
from engine.verify.diagnostic import Diagnostic, Place, PlaceKind, at, rule_at
from engine.verify.outcome import Outcome
from engine.verify.proof import Proof, State, prove
from engine.verify.suspects import suspected, without_followers
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from rules.vocabulary.organs import organ_threats
from tests.verify.test_shipped import BY_ID, without


def became(name: str, state: State) -> Proof:
    return Proof(BY_ID[name], state, Outcome((), None, 1), 0.0)


def example(rule: str, patient: dict[str, Value] | None = None) -> Diagnostic:
    message = "is said to stay silent for an example, and it fires"
    return at(rule_at(rule), "RB601", message, "Correct it.", patient=patient)


def case_step(
    case: str, step: int, *rules: str, patient: dict[str, Value] | None = None
) -> Diagnostic:
    place = Place(PlaceKind.CASE, case, f"step {step}, expects, document, fired")
    said = f"at step {step}, expects, document, fired: {' and '.join(rules)} fired too"
    also = tuple(rule_at(name) for name in rules)
    return at(place, "RB608", said, f"Look at it: {case} {step}.", also=also, patient=patient)


NOTE = at(rule_at("OUT-1"), "RB405", "is never ruled out", "Look at it.")
WARNING = at(Place(PlaceKind.CONCEPT, "severe"), "RB302", "no rule concludes it", "Write one.")
HOLDS, BROKEN = became("P-MS", State.PROVEN), became("P-TOLD-D", State.FAILED)
VAS = [case_step("one", number, "VAS-3") for number in range(1, 11)]
SUMMARIES = {
    # What became of the properties, what was found, and the first line.
    "all is well": ([HOLDS, HOLDS], [], "All 2 properties are proven for every patient."),
    "but for notes": (
        [HOLDS, HOLDS],
        [NOTE],
        "All 2 properties are proven for every patient. 1 note.",
    ),
    "nothing looked for": ([BROKEN, HOLDS], None, "Broken: P-TOLD-D."),
    "a promise and no rule": (
        [BROKEN],
        [NOTE],
        "Broken: P-TOLD-D. No fault of a single rule was found. 1 note.",
    ),
    "a promise and a rule": (
        [BROKEN, HOLDS],
        [*VAS, example("MS-2"), NOTE],
        "Broken: P-TOLD-D. Faults: 11 errors, 10 of them about VAS-3. 1 note.",
    ),
    "two promises, one about nobody": (
        [BROKEN, became("P-MS", State.EMPTY)],
        [example("MS-2")],
        "Broken: P-TOLD-D. About nobody: P-MS. Faults: 1 error, all about MS-2.",
    ),
    "errors and no promise": (
        [HOLDS],
        [*VAS, WARNING, NOTE],
        "10 errors and 1 warning, all about VAS-3; no property is broken. 1 note.",
    ),
    "errors about many things": (
        [HOLDS],
        [example("MS-2"), example("LUP-1"), example("VAS-3")],
        "3 errors; no property is broken.",
    ),
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_first_line_names_what_is_wrong(name: str) -> None:
    proofs, found, said = SUMMARIES[name]
    assert summary(RULEBOOK, proofs, found) == said


def test_a_rule_that_reads_what_another_concludes_is_not_looked_at_first() -> None:
    fired = ("GEN-4", "MS-2", "GEN-6", "OUT-1")
    assert without_followers(RULEBOOK, fired) == ("MS-2",)
    assert without_followers(RULEBOOK, ("GEN-7", "GEN-6")) == ("GEN-7", "GEN-6")
    assert without_followers(RULEBOOK, ("VAS-3", "VAS-3", "NO-1")) == ("VAS-3", "NO-1")


def test_faults_stand_with_the_rule_that_others_follow_and_most_errors_come_first() -> None:
    found = [example("LUP-1"), example("GEN-6"), case_step("one", 1, "MS-2"), WARNING]
    groups = suspected(RULEBOOK, found)
    # GEN-6 reads what MS-2, and also what LUP-1 concludes: it stands with one of them.
    assert {each.place.id for each in groups} == {"LUP-1", "MS-2", "severe"}
    assert len(groups[0].faults) == 2
    assert groups[-1].place.id == "severe"
    assert sum(len(each.faults) for each in groups) == len(found)


def test_what_no_rule_is_suspected_of_stands_with_its_like() -> None:
    found = [replace(case_step(name, 1), also=()) for name in ("one", "two")]
    (group,) = suspected(RULEBOOK, found)
    assert len(group.faults) == 2
    (item,) = faults_part(RULEBOOK, found, briefly=True).items
    assert item.text == "Teaching cases: 2 errors"


def words(items: tuple[Item, ...]) -> list[str]:
    return [text for item in items for text in (item.text, *words(item.under))]


def test_what_many_cases_say_is_said_once_with_how_many() -> None:
    found = [case_step(f"case-{number}", 1, "VAS-3") for number in range(MOST + 2)]
    (group,) = faults_part(RULEBOOK, found, briefly=True).items
    (item,) = group.under
    assert item.text == (
        "RB608, VAS-3 fired too (at 14 steps of cases: case-0, case-1, case-2, case-3 and 10 more "
        "cases)"
    )
    assert words(item.under) == [
        "error: case comes to something else. A learner would be taught what the rules do not say.",
        "First of them: case case-0, step 1",
        "Look at it: case-0 1.",
    ]
    (group,) = faults_part(RULEBOOK, found, briefly=False).items
    assert [each.text for each in group.under][:2] == [
        "RB608, case case-0: at step 1, expects, document, fired: VAS-3 fired too",
        "RB608, case case-1: at step 1, expects, document, fired: VAS-3 fired too",
    ]
    assert group.under[-1].text == "RB608: 2 more"


def test_what_a_code_means_is_said_once() -> None:
    part = faults_part(RULEBOOK, [example("MS-2"), example("LUP-1")], briefly=True)
    said = [text for text in words(part.items) if "A learner would be taught" in text]
    assert said == ["error: example is wrong. A learner would be taught something that is not so."]


MANY: dict[str, Value] = {
    "diagnosis": "granulomatosis_with_polyangiitis",
    "response_to_conventional_immunosuppressants": "sufficient",
    "severity": "severe",
    "creatinine": 98.0,
    "wbc": 5.0,
    "platelets": 200.0,
    "neutrophils": 3.0,
    "temperature": 36.5,
    "dialysis_needed": False,
}


def test_of_a_long_patient_only_what_matters_to_the_rule_is_told() -> None:
    found = [case_step("one", 1, "VAS-3", patient=MANY)]
    said = words(faults_part(FULL_RULEBOOK, found, briefly=True).items)
    assert said[-5:] == [
        "For example",
        "Diagnosis: granulomatosis with polyangiitis (GPA)",
        "Life-threatening: not recorded",
        "Response to conventional immunosuppressants: sufficient",
        "Seven lines more, left out here",
    ]
    whole = words(faults_part(FULL_RULEBOOK, found, briefly=False).items)
    assert len(whole[whole.index("For example") + 1 :]) == len(MANY)


@pytest.mark.parametrize("briefly", [True, False])
def test_of_a_case_that_tells_more_than_the_rules_know_only_what_they_know(briefly: bool) -> None:
    """The document's rules are looked at with all cases, those on published criteria too."""
    beyond = {name for name in MANY if name not in RULEBOOK.vocabulary.atoms}
    assert len(beyond) > 3
    found = [case_step("one", 1, "VAS-3", patient=MANY)]
    said = words(faults_part(RULEBOOK, found, briefly=briefly).items)
    assert "Response to conventional immunosuppressants: sufficient" in said
    labels = {FULL_RULEBOOK.vocabulary.atoms[name].label for name in beyond}
    assert not [line for line in said if line.partition(":")[0] in labels]


def test_a_short_patient_is_told_whole_and_the_absent_members_of_a_list_in_a_line() -> None:
    threats = organ_threats.members()
    patient: dict[str, Value] = {"diagnosis": "granulomatosis_with_polyangiitis"}
    patient |= {each.id: each.id.endswith("heart") for each in threats}
    found = [example("RVAS-5", patient)]
    said = words(faults_part(FULL_RULEBOOK, found, briefly=True).items)
    assert said[said.index("For example") + 1 :] == [
        "Diagnosis: granulomatosis with polyangiitis (GPA)",
        "Organ threat: none of the others",
        "Organ threat: heart: yes",
    ]


def test_nobody_who_can_be_is_told_as_written() -> None:
    patient: dict[str, Value] = {**MANY, "severity": "mild", "life_threatening": True}
    said = words(faults_part(FULL_RULEBOOK, [example("VAS-3", patient)], briefly=True).items)
    assert "Severity: mild" in said
    assert "Life-threatening: yes" in said


def titles(parts: tuple[Part, ...]) -> list[str]:
    return [part.title for part in parts if not part.is_empty]


def test_the_report_begins_with_what_is_broken_and_ends_with_the_notes() -> None:
    book = without("MS-2", 2)
    proofs = [prove(book, BY_ID[name], {}) for name in ("P-MS", "P-FIRST")]
    found = [NOTE, case_step("one", 1, "MS-2")]
    report = verified(book, "Banner.", proofs, found, {"P-MS": True}, briefly=True)
    assert report.headline == "Broken: P-FIRST. Faults: 1 error, all about MS-2. 1 note."
    assert titles(report.parts) == [
        "P-FIRST: does not hold",
        "Faults of the rule base",
        "Proven for every patient",
        "Notes",
        "Words",
    ]
    text = as_text(report)
    assert f"P-MS: {BY_ID['P-MS'].sentence}"[:60] in text
    assert "Also by a second solver." in " ".join(text.split())
    assert text.index("Somebody of whom no first-line") < text.index("It rests on: ")
    full = verified(book, "Banner.", proofs, found, {}, briefly=False)
    assert titles(full.parts) == [
        "P-FIRST: does not hold",
        "Faults of the rule base",
        "P-MS: proven",
        "Notes",
    ]
    assert "It rests on: The document gives it a role" in as_markdown(full)


def test_where_one_is_asked_for_it_is_told_whole() -> None:
    proofs = [prove(RULEBOOK, BY_ID["P-MS"], {})]
    report = verified(RULEBOOK, "Banner.", proofs, None, {}, briefly=True)
    assert titles(report.parts) == ["P-MS: proven"]


def test_notes_stand_apart_from_faults() -> None:
    found = [NOTE, example("MS-2")]
    assert "never ruled out" not in " ".join(
        words(faults_part(RULEBOOK, found, briefly=True).items)
    )
    (note,) = notes_part(RULEBOOK, found, briefly=True).items
    assert note.text == "RB405, rule OUT-1: is never ruled out"
    assert notes_part(RULEBOOK, [example("MS-2")], briefly=True).is_empty


def test_the_rule_is_suspected_before_its_example() -> None:
    found = next(iter(example_faults(without("MS-2", 2))))
    assert (found.code, found.place.id) == ("RB601", "MS-2")
    assert found.mend == (
        "Look at the rule first. Only if it is right, correct what is said of the patient."
    )
