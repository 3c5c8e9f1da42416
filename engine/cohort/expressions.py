"""Conditions as expressions: yes is true, no is false, unknown is null."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

import polars as pl

from engine.cohort.columns import concept_column
from engine.cohort.thresholds import first_above, first_at_least
from engine.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    ConceptIs,
    Condition,
    Group,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Value,
)
from engine.findings import Choice, Measurement
from engine.vocabulary import Vocabulary


def expression(condition: Condition, vocabulary: Vocabulary) -> pl.Expr:
    """A condition over columns of facts and of concepts."""
    if isinstance(condition, Group):
        return _group(condition, [expression(part, vocabulary) for part in condition.conditions])
    match condition:
        case ConceptIs(name, yes):
            held = pl.col(concept_column(name))
            return held if yes else ~held
        case IsKnown(name):
            return pl.col(name).is_not_null()
        case IsNotKnown(name):
            return pl.col(name).is_null()
        case Is() | IsOneOf():
            wanted = (condition.value,) if isinstance(condition, Is) else condition.values
            return _one_of(vocabulary, condition.finding, wanted)
        case InRange():
            return _range(condition, vocabulary)


def _group(group: Group, parts: list[pl.Expr]) -> pl.Expr:
    match group:
        case AllOf():
            return all_hold(parts)
        case AnyOf():
            return any_holds(parts)
        case AtLeast(count):
            return _at_least(count, parts)


def all_hold(parts: Iterable[pl.Expr]) -> pl.Expr:
    """Kleene conjunction; of nothing, yes."""
    each = list(parts)
    return reduce(and_, each) if each else pl.lit(True)  # a literal has no name


def any_holds(parts: Iterable[pl.Expr]) -> pl.Expr:
    """Kleene disjunction; of nothing, no."""
    each = list(parts)
    return reduce(or_, each) if each else pl.lit(False)


def _at_least(count: int, parts: list[pl.Expr]) -> pl.Expr:
    """Yes when ``count`` are yes, no when so many are no that ``count`` is out of reach."""
    if count <= 0:
        return pl.lit(True)
    if count > len(parts):
        return pl.lit(False)
    yes = pl.sum_horizontal(part.fill_null(value=False).cast(pl.UInt16) for part in parts)
    possible = pl.sum_horizontal(part.fill_null(value=True).cast(pl.UInt16) for part in parts)
    return pl.when(yes >= count).then(statement=True).when(possible < count).then(statement=False)


def _one_of(vocabulary: Vocabulary, name: str, values: tuple[Value, ...]) -> pl.Expr:
    """The fact has one of these values; other values than it can have are passed over."""
    atom, column = vocabulary.atoms[name], pl.col(name)
    if isinstance(atom, Choice):
        # The place of an answer is compared, not its text.
        options = [str(option.value) for option in atom.options]
        places = {option: place for place, option in enumerate(options)}
        wanted = [places[str(value)] for value in values if value in places]
        alike = [column.to_physical() == place for place in wanted]
    elif isinstance(atom, Measurement):
        alike = [column == float(value) for value in values]
    else:
        alike = [column if value else ~column for value in values]
    # A known value that is none of them is no; "and" with a null would say unknown of it.
    return any_holds(alike) if alike else pl.when(column.is_not_null()).then(statement=False)


def _range(condition: InRange, vocabulary: Vocabulary) -> pl.Expr:
    name, unit = condition.finding, condition.unit
    measurement, column = vocabulary.atoms[name], pl.col(name)
    if not isinstance(measurement, Measurement):
        raise TypeError(f"{name} is compared with numbers but is not one")
    bounds: list[pl.Expr] = []
    if condition.low is not None:
        above = first_above(measurement, unit, condition.low)
        if condition.low_included:
            bounds.append(column >= first_at_least(measurement, unit, condition.low))
        else:
            bounds.append(column > condition.low if above is None else column >= above)
    if condition.high is not None:
        above = first_above(measurement, unit, condition.high)
        if not condition.high_included:
            bounds.append(column < first_at_least(measurement, unit, condition.high))
        else:
            bounds.append(column <= condition.high if above is None else column < above)
    return all_hold(bounds) if bounds else pl.when(column.is_not_null()).then(statement=True)
