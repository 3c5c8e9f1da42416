"""Where in the rules an error rose, and what it says.

It imports nothing of this program: it has to run where the rules cannot be read.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

MODULE = "<module>"
"""What Python calls the lines of a file that are run while it is imported."""


def line_of_rules(error: BaseException, home: Path) -> str:
    """The innermost line of ``home``/rules that an error rose from ("rules/scope.py, line 7").

    "" where it rose from none. ``home`` is the folder in which ``rules`` is.
    """
    where = ""
    for file, line, _ in _frames(error):
        path = _in_rules(file, home)
        if path:
            where = f"{path}, line {line}"
    return where


def kept_from_reading(error: BaseException, home: Path) -> bool:
    """Whether an error rose while a file of the rules was read, and from nothing read after it.

    One that rose while something else was being imported by the rules (a package that is missing,
    say) is no fault of theirs, and neither is one that rose after all of them were read.
    """
    reading = [file for file, _, name in _frames(error) if name == MODULE]
    return bool(reading) and bool(_in_rules(reading[-1], home))


def words_of(error: BaseException) -> str:
    """What an error says, on one line; of a text that is no Python without its file and line."""
    text = error.msg if isinstance(error, SyntaxError) and error.filename else str(error)
    return " ".join(text.split())


def _frames(error: BaseException) -> Iterator[tuple[str, int | None, str]]:
    """File, line and function of every frame; of a text that is no Python also its own line."""
    for frame in traceback.extract_tb(error.__traceback__):
        yield frame.filename, frame.lineno, frame.name
    if isinstance(error, SyntaxError) and error.filename:
        yield error.filename, error.lineno, MODULE


def _in_rules(file: str, home: Path) -> str:
    """The path of a file from ``home`` on; "" for one that is not of the rules."""
    home = home.resolve()
    path = Path(file).resolve()
    return path.relative_to(home).as_posix() if path.is_relative_to(home / "rules") else ""
