"""Opening a screen of the application in a test, with a patient already entered."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from ui import record, store

APP = Path(__file__).parents[2] / "ui" / "app.py"
TAG = re.compile(r"<[^>]*>")


def opened(screen: str, findings: dict[str, Any] | None = None, **address: str) -> AppTest:
    """A screen (``screen_explanation.py``) after its first run; ``address`` are query parameters.

    The folder of the store is to be set in the environment.
    """
    app = AppTest.from_file(str(APP), default_timeout=60)
    if findings is not None:
        session = store.new_id()
        part = record.sorted_out(findings, "A patient")
        kept = {**record.empty(), "revision": "1", "patient": part}
        store.opened(store.default_path()).save(session, kept)
        app.query_params["s"] = session
    app.run()  # a page is found by its file only after the navigation was drawn once
    for name, value in address.items():
        app.query_params[name] = value
    return clean(app.switch_page(screen).run())


def clean(app: AppTest) -> AppTest:
    """The same, once it is sure that nothing was raised."""
    assert not app.exception, [found.message for found in app.exception]
    return app


def pieces(app: AppTest) -> list[str]:
    """The HTML on the screen, piece by piece, without style sheets and the program's own scripts.

    Which modules may send a script, and that it is a constant, is checked with the architecture.
    """
    plain = [found.proto for found in app.get("html") if not found.proto.unsafe_allow_javascript]
    return [str(proto.body) for proto in plain if not str(proto.body).startswith("<style>")]


def read(app: AppTest) -> str:
    """All the words of those pieces, as a person reads them."""
    return " ".join(" ".join(html.unescape(TAG.sub(" ", piece)).split()) for piece in pieces(app))


def headings(app: AppTest) -> list[str]:
    """The headings of the second level that are Streamlit's own."""
    return [found.value for found in app.header]
