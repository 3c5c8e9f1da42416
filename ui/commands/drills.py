"""``drills``: what scrutiny drills are made of, for whoever teaches with them."""

from __future__ import annotations

from typing import Annotated

import typer

from cases.drills.item import Item, Key, item_of
from cases.drills.listing import counts, name_of, of_case, whole
from cases.drills.traps import traps
from cases.load import case_by_id
from engine.errors import DefectError
from engine.export import as_text
from ui.commands import terminal
from ui.commands.find import find


def drills(
    case: Annotated[
        str, typer.Option(metavar="ID", help="List the items with broken advice of this case.")
    ] = "",
    item: Annotated[
        str,
        typer.Option(metavar="ITEM", help="Show one item with its debrief, as --case names it."),
    ] = "",
) -> None:
    """Count the items with broken advice that the library makes, or look at some.

    In a scrutiny drill some advice is deliberately wrong, and all of it is explained afterwards.
    Nowhere else is a rule ever altered.
    """
    if item:
        terminal.answer(as_text(whole(_found(item))))
    elif case:
        terminal.answer(as_text(of_case(case_by_id(case))))
    else:
        terminal.answer(as_text(counts()))


def _found(name: str) -> Item:
    """The item of this name, sound ones included."""
    case = case_by_id(name.partition(":")[0])
    keys = [Key(case.id, step) for step in range(len(case.steps))]
    keys += [key for step in range(len(case.steps)) for key in traps(case, step)]
    listing = f"drills --case {case.id}"
    found = item_of(find("item", name, {name_of(key): key for key in keys}, listing))
    if found is None:
        raise DefectError(f"The item {name} was listed and cannot be made.")
    return found
