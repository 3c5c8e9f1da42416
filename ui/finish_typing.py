"""What is being typed is reported before a tap elsewhere takes effect.

On a touch screen a field loses the focus in the same moment in which the tap on a link or a button
counts, so the browser reports the tap first and the entry after it: too late when the tap leads to
another screen. Leaving the field as soon as the finger touches the screen keeps them in order.
"""

import streamlit as st

_SCRIPT = """
if (!window.finishTyping) {
  window.finishTyping = true;
  document.addEventListener('pointerdown', (event) => {
    const field = document.activeElement;
    const typing = field && field.matches('.stTextInput input, .stTextArea textarea');
    if (typing && event.target.closest('a, button')) field.blur();
  }, true);
}
"""


def install() -> None:
    """Do so on every screen; the page remembers that it was done."""
    st.html(f"<script>{_SCRIPT}</script>", unsafe_allow_javascript=True)
