"""What a question asks besides its options: whose verdict, what to ask next, which flags."""

from __future__ import annotations

import streamlit as st

from cases.beside_verdict import FLAGS, NEXT
from cases.draft import layers_of
from cases.draft_edit import steps_of, table_of
from engine.rule import Layer
from engine.words import sentence
from rules.full import book_for
from ui import markup
from ui.desk import fields
from ui.desk.desk import Desk

NOTE = (
    "Both may stay empty. Which choices are right is never written: the rules are asked. Offer "
    "some that are right and some that are not."
)


def whose(desk: Desk, number: int) -> None:
    """Whose verdict a step asks, where there are two."""
    layers = layers_of(desk.draft)
    if Layer.REFERENCE in layers:
        path = ("steps", number, "question", "layer")
        words = {layer.value: sentence(layer.label) for layer in layers}
        fields.choice(desk, path, "Whose verdict is asked", words, "Left open: the document's.")


def choices(desk: Desk, number: int) -> None:
    """The findings and the flags that a step offers."""
    book = book_for(layers_of(desk.draft))
    known = table_of(steps_of(desk.draft)[number], "reveals")
    findings = {each.id: each.label for each in book.vocabulary.findings if each.id not in known}
    flags = {flag.id: f"{flag.label}: {flag.text}" for flag in book.flags}
    st.html(markup.paragraph(NOTE, "cds-text cds-muted"))
    path = ("steps", number, "question")
    fields.several(desk, (*path, "next"), NEXT, findings, "Two to five findings.")
    fields.several(desk, (*path, "flags"), FLAGS, flags, "Two to six flags.")
