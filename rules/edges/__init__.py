"""The edges of every rule that has some, room by room."""

from engine.edges import Edges
from rules.edges.cyclophosphamide import CYCLOPHOSPHAMIDE
from rules.edges.cyclophosphamide_doses import DOSES
from rules.edges.cyclophosphamide_lifetime import LIFETIME
from rules.edges.evidence import EVIDENCE, VARIANTS
from rules.edges.interactions import INTERACTIONS
from rules.edges.methotrexate import METHOTREXATE
from rules.edges.mitoxantrone import MITOXANTRONE
from rules.edges.mitoxantrone_heart import HEART
from rules.edges.pregnancy import PREGNANCY
from rules.edges.prevention import PREVENTION
from rules.edges.safety import SAFETY

ROOMS: tuple[tuple[Edges, ...], ...] = (
    CYCLOPHOSPHAMIDE,
    DOSES,
    LIFETIME,
    SAFETY,
    PREGNANCY,
    MITOXANTRONE,
    HEART,
    METHOTREXATE,
    INTERACTIONS,
    PREVENTION,
    EVIDENCE,
    VARIANTS,
)

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
