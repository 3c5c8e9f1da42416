"""The cases whose patients take part in drills: those told on the document alone."""

from __future__ import annotations

from cases.load import library
from cases.model import Case
from engine.rule import Layer


def drill_cases() -> tuple[Case, ...]:
    """The cases of the library that are played with the document's rules and nothing else."""
    return tuple(case for case in library() if case.layers == (Layer.DOCUMENT,))
