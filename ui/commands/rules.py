"""``rules`` and ``statements``: read the rule book, from either end."""

from __future__ import annotations

from typing import Annotated

import typer

from engine.export import as_text, rule_index, rule_report, statement_index, statement_report
from rules import RULEBOOK
from ui.commands import terminal
from ui.commands.find import find

rules = typer.Typer(help="Read the rules.")
statements = typer.Typer(help="Read the document's statements.")

Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="One or more ids, in capital or small letters."),
]


@rules.command("list")
def list_rules() -> None:
    """List every rule with its conclusion and the statements it cites."""
    terminal.answer(as_text(rule_index(RULEBOOK)))


@rules.command("show")
def show_rules(ids: Ids) -> None:
    """Show rules whole: condition, conclusion, reason, sources, readings, examples."""
    found = [find("rule", name, RULEBOOK.rule, "rules list") for name in ids]
    terminal.answer("\n".join(as_text(rule_report(RULEBOOK, rule)) for rule in found))


@statements.command("list")
def list_statements() -> None:
    """List every statement of the document with the rules that cite it, or why none does."""
    terminal.answer(as_text(statement_index(RULEBOOK)))


@statements.command("show")
def show_statements(ids: Ids) -> None:
    """Show statements whole: text, strength, the rules that cite them and how they read them."""
    found = [find("statement", name, RULEBOOK.statement, "statements list") for name in ids]
    terminal.answer("\n".join(as_text(statement_report(RULEBOOK, s)) for s in found))
