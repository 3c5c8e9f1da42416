"""What must hold of every rule of published criteria, its sources and its findings."""

from __future__ import annotations

import re

import pytest

from engine.conditions import Is, IsNotKnown, concepts_of, walk
from engine.evaluate import evaluate
from engine.evidence import Confidence
from engine.facts import establish
from engine.rule import Advice, Example, Flag, Layer, Rule, Stance
from engine.truth import Truth
from rules.concepts import Drug
from rules.full import FULL_RULEBOOK, ROOMS

BOOK = FULL_RULEBOOK
RULES = [rule for rule in BOOK.rules if rule.layer is Layer.REFERENCE]
EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def told(example: Example) -> dict[str, bool | str | float]:
    return {fact.finding: fact.value for fact in example.facts}


def truth_of(rule: Rule, example: Example) -> Truth:
    facts = establish(BOOK.vocabulary, told(example))
    return evaluate(BOOK, facts.values).proofs[rule.id].truth


def test_ids_name_the_room_and_count_from_one() -> None:
    for room in ROOMS:
        prefixes = {rule.id.rpartition("-")[0] for rule in room.CHAPTER.rules}
        assert len(prefixes) == 1, room.CHAPTER.id
        (prefix,) = prefixes
        assert re.fullmatch(r"R[A-Z]{2,4}", prefix)
        wanted = [f"{prefix}-{number}" for number in range(1, len(room.CHAPTER.rules) + 1)]
        assert [rule.id for rule in room.CHAPTER.rules] == wanted


@EACH
def test_every_text_is_there_and_readable(rule: Rule) -> None:
    assert 10 <= len(rule.title) <= 80
    assert not rule.title.endswith(".")
    for text in (rule.because, rule.misuse):
        assert len(text) >= 30
        assert text.rstrip('")').endswith(".")


@EACH
def test_no_rule_gives_an_order(rule: Rule) -> None:
    for text in (rule.title, rule.then.label):
        assert not re.search(r"\b(should|must|give|start|use)\b", text, re.IGNORECASE), text
    texts = [rule.title, rule.then.label, rule.because, rule.misuse]
    texts += [rule.then.text] if isinstance(rule.then, Flag) else []
    for text in texts:
        assert not re.search(r"\b(should|we recommend|prescribe)\b", text, re.IGNORECASE), text


@EACH
def test_cites_a_published_source_or_says_that_the_choice_is_its_own(rule: Rule) -> None:
    published = [name for name in rule.cites if name in BOOK.reference]
    assert published
    assert rule.confidence is not None
    if published == ["TEACH"]:
        assert rule.confidence is Confidence.OWN
    assert rule.strength in {"", *BOOK.reference} or len(rule.strength) <= 120


@EACH
def test_examples_do_what_they_say(rule: Rule) -> None:
    assert {example.fires for example in rule.examples} == {True, False}
    for example in rule.examples:
        assert (truth_of(rule, example) is Truth.YES) is example.fires, told(example)


@EACH
def test_near_misses_are_near(rule: Rule) -> None:
    firing = [told(example) for example in rule.examples if example.fires]
    for example in rule.examples:
        if not example.fires:
            near = told(example)
            assert any(
                sum(near.get(name) != fire.get(name) for name in near.keys() | fire.keys()) == 1
                for fire in firing
            ), rule.id


def test_rules_are_many_and_each_is_another() -> None:
    assert len(RULES) >= 90
    assert len({(repr(rule.when), rule.then.id) for rule in RULES}) == len(RULES)


def test_every_concept_is_concluded_and_every_intermediate_one_is_read() -> None:
    read = {name for rule in BOOK.rules for name in concepts_of(rule.when)}
    read |= {o.concept.id for w in BOOK.vague_words for o in w.options if o.concept is not None}
    for concept in BOOK.concepts:
        assert BOOK.rules_for[concept.id], concept.id
        if not isinstance(concept, Advice | Flag):
            assert concept.id in read, concept.id


def test_every_flag_is_of_its_layer() -> None:
    for rule in RULES:
        assert rule.then.layer is Layer.REFERENCE


def test_both_drugs_can_be_considered_excluded_left_to_the_team_and_not_indicated() -> None:
    for drug in (Drug.CYCLOPHOSPHAMIDE, Drug.MITOXANTRONE):
        stances = {
            advice.stance
            for advice in BOOK.advice
            if advice.layer is Layer.REFERENCE and advice.drug is drug
        }
        assert stances == set(Stance)


def test_only_what_settles_nothing_asks_what_is_not_known() -> None:
    """A flag, or an open safety question: telling the unknown takes no verdict back."""
    for rule in RULES:
        if any(isinstance(node, IsNotKnown) for _, node in walk(rule.when)):
            withheld = isinstance(rule.then, Advice) and rule.then.stance is Stance.WITHHELD
            assert withheld or isinstance(rule.then, Flag), rule.id


def test_every_source_is_used() -> None:
    used = {name for rule in RULES for name in rule.cites}
    used |= {name for mark in BOOK.thresholds.values() for name in mark.cites}
    used |= {name for calculation in BOOK.vocabulary.calculations for name in calculation.cites}
    used |= {name for word in BOOK.vague_words for o in word.options for name in o.cites}
    used |= {name for item in BOOK.plan_items for name in item.cites}
    used |= {name for regimen in BOOK.regimens for name in regimen.cites}
    assert {reference.id for reference in BOOK.references} <= used


def test_sources_name_who_what_and_how_sure() -> None:
    for reference in BOOK.references:
        assert reference.organisation
        assert reference.title
        assert len(reference.says) >= 20
        assert not reference.link or reference.link.startswith(("https://", "doi:"))
        for copy in ("scribd", "github.com", "docslib", "flipbuilder", "rxreasoner", "medikamio"):
            assert copy not in reference.link


def test_every_finding_is_read_or_says_that_none_reads_it() -> None:
    read: set[str] = set()
    for rule in BOOK.rules:
        read |= {n.finding for _, n in walk(rule.when) if hasattr(n, "finding")}
    for entailment in BOOK.vocabulary.entailments:
        read |= {n.finding for _, n in walk(entailment.when) if hasattr(n, "finding")}
    for calculation in BOOK.vocabulary.calculations:
        read |= {finding.id for finding in calculation.by.inputs}
    read |= {name for item in BOOK.plan_items for name in item.findings}
    read |= {flag.state_from for flag in BOOK.flags if flag.state_from is not None}
    owners = {BOOK.vocabulary.owner[name].id for name in read}
    for finding in BOOK.vocabulary.findings:
        assert finding.id in owners or "no rule reads it" in finding.help, finding.id


def test_findings_are_worded_for_a_clinician() -> None:
    for finding in BOOK.vocabulary.findings:
        assert finding.question.endswith("?"), finding.id
        assert finding.help.rstrip(".").strip()
        assert finding.help.endswith("."), finding.id
        assert finding.label[0].isupper() or finding.label[0].isdigit(), finding.id


def test_codes_are_of_known_terminologies() -> None:
    for finding in BOOK.vocabulary.findings:
        for code in finding.codes:
            assert code.system in {"LOINC", "SNOMED CT", "ICD-10", "RxNorm"}
            assert re.fullmatch(r"[A-Z0-9][A-Z0-9.-]*", code.code)


def test_examples_are_facts() -> None:
    assert all(isinstance(fact, Is) for rule in RULES for e in rule.examples for fact in e.facts)
