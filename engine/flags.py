"""What stands beside the verdicts: the flags that rules raised, and how far each has come."""

from __future__ import annotations

from engine.conditions import IsNotKnown, Value
from engine.findings import Finding, MultiChoice, Table
from engine.grammar import value_text
from engine.reasons import Proofs, grounds
from engine.rule import Flag, Rule
from engine.rulebook import RuleBook
from engine.trace import FlagState, RaisedFlag
from engine.truth import Truth
from engine.verdict import citations
from engine.words import and_list, inside


def raised_flags(
    book: RuleBook, known: dict[str, Value], concepts: dict[str, Truth], proofs: Proofs
) -> tuple[RaisedFlag, ...]:
    """Every flag that holds, with its state and the rules that raised it."""
    raised = []
    for flag in book.flags:
        if concepts[flag.id] is Truth.YES:
            rules = [r for r in book.rules_for[flag.id] if proofs[r.id].truth is Truth.YES]
            raised.append(
                RaisedFlag(
                    id=flag.id,
                    layer=flag.layer.value,
                    topic=flag.topic.value,
                    text=flag.text
                    + _rows_named(book, proofs, flag, rules)
                    + _missing_named(book, proofs, flag, rules),
                    state=flag_state(flag, known),
                    rules=tuple(rule.id for rule in rules),
                    cites=citations(book, rules),
                )
            )
    return tuple(raised)


def _rows_named(book: RuleBook, proofs: Proofs, flag: Flag, rules: list[Rule]) -> str:
    """Which rows of its table raised the flag, each with the cells beside the first that did."""
    table = None if flag.names_rows_of is None else book.vocabulary.by_id[flag.names_rows_of]
    if not isinstance(table, Table):
        return ""
    seen = {g.finding: g.seen for rule in rules for g in grounds(book, proofs, rule.id)}
    first, *others = table.columns
    named = []
    for row in table.rows:
        if table.cell(row, first).id not in seen:
            continue
        cells = ((column, table.cell(row, column).id) for column in others)
        told = ", ".join(
            f"{inside(column.label)}: {value_text(column, seen[name])}"
            for column, name in cells
            if name in seen
        )
        named.append(f"{row.label} ({told})" if told else row.label)
    return f" This concerns {and_list(named)}." if named else ""


def _missing_named(book: RuleBook, proofs: Proofs, flag: Flag, rules: list[Rule]) -> str:
    """Which findings raised the flag because they are not known; a list is named once."""
    if not flag.names_missing:
        return ""
    vocabulary = book.vocabulary
    missing = {
        ground.finding
        for rule in rules
        for ground in grounds(book, proofs, rule.id)
        if isinstance(ground.condition, IsNotKnown)
    }
    labels = dict.fromkeys(
        _asked_as(vocabulary.owner[name], atom)
        for name, atom in vocabulary.atoms.items()
        if name in missing
    )
    return f" Not recorded: {and_list(labels)}." if labels else ""


def _asked_as(owner: Finding, atom: Finding) -> str:
    """What the form calls the question behind a fact, inside a sentence."""
    return inside(owner.label if isinstance(owner, MultiChoice | Table) else atom.label)


def flag_state(flag: Flag, known: dict[str, Value]) -> FlagState | None:
    """How far what the flag asks for has come; None where there is nothing to do."""
    if flag.state_from is None:
        return None
    value = known.get(flag.state_from)
    if value is None:
        return FlagState.NOT_RECORDED
    if isinstance(value, bool):
        return FlagState.DONE if value else FlagState.NOT_DONE
    return FlagState.of(value)
