"""Lupus: threatened organs about which the criteria that were read are silent or contradicted."""

from engine.language import Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import CYC_TEAM, CYCLOPHOSPHAMIDE_CANDIDATE
from rules.reference.guards import LUPUS
from rules.reference.lupus_criteria import (
    CLASS_II,
    CLASS_IV,
    KIDNEY,
    MILD_CLASS,
    UNLISTED,
    has,
    has_not,
)
from rules.vocabulary.organs import OrganThreat

NO_OTHER_ORGAN = tuple(has_not(organ) for organ in OrganThreat if organ not in {*KIDNEY, *UNLISTED})
NEPHRITIS = has(OrganThreat.GLOMERULONEPHRITIS)
NO_NEPHRITIS = has_not(OrganThreat.GLOMERULONEPHRITIS)
EYE = has(OrganThreat.SCLERA_OR_ORBIT)
NO_EYE = has_not(OrganThreat.SCLERA_OR_ORBIT)

kidney_against_biopsy = Rule(
    id="RLUP-42",
    title="a threatened kidney, and a biopsy that does not show why",
    cites=("TEACH",),
    when=all_of(
        LUPUS,
        MILD_CLASS,
        any_of(*(has(organ) for organ in KIDNEY)),
        CYCLOPHOSPHAMIDE_CANDIDATE.no,
    ),
    then=CYC_TEAM,
    because="Organ list and biopsy contradict each other, and the class decides the regimen.",
    misuse="The biopsy may be old, and the class may have changed since.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, CLASS_II, *NO_OTHER_ORGAN, NEPHRITIS),
        silent(LUPUS, CLASS_II, *NO_OTHER_ORGAN, NO_NEPHRITIS),
        silent(LUPUS, CLASS_IV, *NO_OTHER_ORGAN, NEPHRITIS),
    ),
)

unlisted_organ = Rule(
    id="RLUP-43",
    title="limb, eye or airway threatened: no list of lupus that was read names it",
    cites=("TEACH",),
    when=all_of(
        LUPUS,
        any_of(*(has(organ) for organ in UNLISTED)),
        CYCLOPHOSPHAMIDE_CANDIDATE.no,
    ),
    then=CYC_TEAM,
    because="In vasculitis such a threat counts as severe; by analogy it is not called mild here.",
    misuse="A clot in a limb is treated as a clot.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, CLASS_II, *NO_OTHER_ORGAN, EYE),
        silent(LUPUS, CLASS_II, *NO_OTHER_ORGAN, NO_EYE),
    ),
)

ORGANS = (kidney_against_biopsy, unlisted_organ)
