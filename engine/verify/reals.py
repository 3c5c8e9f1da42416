"""A second opinion: the rules put to another solver, in its own logic, numbers as real numbers.

Nothing is cut into regions here, and nothing is shared with the first encoding but the rules
themselves: two proofs that rest on different ground. What is calculated may be any number where its
inputs are known, so everything that is proven here holds, and a patient who is found may not exist.

Needs the optional package z3-solver; nothing else imports this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, permutations
from typing import Any

import z3

from engine.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    ConceptIs,
    Condition,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Value,
)
from engine.deciding import advice_rules, named_diagnoses
from engine.findings import Choice, Finding, Measurement, MultiChoice
from engine.inquiry.decision import Diagram, Fork, decision
from engine.property import (
    Exactly,
    Fact,
    Known,
    Never,
    NotShown,
    OneVerdict,
    Property,
    VerdictIs,
    Whenever,
)
from engine.rule import Advice, Layer, Rule, Stance
from engine.rulebook import RuleBook
from engine.trace import Kind

Both = tuple[Any, Any]
"""That something is yes, and that it is no."""


class Reals:
    """Every patient of a rule book, and what its rules say, in the logic of the solver."""

    def __init__(self, book: RuleBook) -> None:
        self.book, self._vocabulary = book, book.vocabulary
        self._diagnosis = book.vocabulary.diagnosis.id
        self._solver = z3.Solver()
        self._values = {name: _variable(atom) for name, atom in self._vocabulary.atoms.items()}
        self._told = {name: z3.Bool(f"told {name}") for name in self._vocabulary.atoms}
        self._known: dict[str, Any] = {}
        self._concepts: dict[str, Both] = {}
        self._rules: dict[str, Both] = {}
        self._patients()

    def holds(self, property_: Property) -> bool | None:
        """Whether a property of one patient is proven; None for a claim about two patients."""
        match property_.claim:
            case Whenever(given, then):
                return self._follows(given, then)
            case Exactly() as claim:
                return all(self._follows(way.given, way.then) for way in claim.ways)
            case Never(given, also):
                return self._never(*given, *also)
            case OneVerdict(layer):
                return all(self._one(layer, drug.value) for drug in self.book.drugs)
            case _:
                return None

    def _follows(self, given: tuple[Fact, ...], then: tuple[Fact, ...]) -> bool:
        return all(self._never(*given, but=fact) for fact in then)

    def _never(self, *facts: Fact, but: Fact | None = None) -> bool:
        asked = [self.fact(fact) for fact in facts]
        if but is not None:
            asked.append(z3.Not(self.fact(but)))
        return bool(self._solver.check(*asked) == z3.unsat)

    def _one(self, layer: Layer, drug: str) -> bool:
        kinds = self.verdict(layer, drug)
        none = self._solver.check(*(z3.Not(each) for each in kinds.values())) == z3.unsat
        return bool(none) and all(
            self._solver.check(one, other) == z3.unsat
            for one, other in combinations(kinds.values(), 2)
        )

    def fact(self, fact: Fact) -> Any:
        """That a fact of a property is so."""
        match fact:
            case Known(condition, yes):
                return self.truth(condition)[0 if yes else 1]
            case NotShown(condition):
                return z3.Not(self.truth(condition)[0])
            case VerdictIs(layer, drug, kinds):
                found = self.verdict(layer, drug.value)
                return z3.Or([found[kind] for kind in kinds])

    # Who there is -------------------------------------------------------------------------------

    def _patients(self) -> None:
        for name, atom in self._vocabulary.atoms.items():
            value = self._values[name]
            if isinstance(atom, Choice):
                self._solver.add(value >= 0, value < len(_options(atom)))
            elif isinstance(atom, Measurement):
                if atom.hard.low is not None:
                    self._solver.add(value >= atom.hard.low)
                if atom.hard.high is not None:
                    self._solver.add(value <= atom.hard.high)
            if self._vocabulary.owner[name].id not in self._vocabulary.by_id:
                self._solver.add(z3.Not(self._told[name]))  # a form does not ask for it
        for finding in self._vocabulary.findings:
            if isinstance(finding, MultiChoice):
                self._list(finding)
        for each in self._vocabulary.entailments:
            implied, applies = self.truth(each.when)[0], self._applies(each.then.finding)
            follows = self._equals(each.then.finding, each.then.value)
            self._solver.add(z3.Implies(z3.And(implied, applies), follows))
        for found in self._vocabulary.impossible:
            self._solver.add(z3.Not(self.truth(found.when)[0]))
        for pair in self._vocabulary.ordered:
            both = z3.And(self.known(pair.lesser.id), self.known(pair.greater.id))
            less, more = self._values[pair.lesser.id], self._values[pair.greater.id]
            self._solver.add(z3.Implies(both, less <= more))

    def _list(self, finding: MultiChoice[Any]) -> None:
        """Who tells that one member of a list is absent has told the whole list."""
        names = [member.id for member in finding.members()]
        for name, other in permutations(names, 2):
            absent = z3.And(self._told[name], z3.Not(self._values[name]))
            self._solver.add(z3.Implies(absent, self._told[other]))

    def _applies(self, name: str) -> Any:
        wanted = self._vocabulary.atoms[name].applies_to
        if not wanted:
            return z3.BoolVal(val=True)
        among = [self._equals(self._diagnosis, value) for value in sorted(wanted)]
        return z3.Or(z3.Not(self._told[self._diagnosis]), *among)

    def known(self, name: str) -> Any:
        """That a fact is known: told, implied or calculated."""
        if name not in self._known:
            ways = [self._told[name]]
            ways += [
                self.truth(each.when)[0]
                for each in self._vocabulary.entailments
                if each.then.finding == name
            ]
            if name in self._vocabulary.calculated:
                inputs = self._vocabulary.calculated[name].by.inputs
                # A formula may give no number for what it is given: then it stays unknown.
                ways.append(
                    z3.And(z3.Bool(f"calculated {name}"), *(self.known(i.id) for i in inputs))
                )
            self._known[name] = z3.And(self._applies(name), z3.Or(ways))
        return self._known[name]

    def _equals(self, name: str, value: Value) -> Any:
        atom, variable = self._vocabulary.atoms[name], self._values[name]
        if isinstance(atom, Choice):
            return variable == _options(atom).index(str(value))
        if isinstance(atom, Measurement):
            return variable == z3.RealVal(repr(float(value)))
        return variable if value else z3.Not(variable)

    # What the rules say -------------------------------------------------------------------------

    def truth(self, condition: Condition) -> Both:
        """That a condition is yes, and that it is no."""
        match condition:
            case ConceptIs(name, wanted):
                yes, no = self.concept(name)
                return (yes, no) if wanted else (no, yes)
            case IsKnown(name) | IsNotKnown(name):
                known, unknown = self.known(name), z3.Not(self.known(name))
                return (known, unknown) if isinstance(condition, IsKnown) else (unknown, known)
            case Is() | IsOneOf() | InRange():
                known, met = self.known(condition.finding), self._met(condition)
                return z3.And(known, met), z3.And(known, z3.Not(met))
            case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
                return self._group(condition, [self.truth(part) for part in parts])

    def _met(self, leaf: Is | IsOneOf | InRange) -> Any:
        match leaf:
            case Is(name, value):
                return self._equals(name, value)
            case IsOneOf(name, values):
                return z3.Or([self._equals(name, each) for each in values])
            case InRange():
                return self._within(leaf)

    def _within(self, condition: InRange) -> Any:
        atom, number = self._vocabulary.atoms[condition.finding], self._values[condition.finding]
        if not isinstance(atom, Measurement):
            raise TypeError(f"{condition.finding} is compared with numbers but is not one")
        met = []
        if condition.low is not None:
            low = z3.RealVal(repr(atom.stored(condition.low, condition.unit)))
            met.append(number >= low if condition.low_included else number > low)
        if condition.high is not None:
            high = z3.RealVal(repr(atom.stored(condition.high, condition.unit)))
            met.append(number <= high if condition.high_included else number < high)
        return z3.And(met)

    def _group(self, group: AllOf | AnyOf | AtLeast, truths: Sequence[Both]) -> Both:
        yes, no = [each for each, _ in truths], [each for _, each in truths]
        match group:
            case AllOf():
                return z3.And(yes), z3.Or(no)
            case AnyOf():
                return z3.Or(yes), z3.And(no)
            case AtLeast(count):
                out_of_reach = len(truths) - count + 1
                return (
                    z3.PbGe([(each, 1) for each in yes], count),
                    z3.PbGe([(each, 1) for each in no], out_of_reach),
                )

    def concept(self, name: str) -> Both:
        """That a concept is yes, and that it is no; without a rule it is neither."""
        if name not in self._concepts:
            rules = [self._rule(rule.id, rule.when) for rule in self.book.rules_for[name]]
            nothing = z3.BoolVal(val=False)
            self._concepts[name] = (
                z3.Or([yes for yes, _ in rules]) if rules else nothing,
                z3.And([no for _, no in rules]) if rules else nothing,
            )
        return self._concepts[name]

    def _rule(self, name: str, when: Condition) -> Both:
        if name not in self._rules:
            self._rules[name] = self.truth(when)
        return self._rules[name]

    def verdict(self, layer: Layer, drug: str) -> dict[Kind, Any]:
        """That the verdict for a drug is of a kind, for each kind."""
        named = named_diagnoses(self.book, layer)[drug]
        known = self.known(self._diagnosis)
        is_named = z3.And(
            known, z3.Or([self._equals(self._diagnosis, each) for each in sorted(named)])
        )
        by_stance: dict[Stance, list[Both]] = {}
        examples: dict[Stance, Rule] = {}
        for rule in advice_rules(self.book, layer, self.book.drugs.of(drug)):
            if isinstance(rule.then, Advice):
                truth = self._rule(rule.id, rule.when)
                by_stance.setdefault(rule.then.stance, []).append(truth)
                examples.setdefault(rule.then.stance, rule)
        asked = [z3.Or([yes for yes, _ in rules]) for rules in by_stance.values()]
        asked += [
            z3.Or([z3.And(z3.Not(yes), z3.Not(no)) for yes, no in rules])
            for rules in by_stance.values()
        ]
        diagram = decision(layer, tuple(examples.values()))
        kinds = {kind: z3.And(is_named, _comes_to(diagram, kind, asked)) for kind in Kind}
        open_ = Kind.NOT_ENOUGH_DATA
        kinds[open_] = z3.Or(kinds[open_], z3.Not(known))
        kinds[Kind.OUTSIDE_DOCUMENT] = z3.And(known, z3.Not(is_named))
        return kinds


def second_opinion(book: RuleBook, properties: Iterable[Property]) -> dict[str, bool | None]:
    """For each property whether the other solver proves it too; None where it is not asked.

    Asked are the claims about one patient.
    """
    reals = Reals(book)
    return {each.id: reals.holds(each) for each in properties}


def _options(choice: Choice[Any]) -> list[str]:
    return [str(option.value) for option in choice.options]


def _variable(atom: Finding) -> Any:
    if isinstance(atom, Choice):
        return z3.Int(atom.id)
    return z3.Real(atom.id) if isinstance(atom, Measurement) else z3.Bool(atom.id)


def _comes_to(diagram: Diagram, kind: Kind, asked: Sequence[Any]) -> Any:
    if not isinstance(diagram, Fork):
        return z3.BoolVal(val=diagram is kind)
    return z3.If(
        asked[diagram.place],
        _comes_to(diagram.holds, kind, asked),
        _comes_to(diagram.fails, kind, asked),
    )
