"""Answers to questions in words, compared with what they are meant to say.

The files in ``tests/golden/inquiries/`` were read aloud, line by line. After a change that is meant
to be seen, write them again with ``AUTOIMMUNE_CDS_WRITE_GOLDEN=1``, and read the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from engine.consult import consult
from engine.export import part_text
from engine.export.inquiry import ask_part, robust_part, what_if_part, why_not_part, why_part
from engine.export.report import Item, Part
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import ConceptIs, other, reached
from engine.inquiry.robust import robustness
from engine.inquiry.slice import concepts_behind
from engine.inquiry.whatif import what_if
from engine.inquiry.why import why
from engine.inquiry.whynot import why_not
from engine.profile import profile_model
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests import patients
from tests.engine.test_export_golden import FOLDER, compare

PROFILE = profile_model(FULL_RULEBOOK.vocabulary)
HARMLESS = {
    "region": "uk",
    "pregnancy_possible": "no",
    "active_infection": "none",
    "temperature": 36.8,
    "hepatitis_b": "negative",
    "tuberculosis": "negative",
    "wbc": 7.0,
    "neutrophils": 4.5,
    "platelets": 240,
    "cytopenia_cause": "no_cytopenia",
    "urinary_outflow_obstruction": "no",
    "urinary_findings": "normal",
    "malignancy": "none",
    "hypersensitivity": ["none"],
    "medicines": ["none"],
    "prior_cyclophosphamide": 0,
    "creatinine": 90,
    "egfr": 80,
}
BY_CRITERIA: dict[str, dict[str, object]] = {
    "criteria-gpa-lung-bleeding": {
        "diagnosis": patients.GPA,
        "organ_threats": ["alveolar_haemorrhage"],
        "spo2": 88,
        "vasculitis_phase": "new",
        "activity_evidence": "clinical",
        **HARMLESS,
    },
    "criteria-gpa-neutrophils-low": {
        "diagnosis": patients.GPA,
        "organ_threats": ["mononeuritis"],
        "vasculitis_phase": "new",
        "activity_evidence": "clinical",
        **HARMLESS,
        "neutrophils": 1.2,
        "wbc": 3.0,
        "cytopenia_cause": "drug",
    },
    "criteria-lupus-class-iv-pregnancy-unknown": {
        "diagnosis": patients.SLE,
        "nephritis_class": "iv",
        "activity_evidence": "clinical",
        **{name: told for name, told in HARMLESS.items() if name != "pregnancy_possible"},
    },
    "criteria-ms-dose-reached": {
        "diagnosis": patients.MS,
        "ms_course": "relapsing_remitting",
        "region": "us",
        "prior_mitoxantrone": 132,
        "mitoxantrone_course": "ongoing",
    },
    "criteria-ms-heart-unknown": {
        "diagnosis": patients.MS,
        "ms_course": "primary_progressive",
        "edss": 5.5,
        "edss_a_year_ago": 4.0,
    },
    "criteria-arthritis-joints-only": {
        "diagnosis": "rheumatoid_arthritis",
        "das28": 5.9,
        "extra_articular": ["none"],
        "lung_disease_course": "none",
        "organ_threats": ["none"],
    },
    "criteria-myopathy-inclusion-body": {
        "diagnosis": "autoimmune_myopathy",
        "myopathy_subtype": "inclusion_body",
    },
}
EVERYONE: dict[str, tuple[RuleBook, dict[str, object]]] = {
    **{name.replace("_", "-"): (RULEBOOK, dict(told)) for name, told in patients.EVERYONE.items()},
    **{name: (FULL_RULEBOOK, told) for name, told in BY_CRITERIA.items()},
}


def verdict_of(book: RuleBook, trace: Trace) -> Verdict:
    """The verdict that is asked about; on cyclophosphamide where none is for the disease."""
    found = trace.overall_reference if book is FULL_RULEBOOK else trace.overall
    return found if found is not None and found.drug is not None else trace.verdicts[0]


def answers(name: str) -> Iterator[Part]:
    """Every question about one patient, answered."""
    book, told = EVERYONE[name]
    trace = consult(book, PROFILE.read(told).entries())
    verdict = verdict_of(book, trace)
    about = reached(verdict)
    if verdict.kind is not Kind.NOT_ENOUGH_DATA:
        yield why_part(book, trace, why(book, trace, about))
    yield robust_part(book, verdict, robustness(book, trace, about))
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        yield ask_part(book, verdict, ask_next(book, trace, about), 5)
    for kind in (Kind.MAY_BE_CONSIDERED, Kind.NOT_INDICATED):
        goal = other(verdict, kind)
        if not goal.holds_for(trace):
            yield why_not_part(book, trace, why_not(book, trace, goal), 2)
            yield what_if_part(book, what_if(book, trace, goal, most=2))
    for concept in concepts_behind(book, about.rules(book))[:2]:
        yield from on_the_way(book, trace, concept)


def on_the_way(book: RuleBook, trace: Trace, concept: str) -> Iterator[Part]:
    """The questions about a conclusion behind the verdict."""
    for goal in (ConceptIs(concept), ConceptIs(concept, yes=False)):
        if goal.holds_for(trace):
            yield why_part(book, trace, why(book, trace, goal))
        elif goal.yes:
            yield why_not_part(book, trace, why_not(book, trace, goal), 2)
            yield what_if_part(book, what_if(book, trace, goal, most=2))


@pytest.mark.parametrize("name", EVERYONE)
def test_the_answers(name: str) -> None:
    book, told = EVERYONE[name]
    trace = consult(book, PROFILE.read(told).entries())
    head = verdict_of(book, trace).summary
    texts = [part_text(part) for part in answers(name)]
    compare(FOLDER / "inquiries" / f"{name}.txt", "\n\n".join([head, *texts]) + "\n")


def test_there_are_enough_and_none_is_left_over() -> None:
    assert sum(len(list(answers(name))) for name in EVERYONE) >= 40
    kept = {file.stem for file in (FOLDER / "inquiries").iterdir()}
    assert kept == set(EVERYONE)


def sentences(parts: Iterator[Part]) -> Iterator[str]:
    def below(items: tuple[Item, ...]) -> Iterator[str]:
        for item in items:
            yield item.text
            yield from below(item.under)

    for part in parts:
        yield part.title
        if part.intro:
            yield part.intro
        yield from below(part.items)


MISTAKES = re.compile(
    r"  |\(\)| ,| \.|\.\.|\b(a|an|the) (a|an|the)\b|\b1 (points|weeks|months|years)\b|"
    r"\bone (facts|findings|ways|rules)\b|\b(two|three|four|\d\d) (fact|finding|way|rule)\b|"
    r"\d count\b|_|\bNone\b(?! of )|\bTrue\b|\bFalse\b",
)
"""What no sentence of ours may hold: slips of grammar, of spacing, and of programs."""


@pytest.mark.parametrize("name", EVERYONE)
def test_no_sentence_slips(name: str) -> None:
    for text in sentences(answers(name)):
        assert text.strip() == text
        assert not MISTAKES.search(text), text
        assert text[:1].upper() == text[:1] or text.startswith(("met", "not ", "unknown")), text
