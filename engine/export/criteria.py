"""What published criteria add to a report: verdict, why, what it waits for, what is beside it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.differences import STAYS, layer_difference
from engine.explain import explain
from engine.export.report import Item, Part, items_of
from engine.export.rule_report import cited_text
from engine.readings import Reread, read_otherwise
from engine.rule import Layer, Topic
from engine.rulebook import RuleBook
from engine.trace import Kind, RaisedFlag, Trace, Verdict
from engine.words import and_list, sentence


def criteria_parts(book: RuleBook, trace: Trace, *, full: bool) -> Iterator[Part]:
    """The parts of a report that published criteria fill; none while they are not in force."""
    verdict = trace.overall_reference
    found = layer_difference(book, trace)
    if verdict is None or found is None:
        return
    yield Part("By published criteria", items_of([verdict.summary, *_decided(verdict), found.text]))
    if verdict.waiting_for:
        asked = (f"{book.vocabulary.atoms[name].label} ({name})" for name in verdict.waiting_for)
        yield Part("They wait for", items_of(asked))
    else:
        explanation = explain(book, trace, verdict)
        lines = explanation.decisive + (explanation.more if full else ())
        yield Part("Because, by published criteria", items_of(line.text for line in lines))
    yield Part("Why, by published criteria", tuple(_reasons(book, verdict)))
    reread = read_otherwise(book, trace, trace.readings)
    if reread is not None:
        yield Part(reread.label, tuple(_reread(book, reread)))
    flags = [flag for flag in trace.flags if flag.layer == Layer.REFERENCE]
    if flags:
        yield Part("Beside it, by published criteria", intro=STAYS)
    for topic in Topic:
        raised = items_of(_flag(flag) for flag in flags if flag.topic == topic)
        yield Part(f"Published criteria on {topic.label}", raised)
    yield Part("Sources", items_of(cited_text(book, name) for name in _cited(book, trace, verdict)))


def _decided(verdict: Verdict) -> Iterator[str]:
    """Which rules decided, and what they rest on; what is still open is listed below instead."""
    if verdict.rules and verdict.kind is not Kind.NOT_ENOUGH_DATA:
        many = "s" if len(verdict.rules) > 1 else ""
        yield f"Decided by rule{many} {and_list(verdict.rules)}, citing {and_list(verdict.cites)}."


def _reread(book: RuleBook, reread: Reread) -> Iterator[Item]:
    yield Item(f"{reread.verdict.summary} (The document's own verdict stays as it is.)")
    for name in reread.verdict.waiting_for:
        yield Item(f"It waits for: {book.vocabulary.atoms[name].label} ({name})")
    for read in reread.changed:
        yield Item(
            f"“{read.word.word}”: {read.judged.value} as the clinician judges, {read.read.value} "
            f"{read.option.label}"
        )


def _reasons(book: RuleBook, verdict: Verdict) -> Iterator[Item]:
    for name in verdict.rules:
        rule = book.rule[name]
        sure = "" if rule.confidence is None else f" ({rule.confidence.label})"
        yield Item(
            f"{rule.id}, {rule.title}: {rule.because}{sure}", (Item(f"Take care: {rule.misuse}"),)
        )


def _flag(flag: RaisedFlag) -> str:
    state = "" if flag.state is None else f"{sentence(flag.state.label)}: "
    return f"{state}{flag.text} ({', '.join(flag.rules)}; {', '.join(flag.cites)})"


def _cited(book: RuleBook, trace: Trace, verdict: Verdict) -> tuple[str, ...]:
    """The published sources of the verdict and of what stands beside it."""
    beside = {name for flag in trace.flags for name in flag.cites}
    return tuple(name for name in book.reference if name in beside | set(verdict.cites))
