"""Each diagnostic has a tiny bad rule base that it is found in, and a good one without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from engine.broken import broken_book
from engine.conditions import InRange, Is, IsOneOf, Value
from engine.errors import DefectError
from engine.language import (
    Concluded,
    Edges,
    Example,
    Rule,
    RuleBook,
    Worse,
    all_of,
    any_of,
    at_least,
    edges,
    fires_for_each,
    ruled_out_for_each,
    silent_for_each,
    waits_for_each,
)
from engine.mutant import Mutation, Operator
from engine.verify.checks.engine_limits import limit_faults
from engine.verify.checks.patients import must, patient_for
from engine.verify.codes import CODES, Severity
from engine.verify.diagnose import diagnose, diagnose_parts
from engine.verify.diagnostic import BOOK, Diagnostic, Place, PlaceKind, rule_at
from tests.verify.diagnostics.small import (
    AMBIGUOUS,
    FLAG,
    GOUT,
    ILL,
    LINKED,
    LUPUS,
    MAY,
    NOT,
    OTHER_FLAG,
    POORLY,
    R_MAY,
    R_NOT,
    R_STOP,
    R_WITHHELD,
    SEVERE,
    VOCABULARY,
    Grade,
    book_of,
    cells,
    examples,
    fever,
    found_in,
    grade,
    limit,
    parted,
    parts_of,
    rule,
)

WORSE = (Worse(grade, tuple(option.value for option in Grade)),)
LUPUS_TOLD = {"disease": "lupus"}


def low(number: float, **more: Any) -> InRange:
    return InRange("cells", "thousand", high=number, marks=(limit(number),), **more)


def high(number: float, **more: Any) -> InRange:
    return InRange("cells", "thousand", low=number, marks=(limit(number),), **more)


@dataclass(frozen=True)
class Fault:
    """A bad rule base, all that is found of the code in it, and a good rule base beside it."""

    code: str
    bad: RuleBook
    place: Place
    message: str
    good: RuleBook
    patient: Mapping[str, Value] | None = None
    then: Mapping[str, Value] | None = None
    more: dict[str, Any] = field(default_factory=dict)


ONE = rule("A-1", all_of(LUPUS, fever.yes), ILL)
TOLD = examples([LUPUS, fever.yes], [LUPUS, fever.no])
STOPS = rule("A-1", all_of(LUPUS, low(2)), R_STOP)


def stopping(when: InRange | Is | IsOneOf, *others: Rule) -> RuleBook:
    return book_of(rule("A-1", all_of(LUPUS, when), R_STOP), *others)


FAULTS = {
    "cites nothing": Fault(
        "RB105",
        book_of(replace(ONE, cites=())),
        rule_at("A-1"),
        "rule A-1: cites nothing",
        book_of(ONE),
    ),
    "a statement that nobody cites": Fault(
        "RB106",
        book_of(ONE, statements=2),
        Place(PlaceKind.STATEMENT, "S2"),
        "statement S2: no rule of the document cites it, and nothing says why",
        book_of(ONE, statements=2, excused=("S2",)),
    ),
    "a statement that only published criteria cite": Fault(
        "RB106",
        book_of(ONE, replace(STOPS, id="A-2", cites=("S2",)), statements=2),
        Place(PlaceKind.STATEMENT, "S2"),
        "statement S2: no rule of the document cites it, and nothing says why",
        book_of(replace(ONE, cites=("S1", "S2")), statements=2),
    ),
    "an excuse that is not needed": Fault(
        "RB107",
        book_of(ONE, excused=("S1",)),
        Place(PlaceKind.STATEMENT, "S1"),
        "statement S1: is excused, but cited by A-1",
        book_of(ONE, replace(STOPS, id="A-2", cites=("S2",)), statements=2, excused=("S2",)),
    ),
    "an empty range": Fault(
        "RB208",
        book_of(rule("A-1", any_of(cells.between(4, 3, "thousand"), fever.yes), ILL)),
        rule_at("A-1", "when.0"),
        "rule A-1: asks cells to be at least 4 and at most 3 thousand, which no patient can meet",
        book_of(rule("A-1", any_of(cells.between(3, 4, "thousand"), fever.yes), ILL)),
    ),
    "a range that one end leaves out": Fault(
        "RB208",
        book_of(rule("A-1", InRange("cells", "thousand", 3, 3, low_included=False), ILL)),
        rule_at("A-1", "when"),
        "rule A-1: asks cells to be above 3 and at most 3 thousand, which no patient can meet",
        book_of(rule("A-1", InRange("cells", "thousand", 3, 3), ILL)),
    ),
    "beyond the limits": Fault(
        "RB208",
        book_of(rule("A-1", cells.above(6, "thousand"), ILL)),
        rule_at("A-1", "when"),
        "rule A-1: asks cells to be above 6 thousand, which no patient can meet",
        book_of(rule("A-1", cells.at_least(6, "thousand"), ILL)),
    ),
    "beyond the limits in another unit": Fault(
        "RB208",
        book_of(rule("A-1", cells.at_least(6001, "single"), ILL)),
        rule_at("A-1", "when"),
        "rule A-1: asks cells to be at least 6001 single, which no patient can meet",
        book_of(rule("A-1", cells.at_least(6000, "single"), ILL)),
    ),
    "between two steps": Fault(
        "RB208",
        book_of(rule("A-1", InRange("cells", "thousand", 3.2, 3.8), ILL)),
        rule_at("A-1", "when"),
        "rule A-1: asks cells to be at least 3.2 and at most 3.8 thousand, which no patient can "
        "meet",
        book_of(rule("A-1", InRange("cells", "thousand", 3.2, 4), ILL)),
    ),
    "no step": Fault(
        "RB208",
        book_of(rule("A-1", any_of(cells.is_(2.5), fever.yes), ILL)),
        rule_at("A-1", "when.0"),
        "rule A-1: asks cells to be 2.5 thousand, which no patient can meet",
        book_of(rule("A-1", any_of(cells.is_(2), fever.yes), ILL)),
    ),
    "never concluded": Fault(
        "RB302",
        book_of(rule("A-1", any_of(POORLY.yes, fever.yes), FLAG), concepts=(POORLY,)),
        Place(PlaceKind.CONCEPT, "poorly"),
        "concept poorly: no rule concludes it; read by A-1",
        book_of(rule("A-1", POORLY.yes, FLAG), rule("A-2", fever.yes, POORLY)),
    ),
    "never used": Fault(
        "RB303",
        book_of(ONE),
        Place(PlaceKind.CONCEPT, "ill"),
        "concept ill: nothing reads it",
        book_of(ONE, rule("A-2", ILL.no, FLAG)),
    ),
    "never fires": Fault(
        "RB401",
        book_of(
            rule("A-1", all_of(fever.no, LUPUS, cells.at_most(0, "thousand")), ILL),
            vocabulary=LINKED,
        ),
        rule_at("A-1"),
        "rule A-1: never fires: these hold together for nobody: “Fever: no”; “Cells: at most 0 "
        "thousand”",
        book_of(
            rule("A-1", all_of(fever.no, LUPUS, cells.at_most(1, "thousand")), ILL),
            vocabulary=LINKED,
        ),
    ),
    "waits for ever": Fault(
        "RB401",
        book_of(rule("A-1", all_of(fever.yes, POORLY.yes), FLAG), concepts=(POORLY,)),
        rule_at("A-1"),
        "rule A-1: never fires: this holds for nobody: “poorly: yes”",
        book_of(rule("A-1", any_of(fever.yes, POORLY.yes), FLAG), concepts=(POORLY,)),
    ),
    "always fires": Fault(
        "RB402",
        book_of(rule("A-1", all_of(LUPUS, any_of(fever.is_known(), fever.is_not_known())), FLAG)),
        rule_at("A-1"),
        "rule A-1: fires for every patient of the diseases that it speaks of",
        book_of(rule("A-1", LUPUS, FLAG), rule("A-2", all_of(LUPUS, fever.is_known()), FLAG)),
        patient=LUPUS_TOLD,
    ),
    "never ruled out": Fault(
        "RB405",
        book_of(rule("A-1", all_of(LUPUS, any_of(fever.yes, fever.no)), ILL)),
        rule_at("A-1"),
        "rule A-1: is never ruled out for a patient of the diseases that it speaks of: it fires or "
        "waits",
        book_of(ONE),
        patient={**LUPUS_TOLD, "fever": False},
    ),
    "the same again": Fault(
        "RB403",
        book_of(ONE, replace(ONE, id="A-2")),
        rule_at("A-2"),
        "rule A-2: has the same condition and conclusion as A-1",
        book_of(ONE, replace(ONE, id="A-2", then=FLAG)),
        patient={**LUPUS_TOLD, "fever": True},
    ),
    "the same in other words": Fault(
        "RB403",
        book_of(
            rule("A-1", all_of(LUPUS, at_least(2, fever.yes, SEVERE)), ILL),
            rule("A-2", all_of(SEVERE, fever.yes, LUPUS), ILL),
        ),
        rule_at("A-2"),
        "rule A-2: fires for exactly the same patients, with the same conclusion, as A-1",
        book_of(
            rule("A-1", all_of(LUPUS, at_least(1, fever.yes, SEVERE)), ILL),
            rule("A-2", all_of(GOUT, fever.yes, SEVERE), ILL),
        ),
        patient={"disease": "lupus", "grade": "severe", "fever": True},
    ),
    "shadowed": Fault(
        "RB404",
        book_of(
            rule("A-1", all_of(LUPUS, POORLY.yes), FLAG),
            rule("A-2", all_of(LUPUS, cells.at_most(0, "thousand"), SEVERE), FLAG),
            rule("A-3", fever.yes, POORLY),
            vocabulary=LINKED,
        ),
        rule_at("A-2"),
        "rule A-2: whenever it fires, A-1 fires too, with the same conclusion",
        book_of(
            rule("A-1", all_of(LUPUS, POORLY.yes), FLAG),
            rule("A-2", all_of(LUPUS, cells.at_most(1, "thousand"), SEVERE), FLAG),
            rule("A-3", fever.yes, POORLY),
            vocabulary=LINKED,
        ),
        patient={"disease": "lupus", "grade": "severe", "cells": 0.0},
    ),
    "for and against": Fault(
        "RB501",
        book_of(
            rule("A-1", all_of(LUPUS, fever.yes), MAY),
            rule("A-2", all_of(LUPUS, SEVERE), NOT),
        ),
        rule_at("A-1"),
        "rule A-1: says of drug X “may be considered” where A-2 says “not indicated”, and no rule "
        "declares an ambiguity",
        book_of(
            rule("A-1", all_of(LUPUS, fever.yes), MAY),
            rule("A-2", all_of(LUPUS, SEVERE), NOT),
            rule("A-3", all_of(LUPUS, SEVERE, fever.yes), AMBIGUOUS),
        ),
        patient={"disease": "lupus", "grade": "severe", "fever": True},
    ),
    "criteria for and against": Fault(
        "RB502",
        book_of(
            rule("A-1", all_of(LUPUS, fever.yes), R_MAY),
            rule("A-2", all_of(LUPUS, SEVERE), R_NOT),
        ),
        rule_at("A-1"),
        "rule A-1: says of drug X “may be considered” where A-2 says “not indicated”; “not "
        "indicated” wins",
        parted(
            book_of(
                rule("A-1", all_of(LUPUS, fever.yes), R_MAY),
                rule("A-2", all_of(LUPUS, SEVERE), R_NOT),
            )
        ),
        patient={"disease": "lupus", "grade": "severe", "fever": True},
    ),
    "severe and refractory, and no output": Fault(
        "RB503",
        book_of(
            rule("A-1", all_of(LUPUS, SEVERE, fever.no), MAY),
            rule("A-2", all_of(LUPUS, grade.is_one_of(Grade.MILD, Grade.MODERATE)), NOT),
        ),
        Place(PlaceKind.DRUG, "x"),
        "drug x: a patient with lupus gets no verdict of the document on it: every rule is ruled "
        "out",
        book_of(
            rule("A-1", all_of(LUPUS, SEVERE, fever.no), MAY),
            rule("A-2", all_of(LUPUS, grade.is_one_of(Grade.MILD, Grade.MODERATE)), NOT),
            rule("A-3", all_of(LUPUS, SEVERE, fever.yes), NOT),
        ),
        patient={"disease": "lupus", "grade": "severe", "fever": True},
    ),
    "a low count that lifts the warning": Fault(
        "RB504",
        book_of(
            rule("A-1", all_of(LUPUS, low(2), fever.is_not_known()), R_WITHHELD), vocabulary=LINKED
        ),
        rule_at("A-1", "when.1"),
        "rule A-1: fires, and with cells lower is ruled out; no other rule of safety for the drug "
        "fires then",
        book_of(
            rule("A-1", all_of(LUPUS, low(2), fever.is_not_known()), R_WITHHELD),
            rule("A-2", all_of(LUPUS, low(0)), R_STOP),
            vocabulary=LINKED,
        ),
        patient={"disease": "lupus", "cells": 1.0},
        then={"disease": "lupus", "cells": 0.0},
    ),
    "a band of two thresholds that nothing takes over": Fault(
        "RB504",
        book_of(rule("A-1", all_of(LUPUS, low(4), high(2)), R_STOP)),
        rule_at("A-1", "when.1"),
        "rule A-1: fires, and with cells higher is ruled out; no other rule of safety for the drug "
        "fires then",
        book_of(
            rule("A-1", all_of(LUPUS, low(4), high(2)), R_STOP),
            rule("A-2", all_of(LUPUS, low(1)), R_STOP),
        ),
        patient={"disease": "lupus", "cells": 2.0},
        then={"disease": "lupus", "cells": 5.0},
    ),
    "a band that nothing takes over": Fault(
        "RB504",
        stopping(cells.between(limit(2), limit(4))),
        rule_at("A-1", "when.1"),
        "rule A-1: fires, and with cells higher is ruled out; no other rule of safety for the drug "
        "fires then",
        stopping(
            cells.between(limit(2), limit(4)), rule("A-2", all_of(LUPUS, high(5)), R_WITHHELD)
        ),
        patient={"disease": "lupus", "cells": 2.0},
        then={"disease": "lupus", "cells": 5.0},
    ),
    "a grade that is too severe for the warning": Fault(
        "RB504",
        stopping(grade.is_(Grade.MODERATE)),
        rule_at("A-1", "when.1"),
        "rule A-1: fires, and with grade worse is ruled out; no other rule of safety for the drug "
        "fires then",
        stopping(grade.is_one_of(Grade.MODERATE, Grade.SEVERE)),
        patient={"disease": "lupus", "grade": "moderate"},
        then={"disease": "lupus", "grade": "severe"},
        more={"worse": WORSE},
    ),
    "a hole of one number": Fault(
        "RB505",
        book_of(
            rule("A-1", all_of(LUPUS, cells.below(3, "thousand")), ILL),
            rule("A-2", all_of(cells.above(3, "thousand"), LUPUS), FLAG),
        ),
        rule_at("A-1", "when.1"),
        "rule A-1: leaves a hole below A-2, which differs in nothing else: cells 3 thousand is in "
        "neither",
        book_of(
            rule("A-1", all_of(LUPUS, cells.below(3, "thousand")), ILL),
            rule("A-2", all_of(cells.above(2, "thousand"), LUPUS), FLAG),
        ),
        patient={"disease": "lupus", "cells": 3.0},
    ),
    "a hole of one step": Fault(
        "RB505",
        book_of(
            rule("A-1", all_of(LUPUS, cells.at_most(2, "thousand")), ILL),
            rule("A-2", all_of(LUPUS, cells.at_least(4000, "single")), ILL),
        ),
        rule_at("A-1", "when.1"),
        "rule A-1: leaves a hole below A-2, which differs in nothing else: cells 3 thousand is in "
        "neither",
        book_of(
            rule("A-1", all_of(LUPUS, cells.at_most(1, "thousand")), ILL),
            rule("A-2", all_of(LUPUS, cells.at_least(4, "thousand")), ILL),
        ),
        patient={"disease": "lupus", "cells": 3.0},
    ),
    "an overlap of one number": Fault(
        "RB506",
        book_of(
            rule("A-1", all_of(LUPUS, cells.at_most(3, "thousand")), FLAG),
            rule("A-2", all_of(LUPUS, cells.at_least(3, "thousand")), OTHER_FLAG),
        ),
        rule_at("A-1", "when.1"),
        "rule A-1: overlaps with A-2, which differs in nothing else but concludes something else: "
        "cells 3 thousand is in both",
        book_of(
            rule("A-1", all_of(LUPUS, cells.at_most(3, "thousand")), FLAG),
            rule("A-2", all_of(LUPUS, cells.above(3, "thousand")), OTHER_FLAG),
        ),
        patient={"disease": "lupus", "cells": 3.0},
    ),
    "an example that waits": Fault(
        "RB601",
        book_of(replace(ONE, examples=(*TOLD, Example((LUPUS,), fires=True)))),
        rule_at("A-1", "examples.2"),
        "rule A-1: is said to fire for an example, and it waits",
        book_of(replace(ONE, examples=TOLD)),
        patient=LUPUS_TOLD,
    ),
    "an example that fires": Fault(
        "RB601",
        book_of(
            replace(ONE, examples=examples([LUPUS, fever.yes], [LUPUS, cells.is_(0)])),
            vocabulary=LINKED,
        ),
        rule_at("A-1", "examples.1"),
        "rule A-1: is said to stay silent for an example, and it fires",
        book_of(replace(ONE, examples=TOLD)),
        patient={"disease": "lupus", "cells": 0.0},
    ),
    "an example of nobody": Fault(
        "RB601",
        book_of(
            replace(ONE, examples=examples([LUPUS, fever.yes], [fever.no, cells.is_(0)])),
            vocabulary=LINKED,
        ),
        rule_at("A-1", "examples.1"),
        "rule A-1: an example is nobody who can be: Cells: 0 thousand and Fever: no "
        "cannot both be true. Without cells comes fever.",
        book_of(replace(ONE, examples=TOLD)),
        patient={"fever": False, "cells": 0.0},
    ),
    "no examples": Fault(
        "RB602",
        book_of(ONE),
        rule_at("A-1"),
        "rule A-1: lacks an example that fires and a near miss that does not",
        book_of(replace(ONE, examples=TOLD)),
    ),
    "only one example": Fault(
        "RB602",
        book_of(replace(ONE, examples=TOLD[:1])),
        rule_at("A-1"),
        "rule A-1: lacks a near miss that does not",
        book_of(replace(ONE, examples=TOLD)),
    ),
    "a far miss": Fault(
        "RB603",
        book_of(replace(ONE, examples=examples([LUPUS, fever.yes], [GOUT, fever.no]))),
        rule_at("A-1", "examples.1"),
        "rule A-1: a near miss differs from every example that fires in more than one finding: "
        "disease, fever from the nearest",
        book_of(replace(ONE, examples=TOLD)),
        patient={"disease": "gout", "fever": False},
    ),
    "a rule that no case meets": Fault(
        "RB604",
        book_of(ONE, rule("A-2", ILL.yes, FLAG), rule("A-3", ILL.no, FLAG)),
        rule_at("A-3"),
        "rule A-3: fires at no step of any case",
        book_of(ONE, rule("A-2", ILL.yes, FLAG)),
        more={"cases_seen": ({"disease": "lupus", "fever": True, "beyond": 1.0},)},
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_bad_rule_base_is_told_and_a_good_one_left_in_peace(name: str) -> None:
    fault = FAULTS[name]
    found = found_in(fault.bad, fault.code, **fault.more)
    assert [(each.place, each.line) for each in found] == [(fault.place, fault.message)]
    (one,) = found
    assert one.mend.endswith(".")
    assert one.patient == fault.patient
    assert one.then == fault.then
    assert found_in(fault.good, fault.code, **fault.more) == []


def test_what_no_case_decides_or_fails_is_told_condition_by_condition() -> None:
    book = book_of(rule("A-1", all_of(LUPUS, any_of(fever.yes, SEVERE)), FLAG))

    def found(code: str, *steps: Mapping[str, Value]) -> list[tuple[str, str]]:
        return [(d.place.path, d.message) for d in found_in(book, code, cases_seen=steps)]

    lupus: dict[str, Value] = {"disease": "lupus"}
    both = {**lupus, "fever": True, "grade": "severe"}
    assert found("RB605", both) == [
        ("when.1.0", "fires at no step of any case because of “Fever: yes”"),
        ("when.1.1", "fires at no step of any case because of “Grade: severe”"),
    ]
    assert found("RB605", {**lupus, "fever": True}, {**lupus, "grade": "severe"}) == []
    assert found("RB606", both, {"disease": "gout", "fever": False}) == [
        ("when.1.1", "“Grade: severe” is known to be no at no step of any case"),
    ]
    assert found("RB606", both, {"disease": "gout", "fever": False, "grade": "mild"}) == []
    assert found("RB604", both) == []


def test_without_cases_nothing_is_said_of_them() -> None:
    book = book_of(ONE)
    assert not [each for each in diagnose(book) if each.code.startswith("RB604")]
    assert [each.code for each in diagnose(book, cases_seen=()) if each.code > "RB603"] == ["RB604"]


def crowded(number: int) -> RuleBook:
    return book_of(*(rule(f"A-{n}", fever.yes, FLAG) for n in range(number)))


def test_limits_of_durable_rules_are_told_before_they_are_reached() -> None:
    assert list(limit_faults(crowded(203))) == []
    (near,) = limit_faults(crowded(204))
    assert (near.code, near.place) == ("RB701", BOOK)
    assert near.line == (
        "durable-rules: finding fever: 204 conditions ask exactly the same; it carries 255."
    )
    (passed,) = limit_faults(crowded(256))
    assert (passed.code, passed.severity) == ("RB702", Severity.ERROR)
    assert passed.line == (
        "durable-rules: finding fever: 256 conditions ask exactly the same; it carries 255."
    )


def test_examples_that_name_what_does_not_exist_are_told_by_their_own_codes() -> None:
    wrong = Example((Is("cough", True), Is("grade", "awful")), fires=True)
    found = diagnose(book_of(replace(ONE, examples=(*TOLD, wrong))))
    told = [(each.code, each.place.path, each.line) for each in found if each.code < "RB300"]
    assert told == [
        ("RB103", "examples.2", "rule A-1: reads the finding cough, which does not exist"),
        ("RB201", "examples.2", "rule A-1: grade can never be 'awful'"),
    ]


def test_parts_of_which_no_rule_book_can_be_made_are_diagnosed_all_the_same() -> None:
    parts = parts_of(rule("A-1", all_of(Is("grade", "awful"), ILL.yes), ILL, cites=("S9",)))
    found = diagnose_parts(parts)
    assert [(each.code, str(each.place), each.place.path) for each in found] == [
        ("RB104", "rule A-1", ""),
        ("RB201", "rule A-1", "when.0"),
        ("RB301", "", ""),
    ]
    assert found[2].message == "concepts read each other in a circle: ill → ill"
    assert found[2].also == (Place(PlaceKind.CONCEPT, "ill"),)
    sound = parts_of(replace(ONE, examples=TOLD), rule("A-2", ILL.yes, FLAG))
    assert {each.code for each in diagnose_parts(sound)} == {"RB602"}


def test_a_good_rule_base_gets_no_diagnostic_at_all() -> None:
    book = book_of(
        replace(ONE, examples=TOLD),
        rule("A-2", all_of(ILL.yes, SEVERE), MAY,
             examples=examples([LUPUS, fever.yes, SEVERE], [GOUT, fever.yes, SEVERE])),
        rule("A-3", all_of(LUPUS, fever.yes, grade.is_one_of(Grade.MILD, Grade.MODERATE)), NOT,
             examples=examples([LUPUS, fever.yes, grade.is_(Grade.MILD)],
                               [LUPUS, fever.yes, SEVERE])),
        rule("A-4", all_of(LUPUS, fever.no), NOT,
             examples=examples([LUPUS, fever.no], [LUPUS, fever.yes])),
    )  # fmt: skip
    assert diagnose(book, worse=WORSE) == ()


def test_what_the_evaluator_does_not_see_is_a_defect_and_no_diagnostic() -> None:
    book = book_of(ONE)
    with pytest.raises(DefectError, match="disagree on A-1"):
        must(book, {"disease": "lupus"}, fire=[ONE])
    with pytest.raises(DefectError, match="disagree on A-1"):
        must(book, {"disease": "lupus", "fever": True}, not_fire=[ONE])
    with pytest.raises(DefectError, match="no longer finds"):
        patient_for(book, [ONE], lambda encoding: [-encoding.props.true])


def test_a_rule_book_that_was_broken_on_purpose_is_looked_at_like_any_other() -> None:
    other = replace(ONE, id="A-2", when=all_of(GOUT, fever.yes))
    wider = replace(other, when=any_of(LUPUS, fever.yes))
    mutation = Mutation(
        id="m", operator=Operator.SWAP_GROUP, rule="A-2", path="when", words="", mutated=wider
    )
    assert found_in(book_of(ONE, other), "RB404") == []
    (found,) = found_in(broken_book(book_of(ONE, other), mutation), "RB404")
    assert found.place == rule_at("A-1")


def test_progress_is_told_in_words() -> None:
    said: list[str] = []
    diagnose(book_of(ONE), cases_seen=(), progress=said.append)
    assert len(said) == len(set(said)) == 12
    assert all(said)


def test_the_order_is_by_code_and_then_by_place() -> None:
    found = diagnose(book_of(replace(ONE, cites=()), replace(ONE, id="A-2", cites=())))
    codes = [each.code for each in found]
    assert codes == sorted(codes)
    assert [each.place.id for each in found if each.code == "RB105"] == ["A-1", "A-2"]


def test_a_patient_on_the_edge_is_run_like_an_example() -> None:
    book = book_of(replace(ONE, examples=TOLD))

    def found(*rows: Edges) -> list[Diagnostic]:
        return [each for each in diagnose(book, edges=rows) if each.code in {"RB601", "RB607"}]

    right = edges("A-1", silent_for_each((LUPUS,)))
    assert found(right) == []
    (wrong,) = found(edges("A-1", fires_for_each((LUPUS,))))
    assert wrong.place == rule_at("A-1", "edges.0")
    assert str(wrong.message) == "is said to fire for a patient on its edge, and it waits"
    assert wrong.patient == LUPUS_TOLD
    assert found(edges("A-1", waits_for_each((LUPUS,)), ruled_out_for_each((GOUT,)))) == []
    (out,) = found(edges("A-1", ruled_out_for_each((LUPUS,))))
    assert out.message == "is said to be ruled out for a patient on its edge, and it waits"
    (gone,) = found(edges("A-9", silent_for_each((GOUT,)), fires_for_each((LUPUS,))))
    assert (gone.code, gone.place) == ("RB607", rule_at("A-9"))
    assert gone.message == "is not in the rule book, and patients on its edge are"
    assert gone.patient == LUPUS_TOLD


def test_another_conclusion_than_is_written_down_is_found() -> None:
    book = book_of(replace(ONE, examples=TOLD))

    def found(*rows: Concluded) -> list[tuple[str, str]]:
        return [
            (each.code, each.message)
            for each in diagnose(book, concluded=rows)
            if each.code in {"RB607", "RB609"}
        ]

    assert found(Concluded(ONE.then, ("A-1",))) == []
    assert found(Concluded(OTHER_FLAG, ("A-1", "A-9"))) == [
        ("RB607", f"is not in the rule book, and is to conclude “{OTHER_FLAG.label}”"),
        ("RB609", f"concludes “{ONE.then.label}”, and is to conclude “{OTHER_FLAG.label}”"),
    ]


def test_a_rule_that_advises_and_is_not_written_down_is_found() -> None:
    """A new reason against a drug, with examples of its own, is noticed by no other rule's."""
    old = replace(rule("A-1", all_of(LUPUS, fever.yes), MAY), examples=TOLD)
    new = replace(rule("A-2", all_of(LUPUS, fever.yes), NOT), examples=TOLD)
    written = Concluded(MAY, ("A-1",))

    def found(*rules: Rule, rows: tuple[Concluded, ...] = (written,)) -> list[Diagnostic]:
        every = diagnose(book_of(*rules), concluded=rows)
        return [each for each in every if each.code == "RB609"]

    assert found(old) == []
    (wrong,) = found(old, new)
    assert wrong.place == rule_at("A-2")
    assert wrong.message == f"concludes “{NOT.label}”, and is not in the list of conclusions"
    assert wrong.patient == {fact.finding: fact.value for fact in TOLD[0].facts}
    assert found(old, new, rows=(written, Concluded(NOT, ("A-2",)))) == []
    # Of a layer of which nothing is written down, nothing is missing.
    assert found(old, new, rows=()) == []


def test_a_code_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(KeyError):
        Diagnostic(code="RB999", place=BOOK, message="", mend="")


def test_every_code_is_in_the_table_once_and_explained() -> None:
    for code in CODES.values():
        assert code.means.endswith("."), code.id
        assert code.matters.endswith("."), code.id
        assert code.title[0].islower()
    tried = {fault.code for fault in FAULTS.values()} | {
        "RB605",
        "RB606",
        "RB607",
        "RB608",
        "RB609",
        "RB701",
        "RB702",
    }
    assert tried == {code.id for code in CODES.values() if not code.refuses}


def test_the_vocabulary_of_the_tiny_book_is_sound() -> None:
    assert VOCABULARY.atoms["cells"] is cells
