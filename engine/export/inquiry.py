"""Answers to questions beyond the verdict, as parts of a report: why, why not, what changes it.

Screens and the command line lay out the same parts, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.clauses import because
from engine.export.report import Item, Part
from engine.export.routes import line_item, route_line
from engine.grammar import label, seen_text
from engine.inquiry.asknext import Ask, AskNext, Reply
from engine.inquiry.goal import ConceptIs, Goal, VerdictIs
from engine.inquiry.robust import MOST_COMPLETIONS, Robustness
from engine.inquiry.whatif import EditSet, WhatIf
from engine.inquiry.why import Why
from engine.inquiry.whynot import Obstacle, WhyNot
from engine.inquiry.words import answers_text, edits_text, question_text
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from engine.words import and_list, counted, inside, number_word, or_list, sentence

MOST_HINGES = 5
"""The most questions that are named as those on which a verdict depends."""


def goal_words(book: RuleBook, goal: Goal) -> str:
    """What a question is about, in quotation marks: “may be considered”."""
    if not isinstance(goal, VerdictIs):
        return f"“{label(book, goal.concept)}: {'yes' if goal.yes else 'no'}”"
    if len(goal.kinds) == 1:
        (kind,) = goal.kinds
        return f"“{inside(kind.said_by(goal.layer))}”"
    left_out = [inside(k.said_by(goal.layer)) for k in Kind if k not in goal.kinds]
    return f"anything but {or_list(f'“{each}”' for each in left_out)}"


def _drug(book: RuleBook, goal: Goal) -> str:
    """The drug and the layer that a question is about, at the beginning of a title."""
    if not isinstance(goal, VerdictIs):
        return ""
    by = "" if goal.layer is Layer.DOCUMENT else f", by {goal.layer.label}"
    return f"{sentence(book.drugs.of(goal.drug).label)}{by}: "


def why_part(book: RuleBook, trace: Trace, found: Why) -> Part:
    """Why a conclusion is what it is: a sentence for each set of facts that suffices."""
    concluded = _concluded(book, trace, found.goal)
    items = tuple(
        Item(f"{concluded}, because {because(book.vocabulary, each.facts)}.") for each in found.sets
    )
    many = len(items) > 1
    intro = (
        "Each of these reasons is enough by itself, and nothing of it can be left out."
        if many
        else "These facts alone are enough, and none of them can be left out."
    )
    more = "" if found.all_found else " There are more; the shortest are shown."
    return Part("Facts that suffice", items, intro=intro + more)


def _concluded(book: RuleBook, trace: Trace, goal: Goal) -> str:
    if not isinstance(goal, VerdictIs):
        return f"{sentence(label(book, goal.concept))}: {'yes' if goal.yes else 'no'}"
    return f"{sentence(book.drugs.of(goal.drug).label)}: {inside(goal.verdict(trace).label)}"


def what_if_part(book: RuleBook, found: WhatIf) -> Part:
    """The smallest changes that reach a goal, or why there are none."""
    asked = f"{_drug(book, found.goal)}what would make it {goal_words(book, found.goal)}?"
    title = sentence(asked)
    if found.size == 0:
        return Part(title, intro="It is so already.")
    if found.size is None:
        return Part(title, intro=no_way(book, found))
    has = "has" if found.size == 1 else "have"
    least = f"At least {counted(found.size, 'finding')} {has} to be told or changed"
    ways = f"there {_is_are(found.number, 'way')}" if found.all_found else "there are many ways"
    shown = len(found.sets)
    each = "It" if found.number == 1 else "Each"
    first = "is" if shown == 1 else f"{number_word(shown)} are"
    more = "" if shown == found.number and found.all_found else f" The first {first} shown."
    return Part(
        title,
        tuple(edit_set_item(book, each, found.goal) for each in found.sets),
        intro=f"{least}; {ways}. {each} was tried: the rules ran on the changed patient.{more}",
    )


def _is_are(number: int, thing: str) -> str:
    return f"{'is' if number == 1 else 'are'} {counted(number, thing)}"


def no_way(book: RuleBook, found: WhatIf) -> str:
    """That no change reaches a goal, and what would have to give way for it."""
    if isinstance(found.goal, VerdictIs) and found.goal.kinds == {Kind.NOT_ENOUGH_DATA}:
        return "No change reaches this: however it is told, enough is told. To know less is none."
    if not found.kept:
        return "No patient at all reaches this: proven over everything that can be told."
    names = and_list(f"the {inside(book.vocabulary.by_id[name].label)}" for name in found.kept)
    return (
        f"No change reaches this as long as {names} "
        f"{'stays' if len(found.kept) == 1 else 'stay'} as told: proven over every other change."
    )


def edit_set_item(book: RuleBook, each: EditSet, goal: Goal) -> Item:
    """One set of edits with what the rules say after it."""
    texts = edits_text(book.vocabulary, each.edits)
    after = goal.verdict(each.trace).summary if isinstance(goal, VerdictIs) else ""
    under = (Item(f"Then: {after}"),) if after else ()
    if len(texts) == 1:
        return Item(texts[0], under)
    return Item("All of these together", (*(Item(text) for text in texts), *under))


def robust_part(book: RuleBook, verdict: Verdict, found: Robustness) -> Part:
    """Whether the unknown can still change a verdict, and how it splits."""
    kinds = [inside(kind.said_by(verdict.layer)) for kind in found.kinds]
    number = len(found.matters)
    if not number:
        return Part("Can it still change?", intro="No: everything that the rules ask is known.")
    unknown = counted(number, "unknown fact")
    if found.settled:
        turns, them = ("turns", "it") if number == 1 else ("turn", "them")
        return Part(
            "Can it still change?",
            intro=f"No. Whatever the {unknown} that the rules behind it ask about {turns} out to "
            f"be, it comes to “{kinds[0]}”: proven over every way of telling {them}.",
        )
    intro = f"Yes. It can come to {or_list(f'“{kind}”' for kind in kinds)}; nothing else."
    intro += _depends(book, found)
    if found.counted is not None and found.ways is not None:
        items = tuple(
            Item(f"{sentence(kind.said_by(verdict.layer))}: {found.counted[kind]:,}")
            for kind in found.kinds
        )
        return Part(
            "Can it still change?",
            items,
            intro=f"{intro} Of {found.ways:,} ways to tell {unknown}, values that no rule tells "
            "apart taken as one:",
        )
    return Part(
        "Can it still change?",
        intro=f"{intro} Which of these are possible is proven; how often each comes about is not "
        f"settled, as there are {_how_many(found.ways)} to tell {unknown}.",
    )


def _depends(book: RuleBook, found: Robustness) -> str:
    """On which questions it hangs, where these are few enough to be read."""
    owner = book.vocabulary.owner
    asked = dict.fromkeys(inside(owner[name].label) for name in found.hinges or ())
    if not 0 < len(asked) <= MOST_HINGES:
        return ""
    return f" Which of these it is depends on {and_list(asked)} alone."


def _how_many(ways: int | None) -> str:
    if ways is None or ways > MOST_COMPLETIONS:
        return f"more than {MOST_COMPLETIONS:,} ways"
    return f"{ways:,} ways"


def ask_part(book: RuleBook, verdict: Verdict, found: AskNext, most: int | None = None) -> Part:
    """What to ask next, with what each answer comes to."""
    if not found.questions:
        return Part("What to ask next", intro="Nothing: the verdict is settled.")
    shown = found.questions if most is None else found.questions[:most]
    left = len(found.questions) - len(shown)
    least = (
        ""
        if found.fewest is None
        else f"A verdict takes at least {counted(found.fewest, 'answer')}. "
    )
    more = f" {sentence(counted(left, 'further question'))} settle less." if left else ""
    return Part(
        "What to ask next",
        tuple(Item(_asked(book, ask), tuple(_replies(book, verdict, ask))) for ask in shown),
        intro=f"{least}The questions that settle most come first.{more}",
        numbered=True,
    )


def _asked(book: RuleBook, ask: Ask) -> str:
    shortest = " – on a shortest way to a verdict" if ask.shortest else ""
    return f"{question_text(book.vocabulary, ask.finding)}{shortest}"


def _replies(book: RuleBook, verdict: Verdict, ask: Ask) -> Iterator[Item]:
    by_kind: dict[Kind, list[Reply]] = {}
    for reply in ask.replies:
        by_kind.setdefault(reply.kind, []).append(reply)
    for kind, replies in by_kind.items():
        answers = answers_text(book.vocabulary, ((r.about, r.way) for r in replies))
        if kind is Kind.NOT_ENOUGH_DATA:
            yield Item(f"{sentence(answers)}: still open")
        else:
            yield Item(f"{sentence(answers)}: {inside(kind.said_by(verdict.layer))}")


FIRST = {
    Obstacle.SAFETY: "A safety rule goes first",
    Obstacle.OPEN_SAFETY: "A safety question goes first and is open",
    Obstacle.STRONGER: "Another rule goes first",
    Obstacle.SETTLED: "What is known settles it",
}
INSTEAD = {
    Obstacle.OUTSIDE: "No rule names this drug for {diagnosis}.",
    Obstacle.NAMED: "There are rules on this drug for {diagnosis}.",
    Obstacle.NO_DIAGNOSIS: "The diagnosis is not known, and rules name this drug for some.",
    Obstacle.NEVER: "No rule concludes it: it is not reached for any patient.",
}


def why_not_part(book: RuleBook, trace: Trace, found: WhyNot, most: int | None = None) -> Part:
    """Every route to a conclusion, nearest first, with what ends it."""
    title = sentence(f"{_drug(book, found.goal)}why is it not {goal_words(book, found.goal)}?")
    shown = found.routes if most is None else found.routes[:most]
    left = len(found.routes) - len(shown)
    lie = "lies" if left == 1 else "lie"
    more = (
        f" The nearest come first; {counted(left, 'more rule')} {lie} further off." if left else ""
    )
    return Part(
        title,
        tuple(line_item(route_line(book, route)) for route in shown),
        intro=_why_not_intro(book, trace, found) + more,
    )


def _why_not_intro(book: RuleBook, trace: Trace, found: WhyNot) -> str:
    if found.obstacle in FIRST:
        rules = and_list(f"{rule.id} ({rule.title})" for rule in found.against)
        return f"{FIRST[found.obstacle]}: {rules}."
    if found.obstacle in INSTEAD:
        diagnosis = seen_text(book, book.vocabulary.diagnosis.id, _diagnosis(book, trace))
        return INSTEAD[found.obstacle].format(diagnosis=diagnosis)
    number = len(found.routes)
    rules = sentence(counted(number, "rule"))
    if not number:
        return "The rules that would conclude it speak of other diagnoses."
    if isinstance(found.goal, ConceptIs) and not found.goal.yes:
        return f"{rules} that would make it yes {'is' if number == 1 else 'are'} not ruled out."
    if number == 1:
        return "One rule would conclude it, and not all of its conditions are met."
    return f"{rules} would conclude it, and of none are all conditions met."


def _diagnosis(book: RuleBook, trace: Trace) -> str | None:
    known = {fact.finding: fact.value for fact in trace.facts}
    found = known.get(book.vocabulary.diagnosis.id)
    return None if found is None else str(found)
