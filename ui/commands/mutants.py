"""``mutants``: alter every rule in every small way, and see what would notice."""

from __future__ import annotations

import json
from collections import Counter
from typing import Annotated

import typer

from cases.load import library
from cases.seen import seen_in
from engine.consult import BANNER
from engine.mutation import mutants as mutants_of
from engine.rule import Layer
from engine.verify.altered import of_layer
from engine.verify.mutation_score import By, Examiner, Noticed
from engine.words import counted, sentence
from rules import RULEBOOK
from rules.properties import PROPERTIES
from ui.commands import terminal
from ui.commands.find import find

SILENT = (By.PROPERTY, By.EQUIVALENT, By.WAITING, By.NOTHING)
"""Listed one by one: what only a proof notices, or explains."""


def mutants(
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar="ID",
            help="Only this rule; may be given more than once.",
            show_default=False,
        ),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Every alteration as JSON.")] = False,
) -> None:
    """Alter every rule of the document in every small way, and see what notices.

    Examples, teaching cases and proven properties are asked. What nothing notices is listed with a
    patient who would; exit code 1 then.
    """
    rules = RULEBOOK.rules
    if rule:
        rules = tuple(find("rule", name, RULEBOOK.rule, "rules list") for name in rule)
    examiner = Examiner(
        RULEBOOK, seen_in(library(), RULEBOOK), of_layer(PROPERTIES, Layer.DOCUMENT), {}
    )
    found = [each for one in rules for each in examiner.noticed(one, mutants_of(RULEBOOK, one))]
    terminal.answer(_as_json(found) if as_json else _as_text(found))
    if any(each.by is By.NOTHING for each in found):
        raise typer.Exit(1)


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


def _as_text(found: list[Noticed]) -> str:
    counts = Counter(each.by for each in found)
    lines = [BANNER, "", f"{sentence(counted(len(found), 'alteration'))}, noticed by:"]
    lines += [f"- {by.label}: {counts[by]}" for by in By if counts[by]]
    lines.append("")
    for each in found:
        if each.by in SILENT:
            what = f" {each.what}" if each.what else ""
            lines.append(f"{each.mutation.rule}: {each.mutation.words} {each.by.label}{what}.")
            if each.patient is not None:
                told = ", ".join(f"{name}: {value}" for name, value in each.patient.items())
                lines.append(f"  A patient who would: {told}")
    return "\n".join(lines).rstrip() + "\n"
