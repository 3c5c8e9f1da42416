"""The same questions with both layers in force: what is promised holds, and nothing smaller does.

The spaces are too large to try everything; every set of one edit is tried, every claim is run, and
where little is unknown every completion is.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest

from engine.conditions import Value
from engine.consult import consult
from engine.export.inquiry import why_not_part
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import ConceptIs, Goal, VerdictIs, other, reached
from engine.inquiry.question import Question, applied
from engine.inquiry.robust import robustness
from engine.inquiry.slice import concepts_behind
from engine.inquiry.ways import edits
from engine.inquiry.whatif import editable, what_if
from engine.inquiry.why import why
from engine.inquiry.whynot import Obstacle, Reason, why_not
from engine.rule import Layer
from engine.trace import Kind, Trace, Verdict
from rules.full import FULL_RULEBOOK
from tests.inquiry import brute
from tests.rules.reference.everyone import (
    DIAGNOSIS,
    VOCABULARY,
    patient,
    patients,
    possible,
)

PATIENTS = 40
FINDINGS = frozenset(VOCABULARY.by_id)
SEEDS = pytest.mark.parametrize("seed", range(4))


def consultations(seed: int) -> list[tuple[Trace, Verdict]]:
    """Random patients with the verdict of published criteria on the drug for their disease."""
    return with_verdicts(patients(PATIENTS, seed + 3000))


def wholly_told(seed: int) -> list[tuple[Trace, Verdict]]:
    """The same, with everything told."""
    random = Random(seed)  # noqa: S311  (not for secrets)
    diagnoses = [option.value for option in VOCABULARY.diagnosis.options]
    return with_verdicts(
        possible(patient(random, 1.0, diagnosis), random) for diagnosis in diagnoses * 3
    )


def with_verdicts(told: Iterable[dict[str, Value]]) -> list[tuple[Trace, Verdict]]:
    traces = (consult(FULL_RULEBOOK, entries) for entries in told)
    return [
        (trace, verdict)
        for trace in traces
        if (verdict := trace.overall_reference) is not None and verdict.drug is not None
    ]


@SEEDS
def test_edits_do_what_they_promise_and_no_single_edit_does_where_more_are_said(seed: int) -> None:
    tried = 0
    everything = [
        (trace, other(verdict, kind))
        for trace, _ in consultations(seed)
        for verdict in trace.verdicts
        if verdict.drug is not None
        for kind in Kind
    ]
    random = Random(seed)  # noqa: S311  (not for secrets)
    for trace, goal in random.sample(everything, 30):
        if goal.holds_for(trace):
            continue
        found = what_if(FULL_RULEBOOK, trace, goal, most=3)
        for each in found.sets:
            assert goal.holds_for(consult(FULL_RULEBOOK, each.entries))
            assert {edit.about.group for edit in each.edits}
        if found.size is None or found.size > 1:
            tried += 1
            assert not _single_edit(trace, goal), (trace.entries, goal)
    assert tried > 4


def _single_edit(trace: Trace, goal: VerdictIs) -> bool:
    """Whether some edit of a single fact reaches the goal."""
    fixed = frozenset(finding.id for finding in VOCABULARY.given)
    question = Question.about(FULL_RULEBOOK, goal, trace.entries, fixed)
    opens = edits(
        VOCABULARY,
        question.part,
        question.domains,
        trace.entries,
        editable(VOCABULARY, trace.entries),
    )
    calculated = {fact.finding for fact in trace.facts if fact.provenance == "calculated"}
    random = Random(1)  # noqa: S311  (not for secrets)
    for each in random.sample(opens, min(len(opens), 12)):
        if each.id in calculated:
            continue
        for way in each.ways[1:]:
            told = applied(VOCABULARY, trace.entries, [(each, way)])
            after = brute.consulted(FULL_RULEBOOK, told)
            if after is not None and goal.holds_for(after):
                return True
    return False


@SEEDS
def test_a_reason_suffices_and_nothing_of_it_can_be_left_out(seed: int) -> None:
    tried = 0
    for trace, verdict in consultations(seed):
        if verdict.kind is Kind.NOT_ENOUGH_DATA:
            continue
        goal = reached(verdict)
        for each in why(FULL_RULEBOOK, trace, goal, most=2).sets:
            told = {fact.finding: fact.value for fact in each.facts}
            assert goal.holds_for(consult(FULL_RULEBOOK, told))
            for name in told:
                fewer = {other: value for other, value in told.items() if other != name}
                assert not goal.holds_for(consult(FULL_RULEBOOK, fewer)), (told, name)
            tried += 1
    assert tried > 4


@SEEDS
def test_what_a_verdict_can_become_is_what_every_completion_says(seed: int) -> None:
    """A few findings of a wholly told patient are taken back, and told again in every way."""
    random = Random(seed)  # noqa: S311  (not for secrets)
    tried = 0
    for trace, verdict in wholly_told(seed):
        about = reached(verdict)
        question = Question.about_unknown(FULL_RULEBOOK, about, {DIAGNOSIS: verdict_disease(trace)})
        names = [name for name in question.domains if name in trace.entries]
        names = [name for name in names if name != DIAGNOSIS]
        open_ = [name for name in question.domains if name in trace.unknown]
        if len(open_) > 2:
            continue
        taken = [*open_, *random.sample(names, 4 - len(open_))]
        told = {name: value for name, value in trace.entries.items() if name not in taken}
        before = brute.consulted(FULL_RULEBOOK, told)
        if before is None or set(taken) - set(before.unknown):
            continue
        cuts = (question.domains, Question.about_unknown(FULL_RULEBOOK, about, told).domains)
        values = {
            name: tuple(dict.fromkeys(region.value for cut in cuts for region in cut[name]))
            for name in taken
        }
        every = tuple(brute.completions(FULL_RULEBOOK, told, values))
        found = robustness(FULL_RULEBOOK, before, about)
        assert set(found.kinds) == {about.verdict(each).kind for each in every}, (told, taken)
        assert found.hinges is not None
        assert brute.are_told_apart(every, about, found.hinges), (told, taken)
        assert found.counted is not None
        assert sum(found.counted.values()) == found.ways
        tried += 1
    assert tried > 1


@SEEDS
def test_every_conclusion_has_a_why_or_a_why_not(seed: int) -> None:
    """Every verdict of every kind on every drug in both layers, and every conclusion behind one."""
    for entries in patients(3, seed + 9000):
        trace = consult(FULL_RULEBOOK, entries)
        for verdict in trace.verdicts:
            if verdict.drug is None:
                continue
            about = reached(verdict)
            concepts = concepts_behind(FULL_RULEBOOK, about.rules(FULL_RULEBOOK))
            goals: list[Goal] = [other(verdict, kind) for kind in Kind]
            goals += [ConceptIs(concept, yes) for concept in concepts for yes in (True, False)]
            for goal in goals:
                _has_an_answer(trace, goal)


def _has_an_answer(trace: Trace, goal: Goal) -> None:
    if not goal.holds_for(trace):
        found = why_not(FULL_RULEBOOK, trace, goal)
        assert why_not_part(FULL_RULEBOOK, trace, found).intro
        if found.obstacle is Obstacle.NONE:
            assert found.routes or found.elsewhere
        if found.obstacle is Obstacle.NEVER:
            assert what_if(FULL_RULEBOOK, trace, goal, FINDINGS).size is None
        for route in found.routes:
            assert any(step.reason is not Reason.MET for step in route.steps) or found.against
    elif not isinstance(goal, VerdictIs) or goal.kinds != {Kind.NOT_ENOUGH_DATA}:
        reasons = why(FULL_RULEBOOK, trace, goal, most=1)
        assert reasons.sets
        for each in reasons.sets:
            told = {fact.finding: fact.value for fact in each.facts}
            assert goal.holds_for(consult(FULL_RULEBOOK, told))


def verdict_disease(trace: Trace) -> Value:
    return trace.entries[DIAGNOSIS]


@SEEDS
def test_no_completion_comes_to_a_verdict_that_was_called_impossible(seed: int) -> None:
    """Patients known in part are told wholly at random, numbers around every threshold."""
    random = Random(seed + 77)  # noqa: S311  (not for secrets)
    told = [entries for entries in patients(PATIENTS, seed + 5000) if DIAGNOSIS in entries]
    for trace, verdict in with_verdicts(told):
        about = reached(verdict)
        kinds = set(robustness(FULL_RULEBOOK, trace, about).kinds)
        for _ in range(12):
            whole = patient(random, 1.0, str(trace.entries[DIAGNOSIS])) | trace.entries
            after = brute.consulted(FULL_RULEBOOK, whole)
            if after is not None and not set(trace.unknown) & set(after.unknown):
                assert about.verdict(after).kind in kinds, whole


@SEEDS
def test_every_answer_to_a_question_comes_to_what_is_said(seed: int) -> None:
    for trace, verdict in consultations(seed):
        about = reached(verdict)
        asked = ask_next(FULL_RULEBOOK, trace, about)
        assert bool(asked.questions) is (verdict.kind is Kind.NOT_ENOUGH_DATA)
        for question in asked.questions[:6]:
            for reply in question.replies:
                if reply.about.group != reply.about.id:
                    continue  # a list is answered as a whole, and tried by the next test
                told = dict(trace.entries)
                told |= {name: value for name, value in reply.way.tells if value is not None}
                after = consult(FULL_RULEBOOK, told)
                assert about.verdict(after).kind is reply.kind, (trace.entries, reply)


def test_a_list_is_asked_as_a_whole() -> None:
    told: dict[str, Value] = {
        "diagnosis": "systemic_lupus_erythematosus",
        "nephritis_class": "iv",
    }
    trace = consult(FULL_RULEBOOK, told)
    about = VerdictIs(Layer.REFERENCE, "cyclophosphamide", frozenset(Kind))
    (asked,) = [
        ask
        for ask in ask_next(FULL_RULEBOOK, trace, about).questions
        if ask.finding == "hypersensitivity"
    ]
    by_value = {reply.way.tells[0]: reply.kind for reply in asked.replies}
    allergic = ("hypersensitivity.cyclophosphamide", True)
    assert by_value[allergic] is Kind.EXCLUDED_OR_PAUSED
    nothing = {**told, **{f"hypersensitivity.{m}": False for m in ("cyclophosphamide",)}}
    none = ("hypersensitivity.cyclophosphamide", False)
    assert by_value[none] is about.verdict(consult(FULL_RULEBOOK, nothing)).kind
