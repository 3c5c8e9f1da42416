"""The report of a consultation: the verdict first, then why, then what belongs beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.consult import BANNER
from engine.errors import Problem
from engine.explain import Explanation, explain, told_lines
from engine.export.chain import chain_parts
from engine.export.criteria import criteria_line, criteria_parts, now_lines
from engine.export.report import Item, Part, Report, items_of
from engine.export.rule_report import cited_text
from engine.rule import Layer, Topic
from engine.rulebook import RuleBook
from engine.trace import Assumption, Kind, RaisedFlag, Trace, Verdict
from engine.words import and_list, sentence


def consultation_report(
    book: RuleBook, trace: Trace, warnings: Sequence[Problem] = (), *, full: bool = False
) -> Report:
    """What a trace says.

    ``warnings`` are the soft limits that the profile touched. ``full`` adds the whole chain: every
    fact, every rule that fired with what it matched, every other rule with what blocks it.
    """
    explanation = explain(book, trace)
    parts = (
        _because(book, trace, explanation, full=full),
        _waiting(book, trace.overall),
        _look_again(warnings),
        _not_used(book, trace),
        Part("Beside the verdict", tuple(Item(_flag(flag)) for flag in _documents(trace))),
        Part("Assumptions", tuple(Item(_assumption(a)) for a in trace.overall.assumptions)),
        _reasons(book, trace.overall),
        _said(book, trace.overall),
        _aims(book, trace),
        *criteria_parts(book, trace, full=full),
    )
    return Report(
        banner=BANNER,
        headline=trace.overall.summary,
        lead=tuple(_lead(trace)),
        parts=(*parts, *chain_parts(book, trace, explanation)) if full else parts,
        origin=f"Rule book {trace.rulebook.version}, SHA-256 {trace.rulebook.hash}",
    )


def _documents(trace: Trace) -> Iterable[RaisedFlag]:
    return (flag for flag in trace.flags if flag.layer == Layer.DOCUMENT)


def _assumption(assumption: Assumption) -> str:
    """How ambiguous words are read, and how else they could be."""
    return (
        f"{assumption.rule} reads “{assumption.words}” so: {assumption.chosen}. It could also be "
        f"read: {assumption.other}. ({', '.join(assumption.cites)})"
    )


def _settled(verdict: Verdict) -> bool:
    return verdict.kind is not Kind.NOT_ENOUGH_DATA


def _lead(trace: Trace) -> Iterable[str]:
    yield from now_lines(trace)
    if trace.overall.rules:
        verb = "Decided by" if _settled(trace.overall) else "Still waiting:"
        yield f"{verb} {_sources(trace.overall.rules, trace.overall.cites)}."
    if trace.overall_reference is not None:
        yield criteria_line(trace.overall_reference)


def _sources(rules: Sequence[str], cites: Sequence[str]) -> str:
    named = f"{'rule' if len(rules) == 1 else 'rules'} {and_list(rules)}"
    return f"{named}, citing {', '.join(cites)}" if cites else named


def _because(book: RuleBook, trace: Trace, explanation: Explanation, *, full: bool) -> Part:
    if not _settled(explanation.verdict):
        known = items_of(line.text for _, line in told_lines(book, trace.facts))
        return Part("Known so far", known, intro="" if known else "Nothing has been told yet.")
    lines = explanation.decisive + (explanation.more if full else ())
    left = 0 if full else len(explanation.more)
    more = (f"{left} more in the full explanation",) if left else ()
    return Part("Because", items_of([*(line.text for line in lines), *more]))


def _waiting(book: RuleBook, verdict: Verdict) -> Part:
    if _settled(verdict):
        return Part(
            "Waits for",
            intro="The document waits for nothing. What is still unknown cannot change its "
            "verdict; it may change what stands beside it.",
        )
    return Part("Waits for", tuple(Item(_question(book, name)) for name in verdict.waiting_for))


def _question(book: RuleBook, name: str) -> str:
    atom, finding = book.vocabulary.atoms[name], book.vocabulary.owner[name]
    return f"{atom.label}: {atom.question} ({finding.id})"


def _look_again(warnings: Iterable[Problem]) -> Part:
    return Part("Please look again", items_of(str(warning) for warning in warnings))


def _not_used(book: RuleBook, trace: Trace) -> Part:
    lines = items_of(line.text for _, line in told_lines(book, trace.withheld))
    return Part("Told, but not used: does not apply to this diagnosis", lines)


def _flag(flag: RaisedFlag) -> str:
    state = "" if flag.state is None else f", {flag.state.label}"
    cites = ", ".join(flag.cites)
    topic = sentence(Topic.of(flag.topic).label)
    return f"{topic}{state}: {flag.text} ({', '.join(flag.rules)}; {cites})"


def _reasons(book: RuleBook, verdict: Verdict) -> Part:
    """Why the deciding rules are held to be true, and how they could be misread."""
    if not _settled(verdict):
        return Part("")
    rules = [book.rule[name] for name in verdict.rules]
    return Part(
        "Why",
        tuple(Item(f"{r.id}: {r.because}", (Item(f"Take care: {r.misuse}"),)) for r in rules),
    )


def _said(book: RuleBook, verdict: Verdict) -> Part:
    """The statements that decided, paraphrased; an open verdict is not decided by any yet."""
    if not _settled(verdict):
        return Part("")
    return Part("What the document says", items_of(cited_text(book, c) for c in verdict.cites))


def _aims(book: RuleBook, trace: Trace) -> Part:
    if trace.overall.kind is not Kind.MAY_BE_CONSIDERED:
        return Part("")
    known = {fact.finding: fact.value for fact in trace.facts}
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    return Part(
        "What the document says it is meant to do",
        tuple(
            Item(f"{aim.text} ({', '.join(aim.cites)})")
            for aim in book.aims
            if aim.drug == trace.overall.drug and diagnosis in aim.diagnoses
        ),
    )
