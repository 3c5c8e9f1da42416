"""The draft on the desk, as it is kept with the session: changed at a place, or as a whole.

Every change is saved at once. Doing one twice comes to the same: a change of the whole names the
move that it follows, and is passed over once that move was made.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from cases.draft import Draft, new_draft
from cases.draft_edit import Place, put, steps_of
from ui import state
from ui.keeping import uninterrupted

SETTING = "desk"
"""The one key under which all of it is kept."""

MOST_ASIDE = 20
"""The most drafts that are put aside; the oldest goes when there are more."""

PART, ABOUT = "desk_part", "about"
"""The widget that says which part is being written; the part before the steps."""

Change = Callable[[Draft], Draft]


def part_of(step: int) -> str:
    """The part that is a step (counted from 0)."""
    return f"step_{step}"


def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = state.setting(SETTING, {})
    return {"draft": None, "before": None, "move": 0, "said": [], "aside": []} | kept


def draft() -> Draft | None:
    """The draft being written; None while there is none."""
    found: Draft | None = _kept()["draft"]
    return found


def move() -> int:
    """How often the draft was changed as a whole."""
    return int(_kept()["move"])


def said() -> tuple[str, ...]:
    """What did not fit when the draft was begun, until it was read."""
    return tuple(_kept()["said"])


def aside() -> tuple[Draft, ...]:
    """The drafts that were put aside when another was begun, the latest first."""
    return tuple(_kept()["aside"])


def can_undo() -> bool:
    """Whether the last change of the whole can be undone."""
    return _kept()["before"] is not None


def tell(path: Place, value: Any) -> None:
    """Write a value at a place of the draft; of a step that is gone, nothing."""

    def act() -> None:
        state.start()
        now = _kept()
        if now["draft"] is None or _gone(now["draft"], path):
            return
        now["draft"] = put(now["draft"], path, value)
        state.save_setting(SETTING, now)

    uninterrupted(act)


def _gone(found: Draft, path: Place) -> bool:
    return path[0] == "steps" and isinstance(path[1], int) and path[1] >= len(steps_of(found))


def change(number: int, how: Change, then: str | None = None) -> None:
    """Change the draft as a whole, unless that move was made; ``then`` is the part to show."""

    def act() -> None:
        state.start()
        now = _kept()
        if now["draft"] is None or now["move"] != number:
            return
        changed = how(copy.deepcopy(now["draft"]))
        if changed != now["draft"]:
            now |= {"before": now["draft"], "draft": changed, "move": number + 1}
            state.save_setting(SETTING, now)
        if then is not None:
            st.session_state[PART] = then

    uninterrupted(act)


def undo(number: int) -> None:
    """Change places with the draft before the last change, so that undoing can be undone too."""

    def act() -> None:
        state.start()
        now = _kept()
        if now["before"] is not None and now["move"] == number:
            now |= {"before": now["draft"], "draft": now["before"], "move": number + 1}
            state.save_setting(SETTING, now)

    uninterrupted(act)


def begin(number: int, found: Draft, left_out: Sequence[str] = ()) -> None:
    """Write on another draft; the one before is put aside, and taken from there if it is one."""

    def act() -> None:
        state.start()
        now = _kept()
        if now["move"] != number:
            return
        others = [each for each in now["aside"] if each != found]
        if (old := now["draft"]) is not None and old != new_draft(old.get("id", "")):
            others = [old, *(each for each in others if each != old)]
        now |= {"draft": found, "before": None, "move": number + 1, "said": list(left_out)}
        now["aside"] = others[:MOST_ASIDE]
        state.save_setting(SETTING, now)
        st.session_state[PART] = ABOUT

    uninterrupted(act)


def was_read() -> None:
    """What did not fit was read."""
    now = _kept()
    state.save_setting(SETTING, now | {"said": []})
