"""The screen *Monitoring plan*: what is measured around a regimen, by day, and what comes first."""

from __future__ import annotations

from datetime import date

import streamlit as st

from engine.export import as_markdown
from engine.export.plan_report import plan_report
from engine.plan import PlanRow, monitoring_plan, planned_drugs, regimens_for, still_to_measure
from engine.plan_items import Regimen
from engine.words import sentence
from rules.full import FULL_RULEBOOK
from ui import markup, state

HEAD = ("Day", "When", "What", "Why", "Threshold", "Action", "Source")
INTRO = (
    "Close monitoring in tests and dates, from published schedules. A plan orders nothing: it "
    "shows what a regimen would bring with it."
)


def render() -> None:
    """Regimen and start, what has to be measured first, and the whole plan."""
    st.title("Monitoring plan", anchor=False)
    st.html(markup.paragraph(INTRO))
    trace = state.consultation().trace
    known = {} if trace is None else {fact.finding: fact.value for fact in trace.facts}
    regimen, start = _chosen(known.get("diagnosis") == "multiple_sclerosis")
    rows = monitoring_plan(FULL_RULEBOOK, known, regimen, start)
    if regimen.total:
        st.html(markup.paragraph(regimen.total_text))
    _first(rows)
    with st.container(border=True):
        st.header("The whole plan", anchor=False)
        st.html(
            markup.table(
                f"{len(rows)} entries for {regimen.label}; day 0 is the first dose",
                HEAD,
                [_cells(row) for row in rows],
                stacks=True,
            )
        )
    report = plan_report(FULL_RULEBOOK, regimen, rows)
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


def _cells(row: PlanRow) -> tuple[str, ...]:
    day = "every contact" if row.day is None else f"day {row.day}"
    return (
        day,
        f"{row.date}, {row.when}" if row.date else row.when,
        row.what,
        row.why,
        row.threshold or "none",
        row.action,
        row.source,
    )


if __name__ == "__main__":
    render()
