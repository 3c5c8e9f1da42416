"""The end of a run: who switched after which advice, how sure and how right, every item again."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cases.drills.debrief import debrief
from cases.drills.item import item_of
from cases.drills.results import (
    Played,
    calibration,
    calibration_text,
    switch_matrix,
    switch_text,
)
from ui import markup, show
from ui.drills import markup as drill_markup
from ui.drills.item_view import CHANGED
from ui.drills.record import Entry, Run
from ui.teaching.judge import Failure, attempted
from ui.teaching.progress import Sure

NOTHING = "No item was answered twice, so there is nothing to count."
UNFINISHED = "You did not answer it a second time, so it is not counted."


def summary(run: Run) -> None:
    """The summary of a run that is over."""
    played = results(run)
    with st.container(border=True, key="drill_switches"):
        st.header("What you did with the advice", anchor=False)
        if played:
            told = "".join(markup.paragraph(line) for line in switch_text(played))
            st.html(told + drill_markup.matrix(switch_matrix(played)))
        else:
            st.html(markup.paragraph(NOTHING))
    if played:
        with st.container(border=True, key="drill_calibration"):
            _calibration("How sure you were, and how often right", played)
    _items(run)


def all_runs(runs: Sequence[Run]) -> None:
    """All runs counted together."""
    played = [each for run in runs for each in results(run)]
    with st.container(border=True, key="drill_all_runs"):
        st.header("All of your runs together", anchor=False)
        st.html(drill_markup.matrix(switch_matrix(played)))
        _calibration(None, played)


def results(run: Run) -> list[Played]:
    """The items that were answered twice, judged; what has changed since is left out."""
    return [played for entry in run.items if (played := attempted_result(entry))]


def attempted_result(entry: Entry) -> Played | None:
    """Both answers to an item, judged; None where there are not two or it can't be judged."""
    item = attempted(lambda: item_of(entry.key))
    if item is None or isinstance(item, Failure) or not entry.fits(item):
        return None
    return entry.played(item)


def _calibration(title: str | None, played: Sequence[Played]) -> None:
    if title:
        st.header(title, anchor=False)
    degrees = [sure.value for sure in Sure]
    st.html(
        markup.paragraph(calibration_text(played))
        + drill_markup.calibration(calibration(played, degrees))
    )


def _items(run: Run) -> None:
    """Every item whose advice was shown, with what was behind it to open."""
    with st.container(border=True, key="drill_items"):
        st.header("The items, explained", anchor=False)
        if not run.seen:
            st.html(markup.paragraph("No advice was shown in this run."))
        for number in run.seen:
            _item(number, run.items[number])


def _item(number: int, entry: Entry) -> None:
    item = attempted(lambda: item_of(entry.key))
    if isinstance(item, Failure):
        item.show()
        return
    if item is None or not entry.fits(item):
        st.html(markup.paragraph(f"Item {number + 1}. {CHANGED}"))
        return
    found = debrief(item)
    # What was not explained before is not folded away now.
    opened = entry.second is None
    title = show.escape(f"{number + 1} · {item.case.title} – {found.headline.lower()}")
    with st.expander(title, expanded=opened, key=f"drill_item_{number}"):
        note = markup.paragraph(UNFINISHED) if opened else ""
        st.html(
            note
            + markup.labelled("The question was:", item.prompt)
            + drill_markup.answers(item, entry)
            + drill_markup.debriefed(found)
        )
