"""``verify``: prove what must hold for every patient."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from cases.faults import case_faults
from cases.load import library
from cases.seen import seen_in
from engine.consult import BANNER
from engine.errors import InputError, Problem
from engine.export import as_markdown, as_text
from engine.export.diagnostics import diagnostic_data, worst
from engine.export.proofs import proof_data
from engine.export.verified import Others, verified
from engine.property import Property
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.verify.altered import of_layer
from engine.verify.codes import Severity
from engine.verify.diagnose import diagnose
from engine.verify.diagnostic import Diagnostic
from engine.verify.proof import Proof, State, prove
from engine.words import and_list
from rules import RULEBOOK
from rules.edges import CONCLUSIONS, EDGES
from rules.full import ALONE, FULL_RULEBOOK
from rules.properties import PROPERTIES
from rules.properties.terms import WORSE
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.inquiries import Format, Written
from ui.commands.verify_list import listed as as_list

UNEXERCISED = frozenset({"RB604", "RB605", "RB606"})
"""Codes of what no teaching case exercises."""

EXERCISED = "The teaching cases exercise every condition of these rules."

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
    document: Annotated[
        bool, typer.Option("--document", help="The document's rules only: takes seconds.")
    ] = False,
    cases: Annotated[
        bool,
        typer.Option("--cases", help="Also list the conditions that no teaching case exercises."),
    ] = False,
    second: Annotated[
        bool,
        typer.Option(
            "--second",
            help="Ask a second solver too, with numbers as real numbers: what is said of one "
            "patient must be proven by both. Needs the package z3-solver.",
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Count a warning among the faults as an error.")
    ] = False,
    written: Written = Format.TEXT,
) -> None:
    """Look for faults in the rules, and prove what they promise for every patient.

    What fails comes with a patient. Exit code 1 where something is wrong or does not hold. Without
    --only, faults that show in the rules themselves are looked for first.
    """
    for option, asked in (("--strict", strict), ("--cases", cases)):
        if asked and only:
            mend = f"Leave --only or {option} out."
            raise InputError(Problem(option, "With --only no faults are looked for.", mend))
    book = RULEBOOK if document else FULL_RULEBOOK
    chosen = _chosen(only)
    if document:
        chosen = _of_document(chosen, asked=bool(only))
    if listed:
        terminal.answer(as_list(book, chosen, written))
        return
    others = _second_opinion(book, chosen) if second else {}
    faults = None if only else _faults(book, cases=cases)
    proofs = []
    for each in chosen:
        proofs.append(prove(book, each, ALONE))
        if written is Format.TEXT:
            terminal.message(f"{each.id}: {proofs[-1].state.label}")
    if written is Format.JSON:
        terminal.answer(_as_json(book, faults, proofs, others))
    else:
        briefly = written is Format.TEXT
        report = verified(book, BANNER, proofs, faults, others, briefly=briefly)
        if cases and not any(each.code in UNEXERCISED for each in faults or ()):
            report = replace(report, lead=(*report.lead, EXERCISED))
        terminal.answer(as_text(report) if briefly else as_markdown(report))
    proven = all(proof.state is State.PROVEN for proof in proofs)
    wrong = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if not proven or False in others.values() or worst(faults or ()) in wrong:
        raise typer.Exit(1)


def _faults(book: RuleBook, *, cases: bool) -> tuple[Diagnostic, ...]:
    seen = [each.entries for each in seen_in(library(), book)] if cases else None
    found = diagnose(
        book,
        cases_seen=seen,
        worse=WORSE,
        edges=EDGES if book is FULL_RULEBOOK else (),
        concluded=CONCLUSIONS if book is FULL_RULEBOOK else (),
        progress=lambda what: terminal.message(f"Looking for faults: {what}."),
    )
    terminal.message("Looking for faults: teaching cases.")
    return (*found, *case_faults(library()))


def _as_json(
    book: RuleBook, faults: Sequence[Diagnostic] | None, proofs: Sequence[Proof], others: Others
) -> str:
    data = {
        "disclaimer": BANNER,
        "rulebook": book.content_hash,
        "diagnostics": None if faults is None else [diagnostic_data(each) for each in faults],
        "properties": [
            {**proof_data(book, proof), "second_solver": others.get(proof.property.id)}
            for proof in proofs
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _second_opinion(book: RuleBook, properties: tuple[Property, ...]) -> Others:
    try:
        from engine.verify.reals import second_opinion  # noqa: PLC0415  (optional)
    except ModuleNotFoundError as error:
        mend = "Install it (pip install z3-solver), or leave --second out."
        raise InputError(Problem("--second", f"There is no package {error.name}.", mend)) from error
    return second_opinion(book, properties)


def _chosen(only: list[str] | None) -> tuple[Property, ...]:
    if not only:
        return PROPERTIES
    known = {each.id: each for each in PROPERTIES}
    found = [find("property", name, known, "verify --list") for name in only]
    return tuple({each.id: each for each in found}.values())


def _of_document(properties: tuple[Property, ...], *, asked: bool) -> tuple[Property, ...]:
    """Those of the document alone. Raises InputError where another was ``asked`` for by its id."""
    kept = of_layer(properties, Layer.DOCUMENT)
    others = [each.id for each in properties if each not in kept]
    if asked and others:
        speak = "does not speak" if len(others) == 1 else "do not speak"
        wrong = f"{and_list(others)} {speak} of the document alone."
        raise InputError(Problem("--only", wrong, "Leave --document out."))
    return kept
