"""Safety of mitoxantrone: what excludes it, at which number, and what stays open."""

from __future__ import annotations

from typing import Any

import pytest

from engine.truth import Truth
from rules.reference.concepts import MITOX_STOP
from rules.reference.mitoxantrone import CHAPTER
from tests.rules.reference.test_sclerosis import MAY, OPEN, STOP, TEAM, ladder, ms, patient
from tests.rules.reference.told import Told, consulted, evaluated, fired, in_every_unit, verdict

STOPS = [rule.id for rule in CHAPTER.rules if rule.then is MITOX_STOP]


def without(*names: str, **more: Any) -> Told:
    return {k: v for k, v in patient(**more).items() if k not in names}


def waiting_for(told: Told) -> tuple[str, ...]:
    found = consulted(told).overall_reference
    assert found is not None
    assert found.kind.value == OPEN
    return found.waiting_for


def test_every_stop_is_ruled_out_for_a_harmless_patient() -> None:
    proofs = evaluated(patient()).proofs
    assert len(STOPS) >= 10
    assert {rule: proofs[rule].truth for rule in STOPS} == dict.fromkeys(STOPS, Truth.NO)
    assert verdict(patient()) == MAY


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({"hypersensitivity": ["mitoxantrone"]}, "RMIT-1"),
        ({"hypersensitivity": ["sulfite"], "region": "eu"}, "RMIT-2"),
        ({"hypersensitivity": ["sulfite"], "region": "uk"}, "RMIT-2"),
        ({"hypersensitivity": ["sulfite"], "region": "other"}, "RMIT-2"),
        ({"heart_failure_history": "yes"}, "RMIT-8"),
        ({"anthracycline_or_chest_radiotherapy": "yes"}, "RMIT-9"),
    ],
    ids=str,
)
def test_what_excludes_it_by_itself(told: Told, rule: str) -> None:
    found = patient(**told)
    assert verdict(found) == STOP
    assert rule in fired(found)


def test_sulfite_under_the_united_states_label_is_left_to_the_team() -> None:
    told = patient(hypersensitivity=["sulfite"], region="us")
    assert {"RMIT-3", "RMIT-24"} == fired(told) & {"RMIT-2", "RMIT-3", "RMIT-24"}
    assert verdict(told) == TEAM


LOW_COUNTS = [
    {"platelets": 20}, {"platelets": 99.9}, {"neutrophils": 1.5},
    {"wbc": 2, "neutrophils": 1.5}, {"wbc": 3.9, "neutrophils": 2},
]  # fmt: skip


@pytest.mark.parametrize("counts", LOW_COUNTS, ids=str)
@pytest.mark.parametrize(
    ("cause", "kind", "rule"),
    [
        ("drug", TEAM, "RMIT-21"),
        ("marrow", TEAM, "RMIT-21"),
        ("infection", TEAM, "RMIT-21"),
        ("disease", TEAM, "RMIT-22"),
        ("benign_constitutional", TEAM, "RMIT-22"),
        (None, OPEN, "RSAF-29"),
    ],
)
def test_a_low_count_is_never_taken_for_harmless(
    counts: Told, cause: str | None, kind: str, rule: str
) -> None:
    told = without("cytopenia_cause", **counts)
    if cause is not None:
        told["cytopenia_cause"] = cause
    assert verdict(told) == kind
    assert rule in fired(told)
    if cause is None:
        assert waiting_for(told) == ("cytopenia_cause",)


@pytest.mark.parametrize(
    "counts", [{"platelets": 100}, {"wbc": 4, "neutrophils": 1.6}, {"neutrophils": 1.6}], ids=str
)
def test_a_count_at_the_edge_is_not_low(counts: Told) -> None:
    assert verdict(patient(**counts)) == MAY


@pytest.mark.parametrize(
    ("told", "kind", "rules"),
    [
        ({"temperature": 37.9}, MAY, ()),
        (
            {"temperature": 38},
            STOP,
            ("RSAF-5", "RSAF-6"),
        ),
        (
            {"active_infection": "suspected"},
            STOP,
            ("RSAF-5", "RSAF-6"),
        ),
        (
            {"active_infection": "serious"},
            STOP,
            ("RSAF-2", "RSAF-6"),
        ),
        (
            {"active_infection": "localised"},
            TEAM,
            ("RMIT-23", "RSAF-6"),
        ),
        (
            {"active_infection": "urinary"},
            TEAM,
            ("RMIT-23", "RSAF-6"),
        ),
        ({"active_infection": "localised", "temperature": 38}, STOP, ("RSAF-5",)),
        ({"tuberculosis": "active"}, STOP, ("RSAF-20",)),
        (
            {"tuberculosis": "latent_untreated"},
            TEAM,
            ("RMIT-26", "RSAF-22"),
        ),
        ({"tuberculosis": "latent_treated"}, MAY, ()),
        (
            {"hepatitis_b": "surface_antigen"},
            TEAM,
            ("RMIT-25", "RSAF-24"),
        ),
        ({"hepatitis_b": "core_antibody_only"}, MAY, ()),
    ],
    ids=str,
)
def test_infection_now_or_latent(told: Told, kind: str, rules: tuple[str, ...]) -> None:
    found = patient(**told)
    assert verdict(found) == kind
    assert set(rules) <= fired(found)
    if kind == MAY:
        assert not {"RSAF-6", "RMIT-23", "RMIT-25", "RMIT-26"} & fired(found)


def test_caution_is_told_of_the_next_dose() -> None:
    assert "RMIT-15" in fired(ms(prior_mitoxantrone=88))
    (flag,) = (f for f in consulted(ms(prior_mitoxantrone=88)).flags if f.id == "mitox_near_cap")
    assert flag.text.startswith("With the next dose")


def test_sulfite_without_a_region_stays_open() -> None:
    assert "region" in waiting_for(without("region", hypersensitivity=["sulfite"]))


def test_other_allergies_do_not_count() -> None:
    told = patient(hypersensitivity=["sulfonamide", "rituximab", "methotrexate"])
    assert verdict(told) == MAY


@pytest.mark.parametrize(
    ("lvef", "limit", "kind"),
    [
        (49.9, None, STOP), (49, 45, STOP), (50, None, OPEN), (54.9, None, OPEN), (55, None, MAY),
        (50, 50, MAY), (52, 53, STOP), (52, 52, MAY), (54, 55, STOP), (55, 55, MAY),
        (56, 58, STOP), (58, 58, MAY), (57.9, 58, STOP),
    ],
)  # fmt: skip
def test_ejection_fraction_and_the_laboratory_limit(
    lvef: float, limit: float | None, kind: str
) -> None:
    told = patient(lvef=lvef, lvef_baseline=lvef)
    if limit is not None:
        told["lvef_lower_limit"] = limit
    assert verdict(told) == kind
    assert ("RMIT-6" in fired(told)) is (limit is None and 50 <= lvef < 55)


@pytest.mark.parametrize("limit", [None, 52])
def test_a_missing_ejection_fraction_leaves_the_stops_open(limit: int | None) -> None:
    told = without("lvef", "lvef_baseline")
    if limit is not None:
        told["lvef_lower_limit"] = limit
    proofs = evaluated(told).proofs
    assert {proofs[rule].truth for rule in ("RMIT-4", "RMIT-5")} == {Truth.UNKNOWN}
    assert "lvef" in waiting_for(told)


@pytest.mark.parametrize(
    ("baseline", "now", "kind"), [(65, 56, MAY), (65.9, 56, MAY), (66, 56, STOP), (66.1, 56, STOP)]
)
def test_a_fall_of_ten_points(baseline: float, now: float, kind: str) -> None:
    told = patient(
        lvef_baseline=baseline, lvef=now, prior_mitoxantrone=24, mitoxantrone_course="ongoing"
    )
    assert verdict(told) == kind
    assert ("RMIT-7" in fired(told)) is (kind == STOP)


def test_a_baseline_is_asked_only_when_there_was_a_dose() -> None:
    assert verdict(without("lvef_baseline")) == MAY
    told = without("lvef_baseline", prior_mitoxantrone=24, mitoxantrone_course="ongoing")
    assert "lvef_baseline" in waiting_for(told)


@pytest.mark.parametrize(("count", "stopped"), [(1.499, True), (1.5, False), (1.501, False)])
def test_neutrophils_in_either_unit(count: float, stopped: bool) -> None:
    for entered in in_every_unit("neutrophils", count):
        told = patient(cytopenia_cause="drug", **entered)
        assert ("RMIT-10" in fired(told)) is stopped
        if stopped:
            assert verdict(told) == STOP


@pytest.mark.parametrize(("times", "kind"), [(2.9, MAY), (3, MAY), (3.1, STOP)])
def test_liver_enzymes(times: float, kind: str) -> None:
    assert verdict(patient(alt=times)) == kind


@pytest.mark.parametrize(
    ("region", "prior", "kind"),
    [
        ("us", 127.9, MAY), ("us", 128, MAY), ("us", 128.1, STOP), ("us", 132, STOP),
        ("us", 60, MAY), ("us", 61, MAY),
        ("eu", 59.9, MAY), ("eu", 60, MAY), ("eu", 60.1, STOP), ("uk", 60.1, STOP),
        ("other", 60, MAY), ("other", 60.1, STOP), ("eu", 132, STOP),
        (None, 60, MAY), (None, 60.1, OPEN), (None, 128, OPEN), (None, 128.1, STOP),
    ],
)  # fmt: skip
def test_c21_the_lifetime_cap_by_region(region: str | None, prior: float, kind: str) -> None:
    told = without(
        *(() if region else ("region",)), prior_mitoxantrone=prior, mitoxantrone_course="ongoing"
    )
    if region:
        told["region"] = region
    if region is None and kind == MAY:
        assert not {"RMIT-11", "RMIT-12", "RMIT-16"} & fired(told)
    assert verdict(told) == kind
    assert ("RMIT-16" in fired(told)) is (kind == OPEN)


def test_eleven_full_doses_fit_in_the_united_states_and_six_in_europe() -> None:
    def fitting(region: str) -> int:
        given = 0
        while not {"RMIT-11", "RMIT-12"} & fired(ms(region=region, prior_mitoxantrone=12 * given)):
            given += 1
        return given

    assert (fitting("us"), fitting("eu")) == (11, 6)


def test_an_unknown_lifetime_dose_is_not_zero() -> None:
    assert "prior_mitoxantrone" in waiting_for(without("prior_mitoxantrone", "mitoxantrone_course"))


@pytest.mark.parametrize(
    ("region", "course", "fires"),
    [
        ("eu", "stopped", True), ("uk", "stopped", True), ("us", "stopped", False),
        ("other", "stopped", False), ("eu", "ongoing", False),
    ],
)  # fmt: skip
def test_c21_no_second_course_in_europe(region: str, course: str, fires: bool) -> None:
    told = patient(region=region, prior_mitoxantrone=48, mitoxantrone_course=course)
    assert ("RMIT-13" in fired(told)) is fires
    assert verdict(told) == (STOP if fires else MAY)


@pytest.mark.parametrize(("prior", "raised"), [(87.9, False), (88, True), (88.1, True)])
def test_extra_caution_from_one_hundred_on(prior: float, raised: bool) -> None:
    assert ("RMIT-15" in fired(ms(prior_mitoxantrone=prior))) is raised


def test_c22_no_symptoms_is_not_a_normal_heart() -> None:
    told = ms(
        lvef=48,
        lvef_baseline=61,
        ms_course="relapsing_remitting",
        highly_active="yes",
        first_line_tried="yes",
    )
    assert verdict(told) == STOP
    assert {"RMIT-5", "RMS-15"} <= fired(told)
    assert "RMIT-7" in fired({**told, "prior_mitoxantrone": 24})


@pytest.mark.parametrize(("weeks", "raised"), [(12.9, False), (13, False), (13.1, True)])
def test_an_old_ejection_fraction(weeks: float, raised: bool) -> None:
    assert ("RMIT-17" in fired(ms(lvef_age_weeks=weeks))) is raised


@pytest.mark.parametrize(
    ("outcome", "raised"),
    [("failed", True), ("in_progress", True), ("not_tried", False), ("contraindicated", False)],
)
def test_natalizumab_before(outcome: str, raised: bool) -> None:
    told = patient(ladder(natalizumab=outcome))
    assert ("RMIT-18" in fired(told)) is raised


def test_counted_risks_and_route_stand_beside_a_candidate() -> None:
    assert {"RMIT-19", "RMIT-20"} <= fired(patient())
    assert not {"RMIT-19", "RMIT-20"} & fired(patient(ms_course="primary_progressive"))


@pytest.mark.parametrize(
    "missing",
    [
        "lvef",
        "neutrophils",
        "heart_failure_history",
        "anthracycline_or_chest_radiotherapy",
        "prior_mitoxantrone",
        "active_infection",
        "temperature",
        "wbc",
        "platelets",
        "hepatitis_b",
        "tuberculosis",
        "malignancy",
        "alt",
        "hypersensitivity",
        "pregnancy_possible",
    ],
)
def test_no_missing_value_is_taken_for_harmless(missing: str) -> None:
    named = waiting_for(without(missing))
    assert any(name.split(".")[0].startswith(missing[:9]) for name in named)


# While a course runs.


@pytest.mark.parametrize(
    ("course", "weeks", "kind"),
    [
        ("ongoing", 13, MAY), ("ongoing", 13.1, OPEN), ("ongoing", 30, OPEN), ("never", 30, MAY),
    ],
)  # fmt: skip
def test_an_old_ejection_fraction_is_an_open_question_while_a_course_runs(
    course: str, weeks: float, kind: str
) -> None:
    prior = 36 if course == "ongoing" else 0
    told = patient(mitoxantrone_course=course, prior_mitoxantrone=prior, lvef_age_weeks=weeks)
    assert verdict(told) == kind
    assert ("RMIT-27" in fired(told)) is (kind == OPEN)


def test_how_old_it_is_is_asked_while_a_course_runs_and_not_before() -> None:
    running = without("lvef_age_weeks", mitoxantrone_course="ongoing", prior_mitoxantrone=36)
    assert waiting_for(running) == ("lvef_age_weeks",)
    assert verdict(without("lvef_age_weeks")) == MAY


def test_a_fall_counts_also_where_no_dose_is_recorded() -> None:
    """C22: 61 % two years ago, 48 % now."""
    told = ms(lvef=48, lvef_baseline=61)
    assert {"RMIT-5", "RMIT-7", "RMIT-28"} <= fired(told)
    assert "RMIT-7" not in fired(ms(lvef=52, lvef_baseline=61))


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({"lvef": 49}, True), ({"lvef": 57, "lvef_lower_limit": 58}, True),
        ({"lvef": 56, "lvef_baseline": 66}, True), ({"heart_failure_history": "yes"}, True),
        ({"lvef": 60, "lvef_baseline": 62, "heart_failure_history": "no"}, False),
    ],
    ids=str,
)  # fmt: skip
def test_cardiology_is_named_where_the_heart_speaks_against_it(told: Told, wanted: bool) -> None:
    assert ("RMIT-28" in fired(ms(**told))) is wanted


# A question for the team is none where the drug is no option.

QUESTIONS: list[Told] = [
    {"hepatitis_b": "surface_antigen"}, {"tuberculosis": "latent_untreated"},
    {"malignancy": "current"}, {"active_infection": "urinary"},
    {"platelets": 70, "cytopenia_cause": "drug"},
    {"neutrophils": 1.5, "cytopenia_cause": "benign_constitutional"},
    {"hypersensitivity": ["sulfite"], "region": "us"},
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_a_question_for_the_team_opens_nothing_where_the_drug_is_no_option(question: Told) -> None:
    assert verdict(patient(**question)) == TEAM
    not_meant = patient(ms_course="primary_progressive", **question)
    assert verdict({n: v for n, v in not_meant.items() if n != "lvef"}) == "not_indicated"
