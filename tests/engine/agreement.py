"""What both engines must agree on, for one rule book and one patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.conditions import Value
from engine.evaluate import evaluate
from engine.forward import ForwardEngine, ForwardResult
from engine.rulebook import RuleBook
from engine.trace import Node
from engine.truth import Truth


def agreed(book: RuleBook, engine: ForwardEngine, known: Mapping[str, Value]) -> ForwardResult:
    """What durable-rules found, after comparing all of it with the reference evaluator."""
    forward = engine.run(known)
    reference = evaluate(book, known)
    truths = {name: proof.truth for name, proof in reference.proofs.items()}
    assert forward.rules == truths
    assert list(forward.rules) == list(truths)
    assert forward.concepts == reference.concepts
    chain = [rule.id for rule in book.chain_order]
    fired = [firing.rule for firing in forward.firings]
    assert fired == [name for name in chain if truths[name] is Truth.YES]
    assert [firing.sequence for firing in forward.firings] == list(range(1, len(fired) + 1))
    assert len(set(forward.ruled_out)) == len(forward.ruled_out)
    assert set(forward.ruled_out) == {name for name in chain if truths[name] is Truth.NO}
    for firing in forward.firings:
        assert firing.concludes == book.rule[firing.rule].then.id
        supports = [(s.path, s.source, repr(s.value)) for s in firing.supports]
        assert supports == list(contributing(reference.proofs[firing.rule].root))
    return forward


def contributing(node: Node) -> Iterator[tuple[str, str, str]]:
    """The leaves that are yes and stand only in groups that are yes, in the order of the rule."""
    if node.truth is Truth.YES:
        if node.is_leaf:
            yield node.path, node.source, repr(node.seen)
        for child in node.children:
            yield from contributing(child)
