"""A conversation with the process that reads one side: questions out, answers in, with a limit."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import engine
import ui
from ui.rulebase.child import HOME

CHILD = "ui.rulebase.child"


class SideError(Exception):
    """A side did not answer: it raised, ended or took too long.

    ``kind`` is the class of its error ("" where it said nothing), ``where`` the line of its rules.
    """

    def __init__(self, text: str, kind: str = "", where: str = "") -> None:
        self.kind, self.where = kind, where
        super().__init__(text)


class Conversation:
    """One side in a process of its own. Used as a context, at whose end the process ends too.

    ``home`` is the folder with its rules in ``alone`` and its engine, if any, in ``beside``;
    ``own_engine`` reads the rules with that one rather than with this program's.
    ``patience`` is how many seconds any answer may take.
    """

    def __init__(self, home: Path, patience: float, *, own_engine: bool = False) -> None:
        self._patience = patience
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        program = Path(ui.__file__ or ".").parent.parent
        ours = Path(engine.__file__ or ".").parent.parent
        engines = home / "beside" if own_engine else ours
        paths = [home / "alone", engines, program]
        before = os.environ.get("PYTHONPATH")
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-B", "-m", CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=home,
            start_new_session=True,
            env={
                **os.environ,
                HOME: str((home / "alone").resolve()),
                "PYTHONPATH": os.pathsep.join([*map(str, paths), *([before] if before else [])]),
                "PYTHONWARNINGS": "ignore",
            },
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def ready(self) -> None:
        """Wait until the rules are read. Raises SideError when they cannot be."""
        self.answer()

    def ask(self, **asked: Any) -> None:
        """Put a question, whose answer is fetched later."""
        try:
            assert self._process.stdin is not None  # noqa: S101  (it is a pipe, as asked for)
            self._process.stdin.write(json.dumps(asked).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise SideError("It ended before it was asked.") from error

    def answer(self) -> dict[str, Any]:
        """The next answer. Raises SideError when there is none in time, or it is an error."""
        try:
            line = self._answers.get(timeout=self._patience)
        except queue.Empty:
            self.end()
            raise SideError(f"It took longer than {self._patience:g} s to answer.") from None
        if line is None:
            code = self._process.wait()
            raise SideError(f"Its process ended by itself, with exit code {code}.")
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise SideError("Its answer cannot be read.")
        if "error" in found:
            error = found["error"]
            raise SideError(error["text"], error["kind"], error["where"])
        return found

    def end(self) -> None:
        """End the process and whatever it started."""
        if self._process.poll() is None:
            with suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _listen(self) -> None:
        """Take in the answers as they come, so that neither side waits for the other for ever."""
        assert self._process.stdout is not None  # noqa: S101  (it is a pipe, as asked for)
        with suppress(ValueError, OSError):
            for line in self._process.stdout:
                self._answers.put(line)
        self._answers.put(None)


def said(error: SideError) -> str:
    """What a side's error says, in a sentence."""
    kind = f"{error.kind}: " if error.kind else ""
    where = f" ({error.where})" if error.where else ""
    return f"{kind}{error}{where}"
