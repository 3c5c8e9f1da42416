"""Break a rule of the document on purpose, and see which promise breaks, and for whom."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from engine.export.proofs import nobody
from engine.mutant import Mutation
from engine.mutation import mutants
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.verify.altered import altered, broken_by, of_layer
from engine.verify.proof import Proof, State
from engine.words import counted, sentence
from rules import RULEBOOK
from rules.properties import PROPERTIES
from ui import markup, show, state
from ui.proofs.patient import against
from ui.proofs.proven import badge

INTRO = (
    "A rule base may go wrong in silence: a rule that should fire does not. Here a rule is altered "
    "on purpose, and every promise is asked about again. Nothing of it is advice, and nothing is "
    "kept: the program goes on with the rules as they are."
)
NONE_BREAKS = (
    "No promise breaks. The alteration is not harmless for that: an example of the rule or a "
    "teaching case may still notice it. Promises say what must never happen, not all that should."
)
RULE, HOW = "break", "break_how"
LAYER = of_layer(PROPERTIES, Layer.DOCUMENT)


@lru_cache(maxsize=256)
def _broken(rule: str, mutation_id: str) -> tuple[RuleBook, tuple[Proof, ...]]:
    found = next(each for each in _alterations(rule) if each.id == mutation_id)
    return broken_by(RULEBOOK, found, LAYER)


@lru_cache(maxsize=64)
def _alterations(rule: str) -> tuple[Mutation, ...]:
    """Every alteration of a rule that a rule book can hold."""
    every = mutants(RULEBOOK, RULEBOOK.rule[rule])
    return tuple(each for each in every if altered(RULEBOOK, each) is not None)


def _kept_at(setting: str, among: list[str]) -> int:
    """Where what was chosen the last time stands; the first where that is not on offer."""
    kept = state.setting(setting)
    return among.index(kept) if kept in among else 0


def _keep(setting: str, widget: str) -> None:
    state.save_setting(setting, st.session_state[widget])


def break_a_rule() -> None:
    """Choose a rule and what is done to it; see what no longer holds."""
    st.html(markup.paragraph(INTRO))
    rules = [each.id for each in RULEBOOK.rules]
    rule = st.selectbox(
        "Rule of the document",
        rules,
        index=_kept_at(RULE, rules),
        format_func=lambda name: f"{name}: {RULEBOOK.rule[name].title}",
        key=RULE,
        on_change=_keep,
        args=(RULE, RULE),
    )
    every = {each.id: each for each in _alterations(rule)}
    chosen = st.selectbox(
        "What is done to it",
        list(every),
        index=_kept_at(HOW, list(every)),
        format_func=lambda name: every[name].words,
        key=f"{HOW}_{rule}",
        on_change=_keep,
        args=(HOW, f"{HOW}_{rule}"),
    )
    with st.spinner("Every promise is asked about again."):
        book, proofs = _broken(rule, chosen)
    if not proofs:
        st.html(markup.paragraph(NONE_BREAKS, "cds-note cds-plain"))
        return
    st.html(
        markup.paragraph(
            f"{sentence(counted(len(proofs), 'promise'))} would no longer hold, of {len(LAYER)}.",
            "cds-lead",
        )
    )
    for proof in proofs:
        with st.container(border=True, key=f"broken_{proof.property.id}"):
            st.header(show.escape(proof.property.sentence), anchor=False)
            st.html(f"{badge(proof.state)} {markup.text(proof.property.id)}")
            if proof.state is State.EMPTY:
                st.html(markup.paragraph(nobody(proof)))
            for number, found in enumerate(proof.outcome.against[:1]):
                against(book, proof.property, found, f"broken_{proof.property.id}_{number}")
