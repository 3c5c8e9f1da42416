"""From what was told to what is known: applicability, entailments, contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.conditions import Value
from engine.errors import ContradictionError, Problem
from engine.evaluate import prove
from engine.grammar import value_text
from engine.trace import Fact, Node, Provenance
from engine.truth import Truth
from engine.vocabulary import Entailment, Vocabulary
from engine.words import and_list


@dataclass(frozen=True, slots=True)
class Facts:
    """What both engines are given (``known``), and what is withheld from them.

    ``known`` is in vocabulary order. A withheld fact was told but does not apply to the diagnosis.
    """

    known: dict[str, Fact]
    withheld: tuple[Fact, ...]

    @property
    def values(self) -> dict[str, Value]:
        """Atom id → value."""
        return {name: fact.value for name, fact in self.known.items()}


def within(vocabulary: Vocabulary, entries: Mapping[str, Value]) -> dict[str, Value]:
    """The entries that a vocabulary knows; those of a layer that is switched off are left out."""
    return {name: value for name, value in entries.items() if name in vocabulary.atoms}


def establish(vocabulary: Vocabulary, entries: Mapping[str, Value]) -> Facts:
    """Close what was told (atom id → value) under the entailments.

    Raises ContradictionError naming both findings when something told is contradicted.
    """
    diagnosis = entries.get(vocabulary.diagnosis.id)
    known: dict[str, Fact] = {}
    withheld: list[Fact] = []
    for name, value in entries.items():
        fact = Fact(finding=name, value=value)
        if vocabulary.applies(
            vocabulary.atoms[name], None if diagnosis is None else str(diagnosis)
        ):
            known[name] = fact
        else:
            withheld.append(fact)
    _close(vocabulary, known, None if diagnosis is None else str(diagnosis))
    _calculate(vocabulary, known, None if diagnosis is None else str(diagnosis))
    _refuse_impossible(vocabulary, known)
    order = {name: position for position, name in enumerate(vocabulary.atoms)}
    return Facts(
        known={name: known[name] for name in sorted(known, key=order.__getitem__)},
        withheld=tuple(sorted(withheld, key=lambda fact: order[fact.finding])),
    )


def _close(vocabulary: Vocabulary, known: dict[str, Fact], diagnosis: str | None) -> None:
    """Add what follows until nothing new does. Entailments are few, so a plain loop will do."""
    grew = True
    while grew:
        grew = False
        for entailment in vocabulary.entailments:
            target = entailment.then.finding
            if not vocabulary.applies(vocabulary.atoms[target], diagnosis):
                continue
            values = {name: fact.value for name, fact in known.items()}
            proof = prove(entailment.when, vocabulary, values, {})
            if proof.truth is not Truth.YES:
                continue
            by = _grounds(vocabulary, proof)
            if target not in known:
                known[target] = Fact(
                    finding=target,
                    value=entailment.then.value,
                    provenance=Provenance.IMPLIED,
                    by=by,
                    because=entailment.because,
                )
                grew = True
            elif known[target].value != entailment.then.value:
                raise _contradiction(vocabulary, known, entailment, by)


def _calculate(vocabulary: Vocabulary, known: dict[str, Fact], diagnosis: str | None) -> None:
    """Add what can be calculated; what was told or implied stays as it is."""
    for calculation in vocabulary.calculations:
        target, inputs = calculation.then, calculation.by.inputs
        if target.id in known or not vocabulary.applies(target, diagnosis):
            continue
        if any(finding.id not in known for finding in inputs):
            continue
        number = calculation.by.value({name: fact.value for name, fact in known.items()})
        if number is not None and target.hard.hold(number):
            known[target.id] = Fact(
                finding=target.id,
                value=number,
                provenance=Provenance.CALCULATED,
                by=tuple(finding.id for finding in inputs),
                because=f"{calculation.by.text}.",
            )


def _refuse_impossible(vocabulary: Vocabulary, known: Mapping[str, Fact]) -> None:
    """Raise ContradictionError for a patient who cannot be."""
    values = {name: fact.value for name, fact in known.items()}
    for found in vocabulary.impossible:
        proof = prove(found.when, vocabulary, values, {})
        if proof.truth is Truth.YES:
            grounds = _grounds(vocabulary, proof)
            told = tuple(dict.fromkeys(name for each in grounds for name in _told(known, each)))
            raise ContradictionError(_refusal(vocabulary, known, told, found.because))
    for pair in vocabulary.ordered:
        names = (pair.lesser.id, pair.greater.id)
        if all(name in values for name in names) and values[names[0]] > values[names[1]]:  # type: ignore[operator]  # both are numbers
            told = tuple(dict.fromkeys(name for each in names for name in _told(known, each)))
            raise ContradictionError(_refusal(vocabulary, known, told, pair.because))


def _grounds(vocabulary: Vocabulary, proof: Node) -> tuple[str, ...]:
    """The findings that made it hold; the diagnosis is left out unless it is the only one."""
    seen = tuple(dict.fromkeys(_matched(proof)))
    others = tuple(name for name in seen if name != vocabulary.diagnosis.id)
    return others or seen


def _matched(node: Node) -> Iterator[str]:
    if node.truth is Truth.YES:
        if node.is_leaf:
            yield node.source
        for child in node.children:
            yield from _matched(child)


def _told(known: Mapping[str, Fact], name: str) -> Iterator[str]:
    """The told findings that a fact rests on."""
    fact = known[name]
    if fact.provenance is Provenance.ENTERED:
        yield name
    for ground in fact.by:
        yield from _told(known, ground)


def _contradiction(
    vocabulary: Vocabulary, known: Mapping[str, Fact], entailment: Entailment, by: tuple[str, ...]
) -> ContradictionError:
    target = entailment.then.finding
    grounds = tuple(dict.fromkeys(told for name in by for told in _told(known, name)))
    opposed = tuple(dict.fromkeys(_told(known, target)))
    named = tuple(dict.fromkeys((*grounds, *opposed)))
    links = dict.fromkeys([*(known[name].because for name in by), entailment.because])
    why = " ".join(link for link in links if link)
    return ContradictionError(_refusal(vocabulary, known, named, why))


def _refusal(
    vocabulary: Vocabulary, known: Mapping[str, Fact], named: tuple[str, ...], why: str
) -> Problem:
    said = and_list(
        f"{vocabulary.atoms[name].label}: {value_text(vocabulary.atoms[name], known[name].value)}"
        for name in named
    )
    labels = and_list(vocabulary.atoms[name].label for name in named)
    both = {1: "", 2: " both"}.get(len(named), " all")
    return Problem(
        ", ".join(named),
        f"{said} cannot{both} be true. {why}",
        f"Change one of {labels}, or set it to unknown.",
    )
