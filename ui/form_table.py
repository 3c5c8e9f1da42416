"""A table of the form: one line for each row that applies, its details once they matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from engine.findings import Choice, Measurement, Table, YesNo
from engine.option import Option
from engine.profile import UNKNOWN
from engine.words import sentence
from ui import markup
from ui.keeping import uninterrupted
from ui.raw_values import raw_number, typed_text
from ui.widget_keys import key_for

Row = dict[str, Any]
Change = Callable[[str, Any], None]


def table(finding: Table[Any], raw: Any, diagnosis: str | None, change: Change) -> None:
    """Every row that is asked for the diagnosis; the first column decides whether there is more."""
    rows = {row.get(finding.key): row for row in raw or () if isinstance(row, dict)}
    asked = dict(finding.rows_for)
    with st.container(key=f"table_{finding.id}", gap="xsmall"):
        st.html(markup.small_heading(finding.label))
        for option in finding.rows:
            for_whom = asked.get(option, frozenset())
            told = rows.get(option.value, {})
            if told or diagnosis is None or not for_whom or diagnosis in for_whom:
                _line(finding, option, told, lambda row: change(finding.id, row), rows)


def _line(
    finding: Table[Any],
    option: Option,
    told: Row,
    change: Callable[[list[Row] | None], None],
    rows: dict[Any, Row],
) -> None:
    def enter(column: str, value: Any) -> None:
        row = {finding.key: option.value, **told, column: value}
        kept = {name: cell for name, cell in row.items() if cell is not None}
        others = {name: each for name, each in rows.items() if name != option.value}
        merged = others | ({option.value: kept} if len(kept) > 1 else {})
        # In the order of the rows, as a file would be written by hand.
        order = [each.value for each in finding.rows]
        change([merged[name] for name in order if name in merged] or None)

    first, *rest = finding.columns
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _cell(finding, option, first, told, enter)
        if len(told) > 1:
            for column in rest:
                _cell(finding, option, column, told, enter)


def _cell(
    finding: Table[Any],
    option: Option,
    column: Choice[Any] | YesNo | Measurement,
    told: Row,
    enter: Callable[[str, Any], None],
) -> None:
    """One cell, labelled with its row, so that it can be told apart when it is read out."""
    name = f"{finding.id}__{option.value}__{column.id}"
    label = markup.markdown(f"{sentence(option.label)}: {column.label.lower()}")
    raw = told.get(column.id)
    if isinstance(column, Measurement):
        text = typed_text(raw)
        key = key_for(name, lambda shown: raw_number(shown or "") == raw_number(text))
        st.text_input(
            label,
            text,
            key=key,
            placeholder=f"Unknown ({column.unit})",
            on_change=uninterrupted,
            args=(lambda: enter(column.id, raw_number(st.session_state[key])),),
            width=190,
            autocomplete="off",
        )
        return
    words = (
        {each.value: sentence(each.label) for each in column.options}
        if isinstance(column, Choice)
        else {"yes": "Yes", "no": "No"}
    )
    value = {"True": "yes", "False": "no"}.get(str(raw), str(raw))
    value = value if value in words else UNKNOWN
    key = key_for(name, lambda shown: bool(shown == value))
    options = [UNKNOWN, *words]
    st.selectbox(
        label,
        options,
        index=options.index(value),
        format_func={**words, UNKNOWN: "Unknown"}.__getitem__,
        key=key,
        on_change=uninterrupted,
        args=(
            lambda: enter(
                column.id,
                None if st.session_state[key] == UNKNOWN else st.session_state[key],
            ),
        ),
        width=250 if isinstance(column, Choice) else 190,
    )
