"""The full chain of a consultation: every fact, every rule that fired, why the others did not."""

from __future__ import annotations

from engine.explain import Explanation, Line, RuleStory, Status, rule_stories, told_lines
from engine.export.report import Item, Part, items_of
from engine.grammar import label, seen_text
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Firing, Support, Trace, Verdict
from engine.truth import Truth

TRUTH_WORDS = {Truth.YES: "met", Truth.NO: "not met", Truth.UNKNOWN: "unknown"}


def chain_parts(book: RuleBook, trace: Trace, explanation: Explanation) -> tuple[Part, ...]:
    """The parts of a full explanation, from the facts to what the document leaves unsaid."""
    stories = rule_stories(book, trace)
    return (
        Part("Every drug", items_of(_row(verdict) for verdict in trace.verdicts)),
        Part("What is known", items_of(line.text for _, line in told_lines(book, trace.facts))),
        Part("What is unknown", items_of(label(book, name) for name in trace.unknown)),
        Part("The deciding rules, condition by condition", tuple(map(_chain, explanation.chain))),
        Part(
            "Rules that fired, in this order",
            tuple(_firing(book, firing) for firing in trace.firings),
            numbered=True,
        ),
        Part(
            "Rules that did not fire",
            tuple(_silent(story) for story in stories if story.status is not Status.FIRED),
        ),
        Part(
            "What the document does not say",
            tuple(Item(f"{note.title}: {note.text}") for note in book.silences),
        ),
    )


def _row(verdict: Verdict) -> str:
    return f"By {Layer.of(verdict.layer).label}: {verdict.summary}"


def _chain(story: RuleStory) -> Item:
    head = f"{story.rule.id}, {story.rule.title}: {story.status.label}"
    return Item(head, tuple(_condition(line) for line in story.chain.children))


def _condition(line: Line) -> Item:
    below = tuple(_condition(part) for part in line.children)
    return Item(f"{TRUTH_WORDS[line.truth]} – {line.text}", below)


def _firing(book: RuleBook, firing: Firing) -> Item:
    rule = book.rule[firing.rule]
    matched = dict.fromkeys(_matched(book, support) for support in firing.supports)
    concludes = f"concludes: {label(book, firing.concludes)}"
    return Item(f"{rule.id}, {rule.title}", items_of([concludes, *matched]))


def _matched(book: RuleBook, support: Support) -> str:
    return f"on {label(book, support.source)}: {seen_text(book, support.source, support.value)}"


def _silent(story: RuleStory) -> Item:
    blocks = tuple(Item(f"blocked by {line.text}") for line in story.blocked_by)
    waits = tuple(Item(f"waits for {line.text}") for line in story.waiting_for)
    return Item(f"{story.rule.id}, {story.rule.title}: {story.status.label}", blocks + waits)
