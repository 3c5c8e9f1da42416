"""The edges of every rule that has some, room by room."""

from engine.edges import Edges
from rules.edges.arthritis import ARTHRITIS_CRITERIA
from rules.edges.arthritis_beside import ARTHRITIS_BESIDE
from rules.edges.sclerosis import SCLEROSIS
from rules.edges.sclerosis_beside import SCLEROSIS_BESIDE
from rules.edges.vasculitis import VASCULITIS
from rules.edges.vasculitis_beside import VASCULITIS_BESIDE

ROOMS: tuple[tuple[Edges, ...], ...] = (
    ARTHRITIS_CRITERIA,
    ARTHRITIS_BESIDE,
    SCLEROSIS,
    SCLEROSIS_BESIDE,
    VASCULITIS,
    VASCULITIS_BESIDE,
)

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
