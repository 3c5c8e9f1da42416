"""``why``, ``why-not``, ``what-if`` and ``ask-next``: questions about one verdict on a patient."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from engine.consult import BANNER
from engine.errors import InputError, Problem
from engine.export import Part, Report, as_markdown, as_text
from engine.export.inquiry import (
    ask_part,
    goal_words,
    robust_part,
    what_if_part,
    why_not_part,
    why_part,
)
from engine.export.inquiry_data import (
    ask_data,
    robust_data,
    what_if_data,
    why_data,
    why_not_data,
    words,
)
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import ConceptIs, Goal, other, reached, undone
from engine.inquiry.robust import robustness
from engine.inquiry.slice import concepts_behind
from engine.inquiry.whatif import MOST_TRIED, editable, what_if
from engine.inquiry.why import why
from engine.inquiry.whynot import why_not
from engine.rule import Advice, Layer
from engine.trace import Kind, Verdict
from engine.words import quoted
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.patient import By, Consulted, Criteria, Drug, File, consulted, verdict_of


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


Written = Annotated[
    Format, typer.Option("--format", "-f", help="text and markdown to be read, json for others.")
]
ONE_GOAL = "Give one of --to, --concept and --undo."
KINDS = {kind.value: kind for kind in Kind}
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="KIND",
        help=f"The kind of verdict asked for, one of {', '.join(KINDS)}; without it, "
        "may_be_considered, or not_indicated where that is reached.",
        show_default=False,
    ),
]

OnTheWay = Annotated[
    str | None,
    typer.Option(
        "--concept",
        metavar="CONCEPT",
        help="Ask about a conclusion on the way to the verdict instead, for example severe, or "
        "severe=no.",
        show_default=False,
    ),
]


def why_command(
    file: File,
    *,
    concept: OnTheWay = None,
    drug: Drug = None,
    by: By = Layer.DOCUMENT,
    criteria: Criteria = None,
    written: Written = Format.TEXT,
) -> None:
    """Say why a verdict is what it is.

    Names the facts that suffice for it by themselves, and whether the unknown can still change it.
    """
    found = consulted(file, criteria, by)
    verdict = verdict_of(found, drug, by)
    if concept is not None:
        _why_concept(found, verdict, concept, written)
        return
    about = reached(verdict)
    still = robustness(found.book, found.trace, about)
    data: dict[str, Any] = {"still": robust_data(still)}
    parts: list[Part] = []
    if verdict.kind is not Kind.NOT_ENOUGH_DATA:
        reasons = why(found.book, found.trace, about)
        data["why"] = why_data(reasons)
        parts.append(why_part(found.book, found.trace, reasons))
    parts.append(robust_part(found.book, verdict, still))
    _answer(found, verdict, parts, data, written)


def _why_concept(found: Consulted, verdict: Verdict, concept: str, written: Format) -> None:
    goal = _concept(found, concept)
    if not goal.holds_for(found.trace):
        raise InputError(
            Problem(
                "concept", f"It does not come to {goal_words(found.book, goal)}.", "Ask why-not."
            )
        )
    reasons = why(found.book, found.trace, goal)
    part = why_part(found.book, found.trace, reasons)
    _answer(found, verdict, [part], {"why": why_data(reasons)}, written)


def why_not_command(
    file: File,
    *,
    to: To = None,
    concept: OnTheWay = None,
    drug: Drug = None,
    by: By = Layer.DOCUMENT,
    criteria: Criteria = None,
    written: Written = Format.TEXT,
) -> None:
    """Say why a verdict is not of another kind.

    Every rule that would conclude it, the nearest first, and which of its conditions are met.
    """
    found = consulted(file, criteria, by)
    verdict = verdict_of(found, drug, by)
    goal = _goal(found, verdict, to, concept)
    if goal.holds_for(found.trace):
        field = "to" if concept is None else "concept"
        raise InputError(
            Problem(
                field, f"It comes to {goal_words(found.book, goal)}.", "Ask why, or for another."
            )
        )
    answer = why_not(found.book, found.trace, goal)
    part = why_not_part(found.book, found.trace, answer)
    _answer(found, verdict, [part], why_not_data(answer), written)


def what_if_command(  # noqa: PLR0913  (each is an option of the command)
    file: File,
    *,
    to: To = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Ask for anything but the present verdict.")
    ] = False,
    concept: OnTheWay = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            "--keep", metavar="FINDING", help="A finding that stays as it is; may be repeated."
        ),
    ] = None,
    change: Annotated[
        list[str] | None,
        typer.Option(
            "--change",
            metavar="FINDING",
            help="A finding that may change although it stays otherwise (age, diagnosis); may be "
            "repeated.",
        ),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", min=1, max=48, help="The most ways that are shown.")
    ] = MOST_TRIED,
    drug: Drug = None,
    by: By = Layer.DOCUMENT,
    criteria: Criteria = None,
    written: Written = Format.TEXT,
) -> None:
    """Say what would change a verdict: the smallest changes to the patient.

    Each is tried before it is shown; that no smaller one does, or none at all, is proven.
    """
    found = consulted(file, criteria, by)
    verdict = verdict_of(found, drug, by)
    findings = found.book.vocabulary.by_id
    allowed = set(editable(found.book.vocabulary, found.trace.entries))
    allowed |= {find("finding", name, findings, "schema").id for name in change or []}
    allowed -= {find("finding", name, findings, "schema").id for name in keep or []}
    goal = undone(verdict) if undo else _goal(found, verdict, to, concept)
    if undo and (to or concept):
        raise InputError(Problem("undo", "It asks for anything else than now.", ONE_GOAL))
    answer = what_if(found.book, found.trace, goal, allowed, most)
    _answer(found, verdict, [what_if_part(found.book, answer)], what_if_data(answer), written)


def ask_next_command(
    file: File,
    drug: Drug = None,
    by: By = Layer.DOCUMENT,
    criteria: Criteria = None,
    written: Written = Format.TEXT,
) -> None:
    """Say what to ask next, and what each answer would come to."""
    found = consulted(file, criteria, by)
    verdict = verdict_of(found, drug, by)
    about = reached(verdict)
    answer = ask_next(found.book, found.trace, about)
    still = robustness(found.book, found.trace, about)
    parts = [ask_part(found.book, verdict, answer), robust_part(found.book, verdict, still)]
    data = {**ask_data(answer), "still": robust_data(still)}
    _answer(found, verdict, parts, data, written)


def _goal(found: Consulted, verdict: Verdict, to: str | None, concept: str | None) -> Goal:
    """What is asked for: a conclusion on the way, a kind, or the kind most often wanted."""
    if concept is not None and to is not None:
        raise InputError(Problem("to", "It asks for another kind of verdict.", ONE_GOAL))
    if concept is not None:
        return _concept(found, concept)
    if to is not None:
        return other(verdict, find("kind of verdict", to, KINDS, "what-if --help"))
    reached_already = verdict.kind is Kind.MAY_BE_CONSIDERED
    return other(verdict, Kind.NOT_INDICATED if reached_already else Kind.MAY_BE_CONSIDERED)


def _concept(found: Consulted, told: str) -> ConceptIs:
    """A conclusion on the way to verdicts; "=no" asks that it is known not to hold."""
    name, _, answer = told.partition("=")
    rules = [rule for rule in found.book.rules if isinstance(rule.then, Advice)]
    concepts = {concept: concept for concept in concepts_behind(found.book, rules)}
    if answer not in {"", "yes", "no"}:
        raise InputError(
            Problem("concept", f"{quoted(answer)} is no answer.", f"Write {name}=yes or {name}=no.")
        )
    return ConceptIs(find("conclusion", name, concepts, "rules list"), answer != "no")


def _answer(
    found: Consulted,
    verdict: Verdict,
    parts: Sequence[Part],
    data: dict[str, Any],
    written: Format,
) -> None:
    trace = found.trace
    if written is Format.JSON:
        table = {
            "disclaimer": BANNER,
            "rulebook": trace.rulebook.model_dump(),
            "verdict": {"layer": verdict.layer, "drug": verdict.drug, "kind": verdict.kind.value},
            **data,
            "words": words(tuple(parts)),
        }
        terminal.answer(json.dumps(table, indent=2, ensure_ascii=False) + "\n")
        return
    report = Report(
        banner=BANNER,
        headline=verdict.summary,
        lead=(),
        parts=tuple(parts),
        origin=f"Rule book {trace.rulebook.version}, SHA-256 {trace.rulebook.hash}",
    )
    terminal.answer(as_markdown(report) if written is Format.MARKDOWN else as_text(report))
