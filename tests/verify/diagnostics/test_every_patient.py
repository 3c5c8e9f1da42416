"""What the solver finds in random tiny rule bases, held against a look at every patient."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Value,
    findings_of,
    walk,
)
from engine.deciding import advice_rules, decided
from engine.errors import GapError
from engine.evaluate import evaluate, prove
from engine.facts import establish
from engine.inquiry.slice import rules_behind
from engine.language import Layer, Rule, RuleBook, Stance, Worse
from engine.missing import FORBID, stance_of
from engine.rule import Flag
from engine.trace import Kind
from engine.truth import Truth
from engine.verify.checks.tiles import tile_faults
from engine.verify.diagnose import diagnose
from tests.verify.diagnostics.small import (
    AMBIGUOUS,
    FLAG,
    ILL,
    LINKED,
    MAY,
    NOT,
    OTHER_FLAG,
    R_MAY,
    R_NOT,
    R_STOP,
    R_WITHHELD,
    Disease,
    Drug,
    Grade,
    book_of,
    cells,
    disease,
    everybody,
    fever,
    grade,
    limit,
    rule,
)

PATIENTS = tuple(everybody())
CONCLUSIONS = (ILL, FLAG, MAY, NOT, AMBIGUOUS, R_MAY, R_NOT, R_STOP, R_WITHHELD)
WORSE = (Worse(grade, tuple(option.value for option in Grade)),)


@st.composite
def leaves(draw: st.DrawFn, *, flag: bool, chained: bool) -> Condition:
    """Any leaf. Ranges may be empty, beyond the limits, or open on both sides."""
    low = draw(st.none() | st.integers(-1, 6))
    high = draw(st.none() | st.integers(-1, 7))
    counts = draw(st.booleans())
    marks = (limit(1),)
    names = st.sampled_from(("disease", "grade", "fever", "cells"))
    choices: list[Condition] = [
        Is("disease", draw(st.sampled_from(list(Disease))).value),
        IsOneOf("disease", ("lupus", "gout")),
        Is("grade", draw(st.sampled_from(list(Grade))).value),
        IsOneOf("grade", ("moderate", "severe")),
        Is("fever", draw(st.booleans())),
        InRange("cells", "thousand", low, high, counts, not counts, marks),
        InRange("cells", "thousand", low=low, low_included=counts, marks=marks),
        InRange("cells", "thousand", high=high, high_included=counts, marks=marks),
        IsKnown(draw(names)),
    ]
    if chained:
        choices += [ILL.yes, ILL.no]
    if flag:
        choices.append(IsNotKnown(draw(names)))
    return draw(st.sampled_from(choices))


@st.composite
def conditions(draw: st.DrawFn, *, flag: bool, chained: bool) -> Condition:
    leaf = leaves(flag=flag, chained=chained)

    def group(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            parts.map(AllOf), parts.map(AnyOf), parts.map(lambda each: AtLeast(len(each), each))
        )

    return draw(st.recursive(leaf, group, max_leaves=4))


@st.composite
def small_books(draw: st.DrawFn) -> RuleBook:
    rules: list[Rule] = []
    for number in range(draw(st.integers(1, 6))):
        then = draw(st.sampled_from(CONCLUSIONS))
        flag = isinstance(then, Flag) or then is R_WITHHELD
        when = draw(conditions(flag=flag, chained=then is not ILL))
        rules.append(rule(f"R-{number}", when, then))
    return book_of(*rules, concepts=(ILL,), vocabulary=LINKED)


class Brute:
    """What every patient comes to."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self.known = [establish(LINKED, entries).values for entries in PATIENTS]
        self.seen = [evaluate(book, known) for known in self.known]
        self.place = {tuple(sorted(entries.items())): at for at, entries in enumerate(PATIENTS)}

    def those(self, rule: Rule, truth: Truth) -> set[int]:
        return {at for at, seen in enumerate(self.seen) if seen.proofs[rule.id].truth is truth}

    def with_disease(self, name: str) -> set[int]:
        return {at for at, known in enumerate(self.known) if known.get("disease") == name}


def firing(brute: Brute) -> Iterator[tuple[str, str]]:
    everyone = set(range(len(PATIENTS)))
    for each in brute.book.rules:
        yes, no = brute.those(each, Truth.YES), brute.those(each, Truth.NO)
        read = {n for r in rules_behind(brute.book, [each]) for n in findings_of(r.when)}
        if not yes:
            yield "RB401", each.id
        elif read != {"disease"}:
            groups = [brute.with_disease(option.value) for option in Disease]
            meant = set().union(*(group for group in groups if group & yes)) or everyone
            if not meant & no:
                yield ("RB402" if meant <= yes else "RB405"), each.id


def repeated(brute: Brute) -> Iterator[tuple[str, str]]:
    for rules in brute.book.rules_for.values():
        fires = {each.id: brute.those(each, Truth.YES) for each in rules}
        names = [name for name, patients in fires.items() if patients]
        for place, name in enumerate(names):
            if any(fires[name] == fires[other] for other in names[:place]):
                yield "RB403", name
            elif any(fires[name] < fires[other] for other in names):
                yield "RB404", name


def clashes(brute: Brute) -> Iterator[tuple[str, str]]:
    for layer in brute.book.layers:
        rules = advice_rules(brute.book, layer)
        declared = [r for r in rules if stance_of(r) is Stance.AMBIGUOUS]
        out = set().union(*(brute.those(r, Truth.YES) for r in declared))
        for one, other in product(rules, rules):
            if (stance_of(one), stance_of(other)) == (Stance.MAY, Stance.NOT) and (
                brute.those(one, Truth.YES) & brute.those(other, Truth.YES) - out
            ):
                yield ("RB501" if layer is Layer.DOCUMENT else "RB502"), one.id + other.id


def kind_of(brute: Brute, layer: Layer, at: int) -> Kind | None:
    try:
        return decided(brute.book, layer, Drug.X, brute.known[at], brute.seen[at].proofs).kind
    except GapError:
        return None


def gaps(brute: Brute) -> Iterator[tuple[str, str]]:
    for layer, option in product(brute.book.layers, Disease):
        if None in {kind_of(brute, layer, at) for at in brute.with_disease(option.value)}:
            yield "RB503", f"{layer.label}: {option.label}"


def losses(brute: Brute) -> Iterator[tuple[str, str]]:
    for layer in brute.book.layers:
        rules = [r for r in advice_rules(brute.book, layer) if stance_of(r) in FORBID]
        warned = set().union(*(brute.those(r, Truth.YES) for r in rules))
        for each in rules:
            for path, asked in asked_for_safety(each.when):
                if lost(brute, each, asked, warned):
                    yield "RB504", f"{each.id} {path}"


def asked_for_safety(
    condition: Condition, path: str = "when"
) -> Iterator[tuple[str, list[Condition]]]:
    """What a rule asks of numbers and grades; the ends of a band in one "all of" are together."""
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        parts = {f"{path}.{n}": part for n, part in enumerate(condition.conditions)}
        ranges = {n: part for n, part in parts.items() if isinstance(part, InRange)}
        ends = [(part.low is not None, part.high is not None) for part in ranges.values()]
        together = isinstance(condition, AllOf) and len(ranges) > 1
        if together and any(low for low, _ in ends) and any(high for _, high in ends):
            yield next(iter(ranges)), list(ranges.values())
            parts = {n: part for n, part in parts.items() if n not in ranges}
        for place, part in parts.items():
            yield from asked_for_safety(part, place)
    elif isinstance(condition, InRange | Is | IsOneOf):
        yield path, [condition]


def lost(brute: Brute, each: Rule, asked: list[Condition], warned: set[int]) -> bool:
    def all_hold(at: int) -> bool:
        return all(holds(part, brute.known[at]) for part in asked)

    start = {at for at in brute.those(each, Truth.YES) if all_hold(at)}
    ranges = [part for part in asked if isinstance(part, InRange)]
    if not ranges:
        graded = all(isinstance(p, Is | IsOneOf) and p.finding == "grade" for p in asked)
        return graded and any(set(worse_than(brute, at, "grade", 1)) - warned for at in start)
    low = any(part.low is not None for part in ranges)
    high = any(part.high is not None for part in ranges)
    sides = [1, -1] if low and high else [1] if low else [-1]
    return all(
        any(
            then not in warned and not (len(sides) == 2 and all_hold(then))
            for at in start
            for then in worse_than(brute, at, "cells", side)
        )
        for side in sides
    )


def worse_than(brute: Brute, at: int, name: str, side: int) -> Iterator[int]:
    """The same patient with a finding worse, as far as there can be such a patient."""
    told = PATIENTS[at]
    order: list[Value] = (
        [float(number) for number in range(7)]
        if name == "cells"
        else [str(option.value) for option in Grade]
    )
    if name in told:
        now = order.index(told[name])
        for value in order[now + 1 :] if side > 0 else order[:now]:
            then = brute.place.get(tuple(sorted({**told, name: value}.items())))
            if then is not None:
                yield then


def holds(leaf: Condition, known: dict[str, Value]) -> bool:
    return prove(leaf, LINKED, known, {}).truth is Truth.YES


def numbers(brute: Brute) -> Iterator[tuple[str, str]]:
    for each in brute.book.rules:
        for path, leaf in walk(each.when):
            if isinstance(leaf, InRange) and not any(
                holds(leaf, {"cells": float(number)}) for number in range(7)
            ):
                yield "RB208", f"{each.id} {path}"


def by_looking(book: RuleBook) -> set[tuple[str, str]]:
    brute = Brute(book)
    return {
        *firing(brute),
        *repeated(brute),
        *clashes(brute),
        *gaps(brute),
        *losses(brute),
        *numbers(brute),
    }


def by_asking(book: RuleBook) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for each in diagnose(book, worse=WORSE):
        match each.code:
            case "RB401" | "RB402" | "RB403" | "RB404" | "RB405":
                found.add((each.code, each.place.id))
            case "RB501" | "RB502":
                found.add((each.code, each.place.id + each.also[0].id))
            case "RB503":
                layer = next(each_.label for each_ in Layer if each_.label in each.message)
                named = each.message.removeprefix("a patient with ").partition(" gets no")[0]
                found |= {
                    ("RB503", f"{layer}: {option.label}")
                    for option in Disease
                    if option.label in named
                }
            case "RB504" | "RB208":
                found.add((each.code, f"{each.place.id} {each.place.path}"))
            case _:
                pass
    return found


@given(small_books())
@settings(max_examples=40, deadline=None)
def test_what_is_found_is_what_every_patient_shows(book: RuleBook) -> None:
    assert by_asking(book) == by_looking(book)


@pytest.mark.exhaustive
@given(small_books())
@settings(max_examples=600, deadline=None)
def test_what_is_found_is_what_every_patient_shows_in_many_books(book: RuleBook) -> None:
    assert by_asking(book) == by_looking(book)


@st.composite
def tilings(draw: st.DrawFn) -> RuleBook:
    """Up to four rules that differ in a range of cells alone, as a rule of whole numbers may."""
    rules: list[Rule] = []
    for number in range(draw(st.integers(2, 4))):
        low = draw(st.none() | st.integers(0, 6))
        high = draw(st.none() | st.integers(low or 0, 6))
        asked = InRange("cells", "thousand", low, high, draw(st.booleans()), draw(st.booleans()))
        if any(holds(asked, {"cells": float(each)}) for each in range(7)):
            then = draw(st.sampled_from((FLAG, OTHER_FLAG, ILL)))
            rules.append(rule(f"R-{number}", AllOf((disease.is_(Disease.LUPUS), asked)), then))
    return book_of(*rules, concepts=(ILL,))


@given(tilings())
@settings(max_examples=300, deadline=None)
def test_holes_and_overlaps_are_those_of_the_numbers_themselves(book: RuleBook) -> None:
    reach = {
        each.id: [n for n in range(7) if holds(each.when, {"disease": "lupus", "cells": float(n)})]
        for each in book.rules
    }
    covered = {n for numbers in reach.values() for n in numbers}
    holes = {n for n in range(1, 6) if n not in covered and {n - 1, n + 1} <= covered}
    found = list(tile_faults(book))
    told = [each.patient["cells"] for each in found if each.code == "RB505" and each.patient]
    assert sorted(told) == sorted(holes)
    overlaps = {
        (one.id, other.id)
        for one, other in permutations(book.rules, 2)
        if one.then != other.then
        and len(set(reach[one.id]) & set(reach[other.id])) == 1
        and reach[one.id][0] < reach[other.id][0]
        and reach[one.id][-1] < reach[other.id][-1]
    }
    assert {(d.place.id, d.also[0].id) for d in found if d.code == "RB506"} == overlaps


def test_the_brute_force_knows_every_code_that_it_is_held_against() -> None:
    """Each code comes up in a book of its own, so that agreement is not silence."""
    lupus = disease.is_(Disease.LUPUS)
    book = book_of(
        rule("R-0", AllOf((fever.yes, fever.no)), ILL),
        rule("R-1", AnyOf((fever.is_known(), fever.is_not_known())), FLAG),
        rule("R-2", AllOf((lupus, fever.yes)), MAY),
        rule("R-3", AllOf((fever.yes, lupus)), MAY),
        rule("R-4", AllOf((lupus, fever.yes, grade.is_(Grade.MILD))), MAY),
        rule("R-5", AllOf((lupus, fever.yes, grade.is_(Grade.SEVERE))), NOT),
        rule("R-6", AllOf((lupus, cells.between(limit(2), limit(4)))), R_STOP),
        rule("R-7", AllOf((lupus, fever.yes)), R_MAY),
        rule("R-8", AllOf((lupus, fever.yes)), R_NOT),
        rule("R-9", AllOf((lupus, cells.above(9, "thousand"))), MAY),
        rule("R-10", AnyOf((fever.yes, fever.no)), ILL),
        vocabulary=LINKED,
    )
    found = by_looking(book)
    assert found == by_asking(book)
    assert {code for code, _ in found} == {
        "RB208", "RB401", "RB402", "RB403", "RB404", "RB405", "RB501", "RB502", "RB503", "RB504",
    }  # fmt: skip
