"""The screen *Monitoring plan*: what is measured around a regimen, by day, and what comes first."""

from __future__ import annotations

from datetime import date

import streamlit as st

from engine.conditions import Value
from engine.export import as_markdown
from engine.export.plan_report import HEAD, plan_cells, plan_report, plan_verdict, verdict_lines
from engine.plan import (
    PlanRow,
    beyond_thresholds,
    monitoring_plan,
    planned_drugs,
    regimens_for,
    still_to_measure,
)
from engine.plan_items import Regimen
from engine.trace import Trace
from engine.words import sentence
from rules.full import FULL_RULEBOOK
from ui import markup, show, state

INTRO = (
    "Close monitoring in tests and dates, from published schedules. A plan orders nothing: it "
    "shows what a regimen would bring with it."
)
SWITCHED_OFF = (
    "Published criteria are switched off: the plan cannot say whether they speak against the drug "
    "for this patient, and knows only what the document asks."
)
CONTRADICTION = "No verdict is shown while the answers contradict each other."


def render() -> None:
    """Regimen and start, what has to be measured first, and the whole plan."""
    st.title("Monitoring plan", anchor=False)
    st.html(markup.paragraph(INTRO))
    trace = state.consultation().trace
    known = {} if trace is None else {fact.finding: fact.value for fact in trace.facts}
    regimen, start = _chosen(known.get("diagnosis") == "multiple_sclerosis")
    rows = monitoring_plan(FULL_RULEBOOK, known, regimen, start)
    if not state.patient().is_empty:
        _patient(trace, regimen, known)
    st.html(markup.paragraph(f"{regimen.days_text} {regimen.total_text}".strip()))
    _first(rows)
    with st.container(border=True):
        st.header("The whole plan", anchor=False)
        st.html(
            markup.table(
                f"{len(rows)} entries for {regimen.label}; day 0 is the first dose",
                HEAD,
                [plan_cells(row) for row in rows],
                stacks=True,
            )
        )
    told = None if state.patient().is_empty else trace
    report = plan_report(FULL_RULEBOOK, regimen, rows, told)
    st.download_button(
        "Save as Markdown",
        data=as_markdown(report),
        file_name="monitoring-plan.md",
        mime="text/markdown",
        icon=":material/download:",
        on_click="ignore",
    )


def _chosen(sclerosis: bool) -> tuple[Regimen, date | None]:
    drugs = {drug.value: drug for drug in planned_drugs(FULL_RULEBOOK)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        drug = st.selectbox(
            "Drug",
            list(drugs),
            index=list(drugs).index("mitoxantrone") if sclerosis else 0,
            format_func=lambda name: sentence(drugs[name].label),
            key="plan_drug",
            width=220,
        )
        regimens = {regimen.id: regimen for regimen in regimens_for(FULL_RULEBOOK, drug)}
        name = st.selectbox(
            "Regimen",
            list(regimens),
            format_func=lambda regimen: sentence(regimens[regimen].label),
            key=f"plan_regimen_{drug}",
            width=420,
        )
        start = st.date_input(
            "First dose (optional)", value=None, key="plan_start", format="YYYY-MM-DD", width=200
        )
    return regimens[name], start if isinstance(start, date) else None


def _patient(trace: Trace | None, regimen: Regimen, known: dict[str, Value]) -> None:
    """What published criteria say of the drug for this patient, and what is beyond a threshold."""
    with st.container(border=True, key="plan_patient"):
        st.header("For this patient", anchor=False)
        verdict = None if trace is None else plan_verdict(trace, regimen)
        if trace is None:
            st.html(markup.paragraph(CONTRADICTION))
        elif verdict is None:
            st.html(markup.paragraph(SWITCHED_OFF))
            st.page_link(
                "screen_profile.py",
                label="Switch them on in the patient profile",
                icon=":material/person:",
            )
        else:
            _, *rest = verdict_lines(FULL_RULEBOOK, verdict)
            badge = markup.kind_badge(verdict.kind, show.kind_label(verdict))
            drug = show.drug_name(FULL_RULEBOOK, verdict.drug)
            st.html(
                f'<p class="cds-text">{badge} <span class="cds-muted">{markup.text(drug)}, by '
                f"published criteria</span></p>"
                + markup.paragraph(show.verdict_text(FULL_RULEBOOK, verdict), "cds-lead")
                + "".join(markup.paragraph(line, "cds-text cds-small cds-muted") for line in rest)
            )
        if beyond := beyond_thresholds(FULL_RULEBOOK, known, regimen):
            mark = '<span class="cds-mark cds-stop" aria-hidden="true">!</span>'
            st.html(
                '<div class="cds-note cds-stop"><h3 class="cds-h">Known, and beyond a threshold'
                f"</h3>{markup.rows((mark, markup.text(text)) for text in beyond)}</div>"
            )


def _first(rows: tuple[PlanRow, ...]) -> None:
    """What must be measured before the first dose, and what is settled already."""
    missing = still_to_measure(rows)
    with st.container(border=True):
        st.header("To be measured first", anchor=False)
        if not missing:
            st.html(markup.paragraph("Each point before the first dose is answered."))
        st.html(
            markup.rows(
                (
                    markup.BULLET,
                    f"<strong>{markup.text(row.what)}</strong> – {markup.text(row.why)}"
                    + (f" (so far: {markup.text(row.known)})" if row.known else ""),
                )
                for row in missing
            )
            or markup.paragraph("")
        )
        known = [row for row in rows if row.settled]
        if known:
            entries = ((markup.BULLET, markup.text(f"{r.what}: {r.known}")) for r in known)
            st.html(markup.folded(f"Already known ({len(known)})", markup.rows(entries)))


if __name__ == "__main__":
    render()
