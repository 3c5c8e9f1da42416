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
from engine.export.inquiry import ask_part, robust_part, what_if_part, why_not_part, why_part
from engine.export.inquiry_data import (
    ask_data,
    robust_data,
    what_if_data,
    why_data,
    why_not_data,
    words,
)
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import VerdictIs, other, reached, undone
from engine.inquiry.robust import robustness
from engine.inquiry.whatif import MOST_TRIED, editable, what_if
from engine.inquiry.why import why
from engine.inquiry.whynot import why_not
from engine.rule import Layer
from engine.trace import Kind, Verdict
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


def why_command(
    file: File,
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
    about = reached(verdict)
    still = robustness(found.book, found.trace, about)
    data: dict[str, Any] = {"still": robust_data(still)}
    parts: list[Part] = []
    if verdict.kind is not Kind.NOT_ENOUGH_DATA:
        reasons = why(found.book, found.trace, about)
        data["why"] = why_data(reasons)
        parts.append(why_part(found.book, verdict, reasons))
    parts.append(robust_part(verdict, still))
    _answer(found, verdict, parts, data, written)


def why_not_command(
    file: File,
    to: To = None,
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
    goal = _goal(verdict, to)
    if goal.holds_for(found.trace):
        raise InputError(
            Problem("to", "The verdict is of this kind.", "Ask why, or name another kind.")
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
    goal = undone(verdict) if undo else _goal(verdict, to)
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
    parts = [ask_part(found.book, verdict, answer), robust_part(verdict, still)]
    data = {**ask_data(answer), "still": robust_data(still)}
    _answer(found, verdict, parts, data, written)


def _goal(verdict: Verdict, to: str | None) -> VerdictIs:
    """The kind asked for, or else the one that is most often wanted."""
    if to is not None:
        return other(verdict, find("kind of verdict", to, KINDS, "what-if --help"))
    reached_already = verdict.kind is Kind.MAY_BE_CONSIDERED
    return other(verdict, Kind.NOT_INDICATED if reached_already else Kind.MAY_BE_CONSIDERED)


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
