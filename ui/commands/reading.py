"""Reading what a command is pointed at: a file, or standard input; never more than is allowed."""

from __future__ import annotations

import sys
from pathlib import Path

from engine.errors import Problem, UnreadableError
from ui.commands.terminal import message, shortened

STANDARD_INPUT = "-"


def read_bytes(name: str, largest: int) -> bytes:
    """The content of a file (``-`` is standard input), but at most ``largest`` + 1 bytes.

    The one byte more shows that a file is too large without reading all of it. Raises
    UnreadableError when there is nothing to read.
    """
    try:
        if name == STANDARD_INPUT:
            if sys.stdin.isatty():
                message("Reading from the keyboard; end with Ctrl-D (Windows: Ctrl-Z, Enter).")
            return sys.stdin.buffer.read(largest + 1)
        with Path(name).open("rb") as file:
            return file.read(largest + 1)
    except FileNotFoundError:
        wrong, mend = "There is no such file.", "Check its name and folder."
    except IsADirectoryError:
        wrong, mend = "This is a folder.", "Name a file in it."
    except PermissionError:
        # Windows says so of folders as well.
        wrong, mend = "It may not be read.", "Name a file that you may read."
    except (OSError, ValueError) as error:
        wrong, mend = f"It cannot be read ({error}).", "Name another file."
    raise UnreadableError(Problem(shortened(name), wrong, mend))
