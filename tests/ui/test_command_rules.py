"""``rules`` and ``statements``: the rule behind any sentence, the sentence behind any rule."""

from __future__ import annotations

import pytest

from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.ui.command_line import run


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_rule_is_listed_with_conclusion_and_statements() -> None:
    outcome = run("rules", "list")
    assert (outcome.code, outcome.err) == (0, "")
    text = one_line(outcome.out)
    assert f"{len(FULL_RULEBOOK.rules)} rules" in text
    for rule in FULL_RULEBOOK.rules:
        assert f"- {rule.id}, {rule.title} - concludes: {rule.then.label} (" in text
        assert f"({', '.join(rule.cites)})" in text


def test_every_statement_is_listed_with_its_rules_or_the_reason_for_none() -> None:
    text = one_line(run("statements", "list").out)
    for statement in RULEBOOK.statements:
        assert f"- {statement.id} ({statement.kind.label}): {statement.text}" in text
    assert "cited by LUP-2, LUP-5" in text
    assert "cited by no rule: Defines terms and decides nothing; shown in the glossary." in text


def test_a_rule_is_shown_whole() -> None:
    outcome = run("rules", "show", "LUP-2")
    assert (outcome.code, outcome.err) == (0, "")
    rule, text = RULEBOOK.rule["LUP-2"], one_line(outcome.out)
    assert "LUP-2: severe lupus that threatens life" in text
    assert "Systemic lupus erythematosus, paragraph 3, from the document." in text
    assert "When - all of - Diagnosis: systemic lupus erythematosus" in text
    assert "Concludes - Cyclophosphamide: may be considered" in text
    assert rule.because in text
    assert rule.misuse in text
    for name in rule.cites:
        assert RULEBOOK.statement[name].text in text
    assert "Does not fire for (near miss)" in text
    assert "- LUP-3, cyclophosphamide for lupus needs close supervision" in text


def test_a_statement_names_the_rules_that_cite_it() -> None:
    text = one_line(run("statements", "show", "S26").out)
    assert RULEBOOK.statement["S26"].text in text
    for rule in RULEBOOK.citing["S26"]:
        assert f"- {rule.id}, {rule.title}" in text


def test_a_statement_that_no_rule_cites_says_why() -> None:
    text = one_line(run("statements", "show", "S17").out)
    assert RULEBOOK.excuse["S17"] in text
    assert "Cited by no rule" in text


@pytest.mark.parametrize("name", ["lup-2", "LUP-2", "Lup2", " lup 2 "])
def test_capitals_hyphens_and_spaces_do_not_matter(name: str) -> None:
    assert "LUP-2: severe lupus" in run("rules", "show", name).out


def test_several_are_shown_in_the_order_asked_for() -> None:
    out = run("statements", "show", "S45", "s1").out
    assert out.index("S45:") < out.index("S1:")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rules", "show", "LUP-22"], "LUP-2"),
        (["rules", "show", "MS-2", "nonsense"], "autoimmune-cds rules list"),
        (["statements", "show", "S455"], "Did you mean S45"),
        (["statements", "show", "???"], "autoimmune-cds statements list"),
        (["rules", "show", ""], "There is no rule"),
        (["rules", "show", "x" * 100_000], "There is no rule"),
        (["rules", "show", "\x1b[31m"], "There is no rule"),
    ],
)
def test_an_unknown_id_is_refused_with_what_was_meant(words: list[str], said: str) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in one_line(outcome.err)
