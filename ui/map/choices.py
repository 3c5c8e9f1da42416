"""What the map is about: disease, layer, drug, two or three findings, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from engine.conditions import Value
from engine.deciding import named_diagnoses
from engine.errors import InputError, Problem
from engine.facts import within
from engine.rule import Layer
from engine.words import sentence
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from ui import markup, state
from ui.map import kept
from ui.map.drawn import Asked, key_of, offers
from ui.map.kept import AXES, DISEASE, DRUG, LAYER, WHOEVER

DIAGNOSIS = FULL_RULEBOOK.vocabulary.diagnosis
NO_THIRD = "none"
THIS_PATIENT, ANYBODY = "this_patient", "whoever"
MODES = {THIS_PATIENT: "This patient", ANYBODY: "Whoever it may be"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The map that was chosen; ``disease_of_patient`` is None while that is not known."""

    asked: Asked
    disease: str
    disease_of_patient: str | None


def choose() -> Chosen | None:
    """Ask for everything; None while there is no disease.

    Raises InputError where the layer has nothing on the disease.
    """
    told = state.consultation().profile.entries()
    with st.container(border=True, key="map_choices"):
        left, middle, right = st.columns(3)
        with left:
            disease = _disease(told)
        with middle:
            layer = _layer()
        criteria = layer is Layer.REFERENCE or state.criteria_on()
        if disease is None:
            return None
        with right:
            drug = _drug(criteria, layer, disease)
        names = offers(criteria, layer, drug, disease)
        axes = _axes(criteria, names)
        whoever = _whoever()
    book = FULL_RULEBOOK if criteria else RULEBOOK
    entries = {**within(book.vocabulary, told), DIAGNOSIS.id: disease}
    mine = told.get(DIAGNOSIS.id)
    return Chosen(
        Asked(criteria, layer, drug, key_of(entries), axes, whoever),
        disease,
        None if mine is None else str(mine),
    )


def _disease(told: dict[str, Value]) -> str | None:
    options = {str(option.value): str(option.label) for option in DIAGNOSIS.options}
    mine = None if DIAGNOSIS.id not in told else str(told[DIAGNOSIS.id])
    kept_one = kept.chosen(DISEASE)
    now = kept_one if kept_one in options else mine
    # The patient's own disease is not kept: the map goes along when the patient changes.
    found: str | None = st.selectbox(
        "Disease",
        list(options),
        index=list(options).index(now) if now is not None else None,
        format_func=lambda name: sentence(options[name]),
        placeholder="Choose a disease",
        **kept.widget(DISEASE, now, lambda value: None if value == mine else value),
    )
    return found


def _layer() -> Layer:
    now = kept.chosen(LAYER)
    layers = [layer.value for layer in Layer]
    now = now if now in layers else Layer.DOCUMENT.value
    found = st.selectbox(
        "Verdicts of",
        layers,
        index=layers.index(now),
        format_func=lambda name: sentence(Layer.of(name).label),
        **kept.widget(LAYER, now),
    )
    return Layer.of(found)


def _drug(criteria: bool, layer: Layer, disease: str) -> str:
    book = FULL_RULEBOOK if criteria else RULEBOOK
    named = named_diagnoses(book, layer)
    drugs = {drug.value: drug for drug in book.drugs if disease in named[drug.value]}
    if not drugs:
        about = DIAGNOSIS.options.of(disease).label
        wrong = f"No drug is named for {about} by {layer.label}: there is nothing to map."
        raise InputError(Problem(DIAGNOSIS.id, wrong, "Choose another disease, or other verdicts."))
    now = kept.chosen(DRUG)
    now = now if now in drugs else next(iter(drugs))
    found: str = st.selectbox(
        "Drug",
        list(drugs),
        index=list(drugs).index(now),
        format_func=lambda name: sentence(drugs[name].label),
        **kept.widget(DRUG, now),
    )
    return found


def _axes(criteria: bool, names: Sequence[str]) -> tuple[str, ...]:
    """The findings down, across and, if wanted, for each table; each can be chosen once."""
    atoms = (FULL_RULEBOOK if criteria else RULEBOOK).vocabulary.atoms
    titles = ("Finding down", "Finding across", "A table for each (optional)")
    found: list[str] = []
    columns = st.columns(3)
    for at, (place, title, column) in enumerate(zip(AXES, titles, columns, strict=True)):
        left = [name for name in names if name not in found]
        if place == AXES[2]:
            left, wanted = [NO_THIRD, *left], NO_THIRD
        else:
            wanted = names[at] if names[at] in left else left[0]
        now = kept.chosen(place)
        now = now if now in left else wanted
        with column:
            value = st.selectbox(
                title,
                left,
                index=left.index(now),
                format_func=lambda name: "None" if name == NO_THIRD else atoms[name].label,
                **kept.widget(place, now),
            )
        if value != NO_THIRD:
            found.append(value)
    return tuple(found)


def _whoever() -> bool:
    now = ANYBODY if kept.chosen(WHOEVER) else THIS_PATIENT
    found = st.segmented_control(
        "Everything else",
        list(MODES),
        default=now,
        format_func=lambda name: MODES[name],
        required=True,
        help=markup.markdown(
            "This patient: as told in the profile. Whoever it may be: in any way, or not at all."
        ),
        **kept.widget(WHOEVER, now, lambda value: value == ANYBODY),
    )
    return (found or now) == ANYBODY
