"""What must hold of every rule, statement, concept and finding of the shipped rule book."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from engine.conditions import Is, concepts_of
from engine.errors import InputError
from engine.evaluate import evaluate
from engine.facts import establish
from engine.findings import Choice
from engine.rule import Advice, Example, Flag, Rule, Stance
from engine.truth import Truth
from rules import RULEBOOK
from rules.concepts import Drug

RULES = pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
PREFIX = {
    "introduction": "INT",
    "lupus": "LUP",
    "multiple_sclerosis": "MS",
    "vasculitis": "VAS",
    "arthritis_myopathy": "RAM",
    "risks": "GEN",
    "outlook": "OUT",
    "scope": "SCO",
}


def entries(example: Example) -> dict[str, bool | str | float]:
    return {fact.finding: fact.value for fact in example.facts}


def truth_of(rule: Rule, example: Example) -> Truth:
    facts = establish(RULEBOOK.vocabulary, entries(example))
    return evaluate(RULEBOOK, facts.values).proofs[rule.id].truth


@RULES
def test_ids_name_the_paragraph_and_count_from_one(rule: Rule) -> None:
    chapter = next(chapter for chapter in RULEBOOK.chapters if rule in chapter.rules)
    assert rule.id == f"{PREFIX[chapter.id]}-{chapter.rules.index(rule) + 1}"


@RULES
def test_every_text_is_there_and_readable(rule: Rule) -> None:
    assert 10 <= len(rule.title) <= 80
    assert not rule.title.endswith(".")
    for text in (rule.because, rule.misuse):
        assert len(text) >= 30
        assert text[0].isupper() or text[0] == '"'
        assert text.rstrip('"').endswith(".")


@RULES
def test_no_rule_is_stronger_than_the_document(rule: Rule) -> None:
    for text in (rule.title, rule.then.label):
        assert not re.search(r"\b(should|must|give|start|use)\b", text, re.IGNORECASE)
    for text in (rule.title, rule.then.label, rule.because, rule.misuse):
        assert not re.search(r"\b(should|recommend\w*|prescri\w*)\b", text, re.IGNORECASE)


@RULES
def test_cites_statements_of_its_own_paragraph_first(rule: Rule) -> None:
    chapter = next(chapter for chapter in RULEBOOK.chapters if rule in chapter.rules)
    assert rule.cites
    paragraphs = {RULEBOOK.statement[name].paragraph for name in rule.cites}
    assert paragraphs & set(chapter.paragraphs)
    if rule.reading is not None:
        assert rule.reading.cites
        assert set(rule.reading.cites) <= set(RULEBOOK.statement)


@RULES
def test_examples_do_what_they_say(rule: Rule) -> None:
    assert {example.fires for example in rule.examples} == {True, False}
    for example in rule.examples:
        assert (truth_of(rule, example) is Truth.YES) is example.fires, example


@RULES
def test_near_misses_are_near(rule: Rule) -> None:
    firing = [entries(example) for example in rule.examples if example.fires]
    for example in rule.examples:
        if not example.fires:
            told = entries(example)
            assert any(
                sum(told.get(name) != fire.get(name) for name in told.keys() | fire.keys()) == 1
                for fire in firing
            ), f"{rule.id}: a near miss differs in exactly one finding from a firing example"


def test_every_statement_is_cited_or_excused_and_not_both() -> None:
    for name, rules in RULEBOOK.citing.items():
        assert bool(rules) is not (name in RULEBOOK.excuse), name


def test_statements_are_numbered_in_order_over_eight_paragraphs() -> None:
    assert [s.id for s in RULEBOOK.statements] == [f"S{n}" for n in range(1, 46)]
    paragraphs = [statement.paragraph for statement in RULEBOOK.statements]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(1, 9))


def test_excused_statements_are_shown_somewhere_else() -> None:
    shown = {name for note in (*RULEBOOK.glossary, *RULEBOOK.aims) for name in note.cites}
    opinions = {"S42", "S43"}
    assert set(RULEBOOK.excuse) - opinions <= shown


def test_every_concept_is_concluded_and_every_intermediate_one_is_read() -> None:
    read = {name for rule in RULEBOOK.rules for name in concepts_of(rule.when)}
    for concept in RULEBOOK.concepts:
        assert RULEBOOK.rules_for[concept.id], concept.id
        if not isinstance(concept, Advice | Flag):
            assert concept.id in read, concept.id


def test_the_document_names_no_drug_for_arthritis_and_myopathy() -> None:
    drugs = {
        a.drug for a in RULEBOOK.advice for r in RULEBOOK.rules_for[a.id] if r.id.startswith("RAM")
    }
    assert drugs == {Drug.NO_DRUG_NAMED}


def test_every_drug_can_be_for_and_against() -> None:
    for drug in Drug:
        stances = {advice.stance for advice in RULEBOOK.advice if advice.drug is drug}
        assert stances >= {Stance.MAY, Stance.NOT}


def test_every_finding_is_read_by_a_rule_or_says_that_none_reads_it() -> None:
    told = {fact.finding for rule in RULEBOOK.rules for e in rule.examples for fact in e.facts}
    states = {flag.state_from for flag in RULEBOOK.flags}
    entailed = {
        leaf
        for entailment in RULEBOOK.vocabulary.entailments
        for leaf in re.findall(r"finding='(\w+)'", repr(entailment.when))
    }
    for finding in RULEBOOK.vocabulary.findings:
        if finding.id not in told | states | entailed:
            assert "no rule reads it" in finding.help, finding.id


def test_findings_are_worded_for_a_clinician() -> None:
    for finding in RULEBOOK.vocabulary.findings:
        assert finding.question.endswith("?")
        assert finding.help.endswith(".") or finding.help.endswith("..."), finding.id
        assert finding.label[0].isupper()
        if isinstance(finding, Choice):
            assert all(option.label for option in finding.options)


def test_vague_words_are_read_by_a_concept_that_a_rule_concludes() -> None:
    for word in RULEBOOK.vague_words:
        assert RULEBOOK.rules_for[word.concept.id]
        assert [option.id for option in word.options] == ["clinician"]


def test_silences_cover_what_the_document_leaves_open() -> None:
    assert {note.id for note in RULEBOOK.silences} >= {
        "doses",
        "thresholds",
        "contraindications",
        "pregnancy",
        "arthritis_drug",
        "alternatives",
        "other_vasculitis",
        "untreated_vasculitis",
        "methotrexate",
        "monitoring_tests",
        "team_members",
    }


def test_two_firing_examples_of_opposed_rules_never_agree() -> None:
    """A patient for whom a drug may be considered is never one for whom it is not indicated."""
    advice = [rule for rule in RULEBOOK.rules if isinstance(rule.then, Advice)]
    for one, other in combinations(advice, 2):
        if one.then.id == other.then.id:
            continue
        for example in one.examples:
            if example.fires:
                try:
                    assert truth_of(other, example) is not Truth.YES
                except InputError:
                    pytest.fail(f"{one.id}: an example contradicts itself: {example}")


def test_the_hash_changes_with_any_content() -> None:
    changed = replace(RULEBOOK.statements[0], text="Something else.")
    other = replace(RULEBOOK, statements=(changed, *RULEBOOK.statements[1:]))
    assert other.content_hash != RULEBOOK.content_hash
    assert replace(RULEBOOK).content_hash == RULEBOOK.content_hash


def test_entailment_examples_are_facts() -> None:
    assert all(isinstance(e.then, Is) for e in RULEBOOK.vocabulary.entailments)
