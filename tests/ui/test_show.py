"""The shared pieces of the screens: every text stays text, every state has its words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
import streamlit as st
from hypothesis import given, strategies
from markdown_it import MarkdownIt

from engine.consult import BANNER
from engine.errors import Problem
from engine.explain import explain, rule_story
from engine.rule import Rule, Topic
from engine.source import Statement
from engine.trace import FlagState, Kind
from engine.words import sentence
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted
from tests.ui.nasty import NASTY
from ui import card, markup, show
from ui.style import CSS

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FOUND_AFTERWARDS = re.compile(
    r":[\w+-]+:|:\w+\[|https?://|www\.|\w@\w|(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)"
)
"""What Streamlit still looks for once Markdown has been read."""


class Page:
    """Stands in for the page: keeps what would be put on it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pieces: list[str] = []
        self.headings: list[str] = []
        monkeypatch.setattr(st, "html", self.pieces.append)
        monkeypatch.setattr(st, "header", self.heading)

    def heading(self, words: str, *, anchor: bool) -> None:
        assert not anchor
        self.headings.append(words)

    @property
    def html(self) -> str:
        return "".join(self.pieces)

    @property
    def words(self) -> str:
        return words_of(self.html)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    return Page(monkeypatch)


def words_of(made: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", made)).split())


def rendered(text: str) -> str:
    """What a reader of Markdown shows, if it is nothing but one paragraph of text."""
    made = COMMONMARK.render(text).strip()
    if not made:
        return ""
    found = re.fullmatch(r"<p>([^<>]*)</p>", made)
    assert found, made
    return html.unescape(found[1])


@pytest.mark.parametrize("text", NASTY)
def test_markdown_leaves_text_as_it_is(text: str) -> None:
    shown = rendered(show.escape(text))
    assert shown.replace(markup.JOINER, "") == " ".join(text.split())
    assert not FOUND_AFTERWARDS.search(shown)


@given(strategies.text(alphabet=strategies.characters(codec="ascii")) | strategies.text())
def test_markdown_leaves_any_text_as_it_is(text: str) -> None:
    shown = rendered(show.escape(text))
    assert not FOUND_AFTERWARDS.search(shown)
    visible = shown.replace(markup.JOINER, "").replace("\ufffd", "\0").split()
    assert visible == markup.plain(text).replace(markup.JOINER, "").replace("\ufffd", "\0").split()


@pytest.mark.parametrize("text", NASTY)
def test_html_leaves_text_as_it_is(text: str) -> None:
    made = markup.text(text)
    assert "<" not in made
    assert ">" not in made
    assert '"' not in made
    assert html.unescape(made) == " ".join(text.split())


def test_text_cannot_turn_the_direction_of_reading_around() -> None:
    assert markup.plain("safe\u202eesrever\u2066x") == "safeesreverx"


@pytest.mark.parametrize("text", NASTY)
def test_every_piece_keeps_markup_out(text: str, page: Page) -> None:
    show.problems([Problem("severity", text, text), Problem(text, "w", "m")], text)
    show.defect(text)
    page.pieces.append(markup.table(text, [text], [[text, text]], chosen=text))
    page.pieces.append(markup.badge(text, text, "good") + markup.folded(text, ""))
    page.pieces.append(markup.labelled(text, text) + markup.small_heading(text))
    assert not re.search(r"<(script|img|a)\b", page.html)
    assert page.words.count(" ".join(text.split())) >= 12


def test_the_banner_says_what_the_engine_says(page: Page) -> None:
    show.banner()
    style, banner = page.pieces
    assert style == f"<style>{CSS}</style>"
    assert words_of(banner) == BANNER


@pytest.mark.parametrize("kind", list(Kind))
def test_a_verdict_of_every_kind_has_its_badge_and_no_word_twice(kind: Kind, page: Page) -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    verdict = trace.overall.model_copy(
        update={"kind": kind, "summary": f"{kind.label}: cyclophosphamide – severe lupus."}
    )
    show.verdict(RULEBOOK, trace, verdict)
    assert page.headings == ["Cyclophosphamide for systemic lupus erythematosus"]
    assert page.words.startswith(f"{show.verdict_badge(kind)} Severe lupus. “")
    assert page.words.count(kind.label) == 1
    assert ("<details open>" in page.html) is (kind is Kind.DOCUMENT_AMBIGUOUS)


def test_a_verdict_says_its_assumptions_and_its_citations(page: Page) -> None:
    trace = consulted(patients.GPA_UNTREATED_DANGER)
    show.verdict(RULEBOOK, trace, trace.overall)
    for assumption in trace.overall.assumptions:
        assert f"“{assumption.words}” is read as: {assumption.chosen}" in page.words
        assert f"It could be read as: {assumption.other}" in page.words
    for name in trace.overall.cites:
        assert f"{name} {RULEBOOK.statement[name].text}" in page.words


def test_lines_say_what_is_met_what_is_not_and_what_is_unknown(page: Page) -> None:
    trace = consulted(patients.MILD_LUPUS)
    story = rule_story(RULEBOOK, trace, "LUP-2")
    show.lines((*story.blocked_by, *story.waiting_for))
    show.tree(story.chain)
    assert "✗ not met: Severity: mild – needs severe" in page.words
    assert "? unknown: Life-threatening: unknown – needs yes" in page.words
    assert "✓ met: Diagnosis: systemic lupus erythematosus" in page.words
    assert page.html.count("<ul>") > 2


@pytest.mark.parametrize(
    "empty",
    [
        lambda: show.lines(()),
        lambda: show.trees(()),
        lambda: show.facts(RULEBOOK, ()),
        lambda: show.notes(()),
        lambda: show.problems(()),
        lambda: show.flags(consulted(patients.EMPTY)),
    ],
    ids=["lines", "trees", "facts", "notes", "problems", "flags"],
)
def test_nothing_to_show_shows_nothing(empty: Callable[[], None], page: Page) -> None:
    empty()
    assert not page.pieces


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("done", FlagState.DONE),
        ("planned", FlagState.PLANNED),
        ("not_done", FlagState.NOT_DONE),
        (None, FlagState.NOT_RECORDED),
    ],
)
def test_flags_say_how_far_they_have_come(told: str | None, state: FlagState, page: Page) -> None:
    findings: dict[str, Any] = {**patients.SEVERE_LUPUS, "multidisciplinary_review": told}
    trace = consulted(findings)
    show.flags(trace)
    team = next(flag for flag in trace.flags if flag.id == "multidisciplinary_decision")
    assert re.search(rf"{re.escape(team.text)} \S {state.label} \(rule GEN-8, ", page.words)
    for flag in trace.flags:
        assert flag.text in page.words
        assert sentence(Topic.of(flag.topic).label) in page.words


def test_problems_name_the_field_as_the_form_does(page: Page) -> None:
    show.problems(
        [Problem("severity, life_threatening", "Wrong.", "Mend."), Problem("", "W.", "M.")]
    )
    assert "Severity and Life-threatening: Wrong. Mend." in page.words
    assert page.words.endswith("! W. M.")


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_card_has_everything_that_belongs_to_the_rule(rule: Rule) -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    story = rule_story(RULEBOOK, trace, rule.id)
    words = words_of(card.rule_card(RULEBOOK, rule, story))
    for text in (rule.id, sentence(rule.title), rule.then.label, rule.because, rule.misuse):
        assert text in words
    for name in rule.cites:
        assert RULEBOOK.statement[name].text in words
    assert story.status.label in words
    for line in (*story.met, *story.blocked_by, *story.waiting_for):
        assert line.text in words
    if rule.reading:
        assert rule.reading.chosen in words
        assert rule.reading.other in words
    assert words.count("Fires:") == sum(example.fires for example in rule.examples)


@pytest.mark.parametrize("found", RULEBOOK.statements, ids=lambda found: found.id)
def test_a_statement_has_its_rules_or_the_reason_for_none(found: Statement) -> None:
    words = words_of(card.statement(RULEBOOK, found))
    assert f"{found.id} {found.text} {found.kind.label} · modality: {found.modality}" in words
    for rule in RULEBOOK.citing[found.id]:
        assert f"{rule.id} {rule.title}" in words
    assert ("No rule:" in words) is (not RULEBOOK.citing[found.id])


def test_facts_say_where_they_come_from(page: Page) -> None:
    trace = consulted(patients.ONLY_KIDNEY_FAILURE)
    show.facts(RULEBOOK, trace.facts)
    assert "Kidney failure from lupus nephritis: yes (entered)" in page.words
    assert (
        "Life-threatening: yes (implied by kidney failure from lupus nephritis) The" in page.words
    )


def test_the_decisive_lines_are_five_at_most() -> None:
    for findings in patients.EVERYONE.values():
        assert len(explain(RULEBOOK, consulted(findings)).decisive) <= 5
