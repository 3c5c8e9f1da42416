"""What ``verify`` says: what is broken first, then faults by rule, what is proven, notes, words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.export.diagnostics import faults_part, notes_part
from engine.export.proofs import headline, lead, proof_part, worst_first
from engine.export.report import Item, Part, Report
from engine.rulebook import RuleBook
from engine.verify.codes import Severity
from engine.verify.diagnostic import Diagnostic
from engine.verify.proof import Proof, State
from engine.verify.suspects import counts_of, mostly_about, suspected
from engine.words import and_list

PROVEN = "Proven for every patient"
WORDS = "Words"
MEANINGS = (
    Item(
        "A rule fires where all that it asks is known to be so. It is ruled out where something "
        "that it asks is known not to be so. It waits where neither is so: it would have to know "
        "more. It is silent where it does not fire."
    ),
    Item("Settled: known to be so, or known not to be so. Not recorded: nobody has said; that is "
         "never taken for no."),
    Item("On the edge of a rule: a patient who is just inside or just outside of it, written down "
         "with what the rule is to do. In a case, fired = [...] is what it expects to fire."),
    Item("A property is what the rules promise of every patient. It is broken where there is a "
         "patient of whom it is not so; that patient is shown."),
)  # fmt: skip
Others = Mapping[str, bool | None]
"""Whether a second solver proves a property, by its id; None where it is not asked."""


def summary(book: RuleBook, proofs: Sequence[Proof], faults: Sequence[Diagnostic] | None) -> str:
    """What is wrong, in a line: the broken properties by name, and what most errors are about."""
    said = [f"{words}: {names}." for words, names in _broken(proofs)]
    wrong = [each for each in faults or () if each.severity is not Severity.NOTE]
    notes = [each for each in faults or () if each.severity is Severity.NOTE]
    if wrong:
        about = "".join(f", {words}" for words in mostly_about(suspected(book, wrong)))
        said.append(f"{'Faults: ' if said else ''}{counts_of(wrong)}{about}.")
        if len(said) == 1:
            said[0] = f"{said[0].removesuffix('.')}; no property is broken."
    elif not said:
        said.append(headline(proofs))
    elif faults is not None:
        said.append("No fault of a single rule was found.")
    if notes:
        said.append(f"{counts_of(notes)}.")
    return " ".join(said)


def _broken(proofs: Sequence[Proof]) -> tuple[tuple[str, str], ...]:
    heads = {State.FAILED: "Broken", State.EMPTY: "About nobody"}
    named = {
        state: [proof.property.id for proof in proofs if proof.state is state] for state in heads
    }
    return tuple((heads[state], and_list(ids)) for state, ids in named.items() if ids)


def verified(
    book: RuleBook,
    banner: str,
    proofs: Sequence[Proof],
    faults: Sequence[Diagnostic] | None,
    others: Others,
    *,
    briefly: bool,
) -> Report:
    """The whole report; ``faults`` is None where none were looked for.

    ``briefly`` gives what is proven a line each, and tells of patients in short.
    """
    parts = [
        proof_part(book, proof, others.get(proof.property.id))
        for proof in worst_first(proofs)
        if proof.state is not State.PROVEN
    ]
    if faults is not None:
        parts.append(faults_part(book, faults, briefly=briefly))
    proven = [proof for proof in proofs if proof.state is State.PROVEN]
    if briefly and faults is not None:
        parts.append(Part(PROVEN, tuple(_line(proof, others) for proof in proven)))
    else:
        parts += [proof_part(book, proof, others.get(proof.property.id)) for proof in proven]
    if faults is not None:
        parts.append(notes_part(book, faults, briefly=briefly))
    broken = len(proofs) - len(proven)
    if briefly and (broken or faults):
        parts.append(Part(WORDS, MEANINGS))
    first = headline(proofs) if broken else ""
    return Report(
        banner=banner,
        headline=summary(book, proofs, faults),
        lead=tuple(line for line in (first, *lead(proofs)) if line),
        parts=tuple(parts),
        origin=f"Rule book {book.version}, SHA-256 {book.content_hash}",
    )


def _line(proof: Proof, others: Others) -> Item:
    """A proven property in one line."""
    second = others.get(proof.property.id)
    also = {True: " Also by a second solver.", False: " Not by a second solver.", None: ""}
    return Item(f"{proof.property.id}: {proof.property.sentence}{also[second]}")
