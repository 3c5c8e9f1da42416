"""The edges of every rule that has some, room by room."""

from engine.edges import Edges
from rules.edges.lupus import LUPUS_PLACE
from rules.edges.lupus_beside import LUPUS_BESIDE
from rules.edges.lupus_criteria import LUPUS_CRITERIA
from rules.edges.lupus_refractory import LUPUS_REFRACTORY
from rules.edges.lupus_team import LUPUS_TEAM
from rules.edges.myopathy import MYOPATHY_PLACE
from rules.edges.myopathy_beside import MYOPATHY_BESIDE
from rules.edges.myopathy_criteria import MYOPATHY_CRITERIA

ROOMS: tuple[tuple[Edges, ...], ...] = (
    LUPUS_CRITERIA,
    LUPUS_REFRACTORY,
    LUPUS_PLACE,
    LUPUS_TEAM,
    LUPUS_BESIDE,
    MYOPATHY_CRITERIA,
    MYOPATHY_PLACE,
    MYOPATHY_BESIDE,
)

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
"""The edges of every rule that has some, room by room."""
