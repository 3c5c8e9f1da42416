"""What fired and what waits, by stance, and which of it decides.

A combination is a number with one bit for each thing that may be so. Which stances decide is read
off ``engine.deciding.choice`` for all of them, so that both decide alike; the kind of verdict is
read off it by ``engine.inquiry.decision``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from engine.deciding import advice_rules, choice
from engine.missing import stance_of
from engine.option import Option
from engine.rule import Layer, Rule, Stance
from engine.rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class Stances:
    """The advice of a layer on one drug, and what decides every combination of its stances.

    ``rules`` are by stance, in the order of the rule book. Bit ``i`` of a combination says that a
    rule of the ``i``-th stance fired, bit ``i`` beyond the number of stances that one waits.
    ``deciding`` has for each combination the bits of what decides it.
    """

    rules: dict[Stance, tuple[Rule, ...]]
    deciding: tuple[int, ...]


def stances(book: RuleBook, layer: Layer, drug: Option) -> Stances:
    """The stances of a layer on one drug, and what decides every combination of them."""
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
    deciding: list[int] = []
    for states in product((False, True), repeat=2 * len(rules)):
        # The last place of a product changes first, so it is the lowest bit.
        held = {name for name, state in zip(bits, reversed(states), strict=True) if state}
        found = choice(
            layer,
            {s: [fired[s]] if s in fired and fired[s].id in held else [] for s in Stance},
            [rule for rule in waiting.values() if rule.id in held],
        )
        deciding.append(0 if found is None else sum({bits[rule.id] for rule in found[1]}))
    return Stances(rules, tuple(deciding))
