"""The tree of commands, and what belongs to the program as a whole."""

from __future__ import annotations

from importlib import metadata
from typing import Annotated

import typer

from engine.consult import BANNER
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.cases_command import cases
from ui.commands.cohort import cohort
from ui.commands.compare import compare
from ui.commands.decision_map import map_command
from ui.commands.drills import drills
from ui.commands.evaluate import evaluate
from ui.commands.inquiries import (
    ask_next_command,
    what_if_command,
    why_command,
    why_not_command,
)
from ui.commands.mutants import mutants
from ui.commands.plan import plan
from ui.commands.report import report
from ui.commands.rules import rules, sources, statements
from ui.commands.schema import schema
from ui.commands.serve import serve
from ui.commands.verify import verify

ABOUT = f"""When is chemotherapy considered in autoimmune disease, and why?

A short document as rules that run and explain themselves. {BANNER}

Exit codes: 0 answered (whatever the verdict), 1 a check failed, 2 something entered cannot be
used, 3 a fault of the program itself.
"""

app = typer.Typer(
    name=terminal.PROGRAM,
    help=ABOUT,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _installed() -> str:
    try:
        return metadata.version(terminal.PROGRAM)
    except metadata.PackageNotFoundError:
        return "(run from a folder, not installed)"


@app.callback()
def _root(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the versions of the program and of the rule book."),
    ] = False,
) -> None:
    """Answer what is asked of the program as a whole: its version, or what it can do."""
    if version:
        terminal.answer(
            f"{terminal.PROGRAM} {_installed()}\n"
            f"rule book {FULL_RULEBOOK.version}, SHA-256 {FULL_RULEBOOK.content_hash}\n"
        )
        raise typer.Exit
    if context.invoked_subcommand is None:
        terminal.answer(context.get_help() + "\n")


app.command("ui")(serve)
app.command("evaluate")(evaluate)
app.command("why")(why_command)
app.command("why-not")(why_not_command)
app.command("what-if", short_help="Find the smallest changes that reach another verdict.")(
    what_if_command
)
app.command("ask-next")(ask_next_command)
app.command("map", short_help="Map the verdict over two or three findings together.")(map_command)
app.command("compare", short_help="Compare two patients, or two readings of one.")(compare)
app.command("report")(report)
app.command("plan")(plan)
app.command("cohort")(cohort)
app.add_typer(cases, name="cases")
app.command("drills", short_help="Show what scrutiny drills are made of.")(drills)
app.add_typer(rules, name="rules")
app.add_typer(statements, name="statements")
app.add_typer(sources, name="sources")
app.command("verify", short_help="Look for faults, and prove what the rules promise.")(verify)
app.command("mutants", short_help="Alter rules in every small way, and see what notices.")(mutants)
app.command("schema")(schema)
