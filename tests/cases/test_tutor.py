"""Feedback on every answer of every step of every case, computed from the rules."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from cases import tutor
from cases.load import case_by_id, library
from cases.model import AnswerOption, Case
from cases.play import asked_of, newly_fired, trace_after
from engine.rule import Advice
from engine.trace import Kind, Trace
from engine.truth import Truth
from rules import RULEBOOK
from rules.concepts import Drug
from tests.cases.slow import proven_beside_the_sweeps

ANSWERS = [
    (case, index, number)
    for case in library()
    for index, step in enumerate(case.steps)
    for number in range(len(step.question.options))
]
EVERY_ANSWER = pytest.mark.parametrize(
    ("case", "index", "number"),
    [
        pytest.param(
            case,
            index,
            number,
            id=f"{case.id}-step-{index + 1}-option-{number + 1}",
            marks=proven_beside_the_sweeps(case),
        )
        for case, index, number in ANSWERS
    ],
)


@EVERY_ANSWER
def test_feedback_says_what_decided_and_what_parts_the_two(
    case: Case, index: int, number: int
) -> None:
    said = tutor.feedback(case, index, number)
    verdict = asked_of(case, index)

    assert said.engine == verdict
    assert said.chosen is case.steps[index].question.options[number]
    assert said.agrees is said.chosen.equals(verdict)
    assert said.headline == (tutor.AGREE if said.agrees else tutor.DIFFER)
    assert said.point == case.steps[index].point

    assert tuple(rule.id for rule in said.rules) == verdict.rules
    assert all(rule.because and rule.cites for rule in said.rules)
    assert 1 <= len(said.decisive) <= 5
    wanted = {Truth.UNKNOWN if said.engine.kind is Kind.NOT_ENOUGH_DATA else Truth.YES, Truth.NO}
    if set(verdict.rules) & set(trace_after(case, index).fired):
        # A rule that withholds the drug has fired: what it found decides, beside what is unknown.
        wanted.add(Truth.YES)
    assert all(line.text and line.truth in wanted for line in said.decisive)
    assert tuple(rule.id for rule in said.newly_fired) == newly_fired(case, index)
    assert (said.contrast is None) is said.agrees
    assert (said.mend is None) is said.agrees


@EVERY_ANSWER
def test_a_contrast_lacks_something_that_the_patient_does_not_have(
    case: Case, index: int, number: int
) -> None:
    said = tutor.feedback(case, index, number)
    if said.contrast is None:
        assert said.agrees
        return
    assert said.contrast.reason.endswith((".", ":"))
    assert len(said.contrast.lines) <= tutor.MOST_LINES
    rule = said.contrast.rule
    assert not (rule is None and said.contrast.lines)
    if rule is not None:
        assert isinstance(rule.then, Advice)
        assert rule.id in said.contrast.reason
        # A rule that lacks nothing has fired, and another stands above it.
        assert (rule.id in trace_after(case, index).fired) is (not said.contrast.lines)
        if not said.contrast.lines:
            assert any(name in said.contrast.reason for name in asked_of(case, index).rules)
        assert said.chosen.drug in {None, rule.then.drug}
        assert all(line.truth is not Truth.YES for line in said.contrast.lines)
        assert all(" – needs " in line.text for line in said.contrast.lines)


@pytest.mark.parametrize("drug", [None, *Drug])
@pytest.mark.parametrize("kind", list(Kind))
def test_any_answer_at_all_has_a_contrast(kind: Kind, drug: Drug | None) -> None:
    for case in library():
        for index in range(len(case.steps)):
            chosen = AnswerOption.model_construct(text="Mine", verdict=kind, drug=drug)
            if not chosen.equals(asked_of(case, index)):
                layer = case.steps[index].question.layer
                assert tutor.contrast(trace_after(case, index), chosen, layer).reason


@EVERY_ANSWER
def test_nobody_is_told_that_they_are_wrong(case: Case, index: int, number: int) -> None:
    said = tutor.feedback(case, index, number)
    texts = [said.headline, *(line.text for line in said.decisive)]
    texts += [said.contrast.reason] if said.contrast else []
    assert not any("wrong" in text.lower() or "incorrect" in text.lower() for text in texts)


def lacking(case_id: str, step: int, option: int) -> tuple[str, list[str]]:
    """The reason and the lines of a contrast; step and option are counted from 1."""
    said = tutor.feedback(case_by_id(case_id), step - 1, option - 1).contrast
    assert said is not None
    return said.reason, [line.text for line in said.lines]


@pytest.mark.parametrize(
    ("case_id", "step", "option", "reason", "lines"),
    [
        (
            "lupus-kidney-failure",
            2,
            1,
            (
                "Rule LUP-2 (severe lupus that threatens life) comes nearest to “May be "
                "considered: cyclophosphamide”. This keeps it from firing:"
            ),
            ["Life-threatening: unknown – needs yes"],
        ),
        (
            "lupus-kidney-failure",
            3,
            1,
            (
                "Rule LUP-5 (lupus that neither threatens life nor resists safer therapies) comes "
                "nearest to “Not indicated by the document”. This keeps it from firing:"
            ),
            ["Life-threatening: yes (implied by kidney failure from lupus nephritis) – needs no"],
        ),
        (
            "lupus-kidney-failure",
            3,
            2,
            (
                "No rule of the document excludes or pauses a drug: the document says nothing "
                "on when these drugs must not be given. Its silence is not permission."
            ),
            [],
        ),
        (
            "lupus-kidney-failure",
            3,
            3,
            (
                "Enough is known: what was told settles it, whatever the answers still open "
                "turn out to be."
            ),
            [],
        ),
        (
            "lupus-kidney-failure",
            2,
            4,
            (
                "The document does speak of systemic lupus erythematosus: see S11, S12, S13, "
                "S14, S36 and S37."
            ),
            [],
        ),
        (
            "mpa-no-time",
            1,
            2,
            "The diagnosis is not known yet, so whether the document covers it cannot be told.",
            [],
        ),
        (
            "ra-last-option",
            2,
            1,
            (
                "No rule of the document gives “May be considered: cyclophosphamide” for "
                "rheumatoid arthritis. There it speaks of chemotherapy (no drug named)."
            ),
            [],
        ),
        (
            "behcet-such-as",
            2,
            1,
            (
                "No rule of the document gives “May be considered: cyclophosphamide” for another "
                "autoimmune vasculitis."
            ),
            [],
        ),
        (
            "psoriasis-long-sleeves",
            1,
            1,
            (
                "No rule of the document gives “Not indicated by the document” for another "
                "autoimmune disease. It says nothing there, for or against."
            ),
            [],
        ),
        (
            "ms-first-things-first",
            1,
            2,
            (
                "Rule MS-2 (highly active multiple sclerosis after first-line therapy) comes "
                "nearest to “May be considered: mitoxantrone”. This keeps it from firing:"
            ),
            [
                "First-line therapy tried: no – needs yes",
                "Aggressive or highly active: unknown – needs yes",
            ],
        ),
    ],
    ids=[f"answer {number}" for number in range(10)],
)
def test_contrasts_in_words(
    case_id: str, step: int, option: int, reason: str, lines: list[str]
) -> None:
    assert lacking(case_id, step, option) == (reason, lines)


def test_where_two_rules_contradict_each_other_both_are_said_to_speak() -> None:
    trace = trace_after(case_by_id("lupus-kidney-failure"), 2)
    ambiguous = trace.overall.model_copy(update={"kind": Kind.DOCUMENT_AMBIGUOUS})
    contradictory: Trace = trace.model_copy(update={"overall": ambiguous})
    chosen = AnswerOption(text="May", verdict=Kind.MAY_BE_CONSIDERED, drug=Drug.CYCLOPHOSPHAMIDE)
    said = tutor.contrast(contradictory, chosen)
    assert said.rule is RULEBOOK.rule["LUP-2"]
    assert said.reason == "Rule LUP-2 says so, and another rule says otherwise."


def test_many_learners_at_once_get_what_one_gets() -> None:
    alone = [tutor.feedback(*answer) for answer in ANSWERS]
    with ThreadPoolExecutor(max_workers=8) as pool:
        together = list(pool.map(lambda answer: tutor.feedback(*answer), ANSWERS * 3))
    assert together == alone * 3
