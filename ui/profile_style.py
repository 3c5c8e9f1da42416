"""The style of the form's longer parts: tables, and sets with many answers."""

import streamlit as st

from engine.findings import MultiChoice, Table
from rules.vocabulary.full import FULL_VOCABULARY

MANY = 6
"""A set with more answers than this takes the whole width."""

_WIDE = ",".join(
    f"[data-testid=stLayoutWrapper]:has(>.st-key-q_{finding.id})"
    for finding in FULL_VOCABULARY.findings
    if isinstance(finding, Table)
    or (isinstance(finding, MultiChoice) and len(finding.members()) > MANY)
)

CSS = (
    _WIDE
    + """{grid-column:1/-1}
.cds-line,[class*="st-key-row_"]{display:grid;align-items:center;margin:0;column-gap:1rem;
  grid-template-columns:minmax(8rem,17rem) minmax(9rem,17rem)}
.cds-line{padding:.5rem 0 .3rem;border-bottom:1px solid #CBD3DC;font-weight:600}
[class*="st-key-row_"]{padding:.3rem 0;border-bottom:1px solid #DDE3EA;scroll-margin-top:7.5rem}
[class*="st-key-row_"]>.stElementContainer:nth-child(n+3){grid-column:1/-1}
[class*="st-key-row_"]>[data-testid=stLayoutWrapper]{grid-column:1/-1}
.cds-row-name{margin:0;line-height:1.35;font-weight:600;font-size:.9375rem}
.cds-row-name span{font-weight:400}
[class*="st-key-more_"]{display:grid;gap:.25rem 1rem;padding:.35rem 0 .45rem 1rem;
  margin:.3rem 0 0 .25rem;border-left:3px solid #CBD3DC;
  grid-template-columns:repeat(auto-fit,minmax(7rem,8.5rem))}
[class*="st-key-cell_"] p{margin:0;line-height:1.6}
[class*="st-key-waits_"] .stButton button{min-height:1.75rem;padding:.1rem 0;text-align:left}
.stHtml .cds-block p{line-height:1.5}
"""
)


def apply() -> None:
    """Add the style to the page."""
    st.html(f"<style>{CSS}</style>")
