"""Two consultations side by side, differences only; and what a step changed."""

from __future__ import annotations

from collections.abc import Iterable

from engine.changes import Changes, RuleChange
from engine.export.report import Item, Part, items_of
from engine.grammar import label, seen_text
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.status import STATUS
from engine.trace import RaisedFlag
from engine.words import and_list, inside, sentence


def compared_parts(
    book: RuleBook, found: Changes, names: tuple[str, str] = ("First", "Second")
) -> tuple[Part, ...]:
    """What differs between two patients or readings; ``names`` say which is which."""
    if found.nothing:
        return (Part("No difference", intro="Facts, rules, verdicts and flags are the same."),)
    one, two = names
    return (
        Part("Verdicts that differ", _both(book, found, one, two)),
        Part("Facts that differ", _rows(fact_rows(book, found))),
        Part("Rules that come out otherwise", _rows(rule_rows(book, found))),
        Part(f"Only beside the verdict of: {one}", items_of(map(_flag, found.lowered))),
        Part(f"Only beside the verdict of: {two}", items_of(map(_flag, found.raised))),
    )


def step_parts(book: RuleBook, found: Changes) -> tuple[Part, ...]:
    """What a step or an edit changed, by what became of the rules."""
    if found.nothing:
        return (
            Part("Nothing changed", intro="No fact, rule, verdict or flag came out otherwise."),
        )
    return (
        Part("Verdicts that changed", _both(book, found, "Before", "After")),
        Part("Newly settled", items_of(f"{label(book, n)}: {t.value}" for n, t in found.settled)),
        Part("Rules that newly fired", _rules(book, found.fired)),
        Part("Rules that no longer fire", _rules(book, found.silenced)),
        Part("Rules newly blocked", _rules(book, found.blocked)),
        Part("Rules that now wait", _rules(book, found.waiting)),
        Part("Newly beside the verdict", items_of(map(_flag, found.raised))),
        Part("No longer beside the verdict", items_of(map(_flag, found.lowered))),
    )


def fact_rows(book: RuleBook, found: Changes) -> tuple[tuple[str, str, str], ...]:
    """Facts that differ: what it is about, before, after."""
    return tuple(
        (
            label(book, each.finding),
            seen_text(book, each.finding, each.before),
            seen_text(book, each.finding, each.after),
        )
        for each in found.facts
    )


def rule_rows(book: RuleBook, found: Changes) -> tuple[tuple[str, str, str], ...]:
    """Rules that come out otherwise: rule, before, after."""
    return tuple(
        (
            f"{each.rule} {book.rule[each.rule].title}",
            STATUS[each.before].label,
            STATUS[each.after].label,
        )
        for each in found.rules
    )


def verdict_rows(book: RuleBook, found: Changes) -> tuple[tuple[str, str, str], ...]:
    """Verdicts that differ: drug and layer, before, after."""
    return tuple((title, before, after) for title, before, after in _verdicts(book, found))


def _verdicts(book: RuleBook, found: Changes) -> Iterable[tuple[str, str, str]]:
    for each in found.verdicts:
        drug = book.drugs.of(each.after.drug).label if each.after.drug else "chemotherapy"
        by = Layer.of(each.after.layer).label
        title = each.reading or f"{sentence(drug)} by {by}"
        yield title, each.before.summary, each.after.summary


def _both(book: RuleBook, found: Changes, one: str, two: str) -> tuple[Item, ...]:
    return tuple(
        Item(title, items_of([f"{one}: {before}", f"{two}: {after}"]))
        for title, before, after in _verdicts(book, found)
    )


def _rows(rows: Iterable[tuple[str, str, str]]) -> tuple[Item, ...]:
    return items_of(f"{title}: {before} | {after}" for title, before, after in rows)


def _rules(book: RuleBook, changed: Iterable[RuleChange]) -> tuple[Item, ...]:
    return tuple(Item(_rule(book, each)) for each in changed)


def _rule(book: RuleBook, change: RuleChange) -> str:
    title = f"{change.rule}, {book.rule[change.rule].title}"
    if not change.waits_for:
        return title
    names = and_list(inside(label(book, name)) for name in change.waits_for[:3])
    left = len(change.waits_for) - 3
    return f"{title}; waits for {names}" + (f" and {left} more" if left > 0 else "")


def _flag(flag: RaisedFlag) -> str:
    state = "" if flag.state is None else f" ({flag.state.label})"
    return f"{flag.text}{state}"
