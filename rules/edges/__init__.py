"""The edges of every rule that has some, room by room."""

from engine.language import Edges
from rules.edges.arthritis import ARTHRITIS_CRITERIA
from rules.edges.arthritis_beside import ARTHRITIS_BESIDE
from rules.edges.comparison import COMPARISON
from rules.edges.conclusions import CONCLUSIONS
from rules.edges.cyclophosphamide import CYCLOPHOSPHAMIDE
from rules.edges.cyclophosphamide_doses import DOSES
from rules.edges.cyclophosphamide_lifetime import LIFETIME
from rules.edges.evidence import EVIDENCE, VARIANTS
from rules.edges.governance import GOVERNANCE
from rules.edges.interactions import INTERACTIONS
from rules.edges.lupus import LUPUS_PLACE
from rules.edges.lupus_beside import LUPUS_BESIDE
from rules.edges.lupus_criteria import LUPUS_CRITERIA
from rules.edges.lupus_refractory import LUPUS_REFRACTORY
from rules.edges.lupus_team import LUPUS_TEAM
from rules.edges.methotrexate import METHOTREXATE
from rules.edges.mitoxantrone import MITOXANTRONE
from rules.edges.mitoxantrone_heart import HEART
from rules.edges.myopathy import MYOPATHY_PLACE
from rules.edges.myopathy_beside import MYOPATHY_BESIDE
from rules.edges.myopathy_criteria import MYOPATHY_CRITERIA
from rules.edges.pregnancy import PREGNANCY
from rules.edges.prevention import PREVENTION
from rules.edges.safety import SAFETY
from rules.edges.sclerosis import SCLEROSIS
from rules.edges.sclerosis_beside import SCLEROSIS_BESIDE
from rules.edges.trials import TRIALS
from rules.edges.vasculitis import VASCULITIS
from rules.edges.vasculitis_beside import VASCULITIS_BESIDE
from rules.edges.waiting import WAITING

ROOMS: tuple[tuple[Edges, ...], ...] = (
    ARTHRITIS_CRITERIA,
    ARTHRITIS_BESIDE,
    COMPARISON,
    CYCLOPHOSPHAMIDE,
    DOSES,
    LIFETIME,
    EVIDENCE,
    VARIANTS,
    GOVERNANCE,
    INTERACTIONS,
    LUPUS_PLACE,
    LUPUS_BESIDE,
    LUPUS_CRITERIA,
    LUPUS_REFRACTORY,
    LUPUS_TEAM,
    METHOTREXATE,
    MITOXANTRONE,
    HEART,
    MYOPATHY_PLACE,
    MYOPATHY_BESIDE,
    MYOPATHY_CRITERIA,
    PREGNANCY,
    PREVENTION,
    SAFETY,
    SCLEROSIS,
    SCLEROSIS_BESIDE,
    TRIALS,
    VASCULITIS,
    VASCULITIS_BESIDE,
    WAITING,
)

__all__ = ["CONCLUSIONS", "EDGES", "ROOMS"]

EDGES: tuple[Edges, ...] = tuple(each for room in ROOMS for each in room)
