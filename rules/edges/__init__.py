"""The edges of every rule that has some, room by room."""

from engine.language import Edges
from rules.edges.trials import TRIALS

ROOMS: tuple[tuple[Edges, ...], ...] = (TRIALS,)

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
