"""Random rule books over the toy findings, and random patients for them."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from hypothesis import strategies as st

from engine.conditions import Value
from engine.language import (
    AllOf,
    AnyOf,
    AtLeast,
    Choice,
    Concept,
    ConceptIs,
    Condition,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Measurement,
    Rule,
    RuleBook,
)
from tests.engine.toy import SPRAY_MAY, VOCABULARY, book_of, concept, flag, rule

ENDS = (-2.0, 0.0, 1e-05, 0.1, 1 / 3, 1.0, 2.54, 30.0, 90.0, 1e4)
"""Where ranges end; a chosen few, so that patients often lie exactly there."""

ATOMS = VOCABULARY.atoms
CHOICES = [atom for atom in ATOMS.values() if isinstance(atom, Choice)]
NUMBERS = [atom for atom in ATOMS.values() if isinstance(atom, Measurement)]
YES_NO = [name for name, atom in ATOMS.items() if not isinstance(atom, Choice | Measurement)]

CONCEPTS = (*(concept(f"c{number}") for number in range(5)), SPRAY_MAY)
FLAGS = (flag("f1"), flag("f2"))


@st.composite
def ranges(draw: st.DrawFn) -> InRange:
    measurement = draw(st.sampled_from(NUMBERS))
    end = st.none() | st.sampled_from(ENDS)
    return InRange(
        measurement.id,
        draw(st.sampled_from(measurement.units)),
        low=draw(end),
        high=draw(end),
        low_included=draw(st.booleans()),
        high_included=draw(st.booleans()),
    )


@st.composite
def answers(draw: st.DrawFn) -> Is | IsOneOf:
    choice = draw(st.sampled_from(CHOICES))
    options = st.sampled_from([option.value for option in choice.options])
    if draw(st.booleans()):
        return Is(choice.id, draw(options))
    return IsOneOf(choice.id, tuple(draw(st.lists(options, min_size=1, max_size=4))))


def leaves(readable: Sequence[Concept], *, flags: bool) -> st.SearchStrategy[Condition]:
    """Any leaf; concepts only of those that may be read, "not known" only for flags."""
    atoms = st.sampled_from(list(ATOMS))
    each: list[st.SearchStrategy[Condition]] = [
        ranges(),
        answers(),
        st.builds(Is, st.sampled_from(YES_NO), st.booleans()),
        st.builds(Is, st.just("height"), st.sampled_from([0.0, 1e-05, 2.54, 1e4])),
        st.builds(IsKnown, atoms),
    ]
    if readable:
        names = st.sampled_from([read.id for read in readable])
        each += [st.builds(ConceptIs, names, st.booleans())] * 2
    if flags:
        each.append(st.builds(IsNotKnown, atoms))
    return st.one_of(each)


@st.composite
def groups(draw: st.DrawFn, inner: st.SearchStrategy[Condition]) -> Condition:
    # Now and then of more conditions than one rule of durable-rules can carry.
    least, most = draw(st.sampled_from([(1, 3), (1, 5), (2, 5), (17, 19)]))
    parts = tuple(draw(st.lists(inner, min_size=least, max_size=most)))
    needed = draw(st.integers(1, len(parts)))
    shapes: list[Condition] = [AllOf(parts), AnyOf(parts), AtLeast(needed, parts)]
    return draw(st.sampled_from(shapes))


@st.composite
def books(draw: st.DrawFn) -> RuleBook:
    """Up to nine rules, in any order; a concept reads only those before it, and flags nothing."""
    rules: list[Rule] = []
    for number in range(draw(st.integers(1, 9))):
        then = draw(st.sampled_from(CONCEPTS + FLAGS))
        readable = CONCEPTS if then in FLAGS else CONCEPTS[: CONCEPTS.index(then)]
        leaf = leaves(readable, flags=then in FLAGS)
        when = draw(st.recursive(leaf, groups, max_leaves=12))
        rules.append(rule(f"R-{number}", when, then))
    return book_of(rules, CONCEPTS)


def seeded(seed: int) -> random.Random:
    """Random numbers that are the same again in the next run."""
    return random.Random(seed)  # noqa: S311  # nothing secret depends on them


def random_patient(rng: random.Random) -> dict[str, Value]:
    """A patient of whom little, much or everything is known, in any order."""
    told = rng.choice((0.2, 0.6, 0.9, 1.0))
    names = [name for name in ATOMS if rng.random() < told]
    rng.shuffle(names)
    return {name: random_value(name, rng) for name in names}


def random_value(name: str, rng: random.Random) -> Value:
    """A value that the finding can have; of numbers, mostly one at which some range ends."""
    atom = ATOMS[name]
    if isinstance(atom, Choice):
        return rng.choice([str(option.value) for option in atom.options])
    if not isinstance(atom, Measurement):
        return rng.random() < 0.5
    number = atom.stored(rng.choice(ENDS), rng.choice(atom.units))
    return rng.choice((number, math.nextafter(number, math.inf), rng.uniform(-5, 300)))
