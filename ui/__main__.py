"""The command line: run a command, and turn every error into a message and an exit code.

0: answered, whatever the verdict. 1: a check failed. 2: something that was entered cannot be used.
3: a fault of the program itself or of its rule book, and no advice is shown. 130: stopped with
Ctrl-C.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import typer
from typer.main import get_command

from engine.errors import InputError, RuleBookError
from ui.commands import terminal
from ui.rulebase.raised import kept_from_reading, line_of_rules, words_of

BAD_INPUT, DEFECT, STOPPED = 2, 3, 130
HOME = Path(__file__).resolve().parent.parent
"""The folder in which the rules are."""

TRACEBACK_VARIABLE = "AUTOIMMUNE_CDS_TRACEBACK"
"""Set in the environment, it adds the traceback to the message about a defect."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, by default the one on the command line. Returns the exit code."""
    _speak_utf8()
    try:
        return _run(arguments)
    except typer.TyperException as error:
        terminal.usage_error(error.format_message(), _command(error, arguments))
        return BAD_INPUT
    except InputError as error:
        terminal.refusal(error)
        return BAD_INPUT
    except (KeyboardInterrupt, typer.Abort):
        return STOPPED
    except RuleBookError as error:
        terminal.refused_rules(error, line_of_rules(error, HOME))
        _traceback(error)
        return DEFECT
    except Exception as error:  # noqa: BLE001 - whatever is left is our fault, and is said to be
        if kept_from_reading(error, HOME):
            kind, where = type(error).__name__, line_of_rules(error, HOME)
            terminal.unread_rules(kind, words_of(error), where)
        else:
            terminal.defect(error)
        _traceback(error)
        return DEFECT


def _run(arguments: Sequence[str] | None) -> int:
    # Imported late, so that a rule book that cannot be used is reported with its faults.
    from ui.commands.tree import app  # noqa: PLC0415

    words = None if arguments is None else list(arguments)
    code = get_command(app).main(words, prog_name=terminal.PROGRAM, standalone_mode=False)
    return code if isinstance(code, int) else 0


def _command(error: typer.TyperException, arguments: Sequence[str] | None) -> str:
    """The command whose words were wrong."""
    context = getattr(error, "ctx", None)
    if context is not None:
        return str(context.command_path)
    from ui.commands.tree import app  # noqa: PLC0415  (as above)

    # A value that is missing is noticed without a context: the words say which command it was.
    command: object = get_command(app)
    path = [terminal.PROGRAM]
    for word in sys.argv[1:] if arguments is None else arguments:
        command = getattr(command, "commands", {}).get(word)
        if command is None:
            break
        path.append(word)
    return " ".join(path)


def _traceback(error: BaseException) -> None:
    """Where an error rose, for who asks for it."""
    if os.environ.get(TRACEBACK_VARIABLE):
        terminal.message("".join(traceback.format_exception(error)))


def _speak_utf8() -> None:
    """Make sure that no letter can stop an answer, whatever encoding the system itself uses."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
