"""From what fired to one verdict for each layer and drug.

Verdicts rest on rules that were seen to fire, never on the absence of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from engine.conditions import IsNotKnown, Value
from engine.errors import GapError
from engine.evaluate import evaluate
from engine.findings import MultiChoice, Table
from engine.grammar import value_text
from engine.option import Option
from engine.reasons import Proofs, grounds
from engine.rule import Advice, Layer, Rule, Stance, Topic
from engine.rulebook import RuleBook
from engine.trace import Assumption, Kind, Verdict
from engine.truth import Truth
from engine.vocabulary import Vocabulary
from engine.words import and_list, inside

LONGEST_SUMMARY = 140

Named = dict[str, frozenset[str]]
"""For each drug, the diagnoses for which the rules say anything about it."""


@cache
def named_diagnoses(book: RuleBook, layer: Layer) -> Named:
    """For which diagnoses each drug is named: some advice rule for it is not ruled out by them."""
    named: dict[str, set[str]] = {drug.value: set() for drug in book.drugs}
    diagnosis = book.vocabulary.diagnosis
    for option in diagnosis.options:
        proofs = evaluate(book, {diagnosis.id: option.value}).proofs
        for rule in advice_rules(book, layer):
            if isinstance(rule.then, Advice) and proofs[rule.id].truth is not Truth.NO:
                named[rule.then.drug.value].add(option.value)
    return {drug: frozenset(diagnoses) for drug, diagnoses in named.items()}


@cache
def advice_rules(book: RuleBook, layer: Layer, drug: Option | None = None) -> tuple[Rule, ...]:
    """The rules of a layer that conclude advice, about one drug or about any."""
    return tuple(
        rule
        for rule in book.rules
        if isinstance(rule.then, Advice)
        and rule.layer is layer
        and (drug is None or rule.then.drug is drug)
    )


def derive_verdicts(
    book: RuleBook, layer: Layer, known: dict[str, Value], proofs: Proofs
) -> tuple[Verdict, ...]:
    """One verdict for each drug of the rule book. Raises GapError when no kind holds."""
    return tuple(_verdict(book, layer, drug, known, proofs) for drug in book.drugs)


def overall(
    book: RuleBook,
    layer: Layer,
    known: dict[str, Value],
    proofs: Proofs,
    verdicts: Iterable[Verdict],
) -> Verdict:
    """The verdict for the drug that is named for the diagnosis; without one, the reason why."""
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    if diagnosis is None:
        missing = waiting_for(book, layer, known, proofs)
        return _not_enough(layer, None, book, missing, ())
    named = named_diagnoses(book, layer)
    for verdict in verdicts:
        if verdict.drug is not None and diagnosis in named[verdict.drug]:
            return verdict
    scope = [
        rule
        for flag in book.flags
        if flag.layer is layer
        for rule in book.rules_for[flag.id]
        if _reads_only(rule, book)
    ]
    fired = [rule for rule in scope if proofs[rule.id].truth is Truth.YES]
    what = fired[0].title if fired else f"it says nothing on {_diagnosis_text(book, diagnosis)}"
    if layer is Layer.REFERENCE:
        what = f"none speaks of {_diagnosis_text(book, diagnosis)}"
    return Verdict(
        layer=layer.value,
        drug=None,
        kind=Kind.OUTSIDE_DOCUMENT,
        summary=_summary(f"{Kind.OUTSIDE_DOCUMENT.said_by(layer)}: {what}."),
        rules=tuple(rule.id for rule in fired),
        cites=citations(book, fired),
    )


def _reads_only(rule: Rule, book: RuleBook) -> bool:
    """Whether a rule reads the diagnosis and nothing else."""
    condition = rule.when
    return getattr(condition, "finding", None) == book.vocabulary.diagnosis.id


def _verdict(
    book: RuleBook, layer: Layer, drug: Option, known: dict[str, Value], proofs: Proofs
) -> Verdict:
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    rules = advice_rules(book, layer, drug)
    fired = {
        stance: [r for r in rules if _stance(r) is stance and proofs[r.id].truth is Truth.YES]
        for stance in Stance
    }
    waiting = [rule for rule in rules if proofs[rule.id].truth is Truth.UNKNOWN]
    if diagnosis is None:
        missing = waiting_for(book, layer, known, proofs, drug)
        return _not_enough(layer, drug, book, missing, waiting)
    if diagnosis not in named_diagnoses(book, layer)[drug.value]:
        return Verdict(
            layer=layer.value,
            drug=drug.value,
            kind=Kind.OUTSIDE_DOCUMENT,
            summary=_summary(
                f"{Kind.OUTSIDE_DOCUMENT.said_by(layer)}: nothing on {drug.label} for "
                f"{_diagnosis_text(book, diagnosis)}."
            ),
        )
    found = choice(layer, fired, waiting)
    if found is None:
        raise GapError(f"No verdict on {drug.label} for {known}: every rule is ruled out.")
    kind, deciding = found
    if kind is Kind.NOT_ENOUGH_DATA:
        missing = missing_for(book, known, proofs, deciding)
        safety = [rule for rule in deciding if _stance(rule) in _SAFETY]
        for_safety = len(missing_for(book, known, proofs, safety))
        return _not_enough(layer, drug, book, missing, deciding, for_safety)
    return _settled(layer, drug, kind, book, deciding, proofs)


Choice = tuple[Kind, list[Rule]] | None
"""A kind of verdict and the rules that decide it; None where nothing does."""


def choice(layer: Layer, fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What the advice rules of a layer come to: those that fired, by stance, and those that wait.

    They are about one drug, the diagnosis is known, and the drug is named for it.
    """
    return (
        _by_the_document(fired, waiting)
        if layer is Layer.DOCUMENT
        else _by_criteria(fired, waiting)
    )


def _by_the_document(fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What the document's rules come to; it never weighs one paragraph against another."""
    may, against = fired[Stance.MAY], fired[Stance.NOT]
    if ambiguous := fired[Stance.AMBIGUOUS] or ([*may, *against] if may and against else []):
        return Kind.DOCUMENT_AMBIGUOUS, ambiguous
    if may:
        return Kind.MAY_BE_CONSIDERED, may
    if against:
        return Kind.NOT_INDICATED, against
    return (Kind.NOT_ENOUGH_DATA, waiting) if waiting else None


_SAFETY = {Stance.STOP, Stance.WITHHELD}


def _by_criteria(fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What published criteria come to: safety first, and "against" beats "may be considered".

    Nothing may be considered, nor left to the team, while a rule that would forbid it waits.
    """
    if fired[Stance.STOP]:
        return Kind.EXCLUDED_OR_PAUSED, fired[Stance.STOP]
    opened = [*fired[Stance.MAY], *fired[Stance.AMBIGUOUS]]
    if opened:
        unsettled = [rule for rule in waiting if _stance(rule) in _SAFETY]
        if fired[Stance.WITHHELD] or unsettled:
            return Kind.NOT_ENOUGH_DATA, [*fired[Stance.WITHHELD], *unsettled]
    if fired[Stance.NOT]:
        return Kind.NOT_INDICATED, fired[Stance.NOT]
    if opened:
        return _opened(fired, waiting)
    return (Kind.NOT_ENOUGH_DATA, waiting) if waiting else None


def _opened(fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What an opened question comes to, once nothing forbids it."""
    stronger = {Stance.NOT} if fired[Stance.AMBIGUOUS] else {Stance.NOT, Stance.AMBIGUOUS}
    if unsettled := [rule for rule in waiting if _stance(rule) in stronger]:
        return Kind.NOT_ENOUGH_DATA, unsettled
    if fired[Stance.AMBIGUOUS]:
        return Kind.DOCUMENT_AMBIGUOUS, fired[Stance.AMBIGUOUS]
    return Kind.MAY_BE_CONSIDERED, fired[Stance.MAY]


def _stance(rule: Rule) -> Stance | None:
    return rule.then.stance if isinstance(rule.then, Advice) else None


def _diagnosis_text(book: RuleBook, diagnosis: Value) -> str:
    return value_text(book.vocabulary.diagnosis, diagnosis)


def _settled(
    layer: Layer, drug: Option, kind: Kind, book: RuleBook, rules: list[Rule], proofs: Proofs
) -> Verdict:
    titles = [rule.title for rule in rules]
    head = f"{kind.said_by(layer)}: {drug.label} – "
    both = f"{head}{'; '.join(titles)}."
    return Verdict(
        layer=layer.value,
        drug=drug.value,
        kind=kind,
        summary=both if len(both) <= LONGEST_SUMMARY else _summary(f"{head}{titles[0]}."),
        rules=tuple(rule.id for rule in rules),
        cites=citations(book, rules),
        assumptions=_assumptions(book, rules, proofs),
    )


def _not_enough(
    layer: Layer,
    drug: Option | None,
    book: RuleBook,
    missing: tuple[str, ...],
    rules: Iterable[Rule],
    for_safety: int = 0,
) -> Verdict:
    named = list(rules)
    return Verdict(
        layer=layer.value,
        drug=None if drug is None else drug.value,
        kind=Kind.NOT_ENOUGH_DATA,
        summary=_needs(book, missing, for_safety) if missing or not named else _held(named[0]),
        rules=tuple(rule.id for rule in named),
        cites=citations(book, named),
        waiting_for=missing,
    )


def _held(rule: Rule) -> str:
    """Where nothing has to be told any more, the rule that keeps the verdict open says why."""
    return _summary(f"{Kind.NOT_ENOUGH_DATA.label}: {rule.title}.")


def _needs(book: RuleBook, missing: tuple[str, ...], for_safety: int) -> str:
    """As many of the unknown findings as fit; the rest are counted, and so is what safety asks.

    A list or a table is one finding here, however many of its members are unknown.
    """
    owners = dict.fromkeys(_owner(book.vocabulary, name) for name in missing)
    labels = [inside(finding) for finding in owners]
    all_safety = missing and for_safety == len(missing)
    head = f"{Kind.NOT_ENOUGH_DATA.label}: {'for safety, ' if all_safety else ''}unknown so far – "
    some_safety = for_safety and not all_safety
    tail = ", some of it for safety" if some_safety else ""
    for shown in range(len(labels), 0, -1):
        left = len(labels) - shown
        named = f"{', '.join(labels[:shown])} and {left} more" if left else and_list(labels)
        text = f"{head}{named}{tail}."
        if len(text) <= LONGEST_SUMMARY:
            return text
    return f"{head}{len(labels)} findings."


def _owner(vocabulary: Vocabulary, name: str) -> str:
    """What the form calls the question behind a fact."""
    owner = vocabulary.owner[name]
    return owner.label if isinstance(owner, MultiChoice | Table) else vocabulary.atoms[name].label


def _summary(text: str) -> str:
    """A summary that has to fit; titles are kept short by a test, so this only guards."""
    return text if len(text) <= LONGEST_SUMMARY else f"{text[: LONGEST_SUMMARY - 1]}…"


def citations(book: RuleBook, rules: Iterable[Rule]) -> tuple[str, ...]:
    """What rules cite, in the order of the rule book: statements, then references."""
    cited = {name for rule in rules for name in rule.cites}
    return tuple(name for name in (*book.statement, *book.reference) if name in cited)


def _assumptions(book: RuleBook, rules: list[Rule], proofs: Proofs) -> tuple[Assumption, ...]:
    """The readings a verdict rests on: of its rules, of silences beside it, of the rules behind."""
    behind = (g.rule for rule in rules for g in grounds(book, proofs, rule.id))
    silences = (
        rule.id
        for flag in book.flags
        if flag.topic is Topic.SILENCE
        for rule in book.rules_for[flag.id]
        if proofs[rule.id].truth is Truth.YES
    )
    ids = dict.fromkeys([*(rule.id for rule in rules), *silences, *behind])
    return tuple(
        Assumption(
            rule=name,
            words=reading.words,
            chosen=reading.chosen,
            other=reading.other,
            cites=reading.cites,
        )
        for name in ids
        if (reading := book.rule[name].reading) is not None
    )


def waiting_for(
    book: RuleBook,
    layer: Layer,
    known: Mapping[str, Value],
    proofs: Proofs,
    drug: Option | None = None,
) -> tuple[str, ...]:
    """The unknown findings that advice rules wait for, the diagnosis first, then in form order."""
    rules = advice_rules(book, layer, drug)
    waiting = [rule for rule in rules if proofs[rule.id].truth is Truth.UNKNOWN]
    return missing_for(book, known, proofs, waiting)


def missing_for(
    book: RuleBook, known: Mapping[str, Value], proofs: Proofs, rules: Iterable[Rule]
) -> tuple[str, ...]:
    """The unknown findings that rules wait for, the diagnosis first, then in form order.

    A rule that fired because something is not known waits for that. What is calculated is never
    asked: its own inputs are named instead.
    """
    vocabulary = book.vocabulary
    missing = {
        name
        for rule in rules
        for ground in grounds(book, proofs, rule.id)
        if ground.truth is Truth.UNKNOWN or isinstance(ground.condition, IsNotKnown)
        for name in _asked(vocabulary, ground.finding)
    }
    first = vocabulary.diagnosis.id
    ordered = [first, *(name for name in vocabulary.atoms if name != first)]
    return tuple(name for name in ordered if name in missing and name not in known)


def _asked(vocabulary: Vocabulary, name: str) -> Iterator[str]:
    if vocabulary.owner[name].id in vocabulary.by_id:
        yield name
    else:
        for finding in vocabulary.calculated[name].by.inputs:
            yield from _asked(vocabulary, finding.id)
