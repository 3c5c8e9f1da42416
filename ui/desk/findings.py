"""The findings that a step tells or changes, each with the widget that the patient form has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from cases.draft import profile_of_draft
from cases.draft_edit import Place, alter, known_before, steps_of, table_of, tell
from cases.model import MOST_FACTS
from cases.told import value_words
from engine.errors import Problem, ProfileError
from engine.findings import Finding, Measurement, Table
from engine.profile import UNKNOWN
from ui import form, markup
from ui.desk import fields, kept
from ui.desk.desk import Desk
from ui.keeping import uninterrupted
from ui.widget_keys import key_for

UNKNOWN_NOTE = "What no step has told is unknown, which is not the same as no."


IN_THE_FILE = "A table cannot be changed here: write it in the file."


def can_be_told(desk: Desk) -> dict[str, Finding]:
    """The findings that have a widget, by id."""
    findings = profile_of_draft(desk.draft).vocabulary.findings
    return {finding.id: finding for finding in findings if not isinstance(finding, Table)}


def told(desk: Desk, number: int) -> None:
    """What becomes known at a step (counted from 0), and what changes."""
    step = steps_of(desk.draft)[number]
    known = known_before(desk.draft, number)
    reveals, changes = table_of(step, "reveals"), table_of(step, "changes")
    st.html(
        markup.paragraph(
            f"At most {MOST_FACTS} findings in a step. {UNKNOWN_NOTE}", "cds-text cds-muted"
        )
    )
    free = [name for name in can_be_told(desk) if name not in known and name not in changes]
    _which(desk, number, "Findings told in this step", "reveals", reveals, free)
    with st.container(key="desk_told_grid"):
        for name, raw in reveals.items():
            _finding(desk, number, name, raw, ("reveals", name))
    if known or changes:
        offered = [name for name in can_be_told(desk) if name in known and name not in reveals]
        _which(desk, number, "Findings that change in this step", "changes", changes, offered)
        for name, change in changes.items():
            _change(desk, number, name, change if isinstance(change, dict) else {})


def _which(
    desk: Desk,
    number: int,
    label: str,
    key: str,
    there: dict[str, Any],
    offered: Sequence[str],
) -> None:
    """Which findings a step tells; what was written about one that stays is kept."""
    names = [*there, *(name for name in offered if name not in there)]
    widget = key_for(
        fields.name_of(("steps", number, key)), lambda shown: set(shown or ()) == set(there)
    )
    how = tell if key == "reveals" else alter

    def chosen() -> None:
        kept.change(desk.move, partial(how, step=number, names=list(st.session_state[widget])))

    st.multiselect(
        label,
        names,
        default=list(there),
        format_func=lambda name: _label(desk, name),
        key=widget,
        placeholder="Choose findings",
        on_change=uninterrupted,
        args=(chosen,),
    )


def _label(desk: Desk, name: str) -> str:
    finding = profile_of_draft(desk.draft).vocabulary.by_id.get(name)
    return name if finding is None else finding.label


def _finding(desk: Desk, number: int, name: str, raw: Any, where: Place) -> None:
    """A finding with its widget, and what is wrong with what was entered."""
    with st.container(gap="xxsmall"):
        _drawn(desk, number, name, None if raw == UNKNOWN else raw, where)


def _drawn(desk: Desk, number: int, name: str, raw: Any, where: Place) -> None:
    finding = can_be_told(desk).get(name)
    place = f"step {number + 1}, {', '.join(map(str, where))}"
    if finding is None:
        known = profile_of_draft(desk.draft).vocabulary.by_id.get(name)
        st.html(
            markup.labelled(f"{_label(desk, name)}:", _words(desk, name, raw))
            + ("" if known is None else markup.paragraph(IN_THE_FILE, "cds-text cds-muted"))
        )
    else:
        path = ("steps", number, *where)
        wrong = _wrong(desk, finding, raw)
        form.question(
            # A name of its own, so that widgets of two steps are never taken for one another.
            replace(finding, id=fields.name_of(path)),
            form.Entry(raw=raw, problems=wrong, unit=_unit(finding)),
            lambda _, value: kept.tell(path, UNKNOWN if value is None else value),
            _no_unit_kept,
        )
    faults = [*desk.looked.at(place), *desk.looked.at(f"step {number + 1}, {name}")]
    shown = _wrong(desk, finding, raw) if finding is not None else ()
    fresh = [f for f in faults if f.wrong not in {each.wrong for each in shown}]
    fields.said(fresh)


def _no_unit_kept(field: str, unit: Any) -> None:
    """The unit is written with its number; there is no other place for it in a case."""


def _unit(finding: Finding) -> str:
    return finding.unit if isinstance(finding, Measurement) else ""


def _wrong(desk: Desk, finding: Finding, raw: Any) -> tuple[Problem, ...]:
    try:
        profile_of_draft(desk.draft).read({finding.id: raw})
    except ProfileError as error:
        return error.problems
    return ()


def _change(desk: Desk, number: int, name: str, change: dict[str, Any]) -> None:
    """What a finding was, what it becomes, and why."""
    where: Place = ("steps", number, "changes", name)
    with st.container(border=True, key=f"desk_change_{name}", gap="xsmall"):
        was = _words(desk, name, change.get("from"))
        st.html(
            markup.small_heading(f"{_label(desk, name)} changes")
            + markup.paragraph(f"It was {was}. Now it is:")
        )
        _finding(desk, number, name, change.get("to"), ("changes", name, "to"))
        fields.paragraphs(desk, (*where, "because"), f"Why {_label(desk, name).lower()} changes")
        fields.beneath(desk.looked, *_places(number, name))


def _places(number: int, name: str) -> Iterable[str]:
    place = f"step {number + 1}, changes, {name}"
    return place, f"{place}, from"


def _words(desk: Desk, name: str, raw: Any) -> str:
    """A value as it is read; one that cannot be read as it was written."""
    profile = profile_of_draft(desk.draft)
    finding = profile.vocabulary.by_id.get(name)
    if finding is None or raw is None or _wrong(desk, finding, raw):
        return f"“{raw}”"
    return value_words(finding, profile.read({name: raw}).entries())
