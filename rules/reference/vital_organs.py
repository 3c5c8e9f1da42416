"""Organs whose active inflammation threatens life in arthritis and myopathy alike."""

from engine.language import all_of, any_of
from rules.reference.shared_limits import SPO2_92
from rules.vocabulary.organs import OrganThreat, dialysis_needed, organ_threats, spo2

BLEEDING_LUNGS = organ_threats.has(OrganThreat.ALVEOLAR_HAEMORRHAGE)

# Every limb begins with the list of organs: once that is told, "none" rules all of them out.
VITAL_ORGAN = any_of(
    organ_threats.has(OrganThreat.HEART),
    organ_threats.has(OrganThreat.MESENTERIC),
    organ_threats.has(OrganThreat.CENTRAL_NERVOUS_SYSTEM),
    organ_threats.has(OrganThreat.SPINAL_CORD),
    organ_threats.has(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
    all_of(organ_threats.has(OrganThreat.GLOMERULONEPHRITIS), dialysis_needed.yes),
    all_of(BLEEDING_LUNGS, spo2.below(SPO2_92)),
)
