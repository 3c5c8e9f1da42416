"""A table of the form: one line for each row that applies, its details once they matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from engine.findings import Choice, Measurement, Table, YesNo
from engine.option import Option
from engine.profile import UNKNOWN
from engine.words import sentence
from rules.vocabulary.treatment_options import Outcome
from ui import form_notes, markup
from ui.keeping import uninterrupted
from ui.raw_values import (
    number_and_unit,
    point_hint,
    raw_measurement,
    raw_number,
    raw_rows,
    rows_told,
    typed_text,
    wrong_with,
)
from ui.widget_keys import key_for

NEEDS_MORE: frozenset[str] = frozenset({Outcome.FAILED, Outcome.PARTIAL, Outcome.IN_PROGRESS})
"""Answers of the first column that mean little without the other columns."""

LONGEST = 20
"""The most characters of a typed number."""

Cell = Choice[Any] | YesNo | Measurement
Tell = Callable[[list[dict[str, Any]] | None], None]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The table while it is drawn: what was told, and how to read each cell on the screen."""

    table: Table[Any]
    told: dict[str, dict[str, Any]]
    tell: Tell
    cells: dict[tuple[str, str], Callable[[], Any]] = field(default_factory=dict)

    def changed(self) -> None:
        """Report the whole table as it now stands on the screen.

        Every cell is read anew, because the browser may report two that were changed at once.
        """
        now = {row: dict(cells) for row, cells in self.told.items()}
        for (row, column), read in self.cells.items():
            now.setdefault(row, {})[column] = read()
        self.tell(raw_rows(self.table, now))


def table(finding: Table[Any], raw: Any, diagnosis: str | None, tell: Tell) -> bool:
    """Every row that is asked for the diagnosis, or was told.

    Returns whether something wrong with a cell was said beside it.
    """
    drawn = _Drawn(finding, rows_told(finding, raw), tell)
    asked = dict(finding.rows_for)
    said = False
    with st.container(key=f"table_{finding.id}", gap=None):
        st.html(_head(finding))
        for option in finding.rows:
            applies = diagnosis is None or diagnosis in asked.get(option, {diagnosis})
            if applies or option.value in drawn.told:
                said |= _row(drawn, option, applies=applies)
    return said


def row_key(finding: str, row: str) -> str:
    """The key of the box around one row, also a class in the page (``st-key-…``)."""
    return f"row_{finding}__{row}"


def _head(finding: Table[Any]) -> str:
    # The names of the columns are for the eye; each field says its own, with its row.
    return (
        markup.small_heading(finding.label)
        + form_notes.hint(f"{finding.question} {finding.help}")
        + '<p class="cds-line cds-small cds-muted" aria-hidden="true">'
        f"<span>{markup.text(sentence(finding.key))}</span>"
        f"<span>{markup.text(finding.columns[0].label)}</span></p>"
    )


def _row(drawn: _Drawn, option: Option, *, applies: bool) -> bool:
    first, *rest = drawn.table.columns
    told = drawn.told.get(option.value, {})
    needs_more = told.get(first.id) in NEEDS_MORE
    with st.container(key=row_key(drawn.table.id, option.value), gap=None):
        helped = f'<br><span class="cds-small cds-muted">{markup.text(option.help)}</span>'
        st.html(
            f'<p class="cds-row-name">{markup.text(sentence(option.label))}'
            f"{helped if option.help else ''}</p>"
        )
        _cell(drawn, option, first)
        if needs_more or any(column.id in told for column in rest):
            with st.container(key=f"more_{drawn.table.id}__{option.value}", gap=None):
                for column in rest:
                    with st.container(key=f"cell_{_name(drawn, option, column)}", gap=None):
                        st.html(f'<p class="cds-small" aria-hidden="true">{_title(column)}</p>')
                        _cell(drawn, option, column)
        notes = [] if applies else [form_notes.not_used()]
        wrong = _wrong(drawn.table, told)
        if notes + wrong:
            st.html("".join(notes + wrong))
    return bool(wrong)


def _wrong(finding: Table[Any], told: dict[str, Any]) -> list[str]:
    """What is wrong with the cells of a row, each with its column."""
    notes = []
    for column in finding.columns:
        raw = told.get(column.id)
        if said := wrong_with(column, raw):
            hint = point_hint(raw) if isinstance(column, Measurement) else ""
            notes.append(form_notes.wrong(f"{column.label}: {said} {hint}".rstrip()))
    return notes


def _name(drawn: _Drawn, option: Option, column: Cell) -> str:
    return f"{drawn.table.id}__{option.value}__{column.id}"


def _title(column: Cell) -> str:
    return markup.text(
        f"{column.label} ({column.unit})"
        if isinstance(column, Measurement) and column.unit not in column.label.lower()
        else column.label
    )


def _cell(drawn: _Drawn, option: Option, column: Cell) -> None:
    """One cell, labelled with its row, so that it can be told apart when it is read out."""
    raw = drawn.told.get(option.value, {}).get(column.id)
    label = markup.markdown(drawn.table.cell(option, column).label)
    name = _name(drawn, option, column)
    if isinstance(column, Measurement):
        read = _number(column, raw, label, name, drawn.changed)
    else:
        read = _closed(column, raw, label, name, drawn.changed)
    drawn.cells[option.value, column.id] = read


def _number(
    column: Measurement, raw: Any, label: str, name: str, changed: Callable[[], None]
) -> Callable[[], Any]:
    number, unit = number_and_unit(column, raw, "")
    text = typed_text(number)
    key = key_for(name, lambda shown: raw_number(shown or "") == raw_number(text))
    st.text_input(
        label,
        text,
        key=key,
        placeholder="Unknown",
        max_chars=LONGEST,
        on_change=uninterrupted,
        args=(changed,),
        autocomplete="off",
        label_visibility="collapsed",
    )
    return lambda: raw_measurement(column, st.session_state[key], unit)


def _closed(
    column: Choice[Any] | YesNo, raw: Any, label: str, name: str, changed: Callable[[], None]
) -> Callable[[], Any]:
    words = {"yes": "Yes", "no": "No"}
    if isinstance(column, Choice):
        words = {each.value: sentence(each.label) for each in column.options}
    shown_as = {UNKNOWN: "Unknown", **words}
    given = {"True": "yes", "False": "no"}.get(str(raw), str(raw))
    value = given if given in words else UNKNOWN
    key = key_for(name, lambda shown: bool(shown == value))
    st.selectbox(
        label,
        list(shown_as),
        index=list(shown_as).index(value),
        format_func=shown_as.__getitem__,
        key=key,
        on_change=uninterrupted,
        args=(changed,),
        label_visibility="collapsed",
    )

    def read() -> Any:
        chosen = st.session_state[key]
        # What stands in a file and is none of the answers stays until another is chosen.
        if chosen == value:
            return raw
        return None if chosen in (None, UNKNOWN) else chosen

    return read
