"""The tab *Check*: faults and hints of the draft, and of every case when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cases.draft_faults import file_name, hints
from cases.own import every_case
from cases.survey import Found, every_file, located, survey, unreadable
from engine.words import counted, sentence
from ui import markup
from ui.desk.desk import Desk
from ui.teaching.judge import Failure, attempted

EXPLAINED = (
    "A fault keeps a case from being used. A hint is none: it runs, and may teach less than it "
    "could. These are the checks of the command line."
)
HEAD = ("File", "Line", "Place", "What", "Mend")
FINE = "Nothing was found."
_EVERY, _ONE = "desk_every", "desk_every_one"
ALL = "All cases"


def check(desk: Desk) -> None:
    """The draft first; the library and one's own folder below it."""
    st.html(markup.paragraph(EXPLAINED, "cds-text cds-muted"))
    name = file_name(desk.draft)
    faults = located(name, desk.looked.raw, desk.looked.faults)
    with st.container(border=True, key="desk_check_draft"):
        st.header("This draft", anchor=False)
        _table(f"Faults of the draft: {len(faults)}", faults)
        case = desk.looked.case
        if case is None or faults:
            st.html(markup.paragraph("Hints follow once there are no faults."))
        else:
            found = attempted(lambda: hints(case, every_case()))
            if isinstance(found, Failure):
                found.show()
            else:
                listed = located(name, desk.looked.raw, found, hint=True)
                _table(f"Hints on the draft: {len(listed)}", listed)
    _every()


def _every() -> None:
    with st.container(border=True, key="desk_check_every"):
        st.header("Every case", anchor=False)
        asked = st.toggle(
            "Check the library and your own folder", key=_EVERY, persist_state="session"
        )
        if not asked:
            return
        with st.spinner("Every case is asked of the rules."):
            files = every_file()
            found = attempted(lambda: (*unreadable(), *survey(files)))
        if isinstance(found, Failure):
            found.show()
            return
        names = [ALL, *sorted({each.file for each in found})]
        chosen = st.selectbox("Which case", names, key=_ONE, persist_state="session")
        shown = [each for each in found if chosen in (None, ALL, each.file)]
        faults = [each for each in shown if not each.hint]
        listed = [each for each in shown if each.hint]
        st.html(markup.paragraph(f"{sentence(counted(len(files), 'file'))} looked at."))
        _table(f"Faults: {len(faults)}", faults)
        _table(f"Hints: {len(listed)}", listed)


def _table(caption: str, found: Sequence[Found]) -> None:
    if not found:
        st.html(markup.small_heading(caption) + markup.paragraph(FINE))
        return
    rows = [
        (each.file, str(each.line), each.place or "the whole case", each.wrong, each.mend)
        for each in found
    ]
    st.html(markup.table(caption, HEAD, rows, stacks=True))
