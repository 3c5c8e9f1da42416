"""Examples and edges that do not do what they say, that are missing, or that are no near miss."""

from __future__ import annotations

from collections.abc import Iterable

from engine.conditions import Value
from engine.edges import Concluded, Edges
from engine.errors import ContradictionError
from engine.rule import Advice, Example, Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.checks.leaves import leaf_faults
from engine.verify.checks.patients import truth_for
from engine.verify.diagnostic import Found, Place, at, rule_at


def example_faults(book: RuleBook) -> Found:
    """Run every example of every rule through the reference evaluator."""
    for rule in book.rules:
        for number, example in enumerate(rule.examples):
            yield from _run(book, rule, rule_at(rule.id, f"examples.{number}"), example)
        yield from _missing(rule)
        yield from _far(rule)


def edge_faults(book: RuleBook, edges: Iterable[Edges]) -> Found:
    """Run every patient on the edge of a rule through the reference evaluator."""
    for each in edges:
        rule = book.rule.get(each.rule)
        if rule is None:
            shown = next((example for example in each.examples if example.fires), None)
            yield at(
                rule_at(each.rule),
                "RB607",
                "is not in the rule book, and patients on its edge are",
                "Put the rule back, or take its edges out too.",
                patient=None if shown is None else _told(shown),
            )
            continue
        for number, example in enumerate(each.examples):
            yield from _run(book, rule, rule_at(rule.id, f"edges.{number}"), example, AN_EDGE)


def conclusion_faults(book: RuleBook, concluded: Iterable[Concluded]) -> Found:
    """Compare what rules conclude with what is written down for them.

    Of a layer of which something is written down, every rule that advises has to be: a new reason
    against a drug would otherwise be noticed by nothing.
    """
    concluded = tuple(concluded)
    yield from _unlisted(book, concluded)
    for each in concluded:
        for name in each.rules:
            rule = book.rule.get(name)
            if rule is None:
                yield at(
                    rule_at(name),
                    "RB607",
                    f"is not in the rule book, and is to conclude “{each.then.label}”",
                    "Put the rule back, or take it out of the list of conclusions too.",
                )
            elif rule.then.id != each.then.id:
                yield at(
                    rule_at(name),
                    "RB609",
                    f"concludes “{rule.then.label}”, and is to conclude “{each.then.label}”",
                    "Correct the rule, or the list of conclusions.",
                )


def _unlisted(book: RuleBook, concluded: tuple[Concluded, ...]) -> Found:
    """Rules that advise, and are not in the list."""
    layers = {each.then.layer for each in concluded if isinstance(each.then, Advice)}
    listed = {name for each in concluded for name in each.rules}
    for rule in book.rules:
        if not isinstance(rule.then, Advice) or rule.then.layer not in layers:
            continue
        if rule.id not in listed:
            shown = next((example for example in rule.examples if example.fires), None)
            yield at(
                rule_at(rule.id),
                "RB609",
                f"concludes “{rule.then.label}”, and is not in the list of conclusions",
                "Look at the rule, and if it is right, write down what it is to conclude.",
                patient=None if shown is None else _told(shown),
            )


def _told(example: Example) -> dict[str, Value]:
    return {fact.finding: fact.value for fact in example.facts}


AN_EXAMPLE, AN_EDGE = "an example", "a patient on its edge"


def _run(
    book: RuleBook, rule: Rule, place: Place, example: Example, what: str = AN_EXAMPLE
) -> Found:
    faults = [
        fault for fact in example.facts for fault in leaf_faults(book.vocabulary, place, fact)
    ]
    if faults:
        yield from faults
        return
    patient = _told(example)
    try:
        truth = truth_for(book, rule, patient)
    except ContradictionError as error:
        yield at(
            place,
            "RB601",
            f"{what} is nobody who can be: {error.problems[0].wrong}",
            "Take out one of the findings that exclude each other.",
            patient=patient,
        )
        return
    if not example.agrees(truth):
        said, does = _said(example), DOES[truth]
        yield at(
            place,
            "RB601",
            f"is said to {said} for {what}, and {does}",
            "Look at the rule first. Only if it is right, correct what is said of the patient.",
            patient=patient,
        )


DOES = {Truth.YES: "it fires", Truth.NO: "it is ruled out", Truth.UNKNOWN: "it waits"}


def _said(example: Example) -> str:
    if example.fires:
        return "fire"
    return {None: "stay silent", True: "wait", False: "be ruled out"}[example.waits]


def _missing(rule: Rule) -> Found:
    there = {example.fires for example in rule.examples}
    lacking = [
        words
        for fires, words in ((True, "an example that fires"), (False, "a near miss that does not"))
        if fires not in there
    ]
    if lacking:
        yield at(
            rule_at(rule.id),
            "RB602",
            f"lacks {' and '.join(lacking)}",
            f"Add {' and '.join(lacking)}.",
        )


def _far(rule: Rule) -> Found:
    firing = [_told(example) for example in rule.examples if example.fires]
    for number, example in enumerate(rule.examples):
        if example.fires or not firing:
            continue
        near = _told(example)
        apart = min(
            (
                sorted(n for n in near.keys() | other.keys() if near.get(n) != other.get(n))
                for other in firing
            ),
            key=len,
        )
        if len(apart) > 1:
            yield at(
                rule_at(rule.id, f"examples.{number}"),
                "RB603",
                "a near miss differs from every example that fires in more than one finding: "
                f"{', '.join(apart)} from the nearest",
                "Let it differ in one finding only.",
                patient=near,
            )
