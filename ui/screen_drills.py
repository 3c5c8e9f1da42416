"""The screen *Scrutiny drills*: what they are, the item being played, or the end of a run."""

from __future__ import annotations

import streamlit as st

from engine.words import counted
from ui import markup
from ui.drills import kept, moves, style, summary
from ui.drills import markup as drill_markup
from ui.drills.item_view import item_view
from ui.drills.record import Drills, Run
from ui.drills.words import ANNOUNCEMENT, ENDED, STEPS, WHY
from ui.teaching import focus
from ui.teaching import style as case_style


def render() -> None:
    """The run under way where it was left; else what the drills are, after the last run's end."""
    case_style.apply()
    style.apply()
    found = kept.read()
    run = found.last
    if run is not None and not run.over:
        st.html(drill_markup.band(sticky=True))
        item_view(run)
        _stop(run)
    else:
        _between(found, run)
    runs = counted(len(found.runs), "run")
    told = f"The answers of {runs} are deleted. This cannot be undone."
    moves.TO_FORGET.show("Forget your drills?", told, moves.forget)
    focus.take()


def _between(found: Drills, run: Run | None) -> None:
    if run is None:
        st.title("Scrutiny drills", anchor=False)
        _announced()
        with st.container(border=True, key="drill_how"):
            st.header("How it goes", anchor=False)
            steps = "".join(f"<li>{markup.text(step)}</li>" for step in STEPS)
            st.html(markup.paragraph(WHY) + f'<ol class="cds-items">{steps}</ol>')
        _begin("Begin", 0)
        return
    st.title("The end of this run", anchor=False)
    st.html(markup.paragraph(ENDED))
    summary.summary(run)
    if len(found.runs) > 1:
        summary.all_runs(found.runs)
    with st.container(border=True, key="drill_onwards"):
        st.header("Another run", anchor=False)
        _announced()
        with st.container(horizontal=True):
            _begin("Begin another run", len(found.runs))
            st.download_button(
                "My data",
                found.as_data(),
                file_name="my-scrutiny-drills.json",
                mime="application/json",
                icon=":material/download:",
                on_click="ignore",
                key="drill_data",
            )
            st.button(
                "Forget my drills",
                icon=":material/delete:",
                key="drill_forget_button",
                on_click=moves.TO_FORGET.ask,
            )


def _announced() -> None:
    st.html(f'<p class="cds-note cds-split cds-lead">{markup.text(ANNOUNCEMENT)}</p>')


def _begin(label: str, runs: int) -> None:
    if (failed := moves.failure()) is not None:
        failed.show()
    st.button(
        label,
        icon=":material/play_arrow:",
        type="primary",
        key="drill_begin",
        on_click=moves.begin,
        args=(runs,),
    )


def _stop(run: Run) -> None:
    """A way out that leaves nothing unexplained."""
    st.button(
        "Stop here and have everything explained",
        icon=":material/stop_circle:",
        type="tertiary",
        key="drill_stop",
        on_click=moves.stop,
        args=(run.seed,),
    )


render()
