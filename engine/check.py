"""What must hold before a rule book may be used. All faults are found, then said at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import RuleBookError
from engine.verify.checks.names import conclusion_faults, name_faults
from engine.verify.checks.plans import plan_faults, threshold_faults
from engine.verify.checks.rules import cycle_faults, rule_faults
from engine.verify.checks.vocabulary import vocabulary_faults
from engine.verify.diagnostic import Diagnostic

if TYPE_CHECKING:
    from engine.rulebook import RuleBook


def check_rulebook(book: RuleBook) -> None:
    """Raise RuleBookError naming every fault of the rule book; return None when there is none."""
    faults: list[Diagnostic] = [
        *vocabulary_faults(book.vocabulary),
        *name_faults(book),
        *threshold_faults(book),
        *plan_faults(book),
        *conclusion_faults(book),
        *(fault for rule in book.rules for fault in rule_faults(book, rule)),
        *cycle_faults(book),
    ]
    if faults:
        raise RuleBookError(*faults)
