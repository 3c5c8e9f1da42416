"""``mutants``: alter every rule in every small way, and see what would notice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer

from cases.load import library
from cases.seen import seen_in
from engine.consult import BANNER
from engine.mutation import mutants as mutants_of
from engine.rule import Layer, Rule
from engine.verify.altered import of_layer
from engine.verify.mutation_score import By, Examiner, Noticed
from engine.words import counted, sentence
from rules import RULEBOOK
from rules.edges import CONCLUSIONS, EDGES
from rules.full import ALONE, FULL_RULEBOOK
from rules.properties import PROPERTIES
from ui.commands import terminal
from ui.commands.find import find

SEVERAL = 50
"""With more rules than this it is told how far it has got."""

SILENT = (By.PROPERTY, By.EQUIVALENT, By.WAITING, By.NOTHING)
"""Listed one by one: what only a proof notices, or explains."""

NOT_TO_BE_NOTICED = (By.EQUIVALENT, By.WAITING)


def mutants(
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar="ID",
            help="Only this rule, of either layer; may be given more than once.",
            show_default=False,
        ),
    ] = None,
    *,
    every: Annotated[
        bool,
        typer.Option("--all", help="The rules of published criteria too: takes some minutes."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Every alteration as JSON.")] = False,
) -> None:
    """Alter every rule of the document in every small way, and see what notices.

    Examples, patients on the edge of rules, teaching cases and proven properties are asked. What
    nothing notices is listed with a patient who would; exit code 1 then.
    """
    if rule:
        names = FULL_RULEBOOK.rule
        named = [find("rule", name, names, "rules list") for name in rule]
        rules = tuple({each.id: each for each in named}.values())
    else:
        rules = FULL_RULEBOOK.rules if every else RULEBOOK.rules
    found: list[Noticed] = []
    for layer in Layer:
        asked = [each for each in rules if each.layer is layer]
        if asked:
            found += _judged(layer, asked)
    terminal.answer(_as_json(found) if as_json else _as_text(found))
    if any(each.by is By.NOTHING for each in found):
        raise typer.Exit(1)


def _judged(layer: Layer, rules: list[Rule]) -> Iterator[Noticed]:
    """What notices each alteration of some rules of a layer."""
    book = RULEBOOK if layer is Layer.DOCUMENT else FULL_RULEBOOK
    asked = of_layer(PROPERTIES, layer) if layer is Layer.DOCUMENT else PROPERTIES
    examiner = Examiner(book, seen_in(library(), book), asked, ALONE, EDGES, CONCLUSIONS)
    for number, each in enumerate(rules, start=1):
        if len(rules) > SEVERAL:
            terminal.message(f"{number} of {len(rules)}: {each.id}.")
        yield from examiner.noticed(book.rule[each.id], mutants_of(book, book.rule[each.id]))


def _as_json(found: list[Noticed]) -> str:
    data = [
        {
            "id": each.mutation.id,
            "rule": each.mutation.rule,
            "operator": each.mutation.operator.value,
            "words": each.mutation.words,
            "noticed_by": each.by.value,
            "what": each.what,
            "patient": None if each.patient is None else dict(each.patient),
        }
        for each in found
    ]
    return json.dumps({"disclaimer": BANNER, "mutants": data}, indent=2, ensure_ascii=False) + "\n"


def _told(noticed: Noticed) -> str:
    """What notices an alteration, or that there is nothing to notice, in a sentence."""
    if noticed.by in NOT_TO_BE_NOTICED:
        return f"{sentence(noticed.by.label)}."
    what = f": {noticed.what}" if noticed.what else ""
    return f"Noticed by {noticed.by.label}{what}."


def _as_text(found: list[Noticed]) -> str:
    counts = Counter(each.by for each in found)
    lines = [BANNER, "", f"{sentence(counted(len(found), 'alteration'))}, noticed by:"]
    lines += [f"- {by.label}: {counts[by]}" for by in By if counts[by]]
    lines.append("")
    for each in found:
        if each.by in SILENT:
            lines.append(f"{each.mutation.rule}: {each.mutation.words} {_told(each)}")
            if each.patient is not None:
                told = ", ".join(f"{name}: {value}" for name, value in each.patient.items())
                lines.append(f"  A patient who would: {told}")
    return "\n".join(lines).rstrip() + "\n"
