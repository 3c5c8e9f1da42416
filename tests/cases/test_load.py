"""Case files, good and bad. A bad one is refused whole, naming file, place and mend."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cases.load import LARGEST, read_case
from cases.messages import problems_of
from cases.model import Case
from engine.errors import CaseError
from tests.cases.example import BLOCKS, EXAMPLE, read, refusal, spoiled

AT_STEP_2 = 'first_line_tried = "no"\n'


def test_the_example_of_the_guide_is_a_case() -> None:
    case = read(EXAMPLE)
    assert case.id == "example"
    assert [step.title for step in case.steps] == ["The scan", "The history"]


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read("\ufeff" + EXAMPLE) == read(EXAMPLE)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"\xff\xfe", "example.toml: The file is not text in UTF-8. Save it as UTF-8."),
        (
            b"#" * (LARGEST + 1),
            "example.toml: The file has more than 100,000 bytes. A case needs a few thousand.",
        ),
        (
            b"a = " + b"[" * 9_000 + b"]" * 9_000,
            "example.toml: The file is nested too deeply. Lay it out as in docs/writing-cases.md.",
        ),
        (
            b"title = ",
            "example.toml: This is not TOML: Invalid value (at end of document). Mend that line.",
        ),
    ],
    ids=["not text", "too large", "too deep", "not TOML"],
)
def test_what_is_no_case_file_at_all(raw: bytes, message: str) -> None:
    assert refusal(raw) == [message]


def test_an_empty_file_is_told_everything_that_is_missing() -> None:
    said = refusal(b"")
    assert "example.toml, steps: It is missing. Add steps." in said
    assert len(said) == 10


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "common_error =",
            "comon_error =",
            "comon_error: There is no such key. Did you mean common_error?",
        ),
        (
            "[steps.reveals]\nfirst",
            "[steps.revaels]\nfirst",
            "step 2, revaels: There is no such key. Did you mean reveals?",
        ),
        (
            'verdict = "not_enough_data" }',
            'verdikt = "not_enough_data" }',
            "step 1, question, option 2, verdikt: There is no such key. Did you mean verdict?",
        ),
        (
            'fired = ["MS-1"]',
            'fird = ["MS-1"]',
            "step 1, expects, document, fird: There is no such key. Did you mean fired?",
        ),
        (
            "title =",
            "colour = 1\ntitle =",
            (
                "colour: There is no such key. Remove it, or use format, title, group, level, "
                "minutes, patient, layers, objectives, vignette, steps, teaching_point or "
                "common_error."
            ),
        ),
        (
            "title =",
            'id = "x"\ntitle =',
            "id: The id is the name of the file. Remove this line.",
        ),
        ("format = 1", "format = 2", 'format: "2" cannot be used. Write format = 1.'),
        (
            'group = "multiple_sclerosis"',
            'group = "MS"',
            (
                'group: "MS" is not one of its answers. Use lupus, multiple_sclerosis, vasculitis, '
                "arthritis_myopathy or beyond."
            ),
        ),
        (
            "level = 1",
            'level = "1"',
            'level: "1" is not a whole number. Write a number without quotation marks.',
        ),
        (
            "level = 1",
            "level = true",
            'level: "true" is not a whole number. Write a number without quotation marks.',
        ),
        ("level = 1", "level = 4", 'level: "4" is too high. Give at most 3.'),
        ("minutes = 3", "minutes = 0", 'minutes: "0" is too low. Give at least 1.'),
        (
            '["Look at the history before the activity"]',
            "[]",
            "objectives: It has 0. Give at least 1.",
        ),
        ('"Before the first tablet"', '"   "', "title: It is empty. Write something."),
        (
            '"Before the first tablet"',
            "12",
            "title: It is not a text. Put it in quotation marks.",
        ),
        (
            '"Before the first tablet"',
            f'"{"x" * 201}"',
            "title: It is too long. Use at most 200 characters.",
        ),
        (
            '"Before the first tablet"',
            '"Before \\u202Ethe first"',
            "title: It holds an invisible character (U+202E). Remove it.",
        ),
        (
            'verdict = "not_indicated" },\n]',
            'verdict = "no" },\n]',
            (
                'step 1, question, option 3, verdict: "no" is not one of its answers. Use '
                "may_be_considered, not_indicated, excluded_or_paused, not_enough_data, "
                "outside_document or document_ambiguous."
            ),
        ),
        (
            'drug = "mitoxantrone"',
            'drug = "rituximab"',
            (
                'step 1, question, option 1, drug: "rituximab" is not one of its answers. Use '
                "cyclophosphamide, mitoxantrone or chemotherapy_no_drug_named."
            ),
        ),
        (
            ', drug = "mitoxantrone"',
            "",
            (
                "step 1, question, option 1: It does not say which drug. Add drug, "
                "cyclophosphamide, mitoxantrone or chemotherapy_no_drug_named."
            ),
        ),
        (
            'verdict = "not_enough_data" }',
            'verdict = "not_enough_data", drug = "mitoxantrone" }',
            "step 1, question, option 2: not_enough_data is not about one drug. Remove drug.",
        ),
        (
            '  { text = "Cannot be told yet.", verdict = "not_enough_data" },\n',
            "",
            "step 1, question, options: It has 2. Give at least 3.",
        ),
        (
            'fired = ["MS-1"]',
            'fired = "MS-1"',
            "step 1, expects, document, fired: It is not a list. Put it in square brackets.",
        ),
        (
            AT_STEP_2,
            AT_STEP_2 + 'highly_active = "no"\n',
            (
                'step 2, reveals, highly_active: It is already known to be "yes". Remove it, or '
                "alter it under changes of step 2 with from, to and because."
            ),
        ),
        (
            AT_STEP_2,
            'first_line_tried = "unknown"\n',
            (
                "step 2, reveals, first_line_tried: It tells nothing. Leave it out: what has "
                "not been told is unknown."
            ),
        ),
        (
            AT_STEP_2,
            "first_line_tried = 2020-01-01\n",
            (
                "step 2, reveals, first_line_tried: It is not a value that a finding can have. "
                "Write it as in a profile file."
            ),
        ),
        (
            AT_STEP_2,
            "".join(f'f{number} = "yes"\n' for number in range(9)),
            "step 2, reveals: It has too many. Give at most 8.",
        ),
    ],
    ids=[f"line {number}" for number in range(27)],
)
def test_what_is_wrong_is_named_with_its_place_and_the_mend(
    old: str, new: str, message: str
) -> None:
    assert refusal(spoiled(old, new))[-1] == f"example.toml, {message}"


def changed(body: str) -> str:
    """The example with a change in its second step."""
    return spoiled(AT_STEP_2, AT_STEP_2 + f"[steps.changes.{body}")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            'highly_active]\nfrom = "no"\nto = "yes"\nbecause = "x"\n',
            (
                'step 2, changes, highly_active, from: It says "no", but so far it is "yes". '
                'Write from = "yes".'
            ),
        ),
        (
            'highly_active]\nfrom = true\nto = "yes"\nbecause = "x"\n',
            "step 2, changes, highly_active, to: It changes nothing. Give another value.",
        ),
        (
            'life_threatening]\nfrom = "no"\nto = "yes"\nbecause = "x"\n',
            (
                "step 2, changes, life_threatening: It was not known before, so it cannot change. "
                "Tell it under reveals of step 2."
            ),
        ),
        (
            'highly_active]\nfrom = "yes"\nto = "no"\n',
            "step 2, changes, highly_active, because: It is missing. Add because.",
        ),
        (
            'highly_active]\nfrom = "yes"\nto = "no"\nbecuase = "x"\nbecause = "x"\n',
            "step 2, changes, highly_active, becuase: There is no such key. Did you mean because?",
        ),
    ],
    ids=["not from", "no change", "not known", "no reason", "wrong key"],
)
def test_what_is_known_alters_only_by_a_change_that_fits(body: str, message: str) -> None:
    assert refusal(changed(body)) == [f"example.toml, {message}"]


def test_a_change_that_fits_is_read_and_yes_may_be_written_true() -> None:
    case = read(changed('highly_active]\nfrom = true\nto = "no"\nbecause = "A new scan."\n'))
    assert case.steps[1].changes["highly_active"].because == "A new scan."


def test_the_change_shown_in_the_guide_has_the_right_keys() -> None:
    body = BLOCKS[1].removeprefix("[steps.changes.")
    told = spoiled(
        'highly_active = "yes"', 'highly_active = "yes"\nunresponsive_to_safer_therapy = "yes"'
    )
    case = read(told.replace(AT_STEP_2, f"{AT_STEP_2}[steps.changes.{body}"))
    assert case.steps[1].changes["unresponsive_to_safer_therapy"].to == "unknown"


def test_reveals_and_changes_together_tell_at_most_eight_findings() -> None:
    many = "".join(f'f{number} = "yes"\n' for number in range(8))
    change = '[steps.changes.highly_active]\nfrom = "yes"\nto = "no"\nbecause = "x"\n'
    assert refusal(spoiled(AT_STEP_2, many + change)) == [
        "example.toml, step 2: It tells 9 findings. Tell at most 8 in a step."
    ]


@pytest.mark.parametrize("name", ["My Case.toml", "../secret.toml", ".toml", "<b>.toml", "x" * 200])
def test_the_name_of_the_file_must_do_as_an_id(name: str) -> None:
    (message,) = refusal(EXAMPLE, name)
    assert "cannot be the name of a case. Name the file with small letters" in message


def test_a_long_file_name_is_shortened_in_the_message() -> None:
    (message,) = refusal(b"\xff", "x" * 5_000)
    assert len(message) < 200


@given(st.binary(max_size=300))
def test_no_bytes_break_the_loader(raw: bytes) -> None:
    with pytest.raises(CaseError):
        read_case(raw, "example.toml")


@given(st.data())
def test_no_lost_line_breaks_the_loader(data: st.DataObject) -> None:
    lines = EXAMPLE.splitlines(keepends=True)
    lost = data.draw(st.sets(st.integers(0, len(lines) - 1), min_size=1, max_size=4))
    with contextlib.suppress(CaseError):
        read("".join(line for number, line in enumerate(lines) if number not in lost))


@given(
    st.dictionaries(
        st.sampled_from([*Case.model_fields, "extra"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=8,
        ),
    )
)
def test_no_table_breaks_the_messages(table: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        Case.model_validate({**table, "id": "example"})
    for problem in problems_of(caught.value.errors()):
        assert problem.wrong
        assert problem.mend
        assert len(str(problem)) < 500
