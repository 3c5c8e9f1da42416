"""The chain behind one verdict as a picture: facts → concepts → advice → verdict.

Only what the verdict rests on is drawn. The picture is data first; ``as_dot`` writes it down for
Graphviz, ``outline`` says the same as nested lines.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import Literal

from engine.conditions import AtLeast, ConceptIs, Condition, Group, IsKnown, Leaf
from engine.explain import STATUS, Line
from engine.export.palette import KINDS, TONES, TRUTHS
from engine.grammar import label, needs_text, seen_text
from engine.reasons import Proofs, proofs_of
from engine.rule import Advice, Rule
from engine.rulebook import RuleBook
from engine.trace import Node as ProofNode
from engine.trace import Trace, Verdict
from engine.truth import Truth
from engine.words import inside, sentence

VERDICT = "verdict"
WIDEST = 26
"""Characters on one line of a box."""


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
    drawing.box(VERDICT, "verdict", drug, verdict.kind.label, Truth.YES, KINDS[verdict.kind][1])
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


def as_dot(graph: Graph) -> str:
    """The picture for Graphviz, in its DOT language."""
    lines = [
        "digraph chain {",
        '  graph [rankdir="LR", bgcolor="transparent", nodesep="0.2", ranksep="0.45"];',
        '  node [fontname="Helvetica,Arial,sans-serif", fontsize="13", margin="0.16,0.09"];',
        '  edge [fontname="Helvetica,Arial,sans-serif", fontsize="11", arrowsize="0.7"];',
        *(f"  {_quoted(box.id)} [{_attributes(_box(box))}];" for box in graph.boxes.values()),
        *(
            f"  {_quoted(arrow.tail)} -> {_quoted(arrow.head)} [{_attributes(_arrow(arrow))}];"
            for arrow in graph.arrows
        ),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _box(box: Box) -> dict[str, str]:
    tone = TONES[box.tone]
    mark = f"{TRUTHS[box.truth][0]} " if box.kind == "rule" else ""
    is_unknown_fact = box.kind == "fact" and box.truth is Truth.UNKNOWN
    concluded = box.kind in {"rule", "verdict"}
    style = ["filled"]
    style += ["rounded"] if concluded else []
    style += ["dashed"] if tone.line in {"dashed", "dotted"} else []
    return {
        "label": "\n".join([*textwrap.wrap(f"{mark}{box.title}", WIDEST), box.state]),
        "shape": "ellipse" if box.kind == "group" else "box",
        "style": ",".join(style),
        "fillcolor": "#FFFFFF" if is_unknown_fact else tone.ground,
        "color": tone.ink,
        "fontcolor": tone.ink,
        "penwidth": "2.2" if concluded and box.truth is Truth.YES else "1.2",
    }


def _arrow(arrow: Arrow) -> dict[str, str]:
    ink = TONES[TRUTHS[arrow.truth][1]].ink
    style = {
        Truth.YES: {"style": "solid", "penwidth": "1.8"},
        Truth.NO: {"style": "solid", "penwidth": "0.9", "arrowhead": "tee"},
        Truth.UNKNOWN: {"style": "dashed", "penwidth": "1.2"},
    }[arrow.truth]
    if arrow.implies:
        style = {"style": "dotted", "penwidth": "1.4"}
    words = "implies" if arrow.implies else arrow.needs
    wrapped = "\n".join(textwrap.wrap(words, WIDEST))
    return {**style, "color": ink, "fontcolor": ink, "label": wrapped}


def _attributes(table: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in table.items())


def _quoted(text: str) -> str:
    """A DOT string. Graphviz draws nothing, and says nothing, when one is malformed."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n")
    return f'"{safe}"'
