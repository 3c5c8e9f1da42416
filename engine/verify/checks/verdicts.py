"""What the advice rules of a layer come to: rules for and against at once, and patients without.

How contradiction is read, after ``engine.deciding``: the document never weighs one paragraph
against another, so a rule for and one against that fire together make it ambiguous, declared or
not. Published criteria are ranked (a stop, then against, then left to the team, then for), so
there no two rules contradict each other; but one chapter that says both has drawn its border
wrongly, or leaves it to that rank.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from engine.conditions import IsOneOf, Value
from engine.deciding import advice_rules, decided
from engine.errors import DefectError, GapError
from engine.facts import establish
from engine.inquiry.encoding import Encoding
from engine.missing import stance_of
from engine.option import Option
from engine.rule import Layer, Rule, Stance
from engine.rulebook import RuleBook
from engine.verify.checks.patients import Whole, must, patient_for, seen
from engine.verify.diagnostic import Diagnostic, Found, Place, PlaceKind, at, rule_at
from engine.words import or_list


def verdict_faults(asked: Whole) -> Found:
    """Rules that are for and against, and gaps."""
    for layer, drug in product(asked.book.layers, asked.book.drugs):
        yield from _clashes(asked, layer, drug)
        yield from _gaps(asked, layer, drug)


def _of(rules: tuple[Rule, ...], stance: Stance) -> list[Rule]:
    return [rule for rule in rules if stance_of(rule) is stance]


def _clashes(asked: Whole, layer: Layer, drug: Option) -> Iterator[Diagnostic]:
    rules = advice_rules(asked.book, layer, drug)
    declared = _of(rules, Stance.AMBIGUOUS) if layer is Layer.DOCUMENT else []
    undeclared = [-asked.rule[rule.id][0] for rule in declared]
    for may, against in product(_of(rules, Stance.MAY), _of(rules, Stance.NOT)):
        if layer is not Layer.DOCUMENT and not _one_chapter(asked.book, may, against):
            continue
        if not asked.can(asked.rule[may.id][0], asked.rule[against.id][0], *undeclared):
            continue

        def both(encoding: Encoding, pair: tuple[Rule, Rule] = (may, against)) -> list[int]:
            fired = [encoding.rule(rule)[0] for rule in pair]
            return fired + [-encoding.rule(rule)[0] for rule in declared]

        patient = patient_for(asked.book, [may, against, *declared], both)
        must(asked.book, patient, fire=[may, against], not_fire=declared)
        yield _clash(layer, drug, may, against, patient)


def _one_chapter(book: RuleBook, *rules: Rule) -> bool:
    return any(all(rule in chapter.rules for rule in rules) for chapter in book.chapters)


def _clash(
    layer: Layer, drug: Option, may: Rule, against: Rule, patient: dict[str, Value]
) -> Diagnostic:
    said = f"says of {drug.label} “{Stance.MAY.label}” where {against.id} says"
    said = f"{said} “{Stance.NOT.label}”"
    if layer is Layer.DOCUMENT:
        code = "RB501"
        said = f"{said}, and no rule declares an ambiguity"
        mend = "Write a rule that declares the ambiguity and cites both, or narrow one of the two."
    else:
        code = "RB502"
        said = f"{said}; “{Stance.NOT.label}” wins"
        mend = "Nothing to do where the one is meant to overrule the other; else narrow it."
    return at(rule_at(may.id), code, said, mend, also=(rule_at(against.id),), patient=patient)


def _gaps(asked: Whole, layer: Layer, drug: Option) -> Found:
    """One patient for each disease, or group of diseases that no condition tells apart."""
    book = asked.book
    rules = advice_rules(book, layer, drug)
    none = [-lit for lit in asked.kinds[layer, drug.value].values()]
    for disease, lit in asked.disease.items():
        if not asked.can(lit, *none):
            continue

        has_it = IsOneOf(book.vocabulary.diagnosis.id, asked.alike(disease))

        def gap(encoding: Encoding, has_it: IsOneOf = has_it) -> list[int]:
            kinds = encoding.verdict(layer, drug.value)
            return [encoding.truth(has_it)[0], *(-each for each in kinds.values())]

        patient = patient_for(book, rules, gap, [has_it])
        _must_be_a_gap(book, layer, drug, patient)
        options = book.vocabulary.diagnosis.options
        named = or_list(str(each.label) for each in options if each.value in has_it.values)
        yield at(
            Place(PlaceKind.DRUG, drug.value),
            "RB503",
            f"a patient with {named} gets no verdict of {layer.label} on it: every rule is "
            "ruled out",
            "Write the rule that is missing, or widen one.",
            also=tuple(rule_at(rule.id) for rule in rules),
            patient=patient,
        )


def _must_be_a_gap(book: RuleBook, layer: Layer, drug: Option, patient: dict[str, Value]) -> None:
    known = establish(book.vocabulary, patient).values
    try:
        found = decided(book, layer, drug, known, seen(book, patient).proofs)
    except GapError:
        return
    raise DefectError(f"The solver sees no verdict for {patient}, the evaluator {found.kind}.")
