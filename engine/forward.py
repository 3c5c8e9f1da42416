"""Forward chaining in durable-rules: which rules fire, in which order, and on which facts.

durable-rules decides. Python tells it the facts, notes each firing, and tells it what was concluded
as a further fact. Its C module is driven directly: the package's host starts threads over
unprotected state, and its language keeps rules in globals.

**Order.** durable-rules fires the first defined of all rules that can fire, and every clause is
defined after all on which it rests (``chaining.compile``). So a rule fires when everything it reads
is settled: the order of firing is the chain order of the rule book, whatever that of the facts. A
rule is ruled out as soon as one reason for it is settled.

**Safety.** One consultation at a time in the whole process, in one state, deleted at its end.
Nothing is negated or retracted. Whatever is not as expected raises ForwardEngineError.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import durable_rules_engine as durable

from engine.chaining.compile import compile_rules
from engine.chaining.facts import Facts
from engine.chaining.limits import check_limits
from engine.chaining.result import ForwardResult, Record, Results
from engine.chaining.text import SID, Numbering
from engine.conditions import Value
from engine.errors import ForwardEngineError
from engine.rulebook import RuleBook

__all__ = ["ForwardEngine", "ForwardResult", "forward_engine"]

_USING = threading.Lock()
"""Held while durable-rules is used: what it keeps, it keeps for the whole process."""
_BUILDING = threading.Lock()
_ENGINES: dict[str, ForwardEngine] = {}

# A child of a fork must not start in the middle of a consultation. The last registered goes first.
if hasattr(os, "register_at_fork"):
    for _lock in (_USING, _BUILDING):
        os.register_at_fork(
            before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_lock.release
        )

_FIRED = re.compile(r'\{"(\d+)":')
_HANDLED = 0
_SID_NOT_FOUND = "error code: 309"


def forward_engine(book: RuleBook) -> ForwardEngine:
    """The engine of a rule book: one in each process, as durable-rules cannot give one up.

    Raises ForwardEngineError when durable-rules cannot carry the rule book.
    """
    with _BUILDING:
        if book.content_hash not in _ENGINES:
            _ENGINES[book.content_hash] = ForwardEngine(book)
        return _ENGINES[book.content_hash]


class ForwardEngine:
    """A rule book in durable-rules.

    Raises ForwardEngineError when a limit of durable-rules is exceeded, naming it.
    """

    def __init__(self, book: RuleBook) -> None:
        self._clauses = compile_rules(book)
        check_limits(self._clauses)
        numbering = Numbering(self._clauses)
        self._facts = Facts(book.vocabulary, self._clauses, numbering)
        self._results = Results(book, self._clauses, numbering)
        self._left_over = False
        # Deleting a state in which no action ever started frees memory at random.
        self._may_delete = False
        with _USING, _faults_as_ours():
            self._handle = durable.create_ruleset(
                book.content_hash, numbering.definition(self._clauses)
            )
        self.run({})

    def run(self, known: Mapping[str, Value]) -> ForwardResult:
        """Chain forward from what is known (atom id to value; absent is unknown). Thread-safe.

        Raises ForwardEngineError for a finding that does not exist or cannot have its value, and
        for anything that durable-rules should not have done.
        """
        seen = self._facts.checked(known)
        facts = self._facts.told(seen)
        with _USING, _faults_as_ours():
            record = self._consult(facts)
        return self._results.read(record, seen)

    def _consult(self, facts: Iterable[str]) -> Record:
        """Tell the facts, let fire what fires, and tell what follows until nothing fires."""
        record = Record()
        self._forget()
        self._left_over = True
        try:
            state = 0
            for fact in facts:
                state = self._tell(fact)
            started = durable.start_action_for_state(self._handle, state)
            message = started[1] if started else None
            self._may_delete = self._may_delete or message is not None
            while message is not None:
                self._fire(message, record)
                message = durable.complete_and_start_action(self._handle, state)
        finally:
            self._forget()
        if 0 not in record.matched:
            raise ForwardEngineError("durable-rules did not fire the rule that always fires.")
        return record

    def _tell(self, fact: str) -> int:
        result, state = durable.assert_fact(self._handle, fact)
        if result != _HANDLED:
            raise ForwardEngineError(f"durable-rules did not take {fact} (result {result}).")
        return int(state)

    def _fire(self, message: str, record: Record) -> None:
        """Note what fired, and tell what it concludes for the first time."""
        name = _FIRED.match(message)
        position = int(name[1]) if name else len(self._clauses)
        if position >= len(self._clauses) or position in record.matched:
            raise ForwardEngineError(f"durable-rules fired what it should not have: {message}")
        record.matched[position] = message
        for conclusion in self._clauses[position].conclusions:
            about, value = conclusion
            if about not in record.held:
                record.held[about] = value
                fact = self._facts.concluded(conclusion)
                if fact is not None:
                    self._tell(fact)
            elif record.held[about] is not value:
                raise ForwardEngineError(f"durable-rules found {about.name} both yes and no.")

    def _forget(self) -> None:
        """Delete the patient, also one whom an interrupted consultation left behind."""
        if self._left_over and self._may_delete:
            try:
                durable.delete_state(self._handle, SID)
            except durable.error as error:
                if _SID_NOT_FOUND not in str(error):
                    raise
            self._left_over = False


@contextmanager
def _faults_as_ours() -> Iterator[None]:
    try:
        yield
    except (durable.error, MemoryError) as error:
        raise ForwardEngineError(f"durable-rules failed: {error}") from error
