"""A route to a conclusion that was not reached, as lines: each condition and where it stands.

What cannot matter is left out: alternatives that would need another diagnosis, rules that are ruled
out already where all have to be. Groups of which nothing is known are folded into one line.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.conditions import AllOf, AnyOf, Group, InRange
from engine.conditions import ConceptIs as ConceptCondition
from engine.export.report import Item
from engine.grammar import label, needs_text, seen_text
from engine.inquiry.whynot import FAR, Reason, Route, Step
from engine.lines import Line
from engine.rulebook import RuleBook
from engine.status import STATUS
from engine.truth import Truth
from engine.words import and_list, number_text, number_word, sentence

MOST_UNKNOWN = 3
"""A group of which nothing is known is folded when it asks for more than this."""
MOST_MET = 3
"""In a group that is not met, more parts that are met than this are folded."""

WORDS = {Truth.YES: "met", Truth.NO: "not met", Truth.UNKNOWN: "unknown"}


def route_line(book: RuleBook, route: Route) -> Line:
    """A route as a line with all that it rests on."""
    return Line(
        truth=route.truth,
        subject=f"Rule {route.rule.id}, {route.rule.title}",
        seen=STATUS[route.truth].label,
        needs="",
        rule=route.rule.id,
        children=tuple(_step(book, step) for step in _that_matter(route.steps)),
    )


def line_item(line: Line) -> Item:
    """A line as an item of a report; what a rule came to is said in its own words."""
    below = tuple(line_item(each) for each in line.children)
    return Item(line.text if line.rule else f"{WORDS[line.truth]} – {line.text}", below)


def _that_matter(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps without those that another diagnosis would be needed for."""
    return tuple(step for step in steps if step.cost[0] < FAR) or steps


def _step(book: RuleBook, step: Step) -> Line:
    if isinstance(step.condition, Group):
        return _group(book, step, step.condition)
    met = step.reason is Reason.MET
    return Line(
        truth=_truth(step),
        subject=sentence(label(book, step.node.source)),
        seen=seen_text(book, step.node.source, step.node.seen),
        needs="" if met else _needed(book, step),
        how=step.reason.label if step.reason is Reason.NOT_REACHED else "",
        children=() if met else tuple(route_line(book, route) for route in _routes(step)),
    )


def _truth(step: Step) -> Truth:
    """How a condition stands to what is wanted of it."""
    if step.reason is Reason.MET:
        return Truth.YES
    if step.reason is Reason.NOT_REACHED or step.node.truth is Truth.UNKNOWN:
        return Truth.UNKNOWN
    return Truth.NO


def _routes(step: Step) -> tuple[Route, ...]:
    """The rules behind a concept: one is enough to conclude it, all have to be ruled out else."""
    condition = step.condition
    if not isinstance(condition, ConceptCondition):
        return ()
    if step.wanted is condition.yes:
        return step.routes[:1]
    return tuple(route for route in step.routes if route.truth is not Truth.NO)


def _needed(book: RuleBook, step: Step) -> str:
    leaf = step.condition
    if isinstance(leaf, Group):
        return ""
    needed = needs_text(book, leaf, wanted=step.wanted)
    # That a concept is wanted goes without saying; that it must fail does not.
    if isinstance(leaf, ConceptCondition) and needed == "yes":
        return ""
    return f"{needed}{_off_by(step)}"


def _off_by(step: Step) -> str:
    if step.off_by is None or not isinstance(step.condition, InRange):
        return ""
    if step.off_by == 0:
        return ", just missed"
    amount = f"{number_text(abs(round(step.off_by, 3)))} {step.condition.unit}"
    return f", {amount} too {'low' if step.off_by < 0 else 'high'}"


def _group(book: RuleBook, step: Step, group: Group) -> Line:
    steps = _that_matter(step.steps)
    if len(steps) == 1:
        return _step(book, steps[0])
    head = _head(group, wanted=step.wanted)
    leaves = list(_leaves(step))
    if len(leaves) > MOST_UNKNOWN and all(leaf.node.seen is None for leaf in leaves):
        names = list(dict.fromkeys(sentence(label(book, leaf.node.source)) for leaf in leaves))
        left = len(names) - MOST_UNKNOWN
        named = names[:MOST_UNKNOWN] + ([f"{left} more"] if left > 0 else [])
        return Line(truth=_truth(step), subject=head, seen=and_list(named), needs="", how="unknown")
    return Line(truth=_truth(step), subject=head, seen="", needs="", children=_parts(book, steps))


def _parts(book: RuleBook, steps: tuple[Step, ...]) -> tuple[Line, ...]:
    """The parts of a group; many that are met beside what is not are folded into one line."""
    left = [step for step in steps if step.reason is not Reason.MET]
    met = len(steps) - len(left)
    if not left or met <= MOST_MET:
        return tuple(_step(book, part) for part in steps)
    folded = Line(truth=Truth.YES, subject=f"the other {number_word(met)}", seen="", needs="")
    return (*(_step(book, part) for part in left), folded)


def _head(group: Group, *, wanted: bool) -> str:
    """How many parts of a group have to hold; or, where it is to fail, may hold."""
    if isinstance(group, AllOf):
        return "All of these" if wanted else "Not all of these"
    if isinstance(group, AnyOf):
        return "At least one of these" if wanted else "None of these"
    return f"At least {group.count} of these" if wanted else f"Fewer than {group.count} of these"


def _leaves(step: Step) -> Iterator[Step]:
    if step.steps:
        for part in step.steps:
            yield from _leaves(part)
    else:
        yield step
