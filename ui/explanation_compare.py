"""The patient beside another one, or beside itself in another reading: differences only."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cases.own import every_case
from cases.play import findings_after
from engine.changes import Changes, changes
from engine.consult import consult
from engine.errors import InputError, Problem
from engine.export.compared import fact_rows, rule_rows, verdict_rows
from engine.facts import within
from engine.trace import RaisedFlag, Trace
from engine.words import sentence
from rules.full import FULL_RULEBOOK
from ui import markup, show, state
from ui.explained import Explained

PREVIOUS, READING, CASE = "previous", "reading", "case:"
HEAD = ("", "This patient", "The other")


@dataclass(frozen=True, slots=True)
class Other:
    """What the patient is compared with."""

    name: str
    trace: Trace | None
    problems: tuple[Problem, ...] = ()


def compare(found: Explained) -> None:
    """Choose what to compare with, and see what differs."""
    options = _options(found)
    chosen = st.selectbox(
        "Compare with",
        list(options),
        index=None,
        format_func=options.__getitem__,
        placeholder="Choose another patient or reading",
        key="compare_with",
    )
    if chosen is None:
        st.html(
            markup.paragraph(
                "Two patients or two readings stand side by side; what is the same is left out."
            )
        )
        return
    other = _other(found, chosen)
    if other is None:
        return
    show.problems(other.problems)
    if other.trace is not None:
        _differences(found, other.name, other.trace)


def _options(found: Explained) -> dict[str, str]:
    options = {}
    if not found.read_only and state.previous() is not None:
        options[PREVIOUS] = "The patient before this one"
    if found.trace.overall_reference is not None:
        options[READING] = "This patient in another reading"
    try:
        cases = every_case()
    except InputError:  # the screen of the cases says what is wrong with them
        cases = ()
    for case in cases:
        options[f"{CASE}{case.id}"] = f"{sentence(case.group.label)}: {case.title}"
    return options


def _other(found: Explained, chosen: str) -> Other | None:
    if chosen == READING:
        return _reading(found)
    if chosen == PREVIOUS:
        before = state.previous()
        if before is None:
            return None
        return _consulted(found, "The patient before", before.answers)
    case = next(case for case in every_case() if f"{CASE}{case.id}" == chosen)
    return _consulted(found, case.title, findings_after(case, len(case.steps) - 1))


def _consulted(found: Explained, name: str, answers: dict[str, object]) -> Other:
    try:
        entries = state.model.read(dict(answers)).entries()
        told = within(found.book.vocabulary, entries)
        return Other(name, consult(found.book, told, found.trace.readings))
    except InputError as error:
        return Other(name, None, error.problems)


def _reading(found: Explained) -> Other:
    """The same patient with one vague word read otherwise."""
    words = {word.id: word for word in FULL_RULEBOOK.vague_words if len(word.options) > 1}
    with st.container(horizontal=True):
        name = st.selectbox(
            "Vague word",
            list(words),
            format_func=lambda each: sentence(words[each].word),
            key="compare_word",
        )
        options = {option.id: option for option in words[name].options}
        now = found.trace.readings.get(name, next(iter(options)))
        others = [option for option in options if option != now]
        option = st.selectbox(
            "Read as",
            others,
            format_func=lambda each: options[each].label,
            key=f"compare_reading_{name}",
        )
    readings = {**found.trace.readings, name: option}
    told = found.trace.entries
    label = f"“{words[name].word}” {options[option].label}"
    return Other(label, consult(found.book, told, readings))


def _differences(found: Explained, name: str, after: Trace) -> None:
    different = changes(found.book, found.trace, after)
    if different.nothing:
        st.html(markup.paragraph("No difference: facts, rules, verdicts and flags are the same."))
        return
    st.header(show.escape(f"This patient beside: {name}"), anchor=False)
    _table("Verdicts that differ", verdict_rows(found.book, different))
    _table("Facts that differ", fact_rows(found.book, different))
    rules = rule_rows(found.book, different)
    if rules:
        with st.expander(f"Rules that come out otherwise ({len(rules)})", key="compare_rules"):
            _table("Rules", rules)
    _flags(different)


def _table(title: str, rows: tuple[tuple[str, str, str], ...]) -> None:
    if rows:
        st.html(markup.table(title, HEAD, rows, stacks=True))


def _flags(different: Changes) -> None:
    def texts(flags: tuple[RaisedFlag, ...]) -> str:
        return markup.rows((markup.BULLET, markup.text(flag.text)) for flag in flags)

    for title, flags in (
        ("Only beside this patient's verdict", different.lowered),
        ("Only beside the other's", different.raised),
    ):
        if flags:
            with st.expander(f"{title} ({len(flags)})", key=f"compare_{title[:16]}"):
                st.html(texts(flags))
