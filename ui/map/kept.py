"""What is chosen on the decision map, kept with the session, so that a reload loses nothing.

A choice that does not fit any more (another disease, another layer) is passed over, not forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from ui import state
from ui.keeping import uninterrupted
from ui.widget_keys import key_for

SETTING = "map"
DISEASE, LAYER, DRUG, WHOEVER = "disease", "layer", "drug", "whoever"
AXES = ("first", "second", "third")


def chosen(name: str) -> Any:
    """A choice as it was kept; None where none was made."""
    kept = state.setting(SETTING, {})
    return kept.get(name) if isinstance(kept, dict) else None


def choose(name: str, value: Any) -> None:
    """Keep a choice."""
    kept = state.setting(SETTING, {})
    state.save_setting(SETTING, {**(kept if isinstance(kept, dict) else {}), name: value})


def widget(name: str, now: Any, saved: Callable[[Any], Any] | None = None) -> dict[str, Any]:
    """Key and callback of the widget for a choice; ``saved`` is what is kept of its value."""
    key = key_for(f"map_{name}", lambda shown: shown == now)

    def save() -> None:
        value = st.session_state[key]
        choose(name, value if saved is None else saved(value))

    return {"key": key, "on_change": uninterrupted, "args": (save,)}
