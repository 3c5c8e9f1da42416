"""The style of the shell and the form: what neither the theme nor the shared style sheet says.

Without it everything still works. Only classes made from our own keys carry meaning; the few
names of Streamlit's own parts only change spacing.
"""

import streamlit as st

CSS = """
/* Streamlit leaves much empty space above; the banner stays below the navigation. */
.stMainBlockContainer{padding-top:4.25rem;padding-bottom:3rem}
.stElementContainer:has(.cds-banner){top:3.75rem}
.stHeader{background:#FFF}
.stMainBlockContainer h1{padding:0 0 .25rem}
.stMainBlockContainer h2{padding:0;font-size:1.25rem}
.cds-badges{margin:0;display:flex;flex-wrap:wrap;gap:.4rem;font-size:.9375rem}

/* Questions side by side where there is room, aligned row by row. */
[class*="st-key-grid_"]{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));
  gap:1.25rem 2rem;align-items:start}
[class*="st-key-q_"] [data-testid="stWidgetLabel"] p{font-weight:600;font-size:.9375rem}
.st-key-questions,[class*="st-key-q_"]{scroll-margin-top:7.5rem}
.cds-hint{margin:.1rem 0 0;line-height:1.45}
[class*="st-key-q_"] .cds-note{margin:.4rem 0 0}

/* A chosen Unknown must not look like an answer. */
[class*="st-key-f_"] [role="radio"][aria-checked="true"]:last-child{
  background:#FFF;color:#4A5568;border:1px dashed #4A5568}

/* The panel stays in sight beside a long section. */
@media (min-width:900px){
  .stColumn:has(.st-key-rules_panel){position:sticky;top:7.25rem;align-self:flex-start;
    max-height:calc(100vh - 8rem);overflow-y:auto}
}
.st-key-rules_panel h2{margin-bottom:.35rem}
.st-key-waits .stButton button{min-height:1.75rem;padding:.1rem 0;text-align:left}
.cds-beside{margin:0;text-align:right}
@media (max-width:640px){
  .stMainBlockContainer>.stVerticalBlock,.stColumn>.stVerticalBlock{gap:.65rem}
  .st-key-patient_menu{justify-content:flex-start}
  .cds-beside{text-align:left}
}
"""


def apply() -> None:
    """Add the style to the page."""
    st.html(f"<style>{CSS}</style>")
