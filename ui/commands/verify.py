"""``verify``: prove what must hold for every patient."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from engine.consult import BANNER
from engine.errors import InputError, Problem
from engine.export import Report, as_markdown, as_text
from engine.export.proofs import headline, lead, proof_data, proof_part
from engine.property import Property
from engine.verify.proof import Proof, State, prove
from rules import RULEBOOK
from rules.full import ALONE, FULL_RULEBOOK
from rules.properties import PROPERTIES
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.inquiries import Format, Written

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="ID",
        help="Prove this property alone; may be given more than once.",
        show_default=False,
    ),
]


def verify(
    only: Only = None,
    *,
    listed: Annotated[
        bool, typer.Option("--list", help="List the properties; prove nothing.")
    ] = False,
    second: Annotated[
        bool,
        typer.Option(
            "--second",
            help="Ask a second solver too, with numbers as real numbers: what is said of one "
            "patient must be proven by both. Needs the package z3-solver.",
        ),
    ] = False,
    written: Written = Format.TEXT,
) -> None:
    """Prove what the rules promise for every patient, or show a patient for whom it fails.

    Exit code 1 where something does not hold.
    """
    if listed:
        terminal.answer("".join(f"{each.id:<12} {each.sentence}\n" for each in PROPERTIES))
        return
    others = _second_opinion(_chosen(only)) if second else {}
    proofs: list[Proof] = []
    for each in _chosen(only):
        proofs.append(prove(FULL_RULEBOOK, each, ALONE))
        if written is Format.TEXT:
            terminal.message(f"{each.id}: {proofs[-1].state.label}")
    if written is Format.JSON:
        data = {
            "disclaimer": BANNER,
            "rulebook": FULL_RULEBOOK.content_hash,
            "properties": [
                {
                    **proof_data(FULL_RULEBOOK, proof),
                    "second_solver": others.get(proof.property.id),
                }
                for proof in proofs
            ],
        }
        terminal.answer(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    else:
        report = Report(
            banner=BANNER,
            headline=headline(proofs),
            lead=lead(proofs),
            parts=tuple(
                proof_part(FULL_RULEBOOK, proof, others.get(proof.property.id)) for proof in proofs
            ),
            origin=f"Rule book {RULEBOOK.version}, SHA-256 {FULL_RULEBOOK.content_hash}",
        )
        terminal.answer(as_markdown(report) if written is Format.MARKDOWN else as_text(report))
    if False in others.values() or any(proof.state is not State.PROVEN for proof in proofs):
        raise typer.Exit(1)


def _second_opinion(properties: tuple[Property, ...]) -> dict[str, bool | None]:
    try:
        from engine.verify.reals import second_opinion  # noqa: PLC0415  (optional)
    except ModuleNotFoundError as error:
        mend = "Install it (pip install z3-solver), or leave --second out."
        raise InputError(Problem("--second", f"There is no package {error.name}.", mend)) from error
    return second_opinion(FULL_RULEBOOK, properties)


def _chosen(only: list[str] | None) -> tuple[Property, ...]:
    if not only:
        return PROPERTIES
    known = {each.id: each for each in PROPERTIES}
    return tuple(find("property", name, known, "verify --list") for name in only)
