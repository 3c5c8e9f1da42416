"""The decision map: every cell is what trying every patient of it comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from random import Random

import pytest

from engine.conditions import Value
from engine.deciding import named_diagnoses
from engine.errors import InputError
from engine.export.map_words import boundary_text, here_text, region_text
from engine.inquiry import decision_map as making
from engine.inquiry.boundary import Boundary, boundaries
from engine.inquiry.decision_map import decision_map, patient_in
from engine.inquiry.goal import VerdictIs
from engine.inquiry.map_asked import Asked, axes_offered, told_with
from engine.inquiry.map_merged import merged
from engine.inquiry.map_model import Axis, Cell, DecisionMap
from engine.language import (
    Limits,
    Measurement,
    Ordered,
    Vocabulary,
    all_of,
    any_of,
)
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.engine import toy
from tests.inquiry import brute
from tests.rules.reference.everyone import patients, told_in_full

DIAGNOSIS = RULEBOOK.vocabulary.diagnosis.id
NAMED = named_diagnoses(RULEBOOK, Layer.DOCUMENT)
PAIRS = [(drug, disease) for drug, named in NAMED.items() for disease in sorted(named)]
EACH = pytest.mark.parametrize(("drug", "disease"), PAIRS)
LUPUS, SCLEROSIS = "systemic_lupus_erythematosus", "multiple_sclerosis"
CYC = "cyclophosphamide"


def place_of(axis: Axis, value: Value | None) -> int:
    """The region that a value of a closed question lies in."""
    if value is None:
        return axis.unknown
    return next(at for at, r in enumerate(axis.regions) if r is not None and value in r.values)


def cell_of(found: DecisionMap, values: Sequence[Value | None]) -> Cell:
    return found.cell(tuple(map(place_of, found.axes, values)))


def asked(disease: str, drug: str) -> tuple[str, ...]:
    """Every fact that the solver looks at for a verdict of the document, but the disease."""
    part = Asked.about(RULEBOOK, Layer.DOCUMENT, drug, disease).part
    atoms = RULEBOOK.vocabulary.atoms
    return tuple(
        name
        for name in part.atoms
        if name != DIAGNOSIS and RULEBOOK.vocabulary.applies(atoms[name], disease)
    )


def verdict(book: RuleBook, layer: Layer, drug: str, told: Mapping[str, Value]) -> Cell | None:
    """What both engines say of a patient, as a cell; None for one who cannot be."""
    trace = brute.consulted(book, told)
    if trace is None:
        return None
    found = VerdictIs(layer, drug, frozenset(Kind)).verdict(trace)
    return Cell((), (found.kind,), found.rules)


@cache
def everyone(drug: str, disease: str) -> tuple[tuple[dict[str, Value], Kind], ...]:
    """Every patient with the disease, told anything or nothing, with the document's verdict."""
    names = asked(disease, drug)
    answers = [(None, *brute.answers(RULEBOOK, name)) for name in names]
    told: Iterator[dict[str, Value]] = (
        {
            DIAGNOSIS: disease,
            **{n: v for n, v in zip(names, chosen, strict=True) if v is not None},
        }
        for chosen in product(*answers)
    )
    found = ((each, verdict(RULEBOOK, Layer.DOCUMENT, drug, each)) for each in told)
    return tuple((each, cell.kinds[0]) for each, cell in found if cell is not None)


def choices(drug: str, disease: str) -> Iterator[tuple[str, ...]]:
    names = axes_offered(RULEBOOK, Layer.DOCUMENT, drug, disease)
    for number in (2, 3):
        yield from combinations(names, number)


@EACH
def test_every_cell_of_a_patient_is_what_both_engines_say(drug: str, disease: str) -> None:
    random = Random(f"map {drug} {disease}")  # noqa: S311  (not for secrets)
    for axes in choices(drug, disease):
        told, _ = random.choice(everyone(drug, disease))
        found = decision_map(RULEBOOK, Layer.DOCUMENT, drug, told, axes)
        values = [(None, *brute.answers(RULEBOOK, name)) for name in axes]
        tried: dict[tuple[Kind, ...], int] = defaultdict(int)
        for chosen in product(*values):
            there = told_with(RULEBOOK.vocabulary, told, dict(zip(axes, chosen, strict=True)))
            seen = verdict(RULEBOOK, Layer.DOCUMENT, drug, there)
            cell = cell_of(found, chosen)
            tried[cell.kinds] += 1
            if seen is None:
                assert "cannot" in cell.why
                assert not cell.kinds
            else:
                assert (cell.kinds, cell.rules) == (seen.kinds, seen.rules), (told, chosen)
                assert not cell.why
        assert found.value_counts == tried
        here = tuple(told.get(name) for name in axes)
        assert found.here is cell_of(found, here)
        assert patient_in(RULEBOOK, found, found.here.places) == told
        assert sum(found.counts.values()) == len(found.cells)


@EACH
def test_whoever_it_may_be_gets_exactly_the_kinds_of_the_cell(drug: str, disease: str) -> None:
    for axes in choices(drug, disease):
        tried: dict[tuple[Value | None, ...], set[Kind]] = defaultdict(set)
        for told, kind in everyone(drug, disease):
            tried[tuple(map(told.get, axes))].add(kind)
        told = {DIAGNOSIS: disease, "severity": "severe"}
        found = decision_map(RULEBOOK, Layer.DOCUMENT, drug, told, axes, whoever=True)
        for chosen in product(*((None, *brute.answers(RULEBOOK, name)) for name in axes)):
            cell = cell_of(found, chosen)
            assert set(cell.kinds) == tried[chosen], (axes, chosen)
            assert bool(cell.why) is not bool(cell.kinds)


@EACH
def test_the_nearest_boundary_is_the_nearest(drug: str, disease: str) -> None:
    """Against every combination of answers, by how many of the axes they differ in."""
    random = Random(f"boundary {drug} {disease}")  # noqa: S311  (not for secrets)
    names = axes_offered(RULEBOOK, Layer.DOCUMENT, drug, disease)[:3]
    for axes in combinations(names, min(3, len(names))):
        for told, kind in random.sample(everyone(drug, disease), 6):
            found = decision_map(RULEBOOK, Layer.DOCUMENT, drug, told, axes)
            fewest: dict[Kind, int] = {}
            for chosen in product(*((None, *brute.answers(RULEBOOK, name)) for name in axes)):
                there = dict(zip(axes, chosen, strict=True))
                if any(new is None and name in told for name, new in there.items()):
                    continue
                after = verdict(
                    RULEBOOK, Layer.DOCUMENT, drug, told_with(RULEBOOK.vocabulary, told, there)
                )
                if after is not None and after.kinds != (kind,):
                    number = sum(told.get(name) != new for name, new in there.items())
                    now = fewest.get(after.kinds[0], number)
                    fewest[after.kinds[0]] = min(now, number)
            near = boundaries(found)
            assert {each.kinds[0]: len(each.changes) for each in near} == fewest
            assert [len(each.changes) for each in near] == sorted(len(e.changes) for e in near)


# Numbers and lists ----------------------------------------------------------------------------

GOOD = all_of(
    toy.kind.is_(toy.Kind.ROSE),
    toy.warmth.between(-2, 30.5, "°C"),
    toy.height.at_least(40, "in"),
    toy.signs.has_not(toy.Sign.WILTING),
)
BAD = any_of(
    toy.warmth.below(-2, "°C"),
    toy.warmth.above(30.5, "°C"),
    toy.height.below(40, "in"),
    toy.signs.has(toy.Sign.WILTING),
)
GARDEN = toy.book_of(
    (
        toy.rule("GOOD", GOOD, toy.FEED_MAY),
        toy.rule("BAD", all_of(toy.kind.is_(toy.Kind.ROSE), BAD), toy.FEED_NOT),
    )
)
ROSE: dict[str, Value] = {"kind": "rose"}
WILTING = "signs.wilting"
TRIED: dict[str, tuple[Value | None, ...]] = {
    "warmth": (None, -90.0, -2.01, -2.0, 10.0, 30.5, 30.6, 31.0, 90.0),
    "height": (None, 0.0, 101.5, 101.6, 5000.0),
    WILTING: (None, True, False),
}


def number_place(axis: Axis, value: Value | None) -> int:
    if value is None or not isinstance(axis.finding, Measurement):
        return place_of(axis, value)
    for at, region in enumerate(axis.regions):
        if region is not None and region.low is not None and region.high is not None:
            low, high = axis.low_end(at), axis.high_end(at)
            above = low is None or low.at < float(value) or (low.counts and low.at == value)
            below = high is None or float(value) < high.at or (high.counts and high.at == value)
            if above and below:
                return at
    raise AssertionError(f"{value} lies in no region of {axis}")


def garden(told: Mapping[str, Value]) -> Cell | None:
    return verdict(GARDEN, Layer.DOCUMENT, "feed", told)


@pytest.mark.parametrize("axes", [*combinations(TRIED, 2), tuple(TRIED)])
@pytest.mark.parametrize("told", [ROSE, {**ROSE, "warmth": 30.55, "height": 20.0}])
def test_numbers_and_lists_of_a_patient(axes: tuple[str, ...], told: dict[str, Value]) -> None:
    found = decision_map(GARDEN, Layer.DOCUMENT, "feed", told, axes)
    assert found.value_counts is None
    for chosen in product(*(TRIED[name] for name in axes)):
        cell = found.cell(tuple(map(number_place, found.axes, chosen)))
        there = told_with(GARDEN.vocabulary, told, dict(zip(axes, chosen, strict=True)))
        seen = garden(there)
        assert seen is not None
        assert (cell.kinds, cell.rules) == (seen.kinds, seen.rules), chosen
    now = garden(told)
    assert now is not None
    assert found.here.kinds == now.kinds


@pytest.mark.parametrize("axes", [*combinations(TRIED, 2), tuple(TRIED)])
def test_numbers_and_lists_of_whoever_it_may_be(axes: tuple[str, ...]) -> None:
    found = decision_map(GARDEN, Layer.DOCUMENT, "feed", ROSE, axes, whoever=True)
    rest = [name for name in TRIED if name not in axes]
    for chosen in product(*(TRIED[name] for name in axes)):
        kinds: set[Kind] = set()
        for others in product(*(TRIED[name] for name in rest)):
            values = dict(zip((*axes, *rest), (*chosen, *others), strict=True))
            seen = garden(told_with(GARDEN.vocabulary, ROSE, values))
            kinds |= set() if seen is None else set(seen.kinds)
        cell = found.cell(tuple(map(number_place, found.axes, chosen)))
        assert set(cell.kinds) == kinds, chosen


def test_how_far_a_number_is_from_where_the_verdict_turns() -> None:
    told: dict[str, Value] = {**ROSE, "warmth": 25.0, "height": 50.0, WILTING: False}
    found = decision_map(GARDEN, Layer.DOCUMENT, "feed", told, ["warmth", "height"])
    (near,) = boundaries(found)
    (change,) = near.changes
    assert near.kinds == (Kind.MAY_BE_CONSIDERED,)
    assert (found.axes[change.axis].finding.id, change.turn is not None) == ("height", True)
    assert change.turn is not None
    assert (change.turn.at, change.turn.by, change.turn.beyond) == (101.6, 51.6, False)
    told["height"] = 200.0
    found = decision_map(GARDEN, Layer.DOCUMENT, "feed", told, ["warmth", "height"])
    turns = {
        (found.axes[c.axis].finding.id, c.turn.at, c.turn.by, c.turn.beyond)
        for each in boundaries(found)
        for c in each.changes
        if c.turn
    }
    assert turns == {
        ("warmth", 30.5, 5.5, True),
        ("warmth", -2.0, -27.0, True),
        ("height", 101.6, -98.4, True),
    }
    assert [boundary_text(found, each) for each in boundaries(found)] == [
        f"{way} would make it “not indicated by the document”."
        for way in (
            "Warmth: below -2 °C, over 27 °C less than now (25 °C),",
            "Warmth: above 30.5 °C, over 5.5 °C more than now (25 °C),",
            "Height: below 101.6 cm, over 98.4 cm less than now (200 cm),",
        )
    ]
    assert here_text(found) == (
        "This patient – Warmth: 25 °C; Height: 200 cm: “may be considered”."
    )
    assert [region_text(found.axes[0], (at,)) for at in range(4)] == [
        "below -2 °C",
        "-2 to 30.5 °C",
        "above 30.5 °C",
        "unknown",
    ]


def test_a_list_is_told_as_a_whole() -> None:
    other = "signs.spots"
    rules = [*GARDEN.rules, toy.rule("SPOTS", toy.signs.has(toy.Sign.SPOTS), toy.FEED_NOT)]
    book = toy.book_of(rules)
    found = decision_map(book, Layer.DOCUMENT, "feed", ROSE, [WILTING, other])
    for one, two in product((True, False, None), repeat=2):
        cell = cell_of(found, (one, two))
        cannot = {one, two} == {False, None}
        assert bool(cell.why) is cannot
        if not cannot and False in {one, two}:
            told = patient_in(book, found, cell.places)
            assert told["signs.holes"] is False


def test_neighbours_that_say_the_same_may_stand_together() -> None:
    found = decision_map(GARDEN, Layer.DOCUMENT, "feed", ROSE, ["warmth", "height"])
    groups = merged(found)
    for number, (axis, mine) in enumerate(zip(found.axes, groups, strict=True)):
        assert [at for group in mine for at in group] == list(range(len(axis.regions)))
        for group in mine:
            says = [[c.says for c in found.cells if c.places[number] == at] for at in group]
            assert all(each == says[0] for each in says)


LOW = Measurement(
    id="low", label="Low", question="?", help="", section="plant", unit="cm", hard=Limits(0, 50),
    whole=True,
)  # fmt: skip
HIGH = Measurement(
    id="high", label="High", question="?", help="", section="plant", unit="cm", hard=Limits(0, 50),
    whole=True,
)  # fmt: skip
LADDER = toy.book_of(
    (
        toy.rule(
            "UP",
            all_of(toy.kind.is_(toy.Kind.ROSE), LOW.at_least(10, "cm"), HIGH.below(30, "cm")),
            toy.FEED_MAY,
        ),
        toy.rule(
            "DOWN",
            all_of(
                toy.kind.is_(toy.Kind.ROSE),
                any_of(LOW.below(10, "cm"), HIGH.at_least(30, "cm")),
            ),
            toy.FEED_NOT,
        ),
    ),
    vocabulary=Vocabulary(
        sections=toy.VOCABULARY.sections,
        findings=(toy.kind, LOW, HIGH),
        diagnosis=toy.kind,
        ordered=(Ordered(lesser=LOW, greater=HIGH, because="So it is."),),
    ),
)


@pytest.mark.parametrize("whoever", [True, False])
def test_of_two_numbers_in_order_no_cell_is_lost(whoever: bool) -> None:
    told: dict[str, Value] = {**ROSE, "low": 20.0, "high": 25.0}
    found = decision_map(LADDER, Layer.DOCUMENT, "feed", told, ["low", "high"], whoever=whoever)
    kinds: dict[tuple[int, ...], set[Kind]] = defaultdict(set)
    for chosen in product((None, *map(float, range(51))), repeat=2):
        values = dict(zip(("low", "high"), chosen, strict=True))
        seen = verdict(LADDER, Layer.DOCUMENT, "feed", told_with(LADDER.vocabulary, ROSE, values))
        places = tuple(map(number_place, found.axes, chosen))
        kinds[places] |= set() if seen is None else set(seen.kinds)
    assert {cell.places: set(cell.kinds) for cell in found.cells} == dict(kinds)
    assert found.here.kinds == (Kind.MAY_BE_CONSIDERED,)


# Published criteria ---------------------------------------------------------------------------


def values_within(axis: Axis, at: int, random: Random) -> Value | None:
    """Any value of a region, not the one that stands for it."""
    region = axis.regions[at]
    if region is None:
        return None
    if region.low is None or region.high is None:
        return random.choice(region.values)
    if axis.step is not None:
        steps = round((region.high - region.low) / axis.step)
        return region.low + axis.step * random.randint(0, steps)
    return random.choice([region.low, region.high, random.uniform(region.low, region.high)])


def regions_are_complete(seed: int, number: int, cells: int) -> int:
    """Compare random values in the cells of random maps with both engines; how many were tried."""
    random = Random(seed)  # noqa: S311  (not for secrets)
    tried = 0
    for told in patients(number, seed + 700):
        trace = brute.consulted(FULL_RULEBOOK, told)
        if trace is None or DIAGNOSIS not in told:
            continue
        for layer in Layer:
            try:
                offers = axes_offered(FULL_RULEBOOK, layer, None, told[DIAGNOSIS])
                axes = random.sample(offers, 2)
                found = decision_map(FULL_RULEBOOK, layer, None, told, axes)
            except InputError:
                continue
            assert (
                found.here.kinds
                == verdict(  # type: ignore[union-attr]  # the patient can be
                    FULL_RULEBOOK, layer, found.drug.value, told
                ).kinds
            )
            for cell in random.sample(found.cells, min(cells, len(found.cells))):
                drawn = [
                    values_within(a, at, random)
                    for a, at in zip(found.axes, cell.places, strict=True)
                ]
                try:
                    there = told_with(
                        FULL_RULEBOOK.vocabulary, told, dict(zip(axes, drawn, strict=True))
                    )
                except InputError:
                    assert cell.why
                    continue
                seen = verdict(FULL_RULEBOOK, layer, found.drug.value, there)
                if seen is None:
                    assert not cell.kinds or found.ordered, (axes, drawn)
                else:
                    assert (cell.kinds, cell.rules) == (seen.kinds, seen.rules), (axes, drawn)
                tried += 1
    return tried


@pytest.mark.parametrize("seed", range(3))
def test_every_value_of_a_region_gets_the_verdict_of_its_cell(seed: int) -> None:
    assert regions_are_complete(seed, 12, 6) > 40


@pytest.mark.parametrize("given", [127.9, 127.95, 128.0, 128.04, 128.05, 128.1])
def test_a_number_is_cut_exactly_where_what_is_calculated_from_it_turns(given: float) -> None:
    """The twelve beside it are added; the threshold lies at 140 and does not count itself."""
    told: dict[str, Value] = {DIAGNOSIS: SCLEROSIS}
    found = decision_map(
        FULL_RULEBOOK, Layer.REFERENCE, None, told, ["prior_mitoxantrone", "active_infection"]
    )
    axis = found.axes[0]
    cell = found.cell((number_place(axis, given), found.axes[1].unknown))
    seen = verdict(
        FULL_RULEBOOK, Layer.REFERENCE, "mitoxantrone", {**told, "prior_mitoxantrone": given}
    )
    assert seen is not None
    assert (cell.kinds, cell.rules) == (seen.kinds, seen.rules)


@pytest.mark.parametrize("seed", range(3))
def test_a_verdict_turns_at_the_number_that_is_named(seed: int) -> None:
    """There, or hardly beyond, it is another; hardly before, it still is the same."""
    random = Random(seed)  # noqa: S311  (not for secrets)
    tried = 0
    for disease in (LUPUS, SCLEROSIS) * 8:
        told = told_in_full(random, disease, harmless=1)
        offers = axes_offered(FULL_RULEBOOK, Layer.REFERENCE, None, disease)
        atoms = FULL_RULEBOOK.vocabulary.atoms
        numbers = [n for n in offers if n in told and isinstance(atoms[n], Measurement)]
        for axes in random.sample(list(combinations(numbers, 2)), 3):
            try:
                found = decision_map(FULL_RULEBOOK, Layer.REFERENCE, None, told, axes)
            except InputError:
                continue
            tried += sum(turns_there(found, told, each) for each in boundaries(found))
    assert tried >= 5


def turns_there(found: DecisionMap, told: Mapping[str, Value], boundary: Boundary) -> bool:
    """Compare with both engines on either side of the number; False where there is none."""
    change, *more = boundary.changes
    axis, turn = found.axes[change.axis], change.turn
    if more or turn is None:
        return False
    little = (axis.step or 1e-6) * (1 if turn.by > 0 else -1)
    there = turn.at + little if turn.beyond else turn.at
    assert turn.at == pytest.approx(float(told[axis.finding.id]) + turn.by)

    def kinds(value: float) -> tuple[Kind, ...]:
        after = {**told, axis.finding.id: round(value, 9)}
        seen = verdict(FULL_RULEBOOK, Layer.REFERENCE, found.drug.value, after)
        return () if seen is None else seen.kinds

    assert kinds(there) == boundary.kinds, (axis.finding.id, there)
    assert kinds(there - little) != boundary.kinds, (axis.finding.id, there)
    return True


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(10, 16))
def test_many_more_values_do_so_too(seed: int) -> None:
    assert regions_are_complete(seed, 150, 12) > 1000


@pytest.mark.parametrize("axes", [("platelets", "upcr"), ("prior_cyclophosphamide", "wbc")])
def test_patients_of_a_cell_get_no_kind_that_was_proven_impossible(axes: tuple[str, str]) -> None:
    found = decision_map(
        FULL_RULEBOOK, Layer.REFERENCE, CYC, {DIAGNOSIS: LUPUS}, axes, whoever=True
    )
    random = Random("whoever")  # noqa: S311  (not for secrets)
    for told in patients(25, 4100):
        there: dict[str, Value] = {**told, DIAGNOSIS: LUPUS}
        for cell in random.sample(found.cells, 3):
            drawn = [
                values_within(a, at, random) for a, at in zip(found.axes, cell.places, strict=True)
            ]
            try:
                mine = told_with(
                    FULL_RULEBOOK.vocabulary, there, dict(zip(axes, drawn, strict=True))
                )
            except InputError:
                continue
            seen = verdict(FULL_RULEBOOK, Layer.REFERENCE, CYC, mine)
            assert seen is None or set(seen.kinds) <= set(cell.kinds), mine


# What cannot be asked -------------------------------------------------------------------------


def refused(
    axes: Sequence[str],
    told: Mapping[str, Value] | None = None,
    layer: Layer = Layer.DOCUMENT,
    drug: str | None = None,
    book: RuleBook = FULL_RULEBOOK,
) -> str:
    with pytest.raises(InputError) as caught:
        decision_map(book, layer, drug, {DIAGNOSIS: LUPUS} if told is None else told, axes)
    return str(caught.value)


def test_what_cannot_be_mapped_is_refused_with_what_can() -> None:
    assert "Did you mean severity" in refused(["severty", "life_threatening"])
    assert "no finding" in refused(["xyzzy", "life_threatening"])
    assert "chosen twice" in refused(["severity", "severity"])
    assert "two or three findings, not 1" in refused(["severity"])
    assert "not 4" in refused(["severity", "life_threatening", "kidney_failure", "x"])
    unread = refused(["severity", "highly_active"])
    assert "No rule on cyclophosphamide by the document reads it" in unread
    assert "life_threatening" in unread
    assert "one disease" in refused(["severity", DIAGNOSIS])
    assert "Choose one" in refused(["severity", "life_threatening"], {})
    assert "says nothing on mitoxantrone" in refused(["severity", "x"], drug="mitoxantrone")
    assert "no drug" in refused(["severity", "x"], drug="aspirin")
    nothing = {DIAGNOSIS: "other_autoimmune"}
    assert "nothing to map" in refused(["severity", "life_threatening"], nothing)
    layers = refused(["severity", "x"], layer=Layer.REFERENCE, book=RULEBOOK)
    assert "no rules of published criteria" in layers
    listed = refused(["organ_threats", "platelets"], layer=Layer.REFERENCE)
    assert "several answers" in listed
    assert "organ_threats.heart" in listed
    joint = refused(["lvef", "lvef_baseline"], {DIAGNOSIS: SCLEROSIS}, Layer.REFERENCE)
    assert "into one number together" in joint


@pytest.mark.parametrize("whoever", [True, False])
def test_too_many_cells_are_counted_and_refused(
    monkeypatch: pytest.MonkeyPatch, whoever: bool
) -> None:
    axes = ["severity", "life_threatening", "kidney_failure"]
    monkeypatch.setattr(making, "MOST_PROVEN" if whoever else "MOST_CELLS", 26)
    with pytest.raises(InputError, match="27 combinations; at most 26 can be shown"):
        decision_map(RULEBOOK, Layer.DOCUMENT, None, {DIAGNOSIS: LUPUS}, axes, whoever=whoever)


def test_facts_offered_are_those_that_can_be_axes() -> None:
    for layer in Layer:
        for drug, named in named_diagnoses(FULL_RULEBOOK, layer).items():
            for disease in named:
                offers = axes_offered(FULL_RULEBOOK, layer, drug, disease)
                assert len(set(offers)) == len(offers) >= 2
                first = offers[0]
                for other in offers[1:4]:
                    decision_map(FULL_RULEBOOK, layer, drug, {DIAGNOSIS: disease}, [first, other])


def test_regions_are_named_apart() -> None:
    """The screen lets a reader choose a region by its name."""
    for layer in Layer:
        for drug, named in named_diagnoses(FULL_RULEBOOK, layer).items():
            for disease in named:
                told = {DIAGNOSIS: disease}
                names = axes_offered(FULL_RULEBOOK, layer, drug, disease)
                for one, other in zip(names[::2], names[1::2], strict=False):
                    try:
                        found = decision_map(FULL_RULEBOOK, layer, drug, told, [one, other])
                    except InputError:
                        continue
                    for axis in found.axes:
                        texts = [region_text(axis, (at,)) for at in range(len(axis.regions))]
                        assert len(set(texts)) == len(texts), texts
                        assert texts[-1] == "unknown"


def test_what_is_not_offered_changes_no_verdict_of_the_document() -> None:
    for drug, disease in PAIRS:
        offers = axes_offered(RULEBOOK, Layer.DOCUMENT, drug, disease)
        kinds: dict[tuple[Value | None, ...], set[Kind]] = defaultdict(set)
        for told, kind in everyone(drug, disease):
            kinds[tuple(map(told.get, offers))].add(kind)
        assert all(len(each) == 1 for each in kinds.values())
