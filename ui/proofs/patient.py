"""A patient of whom a property speaks, in words, and a way to look at the patient."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from engine.export.proofs import BESIDES, MATTERS, TURNED
from engine.grammar import facts_text
from engine.profile import findings_of
from engine.property import Property
from engine.rulebook import RuleBook
from engine.verify.outcome import Entries, Found
from engine.verify.story import Said, Story, story
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from ui import markup, state

TAKEN = "proof_patient_taken"


def against(book: RuleBook, property_: Property, found: Found, key: str) -> None:
    """A patient for whom a property does not hold: whom it harms, and what goes wrong."""
    st.html(_story(story(book, property_, found)))
    patient_button(found.entries, property_.id, key)


def example(book: RuleBook, property_: Property, entries: Entries) -> None:
    """A patient of whom a property speaks, and for whom it holds."""
    st.html(markup.small_heading("A patient of whom it speaks") + _list(facts_text(book, entries)))
    patient_button(entries, property_.id, property_.id)


def patient_button(entries: Entries, name: str, key: str) -> None:
    """Take this patient into the profile, where the sound rules say what they say."""
    st.button(
        "Look at this patient",
        icon=":material/person:",
        key=f"proof_take_{key}",
        on_click=_take,
        args=(dict(entries), name),
        help="In the patient profile, with the sound rules, not the altered ones. The patient "
        "before can be brought back there.",
    )


def taken() -> None:
    """That a patient has been taken, and where to."""
    if name := st.session_state.pop(TAKEN, None):
        st.success(
            f"The patient of {name} is in the patient profile now. There the sound rules answer."
        )
        st.page_link("screen_profile.py", label="To the patient profile")


def _take(entries: Entries, name: str) -> None:
    criteria = any(fact not in RULEBOOK.vocabulary.atoms for fact in entries)
    state.replace_patient(
        findings_of(FULL_RULEBOOK.vocabulary, entries),
        f"a patient of {name}",
        layers=FULL_RULEBOOK.layers if criteria else RULEBOOK.layers,
    )
    st.session_state[TAKEN] = name


def _story(found: Story) -> str:
    harm = f"<strong>Whom it would harm.</strong> {markup.text(found.harm)}"
    parts = [
        f'<p class="cds-note cds-stop proof-harm">{harm}</p>',
        markup.small_heading(MATTERS),
        _list(found.matters or ["Nothing is told."]),
        markup.small_heading("What the rules say"),
        _said(found.said),
    ]
    if found.changed:
        parts += [
            markup.small_heading("Then this is told otherwise"),
            _list(found.changed),
            *([markup.small_heading(TURNED), _list(found.turned)] if found.turned else []),
            markup.small_heading("What the rules say then"),
            _said(found.afterwards),
        ]
    parts += [markup.small_heading("What goes wrong"), markup.paragraph(found.wrong)]
    if found.besides:
        parts.append(markup.folded(BESIDES, _list(found.besides)))
    return f'<div class="proof-against">{"".join(parts)}</div>'


def _said(found: Sequence[Said]) -> str:
    if not found:
        return markup.paragraph("Nothing on any drug.")
    return "".join(markup.paragraph(f"{each.words}.") + _list(each.rules) for each in found)


def _list(lines: Sequence[str]) -> str:
    return (
        f'<ul class="cds-items">{"".join(f"<li>{markup.text(each)}</li>" for each in lines)}</ul>'
        if lines
        else ""
    )
