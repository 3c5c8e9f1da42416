"""Break a rule of the document on purpose, and see which promise breaks, and for whom."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from engine.evaluate import evaluate
from engine.export.proofs import nobody
from engine.facts import establish
from engine.grammar import facts_text
from engine.mutant import Mutation
from engine.mutation import mutants
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.altered import altered, broken_by, of_layer
from engine.verify.effects import plainest
from engine.verify.outcome import Entries
from engine.verify.proof import Proof, State
from engine.words import counted, sentence
from rules import RULEBOOK
from rules.properties import PROPERTIES
from ui import markup, show, state
from ui.proofs.patient import against, patient_button
from ui.proofs.proven import badge

INTRO = (
    "A rule base may go wrong in silence: a rule that should fire does not. Here a rule is altered "
    "on purpose, and every promise is asked about again. Nothing of it is advice, and nothing is "
    "kept: the program goes on with the rules as they are."
)
NONE_BREAKS = (
    "No promise breaks, and yet the altered rule does something else for the patient below. An "
    "example of the rule or a teaching case may notice it: promises do not say all that should be."
)
NOTHING_CHANGES = (
    "No promise breaks, and nothing changes for anybody: there is no patient for whom the altered "
    "rule does something else. That is proven; other conditions of the rule say the same."
)
DOES = {Truth.YES: "fires", Truth.NO: "is ruled out", Truth.UNKNOWN: "waits for what is not told"}
RULE, HOW = "break", "break_how"
BEGIN = ("MS-2", "MS-2:drop_condition:when.2:1")
"""What is broken at first: mitoxantrone without a first line tried."""
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


@lru_cache(maxsize=256)
def _told_otherwise(rule: str, mutation_id: str) -> Entries | None:
    """A patient for whom the altered rule does something else; None where there is none."""
    found = next(each for each in _alterations(rule) if each.id == mutation_id)
    return plainest(RULEBOOK, found)


def _kept_at(setting: str, among: list[str], begin: str) -> int:
    """Where what was chosen the last time stands; where that is not on offer, what to begin with.

    The first, where that is not on offer either.
    """
    wanted = (state.setting(setting), begin)
    return next((among.index(each) for each in wanted if each in among), 0)


def _keep(setting: str, widget: str) -> None:
    state.save_setting(setting, st.session_state[widget])


def break_a_rule() -> None:
    """Choose a rule and what is done to it; see what no longer holds."""
    st.html(markup.paragraph(INTRO))
    rules = [each.id for each in RULEBOOK.rules]
    rule = st.selectbox(
        "Rule of the document",
        rules,
        index=_kept_at(RULE, rules, BEGIN[0]),
        format_func=lambda name: f"{name}: {RULEBOOK.rule[name].title}",
        key=RULE,
        on_change=_keep,
        args=(RULE, RULE),
    )
    every = {each.id: each for each in _alterations(rule)}
    chosen = st.selectbox(
        "What is done to it",
        list(every),
        index=_kept_at(HOW, list(every), BEGIN[1]),
        # What tells them apart comes first: a narrow screen shows no more.
        format_func=lambda name: every[name].words.removeprefix("The condition "),
        key=f"{HOW}_{rule}",
        on_change=_keep,
        args=(HOW, f"{HOW}_{rule}"),
    )
    st.html(markup.paragraph(f"{rule}: {every[chosen].words}"))
    with st.spinner("Every promise is asked about again."):
        book, proofs = _broken(rule, chosen)
    if not proofs:
        _no_promise(book, rule, chosen)
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


def _no_promise(book: RuleBook, rule: str, chosen: str) -> None:
    """That no promise breaks: what is different all the same, and for whom."""
    entries = _told_otherwise(rule, chosen)
    if entries is None:
        st.html(markup.paragraph(NOTHING_CHANGES, "cds-note cds-plain"))
        return
    st.html(markup.paragraph(NONE_BREAKS, "cds-note cds-plain"))
    with st.container(border=True, key="break_otherwise"):
        facts = facts_text(RULEBOOK, entries) or ("Nothing is told.",)
        st.html(
            markup.small_heading("Somebody for whom the rule does something else")
            + markup.rows((markup.BULLET, markup.text(fact)) for fact in facts)
            + markup.labelled("As it is:", f"{rule} {_does(RULEBOOK, rule, entries)}.")
            + markup.labelled("Altered:", f"{rule} {_does(book, rule, entries)}.")
        )
        patient_button(entries, rule, "otherwise")


def _does(book: RuleBook, rule: str, entries: Entries) -> str:
    """What a rule does for a patient, and what it concludes where it fires."""
    if rule not in book.rule:
        return "is not there"
    truth = evaluate(book, establish(book.vocabulary, entries).values).proofs[rule].truth
    concludes = f": “{book.rule[rule].then.label}”" if truth is Truth.YES else ""
    return DOES[truth] + concludes
