"""Edges of judgement beside the record: which disease it is has to be known.

What else these rules say is proven of everyone (``rules.properties.exact``).
"""

from engine.language import Edges, edges, silent_without_each
from rules.edges.courses import failed
from rules.edges.diagnoses import ARTHRITIS, GPA, LUPUS, MYOPATHY, SCLEROSIS
from rules.vocabulary.treatment import unresponsive_to_safer_therapy
from rules.vocabulary.treatments import Treatment

UNRESPONSIVE = unresponsive_to_safer_therapy.yes

COMPARISON: tuple[Edges, ...] = tuple(
    edges(
        rule,
        silent_without_each((disease, UNRESPONSIVE, *failed(drug, too_short)), disease),
    )
    for rule, disease, drug, too_short in (
        ("RCMP-7", LUPUS, Treatment.MYCOPHENOLATE, 11),
        ("RCMP-8", GPA, Treatment.ANTI_CD20, 3),
        ("RCMP-9", SCLEROSIS, Treatment.ANTI_CD20, 25),
        ("RCMP-10", ARTHRITIS, Treatment.METHOTREXATE, 12),
        ("RCMP-11", MYOPATHY, Treatment.METHOTREXATE, 11),
    )
)
