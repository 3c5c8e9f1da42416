"""A patient for whom a property does not hold, told so that a reader sees whom it harms and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from engine.conditions import ConceptIs, concepts_of
from engine.deciding import drug_named
from engine.grammar import value_text
from engine.lines import told_lines
from engine.mutation import condition_words
from engine.option import Option
from engine.property import (
    Claim,
    Exactly,
    Fact,
    Known,
    Never,
    NotLostByWorsening,
    Property,
    VerdictIs,
    Whenever,
)
from engine.rule import Flag, Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.truth import Truth
from engine.verify.looked import Looked
from engine.verify.outcome import Entries, Found
from engine.verify.reads import near, read_by
from engine.verify.silent import ground_of, no_rule_reads, rules_that_would, why_silent
from engine.verify.wording import (
    MOST,
    NOT_RECORDED,
    condition_as_it_is,
    few,
    finding_line,
    leaf_count,
)
from engine.words import sentence

LONGEST = 12
"""The most single conditions of a rule that is told in full."""
SETTLED = ("holds", "is not known to hold")
BECOMES = {Truth.YES: "fires", Truth.NO: "is ruled out", Truth.UNKNOWN: "waits"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a layer says of a drug: the words, and the rules that decide it, each in a line."""

    words: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Who is harmed, what is known of the patient, what the rules say, and what goes wrong.

    ``matters`` is what the property speaks of and what the deciding rules have read, with what
    follows from it and what is not recorded; ``besides`` is told only so that nothing else decides.
    Where two are compared, ``changed`` is what is told otherwise of the second, ``turned`` which
    rules are what they were no longer, and ``afterwards`` what the rules say then.
    """

    harm: str
    matters: tuple[str, ...]
    besides: tuple[str, ...]
    said: tuple[Said, ...]
    wrong: str
    changed: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    afterwards: tuple[Said, ...] = ()


def story(book: RuleBook, property_: Property, found: Found) -> Story:
    """Tell of a patient for whom a property of the book does not hold."""
    claim, before = property_.claim, Looked(book, found.entries)
    about = tuple(dict.fromkeys(_about(book, claim, found.entries)))
    then = None if found.then is None else Looked(book, found.then)
    changed = () if found.then is None else _changed(book, found.entries, found.then)
    names = _names(before, claim, about)
    if then is not None:
        names |= _names(then, claim, about) | set(changed)
    return Story(
        harm=property_.harm,
        matters=what_matters(before, names),
        besides=told_besides(before, names),
        said=tuple(_said(before, layer, drug) for layer, drug in about)
        + tuple(_shown(before, claim)),
        wrong=found.why,
        changed=tuple(
            f"{book.vocabulary.atoms[name].label}: {_value(book, name, found.entries)}, then "
            f"{_value(book, name, found.then or {})}"
            for name in changed
        ),
        turned=() if then is None else tuple(_turned(before, then, about)),
        afterwards=() if then is None else tuple(_said(then, layer, drug) for layer, drug in about),
    )


def _names(looked: Looked, claim: Claim, about: Collection[tuple[Layer, Option]]) -> frozenset[str]:
    """What a claim speaks of and the deciding rules read; where none decides, the nearest ones."""
    silent = [
        rule
        for layer, drug in about
        if _open(looked, layer, drug)
        for rule in near(looked, layer, drug)
    ]
    silent += [
        rule
        for concept, given in _lacking(looked, claim)
        for rule in rules_that_would(looked, concept, given)
    ]
    if isinstance(claim, Exactly):
        silent += _waiting(looked, claim)
    return looked.matters(_facts(claim), _deciding(looked, about)) | read_by(looked, silent)


def _waiting(looked: Looked, claim: Exactly) -> Iterator[Rule]:
    """The rules that wait of those for the concepts in which something is to be said."""
    book, proofs = looked.book, looked.found.proofs
    facts = (fact for fact in claim.when if not isinstance(fact, VerdictIs))
    for name in sorted({name for fact in facts for name in concepts_of(fact.condition)}):
        for rule in book.rules_for[name]:
            if proofs[rule.id].truth is Truth.UNKNOWN:
                yield rule


def _open(looked: Looked, layer: Layer, drug: Option) -> bool:
    """Whether a layer comes to no verdict, or to one that waits."""
    found = looked.decided(layer, drug)
    return found is None or found.kind is Kind.NOT_ENOUGH_DATA


def _lacking(looked: Looked, claim: Claim) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The conclusions that should hold and do not, each with what it should follow from."""
    if isinstance(claim, Whenever):
        for fact in claim.then:
            match fact:
                case Known(ConceptIs(name, True)) if not looked.is_so(fact):
                    yield name, claim.given


def _changed(book: RuleBook, before: Entries, after: Entries) -> tuple[str, ...]:
    """The findings that are told otherwise, in the order of the form."""
    return tuple(name for name in book.vocabulary.atoms if before.get(name) != after.get(name))


def what_matters(looked: Looked, names: Collection[str]) -> tuple[str, ...]:
    """What is known of these findings, and that the rest of them is not recorded."""
    book, diagnosis = looked.book, looked.book.vocabulary.diagnosis.id
    order = sorted(
        (name for name in book.vocabulary.atoms if name in names), key=lambda n: n != diagnosis
    )
    missing = [name for name in order if name not in looked.facts.known]
    if len(missing) <= MOST:
        return tuple(finding_line(looked, name) for name in order)
    labels = few([book.vocabulary.atoms[name].label for name in missing])
    known = [finding_line(looked, name) for name in order if name not in missing]
    return (*known, f"{sentence(NOT_RECORDED)}: {labels}")


def told_besides(looked: Looked, names: Collection[str]) -> tuple[str, ...]:
    """What is told beside these findings; the absent members of a list on one line."""
    told = [fact for fact in looked.facts.known.values() if fact.finding in looked.entries]
    told += looked.facts.withheld
    return tuple(
        line.text
        for _, line in told_lines(looked.book, [f for f in told if f.finding not in names])
    )


def _said(looked: Looked, layer: Layer, drug: Option) -> Said:
    """What a layer says of a drug for a patient."""
    found, head = looked.decided(layer, drug), f"{sentence(drug.label)}, by {layer.label}: "
    if found is None:
        nearest = near(looked, layer, drug)
        return Said(f"{head}no verdict at all", tuple(_ruled_out(looked, nearest)))
    rules = tuple(_line(looked, rule) for rule in found.rules)
    return Said(f"{head}{found.kind.said_by(layer)}", rules)


def _ruled_out(looked: Looked, rules: Iterable[Rule]) -> Iterator[str]:
    """What rules out each of these rules."""
    for rule in rules:
        against = "; ".join(condition_as_it_is(looked, rule.when))
        yield f"{rule.id} ({rule.title}) {BECOMES[Truth.NO]} by: {against}"


def _deciding(looked: Looked, about: Iterable[tuple[Layer, Option]]) -> Iterator[Rule]:
    """The rules that decide what is said."""
    for layer, drug in about:
        found = looked.decided(layer, drug)
        if found is not None:
            yield from found.rules


def _shown(looked: Looked, claim: Claim) -> Iterator[Said]:
    """How the conclusions stand that a claim is about, if about no verdict; by which rules."""
    match claim:
        case Exactly():
            facts: tuple[Fact, ...] = (claim.then,)
        case Whenever(given, then) if not any(isinstance(f, VerdictIs) for f in (*given, *then)):
            facts = then
        case _:
            return
    book, proofs = looked.book, looked.found.proofs
    read = {
        name for f in facts if not isinstance(f, VerdictIs) for name in concepts_of(f.condition)
    }
    lacks = {
        name: list(why_silent(looked, rules_that_would(looked, name, given)))
        or [no_rule_reads(looked, given)]
        for name, given in _lacking(looked, claim)
        if ground_of(looked, given)
    }
    for name in sorted(read):
        rules = [rule for rule in book.rules_for[name] if proofs[rule.id].truth is Truth.YES]
        stands = ("said", "not said") if isinstance(book.concept[name], Flag) else SETTLED
        lines = [_line(looked, rule) for rule in rules] or lacks.get(name, [])
        words = f"“{sentence(book.concept[name].label)}”: {stands[0 if rules else 1]}"
        yield Said(words, tuple(lines))


def _turned(before: Looked, then: Looked, about: Collection[tuple[Layer, Option]]) -> Iterator[str]:
    """The rules that are something else then and decide, or were settled; no flags."""
    deciding = {rule.id for looked in (before, then) for rule in _deciding(looked, about)}
    layers = {layer for layer, _ in about}
    for rule in before.book.rules:
        was = before.found.proofs[rule.id].truth
        becomes = then.found.proofs[rule.id].truth
        settled = rule.layer in layers and was is not Truth.UNKNOWN
        if isinstance(rule.then, Flag) or was is becomes:
            continue
        if settled or rule.id in deciding:
            yield f"{rule.id} ({rule.title}): {BECOMES[was]}, then {BECOMES[becomes]}"


def _line(looked: Looked, rule: Rule) -> str:
    """A rule with its condition; with what of the patient makes it what it is, if that is long."""
    head = f"{rule.id} ({rule.title})"
    if leaf_count(rule.when) <= LONGEST:
        return f"{head}: {condition_words(looked.book, rule.when)}"
    truth = looked.found.proofs[rule.id].truth
    return f"{head} {BECOMES[truth]} by: {'; '.join(condition_as_it_is(looked, rule.when))}"


def _value(book: RuleBook, name: str, entries: Entries) -> str:
    if name not in entries:
        return NOT_RECORDED
    return value_text(book.vocabulary.atoms[name], entries[name])


def _facts(claim: Claim) -> tuple[Fact, ...]:
    """The facts that a claim speaks of."""
    match claim:
        case Whenever(given, then) | Never(given, then):
            return (*given, *then)
        case Exactly(_, given, when, then):
            return (*given, *when, then)
        case NotLostByWorsening():
            return claim.unless
        case _:
            return ()


def _about(book: RuleBook, claim: Claim, entries: Entries) -> Iterator[tuple[Layer, Option]]:
    """The layers and drugs that a claim speaks of; else the drug named for the disease."""
    match claim:
        case Whenever(given, then) | Never(given, then):
            for fact in (*given, *then):
                if isinstance(fact, VerdictIs):
                    yield fact.layer, book.drugs.of(fact.drug.value)
        case Exactly():
            return  # what is said exactly is no verdict, but stands by itself: see ``_shown``
        case NotLostByWorsening(layer, drug):
            yield layer, book.drugs.of(drug.value)
        case _:
            diagnosis = entries.get(book.vocabulary.diagnosis.id)
            if diagnosis is not None:
                named = drug_named(book, claim.layer, diagnosis)
                if named is not None:
                    yield claim.layer, named
