"""The edges of every rule that has some, room by room."""

from engine.language import Edges

ROOMS: tuple[tuple[Edges, ...], ...] = ()

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
