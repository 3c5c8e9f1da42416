"""How rules of the reference layer come to one verdict: safety first, then against, then for."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from engine.conditions import Condition, all_of
from engine.consult import consult
from engine.differences import layer_difference
from engine.errors import GapError, RuleBookError
from engine.evidence import Confidence, Reference, Threshold
from engine.explain import explain
from engine.findings import Limits, Measurement
from engine.formulas import Calculation, Difference
from engine.rule import Advice, Layer, Rule, Stance
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from tests.engine import toy
from tests.engine.toy import Drug, Light, Sign, height, indoors, light, potted, signs, watered

SOURCE = Reference(
    id="GARDEN",
    organisation="The garden society",
    title="On roses",
    year=2020,
    says="How roses are fed.",
    confidence=Confidence.READ,
)
STANCES = {
    stance: Advice(
        id=f"published_{stance.value}",
        label=f"plant feed: {stance.label}",
        layer=Layer.REFERENCE,
        drug=Drug.FEED,
        stance=stance,
    )
    for stance in Stance
}


def rule(number: int, when: Condition, stance: Stance) -> Rule:
    return Rule(
        id=f"R-{number}",
        title=f"a rule for {stance.label}",
        cites=("GARDEN",),
        when=when,
        then=STANCES[stance],
        because="It is so.",
        misuse="None.",
        examples=(),
        confidence=Confidence.READ,
    )


ROSE = toy.kind.is_(toy.Kind.ROSE)
# Each stance hangs on one question, so that every combination of answers can be told.
ASKED: dict[Stance, tuple[Condition, str, tuple[bool | str, bool | str]]] = {
    Stance.STOP: (potted.yes, "potted", (True, False)),
    Stance.WITHHELD: (watered.yes, "watered", (True, False)),
    Stance.NOT: (indoors.yes, "indoors", (True, False)),
    Stance.AMBIGUOUS: (light.is_(Light.SHADE), "light", (Light.SHADE.value, Light.SUN.value)),
    Stance.MAY: (signs.has(Sign.SPOTS), "signs.spots", (True, False)),
}
Truths = dict[Stance, bool | None]


def garden() -> RuleBook:
    """A rule for the document, and one for each stance of published criteria."""
    book = toy.book_of((toy.rule("D-1", ROSE, toy.FEED_MAY),))
    rules = tuple(
        rule(number, all_of(ROSE, asked), stance)
        for number, (stance, (asked, _, _)) in enumerate(ASKED.items(), 1)
    )
    criteria = replace(book.chapters[0], id="criteria", rules=rules, paragraphs=())
    return replace(
        book,
        concepts=(*book.concepts, *STANCES.values()),
        chapters=(*book.chapters, criteria),
        references=(SOURCE,),
    )


GARDEN = garden()


def asked(truths: Truths) -> Trace:
    entries: dict[str, bool | str | float] = {"kind": "rose"}
    for stance, truth in truths.items():
        _, name, answers = ASKED[stance]
        if truth is not None:
            entries[name] = answers[0 if truth else 1]
    return consult(GARDEN, entries)


def of_criteria(trace: Trace) -> Verdict:
    assert trace.overall_reference is not None
    return trace.overall_reference


def expected(truths: Truths) -> Kind | None:
    """The order of precedence, written down once more and otherwise; None is a gap."""
    stop, withheld, against, team, may = (truths[stance] for stance in ASKED)
    opened = bool(team or may)
    ladder = (
        (bool(stop), Kind.EXCLUDED_OR_PAUSED),
        (opened and (withheld is True or None in (stop, withheld)), Kind.NOT_ENOUGH_DATA),
        (bool(against), Kind.NOT_INDICATED),
        (opened and against is None, Kind.NOT_ENOUGH_DATA),
        (bool(team), Kind.DOCUMENT_AMBIGUOUS),
        (bool(may) and team is None, Kind.NOT_ENOUGH_DATA),
        (bool(may), Kind.MAY_BE_CONSIDERED),
        (None in truths.values(), Kind.NOT_ENOUGH_DATA),
    )
    return next((kind for holds, kind in ladder if holds), None)


COMBINATIONS = [
    dict(zip(ASKED, truths, strict=True)) for truths in product((True, False, None), repeat=5)
]


@pytest.mark.parametrize("truths", COMBINATIONS, ids=str)
def test_every_combination_of_stances_has_its_kind(truths: Truths) -> None:
    wanted = expected(truths)
    if wanted is None:
        with pytest.raises(GapError):
            asked(truths)
        return
    trace = asked(truths)
    assert of_criteria(trace).kind is wanted
    assert trace.overall.kind is Kind.MAY_BE_CONSIDERED, "the document's own verdict is untouched"


def test_what_is_settled_stays_when_an_unknown_is_told() -> None:
    """Only a stop or a rule against may take back what was against or for; nothing flips."""
    settled = {Kind.MAY_BE_CONSIDERED, Kind.DOCUMENT_AMBIGUOUS, Kind.EXCLUDED_OR_PAUSED}
    for truths in COMBINATIONS:
        if expected(truths) in settled:
            kind = of_criteria(asked(truths)).kind
            for stance, truth in truths.items():
                for told in (True, False) if truth is None else ():
                    assert of_criteria(asked({**truths, stance: told})).kind is kind


def test_an_open_safety_question_is_named() -> None:
    verdict = of_criteria(
        asked({**dict.fromkeys(ASKED, False), Stance.MAY: True, Stance.STOP: None})
    )
    assert verdict.kind is Kind.NOT_ENOUGH_DATA
    assert verdict.waiting_for == ("potted",)
    assert verdict.rules == ("R-1",)


def test_where_nothing_is_left_to_tell_the_rule_that_keeps_it_open_is_named() -> None:
    told: Truths = {**dict.fromkeys(ASKED, False), Stance.MAY: True, Stance.WITHHELD: True}
    trace = asked(told)
    verdict = of_criteria(trace)
    assert (verdict.kind, verdict.waiting_for) == (Kind.NOT_ENOUGH_DATA, ())
    assert verdict.rules == ("R-2",)
    assert verdict.summary == f"Cannot be told yet: a rule for {Stance.WITHHELD.label}."
    lines = [line.text for line in explain(GARDEN, trace, verdict).decisive]
    assert lines
    assert any("atered" in line for line in lines)


def test_a_stop_names_its_rule_and_source() -> None:
    verdict = of_criteria(asked({**dict.fromkeys(ASKED, False), Stance.STOP: True}))
    assert (verdict.rules, verdict.cites) == (("R-1",), ("GARDEN",))
    assert verdict.label == "Excluded or paused"


def test_the_words_are_those_of_the_layer() -> None:
    against = of_criteria(asked({**dict.fromkeys(ASKED, False), Stance.NOT: True}))
    assert against.label == "Not indicated by published criteria"
    assert "document" not in against.summary
    other = consult(GARDEN, {"kind": "fern"})
    assert of_criteria(other).label == "No published criterion here"


def test_the_difference_between_the_layers_is_named() -> None:
    found = layer_difference(GARDEN, asked({**dict.fromkeys(ASKED, False), Stance.STOP: True}))
    assert found is not None
    assert found.differs
    assert "By the document: plant feed – may be considered." in found.text
    assert "By published criteria: plant feed – excluded or paused." in found.text
    same = layer_difference(GARDEN, asked({**dict.fromkeys(ASKED, False), Stance.MAY: True}))
    assert same is not None
    assert not same.differs
    document_only = replace(GARDEN, chapters=GARDEN.chapters[:1])
    assert layer_difference(document_only, consult(document_only, {"kind": "rose"})) is None


def test_what_is_calculated_is_not_asked_but_its_inputs_are() -> None:
    last_year = replace(height, id="last_year", label="Height a year ago")
    growth = Measurement(
        id="growth",
        label="Growth",
        question="?",
        help="",
        section="plant",
        unit="cm",
        hard=Limits(-100, 100),
    )
    limit = Threshold(
        id="fast",
        label="Fast growth",
        value=10,
        unit="cm",
        confidence=Confidence.READ,
        cites=("GARDEN",),
    )
    calculation = Calculation(
        then=growth, by=Difference(height, last_year), cites=("GARDEN",), confidence=Confidence.OWN
    )
    vocabulary = replace(
        GARDEN.vocabulary,
        findings=(*GARDEN.vocabulary.findings, last_year),
        derived=(growth,),
        calculations=(calculation,),
    )
    grows = rule(1, all_of(ROSE, growth.at_least(limit)), Stance.MAY)
    chapter = replace(GARDEN.chapters[1], rules=(grows,))
    book = replace(GARDEN, vocabulary=vocabulary, chapters=(GARDEN.chapters[0], chapter))
    waiting = consult(book, {"kind": "rose", "height": 40.0})
    assert of_criteria(waiting).waiting_for == ("last_year",)
    assert "growth" not in waiting.unknown
    trace = consult(book, {"kind": "rose", "height": 40.0, "last_year": 30.0})
    assert of_criteria(trace).kind is Kind.MAY_BE_CONSIDERED
    fact = trace.facts[-1]
    assert (fact.finding, fact.by) == ("growth", ("height", "last_year"))
    assert "height − height a year ago" in fact.because
    with pytest.raises(GapError):
        consult(book, {"kind": "rose", "height": 40.0, "last_year": 30.1})
    assert book.thresholds == {"fast": limit}


def faults(*rules: Rule) -> str:
    with pytest.raises(RuleBookError) as raised:
        replace(GARDEN, chapters=(*GARDEN.chapters, replace(GARDEN.chapters[1], rules=rules)))
    return str(raised.value)


def test_a_number_of_no_source_is_refused() -> None:
    said = faults(rule(9, all_of(ROSE, height.above(3, "cm")), Stance.MAY))
    assert "rule R-9: compares height with a number of no source" in said


def test_a_threshold_has_to_name_a_source_that_exists() -> None:
    def marked(**changed: object) -> str:
        limit = Threshold(
            id="limit", label="Limit", value=3, unit="cm", confidence=Confidence.READ, cites=("X",)
        )
        mark = replace(limit, **changed)  # type: ignore[arg-type]  # of the right type each time
        return faults(rule(9, all_of(ROSE, height.above(mark)), Stance.MAY))

    assert "threshold limit: no reference X" in marked()
    assert "threshold limit: names no source" in marked(cites=())


def test_a_rule_of_criteria_says_how_sure_we_are() -> None:
    said = faults(replace(rule(9, ROSE, Stance.MAY), confidence=None))
    assert "rule R-9: does not say how sure we are of it" in said
