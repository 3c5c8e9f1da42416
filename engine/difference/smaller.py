"""The same difference with as little told as can be: no single finding may be left out any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.difference.description import ADVICE, FLAGS, Entries, Pair, Sides
from engine.difference.turns import Turn, flag_turns, verdict_turns


def smaller(sides: Sides, entries: Entries, turn: Turn) -> Entries:
    """Leave out what is told, in pieces and then one by one, while the turn remains."""
    scope, turned = _question(turn)
    least = dict(entries)
    size = max(1, len(least) // 2)
    while True:
        names = list(least)
        pieces = [names[at : at + size] for at in range(0, len(names), size)]
        tries = [_without(least, piece) for piece in pieces]
        pairs = sides.screen(tries, scope)
        kept = [piece for piece, pair in zip(pieces, pairs, strict=True) if turn in turned(pair)]
        if not kept:
            if size == 1:
                return least
            size = max(1, size // 2)
            continue
        # What may go piece by piece may perhaps go at once; if not, the first piece alone.
        together = _without(least, [name for piece in kept for name in piece])
        (pair,) = sides.screen([together], scope)
        least = together if turn in turned(pair) else _without(least, kept[0])
        size = max(1, min(size, len(least) // 2))


def _question(turn: Turn) -> tuple[str, Callable[[Pair], Sequence[Turn]]]:
    if turn.flag:
        return FLAGS, flag_turns
    return ADVICE, verdict_turns


def _without(entries: Entries, names: Sequence[str]) -> Entries:
    gone = set(names)
    return {name: value for name, value in entries.items() if name not in gone}
