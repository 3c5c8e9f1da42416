"""The style of the drills: what neither the shared style sheet nor that of the cases says."""

import streamlit as st

CSS = """
.drill-band{color:#3D2466;background:#F0E9FA;border:2px dashed #5B3A96;border-radius:.35rem;
  padding:.4rem .8rem;margin:0 0 .4rem;font-weight:600;line-height:1.4}
.stHtml .drill-sticky{margin:0}
.stElementContainer:has(>.stHtml .drill-sticky){position:sticky;top:5.9rem;
  padding-top:.5rem;z-index:98;background:#FFF}
.drill-two{display:grid;grid-template-columns:1fr 1fr;gap:.75rem 1.5rem;margin:.4rem 0}
.drill-two>div{min-width:0}
.drill-rule{border-left:3px solid #CBD3DC;padding:.1rem 0 .1rem .9rem;margin:.6rem 0}
.drill-differs{background:#F0E9FA;border-radius:.2rem;padding:0 .2rem}
.drill-bars{display:grid;grid-template-columns:max-content max-content 1fr max-content;
  gap:.35rem .8rem;align-items:center;margin:.6rem 0;line-height:1.4}
.drill-bars strong{font-weight:600}
.drill-track{display:block;height:1rem;background:#EDF0F4;border:1px solid #6B7785;
  border-radius:.2rem;overflow:hidden}
.drill-fill{display:block;height:100%;background:#0B5CAD}
.drill-fill.drill-after{background:repeating-linear-gradient(45deg,#3D2466 0 6px,#7B5CB8 6px 10px)}
.drill-gap{grid-column:1/-1;height:.2rem}
[class*="st-key-drill_"]{scroll-margin-top:10rem}
[class*="st-key-drill_"] :is(h2,h3):focus{outline:none}
[class*="st-key-drill_"] .stRadio label p{font-size:1rem;line-height:1.45;padding:.1rem 0}
@media (max-width:640px){
  .drill-two{grid-template-columns:1fr}
  .drill-bars{grid-template-columns:max-content 1fr max-content}
  .drill-bars strong{grid-column:1/-1}
  .stElementContainer:has(>.stHtml .drill-sticky){top:7.4rem}
}
"""


def apply() -> None:
    """Add the style to the page."""
    st.html(f"<style>{CSS}</style>")
