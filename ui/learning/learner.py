"""A learner as the screens see one: plain JSON data, the same in memory and from the database."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

Reached = dict[str, Any]
"""How far somebody has come in a case: ``ui.teaching.progress.Progress`` as JSON data."""

LARGEST_DOCUMENT = 1_000_000
"""The most characters that a document may take."""


@dataclass(frozen=True, slots=True)
class Learner:
    """What is kept of a learner; never altered, only replaced.

    ``id`` is empty while nothing is kept, ``database`` says where it was last seen, ``revision``
    how often something was kept. ``documents`` are found by kind and key.
    """

    id: str = ""
    database: str = ""
    revision: int = 0
    name: str = ""
    cases: Mapping[str, Reached] = field(default_factory=dict)
    documents: Mapping[tuple[str, str], Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not (self.name or self.cases or self.documents)

    def differs_from(self, known: Learner) -> bool:
        """Whether something is to be kept that the other does not hold."""
        return (self.name, self.cases, self.documents) != (
            known.name,
            known.cases,
            known.documents,
        )

    def since(self, known: Learner) -> Self:
        """Only what is not the same there; of a case, the answers that are not."""
        cases = {}
        for case, reached in self.cases.items():
            before = known.cases.get(case, {})
            if reached != before:
                answers, twins, rest = parted(reached)
                old_answers, old_twins, _ = parted(before)
                new = {
                    step: each for step, each in answers.items() if each != old_answers.get(step)
                }
                said = {twin: each for twin, each in twins.items() if each != old_twins.get(twin)}
                cases[case] = joined(new, said, rest)
        return replace(
            self,
            name="" if self.name == known.name else self.name,
            cases=cases,
            documents={n: d for n, d in self.documents.items() if d != known.documents.get(n)},
        )

    def named(self, name: str) -> Self:
        """The same under a name that the report is to show."""
        return replace(self, name=name)

    def with_case(self, case: str, reached: Mapping[str, Any]) -> Self:
        """The same, further on in a case; empty forgets the case."""
        others = {name: each for name, each in self.cases.items() if name != case}
        return replace(self, cases={**others, case: as_json(reached)} if reached else others)

    def with_document(self, kind: str, key: str, data: Any) -> Self:
        """The same with a document in place of the one before; None removes it.

        Raises ValueError for what is no JSON data, or too much of it.
        """
        others = {name: each for name, each in self.documents.items() if name != (kind, key)}
        kept = others if data is None else {**others, (kind, key): as_json(data)}
        return replace(self, documents=kept)

    def case(self, name: str) -> Reached:
        """How far this learner has come in a case: a copy."""
        return copy.deepcopy(self.cases.get(name, {}))

    def document(self, kind: str, key: str) -> Any:
        """A copy of a document; None without it."""
        return copy.deepcopy(self.documents.get((kind, key)))

    def answered(self) -> int:
        """How many answers were committed in all."""
        return sum(len(parted(reached)[0]) for reached in self.cases.values())


def as_json(data: Any) -> Any:
    """A copy as it will come back from the database. Raises ValueError for too much."""
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    except TypeError as error:
        raise ValueError(f"no JSON data: {error}") from error
    if len(text) > LARGEST_DOCUMENT:
        raise ValueError("more than a document may take")
    return json.loads(text)


def parted(reached: Mapping[str, Any]) -> tuple[dict[int, Any], dict[str, Any], Reached]:
    """The answers by step, what was said of twins, and the rest with the places of both empty."""
    rest = dict(reached)
    answers: dict[int, Any] = {}
    twins: dict[str, Any] = {}
    found = rest.get("answers")
    if isinstance(found, dict) and all(str(step).isdecimal() for step in found):
        answers = {int(step): answer for step, answer in found.items()}
        rest["answers"] = {}
    found = rest.get("twins")
    if isinstance(found, dict):
        twins = dict(found)
        rest["twins"] = {}
    return answers, twins, rest


def joined(answers: Mapping[int, Any], twins: Mapping[str, Any], rest: Reached) -> Reached:
    """What ``parted`` has taken apart."""
    whole = dict(rest)
    if answers:
        whole["answers"] = {str(step): answers[step] for step in sorted(answers)}
    if twins:
        whole["twins"] = dict(twins)
    return whole


def round_of(reached: Mapping[str, Any]) -> int:
    """How often the case was begun again."""
    found = reached.get("round", 0)
    return found if isinstance(found, int) else 0
