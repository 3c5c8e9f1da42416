"""One idle connection that keeps the log of an SQLite file open between the others.

Without it, the log would be emptied and deleted whenever the last connection closes, and made anew
by the next, while everybody else waits.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from pathlib import Path


class Anchor:
    """Holds the file in a place; notices when another one stands there. For many threads."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._held: tuple[int, int] | None = None
        self._release: weakref.finalize[..., Anchor] | None = None

    def hold(self) -> None:
        """Hold the file that is there now; nothing happens where that is not possible."""
        with contextlib.suppress(OSError, sqlite3.Error), self._lock:
            found = self._file.stat()
            # While it is held, no other file can have the same number.
            if self._held == (found.st_dev, found.st_ino):
                return
            self._let_go()
            connection = sqlite3.connect(self._file, check_same_thread=False)
            self._release = weakref.finalize(self, connection.close)
            connection.execute("PRAGMA user_version").fetchone()
            self._held = (found.st_dev, found.st_ino)

    def let_go(self) -> None:
        """Close the connection, so that the file can be moved."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        self._held = None
        if self._release is not None:
            self._release()
            self._release = None
