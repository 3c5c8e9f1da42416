"""Methotrexate, the related drug: who counts as taking it, and what stops it."""

from __future__ import annotations

import pytest

from tests.rules.reference.told import Told, fired, row

RA: Told = {"diagnosis": "rheumatoid_arthritis"}
STOPS = {"RMTX-4", "RMTX-8"}


def on_it(outcome: str, **more: object) -> Told:
    """Arthritis with methotrexate in the table, and what excludes it."""
    rows = [row("methotrexate", outcome)]
    return RA | {"treatments": rows, "egfr": 20, "medicines": ["co_trimoxazole"], **more}


@pytest.mark.parametrize("outcome", ["in_progress", "worked", "partial"])
def test_methotrexate_in_the_table_is_seen(outcome: str) -> None:
    assert {"RMTX-1"} | STOPS <= fired(on_it(outcome))
    assert "RMTX-5" in fired(on_it(outcome, egfr=45))
    assert "RMTX-6" in fired(on_it(outcome, platelets=139))


@pytest.mark.parametrize(
    "outcome", ["not_tried", "failed", "not_tolerated", "contraindicated", "not_available"]
)
def test_methotrexate_that_is_over_or_never_was_is_not(outcome: str) -> None:
    assert not {rule for rule in fired(on_it(outcome)) if rule.startswith("RMTX-")}


@pytest.mark.parametrize(
    "told", [{"medicines": ["methotrexate"]}, {"methotrexate_frequency": "weekly"}], ids=str
)
def test_a_list_or_a_frequency_is_enough(told: Told) -> None:
    assert {"RMTX-1", "RMTX-8"} <= fired(RA | told | {"egfr": 29.9})
    assert "RMTX-8" not in fired(RA | told | {"egfr": 30})


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({"pregnancy_status": "trimester_2"}, "RMTX-3"),
        ({"pregnancy_status": "breastfeeding"}, "RMTX-3"),
        ({"hypersensitivity": ["methotrexate"]}, "RMTX-7"),
        ({"dialysis_needed": "yes"}, "RMTX-8"),
    ],
    ids=str,
)
def test_what_excludes_it_is_told_by_its_own_reason(told: Told, rule: str) -> None:
    excluded = {"RMTX-3", "RMTX-7", "RMTX-8"}
    assert fired(RA | {"methotrexate_frequency": "weekly"} | told) & excluded == {rule}


@pytest.mark.parametrize("often", ["daily", "other"])
def test_what_is_not_weekly_is_a_hard_stop(often: str) -> None:
    assert "RMTX-2" in fired(RA | {"methotrexate_frequency": often})
    assert "RMTX-2" not in fired(RA | {"methotrexate_frequency": "weekly"})
