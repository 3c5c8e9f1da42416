"""Nothing that a test enters may reach what the user of this machine has entered."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.store import FOLDER_VARIABLE


@pytest.fixture(autouse=True)
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which entries are kept during the test; it does not exist yet."""
    folder = tmp_path / "kept"
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder
