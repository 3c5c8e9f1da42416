"""An educator at the desk, for tests: begins a case, writes in its fields, and reads the screen."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from cases.draft import Draft
from tests.ui.screens import APP, clean, opened, read
from ui import store

SCREEN = "screen_desk.py"


class Educator:
    """One browser tab; ``session`` is the id in the address of an earlier one."""

    def __init__(self, findings: dict[str, Any] | None = None, session: str = "") -> None:
        if session:
            self.app = AppTest.from_file(str(APP), default_timeout=60)
            self.app.query_params["s"] = session
            self.app.run()
            clean(self.app.switch_page(SCREEN).run())
        else:
            self.app = opened(SCREEN, findings)

    @property
    def session(self) -> str:
        """The id in the address."""
        return str(self.app.query_params["s"])

    def kept(self) -> dict[str, Any]:
        """All that is kept of the desk."""
        found = store.opened(store.default_path()).load(self.session)
        assert found is not None
        desk: dict[str, Any] = found["settings"]["desk"]
        return desk

    def draft(self) -> Draft:
        """The draft as it is kept."""
        found: Draft = self.kept()["draft"]
        return found

    def settle(self) -> Educator:
        """Run the screen; it must not fail."""
        clean(self.app.run())
        return self

    def press(self, key: str) -> Educator:
        """Press a button."""
        self.app.button(key=key).click()
        return self.settle()

    def copy(self, case_id: str) -> Educator:
        """Begin with a copy of a case."""
        self.app.selectbox(key="desk_case").set_value(case_id)
        self.settle()
        return self.press("desk_copy")

    def part(self, part: str) -> Educator:
        """Write in another part."""
        self.app.button_group(key="desk_part").set_value(part)
        return self.settle()

    def tab(self, name: str) -> Educator:
        """Look at another tab."""
        self.app.session_state["desk_view"] = name
        return self.settle()

    def field(self, label: str) -> Any:
        """The field with this label."""
        kinds = (
            self.app.text_input,
            self.app.text_area,
            self.app.selectbox,
            self.app.number_input,
            self.app.multiselect,
            self.app.segmented_control,
        )
        (found,) = [each for kind in kinds for each in kind if each.label == label]
        return found

    def write(self, label: str, value: Any) -> Educator:
        """Fill in a field."""
        self.field(label).set_value(value)
        return self.settle()

    def read(self) -> str:
        """What can be read on the screen."""
        return read(self.app)
