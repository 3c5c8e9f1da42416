"""Vasculitis in detail: which one it is, and where in its course."""

from engine.language import Choice, Option, YesNo
from rules.vocabulary.options import VASCULITIS, Diagnosis
from rules.vocabulary.sections import VASCULITIS_DETAILS


class VasculitisPhase(Option):
    """Where in its course the vasculitis is."""

    NEW = "new", "new"
    RELAPSE_OFF_RITUXIMAB = "relapse_off_rituximab", "relapse, not on rituximab"
    RELAPSE_ON_RITUXIMAB = "relapse_on_rituximab", "relapse on rituximab maintenance"
    REFRACTORY = "refractory", "active despite induction"
    REMISSION = "remission", "in remission"


class VasculitisSubtype(Option):
    """Which vasculitis it is, other than GPA and MPA."""

    EGPA = "egpa", "eosinophilic granulomatosis with polyangiitis (EGPA)"
    ANTI_GBM_DISEASE = "anti_gbm_disease", "anti-GBM disease"
    OTHER = "other", "another vasculitis", "Behçet's disease, Takayasu arteritis, ..."


vasculitis_subtype = Choice(
    id="vasculitis_subtype",
    label="Which other vasculitis",
    question="Which vasculitis is it?",
    help="The document names the group, but neither EGPA nor anti-GBM disease.",
    section=VASCULITIS_DETAILS.id,
    applies_to=frozenset({Diagnosis.OTHER_VASCULITIS.value}),
    options=VasculitisSubtype,
    synonyms=("Churg-Strauss", "Goodpasture", "Behçet"),
    subject="the vasculitis",
    said=((VasculitisSubtype.OTHER, "the vasculitis is neither EGPA nor anti-GBM disease"),),
)

vasculitis_phase = Choice(
    id="vasculitis_phase",
    label="Phase of the vasculitis",
    question="Where in its course is the vasculitis?",
    help="Refractory: active despite a full induction with rituximab or cyclophosphamide.",
    section=VASCULITIS_DETAILS.id,
    applies_to=VASCULITIS,
    options=VasculitisPhase,
    synonyms=("relapse", "flare", "induction", "maintenance"),
    subject="the vasculitis",
    said=(
        (VasculitisPhase.RELAPSE_OFF_RITUXIMAB, "the vasculitis has relapsed off rituximab"),
        (
            VasculitisPhase.RELAPSE_ON_RITUXIMAB,
            "the vasculitis has relapsed on rituximab maintenance",
        ),
        (VasculitisPhase.REFRACTORY, "the vasculitis is active despite full induction"),
    ),
)

anti_gbm = YesNo(
    id="anti_gbm",
    label="Anti-GBM antibodies",
    question="Are there antibodies against the glomerular basement membrane?",
    help="Yes: found in blood or along the membrane in a biopsy. No: tested and not there.",
    section=VASCULITIS_DETAILS.id,
    applies_to=VASCULITIS,
    synonyms=("Goodpasture", "GBM"),
    said=("anti-GBM antibodies were found", "no anti-GBM antibodies were found"),
)

all_crescents = YesNo(
    id="all_crescents",
    label="Crescents in every glomerulus",
    question="Does the biopsy show crescents in every glomerulus?",
    help="Yes: all of them, so that little can recover. No: some glomeruli are spared.",
    section=VASCULITIS_DETAILS.id,
    applies_to=VASCULITIS,
    synonyms=("biopsy", "crescentic"),
    said=(
        "the kidney biopsy shows crescents in every glomerulus",
        "the kidney biopsy shows glomeruli without crescents",
    ),
)

VASCULITIS_FINDINGS = (vasculitis_subtype, vasculitis_phase, anti_gbm, all_crescents)
