"""What a learner has met so far, how their certainty fared, and where to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from cases.coverage import Next, met, next_case, to_be_met
from cases.model import Case
from engine.words import counted, sentence
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


def known_rules(cases: Sequence[Case], found: Mapping[str, Progress]) -> frozenset[str]:
    """The rules that were met at the steps that were answered."""
    return met({name: progress.answers.keys() for name, progress in found.items()}, cases)


def so_far(cases: Sequence[Case], found: Mapping[str, Progress]) -> None:
    """The box above the library, once anything was answered."""
    if not any(progress.answers for progress in found.values()):
        return
    known = attempted(lambda: known_rules(cases, found))
    if isinstance(known, Failure):
        return  # what is wrong is said where the rules' answer would stand
    every = to_be_met()
    with st.container(border=True, key="case_learned", gap="xsmall"):
        st.header("What you have met", anchor=False)
        told = f"{len(known)} of the {len(every)} rules of the document, at the steps you answered."
        lines = ((markup.BULLET, markup.text(line)) for line in certainty_text(cases, found))
        st.html(markup.paragraph(told) + markup.rows(lines))
        if missing := [name for name in every if name not in known]:
            names = " · ".join(missing)
            st.html(markup.folded(f"Not met yet ({len(missing)})", markup.paragraph(names)))
        onwards(suggested(cases, found), "case_suggested")


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
    brings = (
        f"It brings {counted(len(following.brings), 'rule')} that you have not met."
        if following.brings
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
