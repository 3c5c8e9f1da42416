"""The style of the proofs: what the shared style sheet does not say."""

import streamlit as st

CSS = """
.proof{padding:.6rem 0;border-top:1px solid #E1E6EC}
.proof-against{border-left:5px solid #8A1C1C;padding:.2rem 0 .2rem 1rem;margin:.4rem 0}
.stHtml .proof-harm{margin:0 0 .6rem}
"""


def apply() -> None:
    """Put the style on the page."""
    st.html(f"<style>{CSS}</style>")
