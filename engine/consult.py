"""One consultation: from a profile to a trace, through both engines.

The only way from a patient to advice. If the engines disagree, no advice leaves this module.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.conditions import Value
from engine.errors import EnginesDisagreeError, InputError, Problem
from engine.evaluate import Evaluation, evaluate
from engine.facts import establish
from engine.flags import raised_flags
from engine.forward import ForwardResult, forward_engine
from engine.narrow import narrowed
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import RuleBookRef, Trace
from engine.verdict import derive_verdicts, overall, waiting_for

BANNER = "Educational prototype, not for clinical use. Fictional patients, simplified rules."
"""Shown on every screen and carried by every trace and export."""


def consult(
    book: RuleBook,
    entries: Mapping[str, Value],
    readings: Mapping[str, str] | None = None,
) -> Trace:
    """Consult the rule book about a patient, told as atom id → value.

    Raises ContradictionError for a patient who cannot exist, and a DefectError when the program
    itself is at fault, or the rule book is one that was broken on purpose.
    """
    book.refuse_broken()
    return run_both(book, entries, readings)


def run_both(
    book: RuleBook,
    entries: Mapping[str, Value],
    readings: Mapping[str, str] | None = None,
) -> Trace:
    """Any rule book through both engines, also one that was broken on purpose.

    Nothing but ``engine.broken`` may import it, which a test checks: advice comes from ``consult``.
    """
    facts = establish(book.vocabulary, entries)
    known = facts.values
    narrow = narrowed(book, _diagnosis(book, known))
    evaluation = evaluate(narrow.book, known)
    forward = forward_engine(narrow.book).run(known)
    _must_agree(evaluation, forward)
    proofs = {r.id: narrow.ruled_out.get(r.id) or evaluation.proofs[r.id] for r in book.rules}
    verdicts = tuple(
        verdict for layer in book.layers for verdict in derive_verdicts(book, layer, known, proofs)
    )
    by_layer = {
        layer: overall(
            book,
            layer,
            known,
            proofs,
            [verdict for verdict in verdicts if verdict.layer == layer.value],
        )
        for layer in book.layers
    }
    return Trace(
        disclaimer=BANNER,
        rulebook=RuleBookRef(version=book.version, hash=book.content_hash),
        layers=tuple(layer.value for layer in book.layers),
        readings=dict(readings or {}),
        facts=tuple(facts.known.values()),
        withheld=facts.withheld,
        unknown=_unknown(book, known),
        firings=forward.firings,
        ruled_out=tuple(dict.fromkeys([*forward.ruled_out, *narrow.ruled_out])),
        proofs=tuple(proofs.values()),
        concepts=evaluation.concepts,
        overall=by_layer[Layer.DOCUMENT],
        overall_reference=by_layer.get(Layer.REFERENCE),
        verdicts=verdicts,
        flags=raised_flags(book, known, evaluation.concepts, proofs),
        waiting_for=waiting_for(book, Layer.DOCUMENT, known, proofs),
    )


def rerun(book: RuleBook, trace: Trace) -> Trace:
    """Consult again from what a trace says was entered; equal to the trace if nothing changed.

    Raises InputError when the trace was made with another rule book.
    """
    if trace.rulebook.hash != book.content_hash:
        raise InputError(
            Problem(
                "rulebook",
                f"The trace was made with rule book {trace.rulebook.version} "
                f"({trace.rulebook.hash[:12]}), this one is {book.version} "
                f"({book.content_hash[:12]}).",
                "Evaluate the patient again instead.",
            )
        )
    return consult(book, trace.entries, trace.readings)


def _must_agree(evaluation: Evaluation, forward: ForwardResult) -> None:
    proofs = {name: proof.truth for name, proof in evaluation.proofs.items()}
    differences = [
        f"{name}: durable-rules {forward_truths.get(name)}, evaluator {reference_truths.get(name)}"
        for forward_truths, reference_truths in (
            (forward.rules, proofs),
            (forward.concepts, evaluation.concepts),
        )
        for name in forward_truths.keys() | reference_truths.keys()
        if forward_truths.get(name) != reference_truths.get(name)
    ]
    if differences:
        raise EnginesDisagreeError("The two engines disagree: " + "; ".join(sorted(differences)))


def _diagnosis(book: RuleBook, known: Mapping[str, Value]) -> str | None:
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    return None if diagnosis is None else str(diagnosis)


def _unknown(book: RuleBook, known: Mapping[str, Value]) -> tuple[str, ...]:
    """The findings that apply and have not been told."""
    vocabulary = book.vocabulary
    diagnosis = _diagnosis(book, known)
    return tuple(
        name
        for name, atom in vocabulary.atoms.items()
        if name not in known
        and vocabulary.owner[name].id in vocabulary.by_id
        and vocabulary.applies(atom, diagnosis)
    )
