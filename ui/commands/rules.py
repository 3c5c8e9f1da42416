"""``rules``, ``statements`` and ``sources``: read the rule book, from either end."""

from __future__ import annotations

from typing import Annotated

import typer

from engine.export import as_text, rule_index, rule_report, statement_index, statement_report
from engine.export.index import source_index
from engine.export.rule_report import source_report
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.rules_diff import rules_diff

rules = typer.Typer(help="Read the rules.")
statements = typer.Typer(help="Read the document's statements.")
sources = typer.Typer(help="Read the published sources of the criteria.")

Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="One or more ids, in capital or small letters."),
]


@rules.command("list")
def list_rules() -> None:
    """List every rule with its conclusion and what it cites."""
    terminal.answer(as_text(rule_index(FULL_RULEBOOK)))


@rules.command("show", short_help="Show rules whole: reason, sources, examples.")
def show_rules(ids: Ids) -> None:
    """Show rules whole: condition, conclusion, reason, sources, readings, examples."""
    found = [find("rule", name, FULL_RULEBOOK.rule, "rules list") for name in ids]
    terminal.answer("\n".join(as_text(rule_report(FULL_RULEBOOK, rule)) for rule in found))


rules.command("diff", short_help="Say what differs between two rule bases, and for whom.")(
    rules_diff
)


@statements.command("list", short_help="List every statement, with the rules that cite it.")
def list_statements() -> None:
    """List every statement of the document with the rules that cite it, or why none does."""
    terminal.answer(as_text(statement_index(FULL_RULEBOOK)))


@statements.command("show", short_help="Show statements whole, and how rules read them.")
def show_statements(ids: Ids) -> None:
    """Show statements whole: text, strength, the rules that cite them and how they read them."""
    found = [find("statement", name, FULL_RULEBOOK.statement, "statements list") for name in ids]
    terminal.answer("\n".join(as_text(statement_report(FULL_RULEBOOK, s)) for s in found))


@sources.command("list", short_help="List every published source, with the rules that cite it.")
def list_sources() -> None:
    """List every published source, how sure we are of it, and the rules that cite it."""
    terminal.answer(as_text(source_index(FULL_RULEBOOK)))


@sources.command("show", short_help="Show published sources whole, with what is used of them.")
def show_sources(ids: Ids) -> None:
    """Show published sources whole: what is used of them, and the rules that cite them."""
    found = [find("source", name, FULL_RULEBOOK.reference, "sources list") for name in ids]
    terminal.answer("\n".join(as_text(source_report(FULL_RULEBOOK, s)) for s in found))
