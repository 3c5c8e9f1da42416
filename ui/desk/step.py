"""One step of the draft: its story, what it tells, its question, and the point to take away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cases.draft import LEAST_OPTIONS, LEAST_STEPS, MOST_OPTIONS, MOST_STEPS
from cases.draft_edit import (
    Place,
    add_option,
    add_step,
    at,
    move_step,
    options_of,
    remove_option,
    remove_step,
    steps_of,
)
from cases.model import ABOUT_A_DRUG
from engine.trace import Kind
from engine.words import sentence
from rules.concepts import Drug
from ui.desk import answer, beside, fields, kept
from ui.desk import findings as desk_findings
from ui.desk.desk import Desk

DRUGS = {drug.value: sentence(drug.label) for drug in Drug}
NO_DRUG = {"": "No drug in particular"}
TAKES_A_DRUG = frozenset(kind.value for kind in ABOUT_A_DRUG)


def step(desk: Desk, number: int) -> None:
    """A step (counted from 0) with all that belongs to it."""
    place = f"step {number + 1}"
    with st.container(border=True, key="desk_step"):
        st.header(f"Step {number + 1} of {len(steps_of(desk.draft))}", anchor=False)
        _moves(desk, number)
        fields.beneath(desk.looked, place)
        fields.line(desk, ("steps", number, "title"), "Title of the step")
        fields.paragraphs(
            desk, ("steps", number, "story"), "Story", "What happens, in two to four sentences."
        )
    with st.container(border=True, key="desk_findings"):
        st.header("What is told", anchor=False)
        desk_findings.told(desk, number)
    with st.container(border=True, key="desk_question"):
        st.header("The question", anchor=False)
        fields.line(
            desk, ("steps", number, "question", "prompt"), "Question", "", f"{place}, question"
        )
        beside.whose(desk, number)
        _options(desk, number)
    with st.container(border=True, key="desk_beside"):
        st.header("Asked beside the verdict", anchor=False)
        beside.choices(desk, number)
    with st.container(border=True, key="desk_point"):
        st.header("To take from this step", anchor=False)
        fields.paragraphs(desk, ("steps", number, "point"), "Point", "Shown after the answer.")


def _moves(desk: Desk, number: int) -> None:
    """Up, down, remove."""
    steps = len(steps_of(desk.draft))
    with st.container(horizontal=True, key="desk_step_moves"):
        for label, icon, key, by in (
            ("Move up", ":material/arrow_upward:", "desk_step_up", -1),
            ("Move down", ":material/arrow_downward:", "desk_step_down", 1),
        ):
            there = number + by
            st.button(
                label,
                icon=icon,
                key=key,
                disabled=not 0 <= there < steps,
                on_click=kept.change,
                args=(desk.move, partial(move_step, number=number, by=by), kept.part_of(there)),
            )
        st.button(
            "Remove this step",
            icon=":material/delete:",
            key="desk_step_remove",
            disabled=steps <= LEAST_STEPS,
            help=f"A case has at least {LEAST_STEPS} steps." if steps <= LEAST_STEPS else None,
            on_click=kept.change,
            args=(
                desk.move,
                partial(remove_step, number=number),
                kept.part_of(max(number - 1, 0)),
            ),
        )


def add(desk: Desk) -> None:
    """One more step, where there is room."""
    steps = len(steps_of(desk.draft))
    full = steps >= MOST_STEPS
    st.button(
        "Add a step",
        icon=":material/add:",
        key="desk_step_add",
        disabled=full,
        help=f"A case has at most {MOST_STEPS} steps." if full else None,
        on_click=kept.change,
        args=(desk.move, add_step, kept.part_of(steps)),
    )


def _options(desk: Desk, number: int) -> None:
    """The answers on offer, and beside them what the rules answer."""
    offered = options_of(steps_of(desk.draft)[number])
    for place in range(len(offered)):
        _option(desk, number, place, removable=len(offered) > LEAST_OPTIONS)
    fields.beneath(desk.looked, f"step {number + 1}, question, options")
    full = len(offered) >= MOST_OPTIONS
    st.button(
        "Add an option",
        icon=":material/add:",
        key="desk_option_add",
        disabled=full,
        help=f"A question has at most {MOST_OPTIONS} options." if full else None,
        on_click=kept.change,
        args=(desk.move, partial(add_option, step=number)),
    )
    answer.box(desk, number)


def _option(desk: Desk, number: int, place: int, *, removable: bool) -> None:
    where: Place = ("steps", number, "question", "options", place)
    with st.container(key=f"desk_option_{place}", gap="xsmall"):
        fields.line(desk, (*where, "text"), f"Option {place + 1}")
        with st.container(key=f"desk_option_row_{place}"):
            with st.container(gap="xxsmall"):
                fields.choice(
                    desk,
                    (*where, "verdict"),
                    f"Option {place + 1}: verdict",
                    _verdicts(desk, where),
                )
            if _names_a_drug(desk, where):
                with st.container(gap="xxsmall"):
                    fields.choice(
                        desk, (*where, "drug"), f"Option {place + 1}: drug", {**NO_DRUG, **DRUGS}
                    )
            if removable:
                st.button(
                    f"Remove option {place + 1}",
                    icon=":material/close:",
                    key=f"desk_option_remove_{place}",
                    type="tertiary",
                    on_click=kept.change,
                    args=(desk.move, partial(remove_option, step=number, number=place)),
                )
        fields.beneath(desk.looked, f"step {number + 1}, question, option {place + 1}")
        if place in desk.answers[number].right:
            st.html(answer.THE_RULES)


def _verdicts(desk: Desk, where: Place) -> dict[str, str]:
    """The verdicts in the words of the layer that the question asks."""
    asked = at(desk.draft, (*where[:3], "layer"), "")
    return {kind.value: kind.said_by(str(asked)) for kind in Kind}


def _names_a_drug(desk: Desk, where: Place) -> bool:
    """Whether an option may name a drug, or does."""
    verdict, drug = (at(desk.draft, (*where, key)) for key in ("verdict", "drug"))
    return bool(drug) or str(verdict) in TAKES_A_DRUG
