"""The edges of every rule that has some, room by room."""

from engine.edges import Edges
from rules.edges.cyclophosphamide import CYCLOPHOSPHAMIDE
from rules.edges.cyclophosphamide_doses import DOSES
from rules.edges.cyclophosphamide_lifetime import LIFETIME

ROOMS: tuple[tuple[Edges, ...], ...] = (CYCLOPHOSPHAMIDE, DOSES, LIFETIME)

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
