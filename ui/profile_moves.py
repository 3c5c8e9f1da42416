"""Getting about in the form: to a section, to a question, back to everything."""

from __future__ import annotations

import streamlit as st

from engine.findings import SEPARATOR, Table
from ui import state
from ui.findings_shown import Show
from ui.form_table import row_key

SECTION, SEARCH, SHOW = "section", "search", "show"
"""Keys of the widgets that say what is shown."""

QUESTIONS = "questions"
"""The key of the box around the questions."""

_FOCUS = "focus"
_SCRIPT = """
setTimeout(() => {
  const box = document.querySelector('.st-key-TARGET');
  if (!box) return;
  const top = box.getBoundingClientRect().top;
  if (top < 110 || top > window.innerHeight * 0.6) box.scrollIntoView({block: 'start'});
  const field = box.matches('[class*="st-key-q_"],[class*="st-key-row_"]')
    && box.querySelector('input, button');
  if (!field) box.tabIndex = -1;
  (field || box).focus({preventScroll: true});
}, 150);
"""


def show_all() -> None:
    """Clear the search and the filter."""
    st.session_state[SEARCH], st.session_state[SHOW] = "", Show.ALL


def go(section: str, focus: str = QUESTIONS) -> None:
    """Show a section, and put the focus on a part of it."""
    show_all()
    st.session_state[SECTION] = section
    st.session_state[_FOCUS] = focus
    state.save_setting(SECTION, section)


def jump(field: str) -> None:
    """Show a finding's section, and put the focus on its question; of a table, on the row."""
    vocabulary = state.book().vocabulary
    finding = vocabulary.owner[field] if field in vocabulary.owner else vocabulary.by_id[field]
    _, _, place = field.partition(SEPARATOR)
    if isinstance(finding, Table) and place:
        go(finding.section, row_key(finding.id, place.partition(SEPARATOR)[0]))
    else:
        go(finding.section, f"q_{finding.id}")


def section_chosen() -> None:
    """Remember the section, so that a reload comes back to it."""
    state.save_setting(SECTION, st.session_state[SECTION])


def take_focus() -> None:
    """Move the focus where a button promised to lead; otherwise the reader stays where it was.

    The target is a key of ours, never anything that was typed.
    """
    target = st.session_state.pop(_FOCUS, None)
    if target is not None:
        st.html(
            f"<script>{_SCRIPT.replace('TARGET', target)}</script>", unsafe_allow_javascript=True
        )
