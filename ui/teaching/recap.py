"""The end of a case: what to take away, each answer beside the rules', and where to go on."""

from __future__ import annotations

import streamlit as st

from cases.coverage import Next
from cases.model import Case
from cases.own import every_case
from cases.play import book_of, findings_after
from ui import markup, show, state
from ui.teaching import learned as case_learned
from ui.teaching import markup as case_markup
from ui.teaching import moves as case_moves
from ui.teaching import twins as case_twins
from ui.teaching.judge import Failure, agreements, judged, option_of_the_rules
from ui.teaching.progress import Progress


def recap(case: Case, found: Progress) -> None:
    """The recap of a case, all of it or as much as was answered."""
    left, right = st.columns([2.4, 1], gap="medium")
    with left:
        with st.container(border=True, key="case_recap"):
            st.header("What to take away", anchor=False)
            st.html(
                case_markup.paragraphs(case.teaching_point)
                + markup.small_heading("The common error")
                + case_markup.paragraphs(case.common_error)
            )
        _answers(case, found)
        case_twins.practice(case, found)
    with right:
        with st.container(border=True, key="case_onwards", gap="small"):
            st.header("Where to go on", anchor=False)
            _onwards(case)
        with st.container(border=True):
            st.header("What this case was for", anchor=False)
            st.html(markup.rows((markup.BULLET, markup.text(o)) for o in case.objectives))


def _answers(case: Case, found: Progress) -> None:
    """Each step: the learner's answer, how sure, and the rules' verdict."""
    agreed = agreements(case, found)
    matched, answered = sum(a is True for a in agreed.values()), len(agreed)
    with st.container(border=True, key="case_answers"):
        st.header("Your answers beside the rules'", anchor=False)
        told = (
            f"You and the rules agreed at {matched} of {answered} steps."
            if answered
            else "You looked at the steps without answering."
        )
        st.html(markup.paragraph(told))
        for number, step in enumerate(case.steps):
            with st.container(key=f"case_recap_{number}", gap="xxsmall"):
                heading = markup.small_heading(f"{number + 1} · {step.title}")
                st.html(heading + _yours(found, number, agreed) + _theirs(case, number))
                st.button(
                    f"Look at step {number + 1}",
                    icon=":material/visibility:",
                    key=f"case_see_{number}",
                    type="tertiary",
                    on_click=case_moves.go,
                    args=(case, number),
                )


def _yours(found: Progress, step: int, agreed: dict[int, bool | None]) -> str:
    answer = found.answers.get(step)
    if answer is None:
        return markup.labelled("You:", "no answer")
    return (
        f'<p class="cds-text"><strong>You:</strong> {markup.text(answer.text)} '
        f'<span class="cds-muted">({markup.text(answer.sure.label)})</span> '
        f"{case_markup.judgement(agreed[step])}</p>{case_markup.reason(answer)}"
    )


def _theirs(case: Case, step: int) -> str:
    found = judged(case, step, option_of_the_rules(case, step))
    if isinstance(found, Failure):
        return markup.labelled("Rules:", "no answer")
    verdict = found.feedback.engine
    drug = show.drug_name(book_of(case), verdict.drug)
    return (
        f'<p class="cds-text"><strong>Rules:</strong> {case_markup.badge(verdict)} '
        f"{markup.text(drug)}</p>"
    )


def _onwards(case: Case) -> None:
    """Ways on: the next case, the library, the steps again, the patient, the reasoning."""
    cases = every_case()
    progress = {each.id: case_moves.progress(each) for each in cases}
    following = case_learned.suggested(cases, progress)
    if isinstance(following, Next) and following.case.id != case.id:
        case_learned.onwards(following, "case_following")
    st.button(
        "Back to all cases",
        icon=":material/apps:",
        key="case_library",
        on_click=case_moves.close_case,
        width="stretch",
    )
    st.button(
        "Look through the steps again",
        icon=":material/replay:",
        key="case_replay",
        on_click=case_moves.go,
        args=(case, 0),
        width="stretch",
    )
    pages = {
        "case_to_form": ("Open this patient in the form", ":material/person:", "screen_profile.py"),
        "case_to_explanation": (
            "See the full explanation",
            ":material/account_tree:",
            "screen_explanation.py",
        ),
    }
    for key, (label, icon, page) in pages.items():
        if st.button(label, icon=icon, key=key, width="stretch"):
            findings = findings_after(case, len(case.steps) - 1)
            title = f"the patient of the case “{case.title}”"
            state.replace_patient(findings, title, layers=case.layers)
            st.switch_page(page)
    st.html(
        markup.paragraph(
            "The patient takes the place of the one in the form, who can be brought back there.",
            "cds-text cds-small cds-muted",
        )
    )
