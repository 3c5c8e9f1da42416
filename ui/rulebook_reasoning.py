"""What stands beside the rules: vague words, silences, glossary, and how the program reasons."""

from __future__ import annotations

import streamlit as st

from engine.explain import Status
from engine.rule import Layer
from engine.trace import Kind
from engine.words import and_list
from rules.full import FULL_RULEBOOK
from ui import markup, show

THREE_VALUES = (
    "Every finding is yes, no, or unknown. Unknown is not no: a rule waits for what is unknown, "
    "and is blocked only by what is known to be otherwise."
)
CHAIN = (
    "From the findings follow named concepts (severe disease, disease that threatens life), from "
    "the concepts advice on each drug, and from the advice exactly one verdict on each drug."
)
CONCEPTS = (
    "A concept is yes when a rule for it fires, no when every rule for it is blocked, and unknown "
    "otherwise. So the order in which rules fire cannot change a result."
)
TWO_ENGINES = (
    "Two engines reason independently: one chains the rules forward, the other evaluates every "
    "condition. Unless they agree on every rule and concept, no advice is shown."
)
LAYERS = (
    "The document's rules say what the document says, and nothing else; its vague words are read "
    "as the clinician judges them. Rules from published criteria form a second layer, always "
    "marked as such, switched on or off as a whole, and never mixed with the first."
)
PRINCIPLES = (THREE_VALUES, CHAIN, CONCEPTS, TWO_ENGINES)
KINDS = {
    Kind.MAY_BE_CONSIDERED: "A rule for it fired. It is a question for the team, not a decision.",
    Kind.NOT_INDICATED: "A rule against it fired. The document reserves the drug for others.",
    Kind.EXCLUDED_OR_PAUSED: "It might be considered, if a safety rule did not stand against it.",
    Kind.NOT_ENOUGH_DATA: "Nothing speaks for or against it yet; what is missing is named.",
    Kind.OUTSIDE_DOCUMENT: "The document does not speak of this drug for this disease.",
    Kind.DOCUMENT_AMBIGUOUS: "Its sentences point both ways, or leave open whether they apply.",
}


def silences() -> None:
    """What the document leaves unsaid."""
    st.header("What the document does not say", anchor=False)
    st.html(markup.paragraph("No rule speaks of these. Silence is neither permission nor a no."))
    show.notes(FULL_RULEBOOK.silences)


def glossary() -> None:
    """The document's terms."""
    st.header("Glossary", anchor=False)
    show.notes(FULL_RULEBOOK.glossary)


def how_it_reasons() -> None:
    """Truth, layers, and what the words for rules and verdicts mean."""
    st.header("How it reasons", anchor=False)
    st.html(markup.rows((markup.BULLET, markup.text(words)) for words in PRINCIPLES))
    st.header("What becomes of a rule", anchor=False)
    st.html(
        markup.rows(
            (markup.BULLET, f"{markup.status_badge(s)} {markup.text(s.help)}") for s in Status
        )
    )
    st.header("What a verdict can be", anchor=False)
    st.html(
        markup.rows(
            (markup.BULLET, f"{markup.kind_badge(k)} {markup.text(w)}") for k, w in KINDS.items()
        )
    )
    st.header("Layers", anchor=False)
    present = and_list(layer.label for layer in Layer if layer in FULL_RULEBOOK.layers)
    st.html(markup.paragraph(LAYERS) + markup.labelled("In this rule book:", present))
    st.html(
        f'<p class="cds-text cds-hash"><strong>SHA-256 of its content:</strong> '
        f"{markup.text(FULL_RULEBOOK.content_hash)}</p>"
    )
