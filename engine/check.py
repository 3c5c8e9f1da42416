"""What must hold before a rule book may be used. All faults are found, then said at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from engine.conditions import (
    AtLeast,
    ConceptIs,
    Condition,
    Group,
    InRange,
    Is,
    IsNotKnown,
    IsOneOf,
    concepts_of,
    findings_of,
    walk,
)
from engine.errors import RuleBookError
from engine.evidence import Confidence, Threshold
from engine.findings import SEPARATOR, Choice, Finding, Measurement, Table, YesNo
from engine.rule import Advice, Flag, Layer, Rule, Stance

if TYPE_CHECKING:
    from engine.rulebook import RuleBook
    from engine.vocabulary import Vocabulary


def check_rulebook(book: RuleBook) -> None:
    """Raise RuleBookError naming every fault of the rule book; return None when there is none."""
    faults = [*_vocabulary_faults(book.vocabulary), *_name_faults(book)]
    for rule in book.rules:
        faults += [f"rule {rule.id}: {fault}" for fault in _rule_faults(book, rule)]
    faults += _cycle_faults(book)
    if faults:
        raise RuleBookError("The rule book cannot be used:\n" + "\n".join(faults))


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _vocabulary_faults(vocabulary: Vocabulary) -> Iterator[str]:
    for name in _repeated(finding.id for finding in vocabulary.findings):
        yield f"finding {name}: declared twice"
    if vocabulary.diagnosis.id not in vocabulary.by_id:
        yield f"finding {vocabulary.diagnosis.id}: decides what applies but is not declared"
    sections = {section.id for section in vocabulary.sections}
    diagnoses = {option.value for option in vocabulary.diagnosis.options}
    for finding in vocabulary.findings:
        if SEPARATOR in finding.id:
            yield f"finding {finding.id}: an id may not contain {SEPARATOR!r}"
        if finding.section not in sections:
            yield f"finding {finding.id}: no section {finding.section!r}"
        if finding.applies_to - diagnoses:
            yield f"finding {finding.id}: applies to unknown diagnoses {finding.applies_to}"
    yield from _link_faults(vocabulary)


def _link_faults(vocabulary: Vocabulary) -> Iterator[str]:
    """Faults of what leads from one finding to another."""
    for calculation in vocabulary.calculations:
        for finding in (calculation.then, *calculation.by.inputs):
            if finding.id not in vocabulary.atoms:
                yield f"calculation of {calculation.then.id}: no finding {finding.id}"
    for entailment in vocabulary.entailments:
        for _, node in [*walk(entailment.when), ("then", entailment.then)]:
            if isinstance(node, ConceptIs | IsNotKnown):
                yield f"entailment of {entailment.then.finding}: may read known findings only"
            for fault in _leaf_faults(vocabulary, node):
                yield f"entailment of {entailment.then.finding}: {fault}"


def _name_faults(book: RuleBook) -> Iterator[str]:
    for name in _repeated(rule.id for rule in book.rules):
        yield f"rule {name}: two rules have this id"
    for name in _repeated(concept.id for concept in book.concepts):
        yield f"concept {name}: declared twice"
    for name in {c.id for c in book.concepts} & set(book.vocabulary.atoms):
        yield f"concept {name}: a finding has the same id"
    for name in _repeated(statement.id for statement in book.statements):
        yield f"statement {name}: numbered twice"
    known = {statement.id for statement in book.statements}
    cited = [(note.id, note.cites) for note in (*book.glossary, *book.aims, *book.silences)]
    cited += [(word.id, word.cites) for word in book.vague_words]
    cited += [(excuse.reason, excuse.statements) for excuse in book.excuses]
    for name, cites in cited:
        for missing in sorted(set(cites) - known):
            yield f"{name}: no statement {missing}"
    yield from _word_faults(book)
    drugs = set(book.drugs)
    yield from _threshold_faults(book)
    yield from _plan_faults(book)
    for concept in book.concepts:
        if isinstance(concept, Advice) and concept.drug not in drugs:
            yield f"advice {concept.id}: unknown drug {concept.drug}"
        state = concept.state_from if isinstance(concept, Flag) else None
        if state is not None and not isinstance(book.vocabulary.by_id.get(state), Choice | YesNo):
            yield f"flag {concept.id}: no choice {state} to read its state from"
        rows = concept.names_rows_of if isinstance(concept, Flag) else None
        if rows is not None and not isinstance(book.vocabulary.by_id.get(rows), Table):
            yield f"flag {concept.id}: no table {rows} to name the rows of"


def _threshold_faults(book: RuleBook) -> Iterator[str]:
    seen: dict[str, Threshold] = {}
    for rule in book.rules:
        for _, node in walk(rule.when):
            if not isinstance(node, InRange):
                continue
            if rule.layer is Layer.REFERENCE and not node.marks:
                yield f"rule {rule.id}: compares {node.finding} with a number of no source"
            for mark in node.marks:
                if seen.setdefault(mark.id, mark) != mark:
                    yield f"threshold {mark.id}: two thresholds have this id"
                for missing in sorted(set(mark.cites) - set(book.reference)):
                    yield f"threshold {mark.id}: no reference {missing}"
                if not mark.cites and mark.confidence is not Confidence.OWN:
                    yield f"threshold {mark.id}: names no source"


def _plan_faults(book: RuleBook) -> Iterator[str]:
    regimens = {regimen.id for regimen in book.regimens}
    for item in book.plan_items:
        for missing in sorted(set(item.findings) - set(book.vocabulary.atoms)):
            yield f"plan item {item.id}: no finding {missing}"
        for crossing in item.crossings:
            marked = any(isinstance(n, InRange) and n.marks for _, n in walk(crossing.when))
            if marked and isinstance(crossing.when, Group) and not crossing.words:
                yield f"plan item {item.id}: a crossing of several conditions has no words"
        asked = [crossing.when for crossing in item.crossings]
        asked += [] if item.settled is None else [item.settled]
        for condition in asked:
            for missing in sorted(findings_of(condition) - set(book.vocabulary.atoms)):
                yield f"plan item {item.id}: no finding {missing}"
            if concepts_of(condition):
                yield f"plan item {item.id}: may read findings only"
        for missing in sorted(set(item.regimens) - regimens):
            yield f"plan item {item.id}: no regimen {missing}"
        for missing in sorted(set(item.cites) - set(book.reference)):
            yield f"plan item {item.id}: no reference {missing}"
    for shown in book.shown_doses:
        if shown.finding not in book.vocabulary.calculated:
            yield f"shown dose {shown.finding}: is not calculated"
        for missing in sorted(concepts_of(shown.when) - set(book.concept)):
            yield f"shown dose {shown.finding}: no concept {missing}"


def _word_faults(book: RuleBook) -> Iterator[str]:
    for word in book.vague_words:
        if word.concept not in book.concepts:
            yield f"vague word {word.id}: no concept {word.concept.id}"
        for option in word.options:
            if option.concept is not None and option.concept not in book.concepts:
                yield f"vague word {word.id}: no concept {option.concept.id}"
            for missing in sorted(set(option.cites) - set(book.reference)):
                yield f"vague word {word.id}: no reference {missing}"


def _rule_faults(book: RuleBook, rule: Rule) -> Iterator[str]:
    if rule.then not in book.concepts:
        yield f"concludes {rule.then.id}, which is not a concept of the rule book"
    known = set(book.statement)
    if rule.layer is Layer.REFERENCE:
        known |= set(book.reference)
        if rule.confidence is None:
            yield "does not say how sure we are of it"
    for name in sorted(set(rule.cites) - known):
        yield f"cites {name}, which is not a statement"
    for name in concepts_of(rule.when) - set(book.concept):
        yield f"reads the concept {name}, which does not exist"
    for _, node in walk(rule.when):
        if isinstance(node, IsNotKnown) and not _may_ask(rule):
            yield (
                "asks that something is not known, which only a rule for a flag or an open safety "
                "question may do"
            )
        if isinstance(node, ConceptIs) and node.concept in book.concept:
            read = book.concept[node.concept]
            if rule.layer is Layer.DOCUMENT and read.layer is not Layer.DOCUMENT:
                yield f"is of the document but reads {read.id} of another layer"
            if isinstance(read, Flag):
                yield f"reads the flag {read.id}; flags end a chain"
        yield from _leaf_faults(book.vocabulary, node)


def _may_ask(rule: Rule) -> bool:
    """Whether a rule may ask that something is not known: what it concludes settles nothing."""
    withheld = isinstance(rule.then, Advice) and rule.then.stance is Stance.WITHHELD
    return withheld or isinstance(rule.then, Flag)


def _leaf_faults(vocabulary: Vocabulary, node: Condition) -> Iterator[str]:
    if isinstance(node, Group):
        if not node.conditions:
            yield "has an empty group of conditions"
        if isinstance(node, AtLeast) and not 1 <= node.count <= len(node.conditions):
            yield f"asks for at least {node.count} of {len(node.conditions)} conditions"
        return
    if isinstance(node, ConceptIs):
        return
    finding: Finding | None = vocabulary.atoms.get(node.finding)
    if finding is None:
        yield f"reads the finding {node.finding}, which does not exist"
    elif isinstance(node, IsOneOf) and not node.values:
        yield f"asks {finding.id} to be one of nothing"
    elif isinstance(node, Is | IsOneOf):
        values = (node.value,) if isinstance(node, Is) else node.values
        for value in values:
            if not _can_be(finding, value):
                yield f"{finding.id} can never be {value!r}"
    elif isinstance(node, InRange):
        yield from _range_faults(finding, node)


def _range_faults(finding: Finding, node: InRange) -> Iterator[str]:
    if not isinstance(finding, Measurement):
        yield f"{finding.id} is not a measurement"
    elif node.unit not in finding.units:
        yield f"{finding.id} is not measured in {node.unit}"
    if not all(math.isfinite(end) for end in (node.low, node.high) if end is not None):
        yield f"compares {finding.id} with a number that is not finite"


def _can_be(finding: Finding, value: object) -> bool:
    if isinstance(finding, Choice):
        return isinstance(value, str) and value in {option.value for option in finding.options}
    if isinstance(finding, YesNo):
        return isinstance(value, bool)
    if not isinstance(finding, Measurement) or isinstance(value, bool):
        return False
    return isinstance(value, int | float) and finding.hard.hold(value)


def _cycle_faults(book: RuleBook) -> Iterator[str]:
    reads: dict[str, set[str]] = {concept.id: set() for concept in book.concepts}
    for rule in book.rules:
        reads.setdefault(rule.then.id, set()).update(concepts_of(rule.when))
    try:
        TopologicalSorter(reads).prepare()
    except CycleError as error:
        yield f"concepts read each other in a circle: {' → '.join(error.args[1])}"
