"""One question of the form: the widget for each kind of finding, and what is said beneath it.

A widget is filled from the entry before it is drawn and reports a change as a raw value, as it
would stand in a file; it never refuses, rounds or replaces what was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from engine.errors import Problem
from engine.findings import Choice, Finding, Measurement, MultiChoice, Table, YesNo
from engine.option import Option
from engine.profile import UNKNOWN
from engine.words import COUNT, sentence
from ui import form_notes, form_table, markup
from ui.keeping import uninterrupted
from ui.raw_values import (
    REST_NO,
    number_and_unit,
    point_hint,
    raw_measurement,
    raw_members,
    raw_number,
    stored_text,
    typed_text,
)
from ui.widget_keys import key_for

FEW = 4
"""A closed set with more answers than this is shown as a list that opens."""

LONGEST = 60
"""The most characters of a typed number."""


Change = Callable[[str, Any], None]
"""Told the finding's id and its new raw value; None is unknown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How a finding stands: what was entered (None: nothing), and what there is to say about it.

    ``unit`` is the one to begin with; ``counts_as`` says what it is taken for when it follows from
    something else, ``working`` is HTML on how that is calculated; ``not_used`` says that it does
    not apply to the ``diagnosis``.
    """

    raw: Any = None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    counts_as: str = ""
    working: str = ""
    unit: str = ""
    not_used: bool = False
    diagnosis: str | None = None


def question(finding: Finding, entry: Entry, change: Change, choose_unit: Change) -> None:
    """A finding with its widget, what its answers cover, and what is wrong with the entry."""
    with st.container(key=f"q_{finding.id}", gap="xxsmall"):
        if isinstance(finding, YesNo):
            _closed(finding, entry, change, {"yes": "Yes", "no": "No"}, True)
        elif isinstance(finding, Choice):
            labels = {o.value: sentence(o.label) for o in finding.options}
            _closed(finding, entry, change, labels, len(labels) <= FEW)
        elif isinstance(finding, Measurement):
            _number(finding, entry, change, choose_unit)
        elif isinstance(finding, MultiChoice):
            _several(finding, entry, change)
        elif isinstance(finding, Table):
            entry = _table(finding, entry, change)
        else:
            raise TypeError(f"{finding.id}: no widget for a {type(finding).__name__}")
        _beneath(finding, entry)


def _table(finding: Table[Any], entry: Entry, change: Change) -> Entry:
    """A table; what is wrong with a cell stands beside it, so it is not said again beneath."""

    def tell(raw: Any) -> None:
        change(finding.id, raw)

    if not form_table.table(finding, entry.raw, entry.diagnosis, tell):
        return entry
    return replace(entry, problems=tuple(p for p in entry.problems if p.field != finding.id))


def _closed(
    finding: Finding, entry: Entry, change: Change, labels: dict[str, str], few: bool
) -> None:
    """One answer of a closed set, or Unknown."""
    raw = {"True": "yes", "False": "no"}.get(str(entry.raw), str(entry.raw))
    value = raw if raw in labels else UNKNOWN
    name = key_for(finding.id, lambda shown: bool(shown == value))
    named = {**labels, UNKNOWN: "Unknown"}

    def told() -> None:
        answer = st.session_state[name]
        change(finding.id, None if answer in (None, UNKNOWN) else answer)

    if few:
        st.segmented_control(
            markup.markdown(finding.label),
            list(named),
            default=value,
            format_func=named.__getitem__,
            key=name,
            on_change=uninterrupted,
            args=(told,),
            required=True,
            help=_covers(finding),
        )
    else:
        st.selectbox(
            markup.markdown(finding.label),
            [UNKNOWN, *labels],
            index=[UNKNOWN, *labels].index(value),
            format_func=named.__getitem__,
            key=name,
            on_change=uninterrupted,
            args=(told,),
            help=_covers(finding),
        )


def _number(finding: Measurement, entry: Entry, change: Change, choose_unit: Change) -> None:
    """A number as text, so that what was typed stays as it was typed; with a unit where several."""
    number, unit = number_and_unit(finding, entry.raw, entry.unit)
    text = typed_text(number)
    name = key_for(finding.id, lambda shown: raw_number(shown or "") == raw_number(text))

    def told(chosen: str = unit) -> None:
        change(finding.id, raw_measurement(finding, st.session_state[name], chosen))

    def box(label: str) -> None:
        st.text_input(
            markup.markdown(label),
            text,
            key=name,
            placeholder="Unknown",
            max_chars=LONGEST,
            on_change=uninterrupted,
            args=(told,),
            autocomplete="off",
        )

    if not finding.other_units:
        box(finding.label if finding.unit == COUNT else f"{finding.label} ({finding.unit})")
        return
    unit_name = key_for(f"{finding.id}__unit", lambda shown: shown == unit)

    def unit_told() -> None:
        choose_unit(finding.id, st.session_state[unit_name])
        told(st.session_state[unit_name])

    with st.container(horizontal=True, vertical_alignment="bottom"):
        box(finding.label)
        st.selectbox(
            markup.markdown(f"{finding.label}: unit"),
            finding.units,
            index=finding.units.index(unit),
            key=unit_name,
            on_change=uninterrupted,
            args=(unit_told,),
            label_visibility="collapsed",
            width=130,
        )


def _several(finding: MultiChoice[Any], entry: Entry, change: Change) -> None:
    """Any number of answers, and whether those not chosen are absent or unknown."""
    raw = entry.raw if isinstance(entry.raw, list | tuple) else []
    options = [option.value for option in finding.options]
    labels = {o.value: sentence(o.label) for o in finding.options}
    chosen = [value for value in options if value in raw]
    rest = REST_NO if raw and UNKNOWN not in raw else UNKNOWN
    name = key_for(finding.id, lambda shown: set(shown or ()) == set(chosen))
    rest_name = key_for(f"{finding.id}__rest", lambda shown: shown == rest)

    def told() -> None:
        change(finding.id, raw_members(st.session_state[name] or [], st.session_state[rest_name]))

    st.pills(
        markup.markdown(finding.label),
        options,
        selection_mode="multi",
        default=chosen,
        format_func=labels.__getitem__,
        key=name,
        on_change=uninterrupted,
        args=(told,),
        help=_covers(finding),
    )
    st.segmented_control(
        markup.markdown(f"{finding.label}: those not chosen are"),
        [REST_NO, UNKNOWN],
        default=rest,
        format_func={REST_NO: "No", UNKNOWN: "Unknown"}.__getitem__,
        key=rest_name,
        on_change=uninterrupted,
        args=(told,),
        required=True,
    )


def _covers(finding: Finding) -> str | None:
    """What the answers cover, where that is written at the answers themselves."""
    options: type[Option] | None = getattr(finding, "options", None)
    lines = [
        f"- **{markup.markdown(sentence(option.label))}**: {markup.markdown(option.help)}"
        for option in options or ()
        if option.help
    ]
    return "\n".join(lines) or None


def _beneath(finding: Finding, entry: Entry) -> None:
    """What the question means, what the entry counts as, what is odd or wrong about it."""
    parts = []
    if not isinstance(finding, Table):  # it says so above its rows
        parts.append(form_notes.hint(f"{finding.question} {finding.help}"))
    if isinstance(finding, Measurement) and (stored := stored_text(finding, entry.raw)):
        parts.append(form_notes.equals(stored))
    if entry.counts_as:
        parts.append(form_notes.counts_as(entry.counts_as))
    parts.append(entry.working)
    if entry.not_used:
        parts.append(form_notes.not_used())
    parts += [form_notes.unusual(f"{p.wrong} {p.mend}") for p in entry.warnings]
    parts += [form_notes.wrong(f"{p.wrong} {p.mend}") for p in entry.problems]
    if isinstance(finding, Measurement) and (hint := point_hint(entry.raw)):
        parts.append(form_notes.wrong(hint))
    if any(parts):
        st.html("".join(parts))
