"""A question put together: which patients it ranges over, and the rules that it depends on.

Questions differ in what may be told otherwise; all of them are asked of the same few rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from engine.conditions import Value
from engine.findings import MultiChoice
from engine.inquiry.domains import Domains, domains
from engine.inquiry.encoding import Encoding
from engine.inquiry.goal import Goal
from engine.inquiry.search import Search
from engine.inquiry.slice import Slice, slice_of
from engine.inquiry.ways import Open, Way
from engine.narrow import narrowed
from engine.rulebook import RuleBook
from engine.vocabulary import Vocabulary


@dataclass(frozen=True)
class Question:
    """The part of a rule book that a goal depends on, for a patient told by ``entries``.

    ``fixed`` are ids of findings that stay as they are; ``book`` is the part that the diagnosis
    leaves open, unless that may change.
    """

    whole: RuleBook
    book: RuleBook
    entries: Mapping[str, Value]
    part: Slice
    domains: Domains

    @classmethod
    def about(
        cls,
        book: RuleBook,
        goal: Goal,
        entries: Mapping[str, Value],
        fixed: Collection[str],
    ) -> Question:
        """The question about a goal, for a patient. Raises DefectError for a broken rule book."""
        book.refuse_broken()
        vocabulary = book.vocabulary
        diagnosis = entries.get(vocabulary.diagnosis.id)
        stays = vocabulary.diagnosis.id in fixed and diagnosis is not None
        asked = narrowed(book, str(diagnosis)).book if stays else book
        part = slice_of(asked, goal.rules(asked))
        return cls(book, asked, entries, part, domains(vocabulary, part, entries, frozenset(fixed)))

    @classmethod
    def about_unknown(cls, book: RuleBook, goal: Goal, entries: Mapping[str, Value]) -> Question:
        """The question where what is told stays, and what is unknown may turn out in any way."""
        owner = book.vocabulary.owner
        return cls.about(book, goal, entries, {owner[name].id for name in entries})

    def encoded(self, opens: Collection[Open]) -> Encoding:
        """The question as propositions, where ``opens`` may be told otherwise."""
        return Encoding(self.whole, self.book, self.part, self.entries, opens)

    @contextmanager
    def asked(self, goal: Goal, opens: Collection[Open]) -> Iterator[tuple[Search, int]]:
        """A solver for the question, and the goal as a proposition."""
        encoding = self.encoded(opens)
        wanted = goal.holds_in(encoding)
        with Search(encoding) as search:
            yield search, wanted


def applied(
    vocabulary: Vocabulary, entries: Mapping[str, Value], changes: Collection[tuple[Open, Way]]
) -> dict[str, Value]:
    """What is told after changes; who says of one member of a list that it is absent tells all."""
    told = dict(entries)
    for _, way in changes:
        for name, value in way.tells:
            if value is None:
                told.pop(name, None)
            else:
                told[name] = value
    for each, way in changes:
        listed = vocabulary.by_id.get(each.group)
        if isinstance(listed, MultiChoice) and way.tells[0][1] is False:
            members = listed.members()
            if not any(entries.get(member.id) is False for member in members):
                told |= {m.id: False for m in members if m.id not in told}
    return {name: told[name] for name in vocabulary.atoms if name in told}
