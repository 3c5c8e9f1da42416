"""What is said to a learner who has committed to an answer. Computed from the live rules.

Nothing here is written by hand for a case: change a rule, and the feedback changes with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cases.mend import mend_part
from cases.model import AnswerOption, Case
from cases.play import newly_fired, trace_after
from engine.conditions import Value
from engine.evaluate import evaluate
from engine.explain import Line, RuleStory, explain, rule_story
from engine.export.report import Part
from engine.grammar import value_text
from engine.rule import Advice, Layer, Rule, Stance
from engine.trace import Kind, Trace, Verdict
from engine.truth import Truth
from engine.words import and_list
from rules import RULEBOOK

AGREE = "You and the rules agree"
DIFFER = "The rules see it differently"

STANCES = {
    Kind.MAY_BE_CONSIDERED: Stance.MAY,
    Kind.NOT_INDICATED: Stance.NOT,
    Kind.DOCUMENT_AMBIGUOUS: Stance.AMBIGUOUS,
}


@dataclass(frozen=True, slots=True)
class Contrast:
    """What parts the learner's answer from the rules'.

    ``rule`` is the rule that came nearest to giving the learner's answer, ``lines`` what it lacks:
    conditions not met first, then those unknown. Without such a rule ``reason`` says why.
    """

    reason: str
    rule: Rule | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Feedback:
    """The learner's answer beside the rules'.

    ``rules`` decided the verdict, or wait where it cannot be told yet; ``decisive`` are at most
    five conditions behind it. ``contrast`` says what parts the two, and ``mend`` the smallest
    changes to the patient that would make the learner's answer the rules' own; both are None when
    they agree. ``point`` is the step's own.
    """

    agrees: bool
    chosen: AnswerOption
    engine: Verdict
    rules: tuple[Rule, ...]
    decisive: tuple[Line, ...]
    contrast: Contrast | None
    mend: Part | None
    newly_fired: tuple[Rule, ...]
    point: str

    @property
    def headline(self) -> str:
        """The first words of the feedback."""
        return AGREE if self.agrees else DIFFER


def feedback(case: Case, step_index: int, option_index: int) -> Feedback:
    """What to say about one answer at one step, both counted from 0."""
    trace = trace_after(case, step_index)
    step = case.steps[step_index]
    chosen = step.question.options[option_index]
    agrees = chosen.equals(trace.overall)
    return Feedback(
        agrees=agrees,
        chosen=chosen,
        engine=trace.overall,
        rules=tuple(RULEBOOK.rule[name] for name in trace.overall.rules),
        decisive=explain(RULEBOOK, trace).decisive,
        contrast=None if agrees else contrast(trace, chosen),
        mend=None if agrees else mend_part(trace, chosen),
        newly_fired=tuple(RULEBOOK.rule[name] for name in newly_fired(case, step_index)),
        point=step.point,
    )


def contrast(trace: Trace, chosen: AnswerOption) -> Contrast:
    """Why the rules do not answer as the learner did."""
    match chosen.verdict:
        case Kind.MAY_BE_CONSIDERED | Kind.NOT_INDICATED | Kind.DOCUMENT_AMBIGUOUS:
            return _nearest(trace, chosen)
        case Kind.NOT_ENOUGH_DATA:
            return Contrast(
                "Enough is known: what was told settles it, whatever the answers still open turn "
                "out to be."
            )
        case Kind.OUTSIDE_DOCUMENT:
            return Contrast(_inside_the_document(trace))
        case Kind.EXCLUDED_OR_PAUSED:
            return Contrast(
                "No rule of the document excludes or pauses a drug: the document says nothing on "
                "when these drugs must not be given. Its silence is not permission."
            )


def _nearest(trace: Trace, chosen: AnswerOption) -> Contrast:
    """The rule that would answer so and lacks least for it."""
    stories = [rule_story(RULEBOOK, trace, rule.id) for rule in _candidates(trace, chosen)]
    if not stories:
        return Contrast(_no_rule(trace, chosen))
    nearest = min(stories, key=lambda story: _distance(trace, story))
    lacking = _lacking(nearest)
    if not lacking:
        return Contrast(
            f"Rule {nearest.rule.id} says so, and another rule says otherwise.", nearest.rule
        )
    return Contrast(
        f"Rule {nearest.rule.id} ({nearest.rule.title}) comes nearest to "
        f"{_answer_text(chosen)}. This keeps it from firing:",
        nearest.rule,
        lacking,
    )


def _distance(trace: Trace, story: RuleStory) -> tuple[int, int, int]:
    """How far a rule is from firing; what is unknown is nearer than what is known not to hold."""
    conditions = trace.proof(story.rule.id).root.children
    met = sum(node.truth is Truth.YES for node in conditions)
    return len(_lacking(story)), len(story.blocked_by), -met


def _lacking(story: RuleStory) -> tuple[Line, ...]:
    lines = (*story.blocked_by, *story.waiting_for)
    return tuple({line.text: line for line in lines}.values())


def _candidates(trace: Trace, chosen: AnswerOption) -> list[Rule]:
    """The document's rules that would give this answer and are not about another disease."""
    diagnosis = _diagnosis(trace)
    known = {} if diagnosis is None else {RULEBOOK.vocabulary.diagnosis.id: diagnosis}
    proofs = evaluate(RULEBOOK, known).proofs
    return [
        rule
        for rule in RULEBOOK.rules
        if rule.layer is Layer.DOCUMENT
        and isinstance(rule.then, Advice)
        and rule.then.stance is STANCES[chosen.verdict]
        and chosen.drug in {None, rule.then.drug}
        and proofs[rule.id].truth is not Truth.NO
    ]


def _diagnosis(trace: Trace) -> Value | None:
    name = RULEBOOK.vocabulary.diagnosis.id
    return next((fact.value for fact in trace.facts if fact.finding == name), None)


def _disease(trace: Trace) -> str:
    return value_text(RULEBOOK.vocabulary.diagnosis, _diagnosis(trace))


def _answer_text(chosen: AnswerOption) -> str:
    drug = f": {chosen.drug.label}" if chosen.drug is not None else ""
    return f"“{chosen.verdict.label}{drug}”"


def _no_rule(trace: Trace, chosen: AnswerOption) -> str:
    said = f"No rule of the document gives {_answer_text(chosen)} for {_disease(trace)}."
    if trace.overall.kind is Kind.OUTSIDE_DOCUMENT:
        return f"{said} It says nothing there, for or against."
    named = trace.overall.drug
    if named is not None and chosen.drug not in {None, named}:
        return f"{said} There it speaks of {RULEBOOK.drugs.of(named).label}."
    return said


def _inside_the_document(trace: Trace) -> str:
    if _diagnosis(trace) is None:
        return "The diagnosis is not known yet, so whether the document covers it cannot be told."
    return f"The document does speak of {_disease(trace)}: see {and_list(trace.overall.cites)}."
