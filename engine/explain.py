"""The explanation of a consultation in three layers: verdict, decisive conditions, full chain.

Made from rule book and trace alone, as data: screens and exports only lay it out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.conditions import ConceptIs, Condition, Group, IsKnown, Leaf, Option, walk
from engine.grammar import label, needs_text, seen_text
from engine.reasons import Ground, Proofs, grounds, proofs_of, waits
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.trace import Fact, Kind, Node, Provenance, Trace, Verdict
from engine.truth import Truth
from engine.words import and_list, inside

MOST_DECISIVE = 5


class Status(Option):
    """What became of a rule, in the words of the screens."""

    FIRED = "fired", "fired", "Every condition is met."
    BLOCKED = "blocked", "blocked", "At least one condition is known not to be met."
    WAITING = "waiting", "waiting", "No condition fails, but something is unknown."


STATUS = {Truth.YES: Status.FIRED, Truth.NO: Status.BLOCKED, Truth.UNKNOWN: Status.WAITING}


@dataclass(frozen=True, slots=True)
class Line:
    """One condition in words: what it is about, what was seen, what is asked, and whether it holds.

    ``how`` says where the value comes from when it was not simply entered. ``rule`` is the rule
    that asks. ``children`` are the reasons for a concept or the parts of a group.
    """

    truth: Truth
    subject: str
    seen: str
    needs: str
    how: str = ""
    rule: str = ""
    children: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The line as plain text: "Severity: moderate – needs severe"."""
        if not self.seen:
            return self.subject
        how = f" ({self.how})" if self.how else ""
        needs = f" – needs {self.needs}" if self.truth is not Truth.YES else ""
        return f"{self.subject}: {self.seen}{how}{needs}"


@dataclass(frozen=True, slots=True)
class RuleStory:
    """One rule in one consultation: what became of it and why.

    ``blocked_by`` are the conditions known not to be met, ``waiting_for`` those that wait for
    something unknown. ``order`` is its place among the rules that fired.
    """

    rule: Rule
    status: Status
    order: int | None
    met: tuple[Line, ...]
    blocked_by: tuple[Line, ...]
    waiting_for: tuple[Line, ...]
    chain: Line


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict explained: the sentence, up to five decisive conditions, the whole chain."""

    verdict: Verdict
    decisive: tuple[Line, ...]
    more: tuple[Line, ...]
    chain: tuple[RuleStory, ...]


def explain(book: RuleBook, trace: Trace, verdict: Verdict | None = None) -> Explanation:
    """Explain one verdict of a trace; the overall one unless another is given."""
    chosen = verdict or trace.overall
    proofs = proofs_of(trace)
    found = _deciding(book, trace, proofs, chosen)
    lines = tuple({line.text: line for line in (_ground_line(book, trace, g) for g in found)}.values())
    return Explanation(
        verdict=chosen,
        decisive=lines[:MOST_DECISIVE],
        more=lines[MOST_DECISIVE:],
        chain=tuple(rule_story(book, trace, name) for name in chosen.rules),
    )


def _deciding(
    book: RuleBook, trace: Trace, proofs: Proofs, verdict: Verdict
) -> tuple[Ground, ...]:
    """The grounds that decide a verdict, or the unknown ones that keep it open."""
    found = tuple(g for name in verdict.rules for g in grounds(book, proofs, name))
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        rules = verdict.rules or tuple(rule.id for rule in book.rules)
        open_ones = [g for name in rules for g in grounds(book, proofs, name)]
        by_finding = {g.finding: g for g in open_ones}
        # Rules for and against ask different things of it; what keeps the verdict open is that it
        # is not known at all.
        return tuple(
            replace(by_finding[name], condition=IsKnown(name), wanted=True)
            for name in verdict.waiting_for
            if name in by_finding
        )
    if not found:
        diagnosis = book.vocabulary.diagnosis
        return tuple(
            Ground(diagnosis.is_known(), fact.finding, fact.value, True, Truth.YES, "")
            for fact in trace.facts
            if fact.finding == diagnosis.id
        )
    return found


def rule_story(book: RuleBook, trace: Trace, rule_id: str) -> RuleStory:
    """What became of one rule, and why. Raises KeyError for an unknown rule."""
    rule = book.rule[rule_id]
    proofs = proofs_of(trace)
    proof = proofs[rule_id]
    lines = tuple(_ground_line(book, trace, g) for g in grounds(book, proofs, rule_id))
    waiting = tuple(_ground_line(book, trace, g) for g in waits(book, proofs, rule_id))
    return RuleStory(
        rule=rule,
        status=STATUS[proof.truth],
        order=trace.fired.index(rule_id) + 1 if rule_id in trace.fired else None,
        met=lines if proof.truth is Truth.YES else (),
        blocked_by=lines if proof.truth is Truth.NO else (),
        waiting_for=waiting,
        chain=Line(
            truth=proof.truth,
            subject=label(book, rule.then.id),
            seen=STATUS[proof.truth].label,
            needs="",
            rule=rule.id,
            children=_lines(book, trace, proofs, rule, rule.when, proof.root),
        ),
    )


def rule_stories(book: RuleBook, trace: Trace) -> tuple[RuleStory, ...]:
    """Every rule's story, in the order of the rule book."""
    return tuple(rule_story(book, trace, rule.id) for rule in book.rules)


def _lines(
    book: RuleBook, trace: Trace, proofs: Proofs, rule: Rule, condition: Condition, node: Node
) -> tuple[Line, ...]:
    """A rule's conditions as lines; the outermost "all of" needs no line of its own."""
    if isinstance(condition, Group) and node.kind == "all":
        return tuple(
            _line(book, trace, proofs, rule, part, child)
            for part, child in zip(condition.conditions, node.children, strict=True)
        )
    return (_line(book, trace, proofs, rule, condition, node),)


def _line(
    book: RuleBook, trace: Trace, proofs: Proofs, rule: Rule, condition: Condition, node: Node
) -> Line:
    if isinstance(condition, Group):
        heads = {"all": "All of these", "any": "At least one of these"}
        count = getattr(condition, "count", 0)
        return Line(
            truth=node.truth,
            subject=heads.get(node.kind, f"At least {count} of these"),
            seen="",
            needs="",
            rule=rule.id,
            children=tuple(
                _line(book, trace, proofs, rule, part, child)
                for part, child in zip(condition.conditions, node.children, strict=True)
            ),
        )
    children: tuple[Line, ...] = ()
    if isinstance(condition, ConceptIs):
        children = tuple(
            Line(
                truth=proofs[supplier.id].truth,
                subject=f"Rule {supplier.id}, {supplier.title}",
                seen=STATUS[proofs[supplier.id].truth].label,
                needs="",
                rule=supplier.id,
                children=_lines(
                    book, trace, proofs, supplier, supplier.when, proofs[supplier.id].root
                ),
            )
            for supplier in _worth_showing(book, proofs, condition)
        )
    return Line(
        truth=node.truth,
        subject=label(book, node.source),
        seen=seen_text(book, node.source, node.seen),
        needs=needs_text(book, condition),
        how=_how(book, trace, node.source),
        rule=rule.id,
        children=children,
    )


def _worth_showing(book: RuleBook, proofs: Proofs, condition: ConceptIs) -> tuple[Rule, ...]:
    """The rules behind a concept that say why it is what it is."""
    suppliers = book.rules_for[condition.concept]
    for truth in (Truth.YES, Truth.UNKNOWN):
        found = tuple(rule for rule in suppliers if proofs[rule.id].truth is truth)
        if found:
            return found
    return suppliers


def _ground_line(book: RuleBook, trace: Trace, ground: Ground) -> Line:
    return Line(
        truth=ground.truth,
        subject=label(book, ground.finding),
        seen=seen_text(book, ground.finding, ground.seen),
        needs=needs_text(book, ground.condition, wanted=ground.wanted),
        how=_how(book, trace, ground.finding),
        rule=ground.rule,
    )


def _how(book: RuleBook, trace: Trace, source: str) -> str:
    """Where a value comes from, when it was not simply entered."""
    fact = next((fact for fact in trace.facts if fact.finding == source), None)
    if fact is None or fact.provenance is Provenance.ENTERED:
        return ""
    return f"{fact.provenance.label} {and_list(inside(label(book, name)) for name in fact.by)}"


def fact_line(book: RuleBook, fact: Fact) -> Line:
    """One fact of a trace in words."""
    grounds_of = and_list(inside(label(book, name)) for name in fact.by)
    how = "" if fact.provenance is Provenance.ENTERED else f"{fact.provenance.label} {grounds_of}"
    return Line(
        truth=Truth.YES,
        subject=label(book, fact.finding),
        seen=seen_text(book, fact.finding, fact.value),
        needs="",
        how=how,
    )


def condition_text(book: RuleBook, condition: Condition) -> tuple[str, ...]:
    """A rule's conditions in plain words, one line each, indented by depth with two spaces."""
    lines = []
    for path, node in walk(condition):
        depth = path.count(".")
        if isinstance(node, Group):
            lines.append("  " * depth + _group_text(node))
        else:
            lines.append("  " * depth + leaf_text(book, node))
    return tuple(lines)


def _group_text(group: Group) -> str:
    count = getattr(group, "count", 0)
    return {"AllOf": "all of", "AnyOf": "at least one of"}.get(
        type(group).__name__, f"at least {count} of"
    )


def leaf_text(book: RuleBook, leaf: Leaf) -> str:
    """A single condition in plain words: "Severity: severe"."""
    source = leaf.concept if isinstance(leaf, ConceptIs) else leaf.finding
    return f"{label(book, source)}: {needs_text(book, leaf)}"
