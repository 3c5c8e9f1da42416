"""Every property with its state: asked once in a process, for all who look."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import streamlit as st

from engine.export.proofs import WHAT_IT_MEANS, headline, nobody, worst_first
from engine.property import Property
from engine.verify.proof import Proof, State, prove
from engine.words import counted, sentence
from rules.full import ALONE, FULL_RULEBOOK
from rules.properties import GROUPS, PROPERTIES
from ui import markup
from ui.proofs.patient import against, example

NOT_PROVEN = "Not proven"
"""The heading of all that fail or say nothing: they stand before the groups."""

STATES = {
    State.PROVEN: ("✓", "good"),
    State.FAILED: ("✗", "stop"),
    State.EMPTY: ("?", "open"),
}


@cache
def proof_of(number: int) -> Proof:
    """What became of a property, by its place. The rules do not change while the program runs."""
    return prove(FULL_RULEBOOK, PROPERTIES[number], ALONE)


def proven() -> None:
    """All properties, proven where they have not been yet; first those that do not hold."""
    proofs = _proofs()
    found = {proof.property.id: proof for proof in proofs}
    questions = sum(proof.outcome.questions for proof in proofs)
    seconds = sum(proof.seconds for proof in proofs)
    st.html(
        markup.paragraph(headline(proofs), "cds-lead")
        + markup.paragraph(WHAT_IT_MEANS)
        + markup.paragraph(
            f"{sentence(counted(questions, 'question'))}, {seconds:.1f} seconds. "
            "The same on the command line: autoimmune-cds verify.",
            "cds-text cds-small cds-muted",
        )
    )
    wrong = [proof for proof in worst_first(proofs) if proof.state is not State.PROVEN]
    if wrong:
        _group(NOT_PROVEN, wrong)
    for title, properties in GROUPS.items():
        holding = [found[each.id] for each in properties if found[each.id] not in wrong]
        if holding:
            _group(title, holding)


def _group(title: str, proofs: Sequence[Proof]) -> None:
    with st.container(border=True):
        st.header(title, anchor=False)
        for proof in proofs:
            _one(proof.property, proof)


def _proofs() -> tuple[Proof, ...]:
    bar = st.progress(0.0, "Every patient is asked about.")
    proofs = []
    for number, each in enumerate(PROPERTIES):
        bar.progress(number / len(PROPERTIES), f"Asking about {each.id}.")
        proofs.append(proof_of(number))
    bar.empty()
    return tuple(proofs)


def badge(state: State) -> str:
    """The badge of a state."""
    symbol, tone = STATES[state]
    return markup.badge(symbol, state.label, tone)


def _one(property_: Property, proof: Proof) -> None:
    cites = f" ({', '.join(property_.cites)})" if property_.cites else ""
    asked = f"{proof.outcome.questions} asked in {proof.seconds:.2f} s"
    st.html(
        f'<div class="proof">{badge(proof.state)} <span class="cds-id">{markup.text(property_.id)}'
        f"</span>{markup.paragraph(property_.sentence)}</div>"
    )
    if proof.state is State.EMPTY:
        st.html(markup.paragraph(nobody(proof)))
    for number, found in enumerate(proof.outcome.against):
        against(FULL_RULEBOOK, property_, found, f"{property_.id}_{number}")
    with st.expander("What it rests on, and of whom it speaks", key=f"proof_{property_.id}"):
        st.html(
            markup.labelled("It rests on:", f"{property_.because}{cites}")
            + markup.labelled("Otherwise:", property_.harm)
            + markup.labelled("Questions:", asked)
        )
        if proof.outcome.example and not proof.outcome.against:
            example(FULL_RULEBOOK, property_, proof.outcome.example)
