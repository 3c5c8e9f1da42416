"""The ledger of vague words: which readings are on offer, and what another one would change."""

from __future__ import annotations

import json
from functools import lru_cache

import streamlit as st

from cases.load import library
from cases.play import findings_after
from engine.consult import consult
from engine.errors import InputError
from engine.readings import chosen_readings, read_otherwise
from engine.source import VagueWord
from engine.trace import Trace
from engine.words import sentence
from rules.full import FULL_RULEBOOK
from ui import markup, state
from ui.consultation import MODEL
from ui.keeping import uninterrupted
from ui.widget_keys import key_for

INTRO = (
    "The document gives no number for these. Its own verdict always reads them as the clinician "
    "judges; another reading gives a row of its own beside it."
)


def vague_words(trace: Trace | None) -> None:
    """Every vague word with its readings; what a choice changes is shown at once."""
    st.header("Vague words", anchor=False)
    st.html(markup.paragraph(INTRO))
    if not state.criteria_on():
        st.info(
            "Readings by criteria need published criteria beside the document: switch them on in "
            "the patient profile."
        )
    for word in FULL_RULEBOOK.vague_words:
        _word(word)
    if state.criteria_on() and chosen_readings(FULL_RULEBOOK, state.patient().readings):
        _changes(trace)


def _word(word: VagueWord) -> None:
    rules = FULL_RULEBOOK.rules_for[word.concept.id]
    document = ", ".join([*(r.id for r in rules if r.layer is word.concept.layer), *word.cites])
    with st.container(border=True, key=f"word_{word.id}"):
        st.html(
            f'<h3 class="cds-title">{markup.text(sentence(word.word))}</h3>'
            f"{markup.paragraph(word.says)}"
            f'<p class="cds-text cds-small cds-muted">{markup.text(document)}</p>'
        )
        options = {option.id: option for option in word.options}
        now = state.patient().readings.get(word.id, word.options[0].id)
        if len(options) > 1 and state.criteria_on():
            key = key_for(f"reading_{word.id}", lambda shown: shown == now)
            st.selectbox(
                f"How “{markup.markdown(word.word)}” is read",
                list(options),
                index=list(options).index(now) if now in options else 0,
                format_func=lambda name: sentence(options[name].label),
                key=key,
                on_change=uninterrupted,
                args=(lambda: state.choose_reading(word.id, st.session_state[key]),),
            )
        st.html(
            markup.rows(
                (
                    markup.BULLET,
                    (
                        f"<strong>{markup.text(sentence(option.label))}.</strong> "
                        f"{markup.text(option.consequence)} "
                        f'<span class="cds-muted cds-small">{markup.text(_basis(option))}</span>'
                    ),
                )
                for option in word.options
            )
        )


def _basis(option: object) -> str:
    cites, confidence = getattr(option, "cites", ()), getattr(option, "confidence", None)
    return "" if confidence is None else f"({', '.join(cites)}; {confidence.label})"


def _changes(trace: Trace | None) -> None:
    """What the chosen readings change for the patient and for the teaching cases."""
    st.header("What this changes", anchor=False)
    if trace is not None and trace.overall_reference is not None:
        reread = read_otherwise(FULL_RULEBOOK, trace, state.patient().readings)
        if reread is not None:
            st.html(
                '<p class="cds-text"><strong>Current patient.</strong> The document: '
                f"{markup.kind_badge(trace.overall.kind)} Read so: "
                f"{markup.kind_badge(reread.verdict.kind)}</p>"
                + markup.rows(
                    (
                        markup.BULLET,
                        markup.text(
                            f"“{read.word.word}”: {read.judged.value} as the clinician judges, "
                            f"{read.read.value} {read.option.label}"
                        ),
                    )
                    for read in reread.changed
                )
            )
    rows = cases_changed(json.dumps(state.patient().readings, sort_keys=True))
    head = ("Case", "The document", "Read so")
    caption = f"{len(rows)} teaching cases come out otherwise at their end"
    st.html(markup.table(caption, head, rows, scrolls=True))


@lru_cache(maxsize=32)
def cases_changed(readings: str) -> tuple[tuple[str, str, str], ...]:
    """The cases whose verdict at their end is another under these readings (as JSON)."""
    chosen = json.loads(readings)
    changed = []
    try:
        cases = library()
    except InputError:  # the screen of the cases says what is wrong with them
        return ()
    for case in cases:
        profile = MODEL.read(findings_after(case, len(case.steps) - 1))
        trace = consult(FULL_RULEBOOK, profile.entries(), chosen)
        reread = read_otherwise(FULL_RULEBOOK, trace, chosen)
        if reread is not None and reread.verdict.kind is not trace.overall.kind:
            changed.append((case.title, trace.overall.kind.label, reread.verdict.kind.label))
    return tuple(changed)
