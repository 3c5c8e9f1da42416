"""The edges of every rule that has some, room by room."""

from engine.edges import Edges
from rules.edges.sclerosis import SCLEROSIS

ROOMS: tuple[tuple[Edges, ...], ...] = (SCLEROSIS,)

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
