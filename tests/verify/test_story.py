"""What is told of a patient for whom a property does not hold: what is so, and what of it matters.

The words are held against planted faults; which conditions decide, against the evaluator.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.conditions import ConceptIs, IsKnown, IsNotKnown, Value, any_of, findings_of, walk
from engine.errors import ContradictionError
from engine.evaluate import prove as prove_condition
from engine.export.proofs import worst_first
from engine.language import Known, Never, Stance, VerdictIs, all_of
from engine.property import Fact, NotShown, Whenever
from engine.rule import Flag, Layer
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.truth import Truth
from engine.verify.looked import Looked
from engine.verify.outcome import Found, Outcome
from engine.verify.proof import Proof, State, prove
from engine.verify.story import Story, story
from engine.verify.wording import MOST, as_it_is, lacking
from rules import RULEBOOK
from rules.concepts import HIGHLY_ACTIVE, SEVERE, TEAM_DECISION, UNRESPONSIVE, Drug
from rules.full import ALONE, FULL_RULEBOOK
from rules.reference import guards
from rules.vocabulary.disease import life_threatening, severity
from rules.vocabulary.options import Severity
from tests.engine.random_books import groups, leaves, seeded
from tests.engine.toy import TOY
from tests.verify.test_against_evaluator import property_of, somebody
from tests.verify.test_shipped import BY_ID, with_rule, without, without_rule


def told(book: RuleBook, name: str) -> tuple[Found, Story]:
    """The first patient against a property, and the story."""
    found = prove(book, BY_ID[name], ALONE).outcome.against[0]
    return found, story(book, BY_ID[name], found)


@pytest.fixture(scope="module")
def unstopped() -> RuleBook:
    """Published criteria in which active tuberculosis stops nothing."""
    return without_rule("RSAF-20", without_rule("RSAF-19", FULL_RULEBOOK))


def test_of_several_things_that_are_forbidden_the_one_that_is_there_is_named(
    unstopped: RuleBook,
) -> None:
    found, _ = told(unstopped, "P-STOP-CYC")
    assert found.why == (
        "These should never come together: Cyclophosphamide, by published criteria: “May be "
        "considered”; Tuberculosis: active."
    )


def test_what_matters_stands_apart_from_what_is_told_besides(unstopped: RuleBook) -> None:
    found, all_ = told(unstopped, "P-STOP-CYC")
    assert all_.matters[0].startswith("Diagnosis: ")
    assert "Tuberculosis: active" in all_.matters
    assert len(all_.matters) < len(all_.besides)
    assert "Infection now: none" in all_.besides
    assert not set(all_.matters) & set(all_.besides)
    # Nothing that is told is kept back.
    assert len(all_.matters) + len(all_.besides) >= len(found.entries)


def test_without_what_is_told_besides_something_else_decides(unstopped: RuleBook) -> None:
    found, _ = told(unstopped, "P-STOP-CYC")
    looked = Looked(unstopped, found.entries)
    decided = looked.decided(Layer.REFERENCE, Drug.CYCLOPHOSPHAMIDE)
    assert decided is not None
    matters = looked.matters(_facts("P-STOP-CYC"), decided.rules)
    less = {name: value for name, value in found.entries.items() if name in matters}
    other = Looked(unstopped, less).decided(Layer.REFERENCE, Drug.CYCLOPHOSPHAMIDE)
    assert other is not None
    assert other.kind is not Kind.MAY_BE_CONSIDERED
    # What the deciding rules read is among what matters: they fire without the rest too.
    for rule in decided.rules:
        assert Looked(unstopped, less).found.proofs[rule.id].truth is Truth.YES


def _facts(name: str) -> tuple[Fact, ...]:
    claim = BY_ID[name].claim
    assert isinstance(claim, Never)
    return (*claim.given, *claim.together_with)


def test_a_lost_flag_is_not_said_and_the_others_are() -> None:
    found, all_ = told(without_rule("GEN-5"), "P-BESIDE-CYC")
    assert found.why == (
        "This is so: Cyclophosphamide, by the document: “May be considered”. The property then "
        "demands that this is said: “risk of infection”. It is not said. As demanded: "
        "“multidisciplinary decision” is said; “close monitoring” is said; “risk of marrow "
        "suppression” is said."
    )
    assert all_.matters == (
        "Diagnosis: systemic lupus erythematosus",
        "Severity: severe (implied by life-threatening)",
        "Life-threatening: yes (implied by severe haematological abnormality)",
        "Severe haematological abnormality: yes",
    )
    assert all_.besides == ()


def test_a_lost_stop_is_told_with_what_it_should_follow_from(unstopped: RuleBook) -> None:
    found, all_ = told(unstopped, "P-HOLDS-CYC")
    assert found.why.startswith("This is so: Diagnosis: ")
    assert found.why.endswith(
        "; Tuberculosis: active. The property then demands that this holds: “cyclophosphamide: "
        "excluded or paused”. It is not known to hold."
    )
    (said,) = all_.said
    assert said.words == "“Cyclophosphamide: excluded or paused”: is not known to hold"
    assert said.rules == ("No rule that would say so reads tuberculosis",)


def test_what_is_not_shown_is_told_as_not_recorded() -> None:
    found, all_ = told(without("MS-2", 2), "P-FIRST")
    assert found.why == (
        "These should never come together: Mitoxantrone, by the document: “May be considered”; "
        "First-line therapy tried: not recorded."
    )
    assert "First-line therapy tried: not recorded" in all_.matters


def test_what_follows_in_part_is_told_in_part() -> None:
    found, _ = told(without("LUP-1", 1), "P-LUP")
    assert found.why == (
        "This is so: Diagnosis: systemic lupus erythematosus; Cyclophosphamide, by the document: "
        "“May be considered”. The property then demands: Severity: severe. But: Severity: not "
        "recorded. As demanded: Unresponsive to safer therapy: yes."
    )


def test_what_turns_when_more_is_told_is_named_with_its_rule() -> None:
    ambiguous = next(
        advice
        for advice in RULEBOOK.advice
        if advice.drug is Drug.CYCLOPHOSPHAMIDE and advice.stance is Stance.AMBIGUOUS
    )
    book = replace(
        RULEBOOK,
        chapters=tuple(
            replace(
                chapter,
                rules=tuple(
                    replace(rule, then=ambiguous) if rule.id == "VAS-2" else rule
                    for rule in chapter.rules
                ),
            )
            for chapter in RULEBOOK.chapters
        ),
    )
    found, all_ = told(book, "P-TOLD-D")
    assert found.then is not None
    assert all_.turned == ("VAS-2 (vasculitis that is not severe): waits, then fires",)
    assert any(line.endswith(": not recorded, then mild") for line in all_.changed)


def test_no_flag_is_said_to_turn() -> None:
    all_failed = RULEBOOK.rule["RAM-3"].when
    slowly = all_of(all_failed, ConceptIs("rapid_progression", yes=False))
    book = with_rule("RAM-3", slowly, without_rule("RAM-4"))
    _, all_ = told(book, "P-WORSE-ANY-D")
    turned = {line.split(" ", 1)[0] for line in all_.turned}
    assert "RAM-3" in turned
    assert not any(isinstance(book.rule[name].then, Flag) for name in turned)


def test_what_is_said_for_nothing_is_named_with_what_it_lacks() -> None:
    book = with_rule("RCMP-4", guards.SCLEROSIS, FULL_RULEBOOK)
    found, _ = told(book, "P-DIFFER-4")
    assert found.why == (
        "This is so: “judgement and criteria differ on highly active” is said. For that the "
        "property demands: at least one of (all of (“aggressive or highly active MS”; "
        "“highly active by published criteria” ruled out); all of (“aggressive or highly active "
        "MS” ruled out; “highly active by published criteria”)). But: “aggressive or "
        "highly active MS” is not settled; “highly active by published criteria” is not settled."
    )


def test_what_is_long_is_told_in_short() -> None:
    """A condition in 16 parts, and as many findings that are not recorded, and one of another."""
    when = all_of(guards.SCLEROSIS, UNRESPONSIVE.yes)
    found, all_ = told(with_rule("RCMP-9", when, FULL_RULEBOOK), "P-RECORD-9")
    assert "the property demands: a condition in 16 parts on Anti-CD20 " in found.why
    assert len(found.why) < 1000
    (line,) = [line for line in all_.matters if line.startswith("Not recorded: ")]
    assert line.endswith(" and 11 more")
    assert line.count(", ") == MOST - 1


def test_a_long_rule_is_told_by_what_makes_it_fire() -> None:
    found, all_ = told(without("RGOV-5", 0, FULL_RULEBOOK), "P-OPEN-LUP")
    (said,) = all_.said
    (line,) = said.rules
    assert line.startswith("RGOV-5 (what is recorded does not tell yet how severe lupus is) fires")
    assert len(line) < 400
    assert (
        Looked(without("RGOV-5", 0, FULL_RULEBOOK), found.entries).found.proofs["RGOV-5"].truth
        is Truth.YES
    )


def test_a_supposition_that_nobody_meets_is_named() -> None:
    """By itself, or, where each can be, that they cannot come together."""
    may = VerdictIs(Layer.DOCUMENT, Drug.MITOXANTRONE, (Kind.MAY_BE_CONSIDERED,))
    mild, severe = (Known(severity.is_(each)) for each in (Severity.MILD, Severity.SEVERE))
    lost = prove(without_rule("MS-2"), property_of(Never((mild, may), (severe,))), {})
    assert lost.state is State.EMPTY
    assert lost.outcome.nobody == (
        "Nobody has this: Mitoxantrone, by the document: “May be considered”."
    )
    apart = prove(RULEBOOK, property_of(Whenever((mild, severe), (may,))), {})
    assert apart.state is State.EMPTY
    assert apart.outcome.nobody == ("Each of the things that it supposes can be, but not together.")


LUPUS: dict[str, Value] = {"diagnosis": "systemic_lupus_erythematosus", "severity": "mild"}
MS: dict[str, Value] = {"diagnosis": "multiple_sclerosis", "highly_active": False}
WANTED: dict[str, tuple[dict[str, Value], Fact, tuple[str, ...]]] = {
    # A patient, what should follow and does not, and what is said in pieces.
    "a concept": (
        LUPUS,
        Known(SEVERE.yes),
        ("The property demands that this holds: “severe disease”. It is not known to hold.",),
    ),
    "a concept that may not be ruled out": (
        MS,
        NotShown(HIGHLY_ACTIVE.no),
        (
            "The property demands that this is not ruled out: “aggressive or highly active MS”. ",
            "It is ruled out.",
        ),
    ),
    "one of two": (
        LUPUS,
        Known(any_of(severity.is_(Severity.SEVERE), life_threatening.yes)),
        (
            "The property demands: at least one of (Severity: severe; ",
            "Life-threatening: yes).",
            " But: Severity: mild, not severe; Life-threatening: not recorded.",
        ),
    ),
    "what should be known not to be so": (
        LUPUS,
        Known(severity.is_(Severity.MILD), yes=False),
        (
            "The property demands that this is known not to be so: Severity: mild.",
            " But: Severity: mild.",
        ),
    ),
    "what should not be shown": (
        LUPUS,
        NotShown(severity.is_(Severity.MILD)),
        (
            "The property demands that this is not known to be so: Severity: mild.",
            " But: Severity: mild.",
        ),
    ),
    "what is told of another diagnosis": (
        {**MS, "severity": "mild"},
        Known(severity.is_(Severity.MILD)),
        (
            "The property demands: Severity: mild.",
            " But: Severity: does not apply to the diagnosis.",
        ),
    ),
    "any verdict but one": (
        MS,
        VerdictIs(
            Layer.DOCUMENT,
            Drug.MITOXANTRONE,
            tuple(kind for kind in Kind if kind is not Kind.NOT_INDICATED),
        ),
        (
            "The property demands: Mitoxantrone, by the document: anything but “Not ",
            "indicated by the document”.",
            " But: Mitoxantrone, by the document: “Not indicated by the document”.",
        ),
    ),
    "a verdict": (
        MS,
        VerdictIs(Layer.DOCUMENT, Drug.MITOXANTRONE, (Kind.MAY_BE_CONSIDERED,)),
        (
            "The property demands: Mitoxantrone, by the document: “May be considered”.",
            " But: Mitoxantrone, by the document: “Not indicated by the document”.",
        ),
    ),
}


@pytest.mark.parametrize("name", WANTED)
def test_what_is_lacking_is_told_with_what_is_there(name: str) -> None:
    entries, fact, said = WANTED[name]
    looked = Looked(RULEBOOK, entries)
    assert not looked.is_so(fact)
    assert lacking(looked, fact) == "".join(said)


def test_a_flag_is_said_or_not() -> None:
    entries: dict[str, Value] = {**MS, "highly_active": True, "first_line_tried": True}
    looked = Looked(RULEBOOK, entries)
    assert as_it_is(looked, Known(TEAM_DECISION.yes)) == ("“multidisciplinary decision” is said",)
    assert lacking(looked, NotShown(TEAM_DECISION.yes)) == (
        "The property demands that this is not said: “multidisciplinary decision”. It is said."
    )


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_deciding_conditions_are_enough(data: st.DataObject) -> None:
    """With what the named conditions read, and no more told, a condition is what it was."""
    readable = leaves(TOY.concepts, flags=True)
    condition = data.draw(st.recursive(readable, groups, max_leaves=12))
    entries = somebody(seeded(data.draw(st.integers(0, 2**32))))
    looked = Looked(TOY, entries)
    try:
        known, concepts = looked.values, looked.found.concepts
    except ContradictionError:
        return
    truth = prove_condition(condition, TOY.vocabulary, known, concepts).truth
    deciding = list(looked.leaves(condition))
    assert deciding
    if truth is not Truth.UNKNOWN:
        assert all(node.truth is truth for _, node in deciding)
    elif any(isinstance(node, IsKnown | IsNotKnown) for _, node in walk(condition)):
        return  # that something is told is settled, and no longer so where it is left out
    read = {name for leaf, _ in deciding for name in findings_of(leaf)}
    assert read <= findings_of(condition)
    less = {name: value for name, value in known.items() if name in read}
    assert prove_condition(condition, TOY.vocabulary, less, concepts).truth is truth


def test_those_that_do_not_hold_come_first() -> None:
    states = [State.PROVEN, State.EMPTY, State.PROVEN, State.FAILED, State.EMPTY]
    proofs = [
        Proof(replace(BY_ID["P-MS"], id=str(number)), state, Outcome((), None, 0), 0.0)
        for number, state in enumerate(states)
    ]
    assert [proof.property.id for proof in worst_first(proofs)] == ["3", "1", "4", "0", "2"]
