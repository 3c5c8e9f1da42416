"""What a decision map is asked of: the rules on one drug that a disease leaves open.

Which findings can be the axes of the map follows from these rules: those that they read.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.conditions import Value, findings_of
from engine.deciding import advice_rules, drug_named, named_diagnoses
from engine.errors import InputError, Problem
from engine.evaluate import prove
from engine.findings import MultiChoice, Table
from engine.grammar import value_text
from engine.inquiry.slice import Slice, rules_behind, slice_of
from engine.narrow import Narrowed, narrowed_wholly
from engine.option import Option
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.vocabulary import Vocabulary
from engine.words import and_list, counted, or_list, quoted, sentence

FEWEST, MOST = 2, 3
"""How many findings a map may have as its axes."""
MOST_NAMED = 10
"""The most findings that an error message names."""


@dataclass(frozen=True)
class Asked:
    """The verdicts of a layer on a drug for a disease.

    ``narrow`` is the part of the book that the disease leaves open, ``part`` what of it stands
    behind these verdicts.
    """

    book: RuleBook
    layer: Layer
    drug: Option
    diagnosis: str
    narrow: Narrowed
    part: Slice

    @classmethod
    def about(cls, book: RuleBook, layer: Layer, drug: str | None, diagnosis: Value) -> Asked:
        """The question; without a drug, about the one that is named for the disease.

        Raises InputError where the layer has no rules, or none on the drug for this disease.
        """
        book.refuse_broken()
        chosen = _drug(book, layer, drug, diagnosis)
        narrow = narrowed_wholly(book, str(diagnosis))
        part = slice_of(narrow.book, advice_rules(narrow.book, layer, chosen))
        return cls(book, layer, chosen, str(diagnosis), narrow, part)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of advice that the disease leaves open."""
        rules = advice_rules(self.narrow.book, self.layer, self.drug)
        return tuple(rule for rule in rules if rule.id not in self.narrow.ruled_out)


def _drug(book: RuleBook, layer: Layer, drug: str | None, diagnosis: Value) -> Option:
    disease = value_text(book.vocabulary.diagnosis, diagnosis)
    if layer not in book.layers:
        raise InputError(
            Problem("layer", f"There are no rules of {layer.label} in force.", "Switch them on.")
        )
    named = named_diagnoses(book, layer)
    speaks = [each for each in book.drugs if diagnosis in named[each.value]]
    if drug is None:
        found = drug_named(book, layer, diagnosis)
        if found is not None:
            return found
        wrong = f"No drug is named for {disease} by {layer.label}: there is nothing to map."
        raise InputError(Problem("disease", wrong, "Choose another disease."))
    if drug not in {each.value for each in book.drugs}:
        all_drugs = or_list(each.value for each in book.drugs)
        raise InputError(
            Problem("drug", f"There is no drug {quoted(drug)}.", f"It is {all_drugs}.")
        )
    if all(each.value != drug for each in speaks):
        wrong = (
            f"{sentence(layer.label)} says nothing on {book.drugs.of(drug).label} for {disease}."
        )
        names = or_list(each.value for each in speaks)
        mend = f"Choose {names}." if speaks else "Choose another disease."
        raise InputError(Problem("drug", wrong, mend))
    return book.drugs.of(drug)


def axes_offered(
    book: RuleBook, layer: Layer, drug: str | None, diagnosis: Value
) -> tuple[str, ...]:
    """The facts that rules on the drug read for a disease, those that most rules hang on first.

    Facts that only imply others, or that others are calculated from, come behind; among equals the
    order is that of the form. Raises InputError as ``Asked.about`` does.
    """
    return offered(Asked.about(book, layer, drug, diagnosis))


def offered(asked: Asked) -> tuple[str, ...]:
    """The facts that the rules read, as ``axes_offered`` has them."""
    vocabulary = asked.book.vocabulary
    hang: Counter[str] = Counter()
    for rule in asked.rules:
        behind = rules_behind(asked.narrow.book, [rule])
        read = {name for each in behind for name in findings_of(each.when)}
        # What stands in for rules that are ruled out reads the diagnosis alone.
        hang.update(read - {vocabulary.diagnosis.id})
    step = dict.fromkeys(hang, 0)
    _add_what_feeds(asked, hang, step)
    place = {name: at for at, name in enumerate(vocabulary.atoms)}
    found = [name for name in hang if _can_be_told(vocabulary, name, asked.diagnosis)]
    return tuple(sorted(found, key=lambda name: (step[name], -hang[name], place[name])))


def _add_what_feeds(asked: Asked, hang: Counter[str], step: dict[str, int]) -> None:
    """Facts by which those that are read are implied or calculated, and so on."""
    waiting = list(hang)
    while waiting:
        name = waiting.pop(0)
        for feeding in _feeding(asked, name):
            if feeding not in step and feeding != asked.book.vocabulary.diagnosis.id:
                hang[feeding], step[feeding] = hang[name], step[name] + 1
                waiting.append(feeding)


def _feeding(asked: Asked, name: str) -> Iterator[str]:
    vocabulary = asked.book.vocabulary
    if name in vocabulary.calculated:
        yield from (finding.id for finding in vocabulary.calculated[name].by.inputs)
    alone = {vocabulary.diagnosis.id: asked.diagnosis}
    for entailment in vocabulary.entailments:
        if (
            entailment.then.finding == name
            and prove(entailment.when, vocabulary, alone, {}).truth is not Truth.NO
        ):
            yield from sorted(findings_of(entailment.when))


def _can_be_told(vocabulary: Vocabulary, name: str, diagnosis: str) -> bool:
    asked = vocabulary.owner[name].id in vocabulary.by_id
    return asked and vocabulary.applies(vocabulary.atoms[name], diagnosis)


def checked_axes(asked: Asked, axes: Sequence[str]) -> tuple[str, ...]:
    """The facts chosen as axes. Raises InputError naming the first that cannot be one."""
    if not FEWEST <= len(axes) <= MOST:
        wrong = f"A map has two or three findings, not {len(axes)}."
        raise InputError(Problem("axes", wrong, f"Choose among {_named(offered(asked))}."))
    for at, name in enumerate(axes):
        if name in axes[:at]:
            raise InputError(
                Problem(name, "It is chosen twice.", "Choose another for one of them.")
            )
        _check(asked, name)
    _check_together(asked, axes)
    return tuple(axes)


def _check(asked: Asked, name: str) -> None:
    vocabulary = asked.book.vocabulary
    offers = offered(asked)
    if name in offers:
        return
    if name == vocabulary.diagnosis.id:
        wrong = "A map is about one disease, which is chosen beside it."
        raise InputError(Problem(name, wrong, f"Choose among {_named(offers)}."))
    owner = vocabulary.by_id.get(name)
    if isinstance(owner, MultiChoice | Table):
        mine = [each for each in offers if vocabulary.owner[each] is owner]
        wrong = "It holds several answers, and a map is drawn of one of them."
        if mine:
            raise InputError(Problem(name, wrong, f"Choose among {_named(mine)}."))
    if name not in vocabulary.atoms and owner is None:
        close = difflib.get_close_matches(name[:100], offers, n=3)
        mend = f"Did you mean {or_list(close)}?" if close else f"Choose among {_named(offers)}."
        raise InputError(Problem("axes", f"There is no finding {quoted(name)}.", mend))
    disease = value_text(vocabulary.diagnosis, asked.diagnosis)
    wrong = f"No rule on {asked.drug.label} by {asked.layer.label} reads it for {disease}."
    raise InputError(Problem(name, wrong, f"Those that are read: {_named(offers)}."))


def _check_together(asked: Asked, axes: Sequence[str]) -> None:
    """Two facts that go into one number: where it turns is no straight line between regions."""
    vocabulary = asked.book.vocabulary
    for name in asked.part.atoms:
        if name not in vocabulary.calculated:
            continue
        into = frozenset(_inputs(vocabulary, name))
        both = [axis for axis in axes if axis in into]
        if len(both) > 1:
            labels = and_list(vocabulary.atoms[axis].label for axis in both)
            what = vocabulary.atoms[name].label
            wrong = (
                f"{labels} go into one number together ({what}), so no grid of their values can "
                "show exactly where the verdict changes."
            )
            raise InputError(Problem(", ".join(both), wrong, "Choose one of them."))


def _inputs(vocabulary: Vocabulary, name: str) -> Iterator[str]:
    """What a fact is calculated from, also by way of others."""
    for finding in vocabulary.calculated[name].by.inputs:
        yield finding.id
        if finding.id in vocabulary.calculated:
            yield from _inputs(vocabulary, finding.id)


def _named(names: Iterable[str]) -> str:
    every = list(names)
    left = len(every) - MOST_NAMED
    more = [counted(left, "more finding").replace("more findings", "more")] if left > 0 else []
    return and_list([*every[:MOST_NAMED], *more])


def told_with(
    vocabulary: Vocabulary, entries: Mapping[str, Value], values: Mapping[str, Value | None]
) -> dict[str, Value]:
    """What is told, with some facts told otherwise (None is unknown), as a form can tell it.

    Who says of one member of a list that it is absent has told the whole list. Raises InputError
    where a member is to stay unknown all the same.
    """
    told = {name: value for name, value in entries.items() if name not in values}
    told |= {name: value for name, value in values.items() if value is not None}
    owners = dict.fromkeys(vocabulary.owner[name].id for name in values)
    for owner in (vocabulary.by_id[name] for name in owners):
        if isinstance(owner, MultiChoice):
            members = [member.id for member in owner.members()]
            before = {entries.get(name) for name in members}
            by_fact = False in before and None in before  # as no form tells a list
            if by_fact or all(told.get(name) is not False for name in members):
                continue
            if any(values.get(name, True) is None for name in members):
                wrong = (
                    f"{owner.label}: who says that one of the list is absent has told all of it."
                )
                raise InputError(Problem(owner.id, wrong, "Tell them all, or none as absent."))
            told |= {name: False for name in members if name not in told}
    return {name: told[name] for name in vocabulary.atoms if name in told}
