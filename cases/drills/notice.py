"""How one could have noticed: sentences computed from what the advice showed and what is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cases.drills.item import Item
from cases.model import ABOUT_A_DRUG
from engine.conditions import AnyOf, Condition, concepts_of, walk
from engine.explain import Line, explain, rule_story
from engine.grammar import label
from engine.mutant import Mutation, Operator
from engine.mutation import condition_words
from engine.rule import Rule
from engine.source import Statement, StatementClass
from engine.trace import Kind
from engine.truth import Truth
from engine.words import and_list
from rules import RULEBOOK

MOST_STATEMENTS = 2
"""So many statements of the document are held against the advice."""

DEMANDS = frozenset({StatementClass.INDICATION, StatementClass.PRECONDITION, StatementClass.DRUG})


def ways_to_notice(item: Item) -> tuple[str, ...]:
    """How the advice of an item could have been seen through; nothing where it is sound.

    First what the rule shown says, then the facts, then what was asked, then the document.
    """
    mutation = item.mutation
    if mutation is None:
        return ()
    visible = [*_rule_shown(item, mutation), *_facts(item, mutation), *_asked(item)]
    return (*visible, *_document(item, mutation)) if visible else ()


def statements_at_stake(mutation: Mutation) -> tuple[Statement, ...]:
    """The statements of the document that bear on what was altered, of those the rule cites.

    Where the altered condition is a concept, those that it rests on too.
    """
    rule = RULEBOOK.rule[mutation.rule]
    cited = [RULEBOOK.statement[name] for name in rule.cites if name in RULEBOOK.statement]
    node = _altered_node(rule, mutation)
    behind = {
        name
        for concept in (concepts_of(node) if node is not None else ())
        for supplier in RULEBOOK.rules_for[concept]
        for name in supplier.cites
    }
    near = [statement for statement in cited if statement.id in behind]
    demanding = [statement for statement in cited if statement.kind in DEMANDS]
    return tuple((near or demanding or cited)[:MOST_STATEMENTS])


def _altered_node(rule: Rule, mutation: Mutation) -> Condition | None:
    return dict(walk(rule.when)).get(mutation.path)


def _rule_shown(item: Item, mutation: Mutation) -> Iterator[str]:
    """What is odd about the altered rule where the advice shows it."""
    if mutation.rule not in item.advice.rule_ids or mutation.mutated is None:
        return
    rule, name = RULEBOOK.rule[mutation.rule], mutation.rule
    node = _altered_node(rule, mutation)
    match mutation.operator:
        case Operator.DROP_CONDITION if node is not None:
            words = condition_words(RULEBOOK, node)
            parent = _altered_parent(rule, mutation)
            if isinstance(parent, AnyOf):
                yield f"Rule {name} as shown leaves out “{words}”, which would be enough in truth."
            else:
                yield (
                    f"Rule {name} as shown asks nothing about “{words}”, which it demands in truth."
                )
        case Operator.NEGATE_CONDITION if node is not None:
            new = dict(walk(mutation.mutated.when))[mutation.path]
            yield (
                f"Rule {name} is about “{rule.title}”, and as shown asks for "
                f"“{condition_words(item.book, new)}”; in truth it asks for "
                f"“{condition_words(RULEBOOK, node)}”."
            )
        case Operator.SWAP_GROUP:
            shown_any = isinstance(dict(walk(mutation.mutated.when))[mutation.path], AnyOf)
            yield (
                f"Rule {name} as shown is content with one of its conditions; in truth it demands "
                "all of them."
                if shown_any
                else f"Rule {name} as shown demands all of its conditions; in truth one is enough."
            )
        case Operator.CHANGE_STANCE | Operator.CHANGE_DRUG:
            yield (
                f"Rule {name} is about “{rule.title}”, and as shown concludes "
                f"“{mutation.mutated.then.label}”. Its own reason does not say that: "
                f"“{rule.because}”"
            )
        case _:
            yield f"Rule {name} is not as the document has it. {mutation.words}"


def _altered_parent(rule: Rule, mutation: Mutation) -> Condition | None:
    return dict(walk(rule.when)).get(mutation.path.rpartition(".")[0])


def _facts(item: Item, mutation: Mutation) -> Iterator[str]:
    """Facts that speak against the rule in truth, or that were told and are left out."""
    spoken: set[str] = set()
    if mutation.rule in item.given.fired and mutation.rule not in item.trace.fired:
        story = rule_story(RULEBOOK, item.trace, mutation.rule)
        for line in _nearest(story.blocked_by):
            spoken.add(line.subject)
            yield (
                f"“{line.subject}: {line.seen}” was told. In truth rule {mutation.rule} needs "
                f"“{line.subject}: {line.needs}”."
            )
        for line in _nearest(story.waiting_for):
            spoken.add(line.subject)
            yield (
                f"“{line.subject}” was not told. In truth rule {mutation.rule} needs "
                f"“{line.subject}: {line.needs}”."
            )
    if item.trace.overall.kind is Kind.NOT_ENOUGH_DATA:
        return
    spoken |= {line.subject for line in explain(item.book, item.given).decisive}
    true = explain(RULEBOOK, item.trace)
    for line in _nearest((*true.decisive, *true.more)):
        if line.truth is Truth.YES and line.subject not in spoken:
            yield (
                f"“{line.subject}: {line.seen}” was told and is left out of what decides; by the "
                "true rules it decides."
            )


def _nearest(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each line once; that of the disease only where there is no other."""
    once = {line.text: line for line in lines}.values()
    disease = label(RULEBOOK, RULEBOOK.vocabulary.diagnosis.id)
    return tuple(line for line in once if line.subject != disease) or tuple(once)


def _asked(item: Item) -> Iterator[str]:
    """What the advice waits for in vain, or does not wait for."""
    true, given = item.trace.overall, item.given.overall
    open_kind = Kind.NOT_ENOUGH_DATA
    if given.kind is open_kind and true.kind is not open_kind:
        rules = and_list(f"{name} ({RULEBOOK.rule[name].title})" for name in true.rules)
        enough = f"what was told is enough: rule {rules}" if rules else "what was told is enough"
        waits = _labels(given.waiting_for)
        yield (
            f"The advice waits for {waits}, although {enough}."
            if waits
            else f"The advice says that it cannot be told yet and asks for nothing; {enough}."
        )
    if true.kind is open_kind and given.kind is not open_kind and true.waiting_for:
        yield (
            f"Not told, and waited for by the true rules: {_labels(true.waiting_for)}. The advice "
            "does without."
        )


def _labels(names: Iterable[str]) -> str:
    return and_list(f"“{label(RULEBOOK, name)}”" for name in names)


def _document(item: Item, mutation: Mutation) -> Iterator[str]:
    """What the document says where the rule was altered."""
    given = item.given.overall
    named = given.drug is not None and given.kind in ABOUT_A_DRUG
    drug = f": {RULEBOOK.drugs.of(given.drug).label}" if named else ""
    quoted = "; ".join(f"“{each.text}” ({each.id})" for each in statements_at_stake(mutation))
    if quoted:
        yield (
            f"The advice says “{given.label}{drug}”, although rule {mutation.rule} rests on what "
            f"the document says: {quoted}."
        )
