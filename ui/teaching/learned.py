"""What a learner has met so far, how their certainty fared, and where to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from cases.coverage import (
    Met,
    Next,
    all_of_it,
    met,
    next_case,
    statements_to_be_met,
    to_be_met,
)
from cases.model import Case
from engine.rule import Layer
from engine.words import and_list, counted, number_word, sentence
from ui import markup, show
from ui.teaching import moves as case_moves
from ui.teaching.judge import Failure, agreements, attempted
from ui.teaching.progress import Progress, Stage, Sure


@dataclass(frozen=True, slots=True)
class Certainty:
    """How often answers of one certainty were given, and how often the rules agreed."""

    sure: Sure
    given: int
    agreed: int


def certainty(cases: Sequence[Case], found: Mapping[str, Progress]) -> tuple[Certainty, ...]:
    """For each degree of certainty that occurs; what could not be judged is left out."""
    judged = [
        (found[case.id].answers[step].sure, agreed)
        for case in cases
        for step, agreed in agreements(case, found[case.id]).items()
        if agreed is not None
    ]
    return tuple(
        Certainty(sure, len(same), sum(same))
        for sure in Sure
        if (same := [agreed for each, agreed in judged if each is sure])
    )


def suggested(cases: Sequence[Case], found: Mapping[str, Progress]) -> Next | Failure | None:
    """The case to go on with; None when all are finished."""
    done = [case.id for case in cases if found[case.id].stage(case) is Stage.FINISHED]
    return attempted(lambda: next_case(cases, known_rules(cases, found), done))


def known_rules(cases: Sequence[Case], found: Mapping[str, Progress]) -> Met:
    """What was met at the steps that were answered."""
    return met({name: progress.answers.keys() for name, progress in found.items()}, cases)


def so_far(cases: Sequence[Case], found: Mapping[str, Progress]) -> None:
    """The box above the library, once anything was answered."""
    if not any(progress.answers for progress in found.values()):
        return
    known = attempted(lambda: known_rules(cases, found))
    if isinstance(known, Failure):
        return  # what is wrong is said where the rules' answer would stand
    with st.container(border=True, key="case_learned", gap="xsmall"):
        st.header("What you have met", anchor=False)
        lines = (*met_text(known, cases), *certainty_text(cases, found))
        st.html(
            markup.paragraph("At the steps that you answered:")
            + markup.rows((markup.BULLET, markup.text(line)) for line in lines)
        )
        if missing := [name for name in to_be_met() if name not in known.rules]:
            names = " · ".join(missing)
            st.html(markup.folded(f"Not met yet ({len(missing)})", markup.paragraph(names)))
        onwards(suggested(cases, found), "case_suggested")


def met_text(known: Met, cases: Sequence[Case]) -> tuple[str, ...]:
    """How much of the rules was met, a line for each sort; what no case brings is not counted."""
    there = all_of_it(cases)
    lines = [
        _of(len(known.of(Layer.DOCUMENT)), len(to_be_met()), "rules of the document"),
        _of(len(known.statements), len(statements_to_be_met()), "statements behind them"),
    ]
    if by_criteria := there.of(Layer.REFERENCE):
        met_ones = len(known.of(Layer.REFERENCE))
        lines.append(_of(met_ones, len(by_criteria), "rules of published criteria in the cases"))
    near = len(known.near_misses)
    lines.append(_of(near, len(there.near_misses), "near misses: rules that one fact held back"))
    return tuple(lines)


def _of(number: int, every: int, what: str) -> str:
    return f"{number} of the {every} {what}"


def certainty_text(cases: Sequence[Case], found: Mapping[str, Progress]) -> tuple[str, ...]:
    """How often the rules agreed with answers of each certainty, a line each."""
    return tuple(
        f"{sentence(each.sure.label)}: the rules agreed with {each.agreed} of {each.given} "
        f"{'answer' if each.given == 1 else 'answers'}"
        for each in certainty(cases, found)
    )


def onwards(following: Next | Failure | None, key: str) -> None:
    """The next case as a button, with what it brings."""
    if isinstance(following, Failure):
        return
    if following is None:
        st.html(markup.paragraph("You have been through every case."))
        return
    new = [counted(len(following.brings), "rule")] if following.brings else []
    if near := len(following.near_misses):
        new.append(f"{number_word(near)} near miss{'' if near == 1 else 'es'}")
    brings = (
        f"It brings {and_list(new)} that you have not met."
        if new
        else "You have met all of its rules; it is one more patient."
    )
    st.button(
        f"Next case: {show.escape(following.case.title)}",
        icon=":material/arrow_forward:",
        type="primary",
        key=key,
        on_click=case_moves.open_case,
        args=(following.case,),
    )
    st.html(markup.paragraph(brings, "cds-text cds-small cds-muted"))
