"""What the solver proves of random rule books, held against the reference evaluator."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.conditions import IsKnown, IsNotKnown, Value, all_of, walk
from engine.errors import ContradictionError, GapError
from engine.evaluate import evaluate
from engine.facts import establish
from engine.findings import Measurement, MultiChoice
from engine.inquiry.slice import rules_behind
from engine.property import (
    Claim,
    Exactly,
    Fact,
    Known,
    Lasting,
    Never,
    NotLostByWorsening,
    NotShown,
    OneVerdict,
    Property,
    Untouched,
    Whenever,
    Worse,
)
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.screening import screened
from engine.trace import Kind
from engine.truth import Truth
from engine.verify.facts import is_so
from engine.verify.proof import State, prove
from tests.engine.random_books import books, leaves, random_patient, seeded
from tests.engine.toy import (
    FEED_MAY,
    SICK,
    TOY,
    VOCABULARY,
    Drug,
    Light,
    book_of,
    height,
    kind,
    light,
    potted,
    rule,
    watered,
)
from tests.engine.toy import Kind as Plant

PATIENTS = 40


def property_of(claim: Claim) -> Property:
    return Property(id="P", sentence=".", because=".", harm=".", claim=claim)


def somebody(rng: random.Random) -> dict[str, Value]:
    """A random patient whom a form would take."""
    return as_told(
        {
            name: value
            for name, value in random_patient(rng).items()
            if not isinstance(atom := VOCABULARY.atoms[name], Measurement)
            or atom.hard.hold(float(value))
        }
    )


def as_told(entries: Mapping[str, Value]) -> dict[str, Value]:
    """Told as a form tells it: who says of one member of a list that it is absent tells all."""
    told = dict(entries)
    for finding in VOCABULARY.findings:
        if isinstance(finding, MultiChoice):
            members = [member.id for member in finding.members()]
            if any(told.get(name) is False for name in members):
                told |= {name: False for name in members if name not in told}
    return told


@st.composite
def facts(draw: st.DrawFn, book: RuleBook) -> Fact:
    condition = draw(leaves(book.concepts, flags=True))
    shape = draw(st.sampled_from(["yes", "no", "not shown"]))
    return NotShown(condition) if shape == "not shown" else Known(condition, yes=shape == "yes")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_claims_about_one_patient_agree_with_the_evaluator(data: st.DataObject) -> None:
    book = data.draw(books())
    premise = tuple(data.draw(st.lists(facts(book), min_size=1, max_size=2)))
    then = tuple(data.draw(st.lists(facts(book), min_size=1, max_size=2)))
    follows = prove(book, property_of(Whenever(premise, then)), {})
    never = prove(book, property_of(Never(premise, then)), {})
    claim = Exactly(Layer.DOCUMENT, premise, then[1:], then[0])
    exactly = prove(book, property_of(claim), {})
    rng = seeded(data.draw(st.integers(0, 2**32)))
    for _ in range(PATIENTS):
        entries = somebody(rng)
        try:
            establish(book.vocabulary, entries)
        except ContradictionError:
            continue
        given_ = all(is_so(book, entries, fact) for fact in premise)
        held = [is_so(book, entries, fact) for fact in then]
        if given_ and not all(held):
            assert follows.state is State.FAILED, entries
        if given_ and all(held):
            assert never.state is State.FAILED, entries
        if given_:
            assert follows.state is not State.EMPTY, entries
        if given_ and held[0] is not all(held[1:]):
            assert exactly.state is State.FAILED, entries
    for found in (*follows.outcome.against, *never.outcome.against, *exactly.outcome.against):
        assert all(is_so(book, found.entries, fact) for fact in premise)
    for found in exactly.outcome.against:
        held = [is_so(book, found.entries, fact) for fact in then]
        assert held[0] is not all(held[1:])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_settled_turns_over_by_telling_more(data: st.DataObject) -> None:
    """Proven for every random book: it is what the rule language promises."""
    book = data.draw(books())
    proof = prove(book, property_of(Lasting(Layer.DOCUMENT, ())), {})
    assert proof.state is not State.FAILED
    rng = seeded(data.draw(st.integers(0, 2**32)))
    steady = [
        each
        for each in book.rules
        if not any(
            isinstance(node, IsKnown | IsNotKnown)
            for behind in rules_behind(book, [each])
            for _, node in walk(behind.when)
        )
    ]
    for _ in range(PATIENTS):
        more = somebody(rng)
        less = {name: value for name, value in more.items() if rng.random() < 0.6}
        before, after = (evaluate(book, told).proofs for told in (less, more))
        for each in steady:
            turned = {before[each.id].truth, after[each.id].truth}
            assert turned != {Truth.YES, Truth.NO}


def test_a_rule_that_asks_what_is_known_may_turn_over() -> None:
    """Otherwise the proof above would leave out nothing, and say more than is true."""
    book = book_of([rule("R", watered.is_known(), SICK), rule("S", SICK.yes, FEED_MAY)])
    assert evaluate(book, {}).proofs["S"].truth is Truth.NO
    assert evaluate(book, {"watered": True}).proofs["S"].truth is Truth.YES
    assert prove(book, property_of(Lasting(Layer.DOCUMENT, ())), {}).state is not State.FAILED


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_exactly_one_verdict_or_a_patient_without(data: st.DataObject) -> None:
    book = data.draw(books())
    proof = prove(book, property_of(OneVerdict(Layer.DOCUMENT)), {})
    for found in proof.outcome.against:
        assert found.why.startswith("The rules give no verdict")  # never two
        with pytest.raises(GapError):
            screened(book, Layer.DOCUMENT, dict(establish(book.vocabulary, found.entries).values))


def test_worse_means_worse() -> None:
    """A drug lost by growth is found; one lost by shrinking is not asked about."""
    book = book_of([rule("R", all_of(kind.is_(Plant.ROSE), height.below(90, "cm")), FEED_MAY)])
    grows = NotLostByWorsening(
        Layer.DOCUMENT, Drug.FEED, (Kind.MAY_BE_CONSIDERED,), (Worse(height),)
    )
    proof = prove(book, property_of(grows), {})
    (found,) = proof.outcome.against
    assert found.then is not None
    assert float(found.entries["height"]) < 90 <= float(found.then["height"])
    shrinks = NotLostByWorsening(
        Layer.DOCUMENT, Drug.FEED, (Kind.MAY_BE_CONSIDERED,), (Worse(height, rising=False),)
    )
    assert prove(book, property_of(shrinks), {}).state is not State.FAILED
    excused = NotLostByWorsening(
        Layer.DOCUMENT,
        Drug.FEED,
        (Kind.MAY_BE_CONSIDERED,),
        (Worse(height),),
        (Known(height.at_least(90, "cm")),),
    )
    assert prove(book, property_of(excused), {}).state is State.PROVEN


def test_every_step_of_an_order_is_asked_about() -> None:
    """An answer in the middle opens a drug: getting worse from there closes it."""
    book = book_of([rule("R", all_of(light.is_(Light.SUN), potted.yes), FEED_MAY)])
    order = (Light.SHADE.value, Light.SUN.value, Light.TRUE.value)
    claim = NotLostByWorsening(
        Layer.DOCUMENT, Drug.FEED, (Kind.MAY_BE_CONSIDERED,), (Worse(light, order),)
    )
    (found,) = prove(
        book_of([rule("R", all_of(kind.is_known(), light.is_(Light.SUN)), FEED_MAY)]),
        property_of(claim),
        {},
    ).outcome.against
    assert found.then is not None
    assert (found.entries["light"], found.then["light"]) == ("sun", "true")
    assert prove(book, property_of(claim), {}).state is State.FAILED


def test_a_layer_by_itself_is_compared_rule_by_rule() -> None:
    alone = {Layer.DOCUMENT: TOY}
    claim = Property(id="P", sentence=".", because=".", harm=".", claim=Untouched(Layer.DOCUMENT))
    assert prove(TOY, claim, alone).state is State.PROVEN
    other = book_of(
        [*(r for r in TOY.rules if r.id != "DRY-1"), rule("DRY-1", potted.no, TOY.concept["dry"])],
        [*TOY.concepts],
    )
    found = prove(other, claim, alone).outcome.against
    assert any("DRY-1" in each.why for each in found)
