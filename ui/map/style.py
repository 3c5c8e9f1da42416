"""The style of the decision map: what the shared style sheet does not say."""

import streamlit as st

CSS = """
.map-grid{width:auto;min-width:100%;border-collapse:separate;border-spacing:3px}
.map-grid tbody th{background:#F3F5F8;font-weight:600;min-width:6.5rem}
.map-grid thead th{min-width:7.5rem}
.map-grid th,.map-grid td{border:1px solid transparent;border-radius:.3rem}
.map-grid td{color:var(--ink);background:var(--ground);border:1px var(--line) var(--ink);
  min-width:9.5rem}
.map-grid td.map-several{background:#FFF;border:1px solid #CBD3DC}
.map-grid td.map-nobody{background:#FFF;color:#4A5568;border:1px dotted #7A8594}
.map-grid td.map-here{outline:3px solid #0B1219;outline-offset:-1px}
.map-grid .map-word{display:block;font-weight:600}
.map-grid .map-rules{display:block;font-size:.8125rem}
.map-grid .map-mine{display:inline-block;background:#0B1219;color:#FFF;border-radius:.25rem;
  padding:0 .4rem;margin-top:.2rem;font-size:.8125rem}
.map-grid .map-several .cds-badge{display:block;width:fit-content;margin:.1rem 0}
/* The row's heading and the title stay in sight while the rest is scrolled. */
.map-grid tbody th,.map-grid thead th:first-child{position:sticky;left:0;z-index:1}
.map-grid caption span{position:sticky;left:0;display:inline-block;
  max-width:min(100%,calc(100vw - 5rem))}
.map-scroll{padding:3px}
/* The form draws a chosen last answer, which is unknown there, as if it were none. */
.st-key-map_choices [class*="st-key-f_map_"] [role="radio"][aria-checked="true"]:last-child{
  background:#E6F0FA;color:#0B5CAD;border:1px solid #0B5CAD}
.map-scroll:focus-visible{outline:2px solid #0B5CAD}
@media print{.map-grid td,.map-grid .map-mine{-webkit-print-color-adjust:exact;
  print-color-adjust:exact}}
"""


def apply() -> None:
    """Add the style to the page."""
    st.html(f"<style>{CSS}</style>")
