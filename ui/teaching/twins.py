"""Twins of a case: one fact is different, and the learner says whether the verdict is too."""

from __future__ import annotations

import streamlit as st

from cases.model import Case
from cases.play import book_behind
from cases.twins import Twin, twins
from engine.explain import explain
from engine.trace import Trace, Verdict
from engine.words import counted, sentence
from ui import markup, show
from ui.teaching import markup as case_markup
from ui.teaching import moves as case_moves
from ui.teaching.judge import Failure, attempted
from ui.teaching.progress import Progress

INTRO = (
    "Each of these patients differs from the one in this case in a single fact. Does it matter? "
    "Say so first; then the rules answer."
)


def practice(case: Case, found: Progress) -> None:
    """Every twin of a case, each with its question until it is answered."""
    with st.container(border=True, key="case_twins"):
        st.header("Twins: does the difference matter?", anchor=False)
        st.html(markup.paragraph(INTRO))
        offered = attempted(lambda: twins(case))
        if isinstance(offered, Failure):
            offered.show()
            return
        for number, twin in enumerate(offered):
            with st.container(key=f"case_twin_{number}", gap="xsmall"):
                st.html(_head(number, twin))
                if twin.id in found.twins:
                    st.html(_answered(twin, matters=found.twins[twin.id]))
                else:
                    _question(case, number, twin, f"twin_{case.id}_{found.round}_{number}")
        done = [twin for twin in offered if twin.id in found.twins]
        if len(done) == len(offered):
            right = sum(found.twins[twin.id] is twin.decides for twin in done)
            st.html(
                markup.paragraph(
                    f"You and the rules agreed on {right} of {counted(len(done), 'twin')}."
                )
            )


def _head(number: int, twin: Twin) -> str:
    fact = f"{markup.text(twin.label)}: <strong>{markup.text(twin.after)}</strong>"
    case = f"in the case after step {twin.step + 1}: {twin.before}"
    return (
        markup.small_heading(f"Twin {number + 1}")
        + f'<p class="cds-text">{fact} <span class="cds-muted">({markup.text(case)})</span></p>'
    )


def _question(case: Case, number: int, twin: Twin, name: str) -> None:
    st.segmented_control(
        f"{twin.label}: {twin.after}. The rules come to",
        [case_moves.SAME, case_moves.MATTERS],
        format_func=sentence,
        key=name,
        on_change=case_moves.commit_twin,
        args=(case, number, twin.id, name),
        persist_state="session",
    )


def _answered(twin: Twin, *, matters: bool) -> str:
    """What the learner said, and both verdicts with what decides that of the twin."""
    agree = "as the rules do" if matters is twin.decides else "the rules see it differently"
    said = case_moves.MATTERS if matters else case_moves.SAME
    rules = "The difference matters." if twin.decides else "The difference does not matter."
    before, after = twin.verdicts
    return (
        markup.labelled("You:", f"{said} – {agree}.")
        + markup.paragraph(rules)
        + _verdict("In the case:", twin.base, before)
        + _verdict("The twin:", twin.trace, after)
        + markup.folded(
            "What decides the twin's verdict",
            markup.lines(explain(book_behind(twin.trace), twin.trace, after).decisive),
        )
    )


def _verdict(whose: str, trace: Trace, verdict: Verdict) -> str:
    words = show.verdict_text(book_behind(trace), verdict)
    return (
        f'<p class="cds-text"><strong>{markup.text(whose)}</strong> '
        f"{case_markup.badge(verdict)} {markup.text(words)}</p>"
    )
