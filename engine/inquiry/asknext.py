"""What to ask next: the unknown findings that a verdict waits for, by how far each settles it.

Every answer to every question is tried. The shortest ways to a verdict are proven to be so.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.inquiry.goal import VerdictIs
from engine.inquiry.question import Question
from engine.inquiry.search import Search
from engine.inquiry.ways import Open, Way, answers
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace

MOST_WAYS = 4
"""The most of the shortest ways to a verdict that are looked for."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to a question, and the kind of verdict after it; still open: not enough data."""

    about: Open
    way: Way
    kind: Kind


@dataclass(frozen=True, slots=True)
class Ask:
    """A question worth asking, with what comes of each answer that is possible.

    ``finding`` is what the form asks: a fact, a list, or a cell of a table. ``shortest`` says
    whether it is part of a shortest way to a verdict.
    """

    finding: str
    replies: tuple[Reply, ...]
    shortest: bool

    @property
    def settling(self) -> tuple[Reply, ...]:
        """The answers that settle the verdict all by themselves."""
        return tuple(r for r in self.replies if r.kind is not Kind.NOT_ENOUGH_DATA)


@dataclass(frozen=True, slots=True)
class AskNext:
    """The questions, the most settling first, and how many answers a verdict takes at least."""

    questions: tuple[Ask, ...]
    fewest: int | None


def ask_next(book: RuleBook, trace: Trace, about: VerdictIs) -> AskNext:
    """What to ask next about the verdict for a drug; nothing when it is settled."""
    book.refuse_broken()
    waiting = set(about.verdict(trace).waiting_for)
    if not waiting:
        return AskNext((), None)
    vocabulary = book.vocabulary
    question = Question.about_unknown(book, about, trace.entries)
    opens = answers(vocabulary, question.domains, trace.unknown)
    encoding = question.encoded(opens)
    kinds = encoding.verdict(about.layer, about.drug)
    open_ = kinds[Kind.NOT_ENOUGH_DATA]
    with Search(encoding) as search:
        shortest = search.smallest(-open_, most=MOST_WAYS)
        on_the_way = {e.group for each in (shortest.sets if shortest else ()) for e, _ in each}
        found = [
            Ask(group, replies, group in on_the_way)
            for group, members in _by_group(opens).items()
            if any(name in waiting for each in members for name in each.atoms)
            and (replies := tuple(_replies(search, kinds, opens, members)))
        ]
    order = {ask.finding: place for place, ask in enumerate(found)}
    found.sort(
        key=lambda ask: (
            -len(ask.settling) / len(ask.replies),
            not ask.shortest,
            order[ask.finding],
        )
    )
    return AskNext(tuple(found), shortest.size if shortest else None)


def _by_group(opens: tuple[Open, ...]) -> dict[str, list[Open]]:
    groups: dict[str, list[Open]] = {}
    for each in opens:
        groups.setdefault(each.group, []).append(each)
    return groups


def _replies(
    search: Search, kinds: dict[Kind, int], opens: tuple[Open, ...], asked: list[Open]
) -> list[Reply]:
    """Each answer to one question while nothing else is told, but what makes a contradiction."""
    encoding = search.encoding
    others = [-encoding.changed(each) for each in opens if each not in asked]
    replies = []
    for each in asked:
        for place, way in enumerate(each.ways):
            if place == 0:
                continue
            assumed = [*others, encoding.way_of(each, place)]
            if len(asked) > 1:
                # Of a list, one member that is there says nothing of the rest; one that is not
                # there is told together with all the others.
                present = way.tells[0][1] is True
                if not present:
                    continue
                assumed += [-encoding.changed(member) for member in asked if member is not each]
            replies += _reply(search, kinds, each, way, assumed)
    if len(asked) > 1:
        none = [encoding.way_of(each, _absent(each)) for each in asked]
        replies += _reply(
            search, kinds, asked[0], asked[0].ways[_absent(asked[0])], [*others, *none]
        )
    return replies


def _absent(member: Open) -> int:
    return next(i for i, way in enumerate(member.ways) if way.tells[0][1] is False)


def _reply(
    search: Search, kinds: dict[Kind, int], about: Open, way: Way, assumed: list[int]
) -> list[Reply]:
    return [Reply(about, way, kind) for kind, lit in kinds.items() if search.holds(lit, *assumed)]
