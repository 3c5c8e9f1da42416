"""The style of the cases: what the shared style sheet does not say. All works without it."""

import streamlit as st

CSS = """
.st-key-case_grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));
  gap:1rem;align-items:stretch}
.st-key-case_grid [class*="st-key-case_card_"]{flex:1}
.st-key-case_grid [class*="st-key-case_card_"]>:last-child{margin-top:auto}
.case-whole{display:inline-block;margin-right:.75rem}
.st-key-case_before h2,.st-key-case_onwards h2{margin-bottom:.35rem}
.stHtml .case-aims{margin:.35rem 0 0;padding-left:1.1rem;font-size:.9375rem;line-height:1.45}
.stHtml ol.case-steps{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;margin:0;padding:0;
  font-size:.9375rem}
.case-steps li{margin:0;padding:0}
.case-here .cds-badge{outline:2px solid var(--ink);outline-offset:1px}
.stHtml dl.case-facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));
  gap:.7rem 1.5rem;margin:.35rem 0 0;padding:.7rem .9rem;background:#F3F5F8;border-radius:.35rem}
.case-facts div{margin:0}
.case-facts dt{font-weight:400;font-size:.875rem;color:#4A5568;margin:0}
.case-facts dd{margin:0;line-height:1.45}
.case-why{display:block}
.stHtml ul.case-options{list-style:none;margin:.2rem 0 .3rem;padding:0}
.case-options li{padding:.2rem 0;margin:0;line-height:1.6}
.case-answer{border-left:4px solid #0B5CAD;background:#E6F0FA;color:#0B1219;
  border-radius:.25rem;padding:.7rem .9rem;line-height:1.5}
.case-point{border-left:4px solid #33475B;background:#E9EEF4;border-radius:.25rem;
  padding:.5rem .9rem;line-height:1.5}
.st-key-case_question .stRadio label p{font-size:1rem;line-height:1.45;padding:.1rem 0}
[class*="st-key-case_recap_"],[class*="st-key-case_twin_"]{border-left:3px solid #CBD3DC;
  padding-left:.9rem}
.cds-text>.cds-badge{margin-right:.3rem}
.st-key-case_layout{display:grid;gap:1rem}
@media (min-width:900px){
  .st-key-case_layout{grid-template-columns:minmax(0,2.4fr) minmax(0,1fr);column-gap:2rem;
    grid-template-rows:auto 1fr}
  .st-key-case_layout>:nth-child(2){grid-column:2;grid-row:1/span 2;align-self:start;
    position:sticky;top:7.25rem}
  .st-key-case_layout>:nth-child(3){grid-column:1;grid-row:2}
}
[class*="st-key-case_"]{scroll-margin-top:8rem}
.stMain h1:focus,[class*="st-key-case_"] :is(h2,h3):focus{outline:none}
@media (max-width:640px){
  .st-key-case_menu{justify-content:flex-start!important}
  .st-key-case_filters{display:grid;grid-template-columns:1fr 1fr;gap:.75rem 1rem}
  .st-key-case_filters>*{width:auto!important}
  .st-key-case_filters>:first-child,.st-key-case_filters>:last-child{grid-column:1/-1}
}
"""


def apply() -> None:
    """Add the style to the page."""
    st.html(f"<style>{CSS}</style>")
