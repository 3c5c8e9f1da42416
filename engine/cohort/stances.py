"""What fired and what waits, by stance, and what ``engine.deciding`` makes of every combination.

A combination is a number with one bit for each thing that may be so. The kinds of verdict and the
stances that decide are read off ``engine.deciding.choice`` for all of them, so that both decide
alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from engine.deciding import advice_rules, choice
from engine.missing import stance_of
from engine.option import Option
from engine.rule import Layer, Rule, Stance
from engine.rulebook import RuleBook
from engine.trace import Kind


@dataclass(frozen=True, slots=True)
class Stances:
    """The advice of a layer on one drug, and what every combination of its stances comes to.

    ``rules`` are by stance, in the order of the rule book. Bit ``i`` of a combination says that a
    rule of the ``i``-th stance fired, bit ``i`` beyond the number of stances that one waits.
    ``kinds`` has the kind for each combination, None where nothing is decided (a gap); ``deciding``
    the bits of what decides it.
    """

    rules: dict[Stance, tuple[Rule, ...]]
    kinds: tuple[Kind | None, ...]
    deciding: tuple[int, ...]


def stances(book: RuleBook, layer: Layer, drug: Option) -> Stances:
    """The stances of a layer on one drug, with every combination decided."""
    rules: dict[Stance, tuple[Rule, ...]] = {}
    for rule in advice_rules(book, layer, drug):
        stance = stance_of(rule)
        if stance is not None:
            rules[stance] = (*rules.get(stance, ()), rule)
    # One rule stands for all of its stance that fired, another for those that wait.
    fired = {stance: each[0] for stance, each in rules.items()}
    waiting = {
        stance: replace(each[0], id=f"{each[0].id}, waiting") for stance, each in rules.items()
    }
    bits = {rule.id: 1 << at for at, rule in enumerate((*fired.values(), *waiting.values()))}
    kinds: list[Kind | None] = []
    deciding: list[int] = []
    for states in product((False, True), repeat=2 * len(rules)):
        # The last place of a product changes first, so it is the lowest bit.
        held = {name for name, state in zip(bits, reversed(states), strict=True) if state}
        found = choice(
            layer,
            {s: [fired[s]] if s in fired and fired[s].id in held else [] for s in Stance},
            [rule for rule in waiting.values() if rule.id in held],
        )
        kinds.append(None if found is None else found[0])
        deciding.append(0 if found is None else sum({bits[rule.id] for rule in found[1]}))
    return Stances(rules, tuple(kinds), tuple(deciding))
