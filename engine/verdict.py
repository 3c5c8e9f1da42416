"""The verdicts of each layer in words: what was decided, what it rests on, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engine.conditions import Value
from engine.deciding import advice_rules, decided, drug_named
from engine.findings import MultiChoice, Table
from engine.grammar import value_text
from engine.missing import asked_for_safety, missing_for
from engine.option import Option
from engine.reasons import Proofs, grounds
from engine.rule import Layer, Rule, Topic
from engine.rulebook import RuleBook
from engine.trace import Assumption, Kind, Verdict
from engine.truth import Truth
from engine.vocabulary import Vocabulary
from engine.words import and_list, inside

LONGEST_SUMMARY = 140


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
    drug = drug_named(book, layer, diagnosis)
    for verdict in verdicts:
        if drug is not None and verdict.drug == drug.value:
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
    found = decided(book, layer, drug, known, proofs)
    match found.kind:
        case Kind.NOT_ENOUGH_DATA if book.vocabulary.diagnosis.id not in known:
            missing = waiting_for(book, layer, known, proofs, drug)
            return _not_enough(layer, drug, book, missing, found.rules)
        case Kind.NOT_ENOUGH_DATA:
            missing = missing_for(book, known, proofs, found.rules)
            for_safety = asked_for_safety(book, known, proofs, found.rules)
            return _not_enough(layer, drug, book, missing, found.rules, for_safety)
        case Kind.OUTSIDE_DOCUMENT:
            diagnosis = _diagnosis_text(book, known[book.vocabulary.diagnosis.id])
            outside = Kind.OUTSIDE_DOCUMENT.said_by(layer)
            return Verdict(
                layer=layer.value,
                drug=drug.value,
                kind=Kind.OUTSIDE_DOCUMENT,
                summary=_summary(f"{outside}: nothing on {drug.label} for {diagnosis}."),
            )
        case _:
            return _settled(layer, drug, found.kind, book, found.rules, proofs)


def _diagnosis_text(book: RuleBook, diagnosis: Value) -> str:
    return value_text(book.vocabulary.diagnosis, diagnosis)


def _settled(
    layer: Layer, drug: Option, kind: Kind, book: RuleBook, rules: Sequence[Rule], proofs: Proofs
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
    for_safety: frozenset[str] = frozenset(),
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


def _needs(book: RuleBook, missing: tuple[str, ...], for_safety: frozenset[str]) -> str:
    """As many of the unknown findings as fit, what safety alone asks last; the rest are counted.

    A list or a table is one finding here, however many of its members are unknown.
    """
    ordered = sorted(missing, key=lambda name: name in for_safety)
    owners = dict.fromkeys(_owner(book.vocabulary, name) for name in ordered)
    labels = [inside(finding) for finding in owners]
    all_safety = for_safety and len(for_safety) == len(missing)
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


def _assumptions(book: RuleBook, rules: Sequence[Rule], proofs: Proofs) -> tuple[Assumption, ...]:
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
