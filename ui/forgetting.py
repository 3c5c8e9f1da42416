"""Asking before what is kept is forgotten; closing the question keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ui import markup


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the learner, by the name that its buttons' keys begin with."""

    name: str

    def ask(self) -> None:
        """Put the question."""
        st.session_state[self._key] = True

    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return bool(st.session_state.get(self._key))

    def close(self) -> None:
        """Nothing is to be forgotten, or no longer."""
        st.session_state.pop(self._key, None)

    def show(self, title: str, told: str, forget: Callable[[], None]) -> None:
        """Show it while it is open: what would be deleted, and the two answers."""
        if not self.is_open():
            return

        @st.dialog(title, on_dismiss=self.close)
        def dialog() -> None:
            if not self.is_open():
                st.rerun()
            st.html(markup.paragraph(told))
            with st.container(horizontal=True):
                st.button(
                    "Forget them", type="primary", key=f"{self.name}_forget_yes", on_click=forget
                )
                st.button("Keep them", key=f"{self.name}_forget_no", on_click=self.close)

        dialog()

    @property
    def _key(self) -> str:
        return f"{self.name}_forget_asked"
