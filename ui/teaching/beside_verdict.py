"""What a step asks beside the verdict: chosen with the answer, then shown beside the rules'."""

from __future__ import annotations

import streamlit as st

from cases.beside_verdict import (
    FLAGS,
    NEXT,
    Asked,
    FlagOffered,
    flag_choices,
    flags_agree,
    flags_graded,
    next_choices,
    next_graded,
)
from cases.model import Case
from engine.words import and_list
from ui import markup
from ui.teaching.judge import Failure, attempted
from ui.teaching.progress import Answer


def choose(case: Case, step: int, name: str) -> None:
    """The choices that the step offers, if it does."""
    question = case.steps[step].question
    if question.next:
        findings = next_choices(case, step)
        st.radio(
            NEXT,
            list(findings),
            index=None,
            format_func=lambda finding: markup.markdown(findings[finding]),
            key=f"{name}_next",
            persist_state="session",
        )
    if question.flags:
        flags = flag_choices(case, step)
        st.multiselect(
            FLAGS,
            list(flags),
            format_func=lambda flag: markup.markdown(flags[flag]),
            key=f"{name}_flags",
            persist_state="session",
            placeholder="None of them",
        )


def graded_boxes(case: Case, step: int, answer: Answer | None) -> None:
    """What was chosen beside what the rules make of every choice; without an answer only that."""
    question = case.steps[step].question
    if question.next:
        asked = attempted(lambda: next_graded(case, step))
        if isinstance(asked, Failure):
            asked.show()
        else:
            st.html(markup.small_heading(_next_title(asked, answer)) + _asked(asked, answer))
    if question.flags:
        offered = attempted(lambda: flags_graded(case, step))
        if isinstance(offered, Failure):
            offered.show()
        else:
            st.html(markup.small_heading(_flags_title(offered, answer)) + _flags(offered, answer))


def _next_title(asked: tuple[Asked, ...], answer: Answer | None) -> str:
    chosen = next((each for each in asked if answer and each.finding == answer.next), None)
    if chosen is None:
        return "What to ask next"
    if chosen.best:
        return "What to ask next: you and the rules agree"
    if chosen.waited_for:
        return "What to ask next: the rules wait for it; another question settles more"
    return "What to ask next: the rules see it differently"


def _asked(asked: tuple[Asked, ...], answer: Answer | None) -> str:
    return markup.rows(
        (
            _yours(answer is not None and each.finding == answer.next),
            f"<strong>{markup.text(each.label)}</strong>: {markup.text(each.words)}",
        )
        for each in asked
    )


def _flags_title(offered: tuple[FlagOffered, ...], answer: Answer | None) -> str:
    if answer is None:
        return "What has to be kept in mind"
    agree = flags_agree(offered, answer.flags)
    words = "you and the rules agree" if agree else "the rules see it differently"
    return f"What has to be kept in mind: {words}"


def _flags(offered: tuple[FlagOffered, ...], answer: Answer | None) -> str:
    return markup.rows(
        (_yours(answer is not None and each.flag in answer.flags), _flag(each)) for each in offered
    )


def _flag(each: FlagOffered) -> str:
    if each.stands:
        return f"<strong>Stands</strong> ({markup.text(and_list(each.rules))}): " + markup.text(
            each.text
        )
    return f"<strong>Does not stand:</strong> {markup.text(each.text)}{markup.lines(each.lines)}"


def _yours(chosen: bool) -> str:
    return markup.badge("●", "You", "fact") if chosen else markup.BULLET
