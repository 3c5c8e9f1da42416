"""A copy of the patient to try things on. Nothing here changes the patient."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from engine.changes import changes
from engine.conditions import Value
from engine.errors import InputError
from engine.export.compared import fact_rows, step_parts
from engine.findings import Choice, Finding, Measurement
from engine.grammar import value_text
from engine.inquiry.goal import VerdictIs
from engine.profile import findings_of
from engine.words import sentence
from ui import inquiries, markup, show, state
from ui.explained import Explained
from ui.inquiries import About

COPY = "sandbox"
UNKNOWN = "unknown"


def start_with(key: About, entries: dict[str, Value]) -> None:
    """Put a changed patient on the copy."""
    st.session_state[COPY] = {"of": key, "entries": entries}
    # On a narrow screen the copy lies below, out of sight.
    st.toast(
        "It is on the copy. See “Try it on a copy” for what changes.", icon=":material/science:"
    )


def _start_over() -> None:
    st.session_state.pop(COPY, None)


def sandbox(found: Explained) -> None:
    """The copy: what is changed on it, how to change more, and what the rules make of it."""
    entries = _entries(found)
    with st.container(border=True, key="sandbox"):
        st.header("Try it on a copy", anchor=False)
        st.html(markup.paragraph("Nothing here changes the patient.", "cds-text cds-muted"))
        _change(found, entries)
        _outcome(found, entries)


def _entries(found: Explained) -> dict[str, Value]:
    """What is told on the copy; a new one where the patient has changed since."""
    copy = st.session_state.get(COPY)
    if copy is None or copy["of"] != found.key:
        return dict(found.trace.entries)
    return dict(copy["entries"])


def _change(found: Explained, entries: dict[str, Value]) -> None:
    """Choose a fact and tell it otherwise."""
    vocabulary = found.book.vocabulary
    diagnosis = entries.get(vocabulary.diagnosis.id)
    names = [
        name
        for name, atom in vocabulary.atoms.items()
        if vocabulary.owner[name].id in vocabulary.by_id
        and vocabulary.applies(atom, None if diagnosis is None else str(diagnosis))
    ]
    name = st.selectbox(
        "Change",
        names,
        index=None,
        format_func=lambda name: vocabulary.atoms[name].label,
        placeholder="Choose a finding",
        key="sandbox_finding",
    )
    if name is None:
        return
    finding = vocabulary.atoms[name]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        value = _value(finding, entries.get(name))
        st.button(
            "Change it",
            icon=":material/edit:",
            key="sandbox_set",
            on_click=_tell,
            args=(found.key, entries, name, value),
        )


def _value(finding: Finding, now: Value | None) -> Any:
    """A widget for the value; None is unknown."""
    if isinstance(finding, Measurement):
        return st.number_input(
            f"Value ({finding.unit})",
            value=None if now is None else float(now),
            placeholder="Unknown",
            key=f"sandbox_{finding.id}",
        )
    values: dict[str, Value | None] = {UNKNOWN: None}
    if isinstance(finding, Choice):
        values |= {option.value: option.value for option in finding.options}
    else:
        values |= {"yes": True, "no": False}
    chosen = st.selectbox(
        "Value",
        list(values),
        index=list(values.values()).index(now),
        format_func=lambda each: sentence(value_text(finding, values[each])),
        key=f"sandbox_{finding.id}",
    )
    return values[chosen or UNKNOWN]


def _tell(key: About, entries: dict[str, Value], name: str, value: Any) -> None:
    told = {other: each for other, each in entries.items() if other != name}
    if value is not None:
        told[name] = value
    start_with(key, told)


def _outcome(found: Explained, entries: dict[str, Value]) -> None:
    """What the rules make of the copy, beside what they make of the patient."""
    if entries == found.trace.entries:
        st.html(markup.paragraph("Nothing is changed on it yet.", "cds-text"))
        return
    if problem := _out_of_range(found, entries):
        show.problems((problem,))
        _buttons(found, entries, usable=False)
        return
    key = About(found.key.criteria, json.dumps(entries, sort_keys=True), found.key.readings)
    try:
        after = inquiries.trace_of(key)
    except InputError as error:
        show.problems(error.problems, "This patient cannot be")
        _buttons(found, entries, usable=False)
        return
    verdict = VerdictIs.verdict(found.goal, after) if found.goal else after.overall
    st.html(
        f'<p class="cds-text">{markup.kind_badge(found.verdict.kind, found.verdict.label)} → '
        f"{markup.kind_badge(verdict.kind, verdict.label)}</p>"
        + markup.paragraph(show.verdict_text(found.book, verdict))
    )
    different = changes(found.book, found.trace, after)
    rows = fact_rows(found.book, different)
    st.html(markup.table("Changed on the copy", ("Fact", "Patient", "Copy"), rows, stacks=True))
    with st.expander("What the rules make of it otherwise", key="sandbox_rules"):
        for part in step_parts(found.book, different):
            if not part.is_empty:
                st.html(markup.small_heading(part.title) + markup.part(part))
    _buttons(found, entries, usable=True)


def _out_of_range(found: Explained, entries: dict[str, Value]) -> Any:
    """The first number that cannot be."""
    raw = findings_of(found.book.vocabulary, entries)
    try:
        state.model.read(raw)
    except InputError as error:
        return error.problems[0]
    return None


def _buttons(found: Explained, entries: dict[str, Value], *, usable: bool) -> None:
    with st.container(horizontal=True):
        st.button("Start over", icon=":material/undo:", key="sandbox_over", on_click=_start_over)
        if not found.read_only:
            st.button(
                "Make it the patient",
                icon=":material/person:",
                key="sandbox_take",
                on_click=_take,
                args=(found, entries),
                disabled=not usable,
                help="The patient before can be brought back in the patient profile.",
            )


def _take(found: Explained, entries: dict[str, Value]) -> None:
    asked = found.book.vocabulary.by_id
    elsewhere = {n: raw for n, raw in state.patient().answers.items() if n not in asked}
    told = elsewhere | findings_of(found.book.vocabulary, entries)
    state.replace_patient(told, "a changed copy", state.patient().readings)
    _start_over()
