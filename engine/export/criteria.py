"""What published criteria add to a report: why, what they wait for, doses, what stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.differences import STAYS, layer_difference
from engine.doses import doses
from engine.explain import explain
from engine.export.report import Item, Part, items_of
from engine.export.rule_report import cited_text
from engine.readings import Reread, read_otherwise
from engine.reasons import proofs_of
from engine.rule import Layer, Rule, Topic
from engine.rulebook import RuleBook
from engine.trace import Kind, RaisedFlag, Trace, Verdict
from engine.truth import Truth
from engine.verdict import citations
from engine.waiting import Awaited, awaited
from engine.words import and_list, sentence

TITLE = "Published criteria"
COULD_DECIDE = "Not known yet; each of these could decide"
NO_DOSE = "Calculated from what is known, to compare with. No dose is suggested."


def criteria_line(verdict: Verdict) -> str:
    """The verdict of published criteria in one line that says once whose it is."""
    named = "publish" in verdict.label.lower()
    return verdict.summary if named else f"By published criteria: {verdict.summary}"


def now_lines(trace: Trace) -> Iterator[str]:
    """What cannot wait; it stands before everything else and is not repeated."""
    for flag in trace.flags:
        if flag.topic == Topic.URGENT:
            yield f"Now: {_flag(flag)}"


def criteria_parts(book: RuleBook, trace: Trace, *, full: bool) -> Iterator[Part]:
    """The parts of a report that published criteria fill; none while they are not in force."""
    verdict = trace.overall_reference
    found = layer_difference(book, trace)
    if verdict is None or found is None:
        return
    yield Part(TITLE, items_of([*_decided(verdict), found.text]), intro=STAYS)
    for part in _below(book, trace, verdict, full=full):
        yield replace(part, below=True)


def _below(book: RuleBook, trace: Trace, verdict: Verdict, *, full: bool) -> Iterator[Part]:
    known, open_ = _by_truth(book, trace, verdict)
    if verdict.waiting_for:
        yield Part("Waits for", tuple(_waits(awaited(book, trace, verdict))))
    else:
        explanation = explain(book, trace, verdict)
        lines = explanation.decisive + (explanation.more if full else ())
        yield Part("Because", items_of(line.text for line in lines))
    yield Part("Why", tuple(map(_reason, known)))
    if full:
        yield Part(COULD_DECIDE, items_of(f"{rule.id}, {rule.title}" for rule in open_))
    reread = read_otherwise(book, trace, trace.readings)
    if reread is not None:
        yield Part(reread.label, tuple(_reread(book, trace, reread)))
    yield _doses(book, trace)
    flags = [flag for flag in trace.flags if flag.layer == Layer.REFERENCE]
    for topic in Topic:
        if topic is not Topic.URGENT:
            raised = items_of(_flag(flag) for flag in flags if flag.topic == topic)
            yield Part(sentence(topic.label), raised)
    beside = {name for flag in trace.flags for name in flag.cites}
    cited = beside.union(citations(book, known + (open_ if full else ())))
    yield Part("Sources", items_of(cited_text(book, n) for n in book.reference if n in cited))


def _decided(verdict: Verdict) -> Iterator[str]:
    """Which rules decided, and what they rest on; what is still open is listed below instead."""
    if verdict.rules and verdict.kind is not Kind.NOT_ENOUGH_DATA:
        many = "s" if len(verdict.rules) > 1 else ""
        yield f"Decided by rule{many} {and_list(verdict.rules)}, citing {and_list(verdict.cites)}."


def _by_truth(
    book: RuleBook, trace: Trace, verdict: Verdict
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The rules of a verdict that fired, and those that merely wait: these describe nobody yet."""
    proofs = proofs_of(trace)
    fired = tuple(n for n in verdict.rules if proofs[n].truth is Truth.YES)
    return (
        tuple(book.rule[name] for name in fired),
        tuple(book.rule[name] for name in verdict.rules if name not in fired),
    )


def _waits(questions: tuple[Awaited, ...]) -> Iterator[Item]:
    """The questions, one each; those that only safety asks last and under a head of their own."""
    for question in questions:
        if not question.safety:
            yield _question(question)
    if safety := tuple(_question(question) for question in questions if question.safety):
        yield Item("For safety:", safety)


def _question(question: Awaited) -> Item:
    return Item(f"{question.text} ({question.finding.id})")


def _reread(book: RuleBook, trace: Trace, reread: Reread) -> Iterator[Item]:
    yield Item(f"{reread.verdict.summary} (The document's own verdict stays as it is.)")
    if waits := tuple(map(_question, awaited(book, trace, reread.verdict))):
        yield Item("It waits for:", waits)
    for read in reread.changed:
        yield Item(
            f"“{read.word.word}”: {read.judged.value} as the clinician judges, {read.read.value} "
            f"{read.option.label}"
        )


def _reason(rule: Rule) -> Item:
    sure = "" if rule.confidence is None else f" ({rule.confidence.label})"
    return Item(
        f"{rule.id}, {rule.title}: {rule.because}{sure}", (Item(f"Take care: {rule.misuse}"),)
    )


def _doses(book: RuleBook, trace: Trace) -> Part:
    items = tuple(
        Item(dose.text, items_of(f"{head} {words}" for head, words in dose.how))
        for dose in doses(book, trace)
    )
    return Part("Calculated doses", items, intro=NO_DOSE if items else "")


def _flag(flag: RaisedFlag) -> str:
    state = "" if flag.state is None else f"{sentence(flag.state.label)}: "
    return f"{state}{flag.text} ({', '.join(flag.rules)}; {', '.join(flag.cites)})"
