"""A question about a patient as propositions: what is told, what follows, what the rules conclude.

Truth has three values, so a condition becomes two propositions: that it is yes and that it is no.
When neither holds, it is unknown. What is told, implied and calculated is closed exactly as
``engine.facts`` does it, and patients who cannot exist are ruled out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from itertools import combinations, product

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
from engine.findings import MultiChoice
from engine.inquiry.decision import decided_kinds, decision
from engine.inquiry.propositions import Propositions
from engine.inquiry.regions import holds
from engine.inquiry.slice import Slice
from engine.inquiry.ways import Open
from engine.rule import Layer, Rule, Stance
from engine.rulebook import RuleBook
from engine.trace import Kind

Both = tuple[int, int]
"""That something is yes, and that it is no."""


class Encoding:
    """The patients that a question ranges over, and what the rules say about each.

    ``whole`` is the rule book that names which drug is for which disease, ``book`` the part of it
    that is asked. Facts that are not in ``opens`` are told as in ``entries``. ``possible`` says
    that there can be such a patient, one who contradicts neither himself nor nature, and that a
    form can tell him. Two that share ``props`` can be asked about together.
    """

    def __init__(
        self,
        whole: RuleBook,
        book: RuleBook,
        part: Slice,
        entries: Mapping[str, Value],
        opens: Iterable[Open],
        props: Propositions | None = None,
    ) -> None:
        self.props = Propositions() if props is None else props
        self.opens = tuple(opens)
        self._whole, self._book, self._vocabulary = whole, book, book.vocabulary
        self._part = part
        self.way: dict[tuple[str, int], int] = {}
        self._told: dict[str, dict[Value, int]] = {
            name: {value: self.props.true} for name, value in entries.items()
        }
        self._known: dict[str, dict[Value, int]] = {}
        self._concepts: dict[str, Both] = {}
        self._rules: dict[str, Both] = {}
        self._never: list[int] = []
        for each in self.opens:
            self._open(each)
        self._applicable()
        self._lists()
        self._contradictions()
        self.possible = -self.props.any_of(self._never)

    def by(self, book: RuleBook) -> Encoding:
        """The very same patients, and what another rule book of the same vocabulary says of them.

        What it reads of a patient has to be among what this one reads.
        """
        other = copy(self)
        other._whole = other._book = book  # noqa: SLF001  (its own)
        other._concepts, other._rules = {}, {}  # noqa: SLF001  (its own)
        return other

    def way_of(self, each: Open, place: int) -> int:
        """That something is told in one of its ways."""
        return self.way[each.id, place]

    def changed(self, each: Open) -> int:
        """That something is not told in the first of its ways."""
        return -self.way[each.id, 0]

    def _forbid(self, *together: int) -> None:
        """No patient is told so that all of this holds."""
        self._never.append(self.props.all_of(together))

    # What is told and known ---------------------------------------------------------------------

    def _open(self, each: Open) -> None:
        ways = [self.props.new() for _ in each.ways]
        self.props.exactly_one(ways)
        told: dict[str, dict[Value, list[int]]] = {name: {} for name in each.atoms}
        for place, (way, holds_) in enumerate(zip(each.ways, ways, strict=True)):
            self.way[each.id, place] = holds_
            for name, value in way.tells:
                if value is not None:
                    told[name].setdefault(value, []).append(holds_)
        for name, values in told.items():
            self._told[name] = {value: self.props.any_of(lits) for value, lits in values.items()}

    def _applicable(self) -> None:
        """What makes no sense for the diagnosis is not told anew: every way would be the same."""
        for each in self.opens:
            self._forbid(-self.applies(each.atoms[0]), self.changed(each))

    def _lists(self) -> None:
        """Who says of one member of a list that it is absent has told the whole list."""
        lists: dict[str, list[Open]] = {}
        for each in self.opens:
            if isinstance(self._vocabulary.by_id.get(each.group), MultiChoice):
                lists.setdefault(each.group, []).append(each)
        for members in lists.values():
            now = {member.ways[0].tells[0][1] for member in members}
            if False in now and None in now:
                continue  # told fact by fact, as no form does
            absent = [self._told[m.id].get(False, -self.props.true) for m in members]
            known = [self.props.any_of(self._told[m.id].values()) for m in members]
            for no, is_known in product(absent, known):
                self._forbid(no, -is_known)

    def applies(self, name: str) -> int:
        """That a fact makes sense for the diagnosis told."""
        wanted = self._vocabulary.atoms[name].applies_to
        if not wanted:
            return self.props.true
        told = self._told.get(self._vocabulary.diagnosis.id, {})
        return self.props.any_of(
            [
                *(lit for value, lit in told.items() if value in wanted),
                -self.props.any_of(told.values()),
            ]
        )

    def known(self, name: str) -> dict[Value, int]:
        """That a fact is known to have a value, for each value that it may come to have."""
        if name not in self._known:
            self._known[name] = self._closed(name)
        return self._known[name]

    def _closed(self, name: str) -> dict[Value, int]:
        applies = self.applies(name)
        ways: dict[Value, list[int]] = {}
        for value, told in self._told.get(name, {}).items():
            ways.setdefault(value, []).append(self.props.all_of((told, applies)))
        for entailment in self._vocabulary.entailments:
            if entailment.then.finding == name:
                implied, _ = self.truth(entailment.when)
                ways.setdefault(entailment.then.value, []).append(
                    self.props.all_of((implied, applies))
                )
        found = {value: self.props.any_of(lits) for value, lits in ways.items()}
        if name in self._vocabulary.calculated:
            self._calculate(name, found, applies)
        return found

    def _calculate(self, name: str, found: dict[Value, int], applies: int) -> None:
        """Add what a fact is calculated to be, where it is neither told nor implied."""
        calculation = self._vocabulary.calculated[name]
        open_ = self.props.all_of((applies, -self.props.any_of(found.values())))
        inputs = [self.known(finding.id) for finding in calculation.by.inputs]
        ways: dict[Value, list[int]] = {}
        for values in product(*inputs):
            names = (finding.id for finding in calculation.by.inputs)
            number = calculation.by.value(dict(zip(names, values, strict=True)))
            if number is not None and calculation.then.hard.hold(number):
                seen = (known[value] for known, value in zip(inputs, values, strict=True))
                ways.setdefault(number, []).append(self.props.all_of((open_, *seen)))
        for value, lits in ways.items():
            found[value] = self.props.any_of([*lits, found.get(value, -self.props.true)])

    def _contradictions(self) -> None:
        """Rule out patients who contradict themselves, or cannot be."""
        for name in self._part.atoms:
            for one, other in combinations(self.known(name).values(), 2):
                self._forbid(one, other)
        atoms = set(self._part.atoms)
        for found in self._vocabulary.impossible:
            yes, _ = self.truth(found.when)
            self._forbid(yes)
        for pair in self._vocabulary.ordered:
            if {pair.lesser.id, pair.greater.id} <= atoms:
                for (less, one), (more, other) in product(
                    self.known(pair.lesser.id).items(), self.known(pair.greater.id).items()
                ):
                    if float(less) > float(more):
                        self._forbid(one, other)

    # What the rules say -------------------------------------------------------------------------

    def truth(self, condition: Condition) -> Both:
        """That a condition is yes, and that it is no."""
        match condition:
            case ConceptIs(name, wanted):
                yes, no = self.concept(name)
                return (yes, no) if wanted else (no, yes)
            case IsKnown(name) | IsNotKnown(name):
                told = self.props.any_of(self.known(name).values())
                return (told, -told) if isinstance(condition, IsKnown) else (-told, told)
            case Is() | IsOneOf() | InRange():
                return self._leaf(condition)
            case AllOf() | AnyOf() | AtLeast():
                return self._group(condition)

    def _group(self, group: AllOf | AnyOf | AtLeast) -> Both:
        truths = [self.truth(part) for part in group.conditions]
        yes, no = [each for each, _ in truths], [each for _, each in truths]
        match group:
            case AllOf():
                return self.props.all_of(yes), self.props.any_of(no)
            case AnyOf():
                return self.props.any_of(yes), self.props.all_of(no)
            case AtLeast(count):
                out_of_reach = len(truths) - count + 1
                return self.props.at_least(count, yes), self.props.at_least(out_of_reach, no)

    def _leaf(self, leaf: Is | IsOneOf | InRange) -> Both:
        finding = self._vocabulary.atoms[leaf.finding]
        met: dict[bool, list[int]] = {True: [], False: []}
        for value, lit in self.known(leaf.finding).items():
            met[holds(leaf, finding, value)].append(lit)
        return self.props.any_of(met[True]), self.props.any_of(met[False])

    def rule(self, rule: Rule) -> Both:
        """That a rule fires, and that it is ruled out."""
        if rule.id not in self._rules:
            self._rules[rule.id] = self.truth(rule.when)
        return self._rules[rule.id]

    def concept(self, name: str) -> Both:
        """That a concept is yes, and that it is no; without a rule it is neither."""
        if name not in self._concepts:
            rules = [self.rule(rule) for rule in self._book.rules_for[name]]
            self._concepts[name] = (
                self.props.any_of(yes for yes, _ in rules),
                self.props.all_of(no for _, no in rules) if rules else -self.props.true,
            )
        return self._concepts[name]

    def verdict(self, layer: Layer, drug: str) -> dict[Kind, int]:
        """That the verdict for a drug is of a kind, for each kind; exactly one of them holds."""
        told = self._told.get(self._vocabulary.diagnosis.id, {})
        named = named_diagnoses(self._whole, layer)[drug]
        is_known = self.props.any_of(told.values())
        is_named = self.props.any_of(lit for value, lit in told.items() if value in named)
        decided = self._decided(layer, drug)
        kinds = {
            kind: self.props.all_of((is_named, decided.get(kind, -self.props.true)))
            for kind in Kind
        }
        open_ = Kind.NOT_ENOUGH_DATA
        kinds[open_] = self.props.any_of((kinds[open_], -is_known))
        kinds[Kind.OUTSIDE_DOCUMENT] = self.props.all_of((is_known, -is_named))
        return kinds

    def _decided(self, layer: Layer, drug: str) -> dict[Kind, int]:
        """The kinds that the advice rules come to, for a diagnosis for which the drug is named."""
        by_stance: dict[Stance, list[Rule]] = {}
        for rule in advice_rules(self._book, layer, self._book.drugs.of(drug)):
            by_stance.setdefault(rule.then.stance, []).append(rule)  # type: ignore[attr-defined]  # advice
        fired = {
            s: self.props.any_of(self.rule(r)[0] for r in rules) for s, rules in by_stance.items()
        }
        waits = {
            s: self.props.any_of(
                self.props.all_of((-self.rule(r)[0], -self.rule(r)[1])) for r in rules
            )
            for s, rules in by_stance.items()
        }
        lits = [*(fired[s] for s in by_stance), *(waits[s] for s in by_stance)]
        examples = tuple(rules[0] for rules in by_stance.values())
        return decided_kinds(self.props, lits, decision(layer, examples))
