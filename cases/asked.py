"""Which findings the rules ask for; the others belong to the story."""

from __future__ import annotations

from functools import cache

from engine.conditions import findings_of
from engine.rulebook import RuleBook


@cache
def facts_asked(book: RuleBook) -> frozenset[str]:
    """The facts that any rule, entailment or flag looks at."""
    vocabulary = book.vocabulary
    conditions = [rule.when for rule in book.rules]
    conditions += [entailment.when for entailment in vocabulary.entailments]
    atoms = {name for condition in conditions for name in findings_of(condition)}
    return frozenset(atoms | states_asked(book))


@cache
def states_asked(book: RuleBook) -> frozenset[str]:
    """The facts that only say how far what a flag asks for has come; they change no verdict."""
    return frozenset(flag.state_from for flag in book.flags if flag.state_from is not None)


@cache
def findings_asked(book: RuleBook) -> frozenset[str]:
    """The questions of the form behind these facts."""
    return frozenset(book.vocabulary.owner[name].id for name in facts_asked(book))
