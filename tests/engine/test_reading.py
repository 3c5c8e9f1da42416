"""Profile files, good and bad. A bad one is refused with the field and the mend."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InputError, ProfileError, UnreadableError
from engine.reading import LARGEST, Request, read_request, write_request
from rules import RULEBOOK
from tests.consulting import PROFILE
from tests.patients import SEVERE_LUPUS


def read(text: str | bytes) -> Request:
    raw = text.encode() if isinstance(text, str) else text
    return read_request(raw, RULEBOOK, PROFILE)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(SEVERE_LUPUS),
        json.dumps({"format": 1, "findings": SEVERE_LUPUS}),
        json.dumps({"format": 1, "findings": SEVERE_LUPUS, "layers": ["document"], "readings": {}}),
        json.dumps(SEVERE_LUPUS).replace('"yes"', "true"),
        'diagnosis = "systemic_lupus_erythematosus"\nseverity = "severe"\nkidney_failure = true\n',
        (
            'format = 1\n[findings]\ndiagnosis = "systemic_lupus_erythematosus"\n'
            'severity = "severe"\n'
            'kidney_failure = "yes"\n'
        ),
        "\ufeff" + json.dumps(SEVERE_LUPUS),
        json.dumps({**SEVERE_LUPUS, "age": None, "life_threatening": "unknown"}),
    ],
)
def test_the_same_patient_in_every_spelling(text: str) -> None:
    request = read(text)
    assert request.profile.as_file() == SEVERE_LUPUS
    assert read(write_request(request)) == request


@pytest.mark.parametrize("text", ["{}", '{"format": 1, "findings": {}}', "# only a comment\n"])
def test_an_empty_table_is_a_patient_of_whom_nothing_is_known(text: str) -> None:
    assert read(text).profile.told() == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"hello there", "neither JSON nor TOML"),
        (b'{"diagnosis": ', "line 1"),
        (b"[1, 2]", "table"),
        (b"[" * 100_000, "deeply"),
        (b'{"a":' * 50_000, "deeply"),
        (b'{"age": NaN}', "NaN"),
        (b'{"age": 1, "age": 2}', "twice"),
        (b'{"age": ' + b"9" * 5000 + b"}", "number is too long"),
        (b" " * (LARGEST + 1), "bytes"),
    ],
)
def test_what_is_no_profile_file(text: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(text)
    assert said.lower() in str(refused.value).lower()


@pytest.mark.parametrize(
    ("table", "field", "said"),
    [
        ({"diagnosys": "lupus"}, "diagnosys", "Did you mean diagnosis?"),
        ({"diagnosis": "lupus"}, "diagnosis", "systemic_lupus_erythematosus"),
        ({"diagnosis": ["multiple_sclerosis"]}, "diagnosis", "not one of its answers"),
        ({"diagnosis": {"x": 1}}, "diagnosis", "not one of its answers"),
        ({"severity": "Severe"}, "severity", "mild, moderate, severe or unknown"),
        ({"kidney_failure": 1}, "kidney_failure", "yes, no or unknown"),
        ({"kidney_failure": "YES"}, "kidney_failure", "yes, no or unknown"),
        ({"age": "40"}, "age", "not a number"),
        ({"age": True}, "age", "not a number"),
        ({"age": -1}, "age", "0 to 120 years"),
        ({"age": 121}, "age", "0 to 120 years"),
        ({"age": 10**400}, "age", "0 to 120 years"),
        ({"age": 40.5}, "age", "whole number"),
        ({"age": {"value": 40, "unit": "days"}}, "age", "Use years"),
        ({"age": {"value": 40}}, "age", "value and a unit"),
        ({"age": {"value": 40, "unit": ["years"]}}, "age", "Use years"),
        ({"age": []}, "age", "not a number"),
        ({"severity": []}, "severity", "not one of its answers"),
        ({"layers": ["document"]}, "format", '"format": 1'),
        ({"format": 2, "findings": {}}, "format", '"format": 1'),
        ({"format": True, "findings": {}}, "format", '"format": 1'),
        ({"findings": {}}, "format", '"format": 1'),
        ({"format": 1, "findings": {}, "disclaimer": 3}, "disclaimer", "Remove it"),
        ({"format": 1, "findings": [1]}, "findings", "finding → value"),
        ({"format": 1, "findings": {}, "age": 3}, "age", "does not belong here"),
        ({"format": 1, "findings": {}, "layers": ["other"]}, "layers", "document"),
        ({"format": 1, "findings": {}, "layers": "document"}, "layers", "document"),
        ({"format": 1, "findings": {}, "readings": {"severe": "x"}}, "readings", "clinician"),
        ({"format": 1, "findings": {}, "readings": {"nothing": "x"}}, "readings", "vague word"),
        ({"format": 1, "findings": {}, "readings": 3}, "readings", "vague word → reading"),
    ],
)
def test_what_is_wrong_names_the_field_and_the_mend(
    table: dict[str, object], field: str, said: str
) -> None:
    with pytest.raises(ProfileError) as refused:
        read(json.dumps(table))
    assert refused.value.fields == {field}
    assert said in str(refused.value)
    assert all(problem.mend for problem in refused.value.problems)


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(ProfileError) as refused:
        read('{"age": -1, "severity": "bad", "what": 1}')
    assert refused.value.fields == {"age", "severity", "what"}


def test_what_was_entered_is_echoed_short_and_on_one_line() -> None:
    with pytest.raises(ProfileError) as refused:
        read(json.dumps({"severity": "<script>\x1b[31m\n" + "x" * 1000}))
    (problem,) = refused.value.problems
    assert len(str(problem)) < 200
    assert "\n" not in problem.wrong
    assert "\x1b" not in problem.wrong


def test_a_measurement_with_its_unit() -> None:
    assert read('{"age": {"value": 40, "unit": "years"}}').profile.told() == {"age": 40.0}


def test_an_unusual_number_is_asked_about_and_kept() -> None:
    profile = read('{"age": 95}').profile
    (warning,) = profile.soft_warnings()
    assert warning.field == "age"
    assert "95 years" in warning.wrong
    assert profile.told() == {"age": 95.0}
    assert read('{"age": 18}').profile.soft_warnings() == ()


def refusal(raw: bytes) -> InputError | None:
    """The clear refusal of a file, or None when it is read. Any other error is a failure."""
    try:
        read(raw)
    except InputError as error:
        return error
    return None


@given(st.binary(max_size=300))
def test_any_bytes_give_a_profile_or_a_clear_refusal(raw: bytes) -> None:
    refused = refusal(raw)
    assert refused is None or refused.problems
    assert refused is None or all(problem.wrong and problem.mend for problem in refused.problems)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "unit", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*RULEBOOK.vocabulary.by_id, "odd", "format"]), JSON))
def test_any_table_gives_a_profile_or_a_clear_refusal(table: dict[str, object]) -> None:
    refused = refusal(json.dumps(table).encode())
    if refused is None:
        request = read(json.dumps(table))
        assert read(write_request(request)) == request
    else:
        assert all(problem.wrong and problem.mend for problem in refused.problems)
