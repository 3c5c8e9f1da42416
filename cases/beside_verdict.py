"""What a step may ask beside the verdict: what to ask next, and what has to be kept in mind.

Which choices are right is computed: a question is worth asking when the verdict waits for it, and a
flag stands when a rule has raised it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cases.model import Case
from cases.play import asked_of, book_of, trace_after
from engine.explain import Line, rule_story
from engine.inquiry.asknext import Ask, ask_next
from engine.inquiry.goal import reached
from engine.rule import Flag
from engine.rulebook import RuleBook
from engine.trace import Trace
from engine.words import and_list, counted, inside, number_word

NEXT = "What would you ask next?"
FLAGS = "What has to be kept in mind? Choose all that stand."
NOT_WAITED_FOR = "The verdict does not wait for it: whatever the answer, it stays as it is."
MOST_LINES = 2
"""So many conditions say why a flag does not stand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One finding that could be asked next: whether the verdict waits for it, and what it brings.

    ``best`` is one of the offered findings of which most answers settle the verdict.
    """

    finding: str
    label: str
    waited_for: bool
    best: bool
    words: str


@dataclass(frozen=True, slots=True)
class FlagOffered:
    """One flag that was offered: whether it stands, and the rules or the lack behind that."""

    flag: str
    text: str
    stands: bool
    rules: tuple[str, ...]
    lines: tuple[Line, ...]


def next_choices(case: Case, step: int) -> dict[str, str]:
    """The findings offered as the next question, by id, in words."""
    vocabulary = book_of(case).vocabulary
    return {name: vocabulary.by_id[name].label for name in case.steps[step].question.next}


def flag_choices(case: Case, step: int) -> dict[str, str]:
    """The flags offered, by id, as they are called: what one says may give the verdict away."""
    flags = _flags(book_of(case))
    return {name: flags[name].label for name in case.steps[step].question.flags}


def next_graded(case: Case, step: int) -> tuple[Asked, ...]:
    """Every finding that was offered, with what the rules make of asking it."""
    trace, verdict, book = trace_after(case, step), asked_of(case, step), book_of(case)
    offered = next_choices(case, step)
    asks: dict[str, Ask] = {}
    if verdict.drug is not None:
        for ask in ask_next(book, trace, reached(verdict)).questions:
            asks.setdefault(book.vocabulary.owner[_atom(book, ask.finding)].id, ask)
    waited = {book.vocabulary.owner[name].id for name in verdict.waiting_for}
    settling = {name: _share(asks[name]) for name in offered if name in asks and name in waited}
    most = max(settling.values(), default=0.0)
    return tuple(
        Asked(
            finding=name,
            label=label,
            waited_for=name in waited,
            best=name in waited and settling.get(name, 0.0) == most,
            words=_words(asks.get(name), verdict.layer) if name in waited else NOT_WAITED_FOR,
        )
        for name, label in offered.items()
    )


def _atom(book: RuleBook, group: str) -> str:
    """A fact behind a question: a list and a table stand for their members."""
    owner = book.vocabulary.owner
    return group if group in owner else next(n for n, found in owner.items() if found.id == group)


def _share(ask: Ask) -> float:
    return len(ask.settling) / len(ask.replies)


def _words(ask: Ask | None, layer: str) -> str:
    if ask is None or not ask.replies:
        return "The verdict waits for it."
    answers = counted(len(ask.replies), "answer")
    if len(ask.settling) == len(ask.replies):
        return f"The verdict waits for it, and each of its {answers} settles it."
    if not ask.settling:
        return "The verdict waits for it, and for more: by itself no answer settles it."
    kinds = and_list(sorted({f"“{inside(reply.kind.said_by(layer))}”" for reply in ask.settling}))
    settle = "settles" if len(ask.settling) == 1 else "settle"
    some = number_word(len(ask.settling))
    return f"The verdict waits for it: {some} of its {answers} {settle} it, as {kinds}."


def flags_graded(case: Case, step: int) -> tuple[FlagOffered, ...]:
    """Every flag that was offered, whether it stands, and why."""
    trace, book = trace_after(case, step), book_of(case)
    raised, flags = {flag.id: flag for flag in trace.flags}, _flags(book)
    name_of = flag_choices(case, step)
    return tuple(
        FlagOffered(
            flag=name,
            text=f"{name_of[name]}: {raised[name].text if name in raised else flags[name].text}",
            stands=name in raised,
            rules=raised[name].rules if name in raised else (),
            lines=() if name in raised else _lacking(book, trace, name),
        )
        for name in name_of
    )


def _lacking(book: RuleBook, trace: Trace, flag: str) -> tuple[Line, ...]:
    """What keeps the nearest of its rules from raising a flag."""
    stories = [rule_story(book, trace, rule.id) for rule in book.rules_for[flag]]
    if not stories:
        return ()
    nearest = min(stories, key=lambda s: (len(s.blocked_by), len(s.waiting_for)))
    if nearest.rule.id in trace.ruled_out:
        # Of a rule about other diseases nothing but the diagnosis was looked at.
        return nearest.blocked_by[:MOST_LINES]
    return (*nearest.blocked_by, *nearest.waiting_for)[:MOST_LINES]


def flags_agree(offered: Collection[FlagOffered], named: Collection[str]) -> bool:
    """Whether exactly those that stand were named."""
    return {each.flag for each in offered if each.stands} == set(named)


def _flags(book: RuleBook) -> dict[str, Flag]:
    return {flag.id: flag for flag in book.flags}
