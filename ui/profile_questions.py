"""The questions of the form: found by a search or a filter, otherwise a section at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from engine.findings import Finding, Section
from engine.grammar import value_text
from engine.profile import entries_of
from ui import (
    findings_shown,
    form,
    markup,
    patient_files,
    profile_entries,
    profile_moves,
    state,
)
from ui.consultation import Consultation
from ui.findings_shown import Overview, Show

_LISTED = "listed"


def questions(found: Consultation, seen: Overview) -> None:
    """The questions: those found by a search or a filter, otherwise a section at a time."""
    st.session_state.setdefault(profile_moves.SHOW, Show.ALL)
    with st.container(horizontal=True, vertical_alignment="bottom", key="find"):
        query = st.text_input(
            "Find a finding",
            key=profile_moves.SEARCH,
            placeholder="e.g. kidney, MDT, refractory",
            icon=":material/search:",
            type="search",
            live=True,
            persist_state="session",
            width=280,
        )
        chosen = st.segmented_control(
            "Show",
            list(Show),
            format_func=lambda option: option.label,
            key=profile_moves.SHOW,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    shown = chosen or Show.ALL
    if (query or "").strip() or shown is not Show.ALL:
        _across_sections(found, seen, (query or "").strip(), shown)
    else:
        _one_section(found, seen)
    _unused(seen)


def _across_sections(found: Consultation, seen: Overview, query: str, shown: Show) -> None:
    fitting = findings_shown.matching(findings_shown.listed(seen, shown), query)
    fitting = _steady((query, shown), fitting, seen)
    number = len(fitting)
    which = "" if shown is Show.ALL else f" {shown.label.lower()}"
    what = f" for “{markup.markdown(query)}”" if query else ""
    with st.container(border=True, key=profile_moves.QUESTIONS):
        st.header(f"{number}{which} finding{'' if number == 1 else 's'}{what}", anchor=False)
        if not fitting:
            st.html(markup.paragraph("Nothing to show. Clear the search, or show all."))
        for section in seen.sections:
            if within := [f for f in fitting if f.section == section.id]:
                st.html(markup.small_heading(section.title))
                _questions(section, within, found)
        st.button("Show all sections", key="show_all", on_click=profile_moves.show_all)


def _steady(
    wanted: tuple[str, Show], fitting: tuple[Finding, ...], seen: Overview
) -> tuple[Finding, ...]:
    """Keep what is listed until the search changes: a question must not vanish when answered."""
    before = st.session_state.get(_LISTED)
    stay = before[1] if before and before[0] == wanted else ()
    kept = tuple(f for f in seen.findings if f in fitting or f.id in stay)
    st.session_state[_LISTED] = (wanted, tuple(finding.id for finding in kept))
    return kept


def _one_section(found: Consultation, seen: Overview) -> None:
    st.session_state.pop(_LISTED, None)
    by_id = {section.id: section for section in seen.sections}
    if st.session_state.get(profile_moves.SECTION) not in by_id:
        kept = state.setting(profile_moves.SECTION)
        st.session_state[profile_moves.SECTION] = kept if kept in by_id else seen.sections[0].id
    st.html(_tallies(found, seen))
    chosen = st.pills(
        "Section",
        list(by_id),
        format_func=lambda section_id: by_id[section_id].title,
        key=profile_moves.SECTION,
        required=True,
        on_change=profile_moves.section_chosen,
        wrap=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    section = by_id[chosen or seen.sections[0].id]
    with st.container(border=True, key=profile_moves.QUESTIONS):
        st.header(section.title, anchor=False)
        st.html(markup.paragraph(section.help, "cds-text cds-muted"))
        _questions(section, seen.within(section), found)
        if calculated := profile_entries.calculated(section, found):
            st.html(calculated)
    _neighbours(seen.sections, section)


def _tallies(found: Consultation, seen: Overview) -> str:
    """How much of each section is answered, and whether something in it is wrong.

    A style, not part of the labels: the browser sends the label of what was chosen, so a label that
    an answer changes would lose a section chosen right after that answer.
    """
    wrong = set(findings_shown.findings_named(state.book().vocabulary, found.problems))
    rules = []
    for place, section in enumerate(seen.sections, 1):
        findings = seen.within(section)
        button = f".st-key-{profile_moves.SECTION} button:nth-of-type({place})"
        told = f"{seen.answered(findings)}/{len(findings)}"
        rules.append(f'{button}::after{{content:"{told}";margin-left:.35em}}')
        if wrong & {finding.id for finding in findings}:
            rules.append(f'{button}::before{{content:"!";margin-right:.35em;font-weight:700}}')
    return f"<style>{' '.join(rules)}</style>"


def _neighbours(sections: tuple[Section, ...], section: Section) -> None:
    place = sections.index(section)
    side: Literal["right", "distribute"] = "right" if place == 0 else "distribute"
    with st.container(horizontal=True, horizontal_alignment=side, key="neighbours"):
        if place > 0:
            before = sections[place - 1]
            st.button(
                markup.markdown(before.title),
                icon=":material/arrow_back:",
                key="before",
                on_click=profile_moves.go,
                args=(before.id,),
            )
        if place + 1 < len(sections):
            after = sections[place + 1]
            st.button(
                f"Next: {markup.markdown(after.title)}",
                icon=":material/arrow_forward:",
                icon_position="right",
                type="primary",
                key="after",
                on_click=profile_moves.go,
                args=(after.id,),
            )


def _questions(section: Section, findings: Sequence[Finding], found: Consultation) -> None:
    """Questions of one section, side by side where there is room."""
    entries = profile_entries.entries(findings, found)
    with st.container(key=f"grid_{section.id}"):
        for finding in findings:
            form.question(finding, entries[finding.id], _answered, _unit_chosen)


def _unused(seen: Overview) -> None:
    """Answers that stay, though the question makes no sense for this diagnosis."""
    if not seen.unused:
        return
    profile = state.consultation().profile
    with st.expander(f"Kept, but not used for this diagnosis ({len(seen.unused)})", key="unused"):
        for finding in seen.unused:
            for atom, value in entries_of(finding, profile.told()[finding.id]).items():
                told = state.book().vocabulary.atoms[atom]
                st.html(markup.labelled(f"{told.label}:", value_text(told, value)))


def _answered(field: str, raw: object) -> None:
    patient_files.forget_messages()
    state.set_answer(field, raw)


def _unit_chosen(field: str, unit: object) -> None:
    state.save_setting("units", {**state.setting("units", {}), field: unit})
