"""How far a draft has come: what is still missing, what is wrong, and in which part."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cases.draft_edit import steps_of
from cases.draft_faults import is_missing
from engine.errors import Problem
from engine.words import sentence
from ui import markup
from ui.desk import kept
from ui.desk.desk import Desk

SOUND = "Nothing is missing, and the rules answer as the case says."


def badges(desk: Desk) -> str:
    """In short: which draft this is, and what is still to be done."""
    missing = sum(map(is_missing, desk.looked.faults))
    wrong = len(desk.looked.faults) - missing
    parts = [markup.badge("", f"Draft: {desk.draft.get('id') or 'no id'}", "plain")]
    parts += [markup.badge("○", f"{missing} still missing", "open")] if missing else []
    parts += [markup.badge("!", f"{wrong} to mend", "stop")] if wrong else []
    parts += [] if desk.looked.faults else [markup.badge("✓", "complete", "good")]
    return f'<p class="cds-badges">{" ".join(parts)}</p>'


def listed(desk: Desk) -> None:
    """Every fault, what is wrong before what is missing."""
    faults = desk.looked.faults
    if not faults:
        st.html(markup.paragraph(SOUND))
        return
    wrong = [fault for fault in faults if not is_missing(fault)]
    missing = [fault for fault in faults if is_missing(fault)]
    with st.container(key="desk_problems", gap="xsmall"):
        if wrong:
            st.html(
                '<div class="cds-note cds-stop" role="status"><h2 class="cds-title">To mend</h2>'
                f"{rows(wrong)}</div>"
            )
        if missing:
            st.html(markup.folded(f"Still missing ({len(missing)})", rows(missing)))


def tallies(desk: Desk) -> str:
    """How many faults each part has, beside its name.

    A style, not part of the labels: a label that an entry changes would lose a part chosen right
    after that entry.
    """
    rules = []
    for place, part in enumerate(parts(desk), 1):
        number = sum(_is_in(fault, part) for fault in desk.looked.faults)
        if number:
            button = f".st-key-{kept.PART} button:nth-of-type({place})"
            rules.append(f'{button}::after{{content:"{number}";margin-left:.4em}}')
    return f"<style>{' '.join(rules)}</style>"


def parts(desk: Desk) -> dict[str, str]:
    """The parts that a draft is written in, with their labels."""
    steps = {kept.part_of(n): f"Step {n + 1}" for n in range(len(steps_of(desk.draft)))}
    return {kept.ABOUT: "About the case", **steps}


def _is_in(fault: Problem, part: str) -> bool:
    first = fault.field.partition(", ")[0]
    if part == kept.ABOUT:
        return not first.startswith("step ")
    return first == f"step {int(part.rpartition('_')[2]) + 1}"


def _place(fault: Problem) -> str:
    return f"{sentence(fault.field) or 'The case'}:"


def rows(faults: Sequence[Problem]) -> str:
    """Each fault with its place, what is wrong, and the mend."""
    return markup.rows(
        (
            markup.BULLET,
            markup.labelled(_place(fault), f"{fault.wrong} {fault.mend}"),
        )
        for fault in faults
    )
