"""What altering a rule changes, and for whom: every alteration of a rule put to the solver at once.

The alterations of one rule share nearly all of their conditions, so that asking about all of them
together costs little more than asking about one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.conditions import concepts_of
from engine.deciding import advice_rules
from engine.inquiry.encoding import Encoding
from engine.inquiry.everyone import Everyone, everyone
from engine.inquiry.propositions import Propositions
from engine.mutant import Mutation
from engine.rule import Advice, Rule
from engine.rulebook import RuleBook
from engine.verify.outcome import Entries


@dataclass(frozen=True, slots=True)
class Effect:
    """Patients for whom an altered rule does something else.

    ``lost``: the sound rule fires and the altered one does not, or concludes something else.
    ``gained``: the altered one alone fires. Where there is neither, ``waits`` is one for whom one
    of them is ruled out and the other waits.
    """

    lost: Entries | None = None
    gained: Entries | None = None
    waits: Entries | None = None

    @property
    def patients(self) -> tuple[Entries, ...]:
        """Those for whom another rule fires."""
        return tuple(each for each in (self.lost, self.gained) if each is not None)


def effects(book: RuleBook, rule: Rule, mutations: Sequence[Mutation]) -> Iterator[Effect]:
    """The effect of each of some alterations of a rule, in their order."""
    conditions = [each.mutated.when for each in mutations if each.mutated is not None]
    with everyone(book, [rule], conditions) as (encoding, patients):
        asked = [_questions(encoding, rule, each.mutated) for each in mutations]
        for each in asked:
            yield each.answered(patients)


def plainest(book: RuleBook, mutation: Mutation) -> Entries | None:
    """A patient for whom an altered rule does something else, told by as few facts as can be."""
    rule = book.rule[mutation.rule]
    conditions = [] if mutation.mutated is None else [mutation.mutated.when]
    with everyone(book, [rule], conditions) as (encoding, patients):
        asked = _questions(encoding, rule, mutation.mutated)
        return patients.one(encoding.props.any_of((asked.lost, asked.gained, asked.waits)))


@dataclass(frozen=True, slots=True)
class _Questions:
    """Propositions about who is treated otherwise."""

    lost: int
    gained: int
    waits: int

    def answered(self, patients: Everyone) -> Effect:
        lost, gained = patients.some(self.lost), patients.some(self.gained)
        if lost is None and gained is None:
            return Effect(waits=patients.some(self.waits))
        return Effect(lost, gained)


def _questions(encoding: Encoding, rule: Rule, mutated: Rule | None) -> _Questions:
    props = encoding.props
    yes, no = encoding.rule(rule)
    if mutated is None or mutated.then is not rule.then:
        return _Questions(yes, -props.true, -props.true if mutated is None else no)
    new_yes, new_no = encoding.truth(mutated.when)
    return _Questions(
        lost=props.all_of((yes, -new_yes)),
        gained=props.all_of((new_yes, -yes)),
        waits=_apart(props, no, new_no),
    )


def waiting_alone(book: RuleBook, broken: RuleBook, rule: Rule) -> bool:
    """Whether an alteration changes nothing but which rules wait and which are ruled out.

    It must fire for the same patients as the sound rule does (see ``Effect``). Then no other rule
    fires for anybody, and every verdict is the same.
    """
    if rule.id not in broken.rule:
        return False
    if not isinstance(rule.then, Advice) and not _read(book, [rule]):
        return True
    resting = _resting_on(book, rule)
    drugs = {(each.layer, each.then.drug) for each in resting if isinstance(each.then, Advice)}
    asked = [*resting, *(each for of in drugs for each in advice_rules(book, *of))]
    with everyone(book, asked, [broken.rule[rule.id].when]) as (before, patients):
        after, props = before.by(broken), before.props
        lits = [
            _apart(props, before.rule(each)[0], after.rule(broken.rule[each.id])[0])
            for each in resting
        ]
        for layer, drug in drugs:
            was, then = before.verdict(layer, drug.value), after.verdict(layer, drug.value)
            lits += [_apart(props, was[kind], then[kind]) for kind in was]
        return not patients.can(props.any_of(lits))


def _resting_on(book: RuleBook, rule: Rule) -> tuple[Rule, ...]:
    """The rule, and all that read what it concludes, and so on."""
    found = [rule]
    for each in found:
        found += [other for other in _read(book, [each]) if other not in found]
    return tuple(found)


def _read(book: RuleBook, rules: Iterable[Rule]) -> list[Rule]:
    """The rules that read what these conclude."""
    concluded = {rule.then.id for rule in rules}
    return [each for each in book.rules if concluded & set(concepts_of(each.when))]


def _apart(props: Propositions, one: int, other: int) -> int:
    return props.any_of((props.all_of((one, -other)), props.all_of((-one, other))))
