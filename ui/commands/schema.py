"""``schema``: what may stand in a file, for people and for programs."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from engine.export import Answer, patient_schema
from engine.trace import Trace
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.patient import PROFILE


class Subject(StrEnum):
    """What can be described."""

    PATIENT = "patient"
    ANSWER = "answer"
    TRACE = "trace"


def schema(
    subject: Annotated[
        Subject,
        typer.Argument(
            help="patient: what evaluate reads. answer, trace: what it writes in that format.",
        ),
    ] = Subject.PATIENT,
) -> None:
    """Print what may stand in a file.

    As a JSON schema, of a patient file, of an answer, or of a trace.
    """
    terminal.answer(json.dumps(_schema(subject), indent=2, ensure_ascii=False) + "\n")


def _schema(subject: Subject) -> dict[str, Any]:
    match subject:
        case Subject.PATIENT:
            return patient_schema(FULL_RULEBOOK, PROFILE)
        case Subject.ANSWER:
            return Answer.model_json_schema(mode="serialization")
        case Subject.TRACE:
            return Trace.model_json_schema(mode="serialization")
