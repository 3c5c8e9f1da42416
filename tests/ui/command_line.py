"""Running the command line in a test, in this process or in one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from ui.__main__ import main

ROOT = Path(__file__).parents[2]
SCREEN = 24
"""Lines of the smallest terminal that is still in use."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its exit code, and what it wrote where."""

    code: int
    out: str
    err: str

    def __post_init__(self) -> None:
        for text in (self.out, self.err):
            odd = {letter for letter in text if letter != "\n" and not letter.isprintable()}
            assert not odd, f"raw control characters: {odd}"


def run(*arguments: str, stdin: bytes | io.RawIOBase = b"") -> Outcome:
    """Run a command in this process."""
    source = io.BytesIO(stdin) if isinstance(stdin, bytes) else io.BufferedReader(stdin)
    out, err = io.BytesIO(), io.BytesIO()
    with (
        mock.patch.object(sys, "stdin", io.TextIOWrapper(source, encoding="utf-8")),
        writing_to(out) as stdout,
        writing_to(err) as stderr,
        contextlib.redirect_stdout(stdout),
        contextlib.redirect_stderr(stderr),
    ):
        code = main(arguments)
    return Outcome(code, out.getvalue().decode(), err.getvalue().decode())


@contextlib.contextmanager
def writing_to(raw: io.BytesIO) -> Iterator[io.TextIOWrapper]:
    """A text stream into a buffer that stays open."""
    stream = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    try:
        yield stream
    finally:
        stream.detach()


def run_apart(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT, **variables: str) -> Outcome:
    """Run a command in a process of its own, as a person would."""
    done = subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **variables},
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
