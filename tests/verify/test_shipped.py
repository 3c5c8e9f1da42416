"""The promises of the shipped rules are proven; faults planted in a copy break the right ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.conditions import AllOf, ConceptIs, Condition, all_of, concepts_of, findings_of
from engine.property import (
    Claim,
    Exactly,
    Fact,
    Lasting,
    Never,
    NotLostByWorsening,
    Property,
    VerdictIs,
    Whenever,
)
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.verify.altered import of_layer
from engine.verify.facts import is_so
from engine.verify.proof import State, prove
from engine.verify.story import story
from rules import RULEBOOK
from rules.concepts import HIGHLY_ACTIVE, UNRESPONSIVE
from rules.full import ALONE, FULL_RULEBOOK
from rules.properties import PROPERTIES
from rules.reference import guards

BY_ID = {each.id: each for each in PROPERTIES}


def _slow(property_: Property) -> bool:
    return isinstance(property_.claim, Lasting) and property_.claim.layer is Layer.REFERENCE


@pytest.mark.parametrize(
    "property_",
    [
        pytest.param(each, id=each.id, marks=[pytest.mark.exhaustive] if _slow(each) else [])
        for each in PROPERTIES
    ],
)
def test_every_property_is_proven(property_: Property) -> None:
    proof = prove(FULL_RULEBOOK, property_, ALONE)
    assert proof.state is State.PROVEN, [found.why for found in proof.outcome.against]
    assert proof.outcome.questions > 0


def test_ids_are_unique_and_citations_exist() -> None:
    assert len(BY_ID) == len(PROPERTIES)
    known = {*FULL_RULEBOOK.statement, *FULL_RULEBOOK.reference}
    for each in PROPERTIES:
        assert set(each.cites) <= known
        assert each.sentence.endswith(".")
        assert each.because.endswith(".")
        assert each.harm.endswith(".")


def with_rule(name: str, when: Condition, book: RuleBook = RULEBOOK) -> RuleBook:
    """The book with another condition of one rule."""

    def changed(rule: Rule) -> Rule:
        return replace(rule, when=when) if rule.id == name else rule

    return replace(
        book,
        chapters=tuple(
            replace(chapter, rules=tuple(changed(rule) for rule in chapter.rules))
            for chapter in book.chapters
        ),
    )


def without(name: str, part: int, book: RuleBook = RULEBOOK) -> RuleBook:
    """The book with one condition of a rule left out."""
    when = book.rule[name].when
    assert isinstance(when, AllOf)
    kept = [each for place, each in enumerate(when.conditions) if place != part]
    return with_rule(name, AllOf(tuple(kept)), book)


PLANTED = {
    # What is planted: the rule, which of its conditions is left out, and the promises that break.
    "lupus without severity": ("LUP-1", 1, "P-LUP"),
    "lupus without the reservation": ("LUP-1", 2, "P-LUP"),
    "vasculitis without insufficient response": ("VAS-1", 2, "P-VAS"),
    "mitoxantrone without activity": ("MS-2", 1, "P-MS"),
    "mitoxantrone first line": ("MS-2", 2, "P-FIRST"),
    "lupus rule for every disease": ("LUP-2", 0, "P-NAMED-CYC-D"),
    "arthritis without a last resort": ("RAM-3", 2, "P-RAM"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_with_a_patient_who_shows_it(name: str) -> None:
    rule, part, expected = PLANTED[name]
    book, property_ = without(rule, part), BY_ID[expected]
    proof = prove(book, property_, {})
    assert proof.state is State.FAILED
    for found in proof.outcome.against:
        claim = property_.claim
        assert isinstance(claim, Whenever | Never)
        assert all(is_so(book, found.entries, fact) for fact in claim.given)
        if isinstance(claim, Never):
            assert all(is_so(book, found.entries, fact) for fact in claim.together_with)
        else:
            assert not all(is_so(book, found.entries, fact) for fact in claim.then)
        # With the sound rules the same patient breaks nothing.
        sound = all(is_so(RULEBOOK, found.entries, fact) for fact in claim.given)
        if isinstance(claim, Never):
            also = all(is_so(RULEBOOK, found.entries, fact) for fact in claim.together_with)
            assert not (sound and also)
        else:
            assert not sound or all(is_so(RULEBOOK, found.entries, fact) for fact in claim.then)
        told = story(book, property_, found)
        assert told.harm == property_.harm
        assert any(rule in line for each in told.said for line in each.rules)


def test_no_fact_of_the_patient_can_be_left_out() -> None:
    property_ = BY_ID["P-FIRST"]
    book = without("MS-2", 2)
    (found,) = prove(book, property_, {}).outcome.against
    claim = property_.claim
    assert isinstance(claim, Never)
    for name in found.entries:
        fewer = {other: value for other, value in found.entries.items() if other != name}
        assert not all(is_so(book, fewer, fact) for fact in (*claim.given, *claim.together_with))


def test_a_drug_that_nobody_can_get_is_said_to_be_lost() -> None:
    """A promise about nobody is not proven: it says nothing, and says of whom."""
    # Where the rules for and against fire together, the document is ambiguous of everybody.
    opposed = with_rule("MS-2", RULEBOOK.rule["MS-3"].when)
    for book in (without_rule("MS-2"), opposed):
        proof = prove(book, BY_ID["P-MS"], {})
        assert proof.state is State.EMPTY
        assert proof.outcome.nobody == (
            "Nobody has this: Mitoxantrone, by the document: “May be considered”."
        )
    assert prove(RULEBOOK, BY_ID["P-MS"], {}).outcome.nobody == ""


def without_rule(name: str, book: RuleBook = RULEBOOK) -> RuleBook:
    """The book without one rule."""
    return replace(
        book,
        chapters=tuple(
            replace(chapter, rules=tuple(rule for rule in chapter.rules if rule.id != name))
            for chapter in book.chapters
        ),
    )


@pytest.mark.parametrize("flag", ["GEN-5", "GEN-6", "GEN-8", "GEN-9"])
def test_a_lost_flag_is_missed(flag: str) -> None:
    for name in ("P-BESIDE-CYC", "P-BESIDE-MIT", "P-BESIDE-ANY"):
        assert prove(without_rule(flag), BY_ID[name], {}).state is State.FAILED


def test_a_lost_rule_leaves_a_gap() -> None:
    proof = prove(without_rule("LUP-5"), BY_ID["P-ONE-D"], {})
    assert [found.why for found in proof.outcome.against] == [
        "The rules give no verdict on cyclophosphamide."
    ]
    (found,) = proof.outcome.against
    assert "no verdict at all" in story(without_rule("LUP-5"), proof.property, found).said[0].words


def test_an_option_lost_by_getting_worse_is_found_with_both_patients() -> None:
    all_failed = RULEBOOK.rule["RAM-3"].when
    assert isinstance(all_failed, AllOf)
    slowly = AllOf((*all_failed.conditions, ConceptIs("rapid_progression", yes=False)))
    book = with_rule("RAM-3", slowly, without_rule("RAM-4"))
    proof = prove(book, BY_ID["P-WORSE-ANY-D"], {})
    assert proof.state is State.FAILED
    (found,) = proof.outcome.against
    assert found.entries["rapidly_progressing"] is False
    assert found.then == {**found.entries, "rapidly_progressing": True}
    told = story(book, proof.property, found)
    assert told.changed
    assert told.said != told.afterwards


def test_a_document_that_listens_to_published_criteria_is_noticed() -> None:
    """The layers are compared with the document by itself, not with what the full book says."""
    changed = with_rule("MS-4", RULEBOOK.rule["MS-3"].when, FULL_RULEBOOK)
    proof = prove(changed, BY_ID["P-APART"], ALONE)
    assert proof.state is State.FAILED
    assert any("MS-4" in found.why for found in proof.outcome.against)


def _facts(claim: Claim) -> tuple[Fact, ...]:
    """Every fact that a claim speaks of."""
    match claim:
        case Whenever(given, then):
            return (*given, *then)
        case Never(given, also):
            return (*given, *also)
        case Exactly(_, given, when, then):
            return (*given, *when, then)
        case NotLostByWorsening():
            return claim.unless
        case _:
            return ()


def _concepts(fact: Fact) -> frozenset[str]:
    return frozenset() if isinstance(fact, VerdictIs) else concepts_of(fact.condition)


def _findings(fact: Fact) -> frozenset[str]:
    return frozenset() if isinstance(fact, VerdictIs) else findings_of(fact.condition)


def test_the_properties_of_one_layer_speak_of_no_other() -> None:
    document = of_layer(PROPERTIES, Layer.DOCUMENT)
    for each in document:
        facts = _facts(each.claim)
        assert all(f.layer is Layer.DOCUMENT for f in facts if isinstance(f, VerdictIs))
        read = {name for f in facts for name in _concepts(f)}
        assert all(FULL_RULEBOOK.concept[name].layer is Layer.DOCUMENT for name in read)
        findings = {name for f in facts for name in _findings(f)}
        assert findings <= set(RULEBOOK.vocabulary.atoms)
    assert len(document) < len(PROPERTIES)


NAMED_WRONGLY: dict[str, tuple[str, Condition | None, str, bool]] = {
    # A rule of published criteria, what is put in the place of its condition, and what breaks.
    "lupus asked about no more": ("RGOV-5", None, "P-OPEN-LUP", False),
    "vasculitis asked about where the answer is known": (
        "RGOV-6",
        all_of(guards.ANY_VASCULITIS),
        "P-OPEN-VAS",
        True,
    ),
    "a difference that is none": (
        "RCMP-4",
        all_of(guards.SCLEROSIS, HIGHLY_ACTIVE.yes),
        "P-DIFFER-4",
        True,
    ),
    "a failure that is one is put in doubt": (
        "RCMP-9",
        all_of(guards.SCLEROSIS, UNRESPONSIVE.yes),
        "P-RECORD-9",
        True,
    ),
}


@pytest.mark.parametrize("name", NAMED_WRONGLY)
def test_what_is_not_said_exactly_is_found_and_told(name: str) -> None:
    rule, when, expected, said = NAMED_WRONGLY[name]
    book = (
        without_rule(rule, FULL_RULEBOOK) if when is None else with_rule(rule, when, FULL_RULEBOOK)
    )
    property_ = BY_ID[expected]
    claim = property_.claim
    assert isinstance(claim, Exactly)
    proof = prove(book, property_, ALONE)
    assert proof.state is State.FAILED
    shown = [
        each for each in proof.outcome.against if is_so(book, each.entries, claim.then) is said
    ]
    assert shown
    for found in shown:
        assert all(is_so(book, found.entries, fact) for fact in claim.when) is not said
        (told,) = story(book, property_, found).said
        assert told.words.endswith(": said" if said else "not said")
        assert any(rule in line for line in told.rules) is said
