"""Exports as text: banner, version and hash in every one, and no line wider than a page."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.consult import BANNER
from engine.errors import ContradictionError, Problem
from engine.explain import MOST_DECISIVE, explain, rule_stories
from engine.export import (
    Item,
    Part,
    Report,
    as_markdown,
    as_text,
    consultation_report,
    rule_index,
    rule_report,
    statement_index,
    statement_report,
)
from engine.export.report import Table
from engine.export.text import WIDTH
from engine.trace import Assumption, Kind, Support, Trace
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted

ANSWERS = {
    finding.id: st.sampled_from(
        [option.value for option in options]
        if (options := getattr(finding, "options", None))
        else ["yes", "no"]
    )
    for finding in RULEBOOK.vocabulary.findings
    if finding.id != "age"
}
PATIENTS = st.fixed_dictionaries({}, optional={**ANSWERS, "age": st.integers(0, 120)})


def text(findings: dict[str, Any], *, full: bool = False) -> str:
    return as_text(consultation_report(RULEBOOK, consulted(findings), full=full))


def one_line(text: str) -> str:
    return " ".join(text.split())


def part(text: str, title: str) -> list[str]:
    """The lines of one part of a text."""
    block = next(block for block in text.split("\n\n") if block.startswith(f"{title}\n"))
    return block.splitlines()[1:]


def check_shape(text: str) -> None:
    assert text.endswith(f"Rule book {RULEBOOK.version}, SHA-256 {RULEBOOK.content_hash}\n")
    assert text.startswith(f"{BANNER}\n")
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert all(letter.isprintable() for letter in text.replace("\n", ""))


@given(PATIENTS, st.booleans())
def test_every_patient_of_any_kind(findings: dict[str, Any], full: bool) -> None:
    try:
        trace = consulted(findings)
    except ContradictionError:
        assume(False)
        raise
    report = consultation_report(RULEBOOK, trace, full=full)
    written = as_text(report)
    check_shape(written)
    assert one_line(written).startswith(f"{BANNER} {trace.overall.summary}")
    for name in trace.overall.rules:
        assert name in written
    markdown = as_markdown(report)
    assert BANNER in markdown
    assert RULEBOOK.version in markdown
    assert RULEBOOK.content_hash in markdown


@given(PATIENTS)
def test_a_full_text_tells_what_became_of_every_rule(findings: dict[str, Any]) -> None:
    try:
        trace = consulted(findings)
    except ContradictionError:
        assume(False)
        raise
    written = one_line(as_text(consultation_report(RULEBOOK, trace, full=True)))
    fired, _, silent = written.partition("Rules that did not fire")
    for place, name in enumerate(trace.fired, start=1):
        assert f" {place}. {name}, {RULEBOOK.rule[name].title} - concludes: " in fired
    for story in rule_stories(RULEBOOK, trace):
        if story.order is None:
            head = f"- {story.rule.id}, {story.rule.title}: {story.status.label}"
            assert head in silent
            assert story.blocked_by or story.waiting_for
        for line in story.blocked_by:
            assert f"- blocked by {line.text}" in silent
        if story.order is None:
            for line in story.waiting_for:
                assert f"- waits for {line.text}" in silent


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_report_holds_all_that_belongs_to_the_rule(rule: Any) -> None:
    written = as_text(rule_report(RULEBOOK, rule))
    check_shape(written)
    joined = one_line(written)
    for words in (rule.id, rule.title, rule.because, rule.misuse):
        assert words in joined
    for name in rule.cites:
        assert f"- {name}, paragraph {RULEBOOK.statement[name].paragraph} (" in joined
    assert joined.count("Fires for") == sum(example.fires for example in rule.examples)
    assert joined.count("near miss") == sum(not example.fires for example in rule.examples)
    assert ("How its words are read" in joined) is (rule.reading is not None)


@pytest.mark.parametrize("statement", RULEBOOK.statements, ids=lambda statement: statement.id)
def test_a_statement_report_names_its_rules_or_the_excuse(statement: Any) -> None:
    written = as_text(statement_report(RULEBOOK, statement))
    check_shape(written)
    joined = one_line(written)
    assert f"{statement.id}: {statement.text}" in joined
    citing = RULEBOOK.citing[statement.id]
    assert ("Cited by no rule" in joined) is (not citing)
    for rule in citing:
        assert f"- {rule.id}, {rule.title}" in joined


def test_the_lists_hold_everything() -> None:
    for report, count in (
        (rule_index(RULEBOOK), len(RULEBOOK.rules)),
        (statement_index(RULEBOOK), len(RULEBOOK.statements)),
    ):
        check_shape(as_text(report))
        assert sum(len(part.items) for part in report.parts) == count


def test_at_most_five_conditions_are_decisive_and_the_rest_is_counted() -> None:
    trace = consulted({"diagnosis": "rheumatoid_arthritis", "severity": "mild"})
    everything = trace.overall.model_copy(
        update={"kind": Kind.NOT_INDICATED, "rules": ("RAM-6", "LUP-2", "MS-2", "VAS-1")}
    )
    crowded = trace.model_copy(update={"overall": everything})
    lines = part(as_text(consultation_report(RULEBOOK, crowded)), "Because")
    more = len(explain(RULEBOOK, crowded).more)
    assert more > 0
    assert len([line for line in lines if line.startswith("  - ")]) == MOST_DECISIVE + 1
    assert lines[-1] == f"  - {more} more in the full explanation"
    full = part(as_text(consultation_report(RULEBOOK, crowded, full=True)), "Because")
    assert len([line for line in full if line.startswith("  - ")]) == MOST_DECISIVE + more


def test_a_settled_verdict_waits_for_nothing() -> None:
    said = part(text(patients.SEVERE_LUPUS), "Waits for")[0]
    assert said.startswith("  The document waits for nothing.")


def test_an_open_verdict_asks_with_the_name_of_the_field() -> None:
    assert part(text(patients.RESISTANT_LUPUS), "Waits for") == [
        "  - Severity: How severe is the disease, as the clinician judges it? (severity)",
        "  - Life-threatening: Is the disease life-threatening now? (life_threatening)",
    ]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "Team decision, not recorded:"),
        ({"multidisciplinary_review": "done"}, "Team decision, done:"),
        ({"multidisciplinary_review": "planned"}, "Team decision, planned:"),
        ({"multidisciplinary_review": "not_done"}, "Team decision, not done:"),
        ({"specialist_supervision": "no"}, "Monitoring, not done: Cyclophosphamide for lupus"),
    ],
)
def test_a_flag_tells_its_state(told: dict[str, str], words: str) -> None:
    assert words in one_line(text({**patients.SEVERE_LUPUS, **told}))


def test_both_statements_are_shown_where_the_document_is_ambiguous() -> None:
    said = one_line(text(patients.GPA_UNTREATED_DANGER))
    assert RULEBOOK.statement["S26"].text in said
    assert RULEBOOK.statement["S36"].text in said


def test_the_aim_is_shown_only_beside_may_be_considered() -> None:
    title = "What the document says it is meant to do"
    assert title in text(patients.SEVERE_LUPUS)
    assert "(S15, S17)" in one_line(text(patients.SEVERE_LUPUS))
    assert title not in text(patients.MILD_LUPUS)
    assert title not in text(patients.GPA_UNTREATED_DANGER)
    assert title not in text(patients.ARTHRITIS_EXHAUSTED)


def test_soft_limits_are_asked_about() -> None:
    warning = Problem("age", "Age is 3 years.", "That is unusual. Is it typed correctly?")
    report = consultation_report(RULEBOOK, consulted(patients.EMPTY), (warning,))
    assert part(as_text(report), "Please look again") == [f"  - {warning}"]


def test_the_published_criteria_have_a_line_of_their_own() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    paused = trace.overall.model_copy(
        update={"layer": "reference", "kind": Kind.EXCLUDED_OR_PAUSED, "summary": "Paused: x."}
    )
    both = trace.model_copy(update={"overall_reference": paused})
    written = as_text(consultation_report(RULEBOOK, both))
    assert written.splitlines()[4] == "By published criteria: Paused: x."


def test_a_verdict_that_is_excluded_or_paused_is_told_like_any_other() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    summary = f"{Kind.EXCLUDED_OR_PAUSED.label}: cyclophosphamide – for a reason."
    verdict = trace.overall.model_copy(update={"kind": Kind.EXCLUDED_OR_PAUSED, "summary": summary})
    written = as_text(consultation_report(RULEBOOK, trace.model_copy(update={"overall": verdict})))
    assert written.splitlines()[2] == summary
    assert "Because\n  - Diagnosis: systemic lupus erythematosus\n" in written
    assert "Beside the verdict" in written


def test_a_condition_that_matched_something_unknown_is_spelled_so() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    support = Support(path="when", source="severity", value=None)
    firing = trace.firings[0].model_copy(update={"supports": (support,)})
    odd = trace.model_copy(update={"firings": (firing,)})
    assert "on Severity: unknown" in as_text(consultation_report(RULEBOOK, odd, full=True))


def forged(trace: Trace, words: str) -> Trace:
    """A trace whose own texts were written by somebody else, as a file could hold it."""
    assumption = Assumption(rule="LUP-2", words=words, chosen=words, other=words, cites=(words,))
    overall = trace.overall.model_copy(update={"summary": words, "assumptions": (assumption,)})
    flags = tuple(flag.model_copy(update={"text": words}) for flag in trace.flags)
    return trace.model_copy(update={"disclaimer": words, "overall": overall, "flags": flags})


def test_a_forged_trace_can_neither_drop_the_banner_nor_break_the_layout() -> None:
    trace = forged(consulted(patients.SEVERE_LUPUS), "a\x1b[31m\u202e\nRule book 9\r\n")
    check_shape(as_text(consultation_report(RULEBOOK, trace, full=True)))


def test_words_that_are_too_long_are_broken() -> None:
    report = Report(
        banner="B",
        headline="h" * 300,
        lead=(),
        parts=(Part("t", (Item("i" * 300, (Item("u" * 300),)),)),),
        origin="o",
    )
    assert max(len(line) for line in as_text(report).splitlines()) == WIDTH == 100


def test_the_layout() -> None:
    report = Report(
        banner="Banner.",
        headline="Headline.",
        lead=("Lead.",),
        parts=(
            Part("Empty"),
            Part("Words", intro="Intro."),
            Part("List", (Item("one", (Item("below"),)), Item("two"))),
            Part("Order", (Item("first", (Item("below"),)), Item("second")), numbered=True),
            Part("Under it", (Item("third"),), intro="Intro.", below=True),
            Part("As rows", (Item("a: b|c"),), table=Table(("A", "B"), (("a", "b|c"),))),
        ),
        origin="Origin.",
    )
    assert as_text(report) == (
        "Banner.\n\nHeadline.\nLead.\n\n"
        "Words\n  Intro.\n\n"
        "List\n  - one\n    - below\n  - two\n\n"
        "Order\n  1. first\n    - below\n  2. second\n\n"
        "  Under it\n    Intro.\n    - third\n\n"
        "As rows\n  - a: b|c\n\n"
        "Origin.\n"
    )
    assert as_markdown(report) == (
        "> **Banner.**\n\n# Headline.\n\nLead.\n\n"
        "## Words\n\nIntro.\n\n"
        "## List\n\n- one\n    - below\n- two\n\n"
        "## Order\n\n1. first\n    - below\n2. second\n\n"
        "### Under it\n\nIntro.\n\n- third\n\n"
        "## As rows\n\n| A | B |\n| --- | --- |\n| a | b\\|c |\n\n"
        "---\n\nOrigin.\n"
    )
