"""A rule book that contradicts itself is refused when it is built, and every fault is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from engine.errors import RuleBookError
from engine.language import (
    Advice,
    Chapter,
    Choice,
    Concept,
    ConceptIs,
    Condition,
    Confidence,
    Entailment,
    Excuse,
    Flag,
    InRange,
    Is,
    Layer,
    Limits,
    Measurement,
    MultiChoice,
    Note,
    Option,
    Reference,
    Rule,
    RuleBook,
    Section,
    Stance,
    Statement,
    StatementClass,
    Topic,
    Unit,
    Vocabulary,
    YesNo,
    all_of,
    any_of,
    at_least,
)


class Disease(Option):
    ONE = "one", "one"
    TWO = "two", "two"


class Drug(Option):
    X = "x", "drug x"


class Stranger(Option):
    Y = "y", "drug y"


disease = Choice(
    id="disease", label="Disease", question="?", help=".", section="all", options=Disease
)
fever = YesNo(id="fever", label="Fever", question="?", help=".", section="all")
weight = Measurement(
    id="weight",
    label="Weight",
    question="?",
    help=".",
    section="all",
    unit="kg",
    hard=Limits(1, 300),
    other_units=(Unit("lb", Decimal("0.45359237")),),
)
HOT = Concept(id="hot", label="hot")
LOOSE = Concept(id="loose", label="loose")
MAY = Advice(id="x_may", label="may", drug=Drug.X, stance=Stance.MAY)
FLAG = Flag(id="flag", label="flag", topic=Topic.RISK, text="A flag.")
OTHER_LAYER = Concept(id="far", label="far", layer=Layer.REFERENCE)


def rule(name: str, when: Condition, then: Concept, cites: tuple[str, ...] = ("S1",)) -> Rule:
    return Rule(
        id=name, title=name, cites=cites, when=when, then=then, because="", misuse="", examples=()
    )


def reference(name: str) -> Reference:
    return Reference(
        id=name, organisation="", title="", year=None, says="", confidence=Confidence.READ
    )


GOOD: dict[str, Any] = {
    "version": "0",
    "vocabulary": Vocabulary(
        sections=(Section(id="all", title="All", help=""),),
        findings=(disease, fever, weight),
        diagnosis=disease,
    ),
    "drugs": Drug,
    "concepts": (HOT, LOOSE, MAY, FLAG, OTHER_LAYER),
    "chapters": (
        Chapter(
            id="c",
            title="C",
            paragraphs=(1,),
            rules=(rule("A-1", fever.yes, HOT), rule("A-2", HOT.yes, MAY)),
        ),
    ),
    "statements": (
        Statement(id="S1", paragraph=1, text="", kind=StatementClass.RISK, modality="fact"),
    ),
}


def with_rules(*rules: Rule) -> dict[str, Any]:
    return {"chapters": (replace(GOOD["chapters"][0], rules=rules),)}


def with_findings(*findings: Any, **more: Any) -> dict[str, Any]:
    return {"vocabulary": replace(GOOD["vocabulary"], findings=findings, **more), "chapters": ()}


def test_the_good_one_is_accepted() -> None:
    book = RuleBook(**GOOD)
    assert [rule.id for rule in book.chain_order] == ["A-1", "A-2"]


BAD: list[tuple[str, dict[str, Any], str]] = [
    ("rule twice", with_rules(rule("A-1", fever.yes, HOT), rule("A-1", fever.no, HOT)),
     "rule A-1: two rules have this id"),
    ("cites nothing known", with_rules(rule("A-1", fever.yes, HOT, cites=("S9",))),
     "rule A-1: cites S9, which is neither a statement nor a reference of this book"),
    ("no such finding", with_rules(rule("A-1", Is("cough", value=True), HOT)),
     "rule A-1: reads the finding cough, which does not exist"),
    ("no such option", with_rules(rule("A-1", Is("disease", "three"), HOT)),
     "rule A-1: disease can never be 'three'"),
    ("yes/no given as text", with_rules(rule("A-1", Is("fever", "yes"), HOT)),
     "rule A-1: fever can never be 'yes'"),
    ("number out of reach", with_rules(rule("A-1", Is("weight", 900.0), HOT)),
     "rule A-1: weight can never be 900.0"),
    ("range of a yes/no", with_rules(rule("A-1", InRange("fever", "kg", low=1), HOT)),
     "rule A-1: fever is not a measurement"),
    ("unit unknown", with_rules(rule("A-1", weight.below(3, "stone"), HOT)),
     "rule A-1: weight is not measured in stone"),
    ("no unit", with_rules(rule("A-1", weight.below(3, ""), HOT)),
     "rule A-1: compares weight with a plain number, which has no unit"),
    ("a document rule that cites a reference",
     {**with_rules(rule("A-1", fever.yes, HOT, cites=("S1", "R1", "R2"))),
      "references": (reference("R1"), reference("R2"))},
     "rule A-1: is a rule of the document, for it concludes hot, but cites R1 and R2, "),
    ("one of nothing", with_rules(rule("A-1", disease.is_one_of(), HOT)),
     "rule A-1: asks disease to be one of nothing"),
    ("no number", with_rules(rule("A-1", weight.below(float("nan"), "kg"), HOT)),
     "rule A-1: compares weight with a number that is not finite"),
    ("no such concept", with_rules(rule("A-1", ConceptIs("cold"), HOT)),
     "rule A-1: reads the concept cold, which does not exist in this book"),
    ("concludes a stranger", with_rules(rule("A-1", fever.yes, Concept(id="new", label="new"))),
     "rule A-1: concludes new, which is not a concept of the rule book"),
    ("circle", with_rules(rule("A-1", LOOSE.yes, HOT), rule("A-2", HOT.yes, LOOSE)),
     "concepts read each other in a circle: "),
    ("reads itself", with_rules(rule("A-1", HOT.no, HOT)),
     "concepts read each other in a circle: hot → hot"),
    ("not known in advice", with_rules(rule("A-1", fever.is_not_known(), MAY)),
     "rule A-1: asks that something is not known, which only a rule for a flag or an open safety"),
    ("reads a flag", with_rules(rule("A-1", FLAG.yes, HOT)),
     "rule A-1: reads the flag flag; flags end a chain"),
    ("layers mixed", with_rules(rule("A-1", OTHER_LAYER.yes, HOT)),
     "rule A-1: is of the document but reads far of another layer"),
    ("empty group", with_rules(rule("A-1", all_of(), HOT)),
     "rule A-1: has an empty group of conditions"),
    ("too many", with_rules(rule("A-1", at_least(3, fever.yes, HOT.yes), MAY)),
     "rule A-1: asks for at least 3 of 2 conditions"),
    ("none at all", with_rules(rule("A-1", at_least(0, fever.yes), HOT)),
     "rule A-1: asks for at least 0 of 1 conditions"),
    ("finding twice", with_findings(disease, fever, fever), "finding fever: declared twice"),
    ("diagnosis missing", with_findings(fever), "finding disease: decides what applies but is not"),
    ("no such section", with_findings(disease, replace(fever, section="gone")),
     "finding fever: no section 'gone'"),
    ("applies to nothing known", with_findings(disease, replace(fever, applies_to=frozenset("z"))),
     "finding fever: applies to unknown diagnoses"),
    ("dotted id", with_findings(disease, replace(fever, id="a.b")),
     "finding a.b: an id may not contain '.'"),
    ("entailment of a concept",
     with_findings(disease, fever, entailments=(Entailment(
         when=HOT.yes, then=fever.yes, cites=(), because=""),)),
     "entailment of fever: may read known findings only"),
    ("entailment of nothing",
     with_findings(disease, fever, entailments=(Entailment(
         when=fever.yes, then=Is("cough", value=True), cites=(), because=""),)),
     "entailment of cough: reads the finding cough, which does not exist"),
    ("concept twice", {"concepts": (*GOOD["concepts"], HOT)}, "concept hot: declared twice"),
    ("concept named like a finding",
     {"concepts": (*GOOD["concepts"], Concept(id="fever", label=""))},
     "concept fever: a finding has the same id"),
    ("unknown drug",
     {"concepts": (*GOOD["concepts"],
                   Advice(id="y", label="", drug=Stranger.Y, stance=Stance.MAY))},
     "advice y: unknown drug y"),
    ("flag without its finding", {"concepts": (*GOOD["concepts"], replace(
        FLAG, id="flag2", state_from="gone"))}, "flag flag2: no choice gone to read"),
    ("flag without its table", {"concepts": (*GOOD["concepts"], replace(
        FLAG, id="flag2", names_rows_of="fever"))}, "flag flag2: no table fever to name the rows"),
    ("statement twice", {"statements": GOOD["statements"] * 2}, "statement S1: numbered twice"),
    ("note cites nothing", {"glossary": (Note(id="n", title="", text="", cites=("S7",)),)},
     "n: no statement S7"),
    ("excuse for nothing", {"excuses": (Excuse(statements=("S8",), reason="why"),)},
     "why: no statement S8"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_fault_is_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleBookError) as refused:
        RuleBook(**{**GOOD, **change})
    assert said in str(refused.value)


def test_every_fault_is_named_at_once() -> None:
    change = with_rules(rule("A-1", any_of(), HOT, cites=("S5",)), rule("A-2", FLAG.yes, MAY))
    with pytest.raises(RuleBookError) as refused:
        RuleBook(**{**GOOD, **change})
    assert len(str(refused.value).splitlines()) == 4


LISTED = MultiChoice(
    id="listed", label="Listed", question="?", help=".", section="all", options=Disease
)


@pytest.mark.parametrize(
    ("compare", "finding"),
    [
        (lambda: disease.is_("one"), "disease"),  # type: ignore[arg-type]
        (lambda: disease.is_one_of(Disease.ONE, "two"), "disease"),  # type: ignore[arg-type]
        (lambda: LISTED.has("one"), "listed"),  # type: ignore[arg-type]
        (lambda: LISTED.has_not("one"), "listed"),  # type: ignore[arg-type]
    ],
    ids=["is", "is one of", "has", "has not"],
)
def test_a_plain_text_in_place_of_an_option_is_refused_with_the_options(
    compare: Callable[[], Condition], finding: str
) -> None:
    with pytest.raises(RuleBookError) as refused:
        compare()
    (fault,) = refused.value.faults
    assert fault.code == "RB201"
    assert str(fault.place) == f"finding {finding}"
    assert "which is not one of its options" in fault.message
    assert fault.mend == "Use one of its options: Disease.ONE, Disease.TWO."
