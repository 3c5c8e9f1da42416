"""The screen *Patient profile*: the questions, what is wrong with the answers, what rules say."""

from __future__ import annotations

import streamlit as st

from ui import (
    findings_shown,
    markup,
    patient_files,
    profile_moves,
    profile_questions,
    rules_panel,
    show,
    state,
    widget_keys,
)
from ui.consultation import Consultation
from ui.findings_shown import Overview
from ui.keeping import uninterrupted


def render() -> None:
    """The whole screen for the patient as entered so far."""
    found = state.consultation()
    patient = state.patient()
    diagnosis = patient.answers.get(state.book().vocabulary.diagnosis.id)
    seen = findings_shown.overview(
        state.book().vocabulary, patient.answers, patient.refused, diagnosis, found
    )
    _head(found, seen)
    _problems(found)
    patient_files.messages()
    _criteria_switch()
    left, right = st.columns([2.6, 1], gap="medium")
    with left, widget_keys.drawing():
        profile_questions.questions(found, seen)
    with right:
        rules_panel.panel(found, profile_moves.jump)
    profile_moves.take_focus()


def _head(found: Consultation, seen: Overview) -> None:
    """Title, what to do here, where the patient stands, and the file menu."""
    left, right = st.columns([2.6, 1], gap="medium", vertical_alignment="bottom")
    with left:
        st.title("Patient profile", anchor=False)
        st.markdown(
            "Fill in what you know. Leave the rest **Unknown** – unknown is not the same as no."
        )
        st.html(f'<p class="cds-badges">{" ".join(_badges(found, seen))}</p>')
    with right:
        patient_files.menu()


def _criteria_switch() -> None:
    """Whether published criteria stand beside the document."""
    on = state.criteria_on()
    name = widget_keys.key_for("criteria", lambda shown: bool(shown) is on)

    def switched() -> None:
        state.set_criteria(bool(st.session_state[name]))

    st.toggle(
        "Published criteria beside the document",
        value=on,
        key=name,
        on_change=uninterrupted,
        args=(switched,),
        help="Asks about eighty findings more and adds a second verdict. It never changes the "
        "document's own, and nothing that was entered is lost when it is switched off.",
    )


def _badges(found: Consultation, seen: Overview) -> list[str]:
    badges = []
    if found.trace is not None:
        badges.append(markup.kind_badge(found.trace.overall.kind))
    if found.problems:
        number = len(found.problems)
        badges.append(markup.badge("!", f"{number} problem{'s' if number > 1 else ''}", "stop"))
    known, asked = seen.answered(seen.findings), len(seen.findings)
    return [*badges, markup.badge("", f"{known} of {asked} findings known", "plain")]


def _problems(found: Consultation) -> None:
    """Everything that cannot be used, at the top, each with a way to its field."""
    if not found.problems:
        return
    with st.container(key="problems", gap="xsmall"):
        show.problems(found.problems)
        with st.container(horizontal=True, gap="xsmall"):
            for field in findings_shown.findings_named(state.book().vocabulary, found.problems):
                _mend(field)


def _mend(field: str) -> None:
    """A button to where an entry can be mended; one that is no finding of ours can only go."""
    finding = state.book().vocabulary.by_id.get(field)
    if finding is None:
        st.button(
            f"Remove {markup.markdown(field)}",
            key=f"remove_{field}",
            on_click=state.set_answer,
            args=(field, None),
        )
    else:
        st.button(
            f"Go to {markup.markdown(finding.label)}",
            key=f"mend_{field}",
            on_click=profile_moves.jump,
            args=(field,),
        )


render()
