"""The profile model of a vocabulary with every kind of finding."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from engine.errors import ProfileError
from engine.findings import Limits
from engine.profile import profile_model
from engine.readers import range_text
from engine.vocabulary import Vocabulary
from rules import RULEBOOK
from tests.engine.toy import VOCABULARY, height, signs, warmth

MODEL = profile_model(VOCABULARY)


def refused(**findings: Any) -> str:
    with pytest.raises(ProfileError) as error:
        MODEL.read(findings)
    assert error.value.fields == set(findings)
    return str(error.value)


def test_unknown_is_every_default() -> None:
    profile = MODEL.read({})
    assert all(getattr(profile, name) is None for name in VOCABULARY.by_id)
    assert profile.entries() == {}
    spellings: tuple[object, ...] = (None, "unknown")
    for unknown in spellings:
        assert MODEL.read(dict.fromkeys(VOCABULARY.by_id, unknown)) == profile


def test_no_is_not_unknown() -> None:
    assert MODEL.read({"potted": "no"}).entries() == {"potted": False}
    assert MODEL.read({"potted": "no"}) != MODEL.read({"potted": "unknown"})


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (["spots"], {"wilting": False, "spots": True, "mould": False, "holes": False}),
        (["none"], dict.fromkeys(("wilting", "spots", "mould", "holes"), False)),
        (["spots", "unknown"], {"spots": True}),
        (["unknown"], {}),
        ([], {}),
    ],
)
def test_a_list_answers_the_whole_set(told: list[str], known: dict[str, bool]) -> None:
    profile = MODEL.read({"signs": told})
    assert profile.entries() == {f"signs.{name}": value for name, value in known.items()}
    assert MODEL.read(profile.as_file()) == profile


def test_lists_are_refused_when_they_contradict_themselves() -> None:
    assert '"none" stands beside' in refused(signs=["none", "spots"])
    assert "listed twice" in refused(signs=["spots", "spots"])
    assert "wilting, spots, mould, holes or none" in refused(signs=["rot"])
    assert "is not a list" in refused(signs="spots")
    assert "not one of its answers" in refused(signs=[["spots"]])


@pytest.mark.parametrize(
    ("told", "stored"),
    [
        (40, 40.0),
        ({"value": 10, "unit": "in"}, 25.4),
        ({"value": 0.5, "unit": "m"}, 50.0),
        ({"value": 3, "unit": "cm"}, 3.0),
    ],
)
def test_a_measurement_is_stored_in_one_unit(told: object, stored: float) -> None:
    assert MODEL.read({"height": told}).told() == {"height": stored}


def test_hard_limits_hold_in_every_unit() -> None:
    assert "from 0 to 10000 cm" in refused(height={"value": 101, "unit": "m"})
    assert "from 0 to 10000 cm" in refused(height=-1)
    assert MODEL.read({"height": {"value": 100, "unit": "m"}}).told() == {"height": 10_000.0}


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 1e300, "3", [3], {"value": "3", "unit": "cm"}]
)
def test_only_finite_numbers_are_measurements(value: object) -> None:
    refused(height=value)


def test_units_convert_exactly_there_and_back() -> None:
    for tenths in range(1, 1000):
        inches = tenths / 10
        assert height.shown(height.stored(inches, "in"), "in") == inches
    with pytest.raises(ValueError, match="miles"):
        height.stored(1, "miles")


def test_the_range_in_words() -> None:
    assert range_text(warmth) == "a number from -90 to 90 °C"
    for limits, words in [
        (Limits(low=1), "a number of at least 1 °C"),
        (Limits(high=9), "a number of at most 9 °C"),
        (Limits(), "a number in °C"),
    ]:
        assert range_text(type(warmth)(**{**vars(warmth), "hard": limits})) == words


def test_the_schema_states_answers_units_and_limits() -> None:
    fields = MODEL.model_json_schema()["properties"]
    assert set(fields) == set(VOCABULARY.by_id)
    assert fields["height"]["unit"] == "cm"
    assert fields["height"]["anyOf"][0] == {"type": "number", "minimum": 0, "maximum": 10_000}
    assert fields["kind"]["enum"][-2:] == ["unknown", None]
    assert fields["signs"]["anyOf"][0]["items"]["enum"][-2:] == ["none", "unknown"]
    assert MODEL.model_json_schema()["additionalProperties"] is False


def test_a_vocabulary_has_one_model() -> None:
    assert profile_model(RULEBOOK.vocabulary) is profile_model(replace(RULEBOOK.vocabulary))
    assert profile_model(RULEBOOK.vocabulary) is not MODEL


def test_a_finding_added_is_one_declaration() -> None:
    """A new finding reaches profile, schema and entries without any other change."""
    extra = type(signs)(**{**vars(signs), "id": "roots", "label": "Roots"})
    longer = Vocabulary(
        sections=VOCABULARY.sections,
        findings=(*VOCABULARY.findings, extra),
        diagnosis=VOCABULARY.diagnosis,
    )
    model = profile_model(longer)
    assert "roots" in model.model_json_schema()["properties"]
    assert model.read({"roots": ["none"]}).entries()["roots.spots"] is False


def test_every_shipped_finding_has_a_schema_with_its_question() -> None:
    fields = profile_model(RULEBOOK.vocabulary).model_json_schema()["properties"]
    for finding in RULEBOOK.vocabulary.findings:
        assert finding.question in fields[finding.id]["description"]
        assert fields[finding.id]["title"] == finding.label
