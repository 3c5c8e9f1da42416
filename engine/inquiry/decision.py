"""How fired and waiting rules come to a kind of verdict, as a small decision diagram.

Read off ``engine.deciding`` for every combination, so that the solver asks what the program does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

from engine.deciding import choice
from engine.inquiry.propositions import Propositions
from engine.missing import stance_of
from engine.rule import Layer, Rule, Stance
from engine.trace import Kind


@dataclass(frozen=True, slots=True)
class Fork:
    """Where one thing is asked: ``place`` says which; what follows if it holds, and if not."""

    place: int
    holds: Diagram
    fails: Diagram


Diagram = Fork | Kind | None
"""A question with what follows, or what it comes to; None where no verdict follows."""


@cache
def decision(layer: Layer, examples: tuple[Rule, ...]) -> Diagram:
    """What follows from which stances fired, then which stances wait; one rule for each stance."""
    stances = {stance_of(rule): rule for rule in examples}
    count = len(examples)

    def kind(states: tuple[bool, ...]) -> Diagram:
        fired = [rule for rule, state in zip(examples, states[:count], strict=True) if state]
        waiting = [rule for rule, state in zip(examples, states[count:], strict=True) if state]
        by_stance = {s: [stances[s]] if stances.get(s) in fired else [] for s in Stance}
        found = choice(layer, by_stance, waiting)
        return None if found is None else found[0]

    row = [kind(states) for states in product((True, False), repeat=2 * count)]
    for place in range(2 * count - 1, -1, -1):
        pairs = zip(row[::2], row[1::2], strict=True)
        row = [yes if yes == no else Fork(place, yes, no) for yes, no in pairs]
    return row[0]


def decided_kinds(props: Propositions, lits: list[int], diagram: Diagram) -> dict[Kind, int]:
    """That each kind follows, as propositions; ``lits`` are the things asked, by place."""
    known: dict[Diagram, dict[Kind, int]] = {}

    def kinds(part: Diagram) -> dict[Kind, int]:
        if part not in known:
            known[part] = followed(part)
        return known[part]

    def followed(part: Diagram) -> dict[Kind, int]:
        if not isinstance(part, Fork):
            return {} if part is None else {part: props.true}
        asked, yes, no = lits[part.place], kinds(part.holds), kinds(part.fails)
        return {
            kind: props.any_of(
                (
                    props.all_of((asked, yes.get(kind, -props.true))),
                    props.all_of((-asked, no.get(kind, -props.true))),
                )
            )
            for kind in yes | no
        }

    return kinds(diagram)
