"""Which facts decide? The learner names them with the answer, and sees them beside the rules'."""

from __future__ import annotations

import streamlit as st

from cases.explain_back import ExplainBack, facts_to_choose, graded
from cases.model import Case
from cases.play import trace_after
from ui import markup
from ui.teaching.judge import Failure, Judged, attempted
from ui.teaching.progress import Answer

NOTHING_DECIDES = (
    "Nothing that was told so far decides it: it cannot be told yet. What it waits for stands "
    "below."
)
TITLE = "The facts that you named"


def choose(case: Case, step: int, name: str) -> None:
    """The facts told so far, of which the learner names those that decide."""
    offered = attempted(lambda: facts_to_choose(trace_after(case, step)))
    if isinstance(offered, Failure):
        return  # what is wrong is said where the rules' answer would stand
    st.pills(
        "Which facts decide it? (optional)",
        list(offered),
        selection_mode="multi",
        format_func=lambda fact: markup.markdown(offered[fact]),
        key=f"{name}_facts",
        persist_state="session",
        help="Name the fewest that give your answer by themselves.",
    )


def graded_box(found: Judged, answer: Answer) -> None:
    """What was named beside what the rules rest on; nothing where nothing was named."""
    if not answer.facts:
        return
    told = found.feedback
    result = attempted(
        lambda: graded(found.trace, answer.facts, agrees=told.agrees, layer=told.layer)
    )
    if isinstance(result, Failure):
        result.show()
        return
    said = markup.paragraph(NOTHING_DECIDES) if result is None else _said(result)
    st.html(markup.small_heading(TITLE) + said)


def _said(result: ExplainBack) -> str:
    tagged = (
        (result.needed, "decides, and you named it"),
        (result.missing, "decides, and was not named"),
        (result.superfluous, "not needed for it"),
    )
    rows = markup.rows(
        (markup.BULLET, f"{markup.text(fact)} – {words}")
        for facts, words in tagged
        for fact in facts
    )
    others = (
        markup.paragraph(result.others, "cds-text cds-small cds-muted") if result.others else ""
    )
    return markup.paragraph(result.headline) + rows + others
