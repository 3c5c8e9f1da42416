"""Working out everything that the cases can ask of the rules, before a class begins.

Afterwards an answer is judged from memory, which matters where many learners begin at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from cases.beside_verdict import next_graded
from cases.explain_back import reasons_for
from cases.model import Case
from cases.play import trace_after
from cases.tutor import feedback
from cases.twins import twins


def prepare(cases: Sequence[Case]) -> int:
    """Work out the feedback to every answer of every case, and their twins; how many answers."""
    answers = 0
    for case in cases:
        for index, step in enumerate(case.steps):
            for option in range(len(step.question.options)):
                feedback(case, index, option)
                answers += 1
            reasons_for(trace_after(case, index), step.question.layer)
            next_graded(case, index)
        twins(case)
    return answers
