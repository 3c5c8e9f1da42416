"""A rule base so small that every patient can be looked at, and the means to make faulty ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Any

from engine.conditions import Value
from engine.errors import ContradictionError
from engine.evidence import Confidence, Threshold
from engine.facts import establish
from engine.language import (
    Advice,
    Chapter,
    Choice,
    Concept,
    Condition,
    Entailment,
    Example,
    Excuse,
    Flag,
    Layer,
    Limits,
    Measurement,
    Option,
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
    fires,
    silent,
)
from engine.verify.diagnose import diagnose
from engine.verify.diagnostic import Diagnostic


class Disease(Option):
    LUPUS = "lupus", "lupus"
    GOUT = "gout", "gout"
    OTHER = "other", "another disease"


class Grade(Option):
    MILD = "mild", "mild"
    MODERATE = "moderate", "moderate"
    SEVERE = "severe", "severe"


class Drug(Option):
    X = "x", "drug X"


disease = Choice(
    id="disease", label="Disease", question="?", help="", section="all", options=Disease
)
grade = Choice(id="grade", label="Grade", question="?", help="", section="all", options=Grade)
fever = YesNo(id="fever", label="Fever", question="?", help="", section="all")
cells = Measurement(
    id="cells",
    label="Cells",
    question="?",
    help="",
    section="all",
    unit="thousand",
    hard=Limits(0, 6),
    other_units=(Unit("single", Decimal("0.001")),),
    whole=True,
)
VOCABULARY = Vocabulary(
    sections=(Section(id="all", title="All", help=""),),
    findings=(disease, grade, fever, cells),
    diagnosis=disease,
)
NO_CELLS = Entailment(
    when=cells.at_most(0, "thousand"),
    then=fever.yes,
    cites=(),
    because="Without cells comes fever.",
)
LINKED = replace(VOCABULARY, entailments=(NO_CELLS,))

LUPUS = disease.is_(Disease.LUPUS)
GOUT = disease.is_(Disease.GOUT)
SEVERE = grade.is_(Grade.SEVERE)
ILL = Concept(id="ill", label="ill")
POORLY = Concept(id="poorly", label="poorly")
FLAG = Flag(id="flag", label="flag", topic=Topic.RISK, text="A flag.")
OTHER_FLAG = Flag(id="other_flag", label="other flag", topic=Topic.RISK, text="Another flag.")


def advice(stance: Stance, layer: Layer = Layer.DOCUMENT) -> Advice:
    name = f"{layer.value}_{stance.value}"
    return Advice(id=name, label=name, drug=Drug.X, stance=stance, layer=layer)


MAY, NOT, AMBIGUOUS = (advice(each) for each in (Stance.MAY, Stance.NOT, Stance.AMBIGUOUS))
R_MAY, R_NOT, R_STOP, R_WITHHELD = (
    advice(each, Layer.REFERENCE) for each in (Stance.MAY, Stance.NOT, Stance.STOP, Stance.WITHHELD)
)


def limit(value: float) -> Threshold:
    """A threshold of nobody's."""
    return Threshold(
        id=f"at_{value:g}",
        label="Limit",
        value=value,
        unit="thousand",
        confidence=Confidence.OWN,
    )


def rule(name: str, when: Condition, then: Concept, **more: Any) -> Rule:
    reference = {"confidence": Confidence.OWN} if then.layer is Layer.REFERENCE else {}
    given: dict[str, Any] = {"title": name, "cites": ("S1",), "because": "", "misuse": ""}
    given |= {"examples": (), **reference, **more}
    return Rule(id=name, when=when, then=then, **given)


def examples(fire: Iterable[Any], near: Iterable[Any]) -> tuple[Example, ...]:
    return fires(*fire), silent(*near)


def parts_of(
    *rules: Rule,
    concepts: Iterable[Concept] = (),
    statements: int = 1,
    excused: Iterable[str] = (),
    vocabulary: Vocabulary = VOCABULARY,
) -> dict[str, Any]:
    """The parts of a rule book: what the rules conclude, any further concepts, statements."""
    return {
        "version": "0",
        "vocabulary": vocabulary,
        "drugs": Drug,
        "concepts": tuple(dict.fromkeys((*(rule.then for rule in rules), *concepts))),
        "chapters": (Chapter(id="all", title="All", paragraphs=(1,), rules=rules),),
        "statements": tuple(
            Statement(id=f"S{n}", paragraph=1, text="", kind=StatementClass.RISK, modality="fact")
            for n in range(1, statements + 1)
        ),
        "excuses": (Excuse(statements=tuple(excused), reason="Decides nothing."),),
    }


def book_of(*rules: Rule, **more: Any) -> RuleBook:
    return RuleBook(**parts_of(*rules, **more))


def parted(book: RuleBook) -> RuleBook:
    """The same, with a chapter for each rule."""
    return replace(
        book,
        chapters=tuple(replace(book.chapters[0], id=each.id, rules=(each,)) for each in book.rules),
    )


def found_in(book: RuleBook, code: str, **more: Any) -> list[Diagnostic]:
    return [each for each in diagnose(book, **more) if each.code == code]


def everybody(vocabulary: Vocabulary = LINKED) -> Iterator[dict[str, Value]]:
    """Every patient there can be."""
    values: list[tuple[Value | None, ...]] = [
        (None, *(str(option.value) for option in Disease)),
        (None, *(str(option.value) for option in Grade)),
        (None, True, False),
        (None, *(float(number) for number in range(7))),
    ]
    names = ("disease", "grade", "fever", "cells")
    for told in product(*values):
        entries = {n: v for n, v in zip(names, told, strict=True) if v is not None}
        try:
            establish(vocabulary, entries)
        except ContradictionError:
            continue
        yield entries
