"""Kinds of verdict and deciding rules as columns: what ``engine.deciding`` does for one patient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from engine.cohort.columns import rule_column
from engine.cohort.expressions import any_holds
from engine.cohort.stances import stances
from engine.deciding import advice_rules, drug_named, named_diagnoses
from engine.option import Option
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Kind

KIND = pl.Enum([kind.value for kind in Kind])
"""The type of a column of verdicts."""

SEPARATOR = "; "
"""Between the ids of deciding rules."""

_WORD = 63
"""How many rules share one column of bits."""


def kind_column(layer: Layer, drug: Option | None = None) -> str:
    """The column with the kind of verdict of a layer: overall, or on one drug."""
    return f"{layer.value}.verdict" if drug is None else f"{layer.value}.{drug.value}"


def drug_column(layer: Layer) -> str:
    """The column with the drug that the overall verdict of a layer is about."""
    return f"{layer.value}.drug"


def rules_column(layer: Layer, drug: Option | None = None) -> str:
    """The column with the ids of the rules that decide, overall or on one drug; null where none."""
    return f"{layer.value if drug is None else kind_column(layer, drug)}.rules"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The columns of one layer, step by step, over the truths of rules.

    ``masks`` are, for each drug, columns of bits of the rules that decide.
    """

    book: RuleBook
    layer: Layer
    steps: tuple[list[pl.Expr], ...]
    masks: dict[Option, tuple[Mask, ...]]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns with the verdicts, deciding rules left out."""
        kinds = (kind_column(self.layer, drug) for drug in self.book.drugs)
        return (kind_column(self.layer), drug_column(self.layer), *kinds)

    def with_rules(self, frame: pl.DataFrame, drugs: Sequence[Option | None]) -> pl.DataFrame:
        """The frame with the deciding rules of some verdicts; None is the overall one."""
        by_drug: dict[Option, pl.Series] = {}
        for drug in self.book.drugs:
            if None in drugs or drug in drugs:
                frame = frame.with_columns(mask.bits for mask in self.masks[drug])
                by_drug[drug] = _named(frame, self.masks[drug])
        named = [
            series.alias(rules_column(self.layer, drug))
            for drug, series in by_drug.items()
            if drug in drugs
        ]
        if None in drugs:
            overall = pl.lit(None, pl.String)
            for drug, series in by_drug.items():
                about = pl.col(drug_column(self.layer)) == drug.value
                overall = pl.when(about).then(pl.lit(series)).otherwise(overall)
            named.append(frame.select(overall.alias(rules_column(self.layer))).to_series())
        return frame.with_columns(named)


@dataclass(frozen=True, slots=True)
class Mask:
    """Some rules, one bit each, in a column that says which of them decide."""

    column: str
    rules: tuple[Rule, ...]
    bits: pl.Expr


def verdicts(book: RuleBook, layer: Layer) -> Verdicts:
    """The verdicts of a layer on every drug, and overall, as columns."""
    kinds: list[pl.Expr] = []
    states: list[pl.Expr] = []
    masks: dict[Option, tuple[Mask, ...]] = {}
    for drug in book.drugs:
        found = stances(book, layer, drug)
        state = f"state:{kind_column(layer, drug)}"
        states.append(_state(list(found.rules.values())).alias(state))
        table = pl.Series([None if k is None else k.value for k in found.kinds], dtype=KIND)
        decided = pl.lit(table).gather(pl.col(state))
        kinds.append(_placed(book, layer, drug, decided).alias(kind_column(layer, drug)))
        masks[drug] = tuple(_masks(book, layer, drug, state))
    about, overall = _overall(book, layer)
    return Verdicts(book, layer, ([*states, *about], kinds, overall), masks)


def _by_diagnosis(book: RuleBook, table: pl.Series) -> pl.Expr:
    """What a table with a row for each diagnosis says; null while the diagnosis is unknown."""
    return pl.lit(table).gather(pl.col(book.vocabulary.diagnosis.id).to_physical())


def _state(groups: Sequence[Sequence[Rule]]) -> pl.Expr:
    """The number of the combination of stances that fired and that wait."""
    fired = [
        any_holds(pl.col(rule_column(rule.id)).fill_null(value=False) for rule in rules)
        for rules in groups
    ]
    waiting = [
        any_holds(pl.col(rule_column(rule.id)).is_null() for rule in rules) for rules in groups
    ]
    return _bits([*fired, *waiting], pl.UInt16)


def _bits(held: Sequence[pl.Expr], kind: type[pl.UInt16 | pl.UInt64]) -> pl.Expr:
    """Yes/no columns as the bits of a number, the first one lowest."""
    number = pl.lit(0, kind)
    for at, each in enumerate(held):
        number = number | (each.cast(kind) * pl.lit(1 << at, kind))
    return number


def _placed(book: RuleBook, layer: Layer, drug: Option, decided: pl.Expr) -> pl.Expr:
    """A kind of verdict where the diagnosis is known and the drug is named for it."""
    named = named_diagnoses(book, layer)[drug.value]
    table = [option.value in named for option in book.vocabulary.diagnosis.options]
    is_named = _by_diagnosis(book, pl.Series(table))
    return (
        pl.when(is_named)
        .then(decided)
        .when(is_named.is_null())
        .then(pl.lit(Kind.NOT_ENOUGH_DATA.value, KIND))
        .otherwise(pl.lit(Kind.OUTSIDE_DOCUMENT.value, KIND))
    )


def _overall(book: RuleBook, layer: Layer) -> tuple[list[pl.Expr], list[pl.Expr]]:
    """The drug that is named for the diagnosis, then the verdict on it."""
    named = [drug_named(book, layer, option.value) for option in book.vocabulary.diagnosis.options]
    drugs = [None if drug is None else drug.value for drug in named]
    table = pl.Series(drugs, dtype=pl.Enum([drug.value for drug in book.drugs]))
    about = pl.col(drug_column(layer))
    unknown = pl.col(book.vocabulary.diagnosis.id).is_null()
    kind = pl.lit(Kind.OUTSIDE_DOCUMENT.value, KIND)
    for place, drug in enumerate(book.drugs):
        on_drug = pl.col(kind_column(layer, drug))
        kind = pl.when(about.to_physical() == place).then(on_drug).otherwise(kind)
    open_ = pl.lit(Kind.NOT_ENOUGH_DATA.value, KIND)
    return (
        [_by_diagnosis(book, table).alias(drug_column(layer))],
        [pl.when(unknown).then(open_).otherwise(kind).alias(kind_column(layer))],
    )


def _masks(book: RuleBook, layer: Layer, drug: Option, state: str) -> Iterator[Mask]:
    """Which rules decide: of a known diagnosis those of the stances that do, else all that wait."""
    found = stances(book, layer, drug)
    outside = pl.col(kind_column(layer, drug)) == Kind.OUTSIDE_DOCUMENT.value
    deciding = pl.lit(pl.Series(found.deciding, dtype=pl.UInt32)).gather(pl.col(state))
    places = {
        rule.id: (at, at + len(found.rules))
        for at, rules in enumerate(found.rules.values())
        for rule in rules
    }
    advice = advice_rules(book, layer, drug)
    for number, rules in enumerate(advice[i : i + _WORD] for i in range(0, len(advice), _WORD)):
        held = []
        for rule in rules:
            truth = pl.col(rule_column(rule.id))
            fired, waiting = (((deciding // (1 << at)) % 2) == 1 for at in places[rule.id])
            unasked = pl.col(book.vocabulary.diagnosis.id).is_null()
            by_firing = truth.fill_null(value=False) & fired & ~unasked
            held.append((by_firing | (truth.is_null() & (waiting | unasked))) & ~outside)
        column = f"deciding:{kind_column(layer, drug)}:{number}"
        yield Mask(column, rules, _bits(held, pl.UInt64).alias(column))


def _named(frame: pl.DataFrame, masks: Sequence[Mask]) -> pl.Series:
    """The ids of the rules whose bits are set; each combination is spelled out once."""
    columns = [mask.column for mask in masks]
    if not columns:
        return pl.Series([None] * frame.height, dtype=pl.String)
    seen = frame.select(columns).unique()
    spelled = [
        SEPARATOR.join(
            rule.id
            for mask, bits in zip(masks, row, strict=True)
            for at, rule in enumerate(mask.rules)
            if bits >> at & 1
        )
        or None
        for row in seen.iter_rows()
    ]
    words = seen.with_columns(pl.Series("spelled", spelled, dtype=pl.String))
    return frame.select(columns).join(words, on=columns, how="left", maintain_order="left")[
        "spelled"
    ]
