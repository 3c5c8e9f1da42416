"""What stands beside the verdicts: the flags that rules raised, and how far each has come."""

from __future__ import annotations

from engine.conditions import Value
from engine.reasons import Proofs
from engine.rule import Flag
from engine.rulebook import RuleBook
from engine.trace import FlagState, RaisedFlag
from engine.truth import Truth
from engine.verdict import citations


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
                    text=flag.text,
                    state=flag_state(flag, known),
                    rules=tuple(rule.id for rule in rules),
                    cites=citations(book, rules),
                )
            )
    return tuple(raised)


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
