"""Why no rule speaks, told of a patient who should have been told something; and whom it harms."""

from __future__ import annotations

import re

import pytest

from engine.conditions import AllOf, AnyOf
from engine.language import all_of
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from rules.reference import guards
from rules.vocabulary.disease import life_threatening
from tests.verify.test_shipped import BY_ID, with_rule
from tests.verify.test_story import told


def test_the_rule_that_should_have_spoken_is_named_with_what_it_waits_for() -> None:
    """Low counts pause the drug: one of two is enough, and here both are asked for."""
    when = FULL_RULEBOOK.rule["RCYC-4"].when
    assert isinstance(when, AllOf)
    *rest, either = when.conditions
    assert isinstance(either, AnyOf)
    _, all_ = told(
        with_rule("RCYC-4", all_of(*rest, *either.conditions), FULL_RULEBOOK), "P-HOLDS-CYC"
    )
    (said,) = all_.said
    assert said.rules[0] == (
        "RCYC-4 (low counts from a drug, the marrow or an infection: held) would say so, but waits "
        "for: platelets"
    )
    assert {"Cause of low counts: a drug", "Platelets: not recorded"} <= set(all_.matters)


@pytest.mark.parametrize("name", ["P-NOT-NAMED-VAS", "P-ONE-D"])
def test_without_any_verdict_what_the_nearest_rules_read_matters(name: str) -> None:
    """VAS-3 asks that life is threatened, where it should ask that it is not."""
    when = RULEBOOK.rule["VAS-3"].when
    assert isinstance(when, AllOf)
    book = with_rule("VAS-3", all_of(*when.conditions[:-1], life_threatening.yes))
    _, all_ = told(book, name)
    assert all_.matters[1:] == (
        "Severity: severe",
        "Life-threatening: no",
        "Response to conventional immunosuppressants: sufficient",
    )
    assert all_.besides == ()
    (said,) = all_.said
    assert said.words == "Cyclophosphamide, by the document: no verdict at all"
    assert (
        "VAS-3 (vasculitis; conventional drugs not shown insufficient, life not at risk) is ruled "
        "out by: Life-threatening: no"
    ) in said.rules


def test_what_is_open_matters_where_something_is_said_for_nothing() -> None:
    _, all_ = told(with_rule("RCMP-4", guards.SCLEROSIS, FULL_RULEBOOK), "P-DIFFER-4")
    (line,) = [line for line in all_.matters if line.startswith("Not recorded: ")]
    assert line.startswith("Not recorded: Aggressive or highly active, ")


@pytest.mark.parametrize("name", BY_ID)
def test_no_harm_speaks_of_a_drug_as_given(name: str) -> None:
    """The program says what may be considered; nobody gets a drug from it."""
    said = BY_ID[name].harm.lower()
    assert not re.search(r"\b(give|gives|given|get|gets) (?!no answer)", said)
