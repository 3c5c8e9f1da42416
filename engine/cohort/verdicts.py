"""Kinds of verdict and deciding rules as columns: what ``engine.deciding`` does for one patient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from engine.cohort.columns import rule_column
from engine.cohort.expressions import any_holds, expression
from engine.cohort.stances import stances
from engine.conditions import IsOneOf
from engine.deciding import advice_rules, drug_named, named_diagnoses
from engine.inquiry.decision import Diagram, Fork, decision
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
    """The column with the ids of the rules that decide, overall or on one drug; null where none.

    They stand in the order of the rule book, where ``engine.deciding`` puts them stance by stance.
    """
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
    holding: list[pl.Expr] = []
    kinds: list[pl.Expr] = []
    states: list[pl.Expr] = []
    masks: dict[Option, tuple[Mask, ...]] = {}
    for drug in book.drugs:
        found = stances(book, layer, drug)
        named = [f"held:{kind_column(layer, drug)}:{at}" for at in range(2 * len(found.rules))]
        asked = _held(list(found.rules.values()))
        holding += [each.alias(name) for each, name in zip(asked, named, strict=True)]
        held = [pl.col(name) for name in named]
        kinds.append(_kind(book, layer, drug, held).alias(kind_column(layer, drug)))
        states.append(_bits(held, pl.UInt16).alias(state_column(layer, drug)))
        masks[drug] = tuple(_masks(book, layer, drug))
    return Verdicts(book, layer, (holding, kinds, [*_overall(book, layer), *states]), masks)


def state_column(layer: Layer, drug: Option) -> str:
    """The column with the number of the combination of stances that fired and that wait."""
    return f"state:{kind_column(layer, drug)}"


def _is_one_of(book: RuleBook, diagnoses: Iterable[str]) -> pl.Expr:
    return expression(IsOneOf(book.vocabulary.diagnosis.id, tuple(diagnoses)), book.vocabulary)


def _held(groups: Sequence[Sequence[Rule]]) -> list[pl.Expr]:
    """Of each group of rules whether one fired, then of each whether one waits."""
    fired = [
        any_holds(pl.col(rule_column(rule.id)).fill_null(value=False) for rule in rules)
        for rules in groups
    ]
    waiting = [
        any_holds(pl.col(rule_column(rule.id)).is_null() for rule in rules) for rules in groups
    ]
    return [*fired, *waiting]


def _bits(held: Sequence[pl.Expr], kind: type[pl.UInt16 | pl.UInt64]) -> pl.Expr:
    """Yes/no columns as the bits of a number, the first one lowest."""
    number = pl.lit(0, kind)
    for at, each in enumerate(held):
        number = number | (each.cast(kind) * pl.lit(1 << at, kind))
    return number


def _kind(book: RuleBook, layer: Layer, drug: Option, held: Sequence[pl.Expr]) -> pl.Expr:
    """The kind of verdict on a drug; null where nothing is decided, which is a gap."""
    examples = tuple(rules[0] for rules in stances(book, layer, drug).rules.values())
    kind = pl.lit(None, KIND)
    if examples:
        for each, holds in _kinds(decision(layer, examples), held).items():
            kind = pl.when(holds).then(pl.lit(each.value, KIND)).otherwise(kind)
    named = _is_one_of(book, sorted(named_diagnoses(book, layer)[drug.value]))
    kind = pl.when(named).then(kind).otherwise(pl.lit(Kind.OUTSIDE_DOCUMENT.value, KIND))
    return pl.when(named.is_null()).then(pl.lit(Kind.NOT_ENOUGH_DATA.value, KIND)).otherwise(kind)


def _kinds(part: Diagram, held: Sequence[pl.Expr]) -> dict[Kind, pl.Expr]:
    """Where each kind follows. Yes/no columns take a bit a patient, so this is quick."""
    if not isinstance(part, Fork):
        return {} if part is None else {part: pl.lit(True)}
    asked = held[part.place]
    found: dict[Kind, pl.Expr] = {}
    for holds, side in ((asked, part.holds), (~asked, part.fails)):
        for kind, where in _kinds(side, held).items():
            here = holds if side is kind else holds & where
            found[kind] = found[kind] | here if kind in found else here
    return found


def _overall(book: RuleBook, layer: Layer) -> list[pl.Expr]:
    """The verdict on the drug that is named for the diagnosis, and which drug that is."""
    diagnoses = [option.value for option in book.vocabulary.diagnosis.options]
    drugs = pl.Enum([drug.value for drug in book.drugs])
    unknown = pl.col(book.vocabulary.diagnosis.id).is_null()
    kind, about = pl.lit(Kind.OUTSIDE_DOCUMENT.value, KIND), pl.lit(None, drugs)
    for drug in book.drugs:
        here = _is_one_of(book, [d for d in diagnoses if drug_named(book, layer, d) is drug])
        kind = pl.when(here).then(pl.col(kind_column(layer, drug))).otherwise(kind)
        about = pl.when(here).then(pl.lit(drug.value, drugs)).otherwise(about)
    kind = pl.when(unknown).then(pl.lit(Kind.NOT_ENOUGH_DATA.value, KIND)).otherwise(kind)
    return [kind.alias(kind_column(layer)), about.alias(drug_column(layer))]


def _masks(book: RuleBook, layer: Layer, drug: Option) -> Iterator[Mask]:
    """Which rules decide: of a known diagnosis those of the stances that do, else all that wait."""
    found = stances(book, layer, drug)
    outside = pl.col(kind_column(layer, drug)) == Kind.OUTSIDE_DOCUMENT.value
    deciding = pl.lit(pl.Series(found.deciding, dtype=pl.UInt32)).gather(
        pl.col(state_column(layer, drug))
    )
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
