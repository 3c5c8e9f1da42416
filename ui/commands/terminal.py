"""What reaches a terminal: answers on standard output, messages on standard error.

Text that came from outside is made harmless here: no control character reaches a terminal raw, and
no message fills more than a screen.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence

import typer

from engine.errors import InputError, RuleBookError

PROGRAM = "autoimmune-cds"
WIDTH = 100
MOST_LINES = 18
"""The most lines of a message, before what is left is counted."""

LONGEST = 600
"""The most characters of one problem that are shown."""


def harmless(text: str) -> str:
    """The text with every character that is not printable spelled out; line breaks stay."""
    return "".join(
        letter if letter == "\n" or letter.isprintable() else f"\\u{ord(letter):04x}"
        for letter in text
    )


def answer(text: str) -> None:
    """Write an answer to standard output; end quietly when nobody reads on (as in ``| head``)."""
    try:
        typer.echo(harmless(text), nl=False)
    except BrokenPipeError:
        # Python would try once more when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def message(text: str) -> None:
    """Write a message to standard error, wrapped to the terminal."""
    typer.echo("\n".join(_wrapped(text)), err=True)


def refusal(error: InputError) -> None:
    """Say what was wrong with an input and how to mend it, in one screen."""
    problems = [f"- {shortened(str(problem))}" for problem in error.problems]
    message("\n".join([f"{error.heading}:", *_first_screen(problems, "problem")]))


def usage_error(wrong: str, command: str) -> None:
    """Say what was wrong with the words of a command."""
    message(f"{shortened(wrong)}\nSee: {shortened(command)} --help")


def defect(error: BaseException) -> None:
    """Own up to a fault of the program."""
    head = "This is a fault of the program itself, not of what you entered. No advice is shown."
    said = [shortened(line) for line in f"{type(error).__name__}: {error}".splitlines()]
    tail = f"Please report it with the output of: {PROGRAM} --version"
    message("\n".join([head, *_first_screen(said, "line"), tail]))


def refused_rules(error: RuleBookError, where: str = "") -> None:
    """Say what is wrong with the rule book and how to mend it. ``where``: the line being read."""
    head = "The rule book was refused, and nothing was run. Mend this:"
    faults = [f"- {shortened(each.with_mend)}" for each in error.faults]
    tail = [f"This came up while reading {where}."] if where else []
    message("\n".join([head, *_first_screen(faults, "fault"), *tail]))


def unread_rules(kind: str, said: str, where: str) -> None:
    """Say which line of the rules cannot be read. ``kind`` is the class of the error."""
    head = "The rule book cannot be read, and nothing was run. Mend this:"
    words = shortened(f"{where}: {kind}: {said}")
    message(f"{head}\n- {words}{'' if words.endswith('.') else '.'} Mend that line.")


def shortened(text: str) -> str:
    """The text on one line, cut after ``LONGEST`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _wrapped(text: str) -> list[str]:
    width = min(shutil.get_terminal_size().columns, WIDTH)
    return [
        piece
        for line in text.splitlines()
        for piece in textwrap.wrap(
            harmless(line), width, subsequent_indent="  " if line.startswith("- ") else ""
        )
    ]


def _first_screen(lines: Sequence[str], word: str) -> Iterator[str]:
    """As many lines as fit on a screen once wrapped, at least one; the rest are counted."""
    room = MOST_LINES
    for place, line in enumerate(lines):
        room -= len(_wrapped(line))
        if room < 0 and place > 0:
            left = len(lines) - place
            yield f"... and {left:,} more {word if left == 1 else f'{word}s'}."
            return
        yield line
