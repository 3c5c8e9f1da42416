"""The schema of a patient file accepts what the program accepts, and refuses what it refuses."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from engine.errors import InputError
from engine.export import patient_schema
from engine.reading import read_request
from rules import RULEBOOK
from tests.consulting import PROFILE

SCHEMA = patient_schema(RULEBOOK, PROFILE)
VALIDATOR = Draft202012Validator(SCHEMA)

ANSWERS = [
    *(option.value for f in RULEBOOK.vocabulary.findings for option in getattr(f, "options", ())),
    "yes",
    "no",
    "unknown",
    "",
    "maybe",
    None,
    True,
    False,
    0,
    1,
    34,
    34.5,
    120,
    121,
    -1,
    {"value": 40, "unit": "years"},
    {"value": 40, "unit": "days"},
    {"value": 40},
    {"value": "40", "unit": "years"},
    ["yes"],
    {},
]
FINDINGS = st.dictionaries(
    st.sampled_from([*RULEBOOK.vocabulary.by_id, "shoe_size"]),
    st.sampled_from(ANSWERS),
    max_size=3,
)
REQUESTS = st.fixed_dictionaries(
    {"format": st.sampled_from([1, 1, 1, 2, True, "1"])},
    optional={
        "findings": FINDINGS | st.just([]),
        "layers": st.sampled_from([["document"], [], ["reference"], "document", ["x"]]),
        "readings": st.sampled_from([{}, {"severe": "clinician"}, {"severe": "x"}, {"x": "y"}]),
        "note": st.just(1),
    },
)


def accepted(table: dict[str, Any]) -> bool:
    try:
        read_request(json.dumps(table).encode(), RULEBOOK, PROFILE)
    except InputError:
        return False
    return True


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(FINDINGS | REQUESTS)
@example({})
@example({"format": 1})
@example({"findings": {}})
@example({"age": {"value": 40, "unit": "years"}})
@example({"format": 1, "findings": {"severity": "mild"}, "layers": ["document"]})
def test_schema_and_program_agree(table: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(table) is accepted(table)


def test_every_finding_can_be_told_and_left_unknown() -> None:
    for name in RULEBOOK.vocabulary.by_id:
        for value in ("unknown", None):
            assert VALIDATOR.is_valid({name: value}), (name, value)
            assert accepted({name: value}), (name, value)
