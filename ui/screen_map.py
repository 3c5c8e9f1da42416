"""The screen *Decision map*: the verdict for every combination of two or three findings."""

from __future__ import annotations

import json

import streamlit as st

from engine.consult import BANNER
from engine.errors import DefectError, InputError
from engine.export import as_markdown
from engine.export.map_report import map_data, map_report
from engine.export.map_words import (
    counts_text,
    here_text,
    mode_text,
    nearest_text,
    reasons_why_not,
    supposed_text,
    title,
)
from engine.export.web_page import as_web_page
from engine.inquiry.map_model import DecisionMap
from ui import markup, show, state, widget_keys
from ui.map import choices, detail, grid, style
from ui.map.choices import Chosen
from ui.map.drawn import drawn

INTRO = (
    "Two or three findings, every combination of their values, and the verdict that each comes to. "
    "Values that no rule tells apart stand together, so nothing is left out."
)
WORKING = "Working it out …"


def render() -> None:
    """The choices, the patient's place, the tables, and one combination in detail."""
    with widget_keys.drawing():
        _screen()


def _screen() -> None:
    style.apply()
    st.title("Decision map", anchor=False)
    st.html(markup.paragraph(INTRO))
    if state.consultation().defect is not None:
        show.defect(state.consultation().defect or "")
        return
    show.problems(state.consultation().problems)
    try:
        chosen = choices.choose()
        if chosen is None:
            st.html(markup.paragraph("Choose a disease above, or enter a patient who has one."))
            st.page_link("screen_profile.py", label="Enter a patient", icon=":material/person:")
            return
        with st.spinner(WORKING):
            found = drawn(chosen.asked)
        _map(chosen, found)
    except InputError as error:
        show.problems(error.problems, "This map cannot be drawn")
    except DefectError as error:
        show.defect(str(error))


def _map(chosen: Chosen, found: DecisionMap) -> None:
    _about(chosen, found)
    with st.container(border=True, key="map_grids"):
        st.header("The map", anchor=False)
        for table in grid.grids(found):
            st.html(table)
        reasons = tuple(reasons_why_not(found))
        if reasons:
            entries = markup.rows((markup.BULLET, markup.text(why)) for why in reasons)
            st.html(markup.folded("Why some combinations cannot be", entries))
    detail.one_combination(chosen.asked, found)
    _files(chosen, found)


def _about(chosen: Chosen, found: DecisionMap) -> None:
    """Where the patient is, how near another verdict is, and what was counted."""
    book = chosen.asked.book
    with st.container(border=True, key="map_about"):
        st.header(show.escape(title(book, found)), anchor=False)
        parts = [markup.paragraph(mode_text(book, found), "cds-text cds-muted")]
        if supposed := supposed_text(book, found, chosen.disease_of_patient):
            parts.append(markup.paragraph(supposed, "cds-text cds-muted"))
        parts.append(markup.paragraph(here_text(found), "cds-lead"))
        near, ways = nearest_text(found)
        if near:
            parts.append(markup.small_heading("The nearest boundary"))
            parts.append(markup.paragraph(near))
            parts.append(markup.rows((markup.BULLET, markup.text(each)) for each in ways))
        parts.append(markup.small_heading("How many"))
        how_many, counts = counts_text(found)
        parts.append(markup.paragraph(how_many))
        parts.append(markup.rows((markup.BULLET, markup.text(each)) for each in counts))
        st.html("".join(parts))


def _files(chosen: Chosen, found: DecisionMap) -> None:
    """The map to keep: to be read, to be printed, and for other programs."""
    book = chosen.asked.book
    report = map_report(book, found, supposed_text(book, found, chosen.disease_of_patient))
    data = {"disclaimer": BANNER, "rulebook": book.content_hash, **map_data(book, found)}
    files = (
        ("Save as Markdown", as_markdown(report), "decision-map.md", "text/markdown"),
        ("Save as a page to print", as_web_page(report), "decision-map.html", "text/html"),
        (
            "Save as data",
            json.dumps(data, indent=2, ensure_ascii=False),
            "decision-map.json",
            "application/json",
        ),
    )
    with st.container(horizontal=True, key="map_files"):
        for label, text, name, mime in files:
            st.download_button(
                label,
                data=text,
                file_name=name,
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
            )


if __name__ == "__main__":
    render()
