"""The limits of durable-rules 2.0.28, checked before it is asked to build anything.

Beyond most of them it reports an error number, beyond some it reads memory that is not its own, and
beyond one it never returns. Each was found by experiment and in its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

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


@dataclass(frozen=True, slots=True)
class Load:
    """How much of one limit is taken up; ``words`` have ``{used}`` and ``{most}`` in them."""

    used: int
    most: int
    words: str

    @property
    def text(self) -> str:
        """How much it is, and how much durable-rules carries."""
        return self.words.format(used=self.used, most=self.most)


def loads(clauses: Sequence[Clause]) -> Iterator[Load]:
    """How much of every limit the clauses take up."""
    yield Load(len(clauses), MOST_CLAUSES, "{used} clauses; it carries {most}.")
    subjects: dict[Subject, _Tested] = {}
    for position, clause in enumerate(clauses):
        words = f"clause {position} has {{used}} premises; it carries {{most}}."
        yield Load(len(clause.premises), MOST_PREMISES, words)
        for premise in clause.premises:
            tested = subjects.setdefault(premise.about, _Tested())
            for comparison in premise.comparisons:
                tested = tested.then.setdefault(comparison, _Tested())
            tested.uses += 1
    words = "facts about {used} subjects; it can tell {most} apart."
    yield Load(len(subjects), PAGE_SIZE * MOST_TESTS, words)
    for subject, first in subjects.items():
        for load in _loads_of(first):
            yield replace(load, words=f"{subject.kind} {subject.name}: {load.words}")


def _faults(clauses: Sequence[Clause]) -> Iterator[str]:
    return (load.text for load in loads(clauses) if load.used > load.most)


def _loads_of(first: _Tested) -> Iterator[Load]:
    every = list(first.all())
    uses = max(tested.uses for tested in every)
    yield Load(uses, MOST_USES, "{used} conditions ask exactly the same; it carries {most}.")
    tests = max(len(tested.then) for tested in every)
    yield Load(tests, MOST_TESTS, "{used} different tests; it has room for {most}.")
    said = {test.value for tested in every for test in tested.then if test.field == "is"}
    waiting = max(first.waiting(value) for value in (None, *said))
    words = "one fact could match {used} tests at a time; it carries {most}."
    yield Load(waiting, MOST_MATCHES, words)
