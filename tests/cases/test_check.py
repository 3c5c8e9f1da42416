"""A case checked against the rules. Every message names case, step and mend."""

from __future__ import annotations

import pytest

from cases.check import check_case
from tests.cases.example import EXAMPLE, read, spoiled

AT_STEP_2 = 'first_line_tried = "no"\n'


def found(text: str) -> list[str]:
    return [str(problem) for problem in check_case(read(text))]


def test_the_example_of_the_guide_is_fine() -> None:
    assert found(EXAMPLE) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            AT_STEP_2,
            'first_line_tryed = "no"\n',
            (
                "step 2, reveals, first_line_tryed: There is no such finding. "
                "Did you mean first_line_tried?"
            ),
        ),
        (
            AT_STEP_2,
            'first_line_tried = "never"\n',
            (
                'step 2, reveals, first_line_tried: "never" is not an answer to a yes/no question. '
                "Use yes, no or unknown."
            ),
        ),
        (
            AT_STEP_2,
            AT_STEP_2
            + '[steps.changes.highly_active]\nfrom = "yes"\nto = "a bit"\nbecause = "x"\n',
            (
                'step 2, changes, highly_active, to: "a bit" is not an answer to a yes/no '
                "question. Use yes, no or unknown."
            ),
        ),
        (
            'fired = ["MS-1"]',
            'fired = ["MS-1", "MS-9"]',
            (
                'step 1, expects, document, fired: There is no rule "MS-9" in this layer. '
                "Remove it, or see the list of rules for its name."
            ),
        ),
        (
            'fired = ["MS-1"]',
            'fired = ["MS-2"]',
            (
                "step 1, expects, document, fired: MS-1 fired too; MS-2 did not fire. "
                'If that is right, write fired = ["MS-1"].'
            ),
        ),
        (
            'verdict = "not_indicated"\nfired',
            'verdict = "may_be_considered"\nfired',
            (
                "step 2, expects, document, verdict: It expects may_be_considered, the rules "
                "answer not_indicated: Not indicated by the document: mitoxantrone – multiple "
                "sclerosis without any first-line therapy so far; not first line. "
                'Write verdict = "not_indicated", or tell other findings.'
            ),
        ),
        (
            'no first-line therapy yet.", verdict = "not_indicated"',
            'no first-line therapy yet.", verdict = "outside_document"',
            (
                "step 2, question, options: No option is what the rules answer: "
                "not_indicated (mitoxantrone). Let exactly one option be that."
            ),
        ),
        (
            'verdict = "document_ambiguous" }',
            'verdict = "not_indicated", drug = "mitoxantrone" }',
            (
                "step 2, question, options: Options 2 and 3 are what the rules answer: "
                "not_indicated (mitoxantrone). Let exactly one option be that."
            ),
        ),
        (
            'text = "Not indicated.", verdict = "not_indicated"',
            'text = "Not indicated.", verdict = "may_be_considered", drug = "mitoxantrone"',
            (
                "step 1, question, option 3: It stands for the same verdict as option 1. "
                "Give it another."
            ),
        ),
        (
            'highly_active = "yes"',
            'highly_active = "yes"\nkidney_failure = "no"',
            (
                "step 1, kidney_failure: Kidney failure from lupus nephritis is not asked in this "
                "disease: no rule sees it. Remove it, or say it in the story only."
            ),
        ),
        (
            '"The scan"',
            '"The scan: ms-1"',
            'step 1, title: It gives an answer away: "MS-1". Say it after the question.',
        ),
        (
            '"She has never had any treatment for it."',
            '"Not indicated by the document, it seems."',
            (
                'step 2, story: It gives an answer away: "Not indicated by the document". '
                "Say it after the question."
            ),
        ),
        (
            '"Look at the history before the activity"',
            '"Learn when it cannot be told yet"',
            'objectives: It gives an answer away: "Cannot be told yet". Say it after the question.',
        ),
    ],
    ids=[
        "no such finding",
        "no such answer",
        "no such answer in a change",
        "no such rule",
        "other rules fired",
        "another verdict",
        "no right option",
        "two right options",
        "two equal options",
        "not asked in this disease",
        "a rule in a title",
        "the verdict in a story",
        "a verdict in an objective",
    ],
)
def test_what_is_wrong_is_named_with_its_step_and_the_mend(
    old: str, new: str, message: str
) -> None:
    assert found(spoiled(old, new)) == [f"example, {message}"]


def test_a_patient_who_cannot_exist_is_told_in_the_step_where_it_happens() -> None:
    text = spoiled('"multiple_sclerosis"\nhighly_active = "yes"', '"rheumatoid_arthritis"')
    text = text.replace(AT_STEP_2, 'severity = "mild"\nlife_threatening = "yes"\n')
    messages = [message for message in found(text) if "cannot both be true" in message]
    (message,) = messages
    assert message.startswith("example, step 2, ")
    assert "severity" in message
    assert "Change one of Life-threatening and Severity, or set it to unknown." in message


def test_what_is_expected_of_published_criteria_has_to_be_so() -> None:
    both = EXAMPLE.replace("level = 1", 'level = 1\nlayers = ["document", "reference"]', 1)
    wrong = '[steps.expects.reference]\nverdict = "excluded_or_paused"\nfired = ["RMS-999"]\n\n'
    parts = both.split("[[steps]]")
    text = parts[0] + "".join(f"[[steps]]{part}\n{wrong}" for part in parts[1:])
    messages = [str(problem) for problem in found(text)]
    assert any("expects, reference, fired" in each and "RMS-999" in each for each in messages)
    right = text.replace(', fired = ["RMS-999"]', "").replace('fired = ["RMS-999"]', "fired = []")
    messages = [str(problem) for problem in found(right)]
    assert any("the rules answer" in each for each in messages)


def test_every_problem_is_told_at_once() -> None:
    text = spoiled('"The scan"', '"MS-1"').replace(AT_STEP_2, 'first_line = "no"\n')
    assert len(found(text)) == 2
    text = spoiled('"The scan"', '"MS-1"').replace('fired = ["MS-1"]', "fired = []")
    assert len(found(text)) == 2
