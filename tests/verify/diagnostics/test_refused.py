"""What keeps a rule book from being built is told by code, place and mend, not in words only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from engine.conditions import Condition, Is, all_of
from engine.errors import RuleBookError
from engine.language import (
    Calculation,
    Confidence,
    Crossing,
    Impossible,
    Measurement,
    Ordered,
    PlanItem,
    Reading,
    ReadingOption,
    RuleBook,
    ShownDose,
    Sum,
    Threshold,
    VagueWord,
    When,
)
from engine.verify.codes import CODES
from engine.verify.diagnostic import Diagnostic, PlaceKind
from tests.engine.test_check import BAD, GOOD, HOT, OTHER_LAYER, rule, with_rules

CODES_OF = {
    "rule twice": "RB101",
    "cites nothing known": "RB104",
    "no such finding": "RB103",
    "no such option": "RB201",
    "yes/no given as text": "RB201",
    "number out of reach": "RB201",
    "range of a yes/no": "RB202",
    "unit unknown": "RB202",
    "no unit": "RB202",
    "a document rule that cites a reference": "RB104",
    "one of nothing": "RB201",
    "no number": "RB202",
    "no such concept": "RB103",
    "concludes a stranger": "RB103",
    "circle": "RB301",
    "reads itself": "RB301",
    "not known in advice": "RB204",
    "reads a flag": "RB206",
    "layers mixed": "RB205",
    "empty group": "RB203",
    "too many": "RB203",
    "none at all": "RB203",
    "finding twice": "RB101",
    "diagnosis missing": "RB103",
    "no such section": "RB103",
    "applies to nothing known": "RB103",
    "dotted id": "RB102",
    "entailment of a concept": "RB207",
    "entailment of nothing": "RB103",
    "concept twice": "RB101",
    "concept named like a finding": "RB101",
    "unknown drug": "RB103",
    "flag without its finding": "RB103",
    "flag without its table": "RB103",
    "statement twice": "RB101",
    "note cites nothing": "RB104",
    "excuse for nothing": "RB104",
}


def refused(parts: dict[str, Any]) -> RuleBookError:
    with pytest.raises(RuleBookError) as caught:
        RuleBook(**{**GOOD, **parts})
    return caught.value


@pytest.mark.parametrize(("name", "change", "said"), BAD, ids=[row[0] for row in BAD])
def test_each_fault_has_its_code_and_a_mend(name: str, change: dict[str, Any], said: str) -> None:
    error = refused(change)
    assert CODES_OF[name] in {fault.code for fault in error.faults}
    (fault,) = [each for each in error.faults if said in each.line]
    assert fault.code == CODES_OF[name]
    for each in error.faults:
        assert each.about.refuses
        assert each.mend.endswith(".")
        assert each.patient is None
    assert str(error) == "\n".join(["The rule book cannot be used:", *map(line, error.faults)])


def line(fault: Diagnostic) -> str:
    return f"{fault.code}, {fault.line}. {fault.mend}"


def test_the_place_of_a_condition_is_its_path() -> None:
    row = next(row for row in BAD if row[0] == "too many")
    (fault,) = refused(row[1]).faults
    assert (fault.place.kind, fault.place.id, fault.place.path) == (PlaceKind.RULE, "A-1", "when")


def test_the_circle_is_named_concept_by_concept() -> None:
    row = next(row for row in BAD if row[0] == "circle")
    (fault,) = refused(row[1]).faults
    assert fault.message.count(" → ") == 2
    assert {place.id for place in fault.also} == {"hot", "loose"}


WEIGHT: Measurement = GOOD["vocabulary"].by_id["weight"]
DRUG = next(iter(GOOD["drugs"]))
SURE = Confidence.READ
LIMIT = Threshold(id="t", label="t", value=3, unit="kg", confidence=SURE, cites=("R9",))


def planned(**more: Any) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": "p", "drug": DRUG, "what": "", "why": "", "when": When(text=""), "action": "",
        "cites": (), "confidence": SURE,
    }  # fmt: skip
    return {"plan_items": (PlanItem(**{**item, **more}),)}


def worded(**more: Any) -> dict[str, Any]:
    word: dict[str, Any] = {
        "id": "w", "word": "", "says": "", "cites": (), "options": (),
        "concept": GOOD["concepts"][0],
    }  # fmt: skip
    return {"vague_words": (VagueWord(**{**word, **more}),)}


def calculated(cites: tuple[str, ...]) -> dict[str, Any]:
    twice = Calculation(then=WEIGHT, by=Sum((WEIGHT,)), cites=cites, confidence=SURE)
    return {"vocabulary": replace(GOOD["vocabulary"], calculations=(twice,))}


def impossible(when: Condition) -> dict[str, Any]:
    found = Impossible(when=when, because="Why.")
    return {"vocabulary": replace(GOOD["vocabulary"], impossible=(found,))}


STRANGER = replace(GOOD["concepts"][0], id="stranger")
MORE: list[tuple[str, dict[str, Any], str]] = [
    ("RB103", planned(findings=("gone",)), "plan item p: no finding gone"),
    ("RB103", planned(regimens=("gone",)), "plan item p: no regimen gone"),
    ("RB104", planned(cites=("R9",)), "plan item p: no reference R9"),
    ("RB103", planned(settled=Is("lost", True)), "plan item p: no finding lost"),
    ("RB207", planned(settled=GOOD["concepts"][0].yes), "plan item p: may read findings only"),
    ("RB109",
     planned(crossings=(Crossing(when=all_of(WEIGHT.below(LIMIT)), then=""),)),
     "plan item p: a crossing of several conditions has no words"),
    ("RB103", {"shown_doses": (ShownDose(finding="gone", when=GOOD["concepts"][0].yes),)},
     "shown dose gone: is not calculated"),
    ("RB103", worded(concept=STRANGER), "vague word w: no concept stranger"),
    ("RB104", worded(cites=("S9",)), "w: no statement S9"),
    ("RB104", worded(options=(ReadingOption(id="o", label="", cites=("R9",)),)),
     "vague word w: no reference R9"),
    ("RB103", {"shown_doses": (ShownDose(finding="weight", when=Is("gone", True)),)},
     "shown dose weight: reads the finding gone, which does not exist"),
    ("RB201", planned(settled=Is("fever", "hot")), "plan item p: fever can never be 'hot'"),
    ("RB201", impossible(Is("fever", "hot")), "impossible Why.: fever can never be 'hot'"),
    ("RB207", impossible(HOT.yes), "impossible Why.: may read findings only"),
    ("RB103", {"vocabulary": replace(GOOD["vocabulary"], ordered=(
        Ordered(lesser=replace(WEIGHT, id="gone"), greater=WEIGHT, because="Why."),))},
     "impossible Why.: no finding gone"),
    ("RB104", calculated(("R9",)), "calculation of weight: no statement or reference R9"),
    ("RB108", with_rules(replace(rule("A-1", Is("fever", True), OTHER_LAYER), confidence=None)),
     "rule A-1: does not say how sure we are of it"),
    ("RB108", with_rules(
        replace(rule("A-1", WEIGHT.below(3, "kg"), OTHER_LAYER), confidence=SURE)),
     "rule A-1: compares weight with a number of no source"),
    ("RB104", with_rules(
        replace(rule("A-1", WEIGHT.below(LIMIT), OTHER_LAYER), confidence=SURE)),
     "threshold t: no reference R9"),
    ("RB104", with_rules(replace(
        rule("A-1", Is("fever", True), HOT),
        reading=Reading(words="", chosen="", other="", cites=("S9",)))),
     "rule A-1: no statement or reference S9"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change", "said"), MORE, ids=[row[2] for row in MORE])
def test_faults_of_plans_words_and_sources_too(
    code: str, change: dict[str, Any], said: str
) -> None:
    (fault,) = [each for each in refused(change).faults if each.line == said]
    assert fault.code == code


def test_every_code_that_refuses_is_tried() -> None:
    tried = {*CODES_OF.values(), *(code for code, _, _ in MORE)}
    assert tried == {code.id for code in CODES.values() if code.refuses}
