"""The cases that come with the program: each is a test of the rules at every step."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from cases.check import check_case, check_library
from cases.load import case_by_id, library
from cases.model import Case, Group
from cases.play import asked_of, book_of, findings_after, profile_after, trace_after, verdict_of
from engine.errors import CaseError
from engine.rule import Advice, Layer, Stance
from engine.trace import FlagState, Kind, Trace
from rules import RULEBOOK
from rules.vocabulary.options import Diagnosis
from tests.consulting import flag_ids

STEPS = [(case, index) for case in library() for index in range(len(case.steps))]
EVERY_STEP = pytest.mark.parametrize(
    ("case", "index"), STEPS, ids=[f"{case.id}-step-{index + 1}" for case, index in STEPS]
)
EVERY_CASE = pytest.mark.parametrize("case", library(), ids=lambda case: case.id)


@cache
def traces() -> tuple[Trace, ...]:
    """Every step's consultation; made when a test asks, so that a fault fails tests one by one."""
    return tuple(trace_after(case, index) for case, index in STEPS)


@EVERY_STEP
def test_the_rules_answer_as_the_step_expects(case: Case, index: int) -> None:
    trace, expects, rules = trace_after(case, index), case.steps[index].expects, book_of(case).rule
    for layer in case.layers:
        expected = expects.document if layer is Layer.DOCUMENT else expects.reference
        assert expected is not None
        assert verdict_of(trace, layer).kind is expected.verdict
        assert {name for name in trace.fired if rules[name].layer is layer} == expected.fired


@EVERY_STEP
def test_exactly_one_option_is_what_the_rules_answer(case: Case, index: int) -> None:
    options = case.steps[index].question.options
    assert sum(option.equals(asked_of(case, index)) for option in options) == 1


@EVERY_CASE
def test_the_check_finds_nothing(case: Case) -> None:
    assert check_case(case) == ()


def test_the_library_passes_its_own_check() -> None:
    assert check_library() == ()


@EVERY_CASE
def test_a_case_may_be_found_by_its_id(case: Case) -> None:
    assert case_by_id(case.id) is case


def test_a_wrong_id_is_told_the_nearest_one() -> None:
    with pytest.raises(CaseError, match=r"Did you mean lupus-mild\?"):
        case_by_id("lupus_mild")
    with pytest.raises(CaseError, match="See the list of cases"):
        case_by_id("<script>" * 1000)


def test_every_group_has_cases_of_more_than_one_level() -> None:
    for group in Group:
        assert len({case.level for case in library() if case.group is group}) > 1, group


def test_cases_are_ordered_by_group_and_then_by_level() -> None:
    groups = list(Group)
    order = [(groups.index(case.group), case.level, case.id) for case in library()]
    assert order == sorted(order)


def test_there_are_enough_cases_and_no_two_share_a_title() -> None:
    titles = Counter(case.title for case in library())
    assert len(titles) == len(library()) >= 36


def test_every_rule_fires_in_some_step() -> None:
    fired = {rule for trace in traces() for rule in trace.fired}
    assert fired >= set(RULEBOOK.rule)


def test_every_advice_rule_decides_some_step() -> None:
    deciding = {
        rule
        for trace in traces()
        if trace.overall.kind is not Kind.NOT_ENOUGH_DATA
        for rule in trace.overall.rules
    }
    assert {rule.id for rule in RULEBOOK.rules if isinstance(rule.then, Advice)} <= deciding


def test_every_rule_that_says_may_is_met_in_every_disease_it_is_about() -> None:
    met = {
        (rule, fact.value)
        for trace in traces()
        if trace.overall.kind is Kind.MAY_BE_CONSIDERED
        for rule in trace.overall.rules
        for fact in trace.facts
        if fact.finding == "diagnosis"
    }
    about = {
        "LUP-1": {Diagnosis.LUPUS},
        "LUP-2": {Diagnosis.LUPUS},
        "MS-2": {Diagnosis.MULTIPLE_SCLEROSIS},
        "VAS-1": {Diagnosis.GPA, Diagnosis.MPA},
        "RAM-3": {Diagnosis.RHEUMATOID_ARTHRITIS, Diagnosis.AUTOIMMUNE_MYOPATHY},
        "RAM-4": {Diagnosis.RHEUMATOID_ARTHRITIS, Diagnosis.AUTOIMMUNE_MYOPATHY},
    }
    advice = {rule.id: rule.then for rule in RULEBOOK.rules if isinstance(rule.then, Advice)}
    assert set(about) == {name for name, then in advice.items() if then.stance is Stance.MAY}
    assert met == {(rule, d.value) for rule, diagnoses in about.items() for d in diagnoses}


def test_every_verdict_of_the_document_layer_and_every_flag_occurs() -> None:
    assert {trace.overall.kind for trace in traces()} == set(Kind) - {Kind.EXCLUDED_OR_PAUSED}
    asked = {asked_of(case, index).kind for case, index in STEPS if Layer.REFERENCE in case.layers}
    assert asked >= set(Kind) - {Kind.OUTSIDE_DOCUMENT}
    assert {flag for trace in traces() for flag in flag_ids(trace)} >= {
        f.id for f in RULEBOOK.flags
    }
    states = {flag.state for trace in traces() for flag in trace.flags if flag.state is not None}
    assert states == set(FlagState)


def test_every_finding_that_a_rule_reads_is_told_somewhere_and_known_no_somewhere() -> None:
    told = {
        (name, value)
        for case, index in STEPS
        if case.layers == (Layer.DOCUMENT,)
        for name, value in profile_after(case, index).entries().items()
    }
    names = {name for name, _ in told}
    assert names == set(RULEBOOK.vocabulary.atoms) - {"age"}
    assert {name for name, value in told if value is False} >= {
        "life_threatening",
        "kidney_failure",
        "unresponsive_to_safer_therapy",
        "first_line_tried",
        "highly_active",
        "rapidly_progressing",
        "all_other_options_failed",
        "specialist_supervision",
    }


def test_cases_change_and_take_back_what_was_known() -> None:
    changes = [
        change for case in library() for step in case.steps for change in step.changes.items()
    ]
    assert {"severity", "first_line_tried", "diagnosis"} <= {name for name, _ in changes}
    assert any(change.to == "unknown" for _, change in changes)


def test_the_place_of_the_right_option_gives_nothing_away() -> None:
    places = Counter(
        next(
            number
            for number, option in enumerate(case.steps[index].question.options)
            if option.equals(asked_of(case, index))
        )
        for case, index in STEPS
    )
    for place in range(3):
        assert places[place] >= len(STEPS) / 5, places


def test_where_a_case_starts_gives_nothing_away() -> None:
    first = Counter(case.steps[0].expects.document.verdict for case in library())
    assert first[Kind.NOT_ENOUGH_DATA] <= len(library()) * 2 / 3, first
    last = Counter(case.steps[-1].expects.document.verdict for case in library())
    assert set(last) == set(Kind) - {Kind.EXCLUDED_OR_PAUSED}


@EVERY_CASE
def test_texts_are_short_and_plain(case: Case) -> None:
    assert 2 <= len(re.findall(r"[.?!][\"”]?(?:\s|$)", case.vignette)) <= 4
    assert len(case.vignette) <= 400
    texts = [case.vignette, case.teaching_point, case.common_error]
    texts += [step.point for step in case.steps]
    stories = [step.story for step in case.steps]
    for text in (*texts, *stories):
        assert not re.search(r"[<>*_`#|]", text), text
    for text in texts if Layer.REFERENCE in case.layers else (*texts, *stories):
        assert not re.search(r"\d", text), "a number that could be taken for a threshold"


@EVERY_STEP
def test_every_number_of_a_story_is_one_that_is_told(case: Case, index: int) -> None:
    told = {
        *re.findall(r"\d+(?:\.\d+)?", str(findings_after(case, index))),
        *re.findall(r"\d+(?:\.\d+)?", str(case.steps[index].changes)),
    }
    assert set(re.findall(r"\d+(?:\.\d+)?", case.steps[index].story)) <= told


@EVERY_CASE
def test_what_is_taught_never_orders_a_treatment(case: Case) -> None:
    taught = [case.teaching_point, *(step.point for step in case.steps)]
    taught += [option.text for step in case.steps for option in step.question.options]
    for text in taught:
        assert not re.search(r"\b(give|prescribe|recommend|start)\b", text, re.IGNORECASE), text
