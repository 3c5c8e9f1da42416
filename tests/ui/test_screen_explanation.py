"""The screen *Explanation*: every kind of answer, every tab, every choice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from engine.explain import Status, explain, rule_stories
from engine.trace import Kind, Trace
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted
from tests.engine.dot_reader import read_dot
from tests.ui.nasty import NASTY
from tests.ui.screens import TAG, clean, headings, opened, pieces, read
from ui import show, state
from ui.consultation import Consultation
from ui.explanation_words import WHY

SCREEN = "screen_explanation.py"
CONTRADICTION = {**patients.MILD_LUPUS, "life_threatening": "yes"}
SOMEBODY = {name: told for name, told in patients.EVERYONE.items() if told}


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUTOIMMUNE_CDS_DATA", str(tmp_path))


def links(app: AppTest) -> list[tuple[str, str]]:
    return [(link.proto.label, link.proto.query_string) for link in app.get("page_link")]


@pytest.mark.parametrize("findings", SOMEBODY.values(), ids=SOMEBODY)
def test_the_verdict_its_reasons_and_its_flags_are_shown(findings: dict[str, Any]) -> None:
    app, trace = opened(SCREEN, findings), consulted(findings)
    words = read(app)
    assert show.subject(RULEBOOK, trace, trace.overall) in headings(app)
    assert WHY[trace.overall.kind] in headings(app)
    assert f"{show.verdict_badge(trace.overall.kind)} " in words
    assert show.verdict_text(RULEBOOK, trace.overall) in words
    for line in explain(RULEBOOK, trace).decisive:
        assert line.text in words
    for flag in trace.flags:
        assert flag.text in words
    for note in RULEBOOK.silences:
        assert note.text in words


def test_those_patients_cover_every_kind_that_the_document_layer_can_give() -> None:
    kinds = {consulted(findings).overall.kind for findings in SOMEBODY.values()}
    assert kinds == set(Kind) - {Kind.EXCLUDED_OR_PAUSED}


def test_an_empty_patient_is_met_with_a_way_in() -> None:
    app = opened(SCREEN)
    assert headings(app) == ["Nobody to explain yet"]
    assert "Cannot be told yet" in read(app)
    assert not app.tabs
    assert [label for label, _ in links(app)] == [
        "Enter a patient",
        "Open a teaching case",
        "Read the rules first",
    ]


def test_a_contradiction_is_named_and_gives_no_advice() -> None:
    app = opened(SCREEN, CONTRADICTION)
    words = read(app)
    assert "Life-threatening and Severity:" in words
    assert "No advice is shown" in words
    assert not app.tabs
    assert not any(kind.label in words for kind in Kind)
    assert links(app) == [("Mend the answers in the patient profile", "")]


def test_a_defect_is_shown_as_such_and_gives_no_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Consultation(state.model(), None, (), (), "EnginesDisagreeError: <b>LUP-2</b>")
    monkeypatch.setattr(state, "consultation", lambda: broken)
    app = opened(SCREEN, patients.SEVERE_LUPUS)
    words = read(app)
    assert "This program has made a mistake" in words
    assert "EnginesDisagreeError: <b>LUP-2</b>" in words
    assert not app.tabs
    assert not any(kind.label in words for kind in Kind)


@pytest.mark.parametrize("text", NASTY)
def test_an_entry_that_cannot_be_used_is_shown_as_text_beside_the_verdict(text: str) -> None:
    app = opened(SCREEN, {**patients.SEVERE_LUPUS, "monitoring_plan": text})
    assert "Monitoring plan: " in read(app)
    assert "treats it as unknown" in read(app) or "treat it as unknown" in read(app)
    assert "May be considered" in read(app)
    assert not any("<script" in piece or "<img" in piece for piece in pieces(app))


def test_each_conclusion_can_be_chosen() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS)
    pills = app.pills(key="conclusion")
    assert pills.value == "overall"
    assert list(pills.options) == [
        "✓ Cyclophosphamide: May be considered",
        "○ Mitoxantrone: Outside the document",
        "○ Chemotherapy (no drug named): Outside the document",
    ]
    pills.set_value("document_mitoxantrone").run()
    assert headings(clean(app))[0] == "Mitoxantrone for systemic lupus erythematosus"
    assert "Nothing on mitoxantrone" in read(app)


def test_the_overall_answer_stands_first_where_no_drug_is_named_for_the_disease() -> None:
    app = opened(SCREEN, patients.PSORIASIS)
    assert app.pills(key="conclusion").options[0] == "○ Chemotherapy: Outside the document"
    assert len(app.pills(key="conclusion").options) == 4


def test_what_is_missing_leads_to_the_profile() -> None:
    app = opened(SCREEN, patients.RESISTANT_LUPUS)
    assert "? unknown: Severity: unknown" in read(app)
    assert ("Tell it in the patient profile", "") in links(app)


def test_aims_stand_only_beside_what_may_be_considered() -> None:
    assert "What it is meant to do in lupus" in headings(opened(SCREEN, patients.SEVERE_LUPUS))
    for findings in (patients.MILD_LUPUS, patients.RESISTANT_LUPUS, patients.ARTHRITIS_EXHAUSTED):
        assert not any("meant to do" in found for found in headings(opened(SCREEN, findings)))


def test_facts_say_where_they_come_from_and_which_are_not_used() -> None:
    told = {**patients.MS_AFTER_FIRST_LINE, "kidney_failure": "yes"}
    words = read(opened(SCREEN, told))
    assert "Diagnosis: multiple sclerosis (entered)" in words
    assert "Told, but not used" in words
    assert "Kidney failure from lupus nephritis: yes (entered)" in words
    implied = read(opened(SCREEN, patients.ONLY_KIDNEY_FAILURE))
    assert "Life-threatening: yes (implied by kidney failure from lupus nephritis)" in implied


def test_the_full_chain_is_there_as_nested_text() -> None:
    app = opened(SCREEN, patients.ONLY_KIDNEY_FAILURE)
    assert "The full chain, rule by rule" in [found.label for found in app.expander]
    assert "Rule GEN-1, disease that threatens life: fired" in read(app)
    assert any(piece.count("<ul>") >= 2 for piece in pieces(app))


def test_the_rules_that_decide_lead_into_the_rule_book() -> None:
    found = links(opened(SCREEN, patients.SEVERE_LUPUS))
    assert ("LUP-2 · Severe lupus that threatens life", "rule=LUP-2") in found


@pytest.mark.parametrize("findings", SOMEBODY.values(), ids=SOMEBODY)
def test_the_chain_is_drawn_and_told(findings: dict[str, Any]) -> None:
    app = opened(SCREEN, findings, view="Chain")
    assert headings(app) == ["The chain in words", "The chain as a picture"]
    (chart,) = app.get("graphviz_chart")
    picture = read_dot(chart.proto.spec)
    assert "The same stands beside it as text." in chart.proto.alt
    words = read(app)
    for node in picture.nodes.values():
        about = node["label"].replace("\n", " ").removeprefix("✓ ").removeprefix("? ")
        assert all(word in words for word in about.removeprefix("✗ ").split())
    for word in ("known fact", "fired", "blocked", "unknown or waiting"):
        assert word in words


def rows(app: AppTest) -> list[str]:
    """The ids in the table of rules."""
    table = next(piece for piece in pieces(app) if "in the order of the document" in piece)
    return [row.split("<")[0] for row in table.split('<th scope="row" class="cds-id">')[1:]]


def stories(trace: Trace, status: Status) -> list[str]:
    return [s.rule.id for s in rule_stories(RULEBOOK, trace) if s.status is status]


@pytest.mark.parametrize("findings", SOMEBODY.values(), ids=SOMEBODY)
def test_rules_are_filtered_by_what_became_of_them(findings: dict[str, Any]) -> None:
    app, trace = opened(SCREEN, findings, view="All rules"), consulted(findings)
    assert rows(app) == [rule.id for rule in RULEBOOK.rules]
    counted = Counter(story.status for story in rule_stories(RULEBOOK, trace))
    control = app.segmented_control(key="rules_status")
    assert list(control.options) == [
        f"All {len(RULEBOOK.rules)}",
        *(f"{status.label.capitalize()} {counted[status]}" for status in Status),
    ]
    for status in Status:
        app.segmented_control(key="rules_status").set_value(status.value).run()
        clean(app)
        if counted[status]:
            assert rows(app) == stories(trace, status)
        else:
            assert "No rule is like this" in read(app)


def test_rules_are_filtered_by_chapter() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="All rules")
    for chapter in RULEBOOK.chapters:
        app.selectbox(key="rules_chapter").set_value(chapter.id).run()
        assert rows(clean(app)) == [rule.id for rule in chapter.rules]


def test_one_rule_is_shown_in_full_at_first_the_one_that_decides() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="All rules")
    assert app.selectbox(key="explained_rule").value == "LUP-2"
    for rule in RULEBOOK.rules:
        app.selectbox(key="explained_rule").set_value(rule.id).run()
        words = read(clean(app))
        assert rule.because in words
        assert rule.misuse in words
    app.selectbox(key="explained_rule").set_value("LUP-1").run()
    assert "Waits for ? unknown: Unresponsive to safer therapy: unknown – needs yes" in read(app)
    assert ("See it beside its sentences", "rule=LUP-1") in links(app)


def test_a_chosen_rule_gives_way_when_the_filter_leaves_it_out() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="All rules")
    app.selectbox(key="explained_rule").set_value("LUP-4").run()
    app.segmented_control(key="rules_status").set_value("fired").run()
    assert app.selectbox(key="explained_rule").value in consulted(patients.SEVERE_LUPUS).fired
    clean(app)


@pytest.mark.parametrize("findings", SOMEBODY.values(), ids=SOMEBODY)
def test_the_firings_are_shown_in_order(findings: dict[str, Any]) -> None:
    app, trace = opened(SCREEN, findings, view="All rules"), consulted(findings)
    tables = [piece for piece in pieces(app) if "rules fired" in piece]
    words = " ".join(TAG.sub(" ", " ".join(tables)).split())
    places = [
        words.index(f"{f.sequence} {f.rule} {RULEBOOK.rule[f.rule].title}") for f in trace.firings
    ]
    assert places == sorted(places)
    assert ("No rule has fired" in read(app)) is (not trace.firings)


@pytest.mark.parametrize(
    ("view", "heading"),
    [
        ("In words", "Why it may be considered"),
        ("Chain", "The chain in words"),
        ("All rules", "One rule in full"),
        ("Why not", "Cyclophosphamide: why is it not “not indicated by the document”?"),
        ("What if", "Try it on a copy"),
        ("Ask next", "What to ask next"),
        ("Keep", "Files"),
        ("<script>", "Why it may be considered"),
    ],
)
def test_a_link_opens_its_tab_and_nothing_else_is_drawn(view: str, heading: str) -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view=view)
    assert heading in headings(app)
    assert ("Why it may be considered" in headings(app)) is (view in {"In words", "<script>"})


def test_no_finding_gets_into_the_address() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="All rules")
    app.pills(key="conclusion").set_value("document_mitoxantrone").run()
    app.selectbox(key="explained_rule").set_value("LUP-1").run()
    assert set(app.query_params) <= {"s", "view"}
