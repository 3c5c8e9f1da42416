"""The edges of every rule that has some, room by room."""

from engine.edges import Edges
from rules.edges.myopathy import MYOPATHY_PLACE
from rules.edges.myopathy_beside import MYOPATHY_BESIDE
from rules.edges.myopathy_criteria import MYOPATHY_CRITERIA

ROOMS: tuple[tuple[Edges, ...], ...] = (
    MYOPATHY_CRITERIA,
    MYOPATHY_PLACE,
    MYOPATHY_BESIDE,
)

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
"""The edges of every rule that has some, room by room."""
