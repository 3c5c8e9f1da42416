"""What was being typed is reported before a link takes the reader to another screen.

When a field is left by a tap on a link, the browser reports the tap at once and the entry a moment
later; the entry then calls the reader back to the screen that was just left. So such a tap waits
until the entry is on its way. (A mouse is held down long enough not to be affected, a finger not.)
"""

import streamlit as st

_SCRIPT = """
if (!window.finishTyping) {
  window.finishTyping = true;
  let left = -Infinity;
  document.addEventListener('focusout', (event) => {
    if (event.target.matches('.stTextInput input, .stTextArea textarea')) left = event.timeStamp;
  }, true);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    const plain = event.isTrusted && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !plain || event.timeStamp - left > 300) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => link.click(), 60);
  }, true);
}
"""


def install() -> None:
    """Do so on every screen; the page remembers that it was done."""
    st.html(f"<script>{_SCRIPT}</script>", unsafe_allow_javascript=True)
