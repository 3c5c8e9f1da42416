"""The screen *Patient profile*: the questions, what is wrong with the answers, what rules say."""

from __future__ import annotations

import streamlit as st

from ui import (
    findings_shown,
    markup,
    patient_files,
    profile_layers,
    profile_moves,
    profile_questions,
    profile_style,
    rules_panel,
    show,
    state,
    widget_keys,
)
from ui.consultation import Consultation
from ui.findings_shown import Overview


def render() -> None:
    """The whole screen for the patient as entered so far."""
    found = state.consultation()
    patient = state.patient()
    diagnosis = patient.answers.get(state.book().vocabulary.diagnosis.id)
    seen = findings_shown.overview(
        state.book().vocabulary, patient.answers, patient.refused, diagnosis, found
    )
    profile_style.apply()
    with widget_keys.drawing():
        _head(found, seen)
        _problems(found)
        patient_files.messages()
        left, right = st.columns([2.6, 1], gap="medium")
        with left:
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
        if found.trace is not None:
            show.now(found.trace)
        profile_layers.switch()
    with right:
        patient_files.menu()


def _badges(found: Consultation, seen: Overview) -> list[str]:
    badges = []
    if found.trace is not None:
        badges.append(markup.kind_badge(found.trace.overall.kind))
        if (second := found.trace.overall_reference) is not None:
            badges.append(markup.kind_badge(second.kind, profile_layers.by_criteria(second)))
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
