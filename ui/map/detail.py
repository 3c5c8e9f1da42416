"""One combination of the map: its verdict, the rules that decide it, and the patient in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import streamlit as st

from engine.conditions import Value
from engine.errors import InquiryError
from engine.export.map_words import follows_text, place_text, region_text
from engine.grammar import value_text
from engine.inquiry.decision_map import patient_in
from engine.inquiry.goal import VerdictIs
from engine.inquiry.map_model import Cell, DecisionMap
from engine.profile import findings_of
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Verdict
from ui import card, inquiries, markup, show, state
from ui.inquiries import About
from ui.map import anybody, kept
from ui.map.drawn import Asked

CELL = "cell"
MOST_CARDS = 12
"""The most rules that are shown in full; the rest are named."""


def one_combination(asked: Asked, found: DecisionMap) -> None:
    """Choose a combination, and look at it; the patient's own to begin with."""
    with st.container(border=True, key="map_cell"):
        st.header("One combination", anchor=False)
        cell = found.cell(tuple(_places(found)))
        _shown(asked, found, cell)


def _places(found: DecisionMap) -> list[int]:
    places = []
    for axis, column in zip(found.axes, st.columns(len(found.axes)), strict=True):
        texts = [region_text(axis, (at,)) for at in range(len(axis.regions))]
        name = f"{CELL}_{axis.finding.id}"
        now = kept.chosen(name)
        now = now if now in texts else texts[axis.here]
        with column:
            text = st.selectbox(
                axis.finding.label,
                texts,
                index=texts.index(now),
                **kept.widget(name, now, _unless(texts[axis.here])),
            )
        places.append(texts.index(text))
    return places


def _unless(own: str) -> Callable[[Any], Any]:
    """The patient's own region is not kept: it goes along when the patient changes."""
    return lambda value: None if value == own else value


def _shown(asked: Asked, found: DecisionMap, cell: Cell) -> None:
    if not cell.kinds:
        st.html(f'<p class="cds-text"><strong>Cannot be.</strong> {markup.text(cell.why)}</p>')
        return
    if found.whoever:
        entries = anybody.possible(asked, found, cell)
    else:
        entries = patient_in(asked.book, found, cell.places)
        _verdict(asked, found, cell, entries)
        _differs(found, cell)
    _open_it(asked, found, cell, entries)


def _verdict(asked: Asked, found: DecisionMap, cell: Cell, entries: dict[str, Value]) -> None:
    """What both engines say of the patient of a cell, and the rules that decide."""
    trace = inquiries.trace_of(About(asked.criteria, json.dumps(entries, sort_keys=True), "{}"))
    verdict: Verdict = VerdictIs(found.layer, found.drug.value, frozenset(Kind)).verdict(trace)
    if cell.kinds != (verdict.kind,):
        raise InquiryError(f"The map has {cell.kinds} where the rules come to {verdict.kind}.")
    st.html(
        f'<p class="cds-text">{markup.kind_badge(verdict.kind, verdict.label)}</p>'
        + markup.paragraph(show.verdict_text(asked.book, verdict), "cds-lead")
    )
    if follows := follows_text(asked.book, cell):
        st.html(markup.paragraph(follows, "cds-text cds-muted"))
    _rules(asked.book, cell)


def _rules(book: RuleBook, cell: Cell) -> None:
    rules = [book.rule[name] for name in cell.rules]
    if not rules:
        return
    waits = Kind.NOT_ENOUGH_DATA in cell.kinds
    heading = "Rules that wait, or hold it open" if waits else "The rules that decide"
    cards = "".join(
        markup.folded(f"{rule.id}: {rule.title}", card.rule_card(book, rule, sentences=False))
        for rule in rules[:MOST_CARDS]
    )
    more = [f"{rule.id}: {rule.title}" for rule in rules[MOST_CARDS:]]
    rest = markup.rows((markup.BULLET, markup.text(each)) for each in more)
    st.html(markup.small_heading(heading) + cards + rest)


def _differs(found: DecisionMap, cell: Cell) -> None:
    """What is told otherwise than of the patient."""
    if cell is found.here:
        st.html(markup.paragraph("This is where the patient is.", "cds-text"))
        return
    changed = [
        (
            axis.finding.label,
            value_text(axis.finding, axis.now),
            region_text(axis, (at,)),
        )
        for axis, at in zip(found.axes, cell.places, strict=True)
        if at != axis.here
    ]
    head = ("Finding", "This patient", "Here")
    st.html(markup.table("What differs from the patient", head, changed, stacks=True))


def _open_it(asked: Asked, found: DecisionMap, cell: Cell, entries: dict[str, Value]) -> None:
    own = not found.whoever and cell is found.here and _is_the_patient(asked, entries)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Try this patient",
            icon=":material/person:",
            key="map_take",
            on_click=_take,
            args=(asked, found, cell, entries),
            disabled=own,
            help="The patient before can be brought back in the patient profile.",
        )
        st.page_link("screen_profile.py", label="To the patient profile", icon=":material/edit:")


def _is_the_patient(asked: Asked, entries: dict[str, Value]) -> bool:
    told = state.consultation().profile.entries()
    return entries == {n: v for n, v in told.items() if n in asked.book.vocabulary.atoms}


def _take(asked: Asked, found: DecisionMap, cell: Cell, entries: dict[str, Value]) -> None:
    """Make it the patient; what the layers in force do not ask stays on a map of this patient."""
    known = asked.book.vocabulary.by_id
    answers = state.patient().answers
    elsewhere = {} if found.whoever else {n: raw for n, raw in answers.items() if n not in known}
    told = elsewhere | findings_of(asked.book.vocabulary, entries)
    # Asked of published criteria, the patient is to be looked at by them too.
    layers = tuple(Layer) if found.layer is Layer.REFERENCE else None
    title = f"a combination of the map ({place_text(found, cell)})"
    state.replace_patient(told, title, state.patient().readings, layers)
    for axis in found.axes:
        kept.choose(f"{CELL}_{axis.finding.id}", None)
    back = "Load, in the patient profile, brings the one before back."
    st.toast(f"It is the patient now. {back}", icon=":material/person:")
