"""The limits of durable-rules 2.0.28, checked before it is asked to build anything.

Beyond most of them it reports an error number, beyond some it reads memory that is not its own, and
beyond one it never returns. Each was found by experiment and in its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.chaining.clauses import MOST_PREMISES, Clause, Comparison, Subject
from engine.chaining.text import PAGE_SIZE
from engine.conditions import Value
from engine.errors import ForwardEngineError

MOST_CLAUSES = 4096
MOST_TESTS = 511
"""How many different tests may follow one test; looking for a place after 512 never ends."""
MOST_USES = 255
"""How many premises may make exactly the same tests."""
MOST_MATCHES = 64
"""How many tests of one fact may hold and still wait to be followed up."""


def check_limits(clauses: Sequence[Clause]) -> None:
    """Raise ForwardEngineError naming every limit that the clauses exceed."""
    faults = list(_faults(clauses))
    if faults:
        raise ForwardEngineError(
            "The rule book is too much for durable-rules:\n" + "\n".join(faults)
        )


@dataclass(slots=True)
class _Tested:
    """What has passed certain tests: the premises that want no more, and the tests that follow."""

    uses: int = 0
    then: dict[Comparison, _Tested] = field(default_factory=dict)

    def all(self) -> Iterator[_Tested]:
        yield self
        for tested in self.then.values():
            yield from tested.all()

    def waiting(self, said: Value | None) -> int:
        """At most so many tests wait at a time when durable-rules looks at a fact."""
        heights = [tested.waiting(said) for test, tested in self.then.items() if _may(test, said)]
        return max(len(heights), len(heights) - 1 + max(heights)) if heights else 0


def _may(test: Comparison, said: Value | None) -> bool:
    """Whether a fact that says this may pass; of a number, anything may be true."""
    if test.field != "is":
        return True
    return (test.value == said) is (test.operator == "==")


def _faults(clauses: Sequence[Clause]) -> Iterator[str]:
    if len(clauses) > MOST_CLAUSES:
        yield f"{len(clauses)} clauses; it carries {MOST_CLAUSES}."
    subjects: dict[Subject, _Tested] = {}
    for position, clause in enumerate(clauses):
        if len(clause.premises) > MOST_PREMISES:
            premises = len(clause.premises)
            yield f"clause {position} has {premises} premises; it carries {MOST_PREMISES}."
        for premise in clause.premises:
            tested = subjects.setdefault(premise.about, _Tested())
            for comparison in premise.comparisons:
                tested = tested.then.setdefault(comparison, _Tested())
            tested.uses += 1
    if len(subjects) > PAGE_SIZE * MOST_TESTS:
        yield f"facts about {len(subjects)} subjects; it can tell {PAGE_SIZE * MOST_TESTS} apart."
    for subject, first in subjects.items():
        for fault in _faults_of(first):
            yield f"{subject.kind} {subject.name}: {fault}"


def _faults_of(first: _Tested) -> Iterator[str]:
    every = list(first.all())
    uses = max(tested.uses for tested in every)
    if uses > MOST_USES:
        yield f"{uses} conditions ask exactly the same; it carries {MOST_USES}."
    tests = max(len(tested.then) for tested in every)
    if tests > MOST_TESTS:
        yield f"{tests} different tests; it has room for {MOST_TESTS}."
    said = {test.value for tested in every for test in tested.then if test.field == "is"}
    waiting = max(first.waiting(value) for value in (None, *said))
    if waiting > MOST_MATCHES:
        yield f"one fact could match {waiting} tests at a time; it carries {MOST_MATCHES}."
