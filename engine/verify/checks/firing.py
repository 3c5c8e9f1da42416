"""Rules that never fire, and rules that always do."""

from __future__ import annotations

from engine.conditions import AllOf, findings_of
from engine.inquiry.everyone import everyone
from engine.inquiry.search import Search
from engine.inquiry.slice import rules_behind
from engine.mutation import condition_words
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.verify.checks.patients import Whole, must, patient_for
from engine.verify.diagnostic import Found, at, rule_at


def firing_faults(asked: Whole) -> Found:
    """Rules whose conditions rule everyone out, or nobody."""
    for rule in asked.book.rules:
        yes, no = asked.rule[rule.id]
        if not asked.can(yes):
            yield at(
                rule_at(rule.id),
                "RB401",
                _why_never(asked.book, rule),
                "Change or drop one of these conditions.",
            )
        elif not _reads_diagnosis_alone(asked.book, rule):
            # A rule for patients without a diagnosis is about everyone.
            diseases = [lit for lit in asked.disease.values() if asked.can(yes, lit)]
            meant = diseases or [asked.encoding.props.true]
            if not any(asked.can(no, lit) for lit in meant):
                always = not any(asked.can(-yes, lit) for lit in meant)
                yield from _never_ruled_out(asked.book, rule, always=always)


def _never_ruled_out(book: RuleBook, rule: Rule, *, always: bool) -> Found:
    patient = patient_for(book, [rule], lambda encoding: [encoding.rule(rule)[0]])
    must(book, patient, fire=[rule])
    if always:
        yield at(
            rule_at(rule.id),
            "RB402",
            "fires for every patient of the diseases that it speaks of",
            "Drop the conditions that decide nothing, or write what was meant.",
            patient=patient,
        )
    else:
        yield at(
            rule_at(rule.id),
            "RB405",
            "is never ruled out for a patient of the diseases that it speaks of: it fires or waits",
            "Nothing to do where it is meant to wait until enough is known.",
            patient=patient,
        )


def _reads_diagnosis_alone(book: RuleBook, rule: Rule) -> bool:
    """Whether a rule is meant for everyone with a disease: what it rests on reads nothing else."""
    read = {name for each in rules_behind(book, [rule]) for name in findings_of(each.when)}
    return read == {book.vocabulary.diagnosis.id}


def _why_never(book: RuleBook, rule: Rule) -> str:
    """A smallest part of a condition that can hold for nobody."""
    parts = rule.when.conditions if isinstance(rule.when, AllOf) else (rule.when,)
    with everyone(book, [rule]) as (encoding, _):
        lits = {encoding.truth(part)[0]: part for part in parts}
        with Search(encoding) as search:
            blamed = search.blamed(*lits)
    words = "; ".join(
        f"“{condition_words(book, part)}”" for lit, part in lits.items() if lit in blamed
    )
    if len(blamed) == 1:
        return f"never fires: this holds for nobody: {words}"
    return f"never fires: these hold together for nobody: {words}"
