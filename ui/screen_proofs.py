"""The screen *Proofs*: what holds for every patient, and what breaking a rule would break."""

from __future__ import annotations

import streamlit as st

from ui.proofs import break_a_rule, patient, proven, style

TABS = ("What holds", "Break a rule")


def render() -> None:
    """The whole screen."""
    st.title("Proofs", anchor=False)
    style.apply()
    patient.taken()
    holds, broken = st.tabs(TABS, key="proofs", bind="query-params")
    if holds.open:
        with holds:
            proven.proven()
    if broken.open:
        with broken:
            break_a_rule.break_a_rule()


render()
