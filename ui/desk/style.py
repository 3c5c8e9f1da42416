"""The style of the desk: fields side by side where there is room. All works without it."""

import streamlit as st

CSS = """
.st-key-desk_about_grid,.st-key-desk_told_grid,[class*="st-key-desk_option_row_"]{display:grid;
  grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.75rem 1.25rem;
  align-items:start}
[class*="st-key-desk_option_row_"]>.stElementContainer{align-self:end}
[class*="st-key-desk_option_"]:not([class*="_row_"]):not([class*="_add"]):not([class*="_remove"]){
  border-left:3px solid #CBD3DC;padding-left:.9rem}
.cds-hint{margin:.1rem 0;line-height:1.45}
"""


def apply() -> None:
    """Add the style to the page."""
    st.html(f"<style>{CSS}</style>")
