"""The document beside later evidence: raised for whom it concerns, and never a verdict."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from engine.consult import consult
from engine.export.consultation import consultation_report
from engine.export.text import as_text
from engine.rule import Flag, Topic
from rules.full import FULL_RULEBOOK
from rules.reference import evidence
from tests.rules.reference.everyone import patients
from tests.rules.reference.telling import (
    GPA,
    IIM,
    MPA,
    MS,
    OTHER_VASCULITIS,
    RA,
    SLE,
    Told,
    raised,
    text_of,
    traced,
)

RESISTANT: Told = {"severity": "severe", "unresponsive_to_safer_therapy": "yes"}


@pytest.mark.parametrize(
    ("diagnosis", "told", "notes"),
    [
        (SLE, {}, {"since_lupus_outlook", "since_on_trial_lupus"}),
        (SLE, {"nephritis_class": "iv"},
         {"since_lupus_outlook", "since_on_trial_lupus", "since_obinutuzumab"}),
        (SLE, RESISTANT, {"since_lupus_outlook", "since_on_trial_lupus", "since_lupus_outcomes"}),
        (GPA, {}, {"since_avacopan"}),
        (MPA, {}, {"since_avacopan"}),
        (OTHER_VASCULITIS, {}, set()),
        (MS, {}, {"since_newer_is_not_safer", "since_ms_outlook", "since_on_trial_ms"}),
        (MS, {"highly_active": "yes", "first_line_tried": "yes"},
         {"since_newer_is_not_safer", "since_ms_outlook", "since_on_trial_ms",
          "since_mitoxantrone_today"}),
        (MS, {"highly_active": "yes", "first_line_tried": "no"},
         {"since_newer_is_not_safer", "since_ms_outlook", "since_on_trial_ms"}),
        (RA, {}, {"since_jak_inhibitors"}),
        (IIM, {}, {"since_jak_inhibitors", "since_on_trial_myopathy"}),
        ("other_autoimmune", {}, set()),
    ],
)  # fmt: skip
def test_each_note_is_for_those_whom_it_concerns(
    diagnosis: str, told: Told, notes: set[str]
) -> None:
    trace = traced(diagnosis, told)
    assert {name for name in raised(trace) if name.startswith("since_")} == notes


@pytest.mark.parametrize(
    ("diagnosis", "told", "flag"),
    [
        (GPA, {"organ_threats": ["heart"]}, "vasculitis_rituximab_beside"),
        (SLE, {"nephritis_class": "iv"}, "lupus_triple_therapy"),
    ],
)
def test_what_a_disease_room_says_beside_the_document_keeps_its_verdict_too(
    diagnosis: str, told: Told, flag: str
) -> None:
    assert flag in raised(traced(diagnosis, told))
    text = text_of(FULL_RULEBOOK, flag)
    assert "verdict stays as it is" in text
    assert re.search(r"20\d\d", text)


@pytest.mark.parametrize(
    ("diagnosis", "told", "flag", "words"),
    [
        (MS, {"highly_active": "yes", "first_line_tried": "yes"}, "since_mitoxantrone_today",
         ("2018", "2016", "reserve")),
        (GPA, {}, "since_avacopan", ("2024", "2026", "withdrawal", "liver")),
        (SLE, {}, "since_lupus_outlook",
         ("2023", "belimumab", "anifrolumab", "voclosporin", "above an eGFR of 45")),
        (SLE, {"nephritis_class": "iii"}, "since_obinutuzumab", ("2025", "refractory")),
        (SLE, RESISTANT, "since_lupus_outcomes", ("does not grade", "2002", "similar")),
        (MS, {}, "since_newer_is_not_safer", ("Natalizumab", "alemtuzumab", "cladribine")),
        (MS, {}, "since_ms_outlook", ("ocrelizumab", "natalizumab", "alemtuzumab", "cladribine")),
        (RA, {}, "since_jak_inhibitors", ("heart", "cancer", "clots")),
        (SLE, {}, "since_on_trial_lupus", ("CAR T", "not checked")),
        (IIM, {}, "since_on_trial_myopathy", ("CAR T", "efgartigimod", "not checked")),
        (MS, {}, "since_on_trial_ms", ("BTK", "not checked")),
    ],
)  # fmt: skip
def test_what_each_note_says(diagnosis: str, told: Told, flag: str, words: tuple[str, ...]) -> None:
    (found,) = (each for each in traced(diagnosis, told).flags if each.id == flag)
    for word in words:
        assert word in found.text
    assert found.cites


def test_transplantation_says_that_its_chemotherapy_is_another_meaning() -> None:
    assert "another meaning of the word" in text_of(FULL_RULEBOOK, "ms_transplantation")


def test_notes_are_evidence_or_outlook_and_rest_on_a_statement() -> None:
    for rule in evidence.CHAPTER.rules:
        assert isinstance(rule.then, Flag)
        assert rule.then.topic in {Topic.EVIDENCE, Topic.OUTLOOK}
        assert "verdict stays" not in rule.then.text, "said once, where the notes are listed"
        assert any(name.startswith("S") and name[1:].isdigit() for name in rule.cites), rule.id


def test_a_report_says_once_that_the_verdict_stays() -> None:
    report = consultation_report(FULL_RULEBOOK, traced(MS, {"highly_active": "yes"}), full=True)
    assert as_text(report).replace("\n", " ").count("verdict stays") == 1


def test_without_the_notes_every_verdict_is_the_same() -> None:
    without = replace(
        FULL_RULEBOOK,
        chapters=tuple(c for c in FULL_RULEBOOK.chapters if c is not evidence.CHAPTER),
        concepts=tuple(c for c in FULL_RULEBOOK.concepts if c not in evidence.CONCEPTS),
    )
    noted = 0
    for entries in patients(80, 77):
        full, bare = consult(FULL_RULEBOOK, entries), consult(without, entries)
        assert full.verdicts == bare.verdicts
        noted += len(raised(full)) - len(raised(bare))
    assert noted > 0
