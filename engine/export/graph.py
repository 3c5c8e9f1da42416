"""The chain behind one verdict as a picture: facts → concepts → advice → verdict.

Only what the verdict rests on is drawn. The picture is data; ``outline`` says the same as nested
lines, and ``engine.export.dot`` writes it down for Graphviz.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from engine.conditions import AtLeast, ConceptIs, Condition, Group, IsKnown, Leaf
from engine.explain import explain
from engine.export.palette import KINDS, TRUTHS
from engine.grammar import label, needs_text, seen_text
from engine.lines import Line
from engine.reasons import Proofs, proofs_of
from engine.rule import Advice, Rule
from engine.rulebook import RuleBook
from engine.status import STATUS
from engine.trace import Node as ProofNode
from engine.trace import Trace, Verdict
from engine.truth import Truth
from engine.words import inside, sentence

VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the picture. ``title`` is what it is about, ``state`` what became of it."""

    id: str
    kind: Literal["fact", "group", "rule", "verdict"]
    title: str
    state: str
    truth: Truth
    tone: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """From what is known to what rests on it. ``needs`` says what is asked where it is not met."""

    tail: str
    head: str
    truth: Truth
    needs: str = ""
    implies: bool = False


@dataclass(slots=True)
class Graph:
    """Boxes by id, in the order in which they were found, and the arrows between them."""

    boxes: dict[str, Box] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)

    def into(self, head: str) -> tuple[Arrow, ...]:
        """The arrows that end at a box."""
        return tuple(arrow for arrow in self.arrows if arrow.head == head)


def chain_graph(book: RuleBook, trace: Trace, verdict: Verdict) -> Graph:
    """What a verdict rests on: its rules, the concepts behind them, and the facts behind those."""
    drawing = _Drawing(book, trace, Graph())
    drug = sentence(book.drugs.of(verdict.drug).label) if verdict.drug else "Chemotherapy"
    drawing.box(VERDICT, "verdict", drug, verdict.label, Truth.YES, KINDS[verdict.kind][1])
    for name in verdict.rules:
        drawing.rule(book.rule[name])
        drawing.arrow(name, VERDICT, drawing.proofs[name].truth)
    if not verdict.rules:
        for name in verdict.waiting_for or (book.vocabulary.diagnosis.id,):
            truth = drawing.fact(name)
            drawing.arrow(name, VERDICT, truth, drawing.needs(IsKnown(name), truth))
    return drawing.graph


class _Drawing:
    """Adds each rule, group and fact once, however many ways lead to it."""

    def __init__(self, book: RuleBook, trace: Trace, graph: Graph) -> None:
        self.book, self.graph = book, graph
        self.proofs: Proofs = proofs_of(trace)
        self.facts = {fact.finding: fact for fact in trace.facts}

    def box(
        self,
        name: str,
        kind: Literal["fact", "group", "rule", "verdict"],
        title: str,
        state: str,
        truth: Truth,
        tone: str,
    ) -> None:
        self.graph.boxes[name] = Box(name, kind, sentence(title), state, truth, tone)

    def arrow(
        self, tail: str, head: str, truth: Truth, needs: str = "", *, implies: bool = False
    ) -> None:
        arrow = Arrow(tail, head, truth, needs, implies)
        if arrow not in self.graph.arrows:
            self.graph.arrows.append(arrow)

    def rule(self, rule: Rule) -> None:
        if rule.id in self.graph.boxes:
            return
        proof = self.proofs[rule.id]
        title = rule.title if isinstance(rule.then, Advice) else rule.then.label
        state = f"rule {rule.id} {STATUS[proof.truth].label}"
        self.box(rule.id, "rule", title, state, proof.truth, TRUTHS[proof.truth][1])
        if isinstance(rule.when, Group) and proof.root.kind == "all":
            for part, node in zip(rule.when.conditions, proof.root.children, strict=True):
                self.condition(part, node, rule.id)
        else:
            self.condition(rule.when, proof.root, rule.id)

    def condition(self, condition: Condition, node: ProofNode, head: str) -> None:
        if isinstance(condition, Group):
            self.group(condition, node, head)
            return
        if isinstance(condition, ConceptIs):
            # That a concept is wanted goes without saying; that it must fail does not.
            needs = "" if condition.yes else self.needs(condition, node.truth)
            for supplier in self.suppliers(condition.concept):
                self.rule(supplier)
                self.arrow(supplier.id, head, node.truth, needs)
            if not self.book.rules_for[condition.concept]:
                self.unconcluded(condition.concept)
                self.arrow(condition.concept, head, node.truth, needs)
        else:
            self.fact(node.source)
            self.arrow(node.source, head, node.truth, self.needs(condition, node.truth))

    def group(self, group: Group, node: ProofNode, head: str) -> None:
        count = group.count if isinstance(group, AtLeast) else 1
        title = "all of these" if node.kind == "all" else f"at least {count} of these"
        name = f"{head} {node.path}"
        _, tone, words = TRUTHS[node.truth]
        self.box(name, "group", title, words, node.truth, tone)
        self.arrow(name, head, node.truth)
        for part, child in zip(group.conditions, node.children, strict=True):
            self.condition(part, child, name)

    def unconcluded(self, concept: str) -> None:
        """Draw a concept that no rule of the layers in force concludes."""
        title = label(self.book, concept)
        self.box(concept, "fact", title, "no rule concludes it", Truth.UNKNOWN, "open")

    def fact(self, name: str) -> Truth:
        """Draw a finding, and what it follows from; whether it is known."""
        fact = self.facts.get(name)
        truth = Truth.UNKNOWN if fact is None else Truth.YES
        if name not in self.graph.boxes:
            seen = seen_text(self.book, name, None if fact is None else fact.value)
            tone = "open" if fact is None else "fact"
            self.box(name, "fact", label(self.book, name), seen, truth, tone)
            for ground in fact.by if fact is not None else ():
                self.fact(ground)
                self.arrow(ground, name, Truth.YES, implies=True)
        return truth

    def needs(self, condition: Leaf, truth: Truth) -> str:
        return "" if truth is Truth.YES else f"needs {needs_text(self.book, condition)}"

    def suppliers(self, concept: str) -> tuple[Rule, ...]:
        """The rules that say why a concept is what it is: those that fired, else those open."""
        rules = self.book.rules_for[concept]
        for truth in (Truth.YES, Truth.UNKNOWN):
            found = tuple(rule for rule in rules if self.proofs[rule.id].truth is truth)
            if found:
                return found
        return rules


def outline(graph: Graph) -> tuple[Line, ...]:
    """The picture in words: what the verdict rests on, and below each what that rests on."""
    return _below(graph, VERDICT)


def _below(graph: Graph, head: str) -> tuple[Line, ...]:
    lines = []
    for arrow in graph.into(head):
        box = graph.boxes[arrow.tail]
        lines.append(
            Line(
                truth=arrow.truth,
                subject=box.title,
                seen=box.state,
                needs=arrow.needs.removeprefix("needs "),
                how="this implies it" if arrow.implies else "",
                children=_below(graph, arrow.tail),
            )
        )
    return tuple(lines)


def described(graph: Graph) -> str:
    """One sentence for those who do not see the picture."""
    facts = sum(1 for box in graph.boxes.values() if box.tone == "fact")
    rules = sum(1 for box in graph.boxes.values() if box.kind == "rule")
    verdict = graph.boxes[VERDICT]
    return (
        f"The chain behind the verdict on {inside(verdict.title)}: known facts {facts}, rules "
        f"{rules}, then {inside(verdict.state)}. The same stands beside it as text."
    )


def decisive_part(book: RuleBook, trace: Trace, verdict: Verdict, graph: Graph) -> Graph:
    """Of a chain, the shortest way from each decisive condition to the verdict."""
    subjects = {line.subject for line in explain(book, trace, verdict).decisive}
    keep = {VERDICT}
    for name, box in graph.boxes.items():
        if box.kind == "fact" and label(book, name) in subjects:
            keep |= set(_shortest(graph, name))
    if len(keep) == 1:
        keep |= set(verdict.rules)
    return Graph(
        {name: box for name, box in graph.boxes.items() if name in keep},
        [arrow for arrow in graph.arrows if {arrow.tail, arrow.head} <= keep],
    )


def _shortest(graph: Graph, start: str) -> tuple[str, ...]:
    """The boxes on a shortest way from one box to the verdict."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = deque([start])
    while waiting and VERDICT not in ways:
        here = waiting.popleft()
        for arrow in graph.arrows:
            if arrow.tail == here and arrow.head not in ways:
                ways[arrow.head] = (*ways[here], arrow.head)
                waiting.append(arrow.head)
    return ways.get(VERDICT, ())
